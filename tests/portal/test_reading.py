"""What a page is without its look: an outline, a way back, links that make sense alone."""

import json
import re
from itertools import pairwise

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client

from tests.factories import NOW
from tests.portal.site import make_site

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def answers(django_db_setup, django_db_blocker):
    """Each page by its address, as a visitor gets it, and one that is not there. Fetched once."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        found = {address: Client().get(address) for address in [*make_site().pages(), "/nie-ma/"]}
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def pages(answers):
    """The pages that are there, read."""
    return {
        address: BeautifulSoup(answer.content, "html.parser")
        for address, answer in answers.items()
        if answer.status_code == 200
    }


def words(tag):
    """The name that is read aloud: the label, else the text."""
    return " ".join((tag.get("aria-label") or tag.get_text(" ")).split())


def test_headings_make_an_outline_that_skips_no_level(pages):
    for address, page in pages.items():
        levels = [int(tag.name[1]) for tag in page.main.find_all(re.compile("^h[1-6]$"))]
        assert levels.count(1) == 1, address
        # What stands above the heading of an event, „Zmiana miejsca”, has none of its own.
        steps = pairwise(levels)
        assert [step for step in steps if step[1] > step[0] + 1] == [], (address, levels)


def test_a_page_has_its_landmarks_and_each_way_around_has_a_name(pages):
    for address, page in pages.items():
        frame = [tag.name for tag in page.body.find_all(True, recursive=False)]
        assert [name for name in frame if name != "svg"] == ["a", "header", "main", "footer"]
        assert page.select_one('a.skip[href="#tresc"]') == page.body.find("a"), address
        names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in page.select("nav")]
        assert all(names), address
        assert len(names) == len(set(names)), (address, names)


def test_each_page_but_the_first_says_where_it_stands(pages):
    for address, page in pages.items():
        if address == "/":
            continue
        crumbs = page.select(".crumbs li")
        assert words(crumbs[0]) == "Start", address
        assert crumbs[-1].select_one('[aria-current="page"]'), address
        assert [crumb.a for crumb in crumbs[:-1] if not crumb.a] == [], address


def test_a_title_begins_with_what_no_other_page_begins_with(pages):
    """The name of the site comes last: of ten tabs only the beginning is seen."""
    for address, page in pages.items():
        title = " ".join(page.title.get_text().split())
        assert not title.startswith(("Blisko", "Pełnomocnik")), address
        assert title.count("Blisko organizacji, Kraków") == 1, address


def test_links_with_the_same_words_lead_to_the_same_place(pages):
    for address, page in pages.items():
        found = {}
        for link in page.find_all("a", href=True):
            found.setdefault(words(link), set()).add(link["href"])
        assert {name: where for name, where in found.items() if len(where) > 1} == {}, address


def test_no_link_says_only_here_or_more(pages):
    for address, page in pages.items():
        names = {words(link).casefold().rstrip(".…") for link in page.find_all("a")}
        empty = {"", "tu", "tutaj", "więcej", "czytaj dalej", "szczegóły", "link"}
        assert names & empty == set(), address


def test_every_page_names_the_statement_of_accessibility_for_machines(pages, settings):
    """So that the address is found without reading the page (poland.md A2)."""
    for address, page in pages.items():
        [meta] = page.select('meta[name="deklaracja-dostępności"]')
        assert meta["content"] == f"{settings.SITE_URL}/deklaracja-dostepnosci/", address


def test_a_page_is_polish_and_a_part_in_another_tongue_says_which(pages):
    for address, page in pages.items():
        assert page.html["lang"] == "pl", address
        assert all(LANGUAGE.fullmatch(tag["lang"]) for tag in page.select("[lang]")), address


def test_an_image_has_its_size_and_waits_below_the_fold(pages):
    seen = 0
    for address, page in pages.items():
        for image in page.main.find_all("img"):
            seen += 1
            assert min(int(image["width"]), int(image["height"])) > 0, address
            assert (image["loading"], image["decoding"]) == ("lazy", "async"), address
            assert image["alt"], address
    assert seen


def test_paper_says_which_page_it_was(pages, settings):
    for address, page in pages.items():
        said = words(page.select_one(".printed"))
        assert said == f"Adres tej strony: {settings.SITE_URL}{address}"


## Pages fetched while a finger nears their link


def test_pages_of_visitors_name_the_rules(answers, pages):
    for address in pages:
        assert answers[address]["Speculation-Rules"] == '"/speculation-rules.json"', address
    assert "Speculation-Rules" not in answers["/nie-ma/"]


@pytest.mark.parametrize("address", ["/admin/login/", "/kalendarz.ics", "/robots.txt", "/healthz"])
def test_nothing_else_names_them(db, client, address):
    assert "Speculation-Rules" not in client.get(address)


def test_the_rules_are_served_as_what_they_are_and_kept(client):
    answer = client.get("/speculation-rules.json")
    assert answer["Content-Type"] == "application/speculationrules+json"
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert (
        client.get("/speculation-rules.json", headers={"if-none-match": answer["ETag"]}).status_code
        == 304
    )


def test_only_pages_of_ours_are_fetched_ahead_and_none_is_drawn(client):
    rules = json.loads(client.get("/speculation-rules.json").content)
    assert set(rules) == {"prefetch"}
    [rule] = rules["prefetch"]
    assert (rule["source"], rule["eagerness"]) == ("document", "moderate")
    ours, *never = rule["where"]["and"]
    assert ours == {"href_matches": "/*"}
    left_out = [other["not"]["href_matches"] for other in never]
    assert left_out == ["/admin/*", "/w/*", "/media/*", "/static/*", "/*.*", r"/*\?*podglad*"]
