"""Puts a draft into the rows that staff edit: adds what is new, keeps what people wrote.

In bulk, with history: the number of queries does not grow with the lines.
"""

from itertools import groupby
from typing import Any

from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from reports.drafting import Draft, DraftLine, DraftSection
from reports.models import Report, ReportLine, ReportSection

STEP = 10  # between the positions of first lines, so that later ones fit in


def write_sections(report: Report, draft: Draft, *, by: Any) -> None:
    existing = {section.month: section for section in report.sections.all()}
    new, changed = [], []
    for drafted in draft.sections:
        row = existing.get(drafted.month.first_day)
        if row is None:
            new.append(new_section(report, drafted))
        elif row.opening == row.drafted_opening != drafted.opening:
            row.opening = row.drafted_opening = drafted.opening
            changed.append(row)
    save(ReportSection, new, changed, ["opening", "drafted_opening"], by)


def new_section(report: Report, drafted: DraftSection) -> ReportSection:
    return ReportSection(
        report=report,
        month=drafted.month.first_day,
        heading=drafted.heading,
        opening=drafted.opening,
        drafted_opening=drafted.opening,
    )


def write_lines(report: Report, draft: Draft, *, by: Any) -> None:
    existing = {(row.event_id, row.activity_id): row for row in report.lines.all()}
    new: list[ReportLine] = []
    changed: list[ReportLine] = []
    for section in draft.sections:
        for _part, lines in groupby(section.lines, key=lambda line: line.part):
            place(report, section, list(lines), existing, new, changed)
    save(ReportLine, new, changed, ["text", "drafted_text"], by)


def place(
    report: Report,
    section: DraftSection,
    lines: list[DraftLine],
    existing: dict[tuple[int | None, int | None], ReportLine],
    new: list[ReportLine],
    changed: list[ReportLine],
) -> None:
    """New lines go after the one that precedes them in the draft; old ones stay where they are."""
    step = 1 if any(line.key in existing for line in lines) else STEP
    position = 0
    for line in lines:
        row = existing.get(line.key)
        if row is None:
            position += step
            new.append(new_line(report, section, line, position))
            continue
        position = row.position
        if not row.is_edited and row.text != line.text:
            row.text = row.drafted_text = line.text
            changed.append(row)


def new_line(report: Report, section: DraftSection, line: DraftLine, position: int) -> ReportLine:
    return ReportLine(
        report=report,
        month=section.month.first_day,
        part=line.part,
        position=position,
        text=line.text,
        drafted_text=line.text,
        event_id=line.event,
        activity_id=line.activity,
    )


def save(model: Any, new: list[Any], changed: list[Any], fields: list[str], by: Any) -> None:
    if new:
        bulk_create_with_history(new, model, default_user=by)
    if changed:
        bulk_update_with_history(changed, model, fields, default_user=by)
