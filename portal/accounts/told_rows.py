"""Rows of histories in words: what was done to which record, as its own history says it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, ExpressionWrapper, ForeignKey, OuterRef, QuerySet, Subquery
from django.db.models.fields import DateTimeField
from django.utils.translation import gettext as _

from events.importing.intake import DIGEST
from portal.kernel.admin import past
from portal.kernel.admin.timeline import ONE_SAVE
from portal.kernel.admin.told_history import deed

DEEDS = {"+": _("dodano"), "~": _("zmieniono"), "-": _("usunięto")}
CALLED = ("title", "name", "username", "text", "heading", "alt")
OF_THE_MACHINE = DIGEST.partition(";")[0]  # what follows is a digest


@dataclass(frozen=True)
class Mark:
    """A row of some model's history."""

    model: Any
    row: Any

    @property
    def at(self) -> datetime:
        found: datetime = self.row.history_date
        return found

    @property
    def reason(self) -> str:
        said = str(self.row.history_change_reason or "")
        return OF_THE_MACHINE if said.startswith(OF_THE_MACHINE) else said


def saves(model: Any) -> "QuerySet[Any]":
    """One row of each save: relations are written right after their record, as a row more."""
    rows: QuerySet[Any] = model.history.all()
    if not past.tracked_relations(model):
        return rows
    since = ExpressionWrapper(OuterRef("history_date") - ONE_SAVE, output_field=DateTimeField())
    same = {"version": OuterRef("version")} if hasattr(model, "version") else {}
    earlier = model.history.filter(
        id=OuterRef("id"),
        history_date__gte=since,
        history_id__lt=OuterRef("history_id"),
        **same,
    )
    return rows.filter(~Exists(earlier), history_type="~") | rows.exclude(history_type="~")


class Told:
    """The marks of one page; the number of queries grows with kinds of records alone."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        by_model: dict[Any, list[Any]] = defaultdict(list)
        for mark in marks:
            by_model[mark.model].append(mark.row)
        self.before: dict[tuple[Any, int], Any] = {}
        self.names: dict[tuple[Any, Any], str] = {}
        for model, rows in by_model.items():
            self.read_before(model, [row.history_id for row in rows if row.history_type == "~"])
        for related, keys in self.wanted(by_model).items():
            self.read_names(related, keys)

    def read_before(self, model: Any, keys: list[int]) -> None:
        """The row before each, where more than „zmieniono” can be said of the two."""
        if not keys or not (has_state(model) or hasattr(model, "current_id")):
            return
        of = model.history.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
        last = Subquery(of.order_by("-history_id").values("history_id")[:1])
        pairs = dict(
            model.history.filter(history_id__in=keys)
            .annotate(earlier=last)
            .values_list("history_id", "earlier")
        )
        rows = {
            row.history_id: row for row in past.history_of(model, history_id__in=pairs.values())
        }
        self.before |= {(model, now): rows[was] for now, was in pairs.items() if was in rows}

    def wanted(self, by_model: dict[Any, list[Any]]) -> dict[Any, set[Any]]:
        found: dict[Any, set[Any]] = defaultdict(set)
        for model, rows in by_model.items():
            nameless = [row for row in rows if not own_name(row)]
            for field in owners(model) if nameless else ():
                found[field.related_model] |= {getattr(row, field.attname) for row in nameless}
        return found

    def read_names(self, model: Any, keys: set[Any]) -> None:
        for row in model._base_manager.filter(pk__in=keys - {None}).select_related():
            self.names[model, row.pk] = str(row)

    def what(self, mark: Mark) -> str:
        before = self.before.get((mark.model, mark.row.history_id))
        if before is None:
            return str(DEEDS[mark.row.history_type])
        if hasattr(mark.model, "current_id") and before.current_id != mark.row.current_id:
            return _("zatwierdzono")
        return deed(before, mark.row) if has_state(mark.model) else str(DEEDS["~"])

    def record(self, mark: Mark) -> str:
        """As it was called then; what has no name of its own is called by what it belongs to."""
        if said := own_name(mark.row):
            return said
        keys = [(f.related_model, getattr(mark.row, f.attname)) for f in owners(mark.model)]
        known = [self.names[key] for key in keys if key in self.names]
        return ", ".join(known) or f"nr {getattr(mark.row, 'id', mark.row.pk)}"


def has_state(model: Any) -> bool:
    return hasattr(model, "published_at") and hasattr(model, "status")


def own_name(row: Any) -> str:
    return next((str(getattr(row, name)) for name in CALLED if getattr(row, name, "")), "")


def owners(model: Any) -> list[Any]:
    """The relations that people chose; accounts are said elsewhere in the line."""
    fields = model.history.model.tracked_fields
    return [
        field
        for field in fields
        if isinstance(field, ForeignKey)
        and field.editable
        and field.related_model is not get_user_model()
    ]
