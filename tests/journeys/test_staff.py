"""Staff announce a meeting, see it public at once, say that it was held, and note who came."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.models import Series
from portal.kernel.months import day_of
from portal.kernel.when import When
from tests.factories import make_event, make_organization, make_series, make_user, make_venue
from tests.journeys.desk import (
    add_row,
    check,
    expect_told,
    field,
    follow,
    let_out,
    log_in,
    main,
    open_list,
    press,
    sign_in,
    write,
)

LEAD = re.compile(r"^Zapraszamy na drugą odsłonę.* w\s.*14\.00–18\.00.*Kawiarnia Zakręcona")


@pytest.fixture
def office(transactional_db):
    """Two people, a cycle with its first edition over, a venue and two organizations."""
    now = timezone.now()
    make_user("redakcja", username="redakcja")
    make_user("redakcja", "publikacja", username="publikacja")
    make_venue("Kawiarnia Zakręcona", published_at=now)
    host = make_organization("Fundacja Gospodarz", published_at=now)
    make_organization("Stowarzyszenie Ławka", published_at=now)
    cycle = make_series(
        "Spotkajmy się",
        slug="spotkajmy-sie",
        edition_noun=Series.EditionNoun.ODSLONA,
        usually_drop_in=True,
        published_at=now,
    )
    last = make_event(
        "Spotkajmy się",
        series=cycle,
        edition=1,
        when=When.on_day(day_of(now) - timedelta(days=20)),
        published_at=now - timedelta(days=30),
    )
    day = f"{day_of(now) + timedelta(days=20):%d.%m.%Y}"
    return {"host": host, "last": last, "day": day}


def fill_next_edition(page, when):
    """From the cycle's page; the number, the title and the manner are there already."""
    open_list(page, "Cykle")
    follow(page, "Spotkajmy się")
    follow(page, "Następna odsłona")
    expect(field(page, "Tytuł")).to_have_value("Spotkajmy się")
    expect(field(page, "Numer odsłony")).to_have_value("2")
    field(page, "Kiedy").fill(when)
    field(page, "Do kiedy").fill("18.00")
    field(page, "Miejsce").select_option(label="Kawiarnia Zakręcona")
    add_row(page, "Dodaj organizację")
    field(page, "Organizacja").select_option(label="Fundacja Gospodarz")
    field(page, "Rola").select_option(label="gospodarz miejsca")


@pytest.mark.parametrize("width", [1280, 360])
def test_an_edition_is_announced_and_public_at_once(browser_page, office, width):
    page, visitor = browser_page(width), browser_page(width)
    page.goto("/admin/")
    check(page)
    log_in(page, "publikacja")
    check(page)
    fill_next_edition(page, "30.02.2027 14.00")
    press(page, "Opublikuj teraz")

    expect(page.locator(".field-when_from .errorlist")).to_contain_text("lut")
    expect(field(page, "Kiedy")).to_have_value("30.02.2027 14.00")
    expect(field(page, "Organizacja")).to_have_value(str(office["host"].pk))
    check(page)

    field(page, "Kiedy").fill(f"{office['day']} 14.00")
    let_out(page)
    expect_told(page, "Opublikowano")
    check(page)

    visitor.goto("/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Spotkajmy się")
    for words in ("14.00–18.00", "Kawiarnia Zakręcona", "bez zapisów"):
        expect(main(visitor)).to_contain_text(words, ignore_case=True)
    with visitor.expect_navigation():  # the link says the day, too; that of the cycle does not
        main(visitor).get_by_role("link", name="Spotkajmy się").first.click()
    for words in ("Druga odsłona", "Fundacja Gospodarz"):
        expect(main(visitor)).to_contain_text(words, ignore_case=True)


def test_an_announcement_is_written_in_the_editor_and_read_by_visitors(browser_page, office):
    page, visitor = browser_page(1280), browser_page(1280)
    sign_in(page, "publikacja")
    fill_next_edition(page, f"{office['day']} 14.00")
    let_out(page)
    follow(page, "Napisz aktualność")
    check(page)

    expect(field(page, "Wstęp")).to_have_value(LEAD)
    field(page, "Tytuł").fill("Zapraszamy do stolika")
    write(page, "Treść", "Po co przyjść:")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Lista punktowana").click()
    page.keyboard.type("porozmawiać o łące")
    page.keyboard.press("Shift+Home")
    page.get_by_role("button", name="Wstaw link").click()
    page.get_by_role("dialog").get_by_label("Adres").fill("https://example.org/laka")
    check(page)
    page.get_by_role("dialog").get_by_role("button", name="Wstaw").click()
    let_out(page)
    expect_told(page, "Opublikowano: Zapraszamy do stolika.")

    visitor.goto("/aktualnosci/")
    follow(visitor, "Zapraszamy do stolika")
    expect(main(visitor)).to_contain_text("Po co przyjść:")
    point = main(visitor).get_by_role("listitem").filter(has_text="porozmawiać")
    expect(point.get_by_role("link")).to_have_attribute("href", "https://example.org/laka")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_past_event_is_said_to_be_held_and_its_note_is_approved(browser_page, office, width):
    page, visitor = browser_page(width), browser_page(width)
    sign_in(page, "publikacja")
    open_list(page, "Wydarzenia")
    check(page)
    follow(page, "Spotkajmy się")
    press(page, "Tak, odbyło się")
    expect_told(page, "Zapisano: odbyło się.")
    follow(page, "Napisz notatkę")
    follow(page, "Cały formularz notatki")
    check(page)

    field(page, "Co z tego wynikło").fill("Umówiliśmy się na drugie spotkanie.")
    for row, (qualifier, value) in enumerate([("blisko", "100"), ("około", "70")]):
        field(page, "Ile").nth(row).select_option(label=qualifier)
        field(page, "Liczba").nth(row).fill(value)
    field(page, "Organizacja").select_option(label="Fundacja Gospodarz")
    page.get_by_label("Zgodziła się na podanie nazwy").filter(visible=True).check()
    add_row(page, "Dodaj organizację")
    field(page, "Organizacja").nth(1).select_option(label="Stowarzyszenie Ławka")
    let_out(page, "Zapisz i zatwierdź")
    expect_told(page, "Zatwierdzono: wersja 1.")

    visitor.goto(office["last"].get_absolute_url())
    for words in ("blisko 100 osób", "około 70 organizacji", "Umówiliśmy się", "Fundacja Gosp"):
        expect(main(visitor)).to_contain_text(words, ignore_case=True)
    expect(main(visitor)).not_to_contain_text("Stowarzyszenie Ławka")


def test_a_change_of_a_public_event_is_explained_and_told(browser_page, office):
    page, visitor = browser_page(1280), browser_page(1280, allowed=["410: "])
    sign_in(page, "publikacja")
    fill_next_edition(page, f"{office['day']} 14.00")
    let_out(page)
    field(page, "Kiedy").fill(f"{office['day']} 15.00")
    press(page, "Zapisz")
    expect(page.locator(".field-change_reason .errorlist")).to_contain_text("Napisz, dlaczego")
    check(page)
    field(page, "Powód zmiany").fill("Sala jest wolna godzinę później.")
    press(page, "Zapisz")
    expect_told(page, "Zapisano")
    check(page)

    address = page.get_by_role("link", name="Zobacz na stronie").get_attribute("href")
    visitor.goto(address)
    expect(main(visitor)).to_contain_text("Sala jest wolna godzinę później.")
    follow(page, "Wycofaj")
    check(page)
    field(page, "Powód").fill("Wpis powstał przez pomyłkę.")
    press(page, "Wycofaj ze strony")
    expect_told(page, "Wycofano")
    visitor.goto(address)
    expect(main(visitor)).to_contain_text("Wpis powstał przez pomyłkę.")


def test_the_second_of_two_people_is_told_and_keeps_the_text(browser_page, office):
    first, second = browser_page(1280), browser_page(1280)
    draft = make_event("Warsztat", published_at=None)
    for page in (first, second):
        sign_in(page, "redakcja")
        page.goto(f"/admin/events/event/{draft.pk}/change/")
    expect(first.get_by_role("button", name="Zapisz")).to_be_visible()
    expect(first.get_by_role("button", name="Opublikuj teraz")).to_have_count(0)
    field(first, "Tytuł").fill("Warsztat o statutach")
    press(first, "Zapisz")
    expect_told(first, "Zapisano: Warsztat o statutach")
    field(second, "Tytuł").fill("Warsztat o dotacjach")
    press(second, "Zapisz")
    expect(main(second)).to_contain_text("Ktoś zapisał w tym czasie nowszą wersję.")
    expect(main(second)).to_contain_text("dotacjach")
    check(second)
    second.get_by_role("radio", name="weź z bazy – Tytuł").check()
    press(second, "Zapisz tak, jak wybrano")
    expect_told(second, "Zapisano: Warsztat o statutach")

    first.goto(f"/admin/events/event/{office['last'].pk}/change/")
    expect(main(first)).to_contain_text("Spotkajmy się")
    expect(first.get_by_role("button", name="Zapisz")).to_have_count(0)
    check(first)
    follow(first, "Historia")
    check(first)
