"""One line about one record, in the nominative and without a full stop."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from events.models import Event
from reports.models import Activity
from reports.period import Meeting
from reports.prose.counts import how_many
from reports.prose.places import HOME, away_of, is_said, outside, place_of
from reports.prose.words import beginning_of, quoted

ELSEWHERE = "poza Krakowem"


def meeting_line(meeting: Meeting, after: str = "") -> str:
    """„pierwsza odsłona cyklu „Spotkajmy się w 3miejscu” (Cafe NOWA Księgarnia) – 41 osób”.

    `after` is the line above: where it begins alike, the title comes first.
    """
    event, known = meeting.event, how_many(meeting)
    place = f" ({held_at(event)})" if event.place_name else ""
    return meeting_name(event, after) + place + (f" – {known}" if known else "")


def held_at(event: Event) -> str:
    """As it was called that day; with its town, unless that is Kraków."""
    away = event.venue if outside(event.venue) else None
    return f"{event.place_name}, {away.city}" if away else event.place_name


def meeting_name(event: Event, after: str = "") -> str:
    """The title, which edition it was, and of which cycle, each said once."""
    names = names_of(event)
    alike = beginning_of(after)
    return next((name for name in names if beginning_of(name) != alike), names[0])


def names_of(event: Event) -> list[str]:
    """What it may be called, the best first."""
    series, edition = event.series, event.edition_label
    if series is None:
        return [quoted(event.title), f"spotkanie {quoted(event.title)}"]
    of_cycle = f"{edition or 'spotkanie z'} cyklu {quoted(series.name)}"
    named = quoted(event.title) + (f", {edition}" if edition else "")
    if event.title == series.name:
        return [of_cycle, named if edition else f"kolejne {of_cycle}"]
    if series.name in event.title:
        return [named, of_cycle]
    return [f"{quoted(event.title)}, {of_cycle}", f"{of_cycle}: {quoted(event.title)}"]


def activity_line(activity: Activity) -> str:
    """The title is the line; a place follows when the title does not say it."""
    place, title = place_of(activity), activity.title
    if not is_said(place, title):
        return f"{title} ({place})"
    silent = away_of(activity) and not place and ELSEWHERE not in title
    return f"{title} ({ELSEWHERE})" if silent and HOME not in title else title


def spread(activities: Iterable[Activity]) -> Iterator[Activity]:
    """In their order, but where neither a date nor a person's order says which comes first:
    there no two neighbours begin alike, as long as others are left."""
    above: tuple[str, ...] = ()
    for _place, rows in groupby(activities, key=place_in_order):
        left = list(rows)
        while left:
            chosen = next((row for row in left if beginning_of(row.title) != above), left[0])
            left.remove(chosen)
            above = beginning_of(chosen.title)
            yield chosen


def place_in_order(activity: Activity) -> tuple[object, ...]:
    return activity.starts_at, activity.precision, activity.position
