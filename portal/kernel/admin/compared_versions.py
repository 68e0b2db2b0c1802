"""Two versions of one record side by side, with the rows that belonged to each."""

from dataclasses import dataclass
from typing import Any

from portal.kernel.admin import past
from portal.kernel.admin.timeline import Block
from portal.kernel.admin.told_changes import Names, changes_between, want_names
from portal.kernel.admin.told_history import row_sentence
from portal.kernel.admin.word_diff import Compared, compared


@dataclass(frozen=True)
class Difference:
    label: str
    texts: Compared
    is_rows: bool = False
    is_state: bool = False


class Comparison:
    """`is_back`: what going from the first to the second, an earlier one, would change."""

    def __init__(
        self, record: Any, first: Any, second: Any, blocks: list[Block], *, is_back: bool = False
    ) -> None:
        self.record, self.first, self.second, self.is_back = record, first, second, is_back
        self.names = Names()
        self.differences = [*self.of_fields(), *self.of_rows(blocks)]

    def of_fields(self) -> list[Difference]:
        found = changes_between(type(self.record), self.first, self.second, self.names)
        return [
            Difference(c.label, compared(c.old, c.new), is_state=c.is_state)
            for c in found
            if not (self.is_back and c.is_state)  # restoring leaves publication as it is
        ]

    def of_rows(self, blocks: list[Block]) -> list[Difference]:
        found = []
        for block in blocks:
            old, new = (self.rows(block, version) for version in (self.first, self.second))
            if old != new:
                found.append(Difference(block.label, compared(old, new), is_rows=True))
        return found

    def rows(self, block: Block, version: Any) -> str:
        """As they stood when the next save began."""
        before = past.began_at(self.record, version.version)
        rows = list(past.rows_at(block.model, block.key, self.record.pk, before).values())
        want_names(block.model, rows, self.names)
        return "\n".join(sorted(row_sentence(block, row, self.names) for row in rows))

    @property
    def has_rows(self) -> bool:
        return any(difference.is_rows for difference in self.differences)
