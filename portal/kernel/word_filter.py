"""Words as a filter of any list, in the list's own order.

What finds them is the search of the site, which lies above every app and registers itself here;
without it the folded words of the rows themselves are looked through.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from portal.kernel.names import fold

M = TypeVar("M", bound=Model)
# The model, the words, the moment → a subquery of primary keys; None for a model unknown to it.
Finder = Callable[[type[Model], str, datetime], Any]
_finders: list[Finder] = []


def register(finder: Finder) -> None:
    """Called once, when all apps are loaded; a later finder takes the place of an earlier."""
    _finders[:] = [finder]


def forget() -> None:
    """As where no search is."""
    _finders.clear()


def matching(rows: QuerySet[M], words: str, at: datetime) -> QuerySet[M]:
    """The rows that hold all the words, in the order they had; all of them for no words."""
    return rows.filter(holding(rows.model, words, at)) if words.strip() else rows


def holding(model: type[Model], words: str, at: datetime) -> Q:
    """`matching` as a condition on rows of that model."""
    for finder in _finders:
        if (keys := finder(model, words, at)) is not None:
            return Q(pk__in=keys)
    return Q(folded__contains=fold(words))
