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


def check(record: models.Model) -> None:
    """Raises ValidationError for a text too long, an unknown choice, an empty name.

    As a form does, since SQLite minds no lengths; constraints are left to the database, which
    checks them with every save and needs no query for each.
    """
    record.full_clean(validate_unique=False, validate_constraints=False)


def keep(record: models.Model, by: Any) -> None:
    check(record)
    record._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    record.save()


def fill(record: models.Model, **fields: Any) -> None:
    """Write into an existing record, as into its form."""
    for field, value in fields.items():
        setattr(record, field, value)


def publish(record: Publishable, desk: Desk, at: datetime) -> None:
    record._history_user = desk.publisher  # type: ignore[attr-defined]
    record.publish(at)
