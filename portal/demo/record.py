"""Saving and publishing one record as staff do: checked like a form, with who did it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from portal.kernel.publishing import Publishable


@dataclass(frozen=True)
class Desk:
    """The two accounts that do the work: one writes, the other publishes and approves."""

    writer: Any
    publisher: Any


def keep(record: models.Model, by: Any) -> None:
    """Raises ValidationError for what its form would refuse."""
    record._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    record.full_clean()
    record.save()


def fill(record: models.Model, **fields: Any) -> None:
    """Write into an existing record, as into its form."""
    for field, value in fields.items():
        setattr(record, field, value)


def publish(record: Publishable, desk: Desk, at: datetime) -> None:
    record._history_user = desk.publisher  # type: ignore[attr-defined]
    record.publish(at)
