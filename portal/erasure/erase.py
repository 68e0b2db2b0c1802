"""The one action that removes a person's name everywhere, frozen versions and histories included.

Rows are written by updates: no signal, no history and no mail tells of what is gone. Versions of
records rise, so that a form opened earlier meets the page of conflicts and not silence.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from events.models import Event
from events.stamps import stamp
from portal.erasure.columns import Model, base_of, columns, is_history, read_value, stored_value
from portal.erasure.places import Choice, Place
from portal.erasure.replacing import erased, fitted
from portal.erasure.traces import forget_texts, merge_indexes, overwrite
from portal.erasure.wanted import Wanted
from portal.kernel.history import Versioned
from portal.kernel.images import Picture
from portal.kernel.names import fold, sort_key
from portal.kernel.naming import Folded, Named
from portal.models import Erasure, SearchDocument
from portal.search.documents import KINDS
from portal.search.index import index
from reports.frozen import checksum
from reports.models import ReportVersion

MOST_TWINS = 1000
PICTURES = "pictures"  # the key under which `Erasure.found` counts those that were deleted


@transaction.atomic
def erase(
    *,
    wanted: Wanted,
    places: Iterable[Place],
    choice: Choice,
    pictures: Iterable[Picture] = (),
    reason: str,
    by: Any,
    at: datetime,
) -> Erasure:
    """Remove it from those places, and the pictures with all their files; what it says is counted.

    `places` as `find` gave them in the same transaction.
    """
    overwrite()
    rows = dict.fromkeys((place.model, place.pk) for place in places if choice.of(place))
    found = Counter(
        model._meta.label for model, pk in rows if erase_row(model, pk, wanted, choice, at)
    )
    for picture in pictures:
        found[PICTURES] += 1
        drop(picture, by)
    if found:
        stamp(Event.objects.exclude(feed_digest=""), at)
    renew_documents(pk for model, pk in rows if model is SearchDocument)
    merge_indexes()
    transaction.on_commit(forget_texts, robust=True)
    return Erasure.objects.create(reason=reason, found=dict(found), by=by, at=at)


def erase_row(model: Model, pk: Any, wanted: Wanted, choice: Choice, at: datetime) -> bool:
    """Whether anything had to go. A document of the search is written anew later."""
    if model is SearchDocument:
        return True
    row: Any = model._base_manager.select_for_update().filter(pk=pk).order_by("pk").first()
    changed = changes(row, wanted, choice) if row else {}
    if not changed:
        return False
    for name, value in changed.items():
        setattr(row, name, value)
    set_apart(row, changed)
    derive(row, changed, at)
    stored = {name: stored_value(model, value) for name, value in changed.items()}
    model._base_manager.filter(pk=pk).update(**stored)
    return True


def changes(row: Any, wanted: Wanted, choice: Choice) -> dict[str, Any]:
    """{field: its new value} of what reads otherwise now."""
    found = {}
    for field in columns(type(row)):
        value = read_value(type(row), getattr(row, field.attname))
        new = erased(field, value, wanted, choice.chosen)
        if new != value:
            found[field.attname] = new
    return found


## What follows from the words


def derive(row: Any, changed: dict[str, Any], at: datetime) -> None:
    """Columns that are worked out of others, of a record and of its history alike."""
    base = base_of(type(row))
    record = row.instance if is_history(type(row)) else row
    if issubclass(base, Folded):
        changed["folded"] = fold(record.words())
    if issubclass(base, Named):
        changed["sort_key"] = sort_key(record.name)
    if isinstance(row, ReportVersion):
        changed |= {"checksum": checksum(row.content), "erased_at": at}
    if isinstance(row, Versioned):
        changed["version"] = row.version + 1


def set_apart(row: Any, changed: dict[str, Any]) -> None:
    """Two rows that only the name told apart: „[usunięto dane osobowe] (2)”."""
    if not telling_apart(type(row)) & {*changed, "folded"}:
        return
    plain = dict(changed)
    for number in range(2, MOST_TWINS):
        if not is_twin(row):
            return
        for name, value in plain.items():
            if isinstance(value, str):
                changed[name] = numbered(row._meta.get_field(name), value, number)
                setattr(row, name, changed[name])


def telling_apart(model: Model) -> set[str]:
    """Columns by which the database refuses a second row."""
    found = {field.name for field in model._meta.fields if field.unique}
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            found |= {*constraint.fields, *told_by(constraint)}
    return found


def told_by(constraint: models.UniqueConstraint) -> set[str]:
    """A constraint by expressions names its columns only there."""
    names: Iterable[Any] = (getattr(one, "name", None) for one in constraint.expressions)
    return {str(name) for name in names if name}


def numbered(field: "models.Field[Any, Any]", value: str, number: int) -> str:
    end = f"-{number}" if isinstance(field, models.SlugField) else f" ({number})"
    room = field.max_length - len(end) if field.max_length else None
    return fitted(value, room) + end


def is_twin(row: Any) -> bool:
    """Whether the database would refuse it. Asked first: its refusals quote what they refuse."""
    if isinstance(row, Folded):
        row.folded = fold(row.words())
    unique = [one for one in row._meta.constraints if isinstance(one, models.UniqueConstraint)]
    try:
        row.validate_unique()
        for constraint in unique:
            constraint.validate(type(row), row)
    except ValidationError:
        return True
    return False


def renew_documents(keys: Iterable[Any]) -> None:
    """Search knows only what the records say now."""
    by_kind = {str(kind): model for model, (kind, _reader) in KINDS.items()}
    for document in SearchDocument.objects.filter(pk__in=list(keys)):
        model: Any = by_kind[document.kind]
        record = model.objects.filter(pk=document.object_id).first()
        if record is None:
            document.delete()
        else:
            index(record)


def drop(picture: Picture, by: Any) -> None:
    """The row, its renditions and its master; read anew, so that its history repeats no name."""
    fresh: Any = type(picture)._default_manager.filter(pk=picture.pk).first()
    if fresh is not None:
        fresh._history_user = by
        fresh.delete()
