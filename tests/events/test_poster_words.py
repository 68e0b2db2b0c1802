"""Any words on one page of paper, in black and white too; nothing cut, nothing run."""

import json
import re
from io import BytesIO

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from events.models import Event
from events.page import Partner, Role
from events.papers import FOLDER, poster_pdf
from events.placard import named, placard_of
from portal.kernel.typesetting import compiled, told
from tests.events.posters import (  # noqa: F401 -- fixtures
    DATES,
    HOSTILE,
    LONG,
    again,
    at_noon,
    full_event,
    full_of_facts,
    poster,
    read,
    said_on,
    text_of,
    words_of,
)
from tests.factories import (
    NOW,
    make_event,
    make_series,
)
from tests.vectors import VECTORS

pytestmark = pytest.mark.django_db


## Any words


def test_long_words_and_long_titles_are_never_cut():
    event = full_event(LONG, lead="Zdanie, które się nie kończy. " * 10)
    reader = poster(event)
    assert len(reader.pages) == 1
    letters = re.sub(r"\s", "", text_of(reader))
    assert re.sub(r"\s", "", LONG.strip()) in letters
    assert letters.count("Zdanie,któresięniekończy.") == 10


def test_one_word_of_two_hundred_letters_stays_on_the_paper():
    reader = poster(make_event("Ł" * 200))
    assert len(reader.pages) == 1
    assert text_of(reader).count("Ł") == 200


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_that_tries_to_be_markup_stays_text(text):
    event = full_event(text, lead=text, room=text, access_contact=text)
    Event.objects.filter(pk=event.pk).update(place_name=text)
    reader = poster(event)
    assert len(reader.pages) == 1
    found = letters_of(text_of(reader))
    assert "root" not in found
    assert letters_of(text) in found


def letters_of(text):
    return re.sub(r"[^0-9A-Za-ząćęłńóśźżĄĆĘŁŃÓŚŹŻ]", "", text)


def test_emoji_vanish_and_letters_of_other_scripts_are_not_passed_over():
    assert words_of(make_event("Herbata 😀 i kawa 👩🏽\ufe0f")).title == "Herbata i\u00a0kawa"
    assert words_of(make_event("😀😀")).title == "Spotkanie"
    assert "□□" in said_on(make_event("會議"))


def test_what_runs_scripts_on_pages_is_plain_ink_here():
    """A sample of more than three hundred."""
    for text in VECTORS[::60]:
        clean = text.replace("\x00", "").encode("utf-8", "ignore").decode()[:190]
        event = make_event(clean or "x", lead=clean, room=clean[:120], access_contact=clean)
        assert len(poster(event).pages) == 1


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    title=st.integers(1, 25),
    lead=st.integers(0, 300),
    partners=st.integers(0, 30),
    notes=st.integers(0, 300),
    when=st.sampled_from([when for when, _ in DATES]),
)
@example(title=25, lead=300, partners=30, notes=300, when=DATES[9][0])
@example(title=25, lead=300, partners=30, notes=300, when=DATES[4][0])
def test_whatever_is_to_be_said_fits_one_page(title, lead, partners, notes, when):
    event = make_event(("Spotkań " * title)[:200], when=when)
    organizations = [Partner(f"Fundacja {'Ą' * 40} {n}", "", "") for n in range(partners)]
    words = placard_of(again(event), NOW)
    long = "słowo " * 50
    filled = words.__class__(
        **{
            **vars(words),
            "lead": long[:lead],
            "place": ("Centrum Kultury " * 26)[: notes + 1],
            "way": (long[: notes // 2],) * 4,
            "entry_notes": (long[:notes],) * 2,
            "facts": words.facts * 2,
            "roles": tuple(named([Role("wsparcie", organizations)] if organizations else [])),
        }
    )
    reader = read(poster_pdf(filled))
    assert len(reader.pages) == 1
    page = reader.pages[0]
    spots = []
    page.extract_text(visitor_text=lambda text, cm, tm, *_: spots.append((text, cm, tm)))
    for text, cm, tm in spots:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            assert 0 <= x <= 595, text
            assert 0 <= y <= 842, text


## Paper


def shades(event):
    made = compiled(FOLDER / "poster.typ", json.dumps(told(words_of(event))), format="png", ppi=40)
    return Image.open(BytesIO(made)).convert("L")


@pytest.mark.parametrize("emblem", ["table", "bench", "ways"])
def test_it_spares_ink_and_is_legible_in_black_and_white(full, emblem):
    series = make_series("Inny cykl", emblem=emblem)
    grey = shades(full_event(series=series, edition=1))
    histogram = grey.histogram()
    total = sum(histogram)
    assert sum(histogram[:128]) / total < 0.2, "ink"
    # Colours of words and of the band are dark: between ink and paper only edges of letters.
    for colour in ("#0b335e", "#1f4a33", "#7d2d1a", "#9c3a22", "#111820"):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert 0.299 * red + 0.587 * green + 0.114 * blue < 96, colour
    assert sum(histogram[140:235]) / total < 0.06, "no pale grounds"
