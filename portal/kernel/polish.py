"""Polish words around numbers and dates: plurals, months, weekdays, ordinals.

Plurals follow CLDR's rules for ``pl``. Django's catalogues know no locative, no accusative and
no genitive singular after a fraction, so the site keeps its own small tables.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from django.utils.translation import gettext as _

NBSP = "\u00a0"
MINUS = "\u2212"

Number: TypeAlias = int | Decimal | float
Category = Literal["one", "few", "many", "other"]
Gender = Literal["f", "n", "m"]


@dataclass(frozen=True)
class MonthName:
    """One month in the cases the site uses; the locative brings its own preposition."""

    nominative: str
    genitive: str
    locative: str
    instrumental: str


MONTHS = (
    MonthName("styczeń", "stycznia", "w styczniu", "styczniem"),
    MonthName("luty", "lutego", "w lutym", "lutym"),
    MonthName("marzec", "marca", "w marcu", "marcem"),
    MonthName("kwiecień", "kwietnia", "w kwietniu", "kwietniem"),
    MonthName("maj", "maja", "w maju", "majem"),
    MonthName("czerwiec", "czerwca", "w czerwcu", "czerwcem"),
    MonthName("lipiec", "lipca", "w lipcu", "lipcem"),
    MonthName("sierpień", "sierpnia", "w sierpniu", "sierpniem"),
    MonthName("wrzesień", "września", "we wrześniu", "wrześniem"),
    MonthName("październik", "października", "w październiku", "październikiem"),
    MonthName("listopad", "listopada", "w listopadzie", "listopadem"),
    MonthName("grudzień", "grudnia", "w grudniu", "grudniem"),
)


@dataclass(frozen=True)
class Weekday:
    """One weekday; the accusative answers „kiedy?” and brings its own preposition."""

    nominative: str
    accusative: str
    genitive: str
    short: str


# Monday first, as date.weekday() counts.
WEEKDAYS = (
    Weekday("poniedziałek", "w poniedziałek", "poniedziałku", "pon."),
    Weekday("wtorek", "we wtorek", "wtorku", "wt."),
    Weekday("środa", "w środę", "środy", "śr."),
    Weekday("czwartek", "w czwartek", "czwartku", "czw."),
    Weekday("piątek", "w piątek", "piątku", "pt."),
    Weekday("sobota", "w sobotę", "soboty", "sob."),
    Weekday("niedziela", "w niedzielę", "niedzieli", "niedz."),
)


@dataclass(frozen=True)
class Noun:
    """A counted noun: 1 rok, 2 lata, 5 lat, 1,5 roku."""

    one: str
    few: str
    many: str
    other: str
    gender: Gender = "n"


NOUNS = {
    noun.one: noun
    for noun in (
        # What the office does and keeps a record of.
        Noun("spotkanie", "spotkania", "spotkań", "spotkania", "n"),
        Noun("wydarzenie", "wydarzenia", "wydarzeń", "wydarzenia", "n"),
        Noun("cykl", "cykle", "cykli", "cyklu", "m"),
        Noun("edycja", "edycje", "edycji", "edycji", "f"),
        Noun("odsłona", "odsłony", "odsłon", "odsłony", "f"),
        Noun("posiedzenie", "posiedzenia", "posiedzeń", "posiedzenia", "n"),
        Noun("działanie", "działania", "działań", "działania", "n"),
        Noun("wizyta", "wizyty", "wizyt", "wizyty", "f"),
        Noun("rozmowa", "rozmowy", "rozmów", "rozmowy", "f"),
        Noun("konferencja", "konferencje", "konferencji", "konferencji", "f"),
        Noun("konsultacja", "konsultacje", "konsultacji", "konsultacji", "f"),
        Noun("kampania", "kampanie", "kampanii", "kampanii", "f"),
        Noun("jubileusz", "jubileusze", "jubileuszy", "jubileuszu", "m"),
        Noun("otwarcie", "otwarcia", "otwarć", "otwarcia", "n"),
        Noun("inicjatywa", "inicjatywy", "inicjatyw", "inicjatywy", "f"),
        Noun("projekt", "projekty", "projektów", "projektu", "m"),
        Noun("ustalenie", "ustalenia", "ustaleń", "ustalenia", "n"),
        Noun("temat", "tematy", "tematów", "tematu", "m"),
        # Who and where.
        Noun("osoba", "osoby", "osób", "osoby", "f"),
        Noun("uczestnik", "uczestnicy", "uczestników", "uczestnika", "m"),
        Noun("mieszkaniec", "mieszkańcy", "mieszkańców", "mieszkańca", "m"),
        Noun("mieszkanka", "mieszkanki", "mieszkanek", "mieszkanki", "f"),
        Noun("gość", "goście", "gości", "gościa", "m"),
        Noun("odbiorca", "odbiorcy", "odbiorców", "odbiorcy", "m"),
        Noun("partner", "partnerzy", "partnerów", "partnera", "m"),
        Noun("organizacja", "organizacje", "organizacji", "organizacji", "f"),
        Noun("fundacja", "fundacje", "fundacji", "fundacji", "f"),
        Noun("stowarzyszenie", "stowarzyszenia", "stowarzyszeń", "stowarzyszenia", "n"),
        Noun("grupa", "grupy", "grup", "grupy", "f"),
        Noun("rola", "role", "ról", "roli", "f"),
        Noun("miejsce", "miejsca", "miejsc", "miejsca", "n"),
        Noun("dzielnica", "dzielnice", "dzielnic", "dzielnicy", "f"),
        Noun("przystanek", "przystanki", "przystanków", "przystanku", "m"),
        # What is written and published.
        Noun("aktualność", "aktualności", "aktualności", "aktualności", "f"),
        Noun("ogłoszenie", "ogłoszenia", "ogłoszeń", "ogłoszenia", "n"),
        Noun("zaproszenie", "zaproszenia", "zaproszeń", "zaproszenia", "n"),
        Noun("notatka", "notatki", "notatek", "notatki", "f"),
        Noun("podsumowanie", "podsumowania", "podsumowań", "podsumowania", "n"),
        Noun("wydanie", "wydania", "wydań", "wydania", "n"),
        Noun("sprostowanie", "sprostowania", "sprostowań", "sprostowania", "n"),
        Noun("zmiana", "zmiany", "zmian", "zmiany", "f"),
        Noun("poprawka", "poprawki", "poprawek", "poprawki", "f"),
        Noun("różnica", "różnice", "różnic", "różnicy", "f"),
        Noun("wersja", "wersje", "wersji", "wersji", "f"),
        Noun("kopia", "kopie", "kopii", "kopii", "f"),
        Noun("szkic", "szkice", "szkiców", "szkicu", "m"),
        Noun("wpis", "wpisy", "wpisów", "wpisu", "m"),
        Noun("pozycja", "pozycje", "pozycji", "pozycji", "f"),
        Noun("punkt", "punkty", "punktów", "punktu", "m"),
        Noun("liczba", "liczby", "liczb", "liczby", "f"),
        Noun("źródło", "źródła", "źródeł", "źródła", "n"),
        Noun("zdjęcie", "zdjęcia", "zdjęć", "zdjęcia", "n"),
        Noun("obraz", "obrazy", "obrazów", "obrazu", "m"),
        Noun("plik", "pliki", "plików", "pliku", "m"),
        Noun("dokument", "dokumenty", "dokumentów", "dokumentu", "m"),
        Noun("strona", "strony", "stron", "strony", "f"),
        Noun("odnośnik", "odnośniki", "odnośników", "odnośnika", "m"),
        Noun("słowo", "słowa", "słów", "słowa", "n"),
        Noun("znak", "znaki", "znaków", "znaku", "m"),
        Noun("wiersz", "wiersze", "wierszy", "wiersza", "m"),
        Noun("kolumna", "kolumny", "kolumn", "kolumny", "f"),
        # What the desk and the search count.
        Noun("wynik", "wyniki", "wyników", "wyniku", "m"),
        Noun("filtr", "filtry", "filtrów", "filtra", "m"),
        Noun("nazwa", "nazwy", "nazw", "nazwy", "f"),
        Noun("język", "języki", "języków", "języka", "m"),
        Noun("zadanie", "zadania", "zadań", "zadania", "n"),
        Noun("przypomnienie", "przypomnienia", "przypomnień", "przypomnienia", "n"),
        Noun("ostrzeżenie", "ostrzeżenia", "ostrzeżeń", "ostrzeżenia", "n"),
        Noun("uwaga", "uwagi", "uwag", "uwagi", "f"),
        Noun("pytanie", "pytania", "pytań", "pytania", "n"),
        Noun("odpowiedź", "odpowiedzi", "odpowiedzi", "odpowiedzi", "f"),
        Noun("błąd", "błędy", "błędów", "błędu", "m"),
        Noun("pole", "pola", "pól", "pola", "n"),
        Noun("konto", "konta", "kont", "konta", "n"),
        Noun("próba", "próby", "prób", "próby", "f"),
        # Units.
        Noun("sekunda", "sekundy", "sekund", "sekundy", "f"),
        Noun("minuta", "minuty", "minut", "minuty", "f"),
        Noun("godzina", "godziny", "godzin", "godziny", "f"),
        Noun("dzień", "dni", "dni", "dnia", "m"),
        Noun("tydzień", "tygodnie", "tygodni", "tygodnia", "m"),
        Noun("miesiąc", "miesiące", "miesięcy", "miesiąca", "m"),
        Noun("kwartał", "kwartały", "kwartałów", "kwartału", "m"),
        Noun("rok", "lata", "lat", "roku", "m"),
        Noun("metr", "metry", "metrów", "metra", "m"),
        Noun("kilometr", "kilometry", "kilometrów", "kilometra", "m"),
    )
}


def plural_category(n: Number) -> Category:
    """CLDR's plural category in Polish. A whole value is whole however written: 2.0 is 2."""
    value = Decimal(str(n))
    if value != int(value):
        return "other"
    whole = abs(int(value))
    if whole == 1:
        return "one"
    few = whole % 10 in (2, 3, 4) and whole % 100 not in (12, 13, 14)
    return "few" if few else "many"


def form(n: Number, noun: str) -> str:
    """The noun as it stands after the number: „osób” after 5. KeyError for an unknown noun."""
    forms = NOUNS[noun]
    return {
        "one": forms.one,
        "few": forms.few,
        "many": forms.many,
        "other": forms.other,
    }[plural_category(n)]


def agree(n: Number, one: str, few: str, many: str) -> str:
    """A verb or an adjective beside a count: wzięła, wzięły, wzięło; fractions take the last."""
    category = plural_category(n)
    if category == "one":
        return one
    return few if category == "few" else many


def number(n: Number) -> str:
    """„1234”, „12 345” with no-break spaces from five digits; the decimal sign is a comma."""
    value = Decimal(str(n))
    whole, _point, fraction = f"{value.copy_abs():,f}".partition(".")
    separator = NBSP if len(whole) > len("9,999") else ""
    fraction = fraction.rstrip("0")
    sign = MINUS if value < 0 else ""
    return sign + whole.replace(",", separator) + (f",{fraction}" if fraction else "")


def counted(n: Number, noun: str) -> str:
    """„5 osób”, with a no-break space between."""
    return f"{number(n)}{NBSP}{form(n, noun)}"


def duration(minutes: int) -> str:
    """A length of time in words: „45 minut”, „1,5 godziny”, „1 godzina 15 minut”."""
    if minutes < 0:
        raise ValueError(_("Czas trwania nie może być ujemny."))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return counted(rest, "minuta")
    if rest in (0, 30):
        return counted(Decimal(minutes) / 60, "godzina")
    return f"{counted(hours, 'godzina')} {counted(rest, 'minuta')}"


ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(n: int) -> str:
    """„XXVIII” for 28, without a dot; ValueError outside 1–3999."""
    if not 1 <= n <= 3999:
        raise ValueError(_("Liczbą rzymską można zapisać liczby od 1 do 3999."))
    text = ""
    for value, letters in ROMAN:
        repeats, n = divmod(n, value)
        text += letters * repeats
    return text


def from_roman(text: str) -> int:
    """28 for „XXVIII”. ValueError for anything else, „IIII”, „xii” and „III.” included."""
    total, rest = 0, text
    for value, letters in ROMAN:
        while rest.startswith(letters):
            total, rest = total + value, rest.removeprefix(letters)
    if rest or not 1 <= total <= 3999 or roman(total) != text:
        raise ValueError(_("„%s” nie jest liczbą rzymską.") % text)
    return total


# 1–19, then 20, 30 … 100; the masculine, from which the other two genders are made.
ORDINALS = [
    "pierwszy",
    "drugi",
    "trzeci",
    "czwarty",
    "piąty",
    "szósty",
    "siódmy",
    "ósmy",
    "dziewiąty",
    "dziesiąty",
    "jedenasty",
    "dwunasty",
    "trzynasty",
    "czternasty",
    "piętnasty",
    "szesnasty",
    "siedemnasty",
    "osiemnasty",
    "dziewiętnasty",
]
TENS = [
    "dwudziesty",
    "trzydziesty",
    "czterdziesty",
    "pięćdziesiąty",
    "sześćdziesiąty",
    "siedemdziesiąty",
    "osiemdziesiąty",
    "dziewięćdziesiąty",
    "setny",
]


def ordinal(n: int, gender: Gender = "f") -> str:
    """„dwudziesta ósma” for 28; „n” serves „urodziny” and „spotkania” too. Only 1–100."""
    if not 1 <= n <= 100:
        raise ValueError(_("Słownie można zapisać liczebniki porządkowe od 1 do 100."))
    if n < 20:
        return _in_gender(ORDINALS[n - 1], gender)
    tens, units = divmod(n, 10)
    words = [TENS[tens - 2], *([ORDINALS[units - 1]] if units else [])]
    return " ".join(_in_gender(word, gender) for word in words)


def _in_gender(word: str, gender: Gender) -> str:
    if gender == "m":
        return word
    # A soft stem keeps its „i”: trzecia, trzecie; drugie, but druga.
    stem = word if word == "trzeci" or (word == "drugi" and gender == "n") else word[:-1]
    return stem + ("a" if gender == "f" else "e")


def arabic_ordinal(n: int) -> str:
    """„6.”, as in „6. urodziny”."""
    return f"{n}."
