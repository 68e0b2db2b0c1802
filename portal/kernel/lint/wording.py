"""Words: doubled, cut short, in the wrong case, or never meant to be read by anybody."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from portal.kernel.lint.problem import Problem
from portal.kernel.lint.rule import Rule
from portal.kernel.lint.writing import TITLE, Writing

LETTER = "A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż"
SMALL = "a-ząćęłńóśźż"

DOUBLED = Rule(
    # Said twice on purpose: „bardzo bardzo”.
    re.compile(
        rf"(?i)(?<![\w-])(?!(?:bardzo|ha|tak|nie|no|oj|hej)\s)([{LETTER}]++)\s++\1(?![\w-])"
    ),
    _("„%s”: słowo się powtarza."),
    r"\1",
)
# „mieszkank i mieszkańców”: no Polish word ends in a consonant and „k”, beside its own kin.
CUT_SHORT = Rule(
    re.compile(
        rf"(?i)\b(([{LETTER}]{{5}})[{LETTER}]*[bcdfghjlłmnńprsśtwzżź])k(?=\s+(?:i|oraz)\s+\2)"
    ),
    _("„%s”: słowo wygląda na ucięte."),
    r"\1ek",
)
THREE_PLACES = Rule(
    re.compile(r"(?i)\b(?:tzw\.|tak zwanych)\s*„?trzech miejsc”?"),
    _("„%s”: pojęcie brzmi „trzecie miejsce”."),
    "„trzeciego miejsca”",
)
CITY_LOGO = Rule(
    re.compile(r"\bMagiczny\s+Kraków\b"),
    _("„Magiczny Kraków” to napis z logo strony miasta. Usuń go."),
)
# Only what no name of a person in the genitive ends in: „przy Reymonta 20” is right.
STREET_UNDECLINED = Rule(
    re.compile(
        rf"(?:\b)(przy|na|w|we)\s+([A-ZĆŁÓŚŹŻ][{SMALL}]+"
        r"(?:ska|cka|dzka|nka|żna|lna|rna|owa|oka|ługa|iwa))\s+(\d+[a-z]?)\b"
    ),
    _("„%s”: nazwa ulicy się nie odmienia. Dopisz „ul.”."),
    r"\1 ul. \2 \3",
)

LEFTOVERS = Rule(
    re.compile(
        r"(?i:lorem ipsum|dolor sit amet)|\b(?:TODO|FIXME|TBD|TBA|XXXX+)\b|\bX{2}\.X{2}\b"
        r"|\[\s*(?:…|\.{3})\s*\]|\?{3,}|_{3,}|\.{5,}|…{2,}|\{\{|\}\}"
        # Up to the next bracket only, and not without end: a text may open many and close none.
        r"|[\[(](?i:[^\]\[()]*?(?:uzupełnić|dopisać|wstawić|do ustalenia)[^\])]{0,200})[\])]"
        r"|\bUZUPEŁNIĆ\b|(?i:\bdo uzupełnienia\b)|<[a-ząćęłńóśźż ]+>"
    ),
    _("„%s” wygląda na miejsce do uzupełnienia."),
)
# Thirty in Roman too, yet mostly „to be filled in”: only where no name follows.
ROW_OF_X = Rule(
    re.compile(rf"\bXXX\b(?!\s+[{LETTER}])"),
    _("„%s” wygląda na miejsce do uzupełnienia."),
)

# nominative: genitive, accusative, instrumental, locative
HEADS = {
    "Fundacja": ("Fundacji", "Fundację", "Fundacją", "Fundacji"),
    "Rada": ("Rady", "Radę", "Radą", "Radzie"),
    "Komisja": ("Komisji", "Komisję", "Komisją", "Komisji"),
    "Akademia": ("Akademii", "Akademię", "Akademią", "Akademii"),
    "Grupa": ("Grupy", "Grupę", "Grupą", "Grupie"),
    "Biblioteka": ("Biblioteki", "Bibliotekę", "Biblioteką", "Bibliotece"),
    "Kawiarnia": ("Kawiarni", "Kawiarnię", "Kawiarnią", "Kawiarni"),
    "Szkoła": ("Szkoły", "Szkołę", "Szkołą", "Szkole"),
    "Spółdzielnia": ("Spółdzielni", "Spółdzielnię", "Spółdzielnią", "Spółdzielni"),
    "Ambasada": ("Ambasady", "Ambasadę", "Ambasadą", "Ambasadzie"),
    "Stowarzyszenie": ("Stowarzyszenia", "", "Stowarzyszeniem", "Stowarzyszeniu"),
    "Towarzystwo": ("Towarzystwa", "", "Towarzystwem", "Towarzystwie"),
    "Biuro": ("Biura", "", "Biurem", "Biurze"),
    "Ministerstwo": ("Ministerstwa", "", "Ministerstwem", "Ministerstwie"),
    "Urząd": ("Urzędu", "", "Urzędem", "Urzędzie"),
    "Związek": ("Związku", "", "Związkiem", "Związku"),
    "Klub": ("Klubu", "", "Klubem", "Klubie"),
    "Ośrodek": ("Ośrodka", "", "Ośrodkiem", "Ośrodku"),
    "Pełnomocnik": ("Pełnomocnika", "Pełnomocnika", "Pełnomocnikiem", "Pełnomocniku"),
    "Prezydent": ("Prezydenta", "Prezydenta", "Prezydentem", "Prezydencie"),
}
GENITIVE, ACCUSATIVE, INSTRUMENTAL, LOCATIVE = range(4)
# What stands before a name and settles its case.
GOVERNED = (
    (rf"współpracy z|wspólnie z|razem z|spotkani[{SMALL}]+ z|rozmow[{SMALL}]+ z", INSTRUMENTAL),
    (r"dla|do|od|u|obok|koło|siedzib(?:a|ie|y|ę)|gościnności|inicjatyw(?:a|ie|y|ę)", GENITIVE),
    (r"przez", ACCUSATIVE),
    (r"w|we|przy", LOCATIVE),
    (r"dzieci z|osoby z|z|ze", GENITIVE),
)
NAME = (
    rf"(?P<adjectives>(?:[A-ZĆŁÓŚŹŻ][{SMALL}]+(?:ski|cki|ny|ska|cka|na|skie|ckie|ne)\s+){{0,2}})"
    rf"(?P<head>{'|'.join(HEADS)})(?![{LETTER}])"
)
NOMINATIVES = [
    (re.compile(rf"(?<![{LETTER}])(?i:(?P<word>{words}))\s+{NAME}"), case)
    for words, case in GOVERNED
]
# „dzięki gościnności Fundacja Tytano otworzyła…” may have its subject there: unless it is a link.
NOUNS = re.compile(r"siedzib|gościnn|inicjatyw")


def undeclined_names(writing: Writing) -> Iterator[Problem]:
    """„dzięki gościnności [Fundacja Tytano]”, „dzieci z [Krakowskie Towarzystwo …]”."""
    for number, block in writing.numbered:
        taken = set[int]()
        linked = {link.start for link in block.links}
        for pattern, case in NOMINATIVES:
            for found in pattern.finditer(block.prose):
                place = found.start("adjectives")
                sure = not NOUNS.match(found["word"]) or place in linked
                if place not in taken and sure and HEADS[found["head"]][case]:
                    taken.add(place)
                    yield _undeclined(number, found, case)


def _undeclined(number: int, found: re.Match[str], case: int) -> Problem:
    words = found[0]
    sentence = _("„%s”: nazwa stoi w mianowniku, a zdanie wymaga innego przypadka.") % words
    place, end = found.span("head")
    head = HEADS[found["head"]][case]
    instead = "" if found["adjectives"] else f"{words[: place - found.start()]}{head}"
    return Problem(sentence, number, found.start(), end, instead)


ALL_CAPS_FROM = 10


def shouted_titles(writing: Writing) -> Iterator[Problem]:
    for number, block in writing.numbered:
        letters = [sign for sign in block.text if sign.isalpha()]
        is_headline = block.kind == TITLE or block.level > 0
        if is_headline and len(letters) >= ALL_CAPS_FROM and all(map(str.isupper, letters)):
            sentence = _("Cały tytuł jest wielkimi literami. Zapisz go zwyczajnie.")
            yield Problem(str(sentence), number, 0, len(block.text))
