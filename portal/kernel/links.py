"""Every link to a record, whatever table it stands in, found by Django's own map of relations.

The layers above need not be named: what points to a record of this model moves, and a new table
that points to it moves too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CASCADE, NOT_PROVIDED, Model, UniqueConstraint

from portal.kernel.history import Versioned
from portal.kernel.naming import NameVariant

Row = Any
REASON_LENGTH = 100  # of the history's column


@dataclass(frozen=True)
class Twins:
    """Both records have this link; only one may stay. `differing`: what tells the two apart."""

    lost: Row
    kept: Row
    differing: tuple[Any, ...]

    @property
    def key(self) -> str:
        return f"row_{self.lost._meta.model_name}_{self.lost.pk}"

    @property
    def is_kept_blank(self) -> bool:
        """The kept record's row says nothing that it would not say by itself."""
        values = [(field, getattr(self.kept, field.attname)) for field in self.differing]
        return all(value in (None, "", default(field)) for field, value in values)


@dataclass(frozen=True)
class Links:
    """One column by which rows point to a record of the model."""

    field: Any

    @property
    def model(self) -> Any:
        return self.field.model

    @property
    def is_of_many(self) -> bool:
        """The table that Django itself keeps behind a relation to many."""
        return bool(self.model._meta.auto_created)

    @property
    def source(self) -> Any:
        """Whose link a person would say it is."""
        return self.others()[0].related_model if self.is_of_many else self.model

    @property
    def label(self) -> str:
        return str(self.source._meta.verbose_name_plural)

    def others(self) -> list[Any]:
        """The fields of a row beside this link and the row's own number."""
        fields = self.model._meta.concrete_fields
        return [field for field in fields if field is not self.field and not field.primary_key]

    def of(self, record: Any) -> list[Row]:
        return list(self.model._base_manager.filter(**{self.field.name: record}).order_by("pk"))

    def count(self, record: Any) -> int:
        found: int = self.model._base_manager.filter(**{self.field.name: record}).count()
        return found

    def twins(self, kept: Any, lost: Any) -> list[Twins]:
        """By each rule that a record has such a link once."""
        rules = [names for names in once(self.model) if self.field.name in names]
        if not rules:
            return []
        mine, found = self.of(kept), {}
        for names in rules:
            columns = [n for n in names if n != self.field.name]
            stored = {key_of(row, columns): row for row in mine}
            for row in self.of(lost):
                if (twin := stored.get(key_of(row, columns))) and None not in key_of(row, columns):
                    found[row.pk] = Twins(row, twin, self.differing(row, twin))
        return list(found.values())

    def differing(self, one: Row, other: Row) -> tuple[Any, ...]:
        """What people wrote. Two spellings that fold alike are one name."""
        if issubclass(self.model, NameVariant):
            return ()
        return tuple(
            field
            for field in self.others()
            if field.editable and getattr(one, field.attname) != getattr(other, field.attname)
        )

    def parents(self, row: Row) -> Iterator[tuple[Any, Any]]:
        """(model, number) of the records on whose page that row is written."""
        for field in self.others():
            model = field.related_model
            is_part = self.is_of_many or (
                field.is_relation and field.remote_field.on_delete is CASCADE
            )
            if is_part and isinstance(model, type) and issubclass(model, Versioned):
                yield model, getattr(row, field.attname)


def links_to(model: type[Model]) -> list[Links]:
    """Every column that holds a number of such a record; the tables of the history stay."""
    relations: Any = model._meta.get_fields(include_hidden=True)
    fields = [row.field for row in relations if is_link(row)]
    return [Links(field) for field in fields]


def is_link(relation: Any) -> bool:
    points_here = relation.auto_created and not relation.concrete and not relation.many_to_many
    return points_here and not relation.related_model._meta.model_name.startswith("historical")


def once(model: type[Model]) -> list[tuple[str, ...]]:
    """The names of the fields that may stand together only once."""
    found = [tuple(names) for names in model._meta.unique_together]
    found += [
        tuple(constraint.fields) or names_in(constraint.expressions)
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint) and constraint.condition is None
    ]
    return found + [(field.name,) for field in model._meta.concrete_fields if field.unique]


def names_in(expressions: Any) -> tuple[str, ...]:
    return tuple(expression.name for expression in expressions)


def key_of(row: Row, names: list[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, row._meta.get_field(name).attname) for name in names)


def default(field: Any) -> Any:
    return None if field.default is NOT_PROVIDED else field.get_default()


class Mover:
    """Moves the links of one record to another; each row saved leaves its trace in the history."""

    def __init__(self, kept: Any, lost: Any, reason: str, by: Any) -> None:
        self.kept, self.lost = kept, lost
        self.reason, self.by = reason[:REASON_LENGTH], by
        self.touched: set[tuple[Any, Any]] = set()

    def move(self, links: Links, taken: set[str]) -> None:
        """`taken`: keys of the twins of which the lost record's row is to stay."""
        twins = {row.lost.pk: row for row in links.twins(self.kept, self.lost)}
        for row in links.of(self.lost):
            self.touched |= set(links.parents(row))
            if twin := twins.get(row.pk):
                self.settle(twin, twin.key in taken)
            else:
                setattr(row, links.field.name, self.kept)
                self.save(row)

    def settle(self, twin: Twins, is_lost_taken: bool) -> None:
        if is_lost_taken and twin.differing:
            for field in twin.differing:
                setattr(twin.kept, field.attname, getattr(twin.lost, field.attname))
            self.save(twin.kept)
        self.mark(twin.lost)
        twin.lost.delete()

    def touch(self) -> None:
        """Whoever has such a page open is told that it changed."""
        for model, pk in sorted(self.touched, key=lambda row: (row[0]._meta.label, row[1])):
            parent = model._base_manager.filter(pk=pk).first()
            if parent is not None and parent not in (self.kept, self.lost):
                self.save(parent)

    def save(self, row: Any) -> None:
        self.mark(row)
        row.save()

    def mark(self, row: Any) -> None:
        row._change_reason = self.reason
        if self.by is not None:
            row._history_user = self.by
