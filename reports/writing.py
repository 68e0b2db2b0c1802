"""Puts a draft into the rows that staff edit: adds what is new, keeps what people wrote.

In bulk, with history: the number of queries does not grow with the lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from reports.drafted import Remark, Written
from reports.drafting import Draft, DraftLine, DraftSection, Key
from reports.models import Report, ReportLine, ReportSection
from reports.renewing import Renewed, renew

STEP = 10  # between the positions of first lines, so that later ones fit in
LAST_POSITION = 30_000  # of a small integer's 32 767, for what people add by hand
BATCH = 200  # rows of one UPDATE: a statement's cost grows faster than its rows


@dataclass
class Changes:
    """What is to be saved, and what is to be told."""

    new: list[Any] = field(default_factory=list)
    touched: dict[int, Any] = field(default_factory=dict)
    changed: int = 0
    gone: list[ReportLine] = field(default_factory=list)
    back: list[ReportLine] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def take(self, row: Any, place: str, names: tuple[str, str], now: str) -> None:
        """Renew one text of a row, and remember the row when it has to be saved."""
        outcome = renew(row, *names, now)
        if outcome is Renewed.SAME:
            return
        self.touched[row.pk] = row
        if outcome is Renewed.CHANGED:
            self.changed += 1
        if outcome is Renewed.REMARKED:
            self.remarks.append(Remark(place, row.pk, getattr(row, names[0]), now))

    def save(self, model: Any, fields: list[str], by: Any) -> Written:
        if self.new:
            bulk_create_with_history(self.new, model, default_user=by)
        if self.touched:
            rows = list(self.touched.values())
            bulk_update_with_history(rows, model, fields, batch_size=BATCH, default_user=by)
        return Written(
            added=tuple(self.new),
            changed=self.changed,
            gone=tuple(self.gone),
            back=tuple(self.back),
            remarks=tuple(self.remarks),
            is_anything=bool(self.new or self.touched),
        )


## Sections


def write_sections(report: Report, draft: Draft, *, by: Any) -> Written:
    existing = {section.month: section for section in report.sections.all()}
    changes = Changes()
    for drafted in draft.sections:
        row = existing.get(drafted.month.first_day)
        if row is None:
            changes.new.append(new_section(report, drafted))
        else:
            changes.take(row, "opening", ("opening", "drafted_opening"), drafted.opening)
    return changes.save(ReportSection, ["opening", "drafted_opening"], by)


def new_section(report: Report, drafted: DraftSection) -> ReportSection:
    return ReportSection(
        report=report,
        month=drafted.month.first_day,
        heading=drafted.heading,
        opening=drafted.opening,
        drafted_opening=drafted.opening,
    )


## Lines


def write_lines(report: Report, rows: Iterable[ReportLine], draft: Draft, *, by: Any) -> Written:
    """`rows` are the report's lines as they stand."""
    existing = {(row.event_id, row.activity_id): row for row in rows if has_record(row)}
    changes = Changes()
    for section in draft.sections:
        for _part, lines in groupby(section.lines, key=lambda line: line.part):
            place(report, section, list(lines), existing, changes)
    mark(existing, set(draft.by_record()), changes)
    return changes.save(ReportLine, ["text", "drafted_text", "gone"], by)


def has_record(row: ReportLine) -> bool:
    """Whether something stands behind the line but a person's word."""
    return row.event_id is not None or row.activity_id is not None


def place(
    report: Report,
    section: DraftSection,
    lines: list[DraftLine],
    existing: dict[Key, ReportLine],
    changes: Changes,
) -> None:
    """New lines go after the one that precedes them in the draft; old ones stay where they are."""
    step = step_of(lines, existing)
    position = 0
    for line in lines:
        row = existing.get(line.key)
        if row is None:
            position += step
            changes.new.append(new_line(report, section, line, position))
            continue
        if (row.month, row.part) == (section.month.first_day, line.part):
            position = row.position
        changes.take(row, "line", ("text", "drafted_text"), line.text)


def step_of(lines: list[DraftLine], existing: dict[Key, ReportLine]) -> int:
    """Room between first lines; none where others stand, nor where there are thousands."""
    if any(line.key in existing for line in lines):
        return 1
    return max(1, min(STEP, LAST_POSITION // len(lines)))


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


def mark(existing: dict[Key, ReportLine], drafted: set[Key], changes: Changes) -> None:
    """Whether the record behind each line is still one that the period counts."""
    for key, row in existing.items():
        gone = key not in drafted
        if row.gone == gone:
            continue
        row.gone = gone
        (changes.gone if gone else changes.back).append(row)
        changes.touched[row.pk] = row
