"""What differs between two versions of a record, as a person would say it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Field, ForeignKey, ManyToManyField, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.kernel.admin import past
from portal.kernel.admin.form_data import EMPTY, text_of
from portal.kernel.months import local
from portal.kernel.richtext import RichTextField
from portal.kernel.timed import FIELDS as TIMED

# Kept for the machine's sake; each follows from something that people wrote.
UNTOLD = {
    "id",
    "version",
    "sequence",
    "folded",
    "sort_key",
    "sort_at",
    "place_name",
    "place_address",
    "uid",
    "last_login",
    "date_joined",
}
STATE = {"status", "published_at", "withdrawn_at", "withdrawal_reason", "discarded_at"}
SECRET = {"password"}


@dataclass(frozen=True)
class Change:
    name: str
    label: str
    old: str
    new: str

    @property
    def is_state(self) -> bool:
        return self.name in STATE


class Names:
    """Names of related records, each model asked once for all that will be said."""

    def __init__(self) -> None:
        self.wanted: dict[type[Model], set[Any]] = defaultdict(set)
        self.found: dict[type[Model], dict[Any, str]] = {}

    def want(self, field: Any, keys: Iterable[Any]) -> None:
        self.wanted[field.related_model] |= {key for key in keys if key is not None}

    def name(self, field: Any, key: Any) -> str:
        model = field.related_model
        missing = self.wanted[model] - self.found.get(model, {}).keys()
        if missing or key not in self.found.get(model, {}):
            keys = {*missing, key}
            asked = model._base_manager.in_bulk(keys)
            gone = _("(usunięte)")
            said = {pk: str(asked[pk]) if pk in asked else gone for pk in keys}
            self.found.setdefault(model, {}).update(said)
        return self.found[model][key]


def changes_between(
    model: type[Model],
    old: Any,
    new: Any,
    names: Names | None = None,
    related: dict[str, dict[int, list[int]]] | None = None,
) -> list[Change]:
    """Of two rows of a history; `related` as from `relations_of`, else it is asked."""
    names = names or Names()
    related = relations_of(model, [old, new]) if related is None else related
    found = date_change(old, new)
    for field in told_fields(model):
        if differs(field, old, new):
            was, now = (said(field, getattr(row, field.attname), names) for row in (old, new))
            found += [Change(field.name, label_of(field), was, now)] if was != now else []
            if field.name in SECRET:
                found.append(Change(field.name, label_of(field), EMPTY, _("zmienione")))
    for relation in past.tracked_relations(model):
        keys = [related[relation.name].get(row.history_id, []) for row in (old, new)]
        if keys[0] != keys[1]:
            was, now = (listed(relation, of, names) for of in keys)
            found.append(Change(relation.name, label_of(relation), was, now))
    return found


def differs(field: Any, old: Any, new: Any) -> bool:
    return bool(getattr(old, field.attname) != getattr(new, field.attname))


def relations_of(model: type[Model], rows: Iterable[Any]) -> dict[str, dict[int, list[int]]]:
    kept = list(rows)
    return {
        relation.name: past.related_keys(relation, kept)
        for relation in past.tracked_relations(model)
    }


def told_fields(model: type[Model]) -> list[Any]:
    tracked = model.history.model.tracked_fields  # type: ignore[attr-defined]  # simple_history
    hidden = UNTOLD | (set(TIMED) if hasattr(model, "when") else set())
    return [field for field in tracked if field.name not in hidden]


def date_change(old: Any, new: Any) -> list[Change]:
    if not hasattr(old.instance_type, "when"):
        return []
    was, now = (row.instance.when.short() for row in (old, new))
    return [Change("when", _("Termin"), was, now)] if was != now else []


def want_names(model: type[Model], rows: Iterable[Any], names: Names) -> None:
    """Say beforehand which names will be needed, so that each model is asked once."""
    kept = list(rows)
    for field in told_fields(model):
        if isinstance(field, ForeignKey):
            names.want(field, (getattr(row, field.attname) for row in kept))


def label_of(field: Any) -> str:
    return str(capfirst(field.verbose_name))


def said(field: "Field[Any, Any]", value: Any, names: Names) -> str:
    """The words of a choice, of rich text, of yes and no, of a moment in Warsaw."""
    if field.name in SECRET:
        return EMPTY
    if value is None or value == "":
        return EMPTY
    if isinstance(field, ForeignKey):
        return names.name(field, value)
    if isinstance(field, RichTextField):
        return text_of(value) or EMPTY
    return said_plainly(field, value)


def said_plainly(field: "Field[Any, Any]", value: Any) -> str:
    if isinstance(value, bool):
        return _("tak") if value else _("nie")
    if isinstance(value, datetime):
        return f"{local(value):%-d.%m.%Y, %-H.%M}"
    if isinstance(value, date):
        return f"{value:%-d.%m.%Y}"
    return str(dict(getattr(field, "flatchoices", ())).get(value, value))


def listed(relation: "ManyToManyField[Any, Any]", keys: list[int], names: Names) -> str:
    names.want(relation, keys)
    return ", ".join(names.name(relation, key) for key in keys) or EMPTY


def person(user: Any) -> str:
    """The name that colleagues know."""
    if user is None:
        return _("portal")
    return str(user.get_full_name() or user.get_username())
