"""Who listens to what the layers below announce."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from events.last_moment import announced
from events.models import Event, EventChange
from portal.change_mail import tell_of_change


@receiver(announced)
def colleagues_hear_of_it(
    event: Event, changes: list[EventChange], by: Any, at: datetime, **kwargs: Any
) -> None:
    tell_of_change(event=event, changes=changes, by=by, at=at)
