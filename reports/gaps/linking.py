"""Which records a hand-written line may be about: those of its period that have no line yet."""

import re
from dataclasses import dataclass

from portal.kernel.names import fold
from reports.gaps.evidence import Evidence
from reports.gaps.gap import Kind
from reports.gaps.lines import missing

OFFERED = 40  # in one list; the likest first
SHORTEST = 4  # letters of a word that says anything
STEM = 5  # letters by which cases of one word know each other


@dataclass(frozen=True)
class Candidate:
    value: str
    label: str


def free(evidence: Evidence) -> list[Candidate]:
    """Every record of the period without a line."""
    words = {Kind.MISSING_EVENT: "event", Kind.MISSING_ACTIVITY: "activity"}
    gaps = missing(evidence)
    return [Candidate(f"{words[gap.kind]}:{gap.number}", gap.subject) for gap in gaps]


def likest(rows: list[Candidate], text: str) -> list[Candidate]:
    """Those that share most words with the text come first."""
    stems = stems_of(text)
    return sorted(rows, key=lambda row: -len(stems & stems_of(row.label)))[:OFFERED]


def stems_of(text: str) -> set[str]:
    words = re.findall(r"\w+", fold(text))
    return {word[:STEM] for word in words if len(word) >= SHORTEST}
