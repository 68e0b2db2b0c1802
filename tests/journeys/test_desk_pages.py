"""Every page of the desk, as a person who may open it meets it: on a phone and on a screen."""

import pytest

from portal.models import User
from tests.factories import make_user
from tests.journeys.desk import check, sign_in
from tests.portal.desk_site import desk_patterns, make_desk_site

# Answers of the desk that are no pages: files for scripts, and what only a button may ask for.
NO_PAGES = {"jsi18n", "autocomplete", "view_on_site", "when_preview", "logout", "app_list"}


@pytest.fixture
def desk(transactional_db):
    make_user("redakcja", "publikacja", "administracja", username="kierowniczka")
    return make_desk_site()


def pages(desk, client):
    """The addresses that answer with a page to somebody who holds every role."""
    names = [name for name, _ in desk_patterns() if name not in NO_PAGES]
    for address in dict.fromkeys(desk.address(name) for name in names):
        answer = client.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            yield address


def faults(page):
    try:
        check(page, closely=True)
    except AssertionError as found:
        return [str(found)]
    return []


@pytest.mark.drill
def test_every_page_of_the_desk_is_accessible_and_fits_a_phone(browser_page, desk, client):
    client.force_login(User.objects.get(username="kierowniczka"))
    addresses = list(pages(desk, client))
    assert len(addresses) > 40
    page = browser_page(360)
    sign_in(page, "kierowniczka")
    found = []
    for number, address in enumerate(addresses):
        schemes = ("light", "dark") if number % 2 else ("dark", "light")
        page.set_viewport_size({"width": 360, "height": 740})
        page.emulate_media(color_scheme=schemes[0])
        page.goto(address)
        found += faults(page)
        page.set_viewport_size({"width": 1280, "height": 800})
        page.emulate_media(color_scheme=schemes[1])
        found += faults(page)
    assert not found, "\n\n".join(found)
