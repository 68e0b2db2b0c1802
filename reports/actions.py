"""Drafting and publishing reports. Keyword-only, atomic, `by` and `at` given."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.kernel.months import MonthSpan, day_of
from reports.drafting import draft_of
from reports.frozen import Content, checksum, content_of, has_lines
from reports.models import Report, ReportVersion
from reports.period import load_period
from reports.writing import write_lines, write_sections


@transaction.atomic
def draft_report(*, span: MonthSpan, by: Any, at: datetime) -> Report:
    """Draft the report of those months, or add to it what is new.

    A text that a person has edited is never touched, and nothing is deleted. A draft that lies
    in the bin is taken out of it: those months have one report.
    Raises ValidationError for months that have not begun.
    """
    refuse_the_future(span, at)
    report = Report.objects.select_for_update().of(span).first() or Report(
        first_month=span.first.first_day, last_month=span.last.first_day
    )
    report.discarded_at = None
    keep_through(report, min(span.last.last_day, day_of(at)))
    draft = draft_of(load_period(span, through=report.data_through, at=at))
    report.title = report.title or draft.title
    renew(report, "lead", "drafted_lead", draft.lead)
    renew(report, "closing", "drafted_closing", draft.closing)
    report._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    report.save()
    write_sections(report, draft, by=by)
    write_lines(report, draft, by=by)
    return report


def refuse_the_future(span: MonthSpan, at: datetime) -> None:
    if span.start > at:
        raise ValidationError(
            _("Ten okres (%s) jeszcze się nie zaczął.") % span.nominative, code="future"
        )


def keep_through(report: Report, through: date) -> None:
    """The last day of data: today's, unless a person has chosen another."""
    if report.pk is None or report.data_through == report.drafted_through:
        report.data_through = through
        report.drafted_through = through


def renew(row: Any, field: str, drafted: str, text: str) -> bool:
    """Put the new draft into the field, unless a person has written there. Whether it changed."""
    if getattr(row, field) != getattr(row, drafted) or getattr(row, drafted) == text:
        return False
    setattr(row, field, text)
    setattr(row, drafted, text)
    return True


@transaction.atomic
def publish_report(*, report: Report, by: Any, at: datetime) -> ReportVersion:
    """Freeze the report as its next version and make it public, or do nothing at all.

    Raises ValidationError when there is nothing to publish, when nothing has changed since the
    last version, and when the months or the data reach into the future. A withdrawn report that
    has not changed comes back as the version that it was.
    """
    report = Report.objects.select_for_update().get(pk=report.pk)
    check_publishable(report, at)
    content = content_of(report, at)
    if not has_lines(content):
        raise ValidationError(_("Nie ma czego publikować: to podsumowanie nie ma ani wiersza."))
    version = next_version(report, content, by=by, at=at)
    report._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    report.publish(at)
    return version


def check_publishable(report: Report, at: datetime) -> None:
    refuse_the_future(report.span, at)
    report.clean()
    if report.data_through > day_of(at):
        raise ValidationError(_("Dane nie mogą sięgać w przyszłość: popraw „dane do dnia”."))


def next_version(report: Report, content: Content, *, by: Any, at: datetime) -> ReportVersion:
    last = report.versions.order_by("number").last()
    if last and last.checksum == checksum(content):
        if report.is_public(at):
            raise ValidationError(
                _("Od wydania %d nic się nie zmieniło: nie ma czego publikować.") % last.number
            )
        return last
    return ReportVersion.objects.create(
        report=report,
        number=last.number + 1 if last else 1,
        content=content,
        checksum=checksum(content),
        published_at=at,
        published_by=by,
    )
