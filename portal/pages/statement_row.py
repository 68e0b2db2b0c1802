"""The one row of „Deklaracja dostępności”: there from the first `migrate` on."""

from typing import Any

from django.apps import apps as real_apps
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from portal.models import AccessibilityStatement
from portal.pages.defaults import is_whole

ROW = 1


def statement_row() -> AccessibilityStatement:
    """An unsaved one, with the defaults, where there is none."""
    return AccessibilityStatement.objects.order_by("pk").first() or AccessibilityStatement()


@receiver(post_migrate)
def keep_row(sender: Any, using: str, apps: Any = real_apps, **_more: Any) -> None:
    """After `migrate` and `flush`. Saved by the model itself, so that its history begins here."""
    if sender.name != "portal" or not is_whole(AccessibilityStatement, apps):
        return
    rows = AccessibilityStatement.objects.using(using)
    if not rows.exists():
        AccessibilityStatement(pk=ROW).save(using=using)
