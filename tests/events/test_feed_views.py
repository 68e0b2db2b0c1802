"""Feeds as clients fetch them, and the page that explains how to subscribe."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Event, EventChange
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.calendars import entries, logical, only
from tests.factories import (
    NOW,
    make_event,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def titles(response):
    assert response.status_code == 200
    return [entry.summary.value for entry in entries(response.content)]


def feed_of(record, folder):
    return f"/{folder}/{getattr(record, 'slug' if folder == 'cykle' else 'pk')}.ics"


## Which events are where


def test_each_feed_holds_its_own_events(client):
    series, venue, organization = make_series(), make_venue(), make_organization()
    make_event("Cyklu", series=series, when=make_when(date(2026, 5, 11)))
    make_event("Miejsca", venue=venue, when=make_when(date(2026, 5, 12)))
    shared = make_event("Organizacji", when=make_when(date(2026, 5, 13)))
    make_partnership(shared, organization, "host")
    make_partnership(shared, organization, "support")
    make_event("Bez dnia", series=series, when=When.in_month(Month(2026, 6)))
    assert titles(client.get("/kalendarz.ics")) == ["Cyklu", "Miejsca", "Organizacji"]
    assert titles(client.get(f"/cykle/{series.slug}.ics")) == ["Cyklu"]
    assert titles(client.get(f"/miejsca/{venue.pk}.ics")) == ["Miejsca"]
    assert titles(client.get(f"/organizacje/{organization.pk}.ics")) == ["Organizacji"]


def test_two_venues_of_one_name_have_two_feeds_that_tell_them_apart(client):
    for street in ("Długa", "Krótka"):
        make_event(f"Na {street}", venue=make_venue("Kawiarnia", street=street))
    found = Event.objects.order_by("pk")
    bodies = [client.get(f"/miejsca/{event.venue_id}.ics") for event in found]
    assert [titles(body) for body in bodies] == [["Na Długa"], ["Na Krótka"]]
    names = [logical(body.content)[5] for body in bodies]
    assert names == [
        rf"NAME:Kawiarnia\, ul. {street} 5 – spotkania" for street in ("Długa", "Krótka")
    ]


def test_one_event_is_a_file_of_its_name(client):
    event = make_event("Ławka dialogu")
    response = client.get(f"/wydarzenia/{event.pk}/lawka-dialogu.ics")
    assert titles(response) == ["Ławka dialogu"]
    assert response["Content-Disposition"] == 'attachment; filename="lawka-dialogu.ics"'


def test_an_event_renamed_keeps_every_old_address_and_its_uid(client):
    event = make_event("Hrebata", series=make_series("Cykl"), venue=make_venue("Kaffka"))
    old = f"/wydarzenia/{event.pk}/hrebata.ics"
    feeds = ["/kalendarz.ics", f"/cykle/{event.series.slug}.ics", f"/miejsca/{event.venue.pk}.ics"]
    uids = {only(client.get(path).content).uid.value for path in [old, *feeds]}
    event.title, event.series.name, event.venue.name = "Herbata", "Inny cykl", "Inna"
    for record in (event, event.series, event.venue):
        record.save()
    moved = client.get(f"{old}?od=plakat")
    assert moved.status_code == 301
    assert moved["Location"] == f"/wydarzenia/{event.pk}/herbata.ics?od=plakat"
    assert {only(client.get(path, follow=True).content).uid.value for path in [old, *feeds]} == uids


def test_an_event_without_a_day_says_that_there_is_no_file_yet(client):
    event = make_event("Czerwcowe", when=When.in_month(Month(2026, 6)))
    response = client.get(f"/wydarzenia/{event.pk}/czerwcowe.ics")
    assert response.status_code == 404
    assert "nie ma jeszcze dnia" in response.content.decode()


@pytest.mark.parametrize("folder, make", [
    ("cykle", make_series), ("miejsca", make_venue), ("organizacje", make_organization),
])  # fmt: skip
def test_a_feed_of_what_is_not_public_is_missing_and_of_what_was_is_gone(client, folder, make):
    for published_at in (None, NOW + HOUR):
        assert client.get(feed_of(make(published_at=published_at), folder)).status_code == 404
    gone = make("Dawna nazwa")
    assert client.get(feed_of(gone, folder)).status_code == 200
    gone.withdraw(NOW, "Połączono z innym wpisem.")
    response = client.get(feed_of(gone, folder))
    assert response.status_code == 410
    assert "Połączono z innym wpisem." in response.content.decode()
    assert client.get(f"/{folder}/999999.ics").status_code == 404


def test_so_is_the_file_of_an_event(client):
    draft, gone = make_event("Szkic", published_at=None), make_event("Dawne")
    gone.withdraw(NOW, "Pomyłka.")
    assert client.get(f"/wydarzenia/{draft.pk}/szkic.ics").status_code == 404
    assert client.get(f"/wydarzenia/{gone.pk}/dawne.ics").status_code == 410
    assert client.get("/wydarzenia/999999/x.ics").status_code == 404


## HTTP


def every_feed(event):
    organization = make_organization()
    make_partnership(event, organization)
    return [
        "/kalendarz.ics",
        f"/wydarzenia/{event.pk}/{event.slug}.ics",
        f"/cykle/{event.series.slug}.ics",
        f"/miejsca/{event.venue.pk}.ics",
        f"/organizacje/{organization.pk}.ics",
    ]


@pytest.fixture
def feeds():
    return every_feed(make_event("Herbata", series=make_series(), venue=make_venue()))


def test_every_feed_is_a_calendar_for_machines_that_stays_the_same(client, clock, feeds):
    for path in feeds:
        clock.move_to(NOW)
        first = client.get(path)
        assert first["Content-Type"] == "text/calendar; charset=utf-8"
        assert first["X-Robots-Tag"] == "noindex"
        assert first["Cache-Control"] == "public, max-age=0"
        assert first["Last-Modified"] == "Fri, 08 May 2026 10:00:00 GMT"
        assert not first.cookies
        assert f"SOURCE;VALUE=URI:http://127.0.0.1:8000{path}" in logical(first.content)
        clock.move_to(NOW + timedelta(days=3))
        again = client.get(path)
        assert (again.content, again["ETag"]) == (first.content, first["ETag"]), path


def test_who_has_it_is_told_so_by_either_header(client, feeds):
    for path in feeds:
        first = client.get(path)
        for header in ("ETag", "Last-Modified"):
            asked = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}[header]
            response = client.get(path, headers={asked: first[header]})
            assert (response.status_code, response.content) == (304, b""), (path, header)
            assert response["ETag"] == first["ETag"]


def test_head_says_the_same_without_the_calendar(client, feeds):
    for path in feeds:
        full, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (200, b"")
        assert [head[name] for name in ("ETag", "Last-Modified", "Content-Length")] == [
            full[name] for name in ("ETag", "Last-Modified", "Content-Length")
        ]


def withdraw(event):
    event.withdraw(NOW + HOUR, "Pomyłka.")


def call_off(event):
    event.outcome, event.outcome_reason = "cancelled", "Choroba."
    event.save()


def leave(event):
    event.series = event.venue = None
    event.save()
    event.partnerships.all().delete()


def lose_its_day(event):
    event.when = When.in_month(Month(2026, 6))
    event.save()


def rename_all(event):
    for record in (event.series, event.venue, event.organizations.get()):
        record.name += " po zmianie"
        record.save()


@pytest.mark.parametrize("act", [withdraw, call_off, leave, lose_its_day, rename_all])
def test_a_change_reaches_whoever_asks_by_either_header(client, clock, feeds, act):
    event = Event.objects.get()
    before = {path: client.get(path) for path in feeds if not path.startswith("/wydarzenia/")}
    clock.move_to(NOW + HOUR)
    act(event)
    clock.move_to(NOW + 2 * HOUR)
    for path, first in before.items():
        now = client.get(path)
        if now.content == first.content:  # a cycle's name is nothing to another cycle's feed
            continue
        by_etag = client.get(path, headers={"If-None-Match": first["ETag"]})
        by_date = client.get(path, headers={"If-Modified-Since": first["Last-Modified"]})
        assert (by_etag.status_code, by_date.status_code) == (200, 200), path
    own = [path for path in before if path != "/kalendarz.ics"]
    assert all(client.get(path).content != before[path].content for path in own)


def test_an_old_copy_does_not_pass_for_the_withdrawn(client, clock):
    event = make_event("Herbata")
    path = f"/wydarzenia/{event.pk}/herbata.ics"
    first = client.get(path)
    event.withdraw(NOW, "Pomyłka.")
    response = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert response.status_code == 410


def test_a_feed_costs_the_same_with_one_event_three_and_thirty(client):
    series, venue, organization = make_series(), make_venue(), make_organization()
    palace = make_venue("Pałac")
    paths = ["/kalendarz.ics", f"/cykle/{series.slug}.ics", f"/miejsca/{venue.pk}.ics",
             f"/organizacje/{organization.pk}.ics"]  # fmt: skip

    def add(number):
        for _ in range(number):
            inner = make_venue(inside=palace, street="")
            for event in (make_event(series=series, venue=venue), make_event(venue=inner)):
                make_partnership(event, organization)
                EventChange.objects.create(
                    event=event, kind="place", before="a", after="b", reason="c", sequence=1, at=NOW
                )

    counts = []
    for more in (1, 2, 27):
        add(more)
        counts.append([queries(client, path) for path in paths])
    assert counts[0] == counts[1] == counts[2]
    assert max(counts[0]) <= 6


def queries(client, path):
    with CaptureQueriesContext(connection) as context:
        assert client.get(path).status_code == 200
    return len(context)


## The page


def page(client, query=""):
    response = client.get(f"/kalendarz/subskrypcja/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").replace("\u00a0", " ").split())


def test_the_page_gives_the_address_in_three_forms(client, settings):
    settings.SITE_URL = "https://blisko.example"
    first = page(client).select_one("section.channel")
    assert words(first.code) == "https://blisko.example/kalendarz.ics"
    webcal, google = (link["href"] for link in first.select("a.button"))
    assert webcal == "webcal://blisko.example/kalendarz.ics"
    parts = urlsplit(google)
    assert (parts.scheme, parts.netloc, parts.path) == (
        "https", "calendar.google.com", "/calendar/r",
    )  # fmt: skip
    assert parse_qs(parts.query) == {"cid": [webcal]}


def test_it_explains_every_device_and_how_late_changes_come(client):
    soup = page(client)
    headings = {words(heading) for heading in soup.select("h3")}
    assert {"iPhone, iPad, Mac", "Android", "Kalendarz Google na komputerze", "Outlook"} <= headings
    rows = {words(row.th): words(row.td) for row in soup.select("tbody tr")}
    assert "8–24 godzinach" in rows["Kalendarz Google, także na Androidzie"]
    assert "Zanim wyjdziesz z domu, otwórz stronę wydarzenia" in words(soup.main)
    assert not soup.select("script")


def test_it_lists_every_public_cycle_and_no_other(client):
    make_series("Łąka"), make_series("Lipa"), make_series("Szkic", published_at=None)
    make_series("Dawny").withdraw(NOW, "Pomyłka.")
    listed = page(client).select("li.channel")
    assert [words(row.h3) for row in listed] == ["Lipa", "Łąka"]
    for row in listed:
        assert client.get(urlsplit(words(row.code)).path).status_code == 200


@pytest.mark.parametrize("key, make", [
    ("cykl", make_series), ("miejsce", make_venue), ("organizacja", make_organization),
])  # fmt: skip
def test_who_comes_from_a_page_is_given_that_page_s_calendar_first(client, key, make):
    record = make()
    href = BeautifulSoup(seen(client, record), "html.parser").select_one("a.subscribe")["href"]
    soup = page(client, href.partition("/subskrypcja/")[2])
    first = soup.select_one("section.channel")
    assert record.name in words(first.h2)
    assert client.get(urlsplit(words(first.code)).path).status_code == 200
    assert first.find("a", href=record.get_absolute_url())
    assert "Wszystkie spotkania" in [words(row.h3) for row in soup.select("li.channel")]
    record.withdraw(NOW, "Pomyłka.")
    assert client.get(href).status_code == 410


def seen(client, record):
    """Its page, with an event that its calendar holds."""
    if record._meta.model_name == "organization":
        make_partnership(make_event(), record)
    return client.get(record.get_absolute_url()).content


@pytest.mark.parametrize("query", ["cykl=nie-ma", "miejsce=x", "miejsce=99999999999999999999",
                                   "organizacja=-1", "organizacja=²"])  # fmt: skip
def test_a_calendar_that_is_not_there_is_missing(client, query):
    assert client.get(f"/kalendarz/subskrypcja/?{query}").status_code == 404


@pytest.mark.parametrize(
    "address", ["/wydarzenia/", "/kalendarz/", "/kalendarz/2026/05/", "/wydarzenia/archiwum/"]
)
def test_lists_lead_to_it(client, address):
    make_event()
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    expected = [] if "archiwum" in address else ["/kalendarz/subskrypcja/"]
    assert [link["href"] for link in soup.select("a.subscribe")] == expected
