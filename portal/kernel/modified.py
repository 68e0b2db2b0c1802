"""When a record last changed, from its history: never the moment of asking."""

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Max, OuterRef, QuerySet, Subquery

Q = TypeVar("Q", bound="QuerySet[Any]")


def with_modified(rows: Q) -> Q:
    """Each row with `modified_at`: its last save, or None for a row without a history.

    One subquery, no query more. Only for models registered by `keep_history`.
    """
    saves = rows.model.history.model.objects.filter(id=OuterRef("pk")).order_by().values("id")
    last = saves.annotate(last=Max("history_date")).values("last")
    return rows.annotate(modified_at=Subquery(last))


def latest(*moments: datetime | None) -> datetime | None:
    """The last of the moments that are known; None when none is."""
    return max((moment for moment in moments if moment), default=None)
