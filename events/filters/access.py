"""How many meetings offer each kind of accessibility; `offers` says when one does.

Unknown is never yes, and the facts of a building do not pass to the place inside it.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q

from events.models import EventAccess
from events.models.event import EventQuerySet, offers
from venues.access import ORDER
from venues.models import AccessFact, Venue

YES = AccessFact.Answer.YES


def labels() -> dict[str, str]:
    """„step_free” → „wejście bez stopni”, from the street inwards, as a passport of a venue."""
    names = {**dict(EventAccess.Key.choices), **dict(AccessFact.Key.choices)}
    return {key: str(names[key]) for key in ORDER}


def all_offered(keys: Iterable[str], at: datetime) -> Q:
    found = Q()
    for key in keys:
        found &= offers(key, at)
    return found


def counts(events: EventQuerySet, at: datetime) -> Counter[str]:
    """How many of the events offer each; two queries, where `offers` would ask for every key."""
    pks = events.order_by().values("pk")
    own = EventAccess.objects.filter(event__in=pks, answer=YES).order_by()
    found = Counter(dict(own.values_list("key").annotate(many=Count("pk"))))
    found.update(by_venue(pks, at))
    return found


def by_venue(events: Any, at: datetime) -> dict[str, int]:
    """Without the keys that an event answers for itself."""
    own = EventAccess.objects.filter(event=OuterRef("event"), key=OuterRef("key"))
    # The event as a column: a relation named again would be joined again, and count in squares.
    facts = AccessFact.objects.filter(answer=YES, venue__in=Venue.objects.public(at))
    rows = (
        facts.order_by().annotate(event=F("venue__events")).filter(~Exists(own), event__in=events)
    )
    return dict(rows.values_list("key").annotate(many=Count("event")))
