"""What is known of getting in and staying: each answer in words, with the day it was checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from portal.kernel.months import day_of
from venues.models import AccessFact, Venue

Key, Answer = AccessFact.Key, AccessFact.Answer

# „captions” is asked of meetings alone (events.EventAccess).
GROUPS = (
    (_("Dojście i wejście"), (Key.STEP_FREE, Key.LIFT, Key.PARKING)),
    (_("W środku"), (Key.TOILET, Key.QUIET_ROOM)),
    (_("Słuch i wzrok"), (Key.LOOP, Key.SIGN_LANGUAGE, "captions")),
    (_("Zasady domu"), (Key.ASSISTANCE_DOG, Key.NO_PURCHASE, Key.LAPTOP)),
)
ORDER = [str(key) for _title, keys in GROUPS for key in keys]
# The rules of a café are its own, whatever the house around it allows.
OF_THE_ROOM = {Key.NO_PURCHASE, Key.LAPTOP}

# As short as a card has room for; what has no short word is said on the page alone.
WORDS = {
    "step_free": "bez stopni",
    "lift": "winda",
    "toilet": "toaleta dostępna",
    "loop": "pętla indukcyjna",
    "sign_language": "PJM",
    "captions": "napisy na żywo",
    "quiet_room": "ciche miejsce",
}
# The one „nie” that decides whether to set out at all.
STEPS = "wejście ma stopnie"


class Source(StrEnum):
    EVENT = "event"
    VENUE = "venue"
    BUILDING = "building"


@dataclass(frozen=True)
class AccessLine:
    """One answer. `place` names the building where the answer is the building's."""

    key: str
    label: str
    answer: str
    note: str = ""
    checked_on: date | None = None
    source: Source = Source.VENUE
    is_stale: bool = False
    place: str = ""

    @property
    def said(self) -> str:
        return str(Answer(self.answer).label)

    @property
    def is_known(self) -> bool:
        return self.answer != Answer.UNKNOWN

    @property
    def is_certain(self) -> bool:
        """A „tak” that was checked within the last year."""
        return self.answer == Answer.YES and not self.is_stale


@dataclass(frozen=True)
class Group:
    title: str
    lines: list[AccessLine]


@dataclass(frozen=True)
class Sheet:
    """What is known, under headings; then what is not, once."""

    groups: list[Group]
    unknown: list[AccessLine]


def lines_of(venue: Venue, at: datetime) -> list[AccessLine]:
    """Each key once, „nie wiemy” where nobody said more; then what the building's own page says.

    Reads `access_facts` of the venue and of the building around it: prefetch both.
    """
    found = {fact.key: line_of(fact, at) for fact in venue.access_facts.all()}
    own = [found.get(key) or unknown(key, str(Key(key).label)) for key in in_order(Key.values)]
    return [*own, *lines_of_building(venue.inside, at)]


def lines_of_building(building: Venue | None, at: datetime) -> list[AccessLine]:
    if building is None or not building.is_public(at):
        return []
    facts = [fact for fact in building.access_facts.all() if fact.key not in OF_THE_ROOM]
    found = {fact.key: line_of(fact, at, place=building.name) for fact in facts}
    return [found[key] for key in in_order(found) if found[key].is_known]


def line_of(fact: AccessFact, at: datetime, place: str = "") -> AccessLine:
    return AccessLine(
        key=fact.key,
        label=fact.get_key_display(),
        answer=fact.answer,
        note=fact.note,
        checked_on=fact.checked_on,
        source=Source.BUILDING if place else Source.VENUE,
        is_stale=is_stale(fact.checked_on, at),
        place=place,
    )


def unknown(key: str, label: str, source: Source = Source.VENUE) -> AccessLine:
    return AccessLine(key, label, Answer.UNKNOWN, source=source)


def in_order(keys: Iterable[str]) -> list[str]:
    """From the street inwards, then what one hears and sees, then the rules."""
    return sorted(keys, key=ORDER.index)


def is_stale(checked_on: date | None, at: datetime) -> bool:
    """More than twelve months ago, by the days of Warsaw."""
    return checked_on is not None and checked_on < a_year_before(day_of(at))


def a_year_before(day: date) -> date:
    """29 February counts back to the 28th."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - 1, day=last)


def sheet_of(lines: Iterable[AccessLine]) -> Sheet:
    """The meeting's own answers first, then the venue's by subject, then the building's."""
    rows = list(lines)
    known = [row for row in rows if row.is_known]
    own = [Group(str(_("Na tym spotkaniu")), [row for row in known if row.source == Source.EVENT])]
    groups = [*own, *groups_of(known), *buildings(known)]
    return Sheet([group for group in groups if group.lines], [r for r in rows if not r.is_known])


def groups_of(known: list[AccessLine]) -> list[Group]:
    rows = [row for row in known if row.source == Source.VENUE]
    return [Group(str(title), [r for r in rows if r.key in keys]) for title, keys in GROUPS]


def buildings(known: list[AccessLine]) -> list[Group]:
    """„Budynek: Pałac Krzysztofory”: what holds for it is not said of the café inside."""
    rows = [row for row in known if row.source == Source.BUILDING]
    return [
        Group(_("Budynek: %s") % place, rows) for place in dict.fromkeys(row.place for row in rows)
    ]


def short_words(lines: Iterable[AccessLine]) -> list[str]:
    """„bez stopni”, „PJM”: what is certain of the place itself, never of the house around it."""
    rows = (row for row in lines if row.is_certain and row.source != Source.BUILDING)
    return [WORDS[row.key] for row in rows if row.key in WORDS]


def has_steps(lines: Iterable[AccessLine]) -> bool:
    """Somebody looked, and there is no way in without steps."""
    return any(
        row.key == Key.STEP_FREE and row.answer == "no" and row.source != Source.BUILDING
        for row in lines
    )
