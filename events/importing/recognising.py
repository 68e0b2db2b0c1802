"""From a draft's words to proposals: which meetings it speaks of, when, where, with whom.

Nothing is written and nothing is sure: each proposal quotes its sentences and waits for a person.
"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from events.checks.numbers import numbers
from events.importing.meetings import PAST, Meetings, once
from events.importing.names import Kind, Registry
from events.importing.proposal import EventProposal, Recognised
from events.importing.roles import organizations
from events.importing.seen import Seen, see
from events.importing.sentences import sentences
from events.importing.unknown import find_all
from events.models import Announcement

MOST = 20  # proposals of one text; more is a calendar, and no announcement


def recognise(
    title: str, lead: str, body: str, *, published: date | None, registry: Registry
) -> Recognised:
    rows = [see(row, published, registry) for row in sentences(title, lead, body)]
    events = Meetings(rows, title, published).proposals()
    people = [row.label for seen in rows for row in seen.of(Kind.PERSON)]
    counts = {row.words.casefold(): row.words for seen in rows for row in numbers(seen.text)}
    return Recognised(
        events=tuple(events[:MOST]),
        organizations=organizations(rows),
        people=once(people),
        counts=tuple(counts.values()),
        unknown=find_all(rows),
        doubts=once([*doubts(rows, registry), *too_many(events)]),
        kind=kind_of(events, rows, published),
    )


def doubts(rows: list[Seen], registry: Registry) -> Iterator[str]:
    for row in rows:
        yield from (found.doubt for found in row.days if found.doubt)
        for slip in registry.slips(row.text):
            yield _("„%(said)s” wygląda na „%(meant)s”.") % {"said": slip.said, "meant": slip.meant}


def too_many(events: list[EventProposal]) -> list[str]:
    if len(events) <= MOST:
        return []
    return [_("Dat jest więcej niż %d: pokazano pierwsze.") % MOST]


def kind_of(events: list[EventProposal], rows: list[Seen], published: date | None) -> str:
    """An invitation to what lies ahead, a recap of what is over, else news."""
    ahead = [
        row
        for row in events
        if row.day and not row.day.is_coarse and published and row.day.last_day >= published
    ]
    if ahead:
        return Announcement.Kind.INVITATION.value
    told = " ".join(row.text for row in rows[:4])
    return (Announcement.Kind.RECAP if PAST.search(told) else Announcement.Kind.NEWS).value
