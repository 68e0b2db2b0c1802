"""A resident reads the content that `make run` shows: what is next, what came of the last one."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.demo.load import load
from tests.journeys.axe import assert_accessible
from tests.journeys.desk import follow, main
from tests.journeys.fit import sideways

CYCLE = "Spotkajmy się w 3miejscu"
NEXT = re.compile(rf"^{CYCLE}\b.*godz\. 14\.00")  # the meeting's link says its day, too


@pytest.fixture
def spring(transactional_db):
    load(now=timezone.now())


def check(page):
    """Anybody can read this page, on this screen."""
    assert_accessible(page, practice=True)
    assert not sideways(page)


def open_from(page, words, link):
    """From the entry of a list that holds those words."""
    with page.expect_navigation():
        entry = main(page).get_by_role("listitem").filter(has_text=words).first
        entry.get_by_role("link", name=link).first.click()


def read(page, *sentences):
    for words in sentences:
        expect(main(page)).to_contain_text(words, ignore_case=True)
    check(page)


def expect_answer_at_a_glance(page):
    """What, when, where and „bez zapisów” on the first screen of a small phone."""
    page.set_viewport_size({"width": 360, "height": 640})
    answers = [
        main(page).get_by_text(words) for words in ("14.00–18.00", "Centrum C 10", "bez zap")
    ]
    heading = main(page).get_by_role("heading", level=1)
    expect(heading).to_have_text(CYCLE)
    for seen in (heading, main(page).locator("time"), *answers):
        expect(seen.first).to_be_in_viewport(ratio=1)


def test_a_resident_reads_what_is_next_and_all_behind_it(browser_page, spring):
    """On a phone first, then on a desk; the content is loaded once for both."""
    phone = browser_page(360)
    phone.goto("/")
    expect_answer_at_a_glance(phone)
    for page in (phone, browser_page(1280)):
        walk(page)


def walk(page):
    page.goto("/")
    check(page)
    with page.expect_navigation():
        main(page).get_by_role("link", name=NEXT).first.click()
    read(page, "można wejść w dowolnej chwili", "wstęp wolny")
    page.get_by_role("link", name=CYCLE).first.click()
    read(page, "Jak często")
    open_from(page, "Cafe NOWA Księgarnia", CYCLE)
    read(page, "pierwsza odsłona", "odbyło się")
    follow(page, "Cafe NOWA Księgarnia")
    read(page, "os. Zgody 7")
    main(page).get_by_role("link", name="Faktor Kultura").first.click()
    read(page, "Cafe NOWA Księgarnia")

    page.goto("/wydarzenia/archiwum/")
    read(page, "około 70 organizacji, blisko 100 osób", "terminu nie podano")
    main(page).get_by_role("link", name="Wspólnie do celu II,").first.click()
    read(page, "Co z tego wynikło", "ECHO Miasta")
    page.goto("/aktualnosci/")
    check(page)
    open_from(page, "Blisko 70 organizacji na Kapelance", "Blisko 70")
    check(page)

    page.goto("/podsumowania/")
    check(page)
    page.get_by_role("link", name="Marzec 2026").first.click()
    read(page, "Wspólnie do celu II", "blisko 100")
    page.goto("/podsumowania/2026-01--2026-05/")
    read(page, "Od stycznia do maja 2026", "styczeń")
