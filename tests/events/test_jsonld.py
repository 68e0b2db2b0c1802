"""What machines are told of events: JSON-LD and h-event. Nothing that nobody said."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import override_settings

from events.actions import change_event
from events.facts import Facts
from events.models.event import Outcome
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db
SITE = "https://ngo.krakow.pl"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller, override_settings(SITE_URL=SITE):
        yield traveller


@pytest.fixture
def opened(client):
    def page(record):
        response = client.get(record.get_absolute_url())
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return page


@pytest.fixture
def data(opened):
    def of(record):
        scripts = opened(record).select('head script[type="application/ld+json"]')
        assert len(scripts) < 2
        return json.loads(scripts[0].string) if scripts else None

    return of


def moved(event, when, at=NOW):
    before = Facts.of(event)
    event.when = when
    change_event(event=event, before=before, by=None, at=at, reason="Remont sali.")


def off(outcome):
    return {"outcome": outcome, "outcome_reason": "Choroba."}


## An event


def test_an_event_tells_what_is_known(data):
    series = make_series("Ławka dialogu")
    venue = make_venue("Cafe NOWA", address_kind="os.", street="Zgody", number="7")
    event = make_event(
        "Herbata </script>",
        series=series,
        edition=1,
        venue=venue,
        lead="Przyjdź.",
        is_free=True,
        languages="po polsku i ukraińsku",
    )
    found = data(event)
    picture = found.pop("image")
    address = f"{SITE}{event.get_absolute_url()}"
    cycle = f"{SITE}{series.get_absolute_url()}"
    assert picture.startswith(f"{SITE}/wydarzenia/{event.pk}/karta.png?v=")
    assert found == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"urn:uuid:{event.uid}",
        "name": "Herbata </script>",
        "url": address,
        "startDate": "2026-05-13T14:00+02:00",
        "endDate": "2026-05-13T18:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Cafe NOWA",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "os. Zgody 7",
                "addressLocality": "Kraków",
                "addressCountry": "PL",
            },
            "url": f"{SITE}{venue.get_absolute_url()}",
        },
        "description": "Przyjdź.",
        "isAccessibleForFree": True,
        "inLanguage": ["pl", "uk"],
        "superEvent": {
            "@type": "EventSeries",
            "@id": cycle,
            "name": "Ławka dialogu",
            "url": cycle,
        },
    }


def test_and_nothing_that_nobody_said(data):
    found = data(make_event("Herbata"))
    assert set(found) == {
        "@context",
        "@type",
        "@id",
        "name",
        "url",
        "startDate",
        "endDate",
        "eventStatus",
        "image",
    }


@pytest.mark.parametrize("is_free", [True, False])
def test_whether_it_is_free_is_said_only_when_it_is_known(data, is_free):
    assert data(make_event(is_free=is_free))["isAccessibleForFree"] is is_free


@pytest.mark.parametrize(
    "when, dates",
    [
        (make_when(planned_end=True), ("2026-05-13T14:00+02:00", "2026-05-13T18:00+02:00")),
        (When.at_time(datetime(2026, 1, 9, 16, 30, tzinfo=UTC)), ("2026-01-09T17:30+01:00", None)),
        (When.on_day(date(2026, 5, 13)), ("2026-05-13", None)),
        (When.on_day(date(2026, 5, 13), date(2026, 5, 15)), ("2026-05-13", "2026-05-15")),
        # The night when clocks go back: two offsets, nine hours.
        (
            When.at_time(
                datetime(2026, 10, 24, 20, tzinfo=UTC), datetime(2026, 10, 25, 5, tzinfo=UTC)
            ),
            ("2026-10-24T22:00+02:00", "2026-10-25T06:00+01:00"),
        ),
    ],
)
def test_dates_are_as_exact_as_they_are_known_with_their_offset(data, when, dates):
    found = data(make_event(when=when))
    assert (found["startDate"], found.get("endDate")) == dates


@pytest.mark.parametrize("when", [When.in_month(Month(2026, 6)), When.in_part(Month(2026, 6), 1)])
def test_there_is_none_without_a_day(data, when):
    assert data(make_event(when=when)) is None


@pytest.mark.parametrize(
    "outcome, status",
    [
        (Outcome.CANCELLED, "EventCancelled"),
        (Outcome.POSTPONED, "EventPostponed"),
        (Outcome.HELD, "EventScheduled"),
    ],
)
def test_the_status_keeps_the_announced_date(data, outcome, status):
    found = data(make_event(**off(outcome)))
    assert found["eventStatus"] == f"https://schema.org/{status}"
    assert found["startDate"] == "2026-05-13T14:00+02:00"
    assert "previousStartDate" not in found


def test_there_is_none_of_what_did_not_take_place_since_nobody_cancelled_it(data):
    assert data(make_event(**off(Outcome.NOT_HELD))) is None


def test_one_moved_twice_tells_both_earlier_starts(data):
    event = make_event()
    moved(event, make_when(date(2026, 5, 20)))
    assert data(event)["previousStartDate"] == ["2026-05-13T14:00+02:00"]
    moved(event, make_when(date(2026, 6, 3)), NOW + timedelta(hours=1))
    found = data(event)
    assert found["eventStatus"] == "https://schema.org/EventRescheduled"
    assert found["startDate"] == "2026-06-03T14:00+02:00"
    assert found["previousStartDate"] == ["2026-05-13T14:00+02:00", "2026-05-20T14:00+02:00"]


def test_one_moved_there_and_back_is_as_it_was(data):
    event = make_event()
    moved(event, make_when(date(2026, 5, 20)))
    moved(event, make_when(date(2026, 5, 13)), NOW + timedelta(hours=1))
    found = data(event)
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    assert "previousStartDate" not in found


def test_one_that_was_moved_and_then_cancelled_is_cancelled(data):
    event = make_event()
    moved(event, make_when(date(2026, 5, 20)))
    event.outcome, event.outcome_reason = Outcome.CANCELLED, "Choroba."
    event.save()
    found = data(event)
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert "previousStartDate" not in found


def test_a_day_that_was_only_yet_to_be_said_is_no_change_of_date(data):
    event = make_event(when=When.in_month(Month(2026, 6)))
    moved(event, make_when(date(2026, 6, 17)))
    assert data(event)["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_change_that_visitors_are_not_told_of_is_not_told_here(data):
    event = make_event()
    moved(event, make_when(date(2026, 5, 20)))
    event.changes.update(public=False)
    assert data(event)["eventStatus"] == "https://schema.org/EventScheduled"


def test_the_point_is_given_only_when_it_leads_to_the_door(data):
    point = {"latitude": Decimal("50.07"), "longitude": Decimal("20.03")}
    sure = make_event(venue=make_venue(**point, point_precision=10, postal_code="31-949"))
    vague = make_event(venue=make_venue(**point, point_precision=400))
    place = data(sure)["location"]
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 50.07, "longitude": 20.03}
    assert place["address"]["postalCode"] == "31-949"
    assert "geo" not in data(vague)["location"]


def test_a_past_event_keeps_its_address_without_the_new_one_s_point(data, clock):
    point = {"latitude": Decimal("50.07"), "longitude": Decimal("20.03"), "point_precision": 10}
    venue = make_venue(street="Długa", number="5", **point)
    event = make_event(venue=venue)
    clock.move_to(event.ends_at)
    venue.street = "Krótka"
    venue.save()
    place = data(event)["location"]
    assert place["address"]["streetAddress"] == "ul. Długa 5"
    assert "geo" not in place


def test_a_hidden_venue_lends_its_name_and_no_page(data):
    venue = make_venue("Kawiarnia", published_at=None, postal_code="31-949")
    place = data(make_event(venue=venue))["location"]
    assert place["name"] == "Kawiarnia"
    assert "url" not in place
    assert "postalCode" not in place["address"]


def test_organizers_are_those_of_that_role(data):
    event = make_event()
    known = make_organization("Fundacja Znana")
    make_partnership(event, known, "organizer")
    make_partnership(event, make_organization("Bez strony", published_at=None), "co_organizer")
    make_partnership(event, make_organization("Gospodarz"), "host")
    assert data(event)["organizer"] == [
        {
            "@type": "Organization",
            "name": "Fundacja Znana",
            "url": f"{SITE}{known.get_absolute_url()}",
        },
        {"@type": "Organization", "name": "Bez strony"},
    ]


def test_a_cycle_that_is_not_public_is_not_named(data):
    series = make_series("Tajny cykl", published_at=None)
    assert "superEvent" not in data(make_event(series=series, edition=1))


@pytest.mark.parametrize(
    "text, codes",
    [
        ("po polsku", ["pl"]),
        ("Polski, angielski", ["pl", "en"]),
        ("po polsku, z tłumaczeniem na ukraiński", None),
        ("po łemkowsku", None),
    ],
)
def test_a_language_is_named_only_when_every_word_is_understood(data, text, codes):
    assert data(make_event(languages=text)).get("inLanguage") == codes


def test_an_example_says_so_to_machines_too(data):
    assert data(make_event("Herbata", is_example=True))["name"] == "Przykład: Herbata"


## A cycle


def test_a_cycle_tells_its_editions_that_have_a_day_in_order(data):
    series = make_series("Ławka dialogu", lead="Siadamy i rozmawiamy.")
    series.organizers.add(make_organization("Fundacja Tytano"))
    later = make_event("Majowa", series=series, edition=2)
    earlier = make_event("Marcowa", series=series, edition=1, when=make_when(date(2026, 3, 13)))
    make_event("Bez dnia", series=series, edition=3, when=When.in_month(Month(2026, 6)))
    make_event("Szkic", series=series, edition=4, published_at=None)
    found = data(series)
    assert found["@type"] == "EventSeries"
    assert found["description"] == "Siadamy i rozmawiamy."
    assert [row["name"] for row in found["organizer"]] == ["Fundacja Tytano"]
    assert [row["name"] for row in found["subEvent"]] == ["Marcowa", "Majowa"]
    assert [row["url"] for row in found["subEvent"]] == [
        f"{SITE}{event.get_absolute_url()}" for event in (earlier, later)
    ]


def test_of_a_long_cycle_the_nearest_editions_are_told(data):
    series = make_series()
    for number in range(1, 15):
        day = date(2026, 1, 1) + timedelta(days=number)
        make_event(series=series, edition=number, when=make_when(day))
    days = [row["startDate"][:10] for row in data(series)["subEvent"]]
    assert days == [f"2026-01-{day:02}" for day in range(6, 16)]


def test_a_cycle_of_show_is_kept_from_search_engines(opened):
    page = opened(make_series(is_example=True))
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"
    assert opened(make_series()).select_one('meta[name="robots"]') is None


## h-event


def value(element):
    """A property's value, as a parser of microformats reads it."""
    for name in ("datetime", "value", "href"):
        if element.has_attr(name):
            return element[name]
    return " ".join(element.get_text().split())


def properties(root):
    """{class: values} of the h-event itself, without those of what is nested in it."""
    found = {}
    for element in root.find_all(class_=True):
        parents = element.find_parents(class_=["h-card", "h-event"])
        if parents and parents[0] is not root:
            continue
        for name in element["class"]:
            if name.startswith(("p-", "u-", "dt-")):
                found.setdefault(name, []).append(element)
    return found


def test_the_page_of_an_event_is_one_h_event(opened):
    series = make_series("Ławka dialogu")
    venue = make_venue("Cafe NOWA", address_kind="os.", street="Zgody", number="7")
    event = make_event("Herbata", series=series, edition=1, venue=venue, lead="Przyjdź.")
    make_announcement(events=[event])
    (root,) = opened(event).select(".h-event")
    found = properties(root)
    place = found.pop("p-location")
    assert {name: [value(row) for row in rows] for name, rows in found.items()} == {
        "dt-start": ["2026-05-13T14:00+02:00"],
        "dt-end": ["2026-05-13T18:00+02:00"],
        "p-name": ["Herbata"],
        "p-summary": ["Przyjdź."],
        "p-category": ["Ławka dialogu"],
        "u-url": [event.get_absolute_url()],
    }
    assert "h-card" in place[0]["class"]
    inside = {name: value(rows[0]) for name, rows in properties(place[0]).items()}
    assert inside == {
        "p-name": "Cafe NOWA",
        "p-street-address": "os. Zgody 7",
        "p-locality": "Kraków",
    }


def test_an_h_event_invents_no_date_and_no_place(opened):
    (root,) = opened(make_event(when=When.in_month(Month(2026, 6)))).select(".h-event")
    assert set(properties(root)) == {"p-name", "u-url"}
    unknown_end = make_event(when=When.at_time(make_when().starts_at))
    (root,) = opened(unknown_end).select(".h-event")
    assert "dt-end" not in properties(root)


@pytest.mark.parametrize("address", ["/wydarzenia/", "/wydarzenia/archiwum/"])
def test_each_row_of_a_list_is_an_h_event(client, address):
    ahead = make_event("Majowa")
    past = make_event("Marcowa", when=make_when(date(2026, 3, 13)))
    event = past if "archiwum" in address else ahead
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    (root,) = soup.select(".h-event")
    found = properties(root)
    assert value(found["dt-start"][0]) == event.when.iso_start
    assert found["p-name"][0].get_text() == event.title
    assert found["u-url"][0]["href"] == event.get_absolute_url()
