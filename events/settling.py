"""What became of a promise: done, given up, put off, or shown. One answer, whoever clicks twice."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from django.db import transaction

from events.actions import approve_note, why_not_approved
from events.approved import is_changed
from events.checks import note_findings
from events.models import AttendanceNote, AttendanceNoteVersion, Commitment
from portal.kernel.findings import Finding


@dataclass(frozen=True)
class Settlement:
    """All of a commitment that settling it may change."""

    state: str
    due: date | None
    done_on: date | None
    result: str
    public: bool

    @classmethod
    def of(cls, row: Commitment) -> Self:
        return cls(str(row.state), row.due, row.done_on, row.result, row.public)

    def write_on(self, row: Commitment) -> None:
        row.state, row.due, row.done_on = self.state, self.due, self.done_on
        row.result, row.public = self.result, self.public


class SettledMeanwhileError(Exception):
    """Somebody changed the promise after this person had opened its page."""


def fingerprint(row: Commitment) -> str:
    """Which promise, as it stood, somebody saw."""
    said = repr((row.pk, row.text, row.owner, Settlement.of(row)))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


@transaction.atomic
def settle(*, commitment: Commitment, wanted: Settlement, seen: str, by: Any) -> bool:
    """Write what became of it; False when it stands so already, as after a double click.

    The note is saved with it: whoever has the note open is told. Raises SettledMeanwhileError
    when it is no longer what `seen` (a fingerprint) says.
    """
    note = AttendanceNote.objects.select_for_update().get(pk=commitment.note_id)
    row = Commitment.objects.select_for_update().get(pk=commitment.pk)
    if Settlement.of(row) == wanted:
        return False
    if seen != fingerprint(row):
        raise SettledMeanwhileError
    wanted.write_on(row)
    row._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    row.save()
    note._history_user = by  # type: ignore[attr-defined]
    note.save()
    return True


## The note of it, approved in the same breath


def is_in_step(note: AttendanceNote) -> bool:
    """Whether approving the note would freeze nothing but what is about to be settled."""
    if note.current is None or why_not_approved(note):
        return False
    return not is_changed(note, note.current.data)


@transaction.atomic
def approve_settled(
    *, note: AttendanceNote, known: list[Finding], by: Any, at: datetime
) -> AttendanceNoteVersion | None:
    """The next version of the note, or None while a check doubts what it did not doubt before.

    `known`: the findings before the promise was settled, which somebody has overruled already.
    Unchanged, the note keeps the version that it has. ValidationError as of `approve_note`.
    """
    note = AttendanceNote.objects.select_for_update().get(pk=note.pk)
    if note.current and not is_changed(note, note.current.data):
        return note.current
    if any(row not in known for row in note_findings(note, at)):
        return None
    return approve_note(note=note, by=by, at=at)
