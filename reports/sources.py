"""What stands behind a figure: one row a meeting or an activity, fit for anybody to read.

Only approved versions of notes are named, by their numbers; what a note says for the office
alone, and who approved it by name or e-mail, never comes here.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from events.models import AttendanceNoteVersion, Event
from portal.kernel.months import local
from reports.models import Activity
from reports.period import Meeting


@dataclass(frozen=True)
class Source:
    """One row. `counted` says whether the figure includes it; `remark` says why not."""

    kind: str
    id: int
    title: str
    when: str
    url: str = ""
    text: str = ""
    method: str = ""
    said_by: str = ""
    note: int | None = None
    version: int | None = None
    approved_at: str = ""
    approved_by: str = ""
    counted: bool = True
    remark: str = ""


def from_event(event: Event, **fields: Any) -> Source:
    return Source(
        kind="meeting",
        id=event.pk,
        title=event.title,
        when=event.when.short(),
        url=event.get_absolute_url(),
        **fields,
    )


def from_meeting(meeting: Meeting, **fields: Any) -> Source:
    """With the version of the note that was approved last, when there is one."""
    return from_event(meeting.event, **{**paper_trail(meeting.note), **fields})


def paper_trail(note: AttendanceNoteVersion | None) -> dict[str, Any]:
    if note is None:
        return {}
    return {
        "note": note.note_id,
        "version": note.number,
        "approved_at": local(note.approved_at).isoformat(timespec="minutes"),
        "approved_by": role_of(note.approved_by),
    }


def role_of(user: Any) -> str:
    """The function in which somebody acts, never their name: „publikacja”."""
    if user is None:
        return ""
    roles: list[str] = sorted(group.name for group in user.groups.all())
    if "publikacja" in roles or not roles:
        return _("publikacja") if roles else _("administracja")
    return roles[0]


def from_activity(activity: Activity, **fields: Any) -> Source:
    """Its kind, unless the figure has something else to say of it."""
    return Source(
        kind="activity",
        id=activity.pk,
        title=activity.title,
        when=activity.when.short(),
        **{"text": str(Activity.Kind(activity.kind).label), **fields},
    )
