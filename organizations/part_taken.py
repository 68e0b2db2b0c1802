"""What part an organization took in public meetings, as far as visitors may know.

The upward glance of a page: meetings lie in a layer above, so they are reached by the names of
the relations and without an import.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Q

from organizations.models import Organization


class Part(StrEnum):
    """As the address says it."""

    HOST = "goscila"
    MAKER = "wspoltworzyla"
    PERFORMER = "wystapila"


# Of events.Partnership.
ROLES = {
    Part.HOST: ("host",),
    Part.MAKER: ("organizer", "co_organizer", "support", "patron", "funder"),
    Part.PERFORMER: ("programme",),
}


def took_part(part: Part, at: datetime) -> Q:
    """As a condition on organizations; each of them once, however often it took part."""
    roles = of_public_events("partnerships", at).filter(role__in=ROLES[part])
    found = Q(pk__in=roles.values("organization"))
    if part == Part.PERFORMER:
        found |= Q(pk__in=of_public_events("programme_items", at).values("performer"))
    return found


def of_public_events(relation: str, at: datetime) -> Any:
    """The rows of that relation which belong to meetings that visitors see."""
    rows: Any = Organization._meta.get_field(relation).related_model
    events: Any = rows._meta.get_field("event").related_model
    return rows.objects.filter(event__in=events.objects.public(at).values("pk"))
