"""Without a mouse: the next meeting, its entry in a calendar, lists, search, the menu."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.kernel.months import day_of
from portal.kernel.when import When
from tests.factories import make_event, make_organization, make_series, make_venue
from tests.journeys.desk import main
from tests.journeys.focus import tab, tab_to

TALK, WALK = "Rozmowa przy stole", "Spacer po placu"


@pytest.fixture
def town(transactional_db):
    now = timezone.now()
    cafe = make_venue("Kawiarnia Zakręcona", district=1, published_at=now)
    square = make_venue("Plac Centralny", district=18, published_at=now)
    make_organization("Stowarzyszenie Ławka", published_at=now)
    cycle = make_series("Spotkajmy się", slug="spotkajmy-sie", published_at=now)
    for days, title, venue in ((5, TALK, cafe), (40, WALK, square)):
        make_event(
            title,
            series=cycle,
            venue=venue,
            when=When.on_day(day_of(now) + timedelta(days=days)),
            published_at=now - timedelta(days=1),
        )


def enter(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")


def skip_to_content(page):
    first = tab(page)
    assert first.words == "Przejdź do treści"
    assert not list(first.faults())
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_next_meeting_goes_into_the_calendar(browser_page, town, width):
    page = browser_page(width)
    page.goto("/")
    skip_to_content(page)
    tab_to(page, TALK)
    enter(page)
    expect(main(page).get_by_role("heading", level=1)).to_contain_text(TALK)
    skip_to_content(page)
    tab_to(page, "Dodaj do kalendarza")
    page.keyboard.press("Enter")
    tab_to(page, "plik")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".ics")


def test_a_meeting_is_found_by_a_word(browser_page, town):
    page = browser_page(360)
    page.goto("/szukaj/")
    skip_to_content(page)
    tab_to(page, "Czego szukasz")
    page.keyboard.type("spacer")
    enter(page)
    expect(main(page)).to_contain_text("1 wynik")
    # The address still ends with the content's name: the keyboard is there at once.
    assert tab(page).main
    tab_to(page, WALK)
    enter(page)
    expect(main(page).get_by_role("heading", level=1)).to_contain_text(WALK)


def test_a_list_is_narrowed_and_widened_again(browser_page, town):
    page = browser_page(360)
    page.goto("/wydarzenia/")
    expect(main(page)).to_contain_text(TALK)
    expect(main(page)).to_contain_text(WALK)
    skip_to_content(page)
    tab_to(page, "Filtruj")
    page.keyboard.press("Enter")
    tab_to(page, "Dzielnica")
    page.keyboard.type("XVIII")
    tab_to(page, "Pokaż wybrane")
    enter(page)
    expect(main(page)).to_contain_text(WALK)
    expect(main(page)).not_to_contain_text(TALK)
    tab_to(page, "Usuń filtr")
    enter(page)
    expect(main(page)).to_contain_text(TALK)


def test_the_menu_of_a_phone_opens_and_closes(browser_page, town):
    page = browser_page(360)
    page.goto("/")
    menu = page.get_by_role("navigation", name="Główne")
    expect(menu).to_be_hidden()
    tab_to(page, "Menu")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    tab_to(page, "Wydarzenia")
    tab_to(page, "Menu", key="Shift+Tab")
    page.keyboard.press("Space")
    expect(menu).to_be_hidden()
    # Closed, it holds no stop of the Tab key.
    assert tab(page).main
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, "Organizacje")
    enter(page)
    assert page.url.endswith("/organizacje/")
