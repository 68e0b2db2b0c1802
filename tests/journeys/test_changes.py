"""Staff call a meeting off and take it back; every page agrees each time."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.kernel.months import day_of
from portal.kernel.when import When
from tests.factories import make_announcement, make_event, make_user, make_venue
from tests.journeys.desk import check, expect_told, field, follow, main, press, sign_in


@pytest.fixture
def meeting(transactional_db):
    """A meeting in three weeks with its invitation, and another a week later."""
    now = timezone.now()
    make_user("redakcja", "publikacja", username="publikacja")
    make_venue("Biblioteka Sąsiedzka", published_at=now)
    start = (now + timedelta(days=20)).replace(hour=13, minute=0, second=0, microsecond=0)
    when = When.at_time(start, start + timedelta(hours=4), drop_in=True)
    venue = make_venue("Kawiarnia Zakręcona", published_at=now)
    event = make_event("Herbata", when=when, venue=venue, sign_up="none", published_at=now)
    later = When.on_day(day_of(start) + timedelta(days=7))
    make_event("Kawa", when=later, published_at=now)
    make_announcement("Zapraszamy na herbatę", events=[event], published_at=now)
    return event


def change_page(event):
    return f"/admin/events/event/{event.pk}/change/"


def everywhere(visitor, event, said, unsaid=()):
    """The same words on the start page, in the list, on the event's page and its invitation's."""
    for address in ("/", "/wydarzenia/", event.get_absolute_url(), "/aktualnosci/"):
        visitor.goto(address)
        check(visitor)
        expect(main(visitor)).to_contain_text(said, ignore_case=True)
        for words in unsaid:
            expect(main(visitor)).not_to_contain_text(words, ignore_case=True)
    follow(visitor, "Zapraszamy na herbatę")
    check(visitor)
    expect(main(visitor)).to_contain_text(said, ignore_case=True)


def machines_agree(visitor, event, *, off):
    """The event's file, the calendar of all, what search engines read, and the news feed."""
    for address in (f"{event.get_absolute_url().rstrip('/')}.ics", "/kalendarz.ics"):
        calendar = visitor.request.get(address).text()
        entry = calendar.split(str(event.uid))[1].partition("END:VEVENT")[0]
        assert f"STATUS:{'CANCELLED' if off else 'CONFIRMED'}" in entry, address
        assert ("SUMMARY:ODWOŁANE: Herbata" in calendar) == off, address
    page = visitor.request.get(event.get_absolute_url()).text()
    assert f"schema.org/Event{'Cancelled' if off else 'Scheduled'}" in page
    assert ("Odwołane:" in visitor.request.get("/aktualnosci/atom.xml").text()) == off


@pytest.mark.parametrize("width", [1280, 360])
def test_a_meeting_is_called_off_and_back_on_and_every_page_agrees(browser_page, meeting, width):
    page, visitor = browser_page(width), browser_page(width)
    sign_in(page, "publikacja")
    page.goto(change_page(meeting))
    check(page)
    follow(page, "Odwołaj")
    check(page)
    press(page, "Zapisz i powiedz o tym")
    expect(page.locator(".errorlist")).to_contain_text("To pole jest wymagane.")
    check(page)
    field(page, "Dlaczego").fill("Awaria ogrzewania.")
    press(page, "Zapisz i powiedz o tym")
    expect_told(page, "Zmianę widać już na stronie.")
    check(page)

    everywhere(visitor, meeting, "odwoła")
    visitor.goto("/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Kawa")
    expect(main(visitor)).to_contain_text("Awaria ogrzewania.")
    machines_agree(visitor, meeting, off=True)

    follow(page, "Cofnij: jednak się odbędzie")
    field(page, "Dlaczego").fill("Ogrzewanie działa.")
    press(page, "Zapisz i powiedz o tym")
    expect_told(page, "Zmianę widać już na stronie.")

    everywhere(visitor, meeting, "jednak się odbędzie", unsaid=["Awaria ogrzewania", "odwołan"])
    visitor.goto("/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Herbata")
    machines_agree(visitor, meeting, off=False)


def test_a_meeting_moves_to_another_place_and_its_poster_knows(browser_page, meeting):
    page, visitor = browser_page(1280), browser_page(360)
    sign_in(page, "publikacja")
    page.goto(change_page(meeting))
    follow(page, "Inne miejsce")
    check(page)
    field(page, "Miejsce").select_option(label="Biblioteka Sąsiedzka")
    field(page, "Dlaczego").fill("Zalana sala.")
    press(page, "Zapisz i powiedz o tym")
    expect_told(page, "Zmianę widać już na stronie.")
    everywhere(visitor, meeting, "Biblioteka Sąsiedzka")
    visitor.goto(f"/w/{meeting.pk}/0")
    check(visitor)
    notice = visitor.get_by_role("region", name="Plakat, z którego tu trafiasz, jest nieaktualny.")
    expect(notice).to_contain_text("Teraz: Biblioteka Sąsiedzka")
    expect(notice).to_contain_text("Poprzednio: Kawiarnia Zakręcona")

    follow(page, "Wróć do poprzedniego miejsca")
    check(page)
    field(page, "Dlaczego").fill("Sala wyschła.")
    press(page, "Zapisz i powiedz o tym")
    visitor.goto(f"/w/{meeting.pk}/0")
    expect(visitor.get_by_role("region", name="Plakat, z którego")).to_have_count(0)


def test_a_new_date_is_checked_told_and_counted_down_to(browser_page, meeting):
    page, visitor = browser_page(360), browser_page(360)
    sign_in(page, "publikacja")
    page.goto(change_page(meeting))
    follow(page, "Nowy termin")
    check(page)
    field(page, "Kiedy").fill("30.02.2099 14.00")
    field(page, "Dlaczego").fill("Sala zajęta.")
    press(page, "Zapisz i powiedz o tym")
    expect(field(page, "Kiedy")).to_have_value("30.02.2099 14.00")
    expect(field(page, "Dlaczego")).to_have_value("Sala zajęta.")
    check(page)
    day = day_of(meeting.starts_at) + timedelta(days=1)
    field(page, "Kiedy").fill(f"{day:%d.%m.%Y} 15.00")
    press(page, "Zapisz i powiedz o tym")
    expect_told(page, "Zmianę widać już na stronie.")
    everywhere(visitor, meeting, "nowy termin")
