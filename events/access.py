"""What one meeting offers to who cannot climb, hear or see as others do: its own answers first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.text import capfirst

from events.models import Event, EventAccess
from portal.kernel.phrases import days
from venues.access import (
    STEPS,
    AccessLine,
    Source,
    has_steps,
    in_order,
    is_stale,
    line_of,
    lines_of_building,
    short_words,
    unknown,
)
from venues.models import AccessFact, Venue

Key = EventAccess.Key


def access_of(event: Event, at: datetime) -> list[AccessLine]:
    """Each key once: the meeting's answer, else its venue's; then what the building's page says.

    Empty where nobody may know a venue and nothing was said of the meeting itself. Reads what
    `for_page()` fetched. A venue that is no longer public keeps its answers to itself.
    """
    own = {fact.key: own_line(fact, at) for fact in event.access_facts.all()}
    venue = event.venue if event.venue and event.venue.is_public(at) else None
    if not own and venue is None:
        return []
    there = {fact.key: line_of(fact, at) for fact in venue.access_facts.all()} if venue else {}
    keys = labels(venue)
    found = [own.get(key) or there.get(key) or unknown(key, keys[key]) for key in in_order(keys)]
    return [*found, *of_building(venue, own, at)]


def own_line(fact: EventAccess, at: datetime) -> AccessLine:
    return AccessLine(
        key=fact.key,
        label=fact.get_key_display(),
        answer=fact.answer,
        note=fact.note,
        checked_on=fact.checked_on,
        source=Source.EVENT,
        is_stale=is_stale(fact.checked_on, at),
    )


def labels(venue: Venue | None) -> dict[str, str]:
    """What is asked: of a meeting without a place, only what the meeting itself can answer."""
    of_venue = dict(AccessFact.Key.choices) if venue else {}
    return {key: str(label) for key, label in {**of_venue, **dict(Key.choices)}.items()}


def of_building(venue: Venue | None, own: Iterable[str], at: datetime) -> list[AccessLine]:
    """But for what the meeting answers itself, such as a side door."""
    rows = lines_of_building(venue.inside, at) if venue else []
    return [row for row in rows if row.key not in own]


@dataclass(frozen=True)
class InShort:
    """Next to the date: bold words, what follows them, and since when they are known."""

    lead: str
    text: str = ""
    checked: str = ""


def in_short(lines: list[AccessLine]) -> InShort | None:
    """„Bez stopni, PJM”: what is certain, and that there are steps; None where nothing is asked."""
    words, steps = ", ".join(short_words(lines)), STEPS if has_steps(lines) else ""
    if words or steps:
        rest = f", {steps}" if words and steps else ""
        return InShort(capfirst(words or steps), rest, checked(told_in_short(lines)))
    if not lines:
        return None
    is_known = any(row.is_known for row in lines)
    return InShort("Dostępność", ": szczegóły niżej" if is_known else ": jeszcze nie sprawdziliśmy")


def told_in_short(lines: list[AccessLine]) -> list[date]:
    """The days on which somebody checked what the short line says."""
    rows = [row for row in lines if short_words([row]) or has_steps([row])]
    return [row.checked_on for row in rows if row.checked_on]


def checked(found: list[date]) -> str:
    """„sprawdzono 3 maja 2026 r.”, „sprawdzono 3–5 maja 2026 r.”"""
    return f"sprawdzono {days(min(found), max(found))}" if found else ""
