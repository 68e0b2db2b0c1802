"""The admin of meetings, by record."""

from .announcement import AnnouncementAdmin
from .attendance_note import AttendanceNoteAdmin
from .event import EventAdmin
from .series import SeriesAdmin

__all__ = ["AnnouncementAdmin", "AttendanceNoteAdmin", "EventAdmin", "SeriesAdmin"]
