"""Drafting a report and drafting it again: adds what is new, keeps what people wrote."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from portal.kernel.months import MonthSpan, day_of
from reports.drafted import Drafted, Remark
from reports.drafting import Draft, draft_of
from reports.models import Report
from reports.period import load_period
from reports.renewing import Renewed, renew
from reports.writing import write_lines, write_sections

# What drafting may write in the report itself.
FIELDS = (
    *("title", "lead", "drafted_lead", "closing", "drafted_closing"),
    *("data_through", "drafted_through", "discarded_at"),
)


def redraft(*, span: MonthSpan, by: Any, at: datetime) -> Drafted:
    """Draft the report of those months, or add to it what is new; says what it did.

    A text that a person has edited is never touched, and nothing is deleted. A draft that lies
    in the bin is taken out of it: those months have one report. When somebody begins the same
    report at the same moment, theirs is the one, and this adds to it what is new.
    Raises ValidationError for months that have not begun.
    """
    refuse_the_future(span, at)
    try:
        return draft_or_add(span, by=by, at=at)
    except IntegrityError:
        return draft_or_add(span, by=by, at=at)


def refuse_the_future(span: MonthSpan, at: datetime) -> None:
    if span.start > at:
        raise ValidationError(
            _("Ten okres (%s) jeszcze się nie zaczął.") % span.nominative, code="future"
        )


@transaction.atomic
def draft_or_add(span: MonthSpan, *, by: Any, at: datetime) -> Drafted:
    """One draft, under the lock of its report. IntegrityError when another was quicker."""
    report = Report.objects.select_for_update().of(span).first() or new_report(span)
    is_new, before = report.pk is None, contents(report)
    report.discarded_at = None
    keep_through(report, min(span.last.last_day, day_of(at)))
    draft = draft_of(load_period(span, through=report.data_through, at=at))
    texts, remarks = write_frame(report, draft)
    if is_new:
        keep(report, by)
    sections = write_sections(report, draft, by=by)
    rows = list(report.lines.all())
    lines = write_lines(report, rows, draft, by=by)
    if not is_new and (contents(report) != before or sections.is_anything or lines.is_anything):
        keep(report, by)
    return Drafted(
        report,
        is_new,
        lines,
        texts=texts + sections.changed,
        kept=sum(1 for row in rows if row.is_edited),
        remarks=(*remarks, *sections.remarks, *lines.remarks),
    )


def new_report(span: MonthSpan) -> Report:
    return Report(first_month=span.first.first_day, last_month=span.last.first_day)


def contents(report: Report) -> tuple[Any, ...]:
    return tuple(getattr(report, name) for name in FIELDS)


def keep(report: Report, by: Any) -> None:
    """Saved only when something changed: whoever has its form open learns of it, but then only."""
    report._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    report.save()


def keep_through(report: Report, through: date) -> None:
    """The last day of data: today's, unless a person has chosen another."""
    if report.pk is None or report.data_through == report.drafted_through:
        report.data_through = through
        report.drafted_through = through


def write_frame(report: Report, draft: Draft) -> tuple[int, list[Remark]]:
    """The texts around the months: how many were written anew, and what to remark on."""
    changed, remarks = 0, []
    report.title = report.title or draft.title
    for name, now in (("lead", draft.lead), ("closing", draft.closing)):
        outcome = renew(report, name, f"drafted_{name}", now)
        if outcome is Renewed.CHANGED:
            changed += 1
        if outcome is Renewed.REMARKED:
            remarks.append(Remark(name, None, getattr(report, name), now))
    return changed, remarks
