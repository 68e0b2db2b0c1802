"""What was promised at a meeting, as an approved note froze it, and as visitors read it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.utils.translation import gettext as _

from portal.kernel.phrases import full_day

OPEN, DONE, DROPPED = "open", "done", "dropped"
ORDER = (DONE, OPEN, DROPPED)


@dataclass(frozen=True)
class Promise:
    """`id` is that of the `Commitment`; `state` is one of its states as it was at approval.

    `owner` is a function, told to staff alone: a name written there by mistake goes no further.
    """

    id: int
    text: str
    owner: str
    due: date | None
    state: str
    done_on: date | None
    result: str
    public: bool

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        """From the data of a version, where days are ISO strings."""
        days = {name: _day(row[name]) for name in ("due", "done_on")}
        return cls(**{**row, **days})

    @property
    def is_done(self) -> bool:
        return self.state == DONE

    @property
    def is_open(self) -> bool:
        return self.state == OPEN

    @property
    def is_dropped(self) -> bool:
        return self.state == DROPPED

    @property
    def standing(self) -> str:
        """„zrobione 8 maja 2026 r.”, „do zrobienia do 1 czerwca 2026 r.”, „nie zrobimy”."""
        if self.done_on and self.is_done:
            return _("zrobione %s") % full_day(self.done_on)
        if self.is_dropped:
            return _("nie zrobimy")
        return _("do zrobienia do %s") % full_day(self.due) if self.due else _("do zrobienia")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def promise_data(row: Any) -> dict[str, Any]:
    """A `Commitment` as a version of its note freezes it."""
    return {
        "id": row.pk,
        "text": row.text,
        "owner": row.owner,
        "due": row.due and row.due.isoformat(),
        "state": row.state,
        "done_on": row.done_on and row.done_on.isoformat(),
        "result": row.result,
        "public": row.public,
    }


def promises_data(rows: Any) -> list[dict[str, Any]]:
    """In the order in which they were made: that of days differs between databases."""
    return [promise_data(row) for row in sorted(rows, key=lambda row: row.pk)]


def for_visitors(promises: tuple[Promise, ...]) -> list[Promise]:
    """Those that visitors read: what was done by its day, then what is still due, then the rest."""
    return sorted((row for row in promises if row.public), key=_place)


def _place(row: Promise) -> tuple[int, date, int]:
    day = row.done_on if row.is_done else row.due
    return ORDER.index(row.state), day or date.max, row.id
