"""The directory by letters: sections of a page, and ways to the page on which a letter begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count
from django.db.models.functions import Substr

from organizations.models import Organization
from organizations.models.organization import OrganizationQuerySet
from portal.kernel.names import WEIGHTS

WEIGHT = 2  # characters of a letter in a sort key
FEWEST = 20  # rows; shorter lists are read faster than their letters
BY_WEIGHT = {weight: letter.upper() for letter, weight in WEIGHTS.items()}
DIGITS, OTHER = "0–9", "…"


@dataclass(frozen=True)
class Section:
    """Organizations of one letter, on one page. `slug`: for its heading's address."""

    letter: str
    rows: list[Organization]

    @property
    def slug(self) -> str:
        return slug(self.letter)


@dataclass(frozen=True)
class Letter:
    """A way to the first organization of that letter."""

    letter: str
    page: int

    @property
    def slug(self) -> str:
        return slug(self.letter)


def slug(letter: str) -> str:
    return {DIGITS: "cyfry", OTHER: "inne"}.get(letter, letter)


def letter_of(key: str) -> str:
    """Under which letter a name sorts, by its sort key: „Ł” for „«Ławka»”, „E” for „Éclair”."""
    weight = key[:WEIGHT]
    return BY_WEIGHT.get(weight) or (DIGITS if weight.isdigit() or not weight else OTHER)


def sections(rows: Iterable[Organization]) -> list[Section]:
    """Of rows in their order."""
    grouped = groupby(rows, key=lambda row: letter_of(row.sort_key))
    return [Section(letter, list(found)) for letter, found in grouped]


def letters(rows: OrganizationQuerySet, size: int) -> list[Letter]:
    """Each letter with the page that it begins on; one query. Nothing for a short list."""
    weights = rows.order_by().values_list(Substr("sort_key", 1, WEIGHT))
    counted = sorted(weights.annotate(many=Count("pk")))
    found: dict[str, Letter] = {}
    before = 0
    for weight, many in counted:
        letter = letter_of(weight)
        found.setdefault(letter, Letter(letter, before // size + 1))
        before += many
    return list(found.values()) if before >= FEWEST else []
