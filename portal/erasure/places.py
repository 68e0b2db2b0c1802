"""Where it stands: every row of every table whose words say what is to be removed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac

from organizations.models import OfficeHolder
from portal.erasure.columns import Field, Model, base_of, columns, read_value, rows, walked
from portal.erasure.finding import Hit, hits
from portal.erasure.letters import BARRIER
from portal.erasure.replacing import Chosen, texts_of
from portal.erasure.wanted import Wanted


@dataclass(frozen=True)
class Place:
    """One column of one row, and each time that it is said there."""

    model: Model
    pk: Any
    field: Field
    hits: tuple[Hit, ...]

    @property
    def is_of_office(self) -> bool:
        """Whether it is about somebody who holds a public function."""
        return base_of(self.model) is OfficeHolder

    @property
    def is_sure(self) -> bool:
        return any(hit.is_sure for hit in self.hits)


@dataclass(frozen=True)
class Choice:
    """What of what was found is to go: by how it is written, and of office-holders or not."""

    forms: frozenset[str] | None = None  # None: all that is certain
    office_holders: bool = False

    def takes(self, hit: Hit) -> bool:
        return hit.is_sure if self.forms is None else hit.form in self.forms

    def of(self, place: Place) -> bool:
        if place.is_of_office and not self.office_holders:
            return False
        return any(self.takes(hit) for hit in place.hits)

    @property
    def chosen(self) -> Chosen:
        return self.takes


def find(wanted: Wanted, models: Iterable[Model] | None = None) -> list[Place]:
    """In all tables, or in those given; a minute or less for the office's ten years."""
    return [place for model in models or walked() for place in places_of(model, wanted)]


def places_of(model: Model, wanted: Wanted) -> Iterator[Place]:
    fields = columns(model)
    for pk, *values in rows(model, fields) if fields else ():
        said = [texts_of(read_value(model, value)) for value in values]
        if not wanted.may_be_in(BARRIER.join(text for texts in said for text in texts)):
            continue
        for field, texts in zip(fields, said, strict=True):
            if found := [hit for text in texts for hit in hits(text, wanted)]:
                yield Place(model, pk, field, tuple(found))


def digest(places: Iterable[Place]) -> str:
    """Of all that was found, so that a page tells when it has changed since; guesses nothing."""
    told = sorted(
        "\x00".join((place.model._meta.label, str(place.pk), place.field.name, hit.form))
        for place in places
        for hit in place.hits
    )
    return salted_hmac("portal.erasure", "\x01".join(told), algorithm="sha256").hexdigest()


def is_same(seen: str, places: Iterable[Place]) -> bool:
    return constant_time_compare(seen, digest(places))
