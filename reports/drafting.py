"""The draft of a report: every text that the records give, before a person has touched it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from events.models import Partnership
from organizations.models import Organization
from portal.kernel.months import Month
from portal.kernel.richtext import clean
from reports import prose
from reports.models import Activity, ReportLine
from reports.period import Meeting, PeriodFacts

Part = ReportLine.Part
Role = Partnership.Role
Key = tuple[int | None, int | None]


@dataclass(frozen=True)
class DraftLine:
    """A line and the one record behind it."""

    part: Part
    text: str
    event: int | None = None
    activity: int | None = None

    @property
    def key(self) -> Key:
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

    def by_record(self) -> dict[Key, tuple[Month, DraftLine]]:
        """What is said of each record, and in which month."""
        return {
            line.key: (section.month, line) for section in self.sections for line in section.lines
        }


def draft_of(facts: PeriodFacts) -> Draft:
    """Asks no database. The same facts give the same words."""
    return Draft(
        title=prose.title(facts.span),
        lead=prose.lead(facts),
        closing=closing_of(facts),
        sections=sections_of(prose.months_of(facts)),
    )


def closing_of(facts: PeriodFacts) -> str:
    """As it will be stored, so that what a person changed in it can be told."""
    done = prose.kept_promises(facts.meetings)
    thanks = prose.thanks(partners(facts.meetings), len(facts.meetings))
    return clean(done + thanks)


def sections_of(months: Sequence[prose.MonthFacts]) -> tuple[DraftSection, ...]:
    befores = (None, *months)
    return tuple(section_of(month, before) for month, before in zip(months, befores, strict=False))


def section_of(facts: prose.MonthFacts, before: prose.MonthFacts | None) -> DraftSection:
    """Own meetings first, then activities, then what went on through several months."""
    lines: list[DraftLine] = []
    for meeting in facts.meetings:
        lines.append(meeting_line(meeting, lines[-1].text if lines else ""))
    lines += [activity_line(Part.ACTIVITY, row) for row in prose.spread(facts.activities)]
    lines += [activity_line(Part.STANDING, row) for row in prose.spread(facts.standing)]
    return DraftSection(
        facts.month,
        prose.heading(facts.month, facts.span),
        prose.opening(facts, before),
        tuple(lines),
    )


def meeting_line(meeting: Meeting, after: str = "") -> DraftLine:
    return DraftLine(Part.MEETING, prose.meeting_line(meeting, after), event=meeting.event.pk)


def activity_line(part: Part, activity: Activity) -> DraftLine:
    return DraftLine(part, prose.activity_line(activity), activity=activity.pk)


def partners(meetings: Iterable[Meeting]) -> Mapping[str, list[str]]:
    """Names of those who helped with the meetings, by role, each once, in Polish order."""
    found: dict[str, set[tuple[str, str]]] = {}
    for meeting in meetings:
        for row in meeting.event.partnerships.all():
            if is_thanked(row):
                named = (row.organization.sort_key, row.organization.name)
                found.setdefault(row.role, set()).add(named)
    return {role: [name for _key, name in sorted(rows)] for role, rows in found.items()}


def is_thanked(row: Partnership) -> bool:
    """The city does not thank itself for its own money."""
    own_money = row.role == Role.FUNDER and row.organization.kind == Organization.Kind.CITY
    return row.role != Role.ORGANIZER and not own_money
