"""What the gaps say before a report goes out."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.kernel.findings import Finding, Level
from portal.kernel.polish import counted
from reports.gaps.answers import open_gaps
from reports.gaps.gap import Gap, Kind
from reports.models import Report

FIELD = "gaps"  # of the findings: no field of the form, but the page of gaps
NAMED = 3  # of one kind, in one sentence


def gap_findings(report: Report, at: datetime) -> list[Finding]:
    """One finding a kind: what is certain blocks, what is a matter of reading warns."""
    return list(findings_of(open_gaps(report, at)))


def findings_of(gaps: list[Gap]) -> Iterator[Finding]:
    for kind in Kind:
        if own := [gap for gap in gaps if gap.kind == kind]:
            level = Level.BLOCK if own[0].is_hard else Level.WARN
            yield Finding(level, FIELD, f"{kind.label}: {named(own)}.")


def named(gaps: list[Gap]) -> str:
    """„A”, „B” i jeszcze 5"""
    shown = "; ".join(gap.subject for gap in gaps[:NAMED])
    more = len(gaps) - NAMED
    return _("%(shown)s i jeszcze %(more)s") % {"shown": shown, "more": more} if more > 0 else shown


def refuse_gaps(report: Report, at: datetime) -> None:
    """Raise ValidationError while something certain is unsettled."""
    hard = [gap for gap in open_gaps(report, at) if gap.is_hard]
    if hard:
        raise ValidationError(
            _("Najpierw „Kompletność”: do rozstrzygnięcia %s.") % counted(len(hard), "uwaga"),
            code="gaps",
        )


def left_out(report: Report) -> str:
    """„Pominięte wiersze: 3. Uwagi zostawione z powodem: 2.”: for the office's files alone."""
    lines, waivers = report.lines.filter(included=False).count(), report.waivers.count()
    said = [_("Pominięte wiersze: %d.") % lines] if lines else []
    said += [_("Uwagi zostawione z powodem: %d.") % waivers] if waivers else []
    return " ".join(said)
