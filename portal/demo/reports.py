"""What a person writes into the drafted reports: a lead, a word about each month, thanks.

The lead's sentences with numbers stay as drafted, so that they cannot disagree with the records.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from portal.demo import sources
from portal.kernel.months import Month, MonthSpan

# A person's words for each month, in the monthly report and in the long one alike.
OPENINGS = {
    "2026-01": "Styczeń upłynął na spotkaniach i wydarzeniach społecznych. Pełnomocnik odwiedził "
    "między innymi dwie organizacje, które pomagają ludziom po doświadczeniu migracji, "
    "uchodźstwa i kryzysu.",
    "2026-02": "W lutym przybyło rozmów o zdrowiu, integracji i aktywności społecznej. Zaczęła "
    "się też współpraca z Fundacją Tytano, która już w marcu przyniosła wspólne spotkanie.",
    "2026-03": "Marzec należał do najpracowitszych miesięcy tego półrocza. Ruszył cykl "
    "„Spotkajmy się w 3miejscu”: raz w miesiącu Pełnomocnik pracuje poza urzędem, w miejscach, "
    "które stworzyły organizacje i lokalne inicjatywy. Organizacje spotkały się też na "
    "Kapelance, a głos Krakowa zabrzmiał na konferencji w Warszawie.",
    "2026-04": "Kwiecień był różnorodny: od pikniku w ogrodzie społecznym po kongres "
    "o dostępności, od Rękawki po teatr ukraiński. Cykl „Spotkajmy się w 3miejscu” zajrzał do "
    "Społecznej Kaffki.",
    "2026-05": "Pierwsza połowa maja to przede wszystkim rozmowy: o edukacji, o wielu kulturach "
    "w jednym mieście i o tym, jak działać razem.",
}


@dataclass(frozen=True)
class Summary:
    """`lead` goes before the drafted lead, `closing` after the drafted thanks."""

    span: MonthSpan
    title: str
    lead: str
    closing: str
    published: datetime
    # Said last in the lead, where the report is an example.
    example: str = ""


def monthly(month: str, title: str, lead: str) -> Summary:
    """A report of one month. No source says that the office published any: ours are examples.

    Published an hour before the long one, which must stay the newest.
    """
    return Summary(
        MonthSpan.of(Month.parse(month)),
        title,
        lead,
        "<p>To był dobry miesiąc dzięki organizacjom, które zaprosiły nas do siebie, przyszły "
        "porozmawiać albo po prostu robiły swoje dla Krakowa.</p>",
        sources.REPORTS_PUBLISHED - timedelta(hours=1),
        "To przykład, który pokazuje, jak z zapisów całego okresu powstaje podsumowanie jednego "
        "miesiąca.",
    )


SUMMARIES = (
    monthly(
        "2026-01",
        "Styczeń 2026: początek roku u organizacji",
        "Rok zaczął się od spotkań, uroczystości i wizyt, a także od akcji, które trwały potem "
        "przez kilka miesięcy.",
    ),
    monthly(
        "2026-02",
        "Luty 2026: rozmowy i nowa współpraca",
        "Luty był miesiącem rozmów z organizacjami i jednej nowej współpracy.",
    ),
    monthly(
        "2026-03",
        "Marzec 2026: pierwsze 3miejsce i „Wspólnie do celu II”",
        "W marcu dzień pracy Pełnomocnika po raz pierwszy przeniósł się do trzeciego miejsca, "
        "a krakowskie organizacje spotkały się na drugiej edycji „Wspólnie do celu”.",
    ),
    monthly(
        "2026-04",
        "Kwiecień 2026: w wielu miejscach naraz",
        "W kwietniu Pełnomocnik był gościem na pikniku, jubileuszu, kongresie i wielu otwarciach, "
        "a na kolejne 3miejsce zaprosił do Społecznej Kaffki.",
    ),
    Summary(
        MonthSpan.parse("2026-01--2026-05"),
        "Od stycznia do maja 2026: blisko organizacji",
        "Pierwsze miesiące roku Pełnomocnik Prezydenta Miasta Krakowa ds. organizacji "
        "pozarządowych Artur Buszek spędził przede wszystkim tam, gdzie ludzie działają: "
        "u organizacji, na ich świętach i przy wspólnym stole. Wystartował cykl „Spotkajmy się "
        "w 3miejscu”, odbyła się druga edycja „Wspólnie do celu”, a równolegle trwały prace nad "
        "dokumentami ważnymi dla miasta i w komisjach, które łączą polskie samorządy.",
        "<p>Za każdym wierszem tego podsumowania stoją ludzie: organizacje pozarządowe, grupy "
        "nieformalne, wolontariuszki i wolontariusze, osoby, którym chce się zrobić coś dla "
        "innych. To dzięki nim było o czym pisać.</p>"
        "<p>Z takich spotkań powstaje Kraków otwarty, solidarny i aktywny. Dlatego nadal będziemy "
        "przychodzić tam, gdzie na co dzień działają organizacje: słuchać, łączyć i pomagać.</p>",
        sources.REPORTS_PUBLISHED,
    ),
)
