"""The ways from a gap to the forms where it can be mended."""

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Announcement, AttendanceNote, Event
from reports.gaps.gap import Way
from reports.models import Activity, Report


def event_url(event: int) -> str:
    return reverse("admin:events_event_change", args=[event])


def note_url(note: AttendanceNote) -> str:
    return reverse("admin:events_attendancenote_change", args=[note.pk])


def announcement_url(announcement: Announcement) -> str:
    return reverse("admin:events_announcement_change", args=[announcement.pk])


def report_url(report: Report) -> str:
    return reverse("admin:reports_report_change", args=[report.pk])


def to_event(event: Event) -> Way:
    return Way(_("Otwórz wydarzenie"), event_url(event.pk))


def to_answer(event: Event) -> Way:
    return Way(_("Odpowiedz, czy się odbyło"), f"{event_url(event.pk)}#odbylo-sie")


def to_activity(activity: Activity) -> Way:
    url = reverse("admin:reports_activity_change", args=[activity.pk])
    return Way(_("Otwórz działanie"), url)


def to_new_note(event: Event) -> Way:
    url = reverse("admin:events_attendancenote_add")
    return Way(_("Napisz notatkę"), f"{url}?event={event.pk}")


def to_note(note: AttendanceNote, label: str) -> Way:
    return Way(label, note_url(note))


def to_report(report: Report, label: str) -> Way:
    return Way(label, report_url(report))
