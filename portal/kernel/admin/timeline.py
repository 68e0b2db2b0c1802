"""The saves of a record with its rows, newest first: one save is one entry."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Model

from portal.kernel.admin import past

ONE_SAVE = timedelta(seconds=5)  # rows are written right after the record that they belong to


@dataclass(frozen=True)
class Block:
    """Rows of one kind on the page of their record."""

    label: str
    model: type[Model]
    key: str  # the column that leads to the record
    names: tuple[str, ...] = ()  # of the fields that people edit


@dataclass(frozen=True)
class Mark:
    """That something was saved; `block` is None for the record itself."""

    at: datetime
    order: int
    history_id: int
    by: int | None
    version: int
    block: Block | None = None


@dataclass
class Save:
    """What one person did in one go."""

    marks: list[Mark] = field(default_factory=list)

    @property
    def own(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.block is None]

    @property
    def last_own(self) -> Mark | None:
        return self.own[-1] if self.own else None

    @property
    def at(self) -> datetime:
        return self.marks[0].at

    def holds(self, mark: Mark) -> bool:
        """Relations and rows follow their record; another version is another save."""
        last = self.marks[-1]
        if mark.by != last.by:
            return False
        if mark.block is None:
            return bool(self.last_own and self.last_own.version == mark.version)
        return mark.at - last.at <= ONE_SAVE


def saves_of(model: type[Model], pk: Any, blocks: list[Block]) -> list[Save]:
    """All of them, oldest first, as marks alone: one query for the record, one for each block."""
    marks = own_marks(model, pk) + [mark for block in blocks for mark in row_marks(block, pk)]
    found: list[Save] = []
    for mark in sorted(marks, key=lambda m: (m.at, m.order, m.history_id)):
        if not found or not found[-1].holds(mark):
            found.append(Save())
        found[-1].marks.append(mark)
    return found


def own_marks(model: type[Model], pk: Any) -> list[Mark]:
    version = "version" if hasattr(model, "version") else "history_id"
    rows = past.history_of(model, id=pk).values_list(
        "history_date", "history_id", "history_user_id", version
    )
    return [Mark(at, 0, key, by, number) for at, key, by, number in rows]


def row_marks(block: Block, pk: Any) -> list[Mark]:
    rows = past.history_of(block.model, **{block.key: pk}).values_list(
        "history_date", "history_id", "history_user_id"
    )
    return [Mark(at, 1, key, by, 0, block) for at, key, by in rows]
