"""What a person confirmed of the proposals, written all or not at all."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from events.models import Announcement, Event, Partnership


@transaction.atomic
def link_event(*, announcement: Announcement, event: Event, by: Any) -> bool:
    """Say that the text is about the event; whether that is new."""
    if announcement.events.filter(pk=event.pk).exists():
        return False
    announcement.events.add(event)
    save(announcement, by)
    return True


@transaction.atomic
def make_event(*, announcement: Announcement, event: Event, by: Any) -> Event:
    """Save a new event as a draft, and link the text to it."""
    save(event, by)
    link_event(announcement=announcement, event=event, by=by)
    return event


@transaction.atomic
def add_partners(*, event: Event, partners: Iterable[tuple[int, str]], by: Any) -> int:
    """(organization, role) of each; how many of them are new. ValidationError writes none."""
    made = 0
    for organization, role in partners:
        row = Partnership(event=event, organization_id=organization, role=role)
        if event.partnerships.filter(organization=organization, role=role).exists():
            continue
        row.full_clean()
        save(row, by)
        made += 1
    if made:
        save(event, by)
    return made


@transaction.atomic
def set_day(*, announcement: Announcement, day: datetime | None, by: Any) -> None:
    """The day with which a draft goes out; None: the day on which somebody publishes it."""
    announcement.published_at = day
    save(announcement, by)


def save(record: Any, by: Any) -> None:
    record._history_user = by
    record.save()
