"""What is wrong or doubtful in an event, an announcement or a note, before others read it."""

from datetime import datetime

from events.models import Announcement, AttendanceNote, Event
from portal.kernel.findings import Finding


def event_findings(event: Event, at: datetime) -> list[Finding]:  # noqa: ARG001
    """Of a saved event, as it would be published at `at`."""
    return []


def announcement_findings(announcement: Announcement, at: datetime) -> list[Finding]:  # noqa: ARG001
    return []


def note_findings(note: AttendanceNote, at: datetime) -> list[Finding]:  # noqa: ARG001
    """Of a saved note, as it would be approved at `at`."""
    return []
