"""The line above an event's name: „Drugie spotkanie cyklu „Herbata” · za 5 dni · przykład”."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.text import capfirst

from portal.kernel.polish import NBSP

if TYPE_CHECKING:
    from events.page import EventPage

DOT = f"{NBSP}· "  # it closes a line and never begins one


@dataclass(frozen=True)
class Eyebrow:
    """Parts that follow each other without a space; `soon` is not true on paper."""

    cycle: str
    soon: str
    example: str

    @classmethod
    def of(cls, page: "EventPage") -> "Eyebrow":
        return cls(
            cycle=cycle(page),
            soon=f"{DOT}{page.countdown}" if page.countdown and not page.chips else "",
            example=f"{DOT}przykład" if page.event.is_example else "",
        )


def cycle(page: "EventPage") -> str:
    if not page.series:
        return "Wydarzenie"
    edition = page.event.edition_label
    return capfirst(
        f"{edition} cyklu „{page.series.name}”" if edition else f"cykl „{page.series.name}”"
    )
