"""A resident subscribes: reads the address, gives it to a calendar, and the meeting is there."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.models import Event
from portal.kernel.when import When
from tests.calendars import entries
from tests.factories import make_event, make_series, make_venue
from tests.journeys.desk import check, follow, main


@pytest.fixture
def meeting(transactional_db, live_server, settings):
    """In a week, of a cycle; the site knows the address at which it is served."""
    settings.SITE_URL = live_server.url
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=7)
    return make_event(
        "Rozmowa przy stole",
        series=make_series("Ławka dialogu", emblem="bench"),
        venue=make_venue("Kawiarnia Zakręcona"),
        when=When.at_time(start, start + timedelta(hours=2)),
    )


def fetched(page, address):
    """What a calendar that was given the address gets."""
    response = page.request.get(address)
    assert response.ok
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    return {entry.summary.value for entry in entries(response.body())}


@pytest.mark.parametrize("width", [360, 1280])
def test_a_resident_subscribes_to_all_and_to_one_cycle(browser_page, meeting, width):
    page = browser_page(width)
    page.goto("/")
    with page.expect_navigation():  # the link says the day, too
        main(page).get_by_role("link", name="Rozmowa przy stole").first.click()
    main(page).get_by_text("Dodaj do kalendarza").click()
    expect(main(page).get_by_role("link", name="Kalendarz Google")).to_be_visible()
    check(page)
    follow(page, "kalendarz, który subskrybujesz")
    expect(main(page)).to_contain_text("po 8–24 godzinach")
    check(page)

    address = main(page).locator("code").first.inner_text()
    assert fetched(page, address) == {"Rozmowa przy stole"}
    opener = main(page).get_by_role("link", name="Otwórz w kalendarzu (Wszystkie spotkania)")
    webcal = opener.get_attribute("href")
    assert webcal == address.replace("http://", "webcal://")

    page.goto("/kalendarz/")
    follow(page, "Subskrybuj kalendarz wszystkich spotkań")
    page.goto(meeting.series.get_absolute_url())
    follow(page, "Subskrybuj kalendarz tego cyklu")
    expect(main(page).get_by_role("heading", level=2).first).to_have_text("Ławka dialogu")
    check(page)

    cycle = main(page).locator("code").first.inner_text()
    event = Event.objects.get()
    event.outcome, event.outcome_reason = "cancelled", "Choroba."
    event.save()
    assert fetched(page, cycle) == {"ODWOŁANE: Rozmowa przy stole"}


def test_all_of_it_is_done_with_the_keyboard_alone(browser_page, meeting):
    page = browser_page(1280)
    page.goto(meeting.get_absolute_url())
    summary = page.locator(".add summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    file = main(page).get_by_role("link", name="Plik do kalendarza")
    expect(file).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "rozmowa-przy-stole.ics"
