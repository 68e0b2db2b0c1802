"""Meetings that are over and of which something is still to be said."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Event
from events.models.event import EventQuerySet
from portal.desk.line import Line, Other, Urgency
from portal.desk.reach import form_of, list_of
from portal.desk.words import passed


def past_due(user: Any, at: datetime) -> Iterator[Line]:
    """Two queries."""
    yield from unanswered(user, at)
    yield from without_note(user, at)


def told_of(at: datetime) -> EventQuerySet:
    return Event.objects.public(at).past(at).filter(is_example=False).defer("body")


def unanswered(user: Any, at: datetime) -> Iterator[Line]:
    """The page says that nobody knows, and figures leave it out, until somebody answers."""
    if not user.has_perm("events.change_event"):
        return
    may_note = user.has_perm("events.add_attendancenote")
    for event in told_of(at).expected():
        yield Line(
            kind="held",
            text=_("Odbyło się? %s") % event.title,
            why=passed(event, at),
            url=form_of(Event, event.pk, "odbylo-sie"),
            action=_("Odpowiedz"),
            urgency=Urgency.NOW,
            other=Other(_("Napisz notatkę"), note_page(event)) if may_note else None,
            all_url=list_of(Event, kiedy="pytanie"),
        )


def without_note(user: Any, at: datetime) -> Iterator[Line]:
    if not user.has_perm("events.add_attendancenote"):
        return
    for event in told_of(at).held().filter(note__isnull=True):
        yield Line(
            kind="note",
            text=_("Nie ma notatki: %s") % event.title,
            why=passed(event, at),
            url=note_page(event),
            action=_("Napisz notatkę"),
            all_url=list_of(Event, outcome__exact="held", note__isnull=1),
        )


def note_page(event: Event) -> str:
    """The screen for a phone, which also asks whether it took place."""
    return reverse("admin:events_event_note", args=[event.pk])
