"""What a check found in a text, and where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from portal.kernel.lint.writing import Writing


class Weight(IntEnum):
    """How sure it is that the writer meant otherwise; the gravest first."""

    WRONG = 0  # nobody can have meant it so: a weekday that is not that day's, a dead link
    DOUBTFUL = 1  # mostly a slip, but a person may know better
    QUIET = 2  # the page mends it by itself when it is shown (portal.kernel.typography)


@dataclass(frozen=True)
class Problem:
    """One whole Polish sentence for the writer; `start` and `end` count within the block."""

    sentence: str
    block: int
    start: int
    end: int
    instead: str = ""  # what could stand there
    weight: Weight = Weight.DOUBTFUL


Check = Callable[[Writing], Iterator[Problem]]
