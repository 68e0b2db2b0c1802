"""The one object that a publication freezes, and every rendering reads.

Plain JSON values only. `content_of` is what would be published now; nothing in it is looked up
again later, so that a page of a published report never changes by itself.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import is_dataclass
from datetime import datetime
from typing import Any

from portal.kernel.counts import Unit, total
from portal.kernel.months import Month
from portal.kernel.when import Precision, When
from reports import prose
from reports.figures import Figure, figures_of, left_out
from reports.models import Report, ReportLine, ReportSection
from reports.period import PeriodFacts, load_period

SCHEMA = 2  # versions of schema 1 lack the keys that came later: read those with .get

Content = dict[str, Any]


def content_of(report: Report, at: datetime) -> Content:
    """The report as it stands, with the figures of its period. A constant number of queries.

    Publishing adds what only it knows: `corrections`, and in which role somebody published.
    """
    facts = load_period(report.span, through=report.data_through, at=at)
    lines = list(report.lines.select_related("event", "activity__event").in_order())
    return {
        "schema": SCHEMA,
        "title": report.title,
        "is_example": report.is_example,
        "case_number": report.case_number,
        "lead": report.lead,
        "closing": report.closing,
        "span": {"slug": report.span.slug, "label": report.span.nominative},
        "data_through": report.data_through.isoformat(),
        "figures": [frozen_figure(figure) for figure in figures_of(facts)],
        "months": [frozen_month(month, facts) for month in report.span],
        "sections": [frozen_section(row, lines, at) for row in report.sections.all()],
        "notes": notes_of(facts),
        "corrections": [],
        "published_by": "",
    }


def frozen_figure(figure: Figure) -> Content:
    return {**plain(figure), "short": figure.short, "sentence": figure.sentence}


def plain(value: Any) -> Any:
    """Dataclasses and tuples as JSON gives them back: dicts and lists."""
    if is_dataclass(value):
        return {name: plain(part) for name, part in vars(value).items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value


def frozen_month(month: Month, facts: PeriodFacts) -> Content:
    """A row of the table „według miesięcy”."""
    meetings = facts.meetings_in(month)
    people = total((meeting.quantity(Unit.PEOPLE) for meeting in meetings), Unit.PEOPLE)
    return {
        "slug": month.slug,
        "label": prose.heading(month, facts.span),
        "meetings": len(meetings),
        "activities": len(facts.activities_in(month)),
        "people": people.text if meetings else "",
        "people_value": people.quantity.value if people.quantity else None,
        "missing_text": left_out(people.missing) if people.quantity else "",
    }


def frozen_section(section: ReportSection, lines: list[ReportLine], at: datetime) -> Content:
    month = Month.of(section.month)
    own = [line for line in lines if line.month == section.month]
    return {
        "month": month.slug,
        "heading": section.heading,
        "opening": section.opening,
        "groups": [
            group
            for part in ReportLine.Part
            if (group := frozen_group(month, part, [row for row in own if row.part == part], at))
        ],
    }


def frozen_group(month: Month, part: str, lines: list[ReportLine], at: datetime) -> Content:
    """The lines of one part that were kept, or nothing. What was left out leaves only „m.in.”."""
    kept = [line for line in lines if line.included]
    if not kept:
        return {}
    return {
        "part": str(part),
        "intro": prose.list_intro(month, part, len(kept), len(lines) - len(kept)),
        "dated": any(says_more(line) for line in kept),
        "lines": [frozen_line(line, at) for line in kept],
    }


def says_more(line: ReportLine) -> bool:
    """Whether the date beside the line would say more than the month's heading does."""
    return line.event is not None or (
        line.activity is not None and line.activity.precision != Precision.MONTH
    )


def frozen_line(line: ReportLine, at: datetime) -> Content:
    """With the address as it is today; a record that visitors cannot see gets none."""
    event = line.event or (line.activity.event if line.activity else None)
    return {
        "text": line.text,
        **frozen_when(line),
        "event": line.event_id,
        "activity": line.activity_id,
        "url": event.get_absolute_url() if event and event.is_public(at) else "",
    }


def frozen_when(line: ReportLine) -> Content:
    dated = line.event or line.activity
    when: When | None = dated.when if dated else None
    return {
        "when": prose.brief(when) if when else "",
        "iso": when.iso_start if when else "",
    }


def notes_of(facts: PeriodFacts) -> list[Content]:
    """The versions of notes behind the figures."""
    return [
        {"event": meeting.event.pk, "note": meeting.note.note_id, "version": meeting.note.number}
        for meeting in facts.meetings
        if meeting.note
    ]


def has_lines(content: Content) -> bool:
    sections: Iterable[Content] = content["sections"]
    return any(section["groups"] for section in sections)


def canonical(content: Content) -> str:
    """The one way of writing it down: the same content gives the same bytes."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def checksum(content: Content) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()
