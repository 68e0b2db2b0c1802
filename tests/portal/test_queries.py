"""Every list, and every page with a list on it, costs the same with one row and with three."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Commitment, EventAccess, EventChange, Presence, ProgrammeItem
from organizations.models import Alias
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_note,
    make_office_holder,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)
from tests.pictures import make_picture
from tests.portal.statements import make_statement
from venues.models import AccessFact, VenueAlias

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def may(at_noon):
    make_office_holder()


def queries(client, address):
    with CaptureQueriesContext(connection) as context:
        response = client.get(address)
    assert response.status_code == 200, address
    return [query["sql"] for query in context if query["sql"].startswith("SELECT")]


def assert_constant(client, address, add, expected):
    """One row, then three: the same number of queries, and that number."""
    add()
    one = queries(client, address)
    add(), add()
    three = queries(client, address)
    assert len(three) == len(one), "\n".join(three)
    assert len(one) == expected, "\n".join(one)


def full_event(**fields):
    """An event with everything that a card or a row reads, each its own."""
    palace = make_venue("Pałac", district=1)
    fields = {
        "series": make_series(),
        "edition": 1,
        "venue": make_venue(inside=palace, district=None, operator=make_organization()),
        **fields,
    }
    event = make_event(**fields)
    change = {"before": "a", "after": "b", "reason": "c", "sequence": 1, "at": NOW}
    EventChange.objects.create(event=event, kind="place", **change)
    make_partnership(event, make_organization())
    return event


def full_past(**fields):
    event = full_event(when=make_when(date(2026, 4, 14)), outcome="held", **fields)
    make_note(event, ("about", 40, "people"), ("exactly", 3, "organizations"))
    return event


## Lists. The footer's office-holder is one query of each.


def test_home(client):
    full_event()  # the next meeting, so that each further one is of those that follow
    assert_constant(client, "/", full_event, 9)


def test_home_with_nothing_ahead(client):
    assert_constant(client, "/", full_past, 10)


def test_home_s_announcements(client):
    assert_constant(client, "/", make_announcement, 7)


def test_upcoming_events(client):
    def add():
        full_event()
        full_event(when=When.in_month(Month(2026, 6)))

    assert_constant(client, "/wydarzenia/", add, 13)


def test_archive(client):
    assert_constant(client, "/wydarzenia/archiwum/", full_past, 13)


def test_month(client):
    def add():
        full_event()
        full_event(when=When.in_month(Month(2026, 5)))
        full_event(when=When.on_day(date(2026, 5, 20), date(2026, 5, 22)))

    assert_constant(client, "/kalendarz/2026/05/", add, 4)
    assert len(queries(client, "/kalendarz/")) == 5


def test_cycles(client):
    assert_constant(client, "/cykle/", full_event, 5)


def test_a_cycle(client):
    series = make_series()

    def add():
        series.organizers.add(make_organization())
        number = series.events.count()
        full_event(series=series, edition=number + 1)
        full_past(series=series, edition=number + 2)

    assert_constant(client, series.get_absolute_url(), add, 8)


def test_venues(client):
    def add():
        venue = make_venue(inside=make_venue("Pałac"), operator=make_organization())
        AccessFact.objects.create(venue=venue, key="toilet")

    assert_constant(client, "/miejsca/", add, 5)


def test_a_venue(client):
    venue = make_venue(inside=make_venue("Pałac"), operator=make_organization())
    keys = iter(AccessFact.Key.values)

    def add():
        key = next(keys)
        AccessFact.objects.create(venue=venue, key=key)
        AccessFact.objects.create(venue=venue.inside, key=key)
        VenueAlias.objects.create(venue=venue, name=f"Inna {venue.aliases.count()}")
        make_venue(inside=venue)
        full_event(venue=venue)
        full_past(venue=venue)

    assert_constant(client, venue.get_absolute_url(), add, 10)


def test_organizations(client):
    def add():
        organization = make_organization("Fundacja Ławka")
        Alias.objects.create(organization=organization, name="Ławeczka")

    assert_constant(client, "/organizacje/", add, 6)
    assert_constant(client, "/organizacje/?szukaj=lawka&rodzaj=pozarzadowe", add, 6)


def test_an_organization(client):
    organization = make_organization()

    def add():
        Alias.objects.create(organization=organization, name=f"A{organization.aliases.count()}")
        make_venue(operator=organization)
        make_series().organizers.add(organization)
        for event in (full_event(), full_past()):
            make_partnership(event, organization)
            make_partnership(event, organization, "organizer")

    assert_constant(client, organization.get_absolute_url(), add, 12)


def test_announcements(client):
    def add():
        make_announcement(events=[full_event()])

    assert_constant(client, "/aktualnosci/", add, 5)


def test_an_announcement(client):
    announcement = make_announcement()

    def add():
        announcement.events.add(full_event(), full_past())

    assert_constant(client, announcement.get_absolute_url(), add, 5)


## The event's own page


def grow(event):
    """One more of everything that hangs on an event."""
    number = event.programme.count() + 1
    make_partnership(event, make_organization())
    ProgrammeItem.objects.create(
        event=event, title=f"Punkt {number}", starts=time(12, number), performer=make_organization()
    )
    EventChange.objects.create(
        event=event, kind="date", before="a", after="b", reason="c", sequence=number, at=NOW
    )
    make_announcement(events=[event])
    make_announcement(events=[event], kind="recap")
    make_picture(event)
    AccessFact.objects.create(venue=event.venue, key=AccessFact.Key.values[number])
    AccessFact.objects.create(venue=event.venue.inside, key=AccessFact.Key.values[number])
    EventAccess.objects.create(event=event, key=EventAccess.Key.values[number])
    day = date(2026, 4, 1) + timedelta(days=number)
    for when, outcome in ((make_when(day), "held"), (make_when(date(2026, 6, number)), "expected")):
        edition = 100 + event.series.events.count()
        make_event(series=event.series, edition=edition, when=when, outcome=outcome)


def test_an_event_ahead(client):
    event = full_event()
    assert_constant(client, event.get_absolute_url(), lambda: grow(event), 14)


def test_the_poster_of_an_event(client):
    event = full_event()
    assert_constant(client, f"/wydarzenia/{event.pk}/plakat.pdf", lambda: grow(event), 10)


def test_an_event_past(client):
    event = full_past()
    note = event.note

    def add():
        grow(event)
        Presence.objects.create(note=note, organization=make_organization(), public=True)
        Commitment.objects.create(note=note, text="Lista", owner="biuro", public=True)

    assert_constant(client, event.get_absolute_url(), add, 14)


def test_a_page_that_is_only_moved_or_missing_asks_little(client):
    event = full_event()
    with CaptureQueriesContext(connection) as context:
        assert client.get(f"/wydarzenia/{event.pk}/dawna-nazwa/").status_code == 301
    assert len(context) <= 10
    with CaptureQueriesContext(connection) as context:
        assert client.get("/wydarzenia/999999/").status_code == 404
    assert len(context) <= 3


def test_search(client):
    def add():
        make_event("Szarotka")
        make_organization("Fundacja Szarotka")

    assert_constant(client, "/szukaj/?q=szarotka", add, 4)


@pytest.mark.parametrize(
    "address, expected",
    [
        ("/o-pelnomocniku/", 3),
        ("/o-pelnomocniku/latwe-do-czytania/", 3),
        ("/prywatnosc/", 2),
        ("/pliki-cookie/", 2),
        ("/ponowne-wykorzystywanie/", 3),
        ("/kontakt/", 2),
    ],
)
def test_a_page_of_the_office(client, address, expected):
    assert_constant(client, address, full_event, expected)


def test_the_accessibility_statement(client):
    """Its row, the office-holder and the office's contact, whatever it says."""
    assert len(queries(client, "/deklaracja-dostepnosci/")) <= 3
    make_statement()
    assert len(queries(client, "/deklaracja-dostepnosci/")) <= 3
