from .announcement import Announcement
from .announcement_change import AnnouncementChange
from .attendance_note import AttendanceNote, AttendanceNoteVersion, Presence
from .commitment import Commitment
from .count import Count
from .event import Event
from .event_access import EventAccess
from .event_change import EventChange
from .event_picture import EventPicture
from .partnership import Partnership
from .programme_item import ProgrammeItem
from .series import Series, SeriesAlias
from .series_pause import SeriesPause

__all__ = [
    "Announcement",
    "AnnouncementChange",
    "AttendanceNote",
    "AttendanceNoteVersion",
    "Commitment",
    "Count",
    "Event",
    "EventAccess",
    "EventChange",
    "EventPicture",
    "Partnership",
    "Presence",
    "ProgrammeItem",
    "Series",
    "SeriesAlias",
    "SeriesPause",
]
