"""One person's desk at one moment."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.last_moment import at_hand
from events.tense import countdown
from portal.desk.contact_due import contact_due
from portal.desk.cycles_due import cycles_due
from portal.desk.drafts_due import drafts_due, unpublished, waiting
from portal.desk.events_due import events_due
from portal.desk.line import Desk, Line, Urgency, group_of, sections_of
from portal.desk.notes_due import notes_due
from portal.desk.own_due import own_due
from portal.desk.pages_due import pages_due
from portal.desk.past_due import past_due
from portal.desk.reports_due import reports_due


def desk(user: Any, at: datetime) -> Desk:
    """All that this person may do something about; a number of queries that rows do not change."""
    found = unpublished(at)
    lines = [
        *own_due(user, at),
        *past_due(user, at),
        *events_due(user, at),
        *notes_due(user, at),
        *cycles_due(user, at),
        *reports_due(user, at),
        *drafts_due(found, user, at),
        *pages_due(user, at),
        *contact_due(user),
    ]
    scheduled = waiting(found, user, at)
    return Desk(
        sections=sections_of(lines),
        today=tuple(at_the_last_moment(user, at)),
        waiting=group_of(scheduled) if scheduled else None,
    )


def at_the_last_moment(user: Any, at: datetime) -> Iterator[Line]:
    """Of today or tomorrow, expected and not over: one screen changes it from a phone."""
    if not user.has_perm("events.change_event"):
        return
    for event in at_hand(at).upcoming(at).expected().filter(is_example=False).defer("body"):
        yield Line(
            kind="last_moment",
            text=event.title,
            why=", ".join(filter(None, [countdown(event, at), event.when.hours()])),
            url=f"{reverse('admin:last_moment')}#e{event.pk}",
            action=_("Zmień albo odwołaj"),
            urgency=Urgency.NOW,
        )
