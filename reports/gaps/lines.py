"""What is on record and in no line, and lines with nothing on record behind them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from portal.kernel.months import Month
from reports.gaps.evidence import Evidence
from reports.gaps.gap import Deed, Detail, Gap, Kind
from reports.gaps.links import to_activity, to_answer, to_event, to_report
from reports.gaps.naming import name_of_activity, name_of_event, name_of_line
from reports.models import ReportLine
from reports.period import Meeting

SETTLED = (Deed.ADD, Deed.OMIT)
WRITTEN = (Deed.LINK, Deed.RECORD, Deed.OMIT, Deed.LEAVE)


def missing(evidence: Evidence) -> Iterator[Gap]:
    """Meetings that took place, then activities, that no line tells of and nobody left out."""
    told = {row.event_id for row in evidence.lines} | set(evidence.line_of_event)
    for meeting in evidence.facts.meetings:
        if meeting.event.pk not in told:
            yield of_meeting(meeting, evidence)
    written = {row.activity_id for row in evidence.lines}
    for activity in evidence.facts.activities:
        if activity.pk not in written:
            name = name_of_activity(activity)
            yield Gap(
                key=f"missing:activity:{activity.pk}",
                kind=Kind.MISSING_ACTIVITY,
                subject=name,
                sentence=_("Jest wśród działań, a nie ma wiersza: %s.") % name,
                details=to_be_written((None, activity.pk), evidence),
                ways=(to_activity(activity),),
                deeds=SETTLED,
            )


def of_meeting(meeting: Meeting, evidence: Evidence) -> Gap:
    name = name_of_event(meeting.event)
    return Gap(
        key=f"missing:event:{meeting.event.pk}",
        kind=Kind.MISSING_EVENT,
        subject=name,
        sentence=_("Odbyło się, a w podsumowaniu nie ma o tym wiersza: %s.") % name,
        details=to_be_written((meeting.event.pk, None), evidence),
        ways=(to_event(meeting.event),),
        deeds=SETTLED,
    )


def to_be_written(key: tuple[int | None, int | None], evidence: Evidence) -> tuple[Detail, ...]:
    """The line that adding would write, and where."""
    if key not in evidence.drafted:
        return ()
    month, line = evidence.drafted[key]
    return (Detail(_("Powstanie wiersz, %s") % month.nominative, line.text),)


def unanswered(evidence: Evidence) -> Iterator[Gap]:
    for event in evidence.facts.unanswered:
        name = name_of_event(event)
        yield Gap(
            key=f"unanswered:{event.pk}",
            kind=Kind.UNANSWERED,
            subject=name,
            sentence=_("Zapowiedziano to i minęło, a nikt nie powiedział, czy się odbyło: %s.")
            % name,
            facts=(event.when.iso_start,),
            details=(Detail(_("Miejsce"), event.place_name or _("nie podano")),),
            ways=(to_answer(event),),
        )


def unfounded(evidence: Evidence) -> Iterator[Gap]:
    """Lines whose record is gone, and lines that a person wrote with no record behind them."""
    activities = {activity.pk for activity in evidence.facts.activities}
    for line in evidence.included:
        if reason := why_gone(line, evidence, activities):
            yield of_line(line, evidence, Kind.GONE, "gone", reason)
        elif not line.event_id and not line.activity_id and line.text.strip():
            reason = _("Za tym wierszem nie stoi żadne wydarzenie ani działanie")
            yield of_line(line, evidence, Kind.ORPHAN, "orphan", reason)


def why_gone(line: ReportLine, evidence: Evidence, activities: set[int]) -> str:
    """Why nothing on record stands behind a line any more; "" when something does."""
    about: int | None = line.about  # type: ignore[attr-defined]  # annotated in lines_of
    if about in evidence.meetings and evidence.line_of_event[about] is not line:
        return _("To samo spotkanie ma już własny wiersz")
    if line.event_id and line.event_id not in evidence.meetings:
        return _("Wydarzenia, z którego powstał ten wiersz, nie ma wśród tych, które się odbyły")
    on_record = line.activity_id in activities or about in evidence.meetings
    if line.activity_id and not on_record:
        return _("Działania, z którego powstał ten wiersz, nie ma już w zapisach tego okresu")
    return _("Wpisu, z którego powstał ten wiersz, już nie ma") if line.gone else ""


def of_line(line: ReportLine, evidence: Evidence, kind: Kind, word: str, reason: str) -> Gap:
    name = name_of_line(line)
    return Gap(
        key=f"{word}:line:{line.pk}",
        kind=kind,
        subject=name,
        sentence=f"{reason}: {name}.",
        facts=(line.text,),
        details=(Detail(_("Wiersz, %s") % Month.of(line.month).nominative, line.text),),
        ways=(to_report(evidence.report, _("Popraw wiersz w formularzu")),),
        deeds=WRITTEN,
    )
