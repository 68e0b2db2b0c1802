from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class Throttle(models.Model):
    """How often something was tried in the running window.

    A try is counted before it is evaluated, under a lock: fifty at once never exceed the limit,
    and a restart forgets nothing. `key` is a keyed digest, since people type passwords into the
    field of their name.
    """

    key = models.CharField(max_length=64, primary_key=True)
    since = models.DateTimeField(_("od"), db_index=True)
    tries = models.PositiveIntegerField(_("prób"), default=0)

    class Meta:
        verbose_name = _("licznik prób")
        verbose_name_plural = _("liczniki prób")

    def __str__(self) -> str:
        return f"{self.tries}"


def key_of(*words: str) -> str:
    return salted_hmac("portal.throttle", "\x00".join(words), algorithm="sha256").hexdigest()


@transaction.atomic
def take_try(key: str, *, limit: int, window: timedelta, at: datetime) -> datetime | None:
    """None when this try may be evaluated; else from when the next one may.

    Two windows that follow each other allow at most twice `limit` in any stretch of `window`.
    """
    rows: Any = Throttle.objects.select_for_update()
    row, _made = rows.get_or_create(key=key, defaults={"since": at})
    if row.since <= at - window:
        row.since, row.tries = at, 0
    if row.tries >= limit:
        until: datetime = row.since + window
        return until
    row.tries += 1
    row.save()
    return None


def give_back(key: str) -> None:
    """A try that succeeded costs nothing."""
    Throttle.objects.filter(key=key, tries__gt=0).update(tries=models.F("tries") - 1)


def forget(key: str) -> None:
    Throttle.objects.filter(key=key).delete()
