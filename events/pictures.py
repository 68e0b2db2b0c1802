"""Files of events' pictures follow their rows: once a change is stored, the disk agrees with it.

A picture that cannot be made again (no room, no master) stops nobody from publishing: pages leave
it out, and `clean_media` tries again every hour.
"""

import logging
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from events.models import Event, EventPicture
from portal.kernel.images import Picture
from portal.kernel.pictures import shelf
from portal.kernel.pictures.intake import make, remove_all

logger = logging.getLogger(__name__)


def shown(event: Event) -> list[EventPicture]:
    """Its pictures whose files are there and that wait for nothing; one query, the first time."""
    prefetch_related_objects([event], "pictures")
    return [row for row in event.pictures.all() if not row.waits and not row.missing()]


def release_waiting(event: Event, by: Any) -> list[EventPicture]:
    """The note was approved: its photographs may be seen from now on."""
    waiting = list(event.pictures.filter(waits=True))
    for picture in waiting:
        picture.waits = False
        picture._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
        picture.save()
    return waiting


def settle(picture: Picture) -> None:
    """Make what is missing, remove what may not be seen; a second time changes nothing."""
    shelf.remove(picture.unwanted())
    missing = picture.missing() if picture.is_shown else set()
    if not missing:
        return
    try:
        make(picture.name, picture.focal_x, picture.focal_y, missing)
    except ValidationError as refused:
        logger.warning("Picture %s: %s", picture.name, refused.messages[0])


def settle_of(event: int) -> None:
    for picture in EventPicture.objects.filter(event=event).select_related("event"):
        settle(picture)


@receiver(post_save, sender=Event)
def files_follow_the_event(instance: Event, created: bool, **_others: Any) -> None:
    """Withdrawn or thrown away: gone from the disk. Back again: made from the masters."""
    if not created:
        transaction.on_commit(partial(settle_of, instance.pk), robust=True)


@receiver(post_save, sender=EventPicture)
def files_follow_the_row(instance: EventPicture, **_others: Any) -> None:
    """Another focal point is another file."""
    transaction.on_commit(partial(settle, instance), robust=True)


@receiver(post_delete, sender=EventPicture)
def files_go_with_the_row(instance: EventPicture, **_others: Any) -> None:
    transaction.on_commit(partial(remove_all, instance.name), robust=True)
