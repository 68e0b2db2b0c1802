"""Calendars read back by another library, row by row of section 5; the clock is given."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import override_settings

from events.ics import Feed, calendar
from events.models import Event
from events.stamps import for_feed
from portal.kernel.months import WARSAW, Month
from portal.kernel.when import When
from tests.calendars import entries, logical, only, read, said
from tests.factories import NOW, make_event, make_series, make_venue, make_when

pytestmark = pytest.mark.django_db

FEED = Feed("Ławka; dialogu, Kraków", "/kalendarz.ics")


def ics(*, feed=FEED, at=NOW):
    return calendar(feed, for_feed(Event.objects.order_by("sort_at", "pk")), at)


def event_of(**fields):
    """The one event of that kind, as a client reads it."""
    Event.objects.all().delete()
    make_event(**fields)
    return only(ics())


def wall(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=WARSAW)


def stamped(entry, name):
    """A property's text as it stands in the file."""
    return entry.contents[name][0].serialize().replace("\r\n ", "").strip()


## The calendar


def test_the_head_says_every_row():
    body = ics()
    assert {
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        r"NAME:Ławka\; dialogu\, Kraków",
        r"X-WR-CALNAME:Ławka\; dialogu\, Kraków",
        "X-WR-TIMEZONE:Europe/Warsaw",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        "SOURCE;VALUE=URI:http://127.0.0.1:8000/kalendarz.ics",
    } <= set(logical(body))
    assert read(body).prodid.value.startswith("-//")
    assert body.startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_file_of_one_event_begins_no_new_calendar():
    assert not [line for line in logical(ics(feed=Feed("Herbata", "/h.ics", single=True)))
                if line.startswith("X-WR-CALNAME")]  # fmt: skip


def test_a_calendar_without_events_is_whole():
    assert entries(ics()) == []
    assert logical(ics()).count("BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize(
    "moment, hours",
    [
        ((2026, 3, 29, 1, 59), 1), ((2026, 3, 29, 3, 0), 2),
        ((2026, 10, 25, 1, 59), 2), ((2026, 10, 25, 3, 0), 1),
        ((2040, 7, 1), 2), ((2040, 12, 31), 1),
    ],
)  # fmt: skip
def test_the_zone_changes_its_clocks_at_the_right_hour(moment, hours):
    zone = read(ics()).vtimezone.tzinfo
    assert datetime(*moment, tzinfo=zone).utcoffset() == timedelta(hours=hours)


## Dates and hours


@pytest.mark.parametrize(
    "start, end",
    [
        (wall(2026, 5, 13, 14), wall(2026, 5, 13, 18)),
        # Over the night when clocks go forward, and back: hours of the wall.
        (wall(2026, 3, 28, 22), wall(2026, 3, 29, 6)),
        (wall(2026, 10, 24, 22), wall(2026, 10, 25, 6)),
        (wall(2026, 12, 31, 20), wall(2027, 1, 1, 1)),
        (wall(2028, 2, 29, 17, 30), wall(2028, 2, 29, 19)),
        # „do 24.00”
        (wall(2026, 6, 20, 18), wall(2026, 6, 21)),
    ],
)
def test_hours_are_those_of_the_wall_in_warsaw(start, end):
    entry = event_of(when=When.at_time(start, end))
    assert stamped(entry, "dtstart") == f"DTSTART;TZID=Europe/Warsaw:{start:%Y%m%dT%H%M%S}"
    assert stamped(entry, "dtend") == f"DTEND;TZID=Europe/Warsaw:{end:%Y%m%dT%H%M%S}"
    assert (entry.dtstart.value, entry.dtend.value) == (start, end)
    assert entry.transp.value == "OPAQUE"


def test_the_night_of_nine_hours_lasts_nine_hours():
    entry = event_of(when=When.at_time(wall(2026, 10, 24, 22), wall(2026, 10, 25, 6)))
    start, end = (side.value.astimezone(UTC) for side in (entry.dtstart, entry.dtend))
    assert end - start == timedelta(hours=9)


def test_the_second_of_two_equal_hours_is_not_taken_for_the_first():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    entry = event_of(when=When.at_time(first, first + timedelta(hours=1)))
    assert stamped(entry, "dtstart") == "DTSTART;TZID=Europe/Warsaw:20261025T023000"
    assert stamped(entry, "dtend") == "DTEND:20261025T013000Z"


def test_an_end_is_never_invented():
    start = wall(2026, 5, 13, 17, 30)
    planned = event_of(when=When.at_time(start, wall(2026, 5, 13, 19, 30), planned_end=True))
    assert planned.dtend.value == wall(2026, 5, 13, 19, 30)
    assert "17.30 – ok. 19.30" in planned.description.value
    unknown = event_of(when=When.at_time(start))
    assert not {"DTEND", "DURATION"} & set(said(unknown))
    assert "od 17.30" in unknown.description.value


def test_whole_days_end_on_the_day_after_the_last():
    one = event_of(when=When.on_day(date(2028, 2, 29), all_day=True))
    assert stamped(one, "dtstart") == "DTSTART;VALUE=DATE:20280229"
    assert stamped(one, "dtend") == "DTEND;VALUE=DATE:20280301"
    several = event_of(when=When.on_day(date(2026, 12, 30), date(2026, 12, 31), all_day=True))
    assert (several.dtstart.value, several.dtend.value) == (date(2026, 12, 30), date(2027, 1, 1))
    assert (several.status.value, several.transp.value) == ("CONFIRMED", "TRANSPARENT")


def test_a_day_without_its_hour_is_tentative_and_says_so():
    entry = event_of(when=When.on_day(date(2026, 5, 13)))
    assert (entry.dtstart.value, entry.dtend.value) == (date(2026, 5, 13), date(2026, 5, 14))
    assert (entry.status.value, entry.transp.value) == ("TENTATIVE", "TRANSPARENT")
    assert "Godzinę podamy wkrótce." in entry.description.value


def test_a_planned_date_is_tentative_until_it_was_held():
    assert event_of(when=make_when(confirmed=False)).status.value == "TENTATIVE"
    held = event_of(when=make_when(date(2026, 4, 1), confirmed=False), outcome="held")
    assert held.status.value == "CONFIRMED"
    assert (
        "Godzinę"
        not in event_of(when=When.on_day(date(2026, 4, 1)), outcome="held").description.value
    )


def test_a_date_without_a_day_has_no_entry():
    make_event(when=When.in_month(Month(2026, 6)))
    with pytest.raises(ValueError, match="has a day"):
        ics()


## One entry


def test_an_entry_says_every_row():
    event = make_event(
        "Rozmowa przy stole",
        series=make_series("Ławka dialogu"),
        venue=make_venue(
            "Kawiarnia", latitude="50.06123", longitude="19.93712", point_precision=20
        ),
        room="sala 005",
        lead="O tym, co boli.",
        is_free=True,
        sign_up="none",
        when=make_when(drop_in=True),
    )
    entry = only(ics())
    url = f"http://127.0.0.1:8000/wydarzenia/{event.pk}/rozmowa-przy-stole/"
    assert entry.uid.value == str(event.uid)
    assert entry.summary.value == "Rozmowa przy stole"
    assert entry.status.value == "CONFIRMED"
    assert entry.location.value == "Kawiarnia, ul. Długa 5, Kraków"
    assert stamped(entry, "geo") == "GEO:50.06123;19.93712"
    assert entry.url.value == url
    assert entry.categories.value == ["Ławka dialogu"]
    assert entry.sequence.value == "0"
    assert stamped(entry, "created") == "CREATED:20260505T100000Z"
    assert entry.description.value.split("\n") == [
        "O tym, co boli.",
        "14.00–18.00, można wejść w dowolnej chwili.",
        "Wstęp wolny, bez zapisów.",
        "Miejsce: Kawiarnia, ul. Długa 5, sala 005.",
        "",
        url,
    ]
    assert (
        stamped(entry, "dtstamp").partition(":")[2]
        == (stamped(entry, "last-modified").partition(":")[2])
    )


def test_nothing_unknown_is_said_and_nobody_is_woken_or_written_to():
    make_event("Herbata")
    entry = only(ics())
    assert said(entry) == [
        "CREATED", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "LAST-MODIFIED", "SEQUENCE",
        "STATUS", "SUMMARY", "TRANSP", "UID", "URL",
    ]  # fmt: skip
    assert "Miejsce podamy wkrótce." in entry.description.value


def test_a_place_in_a_building_has_the_building_s_address():
    palace = make_venue("Pałac", street="Rynek Główny", number="35", address_kind="")
    make_event(venue=make_venue("Pan Cogito", inside=palace, street="", number=""))
    assert only(ics()).location.value == "Pan Cogito, Pałac, Rynek Główny 35, Kraków"


@pytest.mark.parametrize(
    "fields", [{"point_precision": 300}, {"published_at": None}], ids=["a street away", "a draft"]
)
def test_a_point_that_may_mislead_or_is_not_public_is_left_out(fields):
    point = {"latitude": "50.06123", "longitude": "19.93712", "point_precision": 20}
    make_event(venue=make_venue("Kawiarnia", **{**point, **fields}))
    entry = only(ics())
    assert "GEO" not in said(entry)
    assert entry.location.value.startswith("Kawiarnia")


def test_a_past_event_is_not_moved_to_the_new_point_of_its_venue():
    venue = make_venue(latitude="50.06123", longitude="19.93712", point_precision=20)
    make_event(when=make_when(date(2026, 4, 1)), venue=venue, outcome="held")
    assert "GEO" in said(only(ics()))
    Event.objects.update(place_address="ul. Dawna 1")
    assert "GEO" not in said(only(ics()))


def test_a_cycle_is_named_once_visitors_may_know_it():
    make_event(series=make_series(published_at=NOW + timedelta(hours=1)))
    assert "CATEGORIES" not in said(only(ics()))
    assert "CATEGORIES" in said(only(ics(at=NOW + timedelta(hours=1))))


def test_an_example_is_taken_for_nothing_else():
    entry = event_of(title="Herbata", is_example=True)
    assert entry.summary.value == "Herbata (przykład)"
    assert "a nie prawdziwe spotkanie" in entry.description.value


def test_signing_up_is_told_with_how():
    entry = event_of(sign_up="required", sign_up_details="Formularz do 11 maja.", is_free=False)
    assert "Wstęp płatny, trzeba się zapisać. Formularz do 11 maja." in entry.description.value


def test_the_uid_is_the_event_s_own_whatever_it_is_called_and_wherever_it_is_served():
    event = make_event("Herbata", series=make_series(), venue=make_venue())
    before = only(ics()).uid.value
    for record in (event, event.series, event.venue):
        setattr(record, "title" if record is event else "name", "Zupełnie inna nazwa")
        record.save()
    with override_settings(SITE_URL="https://inna-domena.example"):
        entry = only(ics())
    assert entry.summary.value == "Zupełnie inna nazwa"
    assert entry.url.value.startswith("https://inna-domena.example/")
    assert entry.uid.value == before == str(event.uid)
