"""Many activities at once: all of them or none."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from reports.models import Activity


@transaction.atomic
def record_activities(*, rows: Iterable[tuple[Activity, list[int]]], by: Any) -> list[Activity]:
    """Save new activities with the organizations of each, in the order in which they come.

    Each stands after what its month, or its day, has already.
    """
    found = list(rows)
    places = last_places({activity.starts_at for activity, _organizations in found})
    for activity, organizations in found:
        places[activity.starts_at] = activity.position = places[activity.starts_at] + 1
        activity._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
        activity.save()
        if organizations:
            activity.organizations.set(organizations)
    return [activity for activity, _organizations in found]


def last_places(starts: set[datetime]) -> dict[datetime, int]:
    rows = Activity.objects.kept().filter(starts_at__in=starts).values("starts_at")
    last = rows.annotate(last=Max("position")).values_list("starts_at", "last").order_by()
    return defaultdict(int, last)
