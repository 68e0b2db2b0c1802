"""A visitor opens every link of the site: what each page must have, and none may do."""

import gzip
import re
from collections import defaultdict
from itertools import pairwise
from urllib.parse import urldefrag, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone

from portal.demo.load import load
from portal.stylesheet import joined
from tests.crawl import FILES, crawl, is_inner, words
from tests.portal.site import make_site
from tests.portal.test_stylesheet import CSS, SHEET

# What says nothing to somebody who hears the links of a page read out one after another.
EMPTY_WORDS = {
    "tu", "tutaj", "więcej", "czytaj więcej", "czytaj dalej", "dalej", "zobacz", "zobacz więcej",
    "link", "kliknij", "kliknij tutaj", "szczegóły", "strona", "pobierz", "wróć", "otwórz",
}  # fmt: skip

pytestmark = pytest.mark.django_db


def demo():
    load(now=timezone.now())


@pytest.fixture(scope="module", params=[make_site, pytest.param(demo, marks=pytest.mark.drill)])
def pages(request, django_db_setup, django_db_blocker):
    """A small site or the demo, walked through once for all tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        request.param()
        yield crawl(Client())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def html(pages):
    return {at: page for at, page in pages.items() if page.status == 200 and page.is_html}


@pytest.fixture(scope="module")
def plain(html):
    """Without choices: those are the same page with fewer rows."""
    return {at: page for at, page in html.items() if not urlsplit(at).query}


def test_the_walk_reaches_everything(plain):
    assert len(plain) > 40


def test_no_link_is_dead(pages):
    dead = [f"{p.found_on} → {p.address}: {p.status}" for p in pages.values() if p.status != 200]
    assert not dead, "\n".join(dead)


def test_a_link_to_a_file_that_is_not_opened_here_has_a_view(html):
    for page in html.values():
        for _, link in page.links():
            path = urlsplit(link).path
            if is_inner(link) and path.endswith(FILES):
                try:
                    resolve(path)
                except Resolver404:
                    pytest.fail(f"{page.address} → {link}")


def test_every_fragment_is_there(pages, html):
    missing = []
    for page in html.values():
        for _, link in page.links():
            target, fragment = urldefrag(link)
            there = pages.get(target)
            if fragment and there and there.is_html and fragment not in there.ids:
                missing.append(f"{page.address} → {link}")
    assert not missing, "\n".join(missing)


def test_links_to_other_sites_are_whole_addresses(html):
    outer = {link for page in html.values() for _, link in page.links() if not is_inner(link)}
    for link in outer - {"/admin/"}:
        parts = urlsplit(link)
        if parts.scheme in {"mailto", "tel", "webcal"}:
            assert parts.path or parts.netloc, link
        else:
            assert parts.scheme in {"http", "https"}, link
            assert re.fullmatch(r"[\w.-]+(:\d+)?", parts.netloc), link


def test_nobody_is_given_a_cookie(pages):
    for page in pages.values():
        assert not page.cookies, page.address
        assert "Cookie" not in page.headers.get("Vary", ""), page.address


def test_no_identifier_stands_twice(html):
    for page in html.values():
        assert not [name for name, times in page.ids.items() if times > 1], page.address


## Titles, headings, landmarks


def title_of(page):
    return words(page.soup.title)


def test_every_page_has_a_title_of_its_own_that_begins_with_what_differs(plain):
    titles = defaultdict(set)
    for page in plain.values():
        canonical = page.soup.select_one("link[rel=canonical]")
        titles[title_of(page)].add(canonical["href"] if canonical else page.address)
        assert title_of(page).endswith("– Blisko organizacji, Kraków"), page.address
        assert not title_of(page).startswith(("–", "Blisko organizacji")), page.address
    shared = {title: found for title, found in titles.items() if len(found) > 1}
    # The newest report is its last version, and a version's figure is that of its month.
    versions = {
        title: found
        for title, found in shared.items()
        if len({re.sub(r"/wydanie/\d+", "", address) for address in found}) == 1
    }
    assert shared == versions


def test_a_choice_in_a_list_is_told_in_the_title_or_kept_out_of_indexes(html):
    for page in html.values():
        if urlsplit(page.address).query:
            robots = page.soup.select_one("meta[name=robots][content*=noindex]")
            canonical = page.soup.select_one("link[rel=canonical]")
            assert robots or canonical or "noindex" in page.headers.get("X-Robots-Tag", ""), (
                page.address
            )


def levels(page):
    return [int(heading.name[1]) for heading in page.soup.find_all(re.compile("^h[1-6]$"))]


def test_headings_make_an_outline(html):
    for page in html.values():
        found = levels(page)
        assert found.count(1) == 1, page.address
        # What goes before the h1 (a breadcrumb) holds no heading.
        assert found[0] == 1, (page.address, found)
        assert all(below <= above + 1 for above, below in pairwise(found)), (page.address, found)
        assert all(words(heading) for heading in page.soup.find_all(re.compile("^h[1-6]$")))


def test_every_landmark_stands_once_or_has_a_name_of_its_own(html):
    for page in html.values():
        body = page.soup.body
        assert len(page.soup.find_all("main")) == 1, page.address
        assert len(body.find_all("header", recursive=False)) == 1, page.address
        assert len(body.find_all("footer", recursive=False)) == 1, page.address
        names = [name_of(page, nav) for nav in page.soup.find_all("nav")]
        assert all(names), page.address
        assert len(set(names)) == len(names), (page.address, names)


def name_of(page, element):
    """Its accessible name, as far as these pages need: aria-labelledby, aria-label, its words."""
    if by := element.get("aria-labelledby"):
        return " ".join(words(page.soup.find(id=name)) for name in by.split())
    if label := element.get("aria-label"):
        return label.replace("\u00a0", " ")
    if element.name == "nav":
        return ""
    pictures = [image.get("alt", "") for image in element.find_all("img")]
    return " ".join([words(element), *pictures]).strip()


def test_every_page_is_polish_and_says_so(html):
    for page in html.values():
        assert page.soup.html["lang"] == "pl", page.address


## Links and pictures


def test_every_link_says_where_it_leads(html):
    empty = [
        f"{page.address}: {link}"
        for page in html.values()
        for link, _ in page.links()
        if name_of(page, link).casefold().strip(" →›.:") in EMPTY_WORDS | {""}
    ]
    assert not empty, "\n".join(empty)


def test_links_of_one_name_lead_to_one_place(html):
    double = []
    for page in html.values():
        places = defaultdict(set)
        for link, target in page.links():
            places[name_of(page, link)].add(target)
        double += [f"{page.address} „{n}”: {sorted(t)}" for n, t in places.items() if len(t) > 1]
    assert not double, "\n".join(double)


def test_every_picture_has_its_size_and_its_words(html):
    for page in html.values():
        for image in page.soup.find_all("img"):
            assert image.has_attr("alt"), (page.address, image)
            assert image.get("width", "").isdigit(), (page.address, image)
            assert image.get("height", "").isdigit(), (page.address, image)


def test_every_drawing_is_hidden_or_has_a_name(html):
    for page in html.values():
        for drawing in page.soup.find_all("svg"):
            named = drawing.get("role") == "img" and (
                drawing.get("aria-label") or drawing.get("aria-labelledby")
            )
            hidden = drawing.find_parent(attrs={"aria-hidden": "true"})
            assert drawing.get("aria-hidden") == "true" or named or hidden, page.address


def test_nothing_is_asked_of_another_host(html):
    for page in html.values():
        for element in page.soup.select("[src], [srcset], [data], [poster], [action]"):
            for name in ("src", "srcset", "data", "poster", "action"):
                assert "//" not in element.get(name, ""), (page.address, element)


def test_a_page_and_the_sheet_weigh_at_most_40_kb_over_the_wire(html):
    sheet = len(gzip.compress(joined(SHEET, CSS).encode()))
    heavy = {at: sheet + len(gzip.compress(page.content)) for at, page in html.items()}
    assert {at: weight for at, weight in heavy.items() if weight > 40_000} == {}
