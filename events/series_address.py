"""A cycle by the name in its address, also by one that it had before: links and feeds live on."""

from datetime import datetime
from typing import Any

from django.http import Http404

from events.models import Series
from events.models.series import SeriesQuerySet
from portal.kernel.responses import find_public


def find_series(slug: str, at: datetime, rows: SeriesQuerySet | None = None) -> Any:
    """As `find_public`. Whoever came by a former name is sent on by `at_its_address`."""
    wanted = Series.objects.all() if rows is None else rows
    try:
        return find_public(wanted, at, slug=slug)
    except Http404:
        former = Series.history.filter(slug=slug).first()  # type: ignore[attr-defined]
        if former is None:
            raise
        return find_public(wanted, at, pk=former.id)
