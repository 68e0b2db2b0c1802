"""Former states of a record and of its rows, out of their histories."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import ManyToManyField, Min, Model
from simple_history.utils import get_m2m_reverse_field_name

OLDEST_FIRST = ("history_date", "history_id")
NEWEST_FIRST = ("-history_date", "-history_id")


def has_history(model: type[Model]) -> bool:
    return hasattr(model._meta, "simple_history_manager_attribute")


def history_of(model: type[Model], **of: Any) -> Any:
    """The rows of a model's history, untyped upstream; of one record by `id=…`."""
    return model.history.filter(**of)  # type: ignore[attr-defined]  # simple_history's manager


def version_of(record: Model, number: int) -> Any:
    """The record as that save left it, its relations too; None when nobody kept it."""
    rows = history_of(type(record), id=record.pk, version=number)
    return rows.select_related("history_user").order_by(*NEWEST_FIRST).first()


def saves_since(record: Model, number: int) -> list[Any]:
    """Each later version's last row, oldest first."""
    rows = history_of(type(record), id=record.pk, version__gt=number)
    rows = rows.select_related("history_user").order_by(*OLDEST_FIRST)
    return list({row.version: row for row in rows}.values())


def began_at(record: Model, number: int) -> datetime | None:
    """When the first save after that version began; None while there is none."""
    rows = history_of(type(record), id=record.pk, version__gt=number)
    found: datetime | None = rows.aggregate(first=Min("history_date"))["first"]
    return found


def rows_at(model: type[Model], key: str, parent: Any, before: datetime | None) -> dict[Any, Any]:
    """{id: its row of history} of what belonged to `parent` then; now, without a moment.

    `key` is the column that leads to the parent.
    """
    rows = history_of(model, **{key: parent}).order_by(*OLDEST_FIRST)
    if before is not None:
        rows = rows.filter(history_date__lt=before)
    latest = {row.id: row for row in rows}
    return {pk: row for pk, row in latest.items() if row.history_type != "-"}


def tracked_relations(model: type[Model]) -> list["ManyToManyField[Any, Any]"]:
    found = model.history.model._history_m2m_fields  # type: ignore[attr-defined]
    return list(found)


def related_keys(field: "ManyToManyField[Any, Any]", rows: Iterable[Any]) -> dict[int, list[int]]:
    """{history_id: keys of what the record was related to}, in one query for all the rows."""
    wanted: dict[int, list[int]] = {row.history_id: [] for row in rows}
    through = getattr(history_of(field.model).model, field.name).model
    column = f"{get_m2m_reverse_field_name(field)}_id"
    kept = through.objects.filter(history_id__in=wanted).order_by(column)
    for history, key in kept.values_list("history_id", column):
        wanted[history].append(key)
    return wanted
