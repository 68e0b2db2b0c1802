"""What a filtered list offers: values with how much each would find, and what is chosen now.

Filled by each list in its own way, drawn by the same partials: `_partials/_filters.html`,
`_facets.html` and `_active_filters.html`.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class FacetValue:
    """One value. `count`: what the list would hold with it, under all the other filters.

    `value` as in the address; `url`: the list with it, or without it when it is on already;
    `group`: the heading that it stands under in a select, "" for none; `name`: its parameter,
    where that is not the facet's.
    """

    value: str
    label: str
    count: int
    is_on: bool = False
    url: str = ""
    group: str = ""
    name: str = ""


@dataclass(frozen=True)
class Facet:
    """One parameter of the address: a select, or checkboxes where `several` hold at once.

    `every`: what the select says when nothing is chosen, „wszystkie cykle”.
    """

    name: str
    label: str
    values: tuple[FacetValue, ...]
    every: str = ""
    several: bool = False

    @property
    def is_on(self) -> bool:
        return any(value.is_on for value in self.values)

    def narrows(self, found: int) -> bool:
        """Whether there is anything to choose in a list of so many rows."""
        return self.is_on or any(value.count < found for value in self.values)


def offered(values: Iterable[FacetValue]) -> tuple[FacetValue, ...]:
    """Without those that would find nothing, unless they are on: then they can be taken off."""
    return tuple(value for value in values if value.count or value.is_on)


@dataclass(frozen=True)
class ActiveFilter:
    """One filter in force: „Cykl: Ławka dialogu”; `url`: the list without it, and it alone.

    `freed`: what that list would hold, where somebody has counted.
    """

    label: str
    text: str
    url: str
    freed: int | None = None


@dataclass(frozen=True)
class DayField:
    """A day of the calendar in the form; `value` as ISO, `error` beside the field."""

    name: str
    label: str
    value: str = ""
    error: str = ""


@dataclass(frozen=True)
class Filters:
    """A list's whole form. `clear`: the list without filters; `found`: how many rows it holds.

    `noun`: what is counted, by its name in portal.kernel.polish; `problems`: sentences about
    what the address asked for and the list does not know.
    """

    label: str
    words_label: str
    clear: str
    noun: str
    found: int
    words: str = ""
    facets: tuple[Facet, ...] = ()
    days: tuple[DayField, ...] = ()
    active: tuple[ActiveFilter, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def is_offered(self) -> bool:
        """Nobody narrows a list of one row; what is chosen can always be taken off."""
        return self.found > 1 or bool(self.active or self.problems)

    @property
    def has_more(self) -> bool:
        """Whether there is anything besides the words."""
        return bool(self.facets or self.days)

    @property
    def chosen(self) -> int:
        """How many filters are in force, the words aside: those stand in their own field."""
        return len(self.active) - bool(self.words)

    @property
    def is_open(self) -> bool:
        """Open where a field in it asks to be put right; what is chosen stands below anyway."""
        return any(day.error for day in self.days)

    @property
    def loosened(self) -> list[ActiveFilter]:
        """For an empty list: those filters without which there would be something."""
        return [row for row in self.active if row.freed]
