"""What lies ahead, counted from the day on which the demo is loaded: invented, and saying so.

Offices are named and people are not. Editions have no number: how many there have been since
May 2026 is not known.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from events.models import Event, EventAccess, Partnership
from events.models.series import Audience
from portal.demo import organizations, series, venues
from portal.demo.announcements import Kind, Text
from portal.demo.events import ORGANIZED_BY_PROXY, WALK_IN, Access, Meeting, Partner
from portal.kernel.months import Month, day_of
from venues.models import AccessFact


@dataclass(frozen=True)
class Move:
    """A change of place after publication."""

    meeting: str
    venue: str
    at: datetime
    reason: str


NEXT_THIRD_PLACE = "następne 3miejsce"
NEXT_BENCH = "następna Ławka"
NEXT_TOGETHER = "następne Wspólnie do celu"

TUESDAY, WEDNESDAY = 1, 2
# (month, day) of holidays with a fixed date: nobody is invited on them.
HOLIDAYS = {
    (1, 1),
    (1, 6),
    (5, 1),
    (5, 3),
    (8, 15),
    (11, 1),
    (11, 11),
    (12, 24),
    (12, 25),
    (12, 26),
}

UNNUMBERED = {"edition": None, "is_example": True}
ACCESS_CONTACT = (
    "biuro Pełnomocnika, najpóźniej trzy dni robocze wcześniej; prawdziwe zaproszenie poda tu "
    "telefon i e-mail"
)

# What the meeting itself would bring along. Of a real place's doors nothing may be made up.
Key, Answer = EventAccess.Key, AccessFact.Answer
EXAMPLE = "przykładowa odpowiedź"


def first(weekday: int, not_before: date) -> date:
    """The first such day of the week from then on that is not a holiday."""
    day = not_before + timedelta(days=(weekday - not_before.weekday()) % 7)
    while (day.month, day.day) in HOLIDAYS:
        day += timedelta(days=7)
    return day


def meetings(now: datetime) -> tuple[Meeting, ...]:
    """A meeting in two or three weeks, a conversation in a month, and a month without a day."""
    today, announced = day_of(now), now - timedelta(days=6)
    checked = today - timedelta(days=8)
    return (
        third_place(first(WEDNESDAY, today + timedelta(days=15)), announced, checked),
        bench(first(TUESDAY, today + timedelta(days=29)), announced, checked),
        together(Month.of(today).shifted(2), announced),
    )


def third_place(day: date, announced: datetime, checked: date) -> Meeting:
    return Meeting(
        NEXT_THIRD_PLACE,
        series.THIRD_PLACE,
        announced,
        f"{day:%d.%m.%Y} 14.00–18.00",
        drop_in=True,
        venue=venues.C10,
        facts={
            **UNNUMBERED,
            **WALK_IN,
            "title": "Spotkajmy się w 3miejscu",
            "lead": "Stolik, herbata i cztery godziny na rozmowę. Wystarczy przyjść.",
            "languages": "po polsku, a w razie potrzeby po angielsku",
            "access_contact": ACCESS_CONTACT,
            "body": "<p>To przykład, który pokazuje, jak portal zapowiada następne spotkanie. "
            "Takiego terminu urząd nie ogłosił.</p><p>Pełnomocnik czeka przez całe popołudnie: "
            "z pomysłem, pytaniem albo kłopotem można zajrzeć o dowolnej porze i zostać, ile "
            "trzeba.</p><h2>O czym rozmawiamy</h2><ul><li>jak zacząć, kiedy ma się sam "
            "pomysł,</li><li>gdzie szukać pieniędzy, sali i sojuszników,</li><li>co ułatwiłoby "
            "współpracę z miastem.</li></ul>",
        },
        partners=(ORGANIZED_BY_PROXY,),
        access=(
            Access(Key.SIGN_LANGUAGE, Answer.YES, checked, EXAMPLE),
            Access(Key.CAPTIONS, Answer.NO, checked, EXAMPLE),
            Access(Key.LOOP, Answer.UNKNOWN, note="przykładowe pytanie, czekamy na odpowiedź"),
        ),
    )


def bench(day: date, announced: datetime, checked: date) -> Meeting:
    return Meeting(
        NEXT_BENCH,
        series.BENCH,
        announced,
        f"{day:%d.%m.%Y} 17.30",
        "19.30",
        planned_end=True,
        venue=venues.MULTICULTURAL,
        facts={
            **UNNUMBERED,
            "title": "Ławka dialogu dla młodych organizacji",
            "lead": "Otwarta rozmowa Prezydenta Miasta Krakowa z tymi, którzy dopiero zaczynają.",
            "audience": "organizacje i grupy nieformalne, które działają od niedawna",
            "addressed_to": Audience.ORGANIZATIONS,
            "access_contact": ACCESS_CONTACT,
            "body": "<p>To przykład, który pokazuje spotkanie z godziną rozpoczęcia i z końcem "
            "podanym w przybliżeniu. Takiego terminu urząd nie ogłosił.</p>",
        },
        partners=(Partner(organizations.MAYOR, Partnership.Role.ORGANIZER),),
        access=(
            Access(Key.SIGN_LANGUAGE, Answer.YES, checked, EXAMPLE),
            Access(Key.CAPTIONS, Answer.YES, checked + timedelta(days=1), EXAMPLE),
        ),
    )


def move_of_the_bench(now: datetime) -> Move:
    """So that a change after publication can be seen: on pages, in lists and in feeds."""
    return Move(
        NEXT_BENCH,
        venues.CLUSTER,
        now - timedelta(days=1),
        "to przykład, który pokazuje zmianę miejsca po publikacji",
    )


def together(month: Month, announced: datetime) -> Meeting:
    return Meeting(
        NEXT_TOGETHER,
        series.TOGETHER,
        announced,
        month.nominative,
        facts={
            **UNNUMBERED,
            "title": "Wspólnie do celu",
            "lead": "Organizacje spotykają się znowu. Miesiąc już wiadomo, dnia jeszcze nie.",
            "sign_up": Event.SignUp.UNKNOWN,
            "body": "<p>To przykład, który pokazuje spotkanie zaplanowane na miesiąc, zanim "
            "znany jest dzień i miejsce. Takiego terminu urząd nie ogłosił.</p>",
        },
        partners=(ORGANIZED_BY_PROXY,),
    )


def announcement(now: datetime) -> Text:
    """The invitation to the next meeting; its lead is the one that the draft writes."""
    return Text(
        now - timedelta(days=4),
        Kind.INVITATION,
        "Przyjdź porozmawiać: następne „Spotkajmy się w 3miejscu”",
        "",
        "<p>To przykład, który pokazuje zaproszenie napisane przy wydarzeniu: termin, miejsce "
        "i zasady wstępu portal wpisał do wstępu sam. Takiego spotkania urząd nie ogłosił.</p>"
        "<h2>Jak to wygląda</h2>"
        "<p>Pełnomocnik siada przy stole w trzecim miejscu i jest do dyspozycji od 14.00 do "
        "18.00. Można wpaść na pięć minut albo zostać do końca, samemu albo w kilka osób.</p>"
        "<h2>Z czym przyjść</h2>"
        "<ul>"
        "<li>z pomysłem, który szuka pieniędzy, sali albo ludzi,</li>"
        "<li>z pytaniem o stowarzyszenie, fundację lub inicjatywę lokalną,</li>"
        "<li>ze sprawą z sąsiedztwa,</li>"
        "<li>z ciekawości.</li>"
        "</ul>"
        "<h2>Czego nie trzeba</h2>"
        "<p>Zapisywać się, umawiać, wypełniać formularzy ani należeć do żadnej organizacji. "
        "Wystarczy przyjść.</p>",
        (NEXT_THIRD_PLACE,),
    )
