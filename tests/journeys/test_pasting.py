"""On a phone and at the desk: a list of activities pasted, mended and saved; a promise settled."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.actions import approve_note
from events.models import Commitment
from portal.kernel.months import Month, day_of
from portal.kernel.polish import NBSP
from portal.kernel.when import When
from reports.models import Activity
from tests.factories import make_held, make_note, make_organization, make_user, make_venue
from tests.journeys.desk import check, expect_told, follow, main, open_list, press, sign_in

LIST = """Lista działań:
- wizyta w Fundacji Muzyka w Centrum,
- udział w kongresie w Warszawie,
- spotkanie w Społecznej Kaffce,
- gala, na którą nikt nie poszedł.
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_list_is_pasted_mended_and_saved(browser_page, transactional_db, width):
    make_user("redakcja", username="redakcja")
    make_organization("Fundacja Muzyka w Centrum")
    make_venue("Społeczna Kaffka")
    page = browser_page(width)
    sign_in(page, "redakcja")
    open_list(page, "Działania")
    follow(page, "Wklej listę działań")
    check(page)
    page.get_by_label("Lista działań").fill(LIST)
    press(page, "Rozpoznaj")
    check(page)
    expect(main(page)).to_contain_text(f"4{NBSP}wiersze")
    assert not Activity.objects.exists()

    rows = page.locator(".paste-row")
    expect(rows.nth(0).get_by_label("Organizacje")).to_have_value("Fundacja Muzyka w Centrum")
    expect(rows.nth(1).get_by_label("poza Krakowem")).to_be_checked()
    rows.nth(3).get_by_label("Co z tym wierszem").select_option(label="pomiń")
    expect(rows.nth(3).get_by_label("Kiedy")).to_be_hidden()
    rows.nth(2).get_by_label("Kiedy").fill("31 lutego 2026")
    press(page, "Zapisz działania")
    expect(main(page)).to_contain_text("Nic nie zapisano. Do poprawienia:")
    check(page)
    expect(rows.nth(2)).to_contain_text("31 lutego nie istnieje")
    rows.nth(2).get_by_label("Kiedy").fill("luty 2026")
    press(page, "Zapisz działania")
    expect_told(page, f"Zapisano: 3{NBSP}działania.")
    last = Month.of(timezone.now()).previous()
    months = {row.title: row.when for row in Activity.objects.all()}
    assert months["wizyta w Fundacji Muzyka w Centrum"] == When.in_month(last)
    assert months["spotkanie w Społecznej Kaffce"] == When.in_month(Month(2026, 2))


@pytest.fixture
def promise(transactional_db):
    today = day_of(timezone.now())
    event = make_held("Herbata", when=When.on_day(today - timedelta(days=30)))
    note = make_note(event, ("exactly", 12, "people"), summary="Rozmowa.", approved_at=None)
    row = Commitment.objects.create(
        note=note, text="Lista wolnych sal", owner="Pełnomocnik", due=today, public=True
    )
    approve_note(note=note, by=None, at=timezone.now())
    return row


@pytest.mark.parametrize("width", [360, 1280])
def test_a_promise_is_settled_from_the_desk_and_the_page_says_so(browser_page, promise, width):
    make_user("redakcja", "publikacja", username="publikacja")
    page = browser_page(width)
    sign_in(page, "publikacja")
    with page.expect_navigation():
        page.locator("a[data-kind=promise]").click()
    check(page)
    page.get_by_label("Co zrobiliśmy").fill("Lista wisi w biurze przy placu.")
    press(page, "Zrobione")
    expect_told(page, "Zapisano i zatwierdzono: zrobione")
    expect(page.locator("a[data-kind=promise]")).to_have_count(0)
    visitor = browser_page(width)
    visitor.goto(promise.note.event.get_absolute_url())
    found = visitor.get_by_role("region", name="Co zrobiliśmy po spotkaniu")
    expect(found).to_contain_text("Lista wisi")
    check(visitor)
    page.goto(f"/admin/events/commitment/{promise.pk}/rozlicz/")
    check(page)
    open_list(page, "Ustalenia")
    check(page)
