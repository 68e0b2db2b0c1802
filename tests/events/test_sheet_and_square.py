"""The words of the square picture, and who signs the sheet for the old door."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from events.actions import change_event
from events.facts import Facts
from events.models import Event
from events.sheet import sheet_of
from events.square import announcement_square, drawn_square, event_square
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_office_holder,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db


def change(event, **facts):
    before = Facts.of(event)
    for name, value in facts.items():
        setattr(event, name, value)
    change_event(event=event, before=before, by=None, at=NOW, reason="x")
    return Event.objects.for_page().get(pk=event.pk)


def test_what_changed_stands_above_the_words_and_strikes_no_date_out():
    poster = event_square(change(make_event("Herbata"), venue=make_venue("Biblioteka")), NOW)
    assert (poster.status, poster.is_off) == ("Miejsce już znane", False)
    moved = change(make_event("Kawa", venue=make_venue()), venue=make_venue("Biblioteka"))
    poster = event_square(moved, NOW)
    assert (poster.status, poster.is_off) == ("Zmiana miejsca", False)
    assert poster.text.startswith("Zmiana miejsca. ")
    off = change(moved, outcome="cancelled", outcome_reason="x")
    assert (event_square(off, NOW).status, event_square(off, NOW).is_off) == ("Odwołane", True)


@pytest.mark.parametrize("title", ["Herbata", "Bardzo długi tytuł spotkania " * 6, "Ł" * 60])
@pytest.mark.parametrize("when", [make_when(), When.in_month(Month(2026, 6))])
def test_any_words_give_a_small_square_picture(title, when):
    event = make_event(title[:200], when=when, venue=make_venue("Pałac " * 20))
    picture = drawn_square(event_square(event, NOW))
    assert Image.open(BytesIO(picture)).size == (1080, 1080)
    assert len(picture) < 120_000


def test_an_announcement_of_one_event_has_that_events_picture():
    event = make_event("Herbata", series=make_series("Herbata"), edition=2)
    item = make_announcement("Zapraszamy", events=[event])
    assert announcement_square(item, [event], NOW) == event_square(event, NOW)
    assert announcement_square(item, [], NOW).title == "Zapraszamy"


def test_the_proxy_of_that_day_signs_and_nobody_is_made_up():
    event = make_event("Herbata")
    assert sheet_of(event, NOW).signature.holder == ""
    assert "Pełnomocnik Prezydenta Miasta Krakowa" in sheet_of(event, NOW).signature.office.replace(
        "\xa0", " "
    )
    make_office_holder("Dawna Osoba", until=date(2026, 4, 30))
    make_office_holder("Nowa Osoba", since=date(2026, 5, 1))
    assert sheet_of(event, NOW).signature.holder == "Nowa Osoba"


def test_a_venue_that_visitors_may_not_know_yet_gives_no_directions():
    venue = make_venue("Dom", stop="Bagatela", entrance="od podwórza", published_at=None)
    sheet = sheet_of(make_event("Herbata", venue=venue), NOW)
    assert (sheet.place, sheet.way) == ("Dom", ())
