"""No word of a text is lost on its way into a draft, but for the logo and the day above it.

The office's own five texts are read where they are at hand; their words stand nowhere here.
"""

import re
from collections import Counter

import pytest
from django.utils.html import strip_tags

from events.importing.files import folder, read
from events.importing.parts import parts_of
from portal.kernel.names import fold
from tests.events.importing.conftest import FIXTURES, ORIGINALS

LOGO = re.compile(r"\*\*(?:Magiczny|Gdynia) *\n(?:Kraków|Morska)\*\*")
LINK = re.compile(r"\]\([^)]*\)")
DAY = re.compile(r"^(?:\d{4}-\d\d-\d\d|Opublikowano: .*)$", re.MULTILINE)
FRONT = re.compile(r"^(?:tytuł: |data: .*$)", re.MULTILINE)
TEXTS = sorted(path for path in FIXTURES.iterdir() if path.suffix != ".html")

originals = pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the office's own texts are absent")


def words(text):
    return Counter(re.findall(r"\w+", fold(text)))


def written(text):
    """The words that a reader of the source sees."""
    for pattern in (LOGO, LINK, DAY, FRONT):
        text = pattern.sub(" ", text)
    return words(text)


def kept(path):
    found = parts_of(read(path.name, path.read_bytes()))
    body = strip_tags(found.body.replace("<", " <"))
    return words(f"{found.title} {found.lead} {body}")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_word_of_a_text_is_in_its_draft(path):
    assert written(path.read_text()) - kept(path) == {}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_nothing_is_made_up(path):
    made_up = kept(path) - words(path.read_text())
    # A text without a title lends it its first sentence.
    assert made_up == {} or path.name == "bez-tytulu.txt"


@originals
def test_every_word_of_the_office_s_texts_is_in_their_drafts():
    paths = sorted(ORIGINALS.glob("*.txt"))
    assert len(paths) == 5
    for path in paths:
        assert written(path.read_text()) - kept(path) == {}, path.name
        assert kept(path) - words(path.read_text()) == {}, path.name


@originals
def test_the_office_s_texts_have_a_title_a_day_and_a_lead():
    found = [parts_of(source) for source in folder(ORIGINALS)]
    # As poland.md counts their titles, but for a full stop that a title does not have.
    assert [len(row.title) for row in found] == [57, 96, 71, 71, 42]
    days = [f"{row.published_at:%Y-%m-%d}" for row in found]
    assert days == [row.name[:10] for row in found]
    assert all(40 < len(row.lead) <= 600 for row in found)
    assert all("<h3>" not in row.body and "href" not in row.body for row in found)
