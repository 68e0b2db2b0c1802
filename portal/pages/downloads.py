"""The newest report's data, for the page about using them again."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from reports.models import ReportVersion


@dataclass(frozen=True)
class ReportData:
    title: str
    url: str
    csv: str
    json: str


def newest_report(at: datetime) -> ReportData | None:
    """One query; None while nothing is published."""
    version = ReportVersion.objects.public(at).newest().select_related("report").first()
    if version is None:
        return None
    slug = version.report.span.slug
    csv, json = (reverse("reports:report_file", args=[slug, kind]) for kind in ("csv", "json"))
    return ReportData(version.content["title"], version.report.get_absolute_url(), csv, json)
