"""A venue renamed today must not rewrite where past events were; those ahead follow it."""

from typing import Any

from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone

from events.models import Event
from venues.models import Venue


@receiver(post_save, sender=Venue)
def events_ahead_follow_their_venue(instance: Venue, **kwargs: Any) -> None:
    """Refresh the kept name and address of events that are not over. Two queries and one an event.

    The clock is read here because a signal has no caller who could pass it.
    """
    ahead = Event.objects.filter(Q(venue=instance) | Q(venue__inside=instance))
    for event in ahead.upcoming(timezone.now()).select_related("venue__inside"):
        event.take_place()
        Event.objects.filter(pk=event.pk).update(
            place_name=event.place_name, place_address=event.place_address
        )
