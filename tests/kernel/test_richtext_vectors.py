import re

import pytest
from bs4 import BeautifulSoup

from portal.kernel.rich_reading import plain_text
from portal.kernel.richtext import ATTRIBUTES, SCHEMES, TAGS, clean, render
from tests.vectors import CLOSING, VECTORS

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)


def runs_nothing(html):
    """Only the tags, the attributes and the schemes that are known stand in it."""
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        assert tag.name in TAGS, html
        assert set(tag.attrs) <= ATTRIBUTES.get(tag.name, set()), html
        # As a browser reads an address: spaces and controls before it, tabs and ends in it.
        address = re.sub(r"^[\x00-\x20]+|[\t\r\n]", "", tag.get("href", ""))
        scheme = SCHEME.match(address)
        assert scheme is None or scheme[1].lower() in SCHEMES, html
    assert "<!" not in html
    assert "<?" not in html


def test_there_are_more_than_three_hundred_ways():
    assert len(set(VECTORS)) >= 300


@pytest.mark.parametrize("context", ["{}", "<p>{}</p>", '<ul><li title="{}">{}</ul>', "<h2>{}"])
def test_no_way_to_run_a_script_is_stored_or_shown(context):
    for vector in VECTORS:
        hostile = context.format(vector, vector)
        stored = clean(hostile)
        runs_nothing(stored)
        runs_nothing(render(stored))
        runs_nothing(render(hostile))
        assert clean(stored) == stored


def test_all_of_them_together_are_as_harmless():
    for between in ("", " ", CLOSING):
        hostile = between.join(VECTORS)
        stored = clean(hostile)
        runs_nothing(stored)
        runs_nothing(render(hostile))
        assert clean(stored) == stored


def test_a_control_character_that_no_feed_can_hold_is_not_stored():
    for vector in VECTORS:
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", clean(vector))


def test_words_beside_a_script_stay():
    for vector in ("<script>alert(1)</script>", "<svg onload=alert(1)></svg>", "<b onclick=x>"):
        assert plain_text(clean(f"<p>przed {vector} po</p>")) == "przed po"
