"""Since when the served entry of an event is what it is: DTSTAMP, LAST-MODIFIED, Last-Modified.

A SHA-256 of the entry's content tells whether a save changed what feeds serve. The moment moves
then and only then; it is kept by an update that makes no version of the event and no history.
"""

import hashlib
import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from django.db.models import Max, Prefetch, Q

from events.entry import Entry, entry_of
from events.models import Event, EventChange, Partnership
from events.models.event import EventQuerySet
from organizations.models import Organization
from portal.kernel.modified import latest
from portal.kernel.publishing import Status

# How long what passed stays in feeds (events-domain.md, 4): cancelled entries must be seen.
PAST = timedelta(days=90)
# At the end of time every publication has fallen due: what is scheduled is in the digest already,
# and its hour counts by itself (`changed_at`).
WHEN_ALL_IS_DUE = datetime.max.replace(tzinfo=UTC)
COLUMNS = ["feed_digest", "feed_changed_at"]
BATCH = 100  # rows an UPDATE: SQLite limits the number of parameters


def for_feed(events: EventQuerySet) -> EventQuerySet:
    """With all that an entry reads, in two queries."""
    changes = Prefetch("changes", EventChange.objects.order_by("-at", "-pk"))
    return events.select_related("series", "venue__inside__inside").prefetch_related(changes)


def in_feeds(at: datetime) -> EventQuerySet:
    """Public, with a day, past for 90 days at most; the cancelled too. Soonest first."""
    served = Event.objects.public(at).dated().filter(ends_at__gt=at - PAST)
    return for_feed(served).order_by("sort_at", "pk")


def digest(event: Event) -> str:
    """Of what feeds serve of it once all is due; "" where they serve nothing."""
    if event.status != Status.PUBLISHED or event.when.is_coarse:
        return ""
    content = asdict(entry_of(event, WHEN_ALL_IS_DUE))
    text = json.dumps(content, default=str, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def stamp(events: EventQuerySet, at: datetime) -> None:
    """Move the moment of those whose entry differs from the last one. Three queries a hundred."""
    changed = []
    for event in for_feed(events):
        if (now := digest(event)) != event.feed_digest:
            event.feed_digest, event.feed_changed_at = now, at
            changed.append(event)
    if changed:
        Event.objects.bulk_update(changed, COLUMNS, batch_size=BATCH)


def changed_at(event: Event, entry: Entry) -> datetime:
    """Of what is served: never before it was published, nor before what it quotes was."""
    quoted = [
        event.series.published_at if event.series and entry.category else None,
        event.venue.published_at if event.venue and entry.geo else None,
    ]
    found = latest(event.feed_changed_at, event.published_at, *quoted)
    return found or entry.created


def feeds_changed_at(at: datetime) -> datetime | None:
    """No feed has changed since: the last change of any entry, and of what belongs in feeds.

    It may be later than the last change of one feed, never earlier: an entry that left a feed
    leaves no trace in it. One query; None while there is nothing to serve.
    """
    due = {"published_at__lte": at, "status": Status.PUBLISHED}
    found = Event.objects.aggregate(
        entry=Max("feed_changed_at"),
        withdrawn=Max("withdrawn_at"),
        event=Max("published_at", filter=Q(**due)),
        series=Max("series__published_at", filter=due_of("series", due)),
        venue=Max("venue__published_at", filter=due_of("venue", due)),
        fallen_out=Max("ends_at", filter=Q(ends_at__lte=at - PAST)),
    )
    out = found.pop("fallen_out")
    return latest(*found.values(), out + PAST if out else None)


def due_of(relation: str, due: dict[str, object]) -> Q:
    return Q(**{f"{relation}__{field}": value for field, value in due.items()})


def partners_changed_at(organization: Organization) -> datetime | None:
    """When it was last given a role or lost one; from the log, since a lost role has no row."""
    roles = Partnership.history.filter(organization=organization)  # type: ignore[attr-defined]
    found: datetime | None = roles.aggregate(last=Max("history_date"))["last"]
    return found
