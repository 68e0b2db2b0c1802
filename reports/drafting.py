"""The draft of a report: every text that the records give, before a person has touched it."""

from dataclasses import dataclass
from html import escape

from events.models import Partnership
from portal.kernel.months import Month
from reports import prose
from reports.models import Activity, ReportLine
from reports.period import Meeting, PeriodFacts

Part = ReportLine.Part
Role = Partnership.Role

# Whoever opened their doors, helped or performed; the organizer does not thank itself.
THANKED = {Role.CO_ORGANIZER, Role.HOST, Role.SUPPORT, Role.PROGRAMME, Role.PATRON}


@dataclass(frozen=True)
class DraftLine:
    """A line and the one record behind it."""

    part: Part
    text: str
    event: int | None = None
    activity: int | None = None

    @property
    def key(self) -> tuple[int | None, int | None]:
        return self.event, self.activity


@dataclass(frozen=True)
class DraftSection:
    month: Month
    heading: str
    opening: str
    lines: tuple[DraftLine, ...]


@dataclass(frozen=True)
class Draft:
    """`closing` is HTML, all else plain text."""

    title: str
    lead: str
    closing: str
    sections: tuple[DraftSection, ...]


def draft_of(facts: PeriodFacts) -> Draft:
    """Asks no database."""
    thanks = prose.thanks(partners(facts))
    return Draft(
        title=prose.title(facts.span),
        lead=prose.lead(facts),
        closing=f"<p>{escape(thanks, quote=False)}</p>" if thanks else "",
        sections=tuple(section_of(month, facts) for month in facts.span),
    )


def section_of(month: Month, facts: PeriodFacts) -> DraftSection:
    """Own meetings first, then activities, then what went on through several months."""
    lines = [meeting_line(meeting) for meeting in facts.meetings_in(month)]
    lines += [activity_line(Part.ACTIVITY, row) for row in facts.activities_in(month)]
    lines += [activity_line(Part.STANDING, row) for row in facts.standing_in(month)]
    return DraftSection(
        month, prose.heading(month, facts.span), prose.opening(month, facts), tuple(lines)
    )


def meeting_line(meeting: Meeting) -> DraftLine:
    return DraftLine(Part.MEETING, prose.meeting_line(meeting), event=meeting.event.pk)


def activity_line(part: Part, activity: Activity) -> DraftLine:
    return DraftLine(part, prose.activity_line(activity), activity=activity.pk)


def partners(facts: PeriodFacts) -> list[str]:
    """Names of those who helped with the meetings, each once, in Polish order."""
    found = {
        (partnership.organization.sort_key, partnership.organization.name)
        for meeting in facts.meetings
        for partnership in meeting.event.partnerships.all()
        if partnership.role in THANKED
    }
    return [name for _key, name in sorted(found)]
