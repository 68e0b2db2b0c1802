"""A month is drafted, edited and published; its figures lead to notes; it stays as published."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import make_activity, make_event, make_note, make_user
from tests.journeys.desk import check, expect_told, field, let_out, main, open_list, press, sign_in


@pytest.fixture
def last_month(transactional_db):
    """One meeting with 41 people, its note approved, and one visit."""
    now = timezone.now()
    month = Month.of(now).previous()
    make_user("redakcja", "publikacja", username="publikacja")
    event = make_event(
        "Rozmowa przy stole", when=When.in_month(month), outcome="held", published_at=month.start
    )
    note = make_note(event, ("exactly", 41, "people"), approved_at=now)
    make_activity("wizyta w Fundacji Łąka", kind="visit", when=When.in_month(month))
    return {"month": month, "note": note}


@pytest.mark.parametrize("width", [1280, 360])
def test_a_month_is_published_and_stays_as_it_was(browser_page, last_month, width):
    page, visitor = browser_page(width), browser_page(width)
    address = f"/podsumowania/{last_month['month'].slug}/"
    sign_in(page, "publikacja")
    open_list(page, "Podsumowania")
    check(page)
    press(page, "Utwórz projekt podsumowania")
    expect_told(page, "Projekt jest gotowy")
    check(page)

    line = page.get_by_label("Treść", exact=True).filter(visible=True).nth(1)
    expect(line).to_have_value("wizyta w Fundacji Łąka")
    line.fill("wizyta w Fundacji Łąka, która sieje łąki kwietne")
    press(page, "Opublikuj podsumowanie")
    expect(main(page)).to_contain_text("nie da się go zmienić ani usunąć")
    check(page)
    press(page, "Opublikuj podsumowanie")
    expect_told(page, "Opublikowano wydanie 1.")

    visitor.goto(address)
    expect(main(visitor)).to_contain_text("która sieje łąki kwietne")
    check(visitor)
    published = main(visitor).inner_text()
    download_each(visitor, last_month["month"])
    with visitor.expect_navigation():
        main(visitor).get_by_role("link", name="frekwencja").first.click()
    expect(main(visitor)).to_contain_text("Skąd ta liczba?")
    expect(main(visitor).get_by_role("row", name="Rozmowa przy stole")).to_contain_text("41 osób")
    check(visitor)

    page.goto(f"/admin/events/attendancenote/{last_month['note'].pk}/change/")
    field(page, "Liczba").fill("55")
    let_out(page, "Zapisz i zatwierdź")
    expect_told(page, "Zatwierdzono: wersja 2.")
    visitor.goto(address)
    assert main(visitor).inner_text() == published
    visitor.goto(last_month["note"].event.get_absolute_url())
    expect(main(visitor)).to_contain_text("55 osób")
    put_right(page, visitor, address)


BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK", "csv": b"\xef\xbb\xbf", "json": b"{"}


def download_each(visitor, month):
    """Every format by its link, as a file with the name of its month."""
    section = visitor.locator(".downloads")
    for suffix, beginning in BEGINNINGS.items():
        href = section.locator(f"a[href$='.{suffix}']").get_attribute("href")
        answer = visitor.request.get(href)
        assert answer.ok, href
        assert answer.body().startswith(beginning), href
        assert month.slug in answer.headers["content-disposition"]


def put_right(page, visitor, address):
    """The desk names the figure; a correction says the old value and the new, for ever."""
    page.goto("/admin/")
    told = main(page).get_by_role("listitem").filter(has_text="łączna frekwencja").first
    expect(told).to_contain_text("w podsumowaniu: 41")
    with page.expect_navigation():
        told.get_by_role("link").last.click()
    press(page, "Uzupełnij projekt")
    strip = page.locator(".trail")
    expect(strip).to_contain_text("41 osób")
    expect(strip).to_contain_text("55 osób")
    check(page)

    with page.expect_navigation():
        strip.get_by_role("link", name="Opublikuj wydanie 2 ze sprostowaniem").click()
    check(page)
    let_out_correction(page, "")
    expect(main(page)).to_contain_text("Napisz, co poprawiono i dlaczego.")
    check(page)
    let_out_correction(page, "Na liście było jeszcze czternaście osób.")
    expect_told(page, "Opublikowano wydanie 2 ze sprostowaniami nr 1–2.")

    visitor.goto(address)
    said = main(visitor).get_by_role("region", name="Wydanie 2 poprawia wydanie 1")
    for words in ("jeszcze czternaście osób", "Było: 41 osób", "Jest: 55 osób"):
        expect(said).to_contain_text(words)
    check(visitor)
    with visitor.expect_navigation():
        said.get_by_role("link", name="Wszystkie sprostowania").click()
    expect(main(visitor)).to_contain_text("Było: 41 osób")
    check(visitor)
    visitor.goto(f"{address}liczby/osoby/")
    expect(main(visitor)).to_contain_text("podawaliśmy: 41 osób")
    check(visitor)

    visitor.goto(f"{address}wydanie/1/")
    expect(main(visitor)).to_contain_text("To wydanie później poprawiono")
    expect(main(visitor).locator(".figures")).to_contain_text("41")
    expect(main(visitor)).to_contain_text("która sieje łąki kwietne")
    check(visitor)


def let_out_correction(page, words):
    """On the page of publication: write why, and press the button, whatever it warns of."""
    field(page, "Co poprawiono i dlaczego").fill(words)
    anyway = page.locator("#now_anyway")
    if anyway.count():
        anyway.check()
    with page.expect_navigation():
        page.locator("input[name=_now]").click()
