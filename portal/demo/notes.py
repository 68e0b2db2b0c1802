"""Notes of the meetings that took place: what the sources say came of them, and who counted what.

For 13 March and for April nobody gave a number: unknown, and not zero.
"""

from dataclasses import dataclass
from datetime import date

from portal.demo import events, organizations, sources
from portal.kernel.counts import Method, Qualifier, Unit


@dataclass(frozen=True)
class Given:
    """A number as a text gives it, and which text that is."""

    qualifier: Qualifier
    value: int
    unit: Unit
    source: str
    counted: bool = True
    method: Method = Method.REPORTED


@dataclass(frozen=True)
class Note:
    meeting: str
    summary: str
    internal: str
    counts: tuple[Given, ...] = ()
    # Those that the published texts name anyway.
    present: tuple[str, ...] = ()
    promise: str = ""
    due: date | None = None


NOTES = (
    Note(
        events.THIRD_PLACE_MARCH,
        "Pierwsza odsłona pokazała, że organizacje, mieszkańcy i urząd potrzebują miejsca na "
        "swobodną rozmowę: na wymianę doświadczeń i zwykłe poznanie się. Od niej zaczęły się "
        "comiesięczne spotkania poza urzędem.",
        "Liczby osób nie podaje żaden z tekstów.",
    ),
    Note(
        events.TOGETHER_MARCH,
        "Organizacje pokazały, co robią, wystąpiły na scenie i poznały się przy poczęstunku, "
        "który same przygotowały. Wśród nich było wiele nowych inicjatyw. Następne spotkanie "
        "zaplanowano na czerwiec.",
        "Jedna relacja, dwie liczby organizacji: w tytule i we wstępie „blisko 70”, w treści "
        "„około 70”. Liczona jest ta z treści, bo nie rozstrzyga, czy było ich mniej, czy więcej. "
        "Liczbę osób podaje dopiero podsumowanie z 15 maja.",
        (
            Given(
                Qualifier.NEARLY,
                70,
                Unit.ORGANIZATIONS,
                sources.RECAP_TITLE_NAME,
                counted=False,
            ),
            Given(Qualifier.ABOUT, 70, Unit.ORGANIZATIONS, sources.RECAP_BODY_NAME),
            Given(Qualifier.NEARLY, 100, Unit.PEOPLE, sources.SUMMARY_NAME),
        ),
        (organizations.TYTANO, organizations.ECHO, organizations.FRIENDS_OF_CHILDREN),
        promise="Następne spotkanie z cyklu „Wspólnie do celu” w czerwcu 2026 r.",
        due=date(2026, 6, 30),
    ),
    Note(
        events.THIRD_PLACE_APRIL,
        "Druga odsłona odbyła się w Społecznej Kaffce; którego dnia, źródła nie podają. Wiadomo, "
        "że każde z dotychczasowych spotkań było trochę inne, a łączyła je otwartość i chęć "
        "rozmowy.",
        "Podsumowanie z 15 maja podaje miesiąc i miejsce, bez dnia i bez liczby osób.",
    ),
)
