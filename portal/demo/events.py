"""The meetings of 2026, with what each source says about each and nothing smoothed over.

Dates are written as staff write them. `held` is what a text said afterwards; where none did,
the meeting stays announced and unanswered, as 27 February and 13 May really are.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from events.models import Event, EventAccess, Partnership
from events.models.series import Audience
from portal.demo import organizations, series, sources, venues
from venues.models import AccessFact

Role = Partnership.Role
SignUp = Event.SignUp

BENCH_FEBRUARY = "27 lutego"
THIRD_PLACE_MARCH = "13 marca"
THIRD_PLACE_APRIL = "kwiecień"
TOGETHER_MARCH = "Wspólnie do celu II"
THIRD_PLACE_MAY = "13 maja"
TOGETHER_JUNE = "Wspólnie do celu III"


@dataclass(frozen=True)
class Partner:
    organization: str
    role: Partnership.Role
    note: str = ""


@dataclass(frozen=True)
class Item:
    """A point of the programme; the sources give no hours."""

    title: str
    description: str = ""
    performer: str = ""


@dataclass(frozen=True)
class Access:
    """An answer about one meeting; `checked_on` is None for „nie wiemy” alone."""

    key: EventAccess.Key
    answer: AccessFact.Answer
    checked_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Meeting:
    key: str
    series: str
    since: datetime
    starts: str
    ends: str = ""
    planned_end: bool = False
    drop_in: bool = False
    venue: str = ""
    # Further fields of Event, by name.
    facts: dict[str, Any] = field(default_factory=dict)
    partners: tuple[Partner, ...] = ()
    programme: tuple[Item, ...] = ()
    access: tuple[Access, ...] = ()
    held: datetime | None = None


ORGANIZED_BY_PROXY = Partner(organizations.PROXY, Role.ORGANIZER)

# „Wystarczy przyjść”, says the text of 6 March of the whole cycle: no sign-up, and no fee.
WALK_IN = {"sign_up": SignUp.NONE, "is_free": True}

MEETINGS = (
    Meeting(
        BENCH_FEBRUARY,
        series.BENCH,
        sources.BENCH,
        "27.02.2026 17.30",
        "19.30",
        planned_end=True,
        venue=venues.CLUSTER,
        facts={
            "title": "Ławka dialogu dla NGO",
            "lead": "Otwarta rozmowa Prezydenta Miasta Krakowa z organizacjami pozarządowymi, "
            "w dniu ich święta.",
            # The invitation gives number 20, the cluster's address is 20–22: the venue says so.
            "room": "sala 005",
            "audience": "organizacje pozarządowe, które działają dla mieszkanek i mieszkańców "
            "Krakowa",
            "addressed_to": Audience.ORGANIZATIONS,
            "date_reason": "27 lutego to Światowe Święto Organizacji Społecznych.",
            "body": "<p>Prezydent Miasta Krakowa zaprasza organizacje pozarządowe na rozmowę "
            "o tym, co im utrudnia pracę, czego potrzebują do rozwoju i jak ułatwić współpracę "
            "z miastem. Przede wszystkim chce posłuchać.</p><p>Spotkanie jest otwarte i ma "
            "charakter konsultacji. Zaplanowano na nie dwie godziny.</p>",
        },
        partners=(Partner(organizations.MAYOR, Role.ORGANIZER),),
        # The summary of 15 May is silent about it, so nobody has said that it took place.
    ),
    Meeting(
        THIRD_PLACE_MARCH,
        series.THIRD_PLACE,
        sources.NEW_CYCLE,
        "13.03.2026 14.00–18.00",
        drop_in=True,
        venue=venues.NOWA,
        facts={
            **WALK_IN,
            "lead": "Pierwsza odsłona cyklu: Pełnomocnik przenosi dzień pracy do Nowej Huty.",
            "body": "<p>Cykl zaczyna się w Cafe NOWA Księgarnia, w miejscu prowadzonym przez "
            "Fundację Faktor Kultura. Pełnomocnik będzie tu od 14.00 do 18.00: można przyjść, "
            "napić się czegoś ciepłego i porozmawiać o pomysłach, potrzebach i o tym, co dałoby "
            "się zrobić w okolicy.</p>",
        },
        partners=(
            ORGANIZED_BY_PROXY,
            Partner(organizations.FAKTOR_KULTURA, Role.HOST, "prowadzi Cafe NOWA Księgarnia"),
            # The city pays for the task in whose frame the place works, not for the meeting.
            Partner(
                organizations.CITY,
                Role.FUNDER,
                "współfinansuje zadanie publiczne „Ambasador rewitalizacji”",
            ),
        ),
        held=sources.SUMMARY,
    ),
    Meeting(
        TOGETHER_MARCH,
        series.TOGETHER,
        sources.RECAP,
        # The recap of 23 March gives no day.
        "marzec 2026",
        venue=venues.KAPELANKA,
        facts={
            "edition": 2,
            "title": "Wspólnie do celu II",
            "lead": "Druga edycja: organizacje seniorów, młodzieży, kultury, ekologii i wielu "
            "innych dziedzin w jednym miejscu.",
            "audience": "krakowskie organizacje pozarządowe i nowe inicjatywy",
        },
        partners=(
            ORGANIZED_BY_PROXY,
            Partner(organizations.TYTANO, Role.HOST, "przestrzeń"),
            Partner(organizations.TYTANO, Role.SUPPORT, "wsparcie techniczne"),
            Partner(organizations.ECHO, Role.SUPPORT, "pomoc w organizacji"),
            Partner(organizations.FRIENDS_OF_CHILDREN, Role.PROGRAMME, "program muzyczny dzieci"),
        ),
        programme=(
            Item(
                "Prezentacje organizacji",
                "Projekty edukacyjne i naukowe, społeczne i integracyjne, a także te, które "
                "umacniają lokalne wspólnoty.",
            ),
            Item("Program muzyczny dzieci", performer=organizations.FRIENDS_OF_CHILDREN),
            Item("Koncert Wassima Ibrahima", "Podróż przez muzykę różnych tradycji i kultur."),
            Item("Występy taneczne i muzyczne organizacji"),
            Item("Spacer po ECHO Miasta"),
            Item("Czas na poznanie się", "Rozmowy o współpracy i planowanie wspólnych działań."),
            Item("Poczęstunek", "Domowe ciasta, sałatki i przekąski od organizacji, do tego kawa."),
        ),
        held=sources.RECAP,
    ),
    # Known only from afterwards: the summary gives the month and the place.
    Meeting(
        THIRD_PLACE_APRIL,
        series.THIRD_PLACE,
        sources.SUMMARY,
        "kwiecień 2026",
        venue=venues.KAFFKA,
        facts={
            **WALK_IN,
            "lead": "Druga odsłona cyklu, w Społecznej Kaffce.",
        },
        partners=(ORGANIZED_BY_PROXY,),
        held=sources.SUMMARY,
    ),
    Meeting(
        THIRD_PLACE_MAY,
        series.THIRD_PLACE,
        sources.THIRD,
        "13.05.2026 14.00–18.00",
        drop_in=True,
        venue=venues.COGITO,
        facts={
            **WALK_IN,
            "lead": "Trzecia odsłona cyklu: bez sceny i mikrofonu, przy kawiarnianym stoliku.",
            "audience": "wszyscy, którym bliskie są sprawy miasta i sąsiedztwa",
            "body": "<p>Tym razem spotykamy się w kawiarni społecznej w Pałacu Krzysztofory. "
            "Osoby z doświadczeniem kryzysów psychicznych zdobywają w niej zawód "
            "i samodzielność.</p><p>Nie ma programu ani przemówień. Jest czas, żeby porozmawiać, "
            "lepiej się poznać i poszukać inspiracji.</p>",
        },
        partners=(ORGANIZED_BY_PROXY,),
        # The summary was published two days later and does not mention it.
    ),
    # The recap of March plans it „w czerwcu”; nothing later says a day, or that it came about.
    Meeting(
        TOGETHER_JUNE,
        series.TOGETHER,
        sources.RECAP,
        "czerwiec 2026",
        facts={
            "lead": "Następna edycja, zapowiedziana w relacji z marca.",
            "body": "<p>Relacja z marcowego spotkania zapowiada następne na czerwiec i zaprasza "
            "organizacje, żeby przyszły i współtworzyły program.</p>",
        },
        partners=(ORGANIZED_BY_PROXY,),
    ),
)
