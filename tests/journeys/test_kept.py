"""Nobody loses text: two editors, a session that ended, a copy kept by itself, a restoring."""

import re

import pytest
from playwright.sync_api import expect

from portal.models import WorkingCopy
from tests.factories import make_announcement, make_user
from tests.journeys.desk import (
    check,
    expect_told,
    field,
    follow,
    main,
    phone_code,
    press,
    sign_in,
    write,
)

PAUSE = 10_000  # milliseconds; as in static/js/keep.js
HOUR = re.compile(r"Kopia robocza: \d{1,2}\.\d\d")


@pytest.fixture
def office(transactional_db):
    make_user("redakcja", "publikacja", username="anna")
    make_user("redakcja", "publikacja", username="ola")
    return make_announcement("Wieści", published_at=None, body="<p>Pierwszy akapit.</p>")


def form_of(news):
    return f"/admin/events/announcement/{news.pk}/change/"


@pytest.mark.parametrize("width", [1280, 360])
def test_two_editors_at_once_lose_nothing(browser_page, office, width):
    anna, ola = browser_page(width), browser_page(width)
    for page, name in ((anna, "anna"), (ola, "ola")):
        sign_in(page, name)
        page.goto(form_of(office))
    field(anna, "Tytuł").fill("Wieści z maja")
    press(anna, "Zapisz")
    expect_told(anna, "Zapisano: Wieści z maja.")

    field(ola, "Tytuł").fill("Wieści z czerwca")
    field(ola, "Wstęp").fill("Zdanie Oli.")
    press(ola, "Zapisz")
    expect(main(ola)).to_contain_text("Ktoś zapisał w tym czasie nowszą wersję.")
    expect(ola.get_by_role("radio", name="zostaw moje – Tytuł")).to_be_checked()
    expect(main(ola).locator("del")).to_contain_text("maja")
    expect(main(ola).locator("ins")).to_contain_text("czerwca")
    check(ola)
    ola.get_by_role("radio", name="weź z bazy – Tytuł").check()
    press(ola, "Zapisz tak, jak wybrano")
    expect(field(ola, "Tytuł")).to_have_value("Wieści z maja")
    expect(field(ola, "Wstęp")).to_have_value("Zdanie Oli.")

    follow(ola, "Historia")
    check(ola)
    press(ola, "Porównaj zaznaczone")
    expect(main(ola)).to_contain_text("Zdanie Oli.")
    check(ola)
    ola.go_back()
    main(ola).get_by_role("link", name=re.compile(r"^\d")).last.click()
    expect(main(ola)).to_contain_text("To się zmieni, jeśli przywrócisz tę wersję.")
    check(ola)
    press(ola, "Przywróć tę wersję")
    expect_told(ola, "Zapisano: Wieści.")
    expect(field(ola, "Wstęp")).to_have_value("")


def test_a_session_that_ended_eats_nothing(browser_page, office):
    page = browser_page(360)
    sign_in(page, "anna")
    page.goto(form_of(office))
    field(page, "Wstęp").fill("Pisane godzinę.")
    page.context.clear_cookies(name="sessionid")
    press(page, "Zapisz")
    expect(main(page)).to_contain_text("Twoja sesja wygasła. Tego, co napisano, nie stracisz")
    check(page)
    field(page, "Nazwa użytkownika").fill("anna")
    field(page, "Hasło").fill("lawka-pod-kasztanem")
    press(page, "Zaloguj się")
    check(page)
    field(page, "Kod").fill(phone_code("anna"))
    press(page, "Wejdź")
    expect(field(page, "Wstęp")).to_have_value("Pisane godzinę.")
    expect(main(page)).to_contain_text("To niezapisany tekst")
    check(page)
    press(page, "Zapisz")
    expect_told(page, "Zapisano: Wieści.")
    expect(main(page)).not_to_contain_text("niezapisany tekst")


def test_a_copy_is_kept_by_itself_also_of_rich_text(browser_page, office):
    page = browser_page(1280)
    page.clock.install()
    sign_in(page, "anna")
    page.goto(form_of(office))
    page.wait_for_load_state("load")
    page.clock.run_for(1000)
    write(page, "Treść", "Dopisek bez zapisania. ")
    with page.expect_response("**/admin/kopia/"):
        page.clock.run_for(PAUSE)
    expect(page.get_by_role("status")).to_have_text(HOUR)
    check(page)
    assert "Dopisek bez zapisania." in WorkingCopy.objects.get().data["body"][0]

    page.goto(form_of(office))
    expect(main(page)).to_contain_text("Masz niezapisany tekst")
    follow(page, "Wróć do niego")
    expect(page.locator(".ProseMirror")).to_contain_text("Dopisek bez zapisania.")
    press(page, "Odrzuć kopię")
    expect_told(page, "Odrzucono kopię roboczą.")
    expect(page.locator(".ProseMirror")).not_to_contain_text("Dopisek")


def test_without_a_connection_it_says_so_and_tries_again(browser_page, office):
    page = browser_page(1280, allowed=["failed: ", "console: "])
    page.clock.install()
    sign_in(page, "anna")
    page.goto(form_of(office))
    page.wait_for_load_state("load")
    page.clock.run_for(1000)
    page.context.set_offline(True)
    field(page, "Wstęp").fill("W tramwaju.")
    page.clock.run_for(PAUSE)
    expect(page.get_by_role("status")).to_contain_text("Brak połączenia")
    page.context.set_offline(False)
    with page.expect_response("**/admin/kopia/"):
        page.clock.run_for(2 * PAUSE)
    expect(page.get_by_role("status")).to_have_text(HOUR)


def test_put_aside_without_a_script(browser_page, office):
    page = browser_page(360, java_script_enabled=False)
    sign_in(page, "anna")
    page.goto(form_of(office))
    field(page, "Wstęp").fill("Na później.")
    press(page, "Odłóż, nie zapisuj jeszcze")
    expect_told(page, "Odłożono.")
    follow(page, "Wróć do niego")
    expect(field(page, "Wstęp")).to_have_value("Na później.")
