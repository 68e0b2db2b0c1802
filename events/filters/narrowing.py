"""A choice as a condition on events."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from events.filters import access
from events.filters.area import within
from events.filters.choice import Choice
from events.models import Event, Partnership
from events.models.event import EventQuerySet
from organizations.models import Organization
from portal.kernel.word_filter import holding

NO_SIGN_UP = Q(sign_up=Event.SignUp.NONE)
FREE = Q(is_free=True)


def narrowed(
    events: EventQuerySet, choice: Choice, at: datetime, *, but: str = ""
) -> EventQuerySet:
    """The events that meet the choice, in the order they had, each once.

    `but`: a part of the choice that does not count, for how much its other values would find.
    """
    for name in (field.name for field in fields(choice)):
        value = getattr(choice, name)
        if value and name != but:
            events = events.filter(condition(name, value, at))
    return events


def condition(name: str, value: Any, at: datetime) -> Q:
    """One part of a choice."""
    match name:
        case "words":
            return holding(Event, value, at)
        case "days":
            found: Q = value.condition()
            return found
        case "area":
            return within(value)
        case "organization":
            return has_role(value)
        case "audience":
            return Q(addressed_to=value)
        case "access":
            return access.all_offered(value, at)
        case "no_sign_up":
            return NO_SIGN_UP
        case "free":
            return FREE
    return Q(**{name: value})


def has_role(organization: Organization) -> Q:
    """Whatever the role; one that has two roles counts once."""
    return Q(Exists(Partnership.objects.filter(event=OuterRef("pk"), organization=organization)))
