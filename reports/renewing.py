"""One drafted text beside a person's own: which of the two a field keeps.

A field and its `drafted_…` twin are equal until a person writes there. From then on the person's
words stay, and the twin remembers the newest draft, so that each change is remarked on once.
"""

from enum import Enum, auto
from typing import Any


class Renewed(Enum):
    """What became of a field."""

    SAME = auto()
    CHANGED = auto()
    REMARKED = auto()  # a person's words stand, and the records now say something else
    NOTED = auto()  # as REMARKED, but there was no draft before to differ from


def renew(row: Any, field: str, drafted: str, now: str) -> Renewed:
    """Put the new draft into the field, unless a person has written there."""
    text, before = getattr(row, field), getattr(row, drafted)
    if before == now:
        return Renewed.SAME
    if text == before:
        setattr(row, field, now)
        setattr(row, drafted, now)
        return Renewed.CHANGED
    if text == now:
        # The same words, but a person's: they must not follow the records from now on.
        return Renewed.SAME
    setattr(row, drafted, now)
    return Renewed.REMARKED if before else Renewed.NOTED
