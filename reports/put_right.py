"""Corrections as pages say them: number, day, old value and new, and why."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.fields.json import KT, KeyTransform
from django.urls import reverse

from portal.kernel.months import day_of
from reports.models import Correction, ReportVersion

Content = dict[str, Any]


@dataclass(frozen=True)
class PutRight:
    """One correction, made by `version`. `label` and `url` are of the figure, and empty where
    words were put right; `before_url` is the version that had it wrong."""

    number: int
    version: int
    day: date
    label: str
    before: str
    after: str
    text: str
    url: str
    version_url: str
    before_url: str


def put_right(row: Content, version: int, slug: str) -> PutRight:
    """From a frozen correction of that version of the report of those months."""
    key = row["figure"]
    return PutRight(
        number=row["number"],
        version=version,
        day=day_of(datetime.fromisoformat(row["at"])),
        label=row["label"],
        before=row["before"],
        after=row["after"],
        text=row["text"],
        url=reverse("reports:version_figure", args=[slug, version, key]) if key else "",
        version_url=version_url(slug, version),
        before_url=version_url(slug, version - 1),
    )


def of_row(row: Correction, label: str, slug: str) -> PutRight:
    """From a row whose `version` is loaded."""
    fields = ("number", "figure", "before", "after", "text")
    frozen = {name: getattr(row, name) for name in fields}
    label = label.partition(";")[0]
    return put_right({**frozen, "label": label, "at": row.at.isoformat()}, row.version.number, slug)


def version_url(slug: str, number: int) -> str:
    return reverse("reports:report_version", args=[slug, number])


## All corrections, on one page


@dataclass(frozen=True)
class Issue:
    """A version that put the one before it right."""

    title: str
    number: int
    published_at: datetime
    is_example: bool
    url: str
    text: str
    rows: tuple[PutRight, ...]


def correcting_versions(at: datetime) -> QuerySet[ReportVersion]:
    """Of public reports, newest first, without their texts: those may be long."""
    made = Correction.objects.filter(version=OuterRef("pk"))
    return (
        ReportVersion.objects.public(at)
        .filter(Exists(made))
        .select_related("report")
        .defer("content")
        .annotate(
            frozen=KeyTransform("corrections", "content"),
            frozen_title=KT("content__title"),
            frozen_example=KeyTransform("is_example", "content"),
        )
        .order_by("-published_at", "-pk")
    )


def issue_of(version: Any) -> Issue:
    """Of a version as `correcting_versions` gives it."""
    slug = version.report.span.slug
    rows = tuple(put_right(row, version.number, slug) for row in version.frozen)
    return Issue(
        title=version.frozen_title,
        number=version.number,
        published_at=version.published_at,
        is_example=bool(version.frozen_example),
        url=version_url(slug, version.number),
        text=rows[0].text,
        rows=rows,
    )


def history_of(versions: list[ReportVersion]) -> tuple[Correction, ...]:
    """The corrections of all versions of one report, oldest first."""
    rows = Correction.objects.filter(version__in=versions).order_by("number")
    known = {version.pk: version for version in versions}
    found = list(rows)
    for row in found:
        row.version = known[row.version_id]
    return tuple(found)
