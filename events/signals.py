"""What a save sets right elsewhere: the places of events ahead, and the stamps of their entries.

The clock is read here because a signal has no caller who could pass it.
"""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from django.utils import timezone

from events.models import Event, EventChange, Series
from events.models.event import EventQuerySet
from events.stamps import COLUMNS, stamp
from venues.models import Venue


@receiver(post_save, sender=Venue)
def events_follow_their_venue(instance: Venue, **kwargs: Any) -> None:
    """A venue renamed today must not rewrite where past events were; those ahead follow it."""
    at = timezone.now()
    inner = Q(venue__inside=instance) | Q(venue__inside__inside=instance)
    events = Event.objects.filter(Q(venue=instance) | inner)
    take_places(events, at)
    stamp(events, at)


def take_places(events: EventQuerySet, at: datetime) -> None:
    """Refresh the kept name and address of events that are not over. Two queries."""
    ahead = list(events.upcoming(at).select_related("venue__inside__inside"))
    for event in ahead:
        event.take_place()
    Event.objects.bulk_update(ahead, ["place_name", "place_address"], batch_size=100)


@receiver(pre_save, sender=Event)
def keep_the_stamp(instance: Event, raw: bool, **kwargs: Any) -> None:
    """The stamp is the database's: an event read before another save must not put it back."""
    stored = Event.objects.filter(pk=instance.pk).values_list(*COLUMNS).first()
    if stored and not raw:
        instance.feed_digest, instance.feed_changed_at = stored


@receiver(post_save, sender=Event)
def stamp_an_event(instance: Event, raw: bool, **kwargs: Any) -> None:
    if not raw:
        stamp(Event.objects.filter(pk=instance.pk), timezone.now())


@receiver([post_save, post_delete], sender=EventChange)
def stamp_what_changed(instance: EventChange, **kwargs: Any) -> None:
    stamp(Event.objects.filter(pk=instance.event_id), timezone.now())


@receiver(post_save, sender=Series)
def stamp_editions(instance: Series, **kwargs: Any) -> None:
    stamp(Event.objects.filter(series=instance), timezone.now())
