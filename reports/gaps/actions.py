"""Settling what was found. Keyword-only, atomic, `by` and `at` given.

The report is locked, and what is to be settled is looked for again: a second click, or a second
person, finds it settled and is told so.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from portal.kernel.months import Month
from portal.kernel.polish import counted
from portal.kernel.when import When
from reports.drafting import DraftLine
from reports.gaps.answers import review_of
from reports.gaps.evidence import Evidence, evidence_of
from reports.gaps.gap import Deed, Gap, Kind
from reports.gaps.linking import free
from reports.models import Activity, Report, ReportLine, ReportWaiver

TITLE = 300  # letters of an activity's title
Key = tuple[int | None, int | None]


class SettledAlreadyError(ValidationError):
    """Somebody was quicker, or clicked twice."""


@transaction.atomic
def settle(
    *,
    report: Report,
    key: str,
    mark: str,
    deed: str,
    by: Any,
    at: datetime,
    reason: str = "",
    target: str = "",
) -> str:
    """Do one thing about one gap; the sentence says what was done.

    `mark` is that of the gap as it was read: ValidationError when its facts have changed since,
    when there is no reason where one is needed, and for what cannot be done about it.
    """
    evidence = evidence_of(locked(report), at)
    gap = found(evidence, key)
    if gap.mark != mark:
        raise ValidationError(
            _("To się zmieniło, odkąd otwarto tę stronę. Przeczytaj jeszcze raz.")
        )
    if deed not in gap.deeds:
        raise ValidationError(_("Tego nie można tu zrobić."))
    if deed in {Deed.OMIT, Deed.LEAVE} and not reason.strip():
        raise ValidationError(_("Napisz, dlaczego: powód zostaje w aktach."))
    match deed:
        case Deed.ADD:
            return add(evidence, [gap], by=by)
        case Deed.OMIT:
            return omit(evidence, gap, reason.strip(), by=by)
        case Deed.LINK:
            return link(evidence, gap, target, by=by)
        case Deed.RECORD:
            return record(evidence, gap, by=by)
    return leave(evidence.report, gap, reason.strip(), by=by, at=at)


@transaction.atomic
def add_all(*, report: Report, kind: str, by: Any, at: datetime) -> str:
    """A line for everything of that kind that is on record and has none."""
    evidence = evidence_of(locked(report), at)
    gaps = [gap for gap in review_of(evidence).open if gap.kind == kind and Deed.ADD in gap.deeds]
    if not gaps:
        raise SettledAlreadyError(_("Nie ma już czego dodać: wszystko ma wiersz albo powód."))
    return add(evidence, gaps, by=by)


@transaction.atomic
def take_back(
    *, report: Report, by: Any, line: int | None = None, waiver: int | None = None
) -> str:
    """Put a line back that was left out, or ask again about what was left with a reason."""
    report = locked(report)
    if line is not None:
        return put_back(report, line, by=by)
    row = report.waivers.filter(pk=waiver).first() if waiver else None
    if row is None:
        raise SettledAlreadyError(_("To już cofnięto."))
    row._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    row.delete()
    return _("Cofnięto: pytamy o to znowu.")


def put_back(report: Report, line: int, *, by: Any) -> str:
    row = report.lines.filter(pk=line, included=False).first()
    if row is None:
        raise SettledAlreadyError(_("To już cofnięto."))
    row.included, row.omission_reason = True, ""
    write(row, by)
    touch(report, by)
    return _("Wiersz jest znów w podsumowaniu.")


def locked(report: Report) -> Report:
    return Report.objects.select_for_update().get(pk=report.pk)


def found(evidence: Evidence, key: str) -> Gap:
    for gap in review_of(evidence).open:
        if gap.key == key:
            return gap
    raise SettledAlreadyError(_("To już rozstrzygnięte: ktoś był szybszy albo kliknięto dwa razy."))


def touch(report: Report, by: Any) -> None:
    """Whoever has the report's form open learns that it is no longer what they read."""
    report._history_user = by  # type: ignore[attr-defined]
    report.save()


def write(row: Any, by: Any) -> None:
    row._history_user = by  # simple_history's hook
    row.save()


## Missing


def add(evidence: Evidence, gaps: Iterable[Gap], *, by: Any) -> str:
    new = [new_line(evidence, gap) for gap in gaps]
    bulk_create_with_history(new, ReportLine, default_user=by)
    renew_texts(evidence, by)
    if len(new) > 1:
        return _("Dodano %s.") % counted(len(new), "wiersz")
    return _("Dodano wiersz: %s") % new[0].text


def omit(evidence: Evidence, gap: Gap, reason: str, *, by: Any) -> str:
    if gap.kind in {Kind.MISSING_EVENT, Kind.MISSING_ACTIVITY}:
        line = new_line(evidence, gap)
    else:
        line = evidence.report.lines.get(pk=gap.number)
    line.included, line.omission_reason = False, reason
    write(line, by)
    renew_texts(evidence, by)
    return _("Pominięto. Powód zostaje w aktach.")


def renew_texts(evidence: Evidence, by: Any) -> None:
    """The lead and the openings that nobody has changed follow the records, which count what was
    added or left out; a person's words stay, and stand among the gaps when they disagree."""
    report, draft = evidence.report, evidence.draft
    if report.lead == report.drafted_lead:
        report.lead = report.drafted_lead = draft.lead
    openings = {row.month.first_day: row.opening for row in draft.sections}
    for row in evidence.sections:
        now = openings.get(row.month, row.opening)
        if row.opening == row.drafted_opening != now:
            row.opening = row.drafted_opening = now
            write(row, by)
    touch(report, by)


def new_line(evidence: Evidence, gap: Gap) -> ReportLine:
    """As the draft would write it, in its month, after the line that precedes it there."""
    key = (None, gap.number) if gap.kind == Kind.MISSING_ACTIVITY else (gap.number, None)
    month, drafted = evidence.drafted[key]
    return ReportLine(
        report=evidence.report,
        month=month.first_day,
        part=drafted.part,
        position=position_of(evidence, month, drafted),
        text=drafted.text,
        drafted_text=drafted.text,
        event_id=drafted.event,
        activity_id=drafted.activity,
    )


def position_of(evidence: Evidence, month: Month, drafted: DraftLine) -> int:
    """After the nearest line before it that the report already has; first when it has none."""
    position = 0
    for own_month, line in evidence.drafted.values():
        if line is drafted:
            break
        if own_month == month and line.part == drafted.part:
            position = evidence.positions.get(line.key, position)
    return position + 1


## Lines with nothing behind them


def link(evidence: Evidence, gap: Gap, target: str, *, by: Any) -> str:
    """`target`: „event:12” or „activity:5”, one that has no line yet."""
    line = evidence.report.lines.get(pk=gap.number)
    names = {row.value: row.label for row in free(evidence)}
    if target not in names:
        raise ValidationError(_("Wybierz wpis, który nie ma jeszcze wiersza."))
    word, _colon, number = target.partition(":")
    line.event_id = int(number) if word == "event" else None
    line.activity_id = int(number) if word == "activity" else None
    keep_as_written(line, by)
    renew_texts(evidence, by)
    return _("Połączono wiersz z wpisem: %s.") % names[target]


def record(evidence: Evidence, gap: Gap, *, by: Any) -> str:
    """An activity of the line's month, made of its words."""
    line = evidence.report.lines.get(pk=gap.number)
    title = " ".join(line.text.split()).rstrip(".")
    if len(title) > TITLE:
        raise ValidationError(_("Skróć ten wiersz do %d znaków: to będzie tytuł.") % TITLE)
    activity = Activity(title=title, source=_("wiersz podsumowania"))
    activity.when = When.in_month(Month.of(line.month))
    write(activity, by)
    line.event_id, line.activity_id = None, activity.pk
    keep_as_written(line, by)
    touch(evidence.report, by)
    return _("Zapisano działanie: %s. Uzupełnij jego rodzaj i organizacje.") % title


def keep_as_written(line: ReportLine, by: Any) -> None:
    """A person's words: drafting again leaves them alone."""
    line.gone, line.drafted_text = False, ""
    write(line, by)


## Reasons


def leave(report: Report, gap: Gap, reason: str, *, by: Any, at: datetime) -> str:
    row = report.waivers.filter(key=gap.key).first() or ReportWaiver(report=report, key=gap.key)
    row.finding, row.reason, row.by, row.at = gap.as_read, reason, by, at
    write(row, by)
    return _("Zostaje tak. Powód zostaje w aktach.")
