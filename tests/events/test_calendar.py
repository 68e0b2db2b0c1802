from datetime import date, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup

from events.calendar import month_calendar
from portal.kernel.months import WARSAW, Month, MonthSpan
from portal.kernel.when import When
from tests.factories import NOW, make_event, make_when

pytestmark = pytest.mark.django_db
MAY, JUNE = Month(2026, 5), Month(2026, 6)


def hours(start, end):
    return When.at_time(
        *(datetime.fromisoformat(text).replace(tzinfo=WARSAW) for text in (start, end))
    )


def days(month, at=NOW):
    """{day: titles} of the days that hold something."""
    return {
        day.day.isoformat(): [row.title for row in day.cards]
        for week in month_calendar(month, at).weeks
        for day in week
        if day.cards
    }


def titles(rows):
    return [row.title for row in rows]


def test_a_meeting_stands_on_its_day_in_the_order_of_hours():
    make_event("wieczorem", when=hours("2026-05-13T19:00", "2026-05-13T20:00"))
    make_event("rano", when=hours("2026-05-13T09:00", "2026-05-13T10:00"))
    make_event("bez godziny", when=When.on_day(date(2026, 5, 20)))
    assert days(MAY) == {"2026-05-13": ["rano", "wieczorem"], "2026-05-20": ["bez godziny"]}


def test_what_runs_past_midnight_stands_on_its_first_day_alone():
    make_event("noc", when=hours("2026-05-31T20:00", "2026-06-01T02:00"))
    make_event("doba", when=hours("2026-05-10T18:00", "2026-05-11T18:00"))
    assert days(MAY) == {"2026-05-10": ["doba"], "2026-05-31": ["noc"]}
    assert days(JUNE) == {}
    assert month_calendar(JUNE, NOW).long == []


def test_several_days_stand_apart_in_each_month_that_they_touch():
    make_event("zjazd", when=When.on_day(date(2026, 5, 30), date(2026, 6, 1)))
    make_event("dwie doby", when=hours("2026-05-10T18:00", "2026-05-12T18:00"))
    make_event("ponad dobę", when=hours("2026-05-20T18:00", "2026-05-21T18:30"))
    assert titles(month_calendar(MAY, NOW).long) == ["dwie doby", "ponad dobę", "zjazd"]
    assert titles(month_calendar(JUNE, NOW).long) == ["zjazd"]
    assert days(MAY) == days(JUNE) == {}


def test_a_day_of_25_hours_is_one_day():
    make_event("koniec lata", when=When.on_day(date(2026, 10, 25)))
    assert days(Month(2026, 10)) == {"2026-10-25": ["koniec lata"]}


def test_what_has_no_day_stands_apart():
    make_event("w maju", when=When.in_month(MAY))
    make_event("połowa maja", when=When.in_part(MAY, 2))
    make_event("wiosną", when=When.in_months(MonthSpan(Month(2026, 4), JUNE)))
    found = month_calendar(MAY, NOW)
    assert titles(found.undated) == ["połowa maja", "w maju", "wiosną"]
    assert not found.has_days
    assert not found.is_empty
    assert titles(month_calendar(JUNE, NOW).undated) == ["wiosną"]


def test_a_late_evening_in_utc_is_the_next_day_in_warsaw():
    make_event("po północy", when=make_when(date(2026, 5, 12), 22, 1))
    assert days(MAY) == {"2026-05-13": ["po północy"]}


def test_an_empty_month_is_empty():
    assert month_calendar(MAY, NOW).is_empty


def test_what_is_not_public_is_not_there():
    make_event(published_at=None)
    assert month_calendar(MAY, NOW).is_empty


def test_a_week_begins_on_monday_and_days_of_other_months_hold_nothing():
    make_event("ostatni kwietnia", when=When.on_day(date(2026, 4, 30)))
    weeks = month_calendar(MAY, NOW).weeks
    assert {len(week) for week in weeks} == {7}
    assert weeks[0][0].day == date(2026, 4, 27)
    assert weeks[0][0].weekday == "poniedziałek"
    assert [day.in_month for day in weeks[0]] == [False] * 4 + [True] * 3
    assert days(MAY) == {}


def test_today_is_warsaws_and_stands_once():
    late = datetime(2026, 5, 8, 22, 30, tzinfo=NOW.tzinfo)
    today = [day.day for week in month_calendar(MAY, late).weeks for day in week if day.is_today]
    assert today == [date(2026, 5, 9)]


## The page


@pytest.fixture
def opened(client):
    def page(address, at=NOW):
        with time_machine.travel(at, tick=False):
            response = client.get(address)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser").main

    return page


def words(element):
    return " ".join(element.get_text(" ").replace("\u00a0", " ").split())


def test_the_month_is_a_real_table_with_weekdays_as_its_heads(opened):
    make_event("Herbata")
    table = opened("/kalendarz/2026/05/").table
    assert words(table.select_one("thead th")) == "poniedziałek"
    assert len(table.select("thead th[scope=col]")) == 7
    assert "w maju 2026" in words(table.caption)
    cell = table.select_one("td:has(a)")
    assert cell.time["datetime"] == "2026-05-13"
    assert "Herbata" in words(cell)


def test_a_cancelled_meeting_says_so_in_its_day(opened):
    make_event("Herbata", outcome="cancelled", outcome_reason="Choroba.")
    assert "odwołane" in words(opened("/kalendarz/2026/05/").select_one("td:has(a)"))


def test_an_empty_month_says_so_and_leads_on(opened):
    page = opened("/kalendarz/2026/08/")
    assert "nie ma" in words(page)
    assert page.table is None
    assert page.select_one('a[href="/wydarzenia/"]')


def test_months_lead_to_their_neighbours_over_the_turn_of_the_year(opened):
    page = opened("/kalendarz/2026/12/")
    assert page.select_one("a[rel=prev]")["href"] == "/kalendarz/2026/11/"
    assert page.select_one("a[rel=next]")["href"] == "/kalendarz/2027/01/"


def test_the_plain_address_is_this_month_by_warsaws_clock(opened):
    new_year = datetime(2026, 12, 31, 23, 0, tzinfo=NOW.tzinfo)
    assert words(opened("/kalendarz/", new_year).h1) == "Styczeń 2027"
    assert words(opened("/kalendarz/", NOW).h1) == "Maj 2026"
