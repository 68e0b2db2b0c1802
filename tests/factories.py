"""Plain functions that make rows with sensible defaults; the clock is NOW unless told."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from events.actions import approve_note
from events.models import Announcement, AttendanceNote, Count, Event, Partnership, Series
from events.models.event import Outcome
from organizations.models import OfficeHolder, Organization
from portal.kernel.months import Month
from portal.kernel.when import When
from portal.models import User
from reports.models import Activity
from venues.models import Venue

NOW = datetime(2026, 5, 8, 10, 0, tzinfo=UTC)
_numbers = count(1)


def _made(record: Any, published_at: datetime | None) -> Any:
    record.save()
    if published_at:
        record.publish(published_at)
    return record


def make_organization(
    name: str = "", *, published_at: datetime | None = NOW, **fields: Any
) -> Organization:
    name = name or f"Fundacja Przykład {next(_numbers)}"
    return _made(Organization(name=name, **fields), published_at)


def make_venue(name: str = "", *, published_at: datetime | None = NOW, **fields: Any) -> Venue:
    name = name or f"Kawiarnia Sąsiedzka {next(_numbers)}"
    fields = {"street": "Długa", "number": "5", "district": 1, **fields}
    return _made(Venue(name=name, **fields), published_at)


def make_series(name: str = "", *, published_at: datetime | None = NOW, **fields: Any) -> Series:
    number = next(_numbers)
    fields = {"slug": f"cykl-{number}", "numbering": Series.Numbering.WORDS, **fields}
    return _made(Series(name=name or f"Cykl {number}", **fields), published_at)


def make_when(day: date | None = None, start: int = 12, hours: int = 4, **options: Any) -> When:
    """To the hour, by UTC's clock; 13 May 2026, 14.00–18.00 in Warsaw, unless told."""
    day = day or date(2026, 5, 13)
    begins = datetime(day.year, day.month, day.day, start, tzinfo=UTC)
    return When.at_time(begins, begins + timedelta(hours=hours), **options)


def make_event(
    title: str = "",
    *,
    when: When | None = None,
    published_at: datetime | None = NOW - timedelta(days=3),
    **fields: Any,
) -> Event:
    event = Event(title=title or f"Spotkanie {next(_numbers)}", **fields)
    event.when = when or make_when()
    return _made(event, published_at)


def make_held(title: str = "", *, month: Month | None = None, **fields: Any) -> Event:
    """An event that took place, in March 2026 unless told."""
    fields.setdefault("when", When.in_month(month or Month(2026, 3)))
    fields.setdefault("published_at", datetime(2026, 3, 1, tzinfo=UTC))
    return make_event(title, outcome=Outcome.HELD, **fields)


def make_announcement(
    title: str = "",
    *,
    events: list[Event] | None = None,
    published_at: datetime | None = NOW - timedelta(days=3),
    **fields: Any,
) -> Announcement:
    title = title or f"Wiadomość {next(_numbers)}"
    announcement = _made(Announcement(title=title, **fields), published_at)
    announcement.events.set(events or [])
    return announcement


def make_note(
    event: Event,
    *counts: tuple[str, int | None, str],
    approved_at: datetime | None = NOW,
    by: User | None = None,
    **fields: Any,
) -> AttendanceNote:
    """A note with counts as (qualifier, value, unit); approved unless `approved_at=None`."""
    note = AttendanceNote.objects.create(event=event, **fields)
    for qualifier, value, unit in counts:
        Count.objects.create(note=note, qualifier=qualifier, value=value, unit=unit)
    if approved_at:
        approve_note(note=note, by=by, at=approved_at)
    return note


def make_partnership(event: Event, organization: Organization, role: str = "host") -> Partnership:
    return Partnership.objects.create(event=event, organization=organization, role=role)


def make_activity(title: str = "", *, when: When | None = None, **fields: Any) -> Activity:
    activity = Activity(title=title or f"wizyta w Fundacji {next(_numbers)}", **fields)
    activity.when = when or When.in_month(Month(2026, 3))
    activity.save()
    return activity


def make_office_holder(name: str = "Anna Przykładowa", **fields: Any) -> OfficeHolder:
    fields = {
        "office": OfficeHolder.Office.PROXY,
        "title": "Pełnomocniczka Prezydenta Miasta Krakowa",
        "since": date(2026, 1, 1),
        **fields,
    }
    return OfficeHolder.objects.create(name=name, **fields)


def make_user(*roles: str, username: str = "", password: str = "lawka-pod-kasztanem") -> User:
    user = User.objects.create_user(
        username or f"osoba{next(_numbers)}", password=password, is_staff=True
    )
    user.groups.set(Group.objects.filter(name__in=roles))
    return user
