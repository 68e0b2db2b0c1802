"""The admin of meetings, by record."""

from .announcement import AnnouncementAdmin
from .attendance_note import AttendanceNoteAdmin
from .commitment import CommitmentAdmin
from .event import EventAdmin
from .series import SeriesAdmin

__all__ = [
    "AnnouncementAdmin",
    "AttendanceNoteAdmin",
    "CommitmentAdmin",
    "EventAdmin",
    "SeriesAdmin",
]
