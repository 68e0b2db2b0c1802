"""Texts that were published elsewhere come in as drafts and are confirmed one by one."""

import pytest
from playwright.sync_api import expect

from events.models import Announcement
from tests.events.importing.conftest import FIXTURES
from tests.factories import make_organization, make_series, make_user, make_venue
from tests.journeys.desk import check, expect_told, field, follow, main, open_list, press, sign_in

TEXTS = ["2026-02-02-rozmowa-na-schodach.md", "2026-03-30-po-targach.txt", "bez-tytulu.txt"]


@pytest.fixture
def office(transactional_db):
    make_user("redakcja", username="redakcja")
    make_organization("Fundacja Bliski Brzeg")
    make_venue("Przystań Społeczna", street="Żeglarzy", number="7")
    make_series("Schody rozmów", numbering="none")
    make_series("Razem na rynku", numbering="roman_after", edition_noun="edycja")


def choose(page, *names):
    page.get_by_label("Pliki z tekstami").set_input_files([FIXTURES / name for name in names])
    press(page, "Sprawdź pliki")


@pytest.mark.parametrize("width", [1280, 360])
def test_texts_come_in_and_their_facts_are_confirmed_one_by_one(browser_page, office, width):
    page = browser_page(width)
    sign_in(page, "redakcja")
    open_list(page, "Aktualności")
    follow(page, "Wczytaj teksty")
    check(page)

    choose(page, *TEXTS)
    expect(main(page)).to_contain_text("12.02.2026 18.15–ok. 19.45; Przystań Społeczna, sala 12")
    expect(main(page)).to_contain_text("Usunięto zabłąkane logo: „Gdynia Morska”.")
    expect(page.get_by_role("button", name="Wczytaj 3 szkice")).to_be_visible()
    check(page)
    page.get_by_label("bez-tytulu.txt").uncheck()
    press(page, "Wczytaj 2 szkice")
    expect_told(page, "Wczytano: 2 szkice.")
    check(page)

    follow(page, "Zapytaj prezydentkę – Schody rozmów dla stowarzyszeń")
    expect(main(page)).to_contain_text("12 lutego 2026 r., godz. 18.15 – ok. 19.45")
    expect(field(page, "Kiedy")).to_have_value("12.02.2026 18.15")
    check(page)
    press(page, "Utwórz szkic wydarzenia i połącz")
    expect_told(page, "Utworzono szkic wydarzenia: Schody rozmów")
    expect(main(page)).to_contain_text("Połączono:")
    check(page)

    recap = Announcement.objects.get(kind="recap")
    page.goto(f"/admin/events/announcement/{recap.pk}/rozpoznane/")
    third = page.get_by_role("article").filter(has_text="Tekst nie mówi, kiedy")
    with page.expect_navigation():
        third.get_by_role("button", name="Utwórz szkic wydarzenia i połącz").click()
    expect(third).to_contain_text("To pole jest wymagane.")
    check(page)
    third.get_by_label("Kiedy:", exact=True).fill("28.03.2026")
    with page.expect_navigation():
        third.get_by_role("button", name="Utwórz szkic wydarzenia i połącz").click()
    expect_told(page, "Utworzono szkic wydarzenia: Razem na rynku III")

    page.get_by_label("Fundacja Bliski Brzeg", exact=True).check()
    expect(page.get_by_label("Rola: Fundacja Bliski Brzeg")).to_have_value("host")
    press(page, "Dopisz zaznaczone do wydarzenia")
    expect_told(page, "1 organizacja")
    event = recap.events.get()
    assert event.partnerships.get().role == "host"

    # The same files once more: nothing is made twice.
    page.goto("/admin/events/announcement/import/")
    choose(page, *TEXTS[:2])
    expect(main(page)).to_contain_text("Nie ma tu nic nowego do wczytania.")
    assert Announcement.objects.count() == 2


def test_without_a_script_the_same_buttons_work(browser_page, office):
    page = browser_page(1280, java_script_enabled=False)
    sign_in(page, "redakcja")
    page.goto("/admin/events/announcement/import/")
    choose(page, TEXTS[0])
    press(page, "Wczytaj 1 szkic")
    assert Announcement.objects.get().status == "draft"
