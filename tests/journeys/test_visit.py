"""A visitor opens every page of the demo in a browser: nothing stays behind, nothing jumps."""

import pytest
from django.test import Client
from django.utils import timezone

from portal.demo.load import load
from tests.crawl import crawl
from tests.journeys.traces import listen, traces

WIDTHS = (360, 1280)


@pytest.fixture
def addresses(transactional_db):
    load(now=timezone.now())
    pages = crawl(Client())
    return [at for at, page in pages.items() if page.status == 200 and page.is_html]


@pytest.mark.drill
def test_a_visit_leaves_no_trace(addresses, browser_page):
    """No cookie, nothing stored, not a word in the console; foreign hosts fail in the fixture."""
    page = browser_page(WIDTHS[1])
    said = listen(page.context)
    found = []
    for number, address in enumerate(addresses):
        page.set_viewport_size({"width": WIDTHS[number % 2], "height": 800})
        page.goto(address)
        found += traces(page)
    assert not found, "\n".join(found)
    assert not said, "\n".join(said)
