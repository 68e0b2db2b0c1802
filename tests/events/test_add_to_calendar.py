"""One event into one's own calendar: by a file, by Google's form and by Outlook's."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup

from events.add_to_calendar import ways
from portal.kernel.months import WARSAW, Month
from portal.kernel.when import When
from tests.calendars import only
from tests.factories import NOW, make_event, make_venue, make_when

pytestmark = pytest.mark.django_db


def wall(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=WARSAW)


def asked(event, name):
    """What the form of that name is filled in with."""
    (url,) = (way.url for way in ways(event, NOW) if way.name == name)
    return dict(parse_qsl(urlsplit(url).query, strict_parsing=True))


def google(event):
    return asked(event, "Kalendarz Google")


def outlook(event):
    return asked(event, "Outlook.com")


def test_google_is_told_the_wall_s_hours_and_their_zone():
    event = make_event("Herbata & ciasto", venue=make_venue("Kaffka"), sign_up="none")
    query = google(event)
    assert query["action"] == "TEMPLATE"
    assert query["text"] == "Herbata & ciasto"
    assert (query["dates"], query["ctz"]) == ("20260513T140000/20260513T180000", "Europe/Warsaw")
    assert query["location"] == "Kaffka, ul. Długa 5, Kraków"
    assert "Bez zapisów." in query["details"]
    assert query["details"].endswith(f"http://127.0.0.1:8000{event.get_absolute_url()}")


def test_outlook_is_told_the_same_with_offsets():
    event = make_event("Herbata", venue=make_venue("Kaffka"))
    query = outlook(event)
    assert (query["startdt"], query["enddt"]) == (
        "2026-05-13T14:00:00+02:00",
        "2026-05-13T18:00:00+02:00",
    )
    assert (query["subject"], query["rru"]) == ("Herbata", "addevent")
    assert "allday" not in query


def test_a_space_is_never_a_plus():
    event = make_event("Ławka dialogu", lead="Raz dwa.")
    assert not [way.url for way in ways(event, NOW) if "+" in way.url]


@pytest.mark.parametrize(
    "start, end, dates, offsets",
    [
        (wall(2026, 10, 24, 22), wall(2026, 10, 25, 6),
         "20261024T220000/20261025T060000", ("+02:00", "+01:00")),
        (wall(2027, 3, 27, 22), wall(2027, 3, 28, 6),
         "20270327T220000/20270328T060000", ("+01:00", "+02:00")),
        (wall(2026, 12, 31, 20), wall(2027, 1, 1), "20261231T200000/20270101T000000",
         ("+01:00", "+01:00")),
        (wall(2028, 2, 29, 18), wall(2028, 3, 1), "20280229T180000/20280301T000000",
         ("+01:00", "+01:00")),
    ],
)  # fmt: skip
def test_nights_of_changing_clocks_and_midnight_are_right(start, end, dates, offsets):
    event = make_event(when=When.at_time(start, end))
    assert google(event)["dates"] == dates
    assert tuple(outlook(event)[key][-6:] for key in ("startdt", "enddt")) == offsets


def test_the_second_of_two_equal_hours_is_named_in_utc():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    event = make_event(when=When.at_time(first, first + timedelta(hours=1)))
    assert google(event)["dates"] == "20261025T023000/20261025T013000Z"


def test_whole_days_end_on_the_day_after_the_last():
    event = make_event(when=When.on_day(date(2026, 12, 30), date(2026, 12, 31), all_day=True))
    assert google(event)["dates"] == "20261230/20270101"
    query = outlook(event)
    assert (query["startdt"], query["enddt"], query["allday"]) == (
        "2026-12-30",
        "2027-01-01",
        "true",
    )


def test_an_end_that_nobody_has_said_is_not_made_up():
    event = make_event(when=When.at_time(wall(2026, 5, 13, 17, 30)))
    assert google(event)["dates"] == "20260513T173000/20260513T173000"
    assert outlook(event)["startdt"] == outlook(event)["enddt"]
    assert "od 17.30" in google(event)["details"]


def test_an_example_says_so_there_too():
    assert google(make_event("Herbata", is_example=True))["text"] == "Herbata (przykład)"


def test_what_does_not_fit_into_an_address_stands_on_the_page():
    event = make_event("Ł" * 200, lead="ż" * 300)
    assert google(event)["details"] == f"http://127.0.0.1:8000{event.get_absolute_url()}"
    assert all(len(way.url) < 4000 for way in ways(event, NOW))


@pytest.mark.parametrize(
    "fields",
    [
        {"when": When.in_month(Month(2026, 6))},
        {"when": make_when(date(2026, 5, 1))},
        {"outcome": "cancelled", "outcome_reason": "Choroba."},
        {"outcome": "held", "when": make_when(date(2026, 5, 1))},
    ],
    ids=["no day", "over", "off", "held"],
)
def test_what_one_cannot_go_to_is_not_offered(client, fields):
    event = make_event(**fields)
    with time_machine.travel(NOW, tick=False):
        html = client.get(event.get_absolute_url()).content.decode()
    assert "Dodaj do kalendarza" not in html
    assert "calendar.google.com" not in html


def test_the_page_offers_three_ways_and_the_file_is_there(client):
    event = make_event("Ławka dialogu")
    with time_machine.travel(NOW, tick=False):
        soup = BeautifulSoup(client.get(event.get_absolute_url()).content, "html.parser")
        links = soup.select(".add li a")
        assert [link.get_text() for link in links] == [way.name for way in ways(event, NOW)]
        assert only(client.get(links[0]["href"]).content).summary.value == "Ławka dialogu"
    assert "sam się nie zmieni" in soup.select_one(".add").get_text()
