"""An announcement from the log-in to its withdrawal; a text that comes back from its history."""

import pytest
from playwright.sync_api import expect

from events.models import Announcement
from tests.factories import make_announcement, make_user
from tests.journeys.desk import (
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


@pytest.fixture
def office(transactional_db):
    return make_user("redakcja", "publikacja", username="publikacja")


@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_published_corrected_and_withdrawn(browser_page, office, width):
    page, visitor = browser_page(width), browser_page(width, allowed=["410: "])
    log_in(page, "publikacja")
    open_list(page, "Aktualności")
    follow(page, "Nowa aktualność")
    field(page, "Rodzaj").select_option(label="wiadomość")
    field(page, "Tytuł").fill("Dyżur przeniesiony na czwartki")
    field(page, "Wstęp").fill("Od czerwca zapraszamy w czwartki od 14.00 do 16.00.")
    write(page, "Treść", "Nie trzeba się zapisywać.")
    let_out(page)
    expect_told(page, "Opublikowano: Dyżur przeniesiony na czwartki.")

    address = Announcement.objects.get().get_absolute_url()
    visitor.goto(address)
    expect(main(visitor)).to_contain_text("w czwartki od 14.00 do 16.00")

    field(page, "Wstęp").fill("Od czerwca zapraszamy w czwartki od 15.00 do 17.00.")
    press(page, "Zapisz")
    expect(main(page)).to_contain_text("Napisz, co się zmieniło")
    check(page)
    field(page, "Co się zmieniło").fill("Poprawiliśmy godziny dyżuru.")
    press(page, "Zapisz")
    visitor.goto(address)
    for words in ("od 15.00 do 17.00", "Poprawiliśmy godziny dyżuru."):
        expect(main(visitor)).to_contain_text(words)
    check(visitor)

    follow(page, "Wycofaj")
    field(page, "Powód").fill("Dyżury zawieszono.")
    press(page, "Wycofaj ze strony")
    visitor.goto(address)
    expect(main(visitor)).to_contain_text("Dyżury zawieszono.")
    expect(main(visitor)).not_to_contain_text("od 15.00 do 17.00")


def test_two_versions_are_compared_and_the_older_comes_back(browser_page, office):
    draft = make_announcement("Pierwszy tytuł", lead="Zdanie pierwsze.", published_at=None)
    page = browser_page(1280)
    sign_in(page, "publikacja")
    page.goto(f"/admin/events/announcement/{draft.pk}/change/")
    field(page, "Wstęp").fill("Zdanie całkiem inne.")
    press(page, "Zapisz")
    follow(page, "Historia")
    check(page)
    press(page, "Porównaj zaznaczone")
    for words in ("pierwsze", "całkiem inne"):
        expect(main(page)).to_contain_text(words)
    check(page)

    page.go_back()
    with page.expect_navigation():
        main(page).get_by_role("listitem").last.get_by_role("link").first.click()
    check(page)
    press(page, "Przywróć tę wersję")
    expect(field(page, "Wstęp")).to_have_value("Zdanie pierwsze.")
    follow(page, "Historia")
    expect(main(page)).to_contain_text("Przywrócono wersję z")
    expect(main(page)).to_contain_text("Zdanie całkiem inne.")
