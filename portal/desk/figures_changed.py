"""Published figures beside those of the records as they stand now.

The periods of all published reports are read at once, so that the cost does not grow with their
number; `reports.period.Records` cuts each out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from reports.figures import figures_of
from reports.models import ReportVersion
from reports.period import Records


@dataclass(frozen=True)
class Changed:
    """One figure of one published report: as visitors read it, and as it would come out now."""

    report: int
    title: str
    label: str
    before: str
    after: str


def changed_figures(at: datetime) -> list[Changed]:
    """One query where nothing is published, else as many as for one period and one more."""
    versions = list(published(at))
    if not versions:
        return []
    records = around(versions, at)
    return [row for version in versions for row in compared(version, records)]


def published(at: datetime) -> Any:
    """The version that stands at the plain address of each report."""
    public = ReportVersion.objects.public(at).filter(report__is_example=False)
    return public.newest().select_related("report")


def around(versions: list[ReportVersion], at: datetime) -> Records:
    spans = [version.report.span for version in versions]
    return Records.over(min(span.start for span in spans), max(span.end for span in spans), at)


def compared(version: ReportVersion, records: Records) -> Iterator[Changed]:
    through = date.fromisoformat(version.content["data_through"])
    now = {row.key: row for row in figures_of(records.facts(version.report.span, through))}
    for row in version.content["figures"]:
        figure = now.get(row["key"])
        # A word of the definition may be put better in time: only what is counted is compared.
        if figure and (figure.text, figure.missing) != (row["text"], row["missing"]):
            yield Changed(
                report=version.report_id,
                title=version.report.title,
                label=row["label"].partition(";")[0],
                before=row["sentence"],
                after=figure.sentence,
            )
