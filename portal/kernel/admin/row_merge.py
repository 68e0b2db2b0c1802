"""Rows of two editors brought together: three-way, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from portal.kernel.admin.row_data import Row, RowsOf


@dataclass
class Merged:
    """The rows with what only one side did; `mine` and `theirs` differ where both did."""

    mine: list[Row] = field(default_factory=list)
    theirs: list[Row] = field(default_factory=list)
    by_them: list[str] = field(default_factory=list)  # sentences: what they added, changed, removed
    clashing_mine: list[str] = field(default_factory=list)
    clashing_theirs: list[str] = field(default_factory=list)
    by_me: bool = False

    @property
    def is_clash(self) -> bool:
        return bool(self.clashing_mine or self.clashing_theirs)

    def both(self, row: Row | None) -> None:
        if row is not None:
            self.mine.append(row)
            self.theirs.append(row)


class RowMerge:
    """`former` holds the rows that both began from, as far as their history is kept."""

    def __init__(self, rows: RowsOf, typed: list[Row], former: Mapping[str, Row]) -> None:
        self.rows, self.former = rows, former
        self.stored = rows.stored()
        self.typed = typed
        self.merged = Merged()

    def result(self) -> Merged:
        for row in self.typed:
            self.bring(row)
        for row in self.added():
            self.merged.both(row)
            self.tell(_("dodano: %s"), row)
        return self.merged

    def added(self) -> list[Row]:
        """What is stored and was not on the page of whoever typed."""
        shown = {row.key for row in self.typed}
        return [
            row for key, row in self.stored.items() if key not in shown and not self.is_mine(row)
        ]

    def is_mine(self, stored: Row) -> bool:
        """Sent twice: the first sending made the row that the second still calls new."""
        return any(not row.key and self.rows.same(row, stored) for row in self.typed)

    def twin(self, mine: Row) -> Row | None:
        shown = {row.key for row in self.typed}
        rows = (row for key, row in self.stored.items() if key not in shown)
        return next((row for row in rows if self.rows.same(mine, row)), None)

    def bring(self, mine: Row) -> None:
        theirs, was = self.stored.get(mine.key), self.former.get(mine.key)
        if not mine.key:
            twin = self.twin(mine)
            self.merged.both(twin or mine)
            self.merged.by_me = self.merged.by_me or twin is None
        elif theirs is not None and not mine.is_leaving and self.rows.same(mine, theirs):
            self.merged.both(theirs)
        elif was is not None and not mine.is_leaving and self.rows.same(mine, was):
            self.merged.both(theirs)
            self.tell(_("zmieniono: %s") if theirs else _("usunięto: %s"), theirs or was)
        elif theirs is not None and was is not None and self.rows.same(theirs, was):
            self.merged.both(mine)
            self.merged.by_me = True
        elif theirs is not None or not mine.is_leaving:
            self.ask(mine, theirs)

    def ask(self, mine: Row, theirs: Row | None) -> None:
        self.merged.mine.append(mine)
        if theirs is not None:
            self.merged.theirs.append(theirs)
        said = self.rows.sentence(mine)
        self.merged.clashing_mine.append(_("usunąć: %s") % said if mine.is_leaving else said)
        gone = _("usunięto: %s") % said
        self.merged.clashing_theirs.append(self.rows.sentence(theirs) if theirs else gone)

    def tell(self, what: str, row: Row) -> None:
        self.merged.by_them.append(what % self.rows.sentence(row))
