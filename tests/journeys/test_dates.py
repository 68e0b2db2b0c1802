"""Staff see how a date will read while they type it; a resident goes through the months."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.models import SeriesPause
from portal.kernel.months import Month, day_of
from portal.kernel.when import When
from tests.factories import make_event, make_series, make_user
from tests.journeys.desk import check, field, follow, main, press, sign_in


@pytest.mark.parametrize("width", [1280, 360])
def test_staff_see_how_a_date_will_read_while_they_type(browser_page, transactional_db, width):
    make_user("redakcja", username="redakcja")
    page = browser_page(width)
    sign_in(page, "redakcja")
    page.goto("/admin/events/event/add/")
    phrase = page.locator("output.when-phrase")
    expect(phrase).to_have_text("")

    field(page, "Kiedy").press_sequentially("13 maja 2099 14.00")
    expect(phrase).to_contain_text("w środę 13 maja 2099 r. o godz. 14.00")
    expect(phrase).to_contain_text("końca nie podano")
    field(page, "Do kiedy").fill("18.00")
    expect(phrase).to_contain_text("13 maja 2099 r., godz. 14.00–18.00")
    page.get_by_label("koniec orientacyjny").check()
    expect(phrase).to_contain_text("14.00 – ok. 18.00")
    check(page)

    page.get_by_label("koniec orientacyjny").uncheck()
    field(page, "Kiedy").fill("30 lutego 2099")
    expect(phrase).to_have_text("30 lutego nie istnieje: luty 2099 ma 28 dni.")
    check(page)

    field(page, "Do kiedy").fill("")
    field(page, "Kiedy").fill("w połowie maja 2099")
    expect(phrase).to_contain_text("część miesiąca, bez dnia")
    field(page, "Kiedy").fill("maj 2099")
    expect(phrase).to_contain_text("Dokładność: miesiąc, bez dnia. Termin planowany.")
    check(page)

    field(page, "Tytuł").fill("Herbata")
    press(page, "Zapisz")
    expect(page.locator("output.when-phrase")).to_contain_text("maj 2099 r.")


def test_without_a_script_the_same_form_saves_and_says_the_phrase(browser_page, transactional_db):
    make_user("redakcja", username="redakcja")
    page = browser_page(1280, java_script_enabled=False)
    sign_in(page, "redakcja")
    page.goto("/admin/events/event/add/")
    page.locator("[name=title]").fill("Herbata")
    page.locator("[name=when_from]").fill("maj 2099")
    press(page, "Zapisz")
    expect(page.locator("output.when-phrase")).to_contain_text("w maju 2099 r.")


@pytest.fixture
def months(transactional_db):
    """Meetings in the month after next, nothing in the next; a cycle that pauses there."""
    now = timezone.now()
    month = Month.of(now).shifted(2)
    public = now - timedelta(days=1)
    cycle = make_series("Ławka dialogu", published_at=public)
    day = date(month.year, month.number, 5)
    make_event("Herbata", when=When.on_day(day), published_at=public)
    make_event("Zjazd", when=When.on_day(day, day + timedelta(days=2)), published_at=public)
    make_event("Targi", when=When.in_month(month), published_at=public)
    make_event("Dziś", when=When.on_day(day_of(now), all_day=True), published_at=public)
    SeriesPause.objects.create(series=cycle, month=month.first_day, reason="remont sali")
    return month


@pytest.mark.parametrize("width", [1280, 360])
def test_a_resident_goes_from_month_to_month_to_an_event(browser_page, months, width):
    page = browser_page(width)
    page.goto("/kalendarz/")
    expect(main(page)).to_contain_text("trwa cały dzień")
    check(page)

    now = months.shifted(-2)
    main(page).get_by_role("link", name=now.nominative).last.click()
    expect(main(page).locator('[aria-current="date"]')).to_contain_text("Dziś")
    check(page)
    main(page).locator("[rel=next]").press("Enter")
    expect(main(page).locator(".empty")).to_contain_text("nie ma jeszcze wydarzeń")
    check(page)
    main(page).locator(".empty").get_by_role("link").last.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(months.nominative.capitalize())
    expect(main(page)).to_contain_text("bez spotkania: remont sali.")
    check(page)
    heads = main(page).get_by_role("columnheader")
    expect(heads).to_have_count(7 if width > 500 else 0)
    full = f"5 {months.genitive} r.: Herbata"
    main(page).get_by_role("link", name=full).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Herbata")
    page.go_back()
    follow(page, "Wszystko, co przed nami, jako lista")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kalendarz")
