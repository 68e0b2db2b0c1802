"""What a check of a record found: what blocks publishing, and what is only doubtful."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    BLOCK = "block"  # wrong: it cannot go out so
    WARN = "warn"  # doubtful: a person may say that it is right


@dataclass(frozen=True)
class Finding:
    """One sentence for staff, about one field of the form."""

    level: Level
    field: str  # its name in the form; "" for the record as a whole
    sentence: str  # whole, with its full stop
    instead: str = ""  # „did you mean”: what could stand there


def blocking(findings: list[Finding]) -> list[Finding]:
    return [found for found in findings if found.level is Level.BLOCK]


def doubtful(findings: list[Finding]) -> list[Finding]:
    return [found for found in findings if found.level is Level.WARN]
