"""Whether a note still says what was approved of it."""

from typing import Any

from events.models import AttendanceNote
from events.promises import promises_data

COUNT = ("unit", "qualifier", "value", "method", "source", "counted")


def is_changed(note: AttendanceNote, data: dict[str, Any]) -> bool:
    """Whether approving would freeze something else. A name alone is no change of the note.

    Reads the note's counts, presences and commitments, fetched beforehand where there are many.
    """
    present = [(row.organization_id, row.public) for row in note.presences.all()]
    approved = [(row["id"], row["public"]) for row in data["organizations"]]
    return (
        note.summary != data["summary"]
        or present != approved
        or [as_frozen(row) for row in note.counts.all()] != data["counts"]
        or promises_data(note.commitments.all()) != data.get("commitments", [])
    )


def as_frozen(row: Any) -> dict[str, Any]:
    """A count, see AttendanceNoteVersion."""
    return {name: getattr(row, name) for name in COUNT}
