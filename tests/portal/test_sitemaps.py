"""The map of the site, robots.txt and canonical addresses: what search engines are told."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from portal.models import AccessibilityStatement, OfficeContact, SitePage
from reports.actions import publish_report
from reports.models import Report
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
)
from tests.portal.site import published_report

SITE = "https://ngo.krakow.pl"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def host():
    with override_settings(SITE_URL=SITE):
        yield


@pytest.fixture
def places(client):
    def fetched():
        """{path: lastmod or None}"""
        root = ElementTree.fromstring(client.get("/sitemap.xml").content)
        spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
        found = {}
        for url in root.findall("s:url", spaces):
            place = url.find("s:loc", spaces).text
            assert place.startswith(f"{SITE}/")
            assert place.removeprefix(SITE) not in found
            found[place.removeprefix(SITE)] = url.findtext("s:lastmod", None, spaces)
        return found

    return fetched


def canonical(client, address):
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    links = [link["href"] for link in soup.select("link[rel=canonical]")]
    assert len(links) < 2, address
    return links[0] if links else None


## The map


def test_every_page_worth_finding_is_in_it_and_answers(site, client, places):
    found = places()
    for record in (
        site.organization,
        site.palace,
        site.venue,
        site.series,
        site.upcoming,
        site.held,
        site.invitation,
        site.recap,
        site.report,
    ):
        assert record.get_absolute_url() in found
    assert {"/", "/wydarzenia/", "/cykle/", "/aktualnosci/", "/podsumowania/"} <= set(found)
    assert {"/o-pelnomocniku/", "/kontakt/", "/prywatnosc/", "/deklaracja-dostepnosci/"} <= set(
        found
    )
    for path in found:
        response = client.get(path)
        assert response.status_code == 200, path
        assert b'content="noindex"' not in response.content, path
        assert canonical(client, path) == SITE + path


def test_what_is_not_public_or_made_up_for_show_is_left_out(db, at_noon, places):
    empty = set(places())
    for hidden in ({"published_at": None}, {"published_at": NOW + DAY}, {"is_example": True}):
        series, venue = make_series(**hidden), make_venue(**hidden)
        make_organization(**hidden), make_announcement(**hidden)
        make_event(series=series, edition=1, venue=venue, **hidden)
    withdrawn = make_event()
    withdrawn.withdraw(NOW, "Pomyłka.")
    assert set(places()) == empty


def test_a_record_s_last_change_is_its_own(db, at_noon, places):
    event = make_event(published_at=NOW)
    at_noon.move_to(NOW + DAY)
    assert places()[event.get_absolute_url()] == "2026-05-08T10:00:00Z"
    event.lead = "Przyjdź."
    event.save()
    at_noon.move_to(NOW + 2 * DAY)
    assert places()[event.get_absolute_url()] == "2026-05-09T10:00:00Z"


def test_one_that_waited_for_its_hour_changed_then(db, at_noon, places):
    item = make_announcement(published_at=NOW + DAY)
    at_noon.move_to(NOW + 2 * DAY)
    assert places()[item.get_absolute_url()] == "2026-05-09T10:00:00Z"


def test_an_approved_note_changes_the_event_s_page(db, at_noon, places):
    event = make_held()
    make_note(event, ("about", 40, "people"), approved_at=NOW + DAY)
    assert places()[event.get_absolute_url()] == "2026-05-09T10:00:00Z"


def test_pages_that_show_an_event_change_with_it(db, at_noon, places):
    series, venue, organization = make_series(), make_venue(), make_organization()
    event = make_event(series=series, edition=1, venue=venue)
    make_partnership(event, organization)
    item = make_announcement(events=[event])
    quiet = make_venue()
    at_noon.move_to(NOW + DAY)
    event.lead = "Przyjdź."
    event.save()
    found = places()
    for record in (series, venue, organization, item, event):
        assert found[record.get_absolute_url()] == "2026-05-09T10:00:00Z"
    assert found[quiet.get_absolute_url()] == "2026-05-08T10:00:00Z"


def test_a_report_changed_when_its_newest_version_was_published(db, at_noon, places):
    make_held()
    report = published_report(at=datetime(2026, 4, 2, 9, tzinfo=UTC))
    assert places()[report.get_absolute_url()] == "2026-04-02T09:00:00Z"


def test_a_page_of_the_office_changed_when_somebody_edited_it(db, at_noon, places):
    for model in (SitePage, OfficeContact, AccessibilityStatement):
        model.history.all().delete()  # made before this test's clock was set
    SitePage.objects.get(key="privacy").save()
    at_noon.move_to(NOW + DAY)
    OfficeContact.objects.get().save()
    AccessibilityStatement.objects.get().save()
    found = places()
    assert found["/prywatnosc/"] == "2026-05-08T10:00:00Z"
    assert found["/kontakt/"] == found["/deklaracja-dostepnosci/"] == "2026-05-09T10:00:00Z"
    assert found["/pliki-cookie/"] is None


def test_where_nobody_knows_nothing_is_said(db, at_noon, places):
    event = make_event()
    event.history.all().delete()
    found = places()
    assert found[event.get_absolute_url()] is None
    assert found["/"] is None


def test_it_costs_the_same_with_one_row_and_with_many(db, at_noon, client):
    def add():
        event = make_event(series=make_series(), edition=1, venue=make_venue())
        make_partnership(event, make_organization())
        make_note(make_held(), ("about", 40, "people"))
        make_announcement(events=[event])

    def queries():
        with CaptureQueriesContext(connection) as context:
            client.get("/sitemap.xml")
        return len(context)

    add()
    one = queries()
    add(), add()
    assert queries() == one == 11


def test_it_is_sent_once_to_who_asks_twice(site, client):
    first = client.get("/sitemap.xml")
    assert first["Content-Type"] == "application/xml; charset=utf-8"
    assert client.get("/sitemap.xml", headers={"if-none-match": first["ETag"]}).status_code == 304


def test_robots_are_told_where_it_is(client):
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").content.decode().split("\n")


## Canonical addresses


def test_every_page_names_its_one_address_on_the_site_s_own_host(site, client):
    for address in site.pages():
        found = canonical(client, f"{address}?utm_source=x")
        own = address.replace("wydanie/1/", "")  # the newest version's address is the report's
        assert found == SITE + own, address
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        assert soup.select_one('meta[property="og:url"]')["content"] == found
        for name in ("og:title", "og:description", "og:image:alt"):
            assert soup.select_one(f'meta[property="{name}"]')["content"].strip(), (address, name)
        assert soup.select_one('meta[property="og:image"]')["content"].startswith(SITE)


def test_a_further_page_of_a_list_is_a_page_of_its_own(db, at_noon, client):
    for _ in range(21):
        make_announcement()
    assert canonical(client, "/aktualnosci/?strona=2") == f"{SITE}/aktualnosci/?strona=2"
    assert canonical(client, "/aktualnosci/?strona=1") == f"{SITE}/aktualnosci/"
    assert canonical(client, "/organizacje/?szukaj=lawka") == f"{SITE}/organizacje/"


def test_an_older_version_of_a_report_points_at_the_newest(db, at_noon, client):
    make_held()
    published_report()
    report = Report.objects.get()
    report.lead = "Poprawione."
    report.save()
    publish_report(report=report, by=None, at=NOW, note="Poprawiono wstęp.")
    assert canonical(client, "/podsumowania/2026-03/wydanie/1/") == f"{SITE}/podsumowania/2026-03/"


def test_pages_of_errors_have_no_address_and_are_shared_as_nothing(db, at_noon, client):
    gone = make_event()
    gone.withdraw(NOW, "Pomyłka.")
    for address in ("/nie-ma/", "/aktualnosci/?strona=99", gone.get_absolute_url(), "/?a=%00"):
        response = client.get(address)
        assert response.status_code in {400, 404, 410}
        assert b"canonical" not in response.content, address
        assert b"og:" not in response.content, address
