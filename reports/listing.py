"""Published reports as a list shows them: a few frozen words of each, without its whole text."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KT, KeyTransform

from reports.models import ReportVersion


@dataclass(frozen=True)
class Listed:
    title: str
    lead: str
    through: date
    is_example: bool
    address: str
    number: int


def newest_versions(at: datetime) -> QuerySet[ReportVersion]:
    """The newest of each public report; of what was frozen only what a list says."""
    return (
        ReportVersion.objects.public(at)
        .newest()
        .select_related("report")
        .defer("content")
        .annotate(
            frozen_title=KT("content__title"),
            frozen_lead=KT("content__lead"),
            frozen_through=KT("content__data_through"),
            frozen_example=KeyTransform("is_example", "content"),
        )
    )


def listed(version: Any) -> Listed:
    """Of a version as `newest_versions` gives it."""
    return Listed(
        title=version.frozen_title,
        lead=version.frozen_lead,
        through=date.fromisoformat(version.frozen_through),
        is_example=bool(version.frozen_example),
        address=version.report.get_absolute_url(),
        number=version.number,
    )
