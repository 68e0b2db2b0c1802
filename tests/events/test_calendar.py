from datetime import date, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from events.calendar import agenda, month_calendar
from events.models import EventChange, SeriesPause
from portal.kernel.months import WARSAW, Month, MonthSpan
from portal.kernel.when import When
from tests.factories import NOW, make_event, make_held, make_series, make_when

pytestmark = pytest.mark.django_db
MAY, JUNE = Month(2026, 5), Month(2026, 6)


def hours(start, end=None):
    """By Warsaw's clock; without an end, one is assumed."""
    moments = (datetime.fromisoformat(text).replace(tzinfo=WARSAW) for text in (start, end) if text)
    return When.at_time(*moments)


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
    assert words(table.select_one("thead th .aloud")) == "poniedziałek"
    assert len(table.select("thead th[scope=col]")) == 7
    assert "w maju 2026" in words(table.caption)
    cell = table.select_one("td:has(a)")
    assert cell.time["datetime"] == "2026-05-13"
    assert "Herbata" in words(cell)


def test_a_cancelled_meeting_says_so_in_its_day(opened):
    make_event("Herbata", outcome="cancelled", outcome_reason="Choroba.")
    assert "odwołane" in words(opened("/kalendarz/2026/05/").select_one("td:has(a)"))


def cell_of(page):
    """What the day that holds a meeting says of it: hours, place, states."""
    return [words(part) for part in page.select("td:has(a) small")]


def test_the_month_says_the_states_that_every_list_says_and_where_it_is(opened):
    event = make_event("Herbata", is_example=True, sign_up="none", place_name="Klub Zgody")
    assert cell_of(opened("/kalendarz/2026/05/")) == [
        "14.00–18.00",
        "Klub Zgody",
        "przykład, bez zapisów",
    ]
    EventChange.objects.create(
        event=event, kind="place", before="Pałac", after="Klub Zgody", at=NOW, sequence=1
    )
    assert cell_of(opened("/kalendarz/2026/05/"))[2] == "przykład, zmiana miejsca, bez zapisów"
    event.delete()
    make_event("Bez słowa po terminie", when=When.on_day(date(2026, 5, 6)))
    assert "nie wiemy, czy się odbyło" in cell_of(opened("/kalendarz/2026/05/"))


def test_an_empty_month_says_so_and_leads_to_the_nearest_that_are_not(opened):
    make_event("Kwietniowe", when=When.on_day(date(2026, 4, 30)))
    make_event("Wcześniejsze", when=When.on_day(date(2026, 2, 3)))
    make_event("Noc", when=hours("2026-06-30T20:00", "2026-07-01T02:00"))
    make_event("Wrześniowe", when=When.in_month(Month(2026, 9)))
    for address, told, before, after in [
        ("/kalendarz/2026/08/", "W sierpniu 2026 nie ma jeszcze wydarzeń", "06", "09"),
        ("/kalendarz/2026/07/", "W lipcu 2026 nie ma jeszcze wydarzeń", "06", "09"),
        ("/kalendarz/2026/03/", "W marcu 2026 nie było wydarzeń", "02", "04"),
    ]:
        page = opened(address)
        assert page.table is None
        assert told in words(page.select_one(".empty"))
        ways = [link["href"] for link in page.select(".empty a")]
        assert ways == [f"/kalendarz/2026/{month}/" for month in (before, after)]


def test_a_calendar_without_any_event_is_kind_too(opened):
    assert "Gdy ogłosimy spotkanie" in words(opened("/kalendarz/2026/08/"))
    assert "Na razie nic nie jest zapowiedziane" in words(opened("/kalendarz/"))


def test_months_lead_to_their_neighbours_over_the_turn_of_the_year(opened):
    page = opened("/kalendarz/2026/12/")
    assert page.select_one("a[rel=prev]")["href"] == "/kalendarz/2026/11/"
    assert page.select_one("a[rel=next]")["href"] == "/kalendarz/2027/01/"


def test_months_of_four_five_and_six_weeks_are_whole():
    for month, count in [(Month(2027, 2), 4), (Month(2026, 5), 5), (Month(2026, 8), 6)]:
        found = month_calendar(month, NOW).weeks
        assert len(found) == count
        days_in = [day.day for week in found for day in week if day.in_month]
        assert days_in[0] == month.first_day
        assert days_in[-1] == month.last_day
        assert len(days_in) == month.last_day.day
        assert {week[0].weekday for week in found} == {"poniedziałek"}


def test_29_february_has_its_cell(opened):
    make_event("Przestępny", when=When.on_day(date(2028, 2, 29)))
    cell = opened("/kalendarz/2028/02/").select_one("td:has(a)")
    assert cell.time["datetime"] == "2028-02-29"


def test_what_ends_at_24_belongs_to_its_own_day_and_month():
    make_event("do północy", when=hours("2026-05-31T18:00", "2026-06-01T00:00"))
    make_event("trzy dni", when=hours("2026-05-29T18:00", "2026-06-01T00:00"))
    assert days(MAY) == {"2026-05-31": ["do północy"]}
    assert titles(month_calendar(MAY, NOW).long) == ["trzy dni"]
    assert month_calendar(JUNE, NOW).is_empty


def test_days_when_clocks_are_moved_hold_their_meetings():
    for month, day in [(Month(2026, 3), "2026-03-29"), (Month(2026, 10), "2026-10-25")]:
        make_event(f"noc {day}", when=hours(f"{day}T00:30", f"{day}T05:00"))
        assert days(month) == {day: [f"noc {day}"]}
        at = hours(f"{day}T23:30").starts_at
        today = [found.day for week in month_calendar(month, at).weeks for found in week]
        assert today.count(date.fromisoformat(day)) == 1


def test_today_is_marked_for_those_who_see_and_those_who_listen(opened):
    make_event("Herbata")
    cell = opened("/kalendarz/2026/05/").select_one('[aria-current="date"]')
    assert cell.time["datetime"] == "2026-05-08"
    assert "dziś" in words(cell)
    assert opened("/kalendarz/2026/06/").select('[aria-current="date"]') == []


def test_every_event_of_a_month_has_its_full_date_before_its_name(opened):
    make_event("Herbata")
    make_event("Zjazd", when=When.on_day(date(2026, 5, 30), date(2026, 6, 1)))
    make_event("Targi", when=When.in_part(MAY, 2))
    names = [words(link) for link in opened("/kalendarz/2026/05/").select("td a, .slot a")]
    assert names == [
        "30 maja – 1 czerwca 2026 r. Zjazd",
        "13 maja 2026 r.: Herbata 14.00–18.00 miejsce podamy wkrótce",
        "połowa maja 2026 r. Targi",
    ]


def test_a_cycle_without_a_meeting_this_month_says_so_in_its_month_alone(opened):
    series = make_series("Ławka dialogu")
    make_event("Herbata")
    SeriesPause.objects.create(series=series, month=date(2026, 5, 1), reason="remont sali")
    SeriesPause.objects.create(
        series=make_series(published_at=None), month=date(2026, 5, 1), reason="tajne"
    )
    for address in ("/kalendarz/2026/05/", "/kalendarz/", "/wydarzenia/"):
        told = opened(address).select(".pauses li")
        assert [words(row) for row in told] == ["Ławka dialogu W maju bez spotkania: remont sali."]
    assert opened("/kalendarz/2026/06/").select(".pauses") == []


def test_a_meeting_announced_after_all_overtakes_a_pause(opened):
    series = make_series()
    SeriesPause.objects.create(series=series, month=date(2026, 5, 1))
    make_event(series=series, outcome="cancelled", outcome_reason="Burza.")
    assert opened("/kalendarz/2026/05/").select(".pauses")
    make_event(series=series, edition=2)
    for address in ("/kalendarz/2026/05/", "/kalendarz/"):
        assert opened(address).select(".pauses") == []


def test_a_night_of_the_month_before_overtakes_no_pause(opened):
    series = make_series()
    SeriesPause.objects.create(series=series, month=date(2026, 6, 1))
    make_event(series=series, when=hours("2026-05-31T20:00", "2026-06-01T02:00"))
    for address in ("/kalendarz/2026/06/", "/kalendarz/"):
        assert opened(address).select(".pauses"), address


## The list


@pytest.fixture
def spring():
    """What runs, what is dated, what has no day, over two months, and what is over."""
    make_event("Wystawa", when=When.on_day(date(2026, 4, 20), date(2026, 5, 20)))
    make_event("Dyżur", when=hours("2026-05-08T10:00", "2026-05-08T18:00"))
    make_event("Herbata")
    make_event("Warsztaty", when=When.on_day(date(2026, 5, 8)))
    make_event("W maju", when=When.in_month(MAY))
    make_event("W połowie czerwca", when=When.in_part(JUNE, 2))
    make_event("30 czerwca", when=When.on_day(date(2026, 6, 30)))
    make_event("1 lipca", when=When.on_day(date(2026, 7, 1)))
    make_event("Odwołane", when=hours("2026-05-08T09:00", "2026-05-08T18:00"), **OFF)
    make_event("Minione", when=When.on_day(date(2026, 5, 7)))


OFF = {"outcome": "cancelled", "outcome_reason": "Burza."}


def test_what_runs_comes_first_then_month_by_month_the_dated_before_the_undated(spring):
    found = agenda(NOW)
    assert titles(found.running) == ["Wystawa", "Dyżur"]
    months = [(str(part.month), titles(part.dated), titles(part.undated)) for part in found.months]
    assert months == [
        ("2026-05", ["Warsztaty", "Odwołane", "Herbata"], ["W maju"]),
        ("2026-06", ["30 czerwca"], ["W połowie czerwca"]),
        ("2026-07", ["1 lipca"], []),
    ]


def test_a_month_that_went_by_without_its_day_leaves_the_list(spring):
    june = hours("2026-06-01T00:00").starts_at
    assert "W maju" in titles(agenda(june - timedelta(minutes=1)).months[0].undated)
    assert [str(part.month) for part in agenda(june).months] == ["2026-06", "2026-07"]


def test_both_lists_say_what_runs_until_when_and_name_the_months(opened, spring):
    for address in ("/kalendarz/", "/wydarzenia/"):
        page = opened(address)
        headings = [words(heading) for heading in page.select("h2, h3:not(:has(a))")]
        assert headings[:6] == [
            "Teraz",
            "Maj 2026",
            "W maju, bez daty",
            "Czerwiec 2026",
            "W czerwcu, bez daty",
            "Lipiec 2026",
        ]
        running = words(page.select_one("section"))
        assert "trwa do 20 maja" in running
        assert "trwa do 18.00" in running
        assert "Minione" not in words(page)


def test_what_may_come_over_several_months_is_not_pinned_to_one():
    make_event("Wiosną", when=When.in_months(MonthSpan(MAY, JUNE)))
    (part,) = agenda(NOW).months
    assert (str(part.month), part.undated_heading) == ("2026-06", "Bez daty")


def test_the_archive_goes_back_month_by_month(opened):
    make_held("Marcowe")
    make_event("Kwietniowe późne", when=When.on_day(date(2026, 4, 20)))
    make_event("Kwietniowe wczesne", when=When.on_day(date(2026, 4, 2)))
    page = opened("/wydarzenia/archiwum/")
    assert [words(heading) for heading in page.select("h2")] == ["Kwiecień 2026", "Marzec 2026"]
    found = [words(heading) for heading in page.select("h3")]
    assert found == ["Kwietniowe późne", "Kwietniowe wczesne", "Marcowe"]


def test_the_calendar_leads_to_the_pages_of_months_and_says_what_they_hold(opened, spring):
    links = {link["href"]: words(link) for link in opened("/kalendarz/").select(".year a")}
    assert links["/kalendarz/2026/05/"] == "maj 2026 7 wydarzeń"
    assert links["/kalendarz/2026/06/"] == "czerwiec 2026 2 wydarzenia"
    assert list(links) == [f"/kalendarz/2026/{month}/" for month in ("04", "05", "06", "07")]


def test_the_calendar_leads_back_to_the_months_that_held_meetings_and_to_the_archive(opened):
    make_held(month=Month(2025, 10))
    make_held(month=Month(2026, 2))
    make_event(when=When.in_month(Month(2027, 1)))
    page = opened("/kalendarz/")
    assert [words(link) for link in page.select(".year a")] == [
        "październik 2025 1 wydarzenie",
        "luty 2026 1 wydarzenie",
        "maj 2026 bez wydarzeń",
        "czerwiec 2026 bez wydarzeń",
        "lipiec 2026 bez wydarzeń",
        "styczeń 2027 1 wydarzenie",
    ]
    drawn = [year.text for year in page.select(".year a > span:not(.aloud)")]
    assert drawn == ["2025", "2026", "2027"]
    assert page.select_one("main nav a[href='/wydarzenia/archiwum/']")


def test_this_month_is_warsaws(opened):
    new_year = datetime(2026, 12, 31, 23, 0, tzinfo=NOW.tzinfo)
    assert words(opened("/kalendarz/", new_year).select_one("[data-now]")).startswith("styczeń")
    assert words(opened("/kalendarz/", NOW).select_one("[data-now]")).startswith("maj")
