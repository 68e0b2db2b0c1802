"""A change of today's or tomorrow's event, told to the others."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils.translation import gettext as _

from events import actions
from events.facts import Facts
from events.models import Event, EventChange
from events.models.event import EventQuerySet
from portal.kernel.months import day_of, midnight
from portal.kernel.when import FINE

# Sent inside the transaction that made the change. Its arguments: `event`, `changes`
# (list[EventChange]), `by` (a user or None), `at` (aware). Who tells the others listens here.
announced = Signal()


def at_hand(at: datetime) -> EventQuerySet:
    """Public events of today and tomorrow in Warsaw, running ones and today's that are over.

    A date without a day is not at hand, nor what merely ended at this day's first minute.
    """
    today = midnight(day_of(at))
    after_tomorrow = midnight(day_of(at) + timedelta(days=2))
    near = Q(starts_at__lt=after_tomorrow) & Q(ends_at__gt=today)
    found: EventQuerySet = Event.objects.public(at).filter(near, precision__in=FINE)
    return found.order_by("starts_at", "pk")


def is_at_hand(event: Event, at: datetime) -> bool:
    return at_hand(at).filter(pk=event.pk).exists()


@transaction.atomic
def change_at_last_moment(
    *, event: Event, before: Facts, by: Any, at: datetime, reason: str
) -> list[EventChange]:
    """Save and tell a change that cannot wait, whoever of the office makes it.

    A venue that is not in the register yet is kept as a draft. ValidationError for an event that
    is not of today or tomorrow, and for whatever `change_event` refuses.
    """
    if not is_at_hand(event, at):
        raise ValidationError(_("To nie jest wydarzenie dzisiejsze ani jutrzejsze."))
    keep_new_venue(event, by)
    changes = actions.change_event(event=event, before=before, by=by, at=at, reason=reason)
    announced.send(sender=Event, event=event, changes=changes, by=by, at=at)
    return changes


def keep_new_venue(event: Event, by: Any) -> None:
    """A place typed at the door becomes a draft of the register, with its author."""
    venue = event.venue
    if venue is None or venue.pk is not None:
        return
    venue._history_user = by
    venue.save()
    event.venue = venue
