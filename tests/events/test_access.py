"""What one meeting offers: its own answer first, else its venue's, and never a yes of nobody."""

import json
from datetime import date, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from events.access import access_of
from events.models import Event, EventAccess
from tests.factories import NOW, make_event, make_held, make_venue
from venues.access import Source
from venues.models import AccessFact

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 1)


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


def of_venue(venue, key, answer="yes", **fields):
    day = None if answer == "unknown" else DAY
    return AccessFact.objects.create(venue=venue, key=key, answer=answer, checked_on=day, **fields)


def own(event, key, answer="yes", **fields):
    fields = {"checked_on": None if answer == "unknown" else DAY, **fields}
    return EventAccess.objects.create(event=event, key=key, answer=answer, **fields)


def answers(event):
    return {row.key: (row.said, row.source) for row in access_of(event, NOW)}


def opened(client, event):
    response = client.get(event.get_absolute_url())
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").replace("\u00a0", " ").split()).replace(" ,", ",")


## Which answer holds


def test_the_venue_answers_what_the_meeting_does_not():
    venue = make_venue()
    of_venue(venue, "step_free")
    of_venue(venue, "lift", "no")
    event = make_event(venue=venue)
    own(event, "sign_language")
    found = answers(event)
    assert found["step_free"] == ("tak", Source.VENUE)
    assert found["lift"] == ("nie", Source.VENUE)
    assert found["sign_language"] == ("tak", Source.EVENT)
    assert found["captions"] == ("nie wiemy", Source.VENUE)


@pytest.mark.parametrize("answer, said", [("no", "nie"), ("unknown", "nie wiemy")])
def test_the_meetings_own_answer_stands_above_the_venues_yes(answer, said):
    venue = make_venue()
    of_venue(venue, "step_free")
    event = make_event(venue=venue)
    own(event, "step_free", answer, note="tego dnia wejście od podwórza")
    assert answers(event)["step_free"] == (said, Source.EVENT)


def test_a_meeting_with_a_side_door_does_not_quote_the_building():
    palace = make_venue("Pałac")
    of_venue(palace, "step_free", "no")
    event = make_event(venue=make_venue(inside=palace))
    assert {row.source for row in access_of(event, NOW) if row.said == "nie"} == {Source.BUILDING}
    own(event, "step_free")
    assert [row.said for row in access_of(event, NOW) if row.key == "step_free"] == ["tak"]


def test_without_a_venue_only_what_the_meeting_can_answer_is_asked():
    event = make_event()
    assert access_of(event, NOW) == []
    own(event, "sign_language")
    assert set(answers(event)) == set(EventAccess.Key.values)


def test_a_venue_that_visitors_may_not_know_says_nothing():
    venue = make_venue(published_at=None)
    of_venue(venue, "step_free")
    assert access_of(make_event(venue=venue), NOW) == []


## On the page


def test_what_is_certain_stands_next_to_the_date(client):
    venue = make_venue()
    of_venue(venue, "step_free")
    of_venue(venue, "toilet", "no")
    event = make_event(venue=venue)
    own(event, "sign_language")
    soup = opened(client, event)
    facts = words(soup.select_one(".next-more .facts"))
    assert "Bez stopni, PJM" in facts
    assert "toaleta" not in facts
    assert "sprawdzono 1 maja 2026 r." in facts
    assert leads_to_the_section(soup)


def leads_to_the_section(soup):
    link = soup.select_one('.next-more a[href="#dostepnosc"]')
    return bool(link and soup.select_one("#dostepnosc"))


def beside_the_date(client, event):
    soup = opened(client, event)
    assert leads_to_the_section(soup)
    return words(soup.select_one(".next-more .facts"))


def test_answers_of_several_days_say_from_when_to_when(client):
    event = make_event(venue=make_venue())
    own(event, "sign_language")
    own(event, "captions", checked_on=date(2026, 5, 3))
    facts = beside_the_date(client, event)
    assert "PJM, napisy na żywo sprawdzono 1–3 maja 2026 r." in facts


def test_that_nobody_has_checked_is_said_there_too(client):
    facts = beside_the_date(client, make_event(venue=make_venue()))
    assert "Dostępność : jeszcze nie sprawdziliśmy" in facts


def test_what_has_no_short_word_leads_to_the_section(client):
    event = make_event(venue=make_venue())
    own(event, "loop", "no")
    assert "Dostępność : szczegóły niżej" in beside_the_date(client, event)


def test_where_there_is_no_section_nothing_leads_to_it(client):
    soup = opened(client, make_event())
    assert "#dostepnosc" not in str(soup)


def test_that_there_are_steps_is_said_there_too(client):
    venue = make_venue()
    of_venue(venue, "step_free", "no")
    facts = words(opened(client, make_event(venue=venue)).select_one(".next-more .facts"))
    assert "Wejście ma stopnie" in facts


def test_an_answer_of_two_years_ago_is_no_promise_next_to_the_date(client):
    venue = make_venue()
    of_venue(venue, "step_free")
    event = make_event(venue=venue)
    own(event, "loop", checked_on=date(2024, 5, 1))
    AccessFact.objects.update(checked_on=date(2024, 5, 1))
    soup = opened(client, event)
    assert "ez stopni" not in words(soup.select_one(".next-more"))
    assert words(soup.select_one(".access")).count("mogło się zmienić") == 2


def test_the_meetings_own_answers_stand_first_and_say_so(client):
    venue = make_venue()
    of_venue(venue, "step_free")
    event = make_event(venue=venue)
    own(event, "captions", note="na ekranie")
    aside = opened(client, event).select_one(".access")
    titles = [words(title) for title in aside.select("h3")]
    assert titles == ["Na tym spotkaniu", "Dojście i wejście"]
    assert "Napisy na żywo: tak, na ekranie" in words(aside.select_one("li"))


@pytest.mark.parametrize("make", [make_held, lambda **f: make_event(outcome="not_held", **f)])
def test_of_what_is_over_nobody_asks_any_more(client, make):
    event = make(venue=make_venue())
    own(event, "sign_language")
    assert opened(client, event).select_one(".access") is None


def test_machines_are_told_of_the_place_what_the_place_answers(client):
    venue = make_venue()
    of_venue(venue, "step_free")
    of_venue(venue, "loop")
    event = make_event(venue=venue)
    own(event, "loop", "no")
    own(event, "sign_language")
    data = json.loads(opened(client, event).select_one('[type="application/ld+json"]').string)
    features = data["location"]["amenityFeature"]
    assert [(row["name"], row["value"]) for row in features] == [("wejście bez stopni", True)]


## Which meetings certainly offer something


def found(*keys):
    return set(Event.objects.with_access(keys, NOW))


def test_a_list_by_access_holds_what_is_certain_and_each_once():
    yes, no = make_venue(), make_venue()
    of_venue(yes, "step_free")
    of_venue(yes, "toilet")
    of_venue(no, "step_free", "no")
    by_venue, by_itself, neither = (make_event(venue=venue) for venue in (yes, no, no))
    own(by_itself, "step_free")
    own(by_itself, "sign_language")
    assert found("step_free") == {by_venue, by_itself}
    assert found("step_free", "toilet") == {by_venue}
    assert found("sign_language", "step_free") == {by_itself}
    assert Event.objects.with_access(["step_free"], NOW).count() == 2
    assert found() == {by_venue, by_itself, neither}


@pytest.mark.parametrize("answer", ["no", "unknown"])
def test_the_meetings_other_answer_takes_the_venues_yes_away(answer):
    venue = make_venue()
    of_venue(venue, "step_free")
    own(make_event(venue=venue), "step_free", answer)
    assert found("step_free") == set()


def test_a_venue_that_will_be_public_tomorrow_says_nothing_today():
    later = make_venue(published_at=NOW + timedelta(days=1))
    of_venue(later, "step_free")
    make_event(venue=later)
    assert found("step_free") == set()


def test_neither_a_draft_venue_nor_the_building_around_it_makes_a_yes():
    draft, palace = make_venue(published_at=None), make_venue()
    of_venue(draft, "step_free")
    of_venue(palace, "step_free")
    make_event(venue=draft), make_event(venue=make_venue(inside=palace)), make_event()
    assert found("step_free") == set()
