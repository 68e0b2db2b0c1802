"""The feed of announcements, read by another parser than the one that wrote it."""

from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from events.actions import change_event
from events.facts import Facts
from events.models.event import Outcome
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import NOW, make_announcement, make_event, make_when

pytestmark = pytest.mark.django_db
ADDRESS = "/aktualnosci/atom.xml"
NAMES = {"a": "http://www.w3.org/2005/Atom"}
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def feed(client):
    def fetched():
        response = client.get(ADDRESS)
        assert response.status_code == 200
        return ElementTree.fromstring(response.content)

    return fetched


def plain(text):
    return text.replace("\u00a0", " ")


def said(element, name):
    return plain(element.find(f"a:{name}", NAMES).text or "")


def entries(root):
    return root.findall("a:entry", NAMES)


def titles(root):
    return [said(row, "title") for row in entries(root)]


def links(element):
    return {link.get("rel"): link.get("href") for link in element.findall("a:link", NAMES)}


## As RFC 4287 wants it


@override_settings(SITE_URL="https://ngo.krakow.pl")
def test_it_has_all_that_a_reader_needs_and_absolute_addresses(feed):
    item = make_announcement("Zapraszamy", lead="Przyjdź.", body="<p>Kawa jest.</p>")
    root = feed()
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    for name in ("id", "title", "updated"):
        assert len(root.findall(f"a:{name}", NAMES)) == 1
    assert root.find("a:author/a:name", NAMES).text.startswith("Pełnomocnik")
    assert links(root) == {
        "self": f"https://ngo.krakow.pl{ADDRESS}",
        "alternate": "https://ngo.krakow.pl/aktualnosci/",
    }
    (row,) = entries(root)
    assert links(row) == {"alternate": f"https://ngo.krakow.pl{item.get_absolute_url()}"}
    assert row.find("a:category", NAMES).get("term") == "zaproszenie"
    assert row.find("a:content", NAMES).get("type") == "html"
    for moment in [said(root, "updated"), said(row, "updated"), said(row, "published")]:
        assert datetime.fromisoformat(moment).utcoffset() == timedelta()


def test_an_id_stays_when_title_address_and_host_change(feed):
    item = make_announcement("Zapraszamy")
    make_announcement("Inne")
    before = {said(row, "title"): said(row, "id") for row in entries(feed())}
    item.title = "Serdecznie zapraszamy"
    item.save()
    with override_settings(SITE_URL="https://nowy.krakow.pl"):
        after = {said(row, "title"): said(row, "id") for row in entries(feed())}
    assert after["Serdecznie zapraszamy"] == before["Zapraszamy"]
    assert after["Inne"] == before["Inne"] != before["Zapraszamy"]
    assert all(found.startswith("urn:uuid:") for found in after.values())


def test_it_is_found_from_the_start_page_and_the_list(client):
    for address in ("/", "/aktualnosci/"):
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        link = soup.select_one('head link[rel=alternate][type="application/atom+xml"]')
        assert link["href"] == ADDRESS, address
    assert soup.select_one(f'main a[href="{ADDRESS}"]')


## What stands in it


def test_the_date_of_its_one_event_stands_at_the_head_of_the_title(feed):
    event = make_event("Herbata")
    make_announcement("Zaproszenie", events=[event])
    assert titles(feed()) == ["13 maja, godz. 14.00 – Zaproszenie"]


@pytest.mark.parametrize(
    "when, title",
    [
        (When.on_day(date(2026, 5, 13)), "13 maja – Zaproszenie"),
        (When.on_day(date(2026, 5, 13), date(2026, 5, 15)), "13–15 maja – Zaproszenie"),
        (make_when(date(2027, 1, 5)), "5 stycznia 2027, godz. 13.00 – Zaproszenie"),
        (When.in_month(Month(2026, 6)), "Zaproszenie"),
    ],
)
def test_as_exactly_as_it_is_known_and_never_invented(feed, when, title):
    make_announcement("Zaproszenie", events=[make_event(when=when)])
    assert titles(feed()) == [title]


def test_no_date_where_there_are_two_events_or_none_that_is_public(feed):
    make_announcement("Dwa", events=[make_event(), make_event()])
    make_announcement("Tajne", events=[make_event(published_at=None)])
    make_announcement("Żadne")
    assert titles(feed()) == ["Żadne", "Tajne", "Dwa"]


def test_what_is_off_or_an_example_says_so_first(feed):
    off = make_event(outcome=Outcome.CANCELLED, outcome_reason="Choroba.")
    make_announcement("Zaproszenie", events=[off])
    make_announcement("Na niby", is_example=True)
    assert titles(feed()) == [
        "Przykład: Na niby",
        "Odwołane: 13 maja, godz. 14.00 – Zaproszenie",
    ]


def test_published_is_the_publication_and_updated_the_last_true_change(feed, clock):
    item = make_announcement("Zapraszamy", published_at=NOW - 3 * DAY)
    (row,) = entries(feed())
    assert said(row, "published") == "2026-05-05T10:00:00Z"
    assert said(row, "updated") == "2026-05-08T10:00:00Z"  # when it was written down here
    clock.move_to(NOW + DAY)
    assert said(entries(feed())[0], "updated") == "2026-05-08T10:00:00Z"
    item.lead = "Poprawione."
    item.save()
    clock.move_to(NOW + 2 * DAY)
    root = feed()
    assert said(entries(root)[0], "updated") == said(root, "updated") == "2026-05-09T10:00:00Z"
    assert said(entries(root)[0], "published") == "2026-05-05T10:00:00Z"


def test_one_that_waited_for_its_hour_was_not_updated_before_it(feed, clock):
    make_announcement("Zapraszamy", published_at=NOW + DAY)
    assert entries(feed()) == []
    clock.move_to(NOW + 2 * DAY)
    (row,) = entries(feed())
    assert said(row, "updated") == said(row, "published") == "2026-05-09T10:00:00Z"


def test_a_change_of_the_event_s_date_is_a_change_of_the_entry(feed, clock):
    event = make_event()
    make_announcement("Zaproszenie", events=[event])
    clock.move_to(NOW + DAY)
    before = Facts.of(event)
    event.when = make_when(date(2026, 5, 20))
    change_event(event=event, before=before, by=None, at=NOW + DAY, reason="Remont.")
    (row,) = entries(feed())
    assert said(row, "title") == "20 maja, godz. 14.00 – Zaproszenie"
    assert said(row, "updated") == "2026-05-09T10:00:00Z"


def test_only_what_is_public_newest_first_and_fifty_at_most(feed):
    make_announcement("Szkic", published_at=None)
    make_announcement("Zaplanowane", published_at=NOW + timedelta(minutes=1))
    for number in range(52):
        make_announcement(f"Wieść {number}", published_at=NOW - number * timedelta(hours=1))
    assert titles(feed()) == [f"Wieść {number}" for number in range(50)]


def test_what_was_withdrawn_vanishes_and_the_feed_says_that_it_changed(client, feed, clock):
    gone = make_announcement("Pomyłka")
    make_announcement("Zostaje")
    old = client.get(ADDRESS)
    clock.move_to(NOW + DAY)
    gone.withdraw(NOW + DAY, "Pomyłka.")
    root = feed()
    assert titles(root) == ["Zostaje"]
    assert said(root, "updated") == "2026-05-09T10:00:00Z"
    again = client.get(ADDRESS, headers={"if-modified-since": old["Last-Modified"]})
    assert again.status_code == 200


## Its text


def content(feed):
    return BeautifulSoup(said(entries(feed())[0], "content"), "html.parser")


@override_settings(SITE_URL="https://ngo.krakow.pl")
def test_the_text_is_the_page_s_with_addresses_that_work_anywhere(feed):
    item = make_announcement(
        lead='Przyjdź "z kubkiem".',
        body='<p>Zobacz <a href="/wydarzenia/?a=1&amp;b=2">listę</a>, '
        '<a href="#dol">dół</a> i <a href="https://example.org/">inną</a>.</p>',
    )
    soup = content(feed)
    assert soup.p.get_text() == "Przyjdź „z kubkiem”."
    assert [a["href"] for a in soup.select("a")] == [
        "https://ngo.krakow.pl/wydarzenia/?a=1&b=2",
        f"https://ngo.krakow.pl{item.get_absolute_url()}#dol",
        "https://example.org/",
    ]


def test_hostile_text_is_text(feed):
    item = make_announcement(
        "]]></title><script>alert(1)</script>\x0b\ufffe & \ud83c\udf89".encode(
            "utf-16", "surrogatepass"
        ).decode("utf-16"),
        lead="<script>alert(2)</script>",
    )
    # Past the sanitiser, as by an import straight into the database.
    type(item).objects.filter(pk=item.pk).update(
        body='<p onclick="x()">a</p><script>alert(3)</script><a href="javascript:x()">b</a>'
    )
    (row,) = entries(feed())
    assert said(row, "title") == "]]></title><script>alert(1)</script> & 🎉"
    soup = content(feed)
    assert not soup.select("script, [onclick]")
    assert "javascript:" not in str(soup)
    assert "<script>alert(2)</script>" in soup.get_text()


## Fetched again and again


def test_it_is_the_same_to_the_byte_and_told_to_be_so(client, clock):
    make_announcement("Zapraszamy", events=[make_event()])
    first = client.get(ADDRESS)
    clock.move_to(NOW + 30 * DAY)
    assert client.get(ADDRESS).content == first.content
    for header, value in (
        ("if-none-match", first["ETag"]),
        ("if-modified-since", first["Last-Modified"]),
    ):
        response = client.get(ADDRESS, headers={header: value})
        assert (response.status_code, response.content) == (304, b""), header
    assert first["Last-Modified"] == "Fri, 08 May 2026 10:00:00 GMT"
    assert first["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert first["X-Robots-Tag"] == "noindex"


def test_a_corrected_date_reaches_who_asks_by_the_date_alone(client, feed, clock):
    event = make_event()
    make_announcement("Zapraszamy", events=[event])
    old = client.get(ADDRESS)
    clock.move_to(NOW + DAY)
    event.when = make_when(date(2026, 5, 14))  # a slip of the pen: nothing is told
    event.save()
    again = client.get(ADDRESS, headers={"if-modified-since": old["Last-Modified"]})
    assert again.status_code == 200
    assert titles(feed()) == ["14 maja, godz. 14.00 – Zapraszamy"]
    assert said(entries(feed())[0], "updated") == "2026-05-08T10:00:00Z"


def test_an_empty_feed_is_a_feed_and_does_not_change_by_being_asked(client, feed, clock):
    first = client.get(ADDRESS).content
    clock.move_to(NOW + DAY)
    assert client.get(ADDRESS).content == first
    assert entries(feed()) == []
    assert said(feed(), "updated")


def test_it_costs_the_same_with_one_and_with_many(client):
    def queries():
        with CaptureQueriesContext(connection) as context:
            client.get(ADDRESS)
        return len(context)

    make_announcement(events=[make_event()])
    one = queries()
    for _ in range(4):
        make_announcement(events=[make_event(), make_event()])
    assert queries() == one == 6


def test_the_moments_are_of_utc_whatever_the_season(feed, clock):
    clock.move_to(datetime(2026, 1, 16, tzinfo=UTC))
    make_announcement(published_at=datetime(2026, 1, 15, 9, 30, tzinfo=UTC))
    assert said(entries(feed())[0], "published") == "2026-01-15T09:30:00Z"
