"""Before a report goes out: what is missing is added, what stays has its reason, and it opens."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report
from tests.factories import make_activity, make_event, make_note, make_user
from tests.journeys.desk import check, expect_told, follow, main, press, sign_in


@pytest.fixture
def report(transactional_db):
    """Drafted last month; since then a meeting was said to have taken place, without a note."""
    now = timezone.now()
    month = Month.of(now).previous()
    make_user("redakcja", "publikacja", username="publikacja")
    told = make_event(
        "Rozmowa", when=When.in_month(month), outcome="held", published_at=month.start
    )
    make_note(told, ("exactly", 41, "people"), approved_at=now)
    make_activity("wizyta w Fundacji Łąka", kind="visit", when=When.in_month(month))
    report = draft_report(span=MonthSpan.of(month), by=None, at=now)
    make_event("Ławka", when=When.in_month(month), outcome="held", published_at=month.start)
    report.lines.create(month=month.first_day, text="i wiele rozmów przy stole")
    return report


def cards(page):
    return main(page).locator(".gap")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_report_is_brought_to_agree_with_its_records(browser_page, report, width):
    page = browser_page(width)
    sign_in(page, "publikacja")
    page.goto(f"/admin/reports/report/{report.pk}/change/")
    press(page, "Opublikuj podsumowanie")
    expect(main(page)).to_contain_text("Odbyły się, a nie ma o nich wiersza: „Ławka”")
    check(page)
    follow(page, "Rozstrzygnij na stronie „Kompletność”")
    expect(cards(page)).to_have_count(4)
    expect(cards(page).last).to_contain_text("Wstęp podsumowania mówi „jedno nasze spotkanie”")
    check(page)

    press(page, "Dodaj wiersz")
    expect_told(page, "Dodano wiersz: „Ławka”")
    expect(cards(page)).to_have_count(2)

    card = cards(page).filter(has_text="i wiele rozmów przy stole")
    card.locator("summary").click()
    with page.expect_navigation():
        card.get_by_role("button", name="Zostaw wiersz w podsumowaniu").click()
    expect(card).to_contain_text("Napisz, dlaczego")
    check(page)
    card.get_by_label("Dlaczego tak zostaje").fill("zdanie zbiorcze")
    with page.expect_navigation():
        card.get_by_role("button", name="Zostaw wiersz w podsumowaniu").click()
    expect_told(page, "Powód zostaje w aktach.")

    cards(page).locator("summary").click()
    cards(page).get_by_label("Dlaczego tak zostaje").fill("nikt nie notował")
    press(page, "Zostaw z tym powodem")
    expect(main(page)).to_contain_text("Wszystko się zgadza")
    expect(main(page).locator(".gaps-done li")).to_have_count(2)
    check(page)

    follow(page, "Wróć i opublikuj")
    press(page, "Opublikuj podsumowanie")
    press(page, "Opublikuj podsumowanie")
    expect_told(page, "Opublikowano wydanie 1.")
