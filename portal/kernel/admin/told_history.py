"""Entries of a history in words: who, when, what was done, what changed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from portal.kernel.admin import past
from portal.kernel.admin.form_data import EMPTY
from portal.kernel.admin.timeline import Block, Mark, Save
from portal.kernel.admin.told_changes import (
    STATE,
    Change,
    Names,
    changes_between,
    label_of,
    person,
    relations_of,
    said,
    told_fields,
    want_names,
)
from portal.kernel.months import local
from portal.kernel.publishing import Status


@dataclass(frozen=True)
class RowChange:
    """„Partnerzy: dodano: Fundacja Gospodarz”; `put_back` names a row that is gone."""

    label: str
    what: str
    text: str
    put_back: tuple[str, int] | None = None


@dataclass
class Entry:
    at: datetime
    who: str
    deed: str
    reason: str = ""
    version: int | None = None  # history_id, where the record itself was saved
    changes: list[Change] = field(default_factory=list)
    rows: list[RowChange] = field(default_factory=list)


class Teller:
    """Tells some saves of one record; the number of queries does not grow with them."""

    def __init__(self, model: type[Model], saves: list[Save], earlier: list[Save]) -> None:
        """`earlier`: the saves before those, newest last, to compare the oldest with."""
        self.model, self.saves = model, saves
        self.before = earlier
        self.names = Names()
        self.own = self.read_own()
        self.related = relations_of(model, self.own.values())
        self.rows = self.read_rows()
        self.present = self.read_present()
        want_names(model, self.own.values(), self.names)

    def read_own(self) -> dict[int, Any]:
        marks = [save.last_own for save in self.saves] + [self.last_own(self.before)]
        asked = [mark.history_id for mark in marks if mark]
        rows = past.history_of(self.model, history_id__in=asked)
        return {row.history_id: row for row in rows.select_related("history_user")}

    def last_own(self, saves: list[Save]) -> Mark | None:
        return next((save.last_own for save in reversed(saves) if save.last_own), None)

    def read_rows(self) -> dict[Block, dict[Any, list[Any]]]:
        """{block: {id: all its versions, oldest first}} of the rows that are told here."""
        found: dict[Block, dict[Any, list[Any]]] = {}
        for block, marks in self.marks_of_rows().items():
            told = past.history_of(block.model, history_id__in=[m.history_id for m in marks])
            keys = set(told.values_list("id", flat=True))
            rows = past.history_of(block.model, id__in=keys).select_related("history_user")
            found[block] = defaultdict(list)
            for row in rows.order_by(*past.OLDEST_FIRST):
                found[block][row.id].append(row)
            want_names(block.model, (r for rows in found[block].values() for r in rows), self.names)
        return found

    def marks_of_rows(self) -> dict[Block, list[Mark]]:
        found: dict[Block, list[Mark]] = defaultdict(list)
        for save in self.saves:
            for mark in save.marks:
                if mark.block:
                    found[mark.block].append(mark)
        return found

    def read_present(self) -> dict[Block, set[Any]]:
        return {
            block: set(block.model._base_manager.filter(pk__in=rows).values_list("pk", flat=True))
            for block, rows in self.rows.items()
        }

    def entries(self) -> list[Entry]:
        """In the order of the saves."""
        found, previous = [], self.row_of(self.last_own(self.before))
        for save in self.saves:
            now = self.row_of(save.last_own)
            found.append(self.entry(save, previous, now))
            previous = now or previous
        return found

    def row_of(self, mark: Mark | None) -> Any:
        return self.own.get(mark.history_id) if mark else None

    def entry(self, save: Save, before: Any, now: Any) -> Entry:
        changes = []
        if now is not None and before is not None:
            changes = changes_between(self.model, before, now, self.names, self.related)
        return Entry(
            at=save.at,
            who=person(now.history_user if now else self.user_of(save)),
            deed=deed(before, now) if now else _("zmieniono wiersze"),
            reason=(now.history_change_reason or "") if now else "",
            version=now.history_id if now else None,
            changes=changes,
            rows=list(self.row_changes(save)),
        )

    def user_of(self, save: Save) -> Any:
        mark = save.marks[0]
        rows = self.rows.get(mark.block, {}) if mark.block else {}
        kept = (row for versions in rows.values() for row in versions)
        found = next((row for row in kept if row.history_id == mark.history_id), None)
        return found.history_user if found else None

    def row_changes(self, save: Save) -> Iterable[RowChange]:
        for mark in save.marks:
            if mark.block is None:
                continue
            for key, versions in self.rows[mark.block].items():
                places = [i for i, row in enumerate(versions) if row.history_id == mark.history_id]
                if places:
                    yield from self.row_change(mark.block, key, versions, places[0])

    def row_change(
        self, block: Block, key: Any, versions: list[Any], place: int
    ) -> Iterable[RowChange]:
        row = versions[place]
        text = self.sentence(block, row)
        if row.history_type == "+":
            yield RowChange(block.label, _("dodano"), text)
        elif row.history_type == "-":
            gone = key not in self.present[block] and place == len(versions) - 1
            back = (str(block.model._meta.model_name), row.history_id) if gone else None
            yield RowChange(block.label, _("usunięto"), text, back)
        else:
            was = self.sentence(block, versions[place - 1]) if place else EMPTY
            if was != text:
                yield RowChange(block.label, _("zmieniono"), f"{was} → {text}")

    def sentence(self, block: Block, row: Any) -> str:
        return row_sentence(block, row, self.names)


def row_sentence(block: Block, row: Any, names: Names) -> str:
    """„Fundacja Gospodarz, gospodarz miejsca”; of a box only that it is ticked."""
    found = []
    for column in told_fields(block.model):
        value = getattr(row, column.attname)
        if column.attname == block.key or (block.names and column.name not in block.names):
            continue
        if isinstance(value, bool):
            found += [label_of(column).lower()] if value else []
        elif (text := said(column, value, names)) != EMPTY:
            found.append(text)
    return ", ".join(found) or EMPTY


def deed(before: Any, now: Any) -> str:
    """What was done to the record, in one word or a few."""
    if now.history_type == "-":
        return _("usunięto")
    if before is None:
        return _("utworzono") if now.history_type == "+" else _("zapisano")
    changed = {name for name in STATE if getattr(before, name, None) != getattr(now, name, None)}
    if "discarded_at" in changed:
        return _("wyrzucono do kosza") if now.discarded_at else _("wyjęto z kosza")
    if changed & {"status", "published_at"}:
        return published(before, now)
    return _("zmieniono")


def published(before: Any, now: Any) -> str:
    if now.status == Status.WITHDRAWN:
        return _("wycofano ze strony")
    if now.status == Status.DRAFT:
        return _("cofnięto do szkicu")
    if now.published_at and now.published_at > now.history_date:
        return _("zaplanowano na %s") % f"{local(now.published_at):%-d.%m.%Y, %-H.%M}"
    return _("opublikowano ponownie") if before.status == Status.WITHDRAWN else _("opublikowano")
