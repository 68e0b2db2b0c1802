"""Activities and reports of the demo: drafted, edited and published as staff do it."""

from organizations.models import Organization
from portal.demo import sources
from portal.demo.activities import DEEDS, Deed
from portal.demo.record import Desk, fill, keep
from portal.demo.reports import OPENINGS, SUMMARIES, Summary
from portal.kernel.months import Month
from portal.kernel.reading import read_when
from portal.kernel.when import When
from reports.actions import draft_report, publish_report
from reports.gaps import Kind, open_gaps
from reports.gaps.actions import settle
from reports.models import Activity, Report
from venues.models import Venue

WHY_LEFT = "Znamy tylko zapowiedź: żaden z tekstów nie mówi, czy to spotkanie się odbyło."


def load(desk: Desk) -> None:
    dated = [(date, deed) for date, deeds in DEEDS.items() for deed in deeds]
    for position, (date, deed) in enumerate(dated, start=1):
        add_activity(deed, read_when(date), position, desk)
    for summary in SUMMARIES:
        add_report(summary, desk)


def add_activity(deed: Deed, when: When, position: int, desk: Desk) -> None:
    venue = Venue.objects.get(name=deed.venue) if deed.venue else None
    activity = Activity(
        title=deed.title,
        kind=deed.kind,
        role=deed.role,
        position=position,
        venue=venue,
        district=venue.district if venue else None,
        place=deed.place,
        outside_krakow=deed.outside_krakow,
        source=sources.SUMMARY_NAME,
    )
    activity.when = when
    keep(activity, desk.writer)
    activity.organizations.set([Organization.objects.get(name=n) for n in deed.organizations])


def add_report(summary: Summary, desk: Desk) -> None:
    report = draft_report(span=summary.span, by=desk.writer, at=summary.published)
    write_in(report, summary, desk)
    for section in report.sections.all():
        section.opening = OPENINGS[Month.of(section.month).slug]
        keep(section, desk.writer)
    leave_unanswered(report, summary, desk)
    publish_report(report=report, by=desk.publisher, at=summary.published)


def leave_unanswered(report: Report, summary: Summary, desk: Desk) -> None:
    """27 February and 13 May: the sources announce them and never say that they took place."""
    found = open_gaps(report, summary.published)
    for gap in (row for row in found if row.kind == Kind.UNANSWERED):
        settle(
            report=report,
            key=gap.key,
            mark=gap.mark,
            deed="leave",
            reason=WHY_LEFT,
            by=desk.writer,
            at=summary.published,
        )


def write_in(report: Report, summary: Summary, desk: Desk) -> None:
    """A person's sentences around the drafted ones."""
    lead = (summary.lead, report.drafted_lead, summary.example)
    fill(
        report,
        title=summary.title,
        lead=" ".join(part for part in lead if part),
        closing=report.drafted_closing + summary.closing,
        is_example=bool(summary.example),
    )
    keep(report, desk.writer)
