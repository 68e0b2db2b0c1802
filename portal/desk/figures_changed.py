"""Published figures beside those of the records as they stand now.

The periods of all published reports are read at once, so that the cost does not grow with their
number; each is then cut out by the rules of `reports.period.load_period`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from events.models import Event
from events.models.event import Outcome
from portal.kernel.months import midnight
from portal.kernel.when import EndKind
from reports.figures import figures_of
from reports.models import Activity, ReportVersion
from reports.period import Meeting, PeriodFacts, approved_note, begins_in, is_standing


@dataclass(frozen=True)
class Changed:
    """One figure of one published report: as visitors read it, and as it would come out now."""

    report: int
    title: str
    label: str
    before: str
    after: str


def changed_figures(at: datetime) -> list[Changed]:
    """Four queries, and only one where nothing is published."""
    versions = list(published(at))
    if not versions:
        return []
    records = Records.around(versions, at)
    return [row for version in versions for row in compared(version, records, at)]


def published(at: datetime) -> Any:
    """The version that stands at the plain address of each report."""
    public = ReportVersion.objects.public(at).filter(report__is_example=False)
    return public.newest().select_related("report")


def compared(version: ReportVersion, records: "Records", at: datetime) -> Iterator[Changed]:
    through = date.fromisoformat(version.content["data_through"])
    now = {row.key: row for row in figures_of(records.facts(version.report.span, through, at))}
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


@dataclass(frozen=True)
class Records:
    """All that may count in any of the reports."""

    events: list[Event]
    activities: list[Activity]

    @classmethod
    def around(cls, versions: list[ReportVersion], at: datetime) -> "Records":
        spans = [version.report.span for version in versions]
        return cls.over(min(span.start for span in spans), max(span.end for span in spans), at)

    @classmethod
    def over(cls, start: datetime, end: datetime, at: datetime) -> "Records":
        return cls(events_within(start, end, at), activities_within(start, end))

    def facts(self, span: Any, through: date, at: datetime) -> PeriodFacts:
        """What `load_period(span, through=through, at=at)` gives."""
        until = min(span.end, midnight(through + timedelta(days=1)))
        events = [row for row in self.events if span.start <= row.starts_at < until]
        held = [row for row in events if row.outcome == Outcome.HELD]
        known = {row.pk for row in held}
        return PeriodFacts(
            span,
            through,
            tuple(Meeting(event, approved_note(event)) for event in held),
            tuple(event for event in events if event.is_unanswered(at)),
            tuple(row for row in self.activities if belongs(row, span, until, known)),
        )


def events_within(start: datetime, end: datetime, at: datetime) -> list[Event]:
    return list(
        Event.objects.public(at)
        .filter(is_example=False, starts_at__gte=start, starts_at__lt=end)
        .select_related("series", "venue__inside", "note__current__approved_by")
        .prefetch_related("note__current__approved_by__groups")
        .defer("body")
        .order_by("sort_at", "pk")
    )


def activities_within(start: datetime, end: datetime) -> list[Activity]:
    found = Activity.objects.kept().filter(starts_at__lt=end, ends_at__gt=start)
    return list(found.select_related("event", "venue__inside").defer("event__body").in_order())


def belongs(activity: Activity, span: Any, until: datetime, held: set[int]) -> bool:
    if activity.event_id in held or activity.starts_at >= until:
        return False
    return overlaps(activity, span) and (is_standing(activity) or begins_in(activity, span))


def overlaps(activity: Activity, span: Any) -> bool:
    """As `TimedQuerySet.in_span`: an assumed end does not count as overlap."""
    assumed = activity.end_kind == EndKind.UNKNOWN and activity.starts_at < span.start
    return activity.starts_at < span.end and activity.ends_at > span.start and not assumed
