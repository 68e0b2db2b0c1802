"""What the desk is made of: one line for one thing to do, each a click from doing it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
SHOWN = 5  # of one kind and urgency


class Urgency(IntEnum):
    """The sections of the desk, in their order."""

    NOW = 0
    WEEK = 1
    LATER = 2

    @property
    def title(self) -> Words:
        return (_("Teraz"), _("W tym tygodniu"), _("Kiedy będzie czas"))[self]


@dataclass(frozen=True)
class Other:
    """The second answer to the same line: „w tym miesiącu bez spotkania”."""

    action: Words
    url: str


@dataclass(frozen=True)
class Line:
    """One thing to do: what, why or by when, and where it is done.

    `is_deed` says that `url` takes a POST and does it at once, with no page between. `all_url` is
    the list of everything of that kind, where there is one.
    """

    kind: str
    text: str
    why: str
    url: str
    action: Words
    urgency: Urgency = Urgency.WEEK
    is_deed: bool = False
    other: Other | None = None
    all_url: str = ""


@dataclass(frozen=True)
class Group:
    """The first lines of one kind; `more`: how many did not fit, `url`: where all of them are."""

    lines: tuple[Line, ...]
    more: int = 0
    url: str = ""


@dataclass(frozen=True)
class Section:
    urgency: Urgency
    groups: tuple[Group, ...]

    @property
    def title(self) -> Words:
        return self.urgency.title


@dataclass(frozen=True)
class Desk:
    """A person's desk at one moment.

    `today` leads to „W ostatniej chwili”; `waiting` will appear by itself: to be known, not done.
    """

    sections: tuple[Section, ...] = ()
    today: tuple[Line, ...] = ()
    waiting: Group | None = None

    @property
    def is_clear(self) -> bool:
        return not self.sections

    @property
    def lines(self) -> list[Line]:
        """Those to do that are shown."""
        return [
            line for section in self.sections for group in section.groups for line in group.lines
        ]


def sections_of(lines: Iterable[Line]) -> tuple[Section, ...]:
    """By urgency, each kind together, in the order in which they came; no empty section."""
    piles: dict[tuple[Urgency, str], list[Line]] = {}
    for line in lines:
        piles.setdefault((line.urgency, line.kind), []).append(line)
    found = (
        Section(
            level, tuple(group_of(pile) for (own, _kind), pile in piles.items() if own == level)
        )
        for level in Urgency
    )
    return tuple(section for section in found if section.groups)


def group_of(lines: list[Line]) -> Group:
    """Cut where it is long; one line more is shown rather than „i jeszcze 1”."""
    room = len(lines) if len(lines) <= SHOWN + 1 else SHOWN
    return Group(tuple(lines[:room]), len(lines) - room, lines[0].all_url)
