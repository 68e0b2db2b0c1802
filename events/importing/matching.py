"""Which events that stand already a proposal may mean."""

from collections.abc import Iterable

from events.importing.proposal import EventProposal
from events.models import Event
from portal.kernel.when import When

MOST = 4


def existing(proposal: EventProposal) -> list[Event]:
    """The likeliest first; nothing from the bin. One query."""
    near = Event.objects.kept().select_related("series", "venue").order_by("sort_at", "pk")
    rows = near.filter(series=proposal.series.pk) if proposal.series else near
    if proposal.day and not proposal.series:
        rows = rows.filter(starts_at__lt=proposal.day.ends_at, ends_at__gt=proposal.day.starts_at)
    elif not proposal.series:
        return []
    return ranked(rows[:200], proposal)


def ranked(rows: Iterable[Event], proposal: EventProposal) -> list[Event]:
    found = [(likeness(event, proposal), event) for event in rows]
    likely = sorted((row for row in found if row[0] > 0), key=lambda row: -row[0])
    return [event for _, event in likely[:MOST]]


def likeness(event: Event, proposal: EventProposal) -> int:
    """Of a cycle: the number, the time and the place count; another number excludes."""
    score = 0
    if proposal.edition and event.edition:
        if proposal.edition != event.edition:
            return 0
        score += 4
    if proposal.day:
        if not overlaps(event.when, proposal.day):
            return 0 if score == 0 else 1
        score += 3
    if proposal.venue and event.venue_id == proposal.venue.pk:
        score += 2
    return score


def overlaps(one: When, other: When) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
