"""What is still to be settled in a report, and what somebody has settled, with whose reason.

A waiver holds while its facts are the same: changed facts are asked about again, beside the old
reason. What was left out keeps its line, and the line its reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reports.gaps.counts import disagreeing
from reports.gaps.evidence import Evidence, evidence_of
from reports.gaps.figures import misquoted
from reports.gaps.gap import Gap, Kind, mark_of, sentence_of
from reports.gaps.lines import missing, unanswered, unfounded
from reports.gaps.notes import unwritten
from reports.gaps.passages import passages_of
from reports.gaps.places import elsewhere
from reports.models import Report, ReportLine, ReportWaiver


@dataclass(frozen=True)
class Resolved:
    """What was left as it is: a line left out, or a gap with a waiver. `by`: None for nobody known.

    `is_past` says that the records no longer show what the waiver was about.
    """

    sentence: str
    reason: str
    by: Any
    at: datetime | None
    line: int | None = None
    waiver: int | None = None
    is_past: bool = False


@dataclass(frozen=True)
class Review:
    """A report held against its records at one moment."""

    open: tuple[Gap, ...]
    resolved: tuple[Resolved, ...]

    @property
    def hard(self) -> list[Gap]:
        return [gap for gap in self.open if gap.is_hard]

    @property
    def soft(self) -> list[Gap]:
        return [gap for gap in self.open if not gap.is_hard]


def open_gaps(report: Report, at: datetime) -> list[Gap]:
    """What nobody has settled yet, the certain first. A constant number of queries."""
    return list(review(report, at).open)


def resolved(report: Report, at: datetime) -> list[Resolved]:
    return list(review(report, at).resolved)


def review(report: Report, at: datetime) -> Review:
    return review_of(evidence_of(report, at))


def review_of(evidence: Evidence) -> Review:
    gaps = in_order(gaps_in(evidence))
    waivers = {row.key: row for row in evidence.report.waivers.select_related("by")}
    waived = {gap.key for gap in gaps if holds(waivers.get(gap.key), gap)}
    still = tuple(with_reason(gap, waivers) for gap in gaps if gap.key not in waived)
    asked_again = {gap.key for gap in still}
    kept = [row for row in waivers.values() if row.key not in asked_again]
    left = (of_waiver(row, is_past=row.key not in waived) for row in kept)
    return Review(still, (*of_lines(evidence), *left))


def gaps_in(evidence: Evidence) -> Iterator[Gap]:
    passages = passages_of(evidence)
    yield from missing(evidence)
    yield from unanswered(evidence)
    yield from unfounded(evidence)
    yield from unwritten(evidence)
    yield from elsewhere(evidence, passages)
    yield from disagreeing(evidence, passages)
    yield from misquoted(evidence)


def in_order(gaps: Iterator[Gap]) -> list[Gap]:
    places = {kind: place for place, kind in enumerate(Kind)}
    return sorted(gaps, key=lambda gap: places[gap.kind])


def holds(waiver: ReportWaiver | None, gap: Gap) -> bool:
    return waiver is not None and mark_of(waiver.finding) == gap.mark


def with_reason(gap: Gap, waivers: dict[str, ReportWaiver]) -> Gap:
    """The reason of a waiver that no longer holds stands beside the question."""
    waiver = waivers.get(gap.key)
    return replace(gap, before=waiver.reason) if waiver else gap


def of_waiver(row: ReportWaiver, *, is_past: bool) -> Resolved:
    said = sentence_of(row.finding)
    return Resolved(said, row.reason, row.by, row.at, waiver=row.pk, is_past=is_past)


def of_lines(evidence: Evidence) -> Iterator[Resolved]:
    """Lines left out, with who did it last. One query."""
    omitted = [line for line in evidence.lines if not line.included]
    last: dict[int, Any] = {}
    if omitted:
        history: Any = ReportLine.history  # type: ignore[attr-defined]  # simple_history's
        rows = history.filter(report=evidence.report, included=False)
        for row in rows.select_related("history_user").order_by("history_date", "history_id"):
            last[row.id] = row
    for line in omitted:
        row = last.get(line.pk)
        by, at = (row.history_user, row.history_date) if row else (None, None)
        yield Resolved(line.text, line.omission_reason, by, at, line=line.pk)
