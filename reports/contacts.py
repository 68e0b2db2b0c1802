"""Which organizations are on record, and since when: what „różne” and „po raz pierwszy” rest on.

Frozen notes name an organization by the id that it had then. Two that turned out to be one count
once (`merged_into`); one that lies in the bin, and an example, count for nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Min

from organizations.models import Organization
from portal.kernel.months import Month
from reports.models import Activity

Rows = Iterable[dict[str, Any]]


@dataclass(frozen=True)
class Contacts:
    """`stands_for`: any id on record → the id that counts; `kinds`: of those that count;
    `first`: by the id that counts, when its earliest record begins, over all that is on record."""

    stands_for: Mapping[int, int] = field(default_factory=dict)
    kinds: Mapping[int, str] = field(default_factory=dict)
    first: Mapping[int, datetime] = field(default_factory=dict)

    def ids(self, found: Iterable[int]) -> frozenset[int]:
        """Those that count, each once."""
        return frozenset(self.stands_for[pk] for pk in found if pk in self.stands_for)

    def listed(self, rows: Rows) -> frozenset[int]:
        """Those on the list of an approved note, each once."""
        return self.ids(row.get("id") or 0 for row in rows)

    @property
    def since(self) -> Month | None:
        """The month of the earliest record that names any organization."""
        return Month.of(min(self.first.values())) if self.first else None


def contacts_of(lists: Iterable[tuple[datetime, Rows]]) -> Contacts:
    """From the lists of all approved notes, each with the moment at which its meeting began, and
    from the activities. Two queries."""
    stands_for, kinds = known_organizations()
    bare = Contacts(stands_for, kinds)
    first: dict[int, datetime] = {}
    for began, rows in lists:
        keep_earliest(first, bare.listed(rows), began)
    for pk, began in first_activities():
        keep_earliest(first, bare.ids([pk]), began)
    return Contacts(stands_for, kinds, first)


def keep_earliest(first: dict[int, datetime], found: Iterable[int], began: datetime) -> None:
    for pk in found:
        first[pk] = min(first.get(pk, began), began)


def known_organizations() -> tuple[dict[int, int], dict[int, str]]:
    fields = ("pk", "merged_into", "kind", "discarded_at")
    real = Organization.objects.filter(is_example=False).order_by("pk")
    rows = list(real.values_list(*fields))
    kinds = {pk: kind for pk, merged, kind, discarded in rows if not merged and not discarded}
    stands_for = {pk: merged or pk for pk, merged, _kind, _discarded in rows}
    return {pk: one for pk, one in stands_for.items() if one in kinds}, kinds


def first_activities() -> Iterable[tuple[int, datetime]]:
    """By organization, when the earliest activity that names it began."""
    links = Activity.organizations.through.objects.filter(activity__discarded_at__isnull=True)
    found = links.values("organization").annotate(began=Min("activity__starts_at"))
    return [(row["organization"], row["began"]) for row in found.order_by()]


def named_in(activities: Iterable[Activity]) -> dict[int, frozenset[int]]:
    """By activity, the ids of the organizations that it names. One query."""
    links = Activity.organizations.through.objects.filter(activity__in=[a.pk for a in activities])
    found: dict[int, set[int]] = {}
    for activity, organization in links.values_list("activity", "organization"):
        found.setdefault(activity, set()).add(organization)
    return {pk: frozenset(ids) for pk, ids in found.items()}
