"""Dates in figures find what their words find; „dziś” and „w weekend” lead to those days."""

from datetime import UTC, date, datetime

import pytest

from portal.kernel.when import When
from portal.search.query import ranked, read
from portal.search.said_days import in_words, way
from tests.factories import NOW, make_event

SATURDAY = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("13.05.2026", "13 maja 2026"),
        ("spotkanie 13.5", "spotkanie 13 maja"),
        ("13/05/2026", "13 maja 2026"),
        ("2026-05-13", "13 maja 2026"),
        ("1.1.2026.", "1 stycznia 2026."),
        ("29.02", "29 lutego"),
        ("29.02.2026", "29.02.2026"),
        ("Zabłocie 20.22", "Zabłocie 20.22"),
        ("31.04", "31.04"),
        ("godz. 10.12", "godz. 10.12"),
        ("o 10.12", "o 10.12"),
        ("3. miejsce", "3. miejsce"),
        ("nr 1.2.3", "nr 1.2.3"),
        ("2026-13-01", "2026-13-01"),
    ],
)
def test_a_date_in_figures_is_read_in_words_and_nothing_else_is(typed, meant):
    assert in_words(typed) == meant


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["13.05.2026", "13.5", "2026-05-13", "13 maja"])
def test_an_event_is_found_by_its_day_however_it_is_typed(typed):
    make_event("Herbata", when=When.on_day(date(2026, 5, 13)))
    make_event("Kawa", when=When.on_day(date(2026, 5, 14)))
    assert [row.title for row in ranked(read(typed), NOW)] == ["Herbata"]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["herbata 2", "herbata II", "herbata ii"])
def test_an_edition_is_found_by_its_number_in_either_figures(typed):
    make_event("Herbata II")
    make_event("Herbata III")
    assert ranked(read(f"{typed} "), NOW)[0].title == "Herbata II"
    assert ranked(read(f"{typed} "), NOW).count() == 1


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("co dziś", "od=2026-11-21&do=2026-11-21"),
        ("Dzisiejsze spotkania", "od=2026-11-21&do=2026-11-21"),
        ("JUTRO", "od=2026-11-22&do=2026-11-22"),
        ("w weekend", "od=2026-11-21&do=2026-11-22"),
        ("w tym tygodniu", "od=2026-11-16&do=2026-11-22"),
        ("przyszły tydzień", "od=2026-11-23&do=2026-11-29"),
    ],
)
def test_a_day_of_the_calendar_leads_to_the_events_of_that_day(typed, days):
    assert way(typed, SATURDAY).url == f"/wydarzenia/?{days}"


@pytest.mark.parametrize("typed", ["", "tydzień organizacji", "dziśka", "ławka"])
def test_other_words_lead_nowhere_else(typed):
    assert way(typed, SATURDAY) is None


@pytest.mark.django_db
@pytest.mark.usefixtures("at_noon")
def test_the_page_shows_the_way_above_what_it_found(client):
    page = client.get("/szukaj/?q=co+dziś").content.decode()
    day = NOW.date().isoformat()
    assert f'<a href="/wydarzenia/?od={day}&amp;do={day}">Wydarzenia dziś</a>' in page
    assert page.index("Wydarzenia dziś") < page.index('role="status"')


@pytest.mark.django_db
@pytest.mark.usefixtures("at_noon")
def test_words_that_name_a_day_alone_are_not_called_unknown(client):
    page = client.get("/szukaj/?q=jutro").content.decode()
    assert "Wydarzenia jutro" in page
    assert "Poza tym nic nie znaleźliśmy" in page
    assert "Nigdzie nie ma" not in page
