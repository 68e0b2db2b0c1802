"""From the desk, one click to each deed; what was done is gone from the list."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.models import AttendanceNote
from portal.kernel.months import day_of
from portal.kernel.when import When
from portal.models import OutgoingMail
from tests.factories import make_event, make_user, make_venue
from tests.journeys.desk import (
    check,
    expect_told,
    field,
    log_in,
    main,
    open_list,
    press,
    sign_in,
)


@pytest.fixture
def office(transactional_db):
    """A meeting of yesterday that nobody has spoken of, and one of next week without a place."""
    now = timezone.now()
    make_user("redakcja", "publikacja", username="publikacja")
    make_venue("Kawiarnia Zakręcona", published_at=now)
    for title, days in (("Wczorajsze spotkanie", -1), ("Ławka dialogu", 6)):
        day = day_of(now) + timedelta(days=days)
        make_event(title, when=When.on_day(day), published_at=now - timedelta(days=9))
    OutgoingMail.objects.create(
        to="ewa@example.org", subject="s", body="b", written_at=now, tries=1, refusal="Nie."
    )


def line(page, words):
    """A line of the desk; all of it is the link. A second deed may stand beside it."""
    return main(page).locator("a.todo").filter(has_text=words)


def take(page, words):
    with page.expect_navigation():
        line(page, words).click()


@pytest.mark.parametrize("width", [1280, 360])
def test_what_is_done_leaves_the_desk(browser_page, office, width):
    page = browser_page(width)
    log_in(page, "publikacja")
    check(page)

    take(page, "Odbyło się? Wczorajsze spotkanie")
    press(page, "Tak, odbyło się")
    page.goto("/admin/")
    expect(line(page, "Odbyło się?")).to_have_count(0)
    take(page, "Nie ma notatki: Wczorajsze spotkanie")
    page.get_by_label("Trzy zdania", exact=True).fill("Umówiliśmy się na następne.")
    press(page, "Zapisz szkic")
    assert AttendanceNote.objects.exists()

    page.goto("/admin/")
    take(page, "Nie ma miejsca: Ławka dialogu")
    expect(field(page, "Miejsce")).to_be_in_viewport()


def test_mail_that_was_refused_goes_out_by_one_button(browser_page, office):
    page = browser_page(360)
    sign_in(page, "publikacja")
    expect(main(page)).to_contain_text("Poczta nie wyszła")
    press(page, "Wyślij ponownie")
    expect_told(page, "Wysłano: 1 wiadomość.")
    expect(main(page)).not_to_contain_text("Poczta nie wyszła")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_records_are_a_click_away_from_any_page(browser_page, office, width):
    page = browser_page(width)
    sign_in(page, "publikacja")
    for records in ("Miejsca", "Wydarzenia", "Notatki"):
        open_list(page, records)
        expect(page.get_by_role("navigation", name="Spisy")).to_be_visible()
        current = page.locator("[aria-current=page]")
        expect(current).to_have_text(records)
    check(page)


def test_the_desk_is_read_through_with_the_keyboard_alone(browser_page, office):
    page = browser_page(1280)
    sign_in(page, "publikacja")
    line(page, "Odbyło się?").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Odbyło się?")).to_be_in_viewport()


def test_an_empty_desk_says_that_all_is_done(browser_page, transactional_db):
    make_user("redakcja", username="redakcja")
    page = browser_page(360)
    log_in(page, "redakcja")
    expect(main(page)).to_contain_text("Wszystko zrobione")
    expect(main(page).get_by_role("link")).to_have_count(0)
    check(page)
