"""On a phone in the street: a place changed at the last moment; at the desk: a next edition told.

Clicks and seconds are counted as a person would make them, and printed (pytest -rP).
"""

import re
from datetime import time, timedelta
from time import monotonic

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.models import Announcement, Event
from portal.kernel.months import day_of, local
from portal.kernel.when import When
from tests.factories import (
    make_announcement,
    make_event,
    make_held,
    make_office_holder,
    make_organization,
    make_partnership,
    make_series,
    make_user,
    make_venue,
)
from tests.journeys.desk import check, expect_told, field, main, sign_in

LEAD = re.compile(r"^Zapraszamy na trzecią odsłonę cyklu „Spotkajmy się”: .* 14\.00–18\.00\.")


class Hand:
    """Counts what is pressed; a choice from a list is two: opened and chosen."""

    def __init__(self, page):
        self.page, self.clicks, self.began = page, 0, monotonic()

    def press(self, locator):
        """What leads to another page."""
        self.clicks += 1
        with self.page.expect_navigation():
            locator.click()

    def tap(self, locator):
        self.clicks += 1
        locator.click()

    def choose(self, locator, label):
        self.clicks += 2
        locator.select_option(label=label)

    def measured(self, what):
        self.seconds = monotonic() - self.began
        said = f"{what}: {self.clicks} clicks, {self.seconds:.1f} s"
        print(said)
        return said


def an_hour_of_today(now):
    """From now on, or the last one of the evening: one page asks for hours of a single day."""
    midnight = local(now).replace(hour=23, minute=59, second=0, microsecond=0)
    start = min(now.replace(second=0, microsecond=0), midnight - timedelta(hours=1))
    return When.at_time(start, start + timedelta(hours=1))


@pytest.fixture
def today(transactional_db):
    """A meeting that has just begun, in a place with a number to call."""
    now = timezone.now()
    make_user("redakcja", username="redakcja")
    make_office_holder()
    make_venue(
        "Biblioteka Sąsiedzka", street="Rajska", number="12", stop="Bagatela", published_at=now
    )
    event = make_event(
        "Herbata",
        when=an_hour_of_today(now),
        venue=make_venue("Kawiarnia", host_contact="recepcja 12 345 67 89", published_at=now),
        sign_up="none",
        published_at=now,
    )
    make_announcement("Zapraszamy na herbatę", events=[event], published_at=now)
    return event


def test_a_place_is_changed_in_the_street_in_under_a_minute(browser_page, today):
    page = browser_page(360)
    sign_in(page, "redakcja")
    hand = Hand(page)
    hand.press(page.locator("#content a[href^='/admin/ostatnia-chwila/']").first)
    hand.press(page.get_by_role("link", name="Nowe miejsce"))
    hand.choose(field(page, "Nowe miejsce"), "Biblioteka Sąsiedzka, ul. Rajska 12")
    hand.tap(page.get_by_text("Sala jest niedostępna."))
    hand.press(page.get_by_role("button", name="Zapisz i powiedz o tym"))
    measured = hand.measured("place changed at the last moment")
    expect_told(page, "Zmianę widać już na stronie.")
    assert hand.clicks <= 6, measured
    assert hand.seconds < 60, measured

    check(page)
    expect(main(page)).to_contain_text("Poprzednio: Kawiarnia")
    call = page.get_by_role("link", name="recepcja 12 345 67 89")
    expect(call).to_have_attribute("href", "tel:123456789")
    message = page.get_by_role("textbox", name="SMS bez polskich liter").input_value()
    assert message.startswith("ZMIANA MIEJSCA: Herbata, ")
    assert "Biblioteka Sasiedzka" in message
    page.get_by_role("button", name="Kopiuj").first.click()
    expect(page.get_by_role("status").first).to_have_text("Skopiowano.")
    seen_outside(browser_page(360), today)

    with page.expect_navigation():
        page.get_by_role("link", name="Kartka na drzwi", exact=True).click()
    check(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Spotkanie przeniesione")
    expect(main(page)).to_contain_text("Przystanek: Bagatela")


def seen_outside(visitor, event):
    for address in ("/", event.get_absolute_url()):
        visitor.goto(address)
        expect(main(visitor)).to_contain_text("Biblioteka Sąsiedzka")
    assert "ZMIANA MIEJSCA: Herbata" in visitor.request.get("/kalendarz.ics").text()


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_of_the_last_moment_is_usable(browser_page, today, width):
    page = browser_page(width)
    sign_in(page, "redakcja")
    page.goto("/admin/ostatnia-chwila/")
    check(page)
    for slug in ("miejsce", "godzina", "odwolane"):
        page.goto(f"/admin/ostatnia-chwila/{today.pk}/{slug}/")
        check(page)
        with page.expect_navigation():
            page.get_by_role("button", name="Zapisz i powiedz o tym").click()
        expect(main(page)).to_contain_text("Wybierz powód albo napisz własny.")
        check(page)
    page.get_by_text("Niebezpieczna pogoda.").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Zapisz i powiedz o tym").click()
    check(page)
    assert page.get_by_role("textbox", name="Krótki post").input_value().startswith("ODWOŁANE: ")
    page.goto("/admin/ostatnia-chwila/")
    check(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Jednak się odbędzie").click()
    check(page)


@pytest.mark.parametrize("moved", [True, False])
def test_the_sheet_fits_one_page_of_paper(browser_page, today, moved):
    """A4 less its margins, at 96 px an inch: 688 × 1017."""
    page = browser_page(794)
    if moved:
        type(today).objects.filter(pk=today.pk).update(
            place_name="Centrum Aktywności Lokalnej Podgórze, Dom Historii Podgórza",
            place_address="ul. Władysława Limanowskiego 51",
        )
    sign_in(page, "redakcja")
    page.set_viewport_size({"width": 688, "height": 1017})
    page.emulate_media(media="print")
    page.goto(f"/admin/events/event/{today.pk}/kartka/")
    assert page.evaluate("document.documentElement.scrollHeight") <= 1017
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
    expect(page.get_by_role("navigation")).to_be_hidden()
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
    assert size >= 80  # px: letters some 15 mm tall


@pytest.fixture
def cycle(transactional_db):
    now = timezone.now()
    make_user("redakcja", username="redakcja")
    series = make_series(
        "Spotkajmy się",
        slug="spotkajmy-sie",
        edition_noun="odsłona",
        usual_start=time(14),
        usual_end=time(18),
        usually_drop_in=True,
        window_first_day=10,
        window_last_day=20,
        published_at=now,
    )
    last = make_held(
        "Spotkajmy się",
        series=series,
        edition=2,
        when=When.on_day(day_of(now) - timedelta(days=30)),
        languages="po polsku",
        is_free=True,
    )
    make_partnership(last, make_organization("Biuro Pełnomocnika"), "organizer")
    return series


def test_a_next_edition_is_drafted_in_two_clicks_and_announced_in_two_more(browser_page, cycle):
    page = browser_page(1280)
    sign_in(page, "redakcja")
    page.goto(f"/admin/events/series/{cycle.pk}/change/")
    day = day_of(timezone.now()) + timedelta(days=25)
    hand = Hand(page)
    hand.press(page.get_by_role("link", name="Następna odsłona"))
    expect(main(page)).to_contain_text("zwykle w połowie miesiąca, 14.00–18.00; najbliższe okno")
    field(page, "Kiedy").fill(f"{day:%d.%m.%Y}")
    expect(page.locator("output.when-phrase")).to_contain_text("14.00–18.00")
    check(page)
    hand.press(page.get_by_role("button", name="Zapisz", exact=True))
    expect_told(page, "Zapisano: Spotkajmy się")
    event = Event.objects.get(edition=3)
    assert event.when.hours() == "14.00–18.00"
    assert (event.languages, event.is_free, event.venue) == ("po polsku", True, None)
    assert [row.role for row in event.partnerships.all()] == ["organizer"]

    hand.press(page.get_by_role("link", name="Napisz aktualność"))
    expect(field(page, "Wstęp")).to_have_value(LEAD)
    hand.press(page.get_by_role("button", name="Zapisz", exact=True))
    measured = hand.measured("next edition announced")
    assert hand.clicks == 4, measured
    assert Announcement.objects.get().events.get() == event

    page.goto(f"/admin/events/event/{event.pk}/change/")
    expect(main(page)).to_contain_text("O tym wydarzeniu już jest")
    check(page)
