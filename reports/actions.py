"""Drafting and publishing reports. Keyword-only, atomic, `by` and `at` given."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from portal.kernel.months import MonthSpan, day_of
from reports import corrections
from reports.frozen import checksum, has_lines
from reports.models import Report, ReportVersion
from reports.prospect import Prospect, prospect_of
from reports.redrafting import redraft, refuse_the_future
from reports.sources import role_of

NOTE_LENGTH = 500  # of the column that holds a correction's words


def draft_report(*, span: MonthSpan, by: Any, at: datetime) -> Report:
    """As `redraft`, which also says what it did, for whoever needs only the report."""
    return redraft(span=span, by=by, at=at).report


@transaction.atomic
def publish_report(*, report: Report, by: Any, at: datetime, note: str = "") -> ReportVersion:
    """Freeze the report as its next version and make it public, or do nothing at all.

    A second version is a correction: `note` says publicly what was put right and why, and each
    figure that reads differently becomes a numbered correction with its old and new value.
    Raises ValidationError when there is nothing to publish, when nothing has changed since the
    last version, when a correction has no note, and when the months or the data reach into the
    future. A withdrawn report that has not changed comes back as the version that it was.
    """
    report = Report.objects.select_for_update().get(pk=report.pk)
    check_publishable(report, at)
    prospect = prospect_of(report, at)
    if not has_lines(prospect.content):
        raise ValidationError(_("Nie ma czego publikować: to podsumowanie nie ma ani wiersza."))
    version = next_version(report, prospect, note=note.strip(), by=by, at=at)
    report._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    report.publish(at)
    return version


def check_publishable(report: Report, at: datetime) -> None:
    refuse_the_future(report.span, at)
    report.clean()
    if report.data_through > day_of(at):
        raise ValidationError(_("Dane nie mogą sięgać w przyszłość: popraw „dane do dnia”."))


def next_version(
    report: Report, prospect: Prospect, *, note: str, by: Any, at: datetime
) -> ReportVersion:
    if prospect.last and prospect.nothing_new:
        if report.is_public(at):
            raise ValidationError(prospect.nothing_new)
        return prospect.last
    if prospect.is_correction and not note:
        raise ValidationError(_("Napisz, co poprawiono i dlaczego: przeczytają to odwiedzający."))
    if len(note) > NOTE_LENGTH:
        raise ValidationError(_("Skróć wyjaśnienie do %d znaków.") % NOTE_LENGTH)
    version = freeze(report, prospect, note=note, by=by, at=at)
    corrections.keep(version)
    return version


def freeze(
    report: Report, prospect: Prospect, *, note: str, by: Any, at: datetime
) -> ReportVersion:
    content = prospect.content | {"published_by": role_of(by)}
    if prospect.is_correction:
        first = corrections.next_number(report)
        content["corrections"] = corrections.corrections_of(
            prospect.differences, note=note, first=first, at=at
        )
    try:
        with transaction.atomic():
            return ReportVersion.objects.create(
                report=report,
                number=prospect.number,
                content=content,
                checksum=checksum(content),
                published_at=at,
                published_by=by,
            )
    except IntegrityError as error:
        raise ValidationError(
            _("Ktoś właśnie opublikował wydanie %d. Przejrzyj zmiany jeszcze raz.")
            % prospect.number
        ) from error
