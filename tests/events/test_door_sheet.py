"""The sheet for the old door as PDF."""

from collections import Counter

import pytest

from events import papers
from events.models import Event
from events.sheet import sheet_of
from tests.events.posters import (  # noqa: F401 -- fixtures
    HOSTILE,
    LONG,
    again,
    at_noon,
    change,
    elements,
    full_event,
    full_of_facts,
    read,
    text_of,
)
from tests.factories import (
    NOW,
    make_venue,
)

pytestmark = pytest.mark.django_db


def sheet_text(event):
    return text_of(read(papers.sheet_file(sheet_of(again(event), NOW))))


def test_the_sheet_says_where_it_is_now_on_one_accessible_page(full):
    change(full, venue=make_venue("Biblioteka", street="Rajska", number="12", stop="Bagatela"))
    reader = read(papers.sheet_file(sheet_of(again(full), NOW)))
    text = text_of(reader)
    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/Lang"] in ("pl", "pl-PL")
    assert text.startswith(
        "Spotkanie przeniesione Spotkajmy się w 3miejscu Teraz tutaj: Biblioteka"
    )
    for said in (
        "ul. Rajska 12",
        "sala 005",
        "14.00–18.00 w środę 13 maja 2026 r.",
        "Przystanek: Bagatela",
        "Telefon: 600 000 000",
        f"/w/{full.pk}/1",
        "Anna Przykładowa",
    ):
        assert said in text, said
    assert Counter(kind for kind, _ in elements(reader))["/H1"] == 1


def test_the_sheet_of_what_is_off_names_no_place(full):
    change(full, "Choroba.", outcome="cancelled", outcome_reason="Choroba prowadzącej.")
    text = sheet_text(full)
    assert text.startswith("Spotkanie odwołane")
    assert "Miało się odbyć: w środę 13 maja 2026 r." in text
    assert "Choroba prowadzącej." in text
    assert "Pan Cogito" not in text


@pytest.mark.parametrize("text", [LONG, "Ł" * 120, HOSTILE[0], "😀", "Dom " * 30])
def test_any_words_give_one_page_for_the_door(text):
    event = full_event(text, room=text[:120], day_phone=text[:30])
    Event.objects.filter(pk=event.pk).update(place_name=text * 2, place_address=text)
    assert len(read(papers.sheet_file(sheet_of(again(event), NOW))).pages) == 1


def test_the_headline_on_the_door_is_read_from_three_metres(full):
    """Letters of 60 points and more: some 15 mm."""
    change(full, venue=make_venue("Centrum Aktywności Lokalnej Podgórze, Dom Historii"))
    sizes = {}

    def seen(text, cm, tm, _font, size):
        if text.strip():
            sizes[text.strip()] = size * abs(tm[0] * cm[0])

    page = read(papers.sheet_file(sheet_of(again(full), NOW))).pages[0]
    page.extract_text(visitor_text=seen)
    assert max(sizes.values()) >= 60
