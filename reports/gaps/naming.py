"""How a gap calls what it is about."""

from textwrap import shorten

from events.models import Event
from events.subject import quoted
from reports.models import Activity, ReportLine

LINE = 90  # letters of a line's text that its name shows


def name_of_event(event: Event) -> str:
    """„„Ławka dialogu”, 27 lutego 2026 r., godz. 17.30”"""
    return f"{quoted(event.title)}, {event.when.short().rstrip('.')}"


def name_of_activity(activity: Activity) -> str:
    return f"{quoted(activity.title)}, {activity.when.short().rstrip('.')}"


def name_of_line(line: ReportLine) -> str:
    return quoted(shorten(line.text, LINE, placeholder="…"))
