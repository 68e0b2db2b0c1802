"""What was promised at meetings and fell due: done in time, done late, open, given up.

From approved notes alone. Of an internal promise only its state is counted; its words, and whose
it was, never come here.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Commitment
from portal.kernel.polish import NBSP, counted, form, number
from reports.figures.figure import Answer, Part, unknown
from reports.period import Meeting, PeriodFacts, due_day
from reports.sources import Source, from_meeting

State = Commitment.State


class Fate(StrEnum):
    """What had become of a promise by the last day of which anything is known."""

    IN_TIME = "in_time"
    LATE = "late"
    OPEN = "open"
    DROPPED = "dropped"


FATES: dict[Fate, Promise] = {
    Fate.IN_TIME: gettext_lazy("zrobione w terminie"),
    Fate.LATE: gettext_lazy("zrobione po terminie"),
    Fate.OPEN: gettext_lazy("jeszcze niezrobione"),
    Fate.DROPPED: gettext_lazy("odstąpiono"),
}
KEPT = {Fate.IN_TIME, Fate.LATE}


def promises(facts: PeriodFacts) -> Answer:
    fates = Counter(
        fate_of(row, facts.last_day) for meeting in facts.promising for row in due(meeting, facts)
    )
    silent = [meeting for meeting in facts.meetings if meeting.promises is None]
    sources = (
        *(_source(meeting, facts) for meeting in facts.promising),
        *(_silent_source(meeting) for meeting in silent),
    )
    if not fates:
        return nothing_due(sources, len(silent))
    kept = sum(fates[fate] for fate in KEPT)
    total = fates.total()
    text = (
        f"{number(kept)} z{NBSP}{number(total)}{NBSP}{form(5 if total > 1 else 1.5, 'ustalenie')}"
    )
    parts = [Part(str(label), number(fates[fate]), fates[fate]) for fate, label in FATES.items()]
    return Answer(text, kept, sources, len(silent), parts=tuple(parts))


def nothing_due(sources: tuple[Source, ...], missing: int) -> Answer:
    """No promise of those days is no promise broken; with notes missing, nobody knows."""
    if missing:
        return unknown(sources, missing)
    return Answer(_("brak terminów"), None, sources)


def due(meeting: Meeting, facts: PeriodFacts) -> list[dict[str, Any]]:
    """What the approved note promises for the days of the period that are known."""
    first, last = facts.span.first.first_day, facts.last_day
    rows = meeting.promises or []
    return [row for row in rows if (day := due_day(row)) and first <= day <= last]


def fate_of(row: dict[str, Any], known: date) -> Fate:
    """What was done after the last known day was still open on it."""
    if row["state"] == State.DROPPED:
        return Fate.DROPPED
    done = date.fromisoformat(row["done_on"]) if row.get("done_on") else None
    if row["state"] != State.DONE or done is None or done > known:
        return Fate.OPEN
    return Fate.IN_TIME if done <= date.fromisoformat(row["due"]) else Fate.LATE


def _source(meeting: Meeting, facts: PeriodFacts) -> Source:
    rows = due(meeting, facts)
    return from_meeting(
        meeting,
        text=counted(len(rows), "ustalenie"),
        remark=" ".join(_words(rows, facts.last_day)),
    )


def _words(rows: list[dict[str, Any]], known: date) -> Iterable[str]:
    """The public ones, in the words that the page of the meeting shows, and how many others."""
    for row in rows:
        if row["public"]:
            yield f"„{row['text']}”: {FATES[fate_of(row, known)]}."
    if hidden := sum(not row["public"] for row in rows):
        yield f"{_('Do wiadomości biura')}: {number(hidden)}."


def _silent_source(meeting: Meeting) -> Source:
    remark = (
        _("Notatka nie mówi, czy coś ustalono.")
        if meeting.note
        else _("Nie ma zatwierdzonej notatki.")
    )
    return from_meeting(meeting, counted=False, text=_("brak danych"), remark=remark)
