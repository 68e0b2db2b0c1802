"""Two venues that turn out to be one."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse

from portal.kernel.links import links_to
from tests.desk import told, words
from tests.factories import NOW, make_activity, make_event, make_held, make_user, make_venue
from tests.factories import make_when as when
from venues.merging import VenueMerging
from venues.models import AccessFact, Venue, VenueAlias

pytestmark = pytest.mark.django_db
MERGING = VenueMerging()


@pytest.fixture
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def kept():
    return make_venue("Centrum C 10", street="Kapelanka", number="56")


@pytest.fixture
def lost():
    return make_venue("Centrum C10", street="Kapelanka", number="56A")


@pytest.fixture
def publisher(client, at_noon):
    client.force_login(make_user("publikacja"))
    return client


def merge(kept, lost, *, values=(), rows=()):
    MERGING.carry_out(kept, lost, values=set(values), rows=set(rows), at=NOW, by=None)
    kept.refresh_from_db()
    lost.refresh_from_db()


def page(kept, lost):
    return f"{reverse('admin:venues_venue_merge', args=[kept.pk])}?z={lost.pk}"


def sent_by(response):
    boxes = BeautifulSoup(response.content, "html.parser").select(
        "form[method=post] input[name]:not([type=submit])"
    )
    chosen = (box for box in boxes if box["type"] != "radio" or box.has_attr("checked"))
    return {box["name"]: box["value"] for box in chosen}


def fact(venue, answer="yes", key="step_free", day=date(2026, 3, 1)):
    checked = day if answer != "unknown" else None
    return AccessFact.objects.create(venue=venue, key=key, answer=answer, checked_on=checked)


def with_links(lost):
    VenueAlias.objects.create(venue=lost, name="Ce dziesięć")
    fact(lost, key="toilet")
    earlier = make_venue("Dawne centrum", published_at=None)
    merge(lost, earlier)
    inner = make_venue("Sala 5", inside=lost)
    return make_event(venue=lost), make_activity(venue=lost), inner, earlier


def test_no_kind_of_link_is_forgotten(kept, lost):
    """A new table that points to a venue must get an example in `with_links`."""
    with_links(lost)
    assert [links.label for links in links_to(Venue) if not links.count(lost)] == []
    merge(kept, lost)
    assert [links.label for links in links_to(Venue) if links.count(lost)] == []


def test_events_activities_and_rooms_move(kept, lost):
    event, activity, inner, _earlier = with_links(lost)
    merge(kept, lost)
    for record in (event, activity, inner):
        record.refresh_from_db()
    assert (event.venue, activity.venue, inner.inside) == (kept, kept, kept)
    names = {alias.name for alias in kept.aliases.all()}
    assert names == {"Dawne centrum", "Ce dziesięć", "Centrum C10"}


def test_events_ahead_take_the_kept_name_and_past_ones_keep_theirs(at_noon, kept, lost):
    ahead = make_event(venue=lost, when=when(date(2026, 6, 1)))
    past = make_held(venue=lost)
    merge(kept, lost)
    for event in (ahead, past):
        event.refresh_from_db()
    assert (ahead.place_name, ahead.place_address) == ("Centrum C 10", "ul. Kapelanka 56")
    assert (past.place_name, past.place_address) == ("Centrum C10", "ul. Kapelanka 56A")


def test_the_old_address_and_calendar_lead_on(client, at_noon, kept, lost):
    merge(kept, lost)
    answers = {
        lost.get_absolute_url(): kept.get_absolute_url(),
        f"/miejsca/{lost.pk}/": kept.get_absolute_url(),
        reverse("events:venue_ics", args=[lost.pk]): reverse("events:venue_ics", args=[kept.pk]),
        f"{reverse('events:calendar_subscribe')}?miejsce={lost.pk}": (
            f"{reverse('events:calendar_subscribe')}?miejsce={kept.pk}"
        ),
    }
    for old, new in answers.items():
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (301, new), old


def test_the_query_goes_along(client, at_noon, kept, lost):
    merge(kept, lost)
    response = client.get(f"{lost.get_absolute_url()}?skad=plakat")
    assert response["Location"] == f"{kept.get_absolute_url()}?skad=plakat"


# What is known of getting in


def test_an_answer_that_only_the_lost_one_had_moves(kept, lost):
    fact(lost)
    merge(kept, lost)
    assert [(row.key, row.answer) for row in kept.access_facts.all()] == [("step_free", "yes")]


def test_what_is_known_stays_beside_what_is_not(publisher, kept, lost):
    fact(kept, "unknown")
    fact(lost, "yes")
    address = page(kept, lost)
    publisher.post(address, sent_by(publisher.get(address)))
    row = kept.access_facts.get()
    assert (row.answer, row.checked_on) == ("yes", date(2026, 3, 1))


def test_of_two_answers_a_person_chooses(publisher, kept, lost):
    fact(kept, "no", day=date(2025, 1, 1))
    theirs = fact(lost, "yes")
    address = page(kept, lost)
    seen = publisher.get(address)
    assert "Dostępność: wejście bez stopni" in words(seen)
    publisher.post(address, {**sent_by(seen), f"row_accessfact_{theirs.pk}": "lost"})
    assert kept.access_facts.get().answer == "yes"


# Values that go together


def test_street_and_number_are_chosen_as_one(publisher, kept, lost):
    address = page(kept, lost)
    seen = publisher.get(address)
    assert "Ul., al., pl., os., Ulica, plac lub osiedle, Numer" in words(seen)
    publisher.post(address, {**sent_by(seen), "field_address_kind": "lost"})
    kept.refresh_from_db()
    assert kept.address == "ul. Kapelanka 56A"


def test_a_point_is_taken_whole(kept, lost):
    Venue.objects.filter(pk=lost.pk).update(latitude="50.04", longitude="19.92", point_precision=5)
    lost.refresh_from_db()
    merge(kept, lost, values=["latitude", "longitude", "point_precision"])
    assert (kept.latitude, kept.point_precision) == (Decimal("50.04"), 5)


# What cannot be


def test_a_room_is_not_its_building(kept, lost):
    room = make_venue("Sala", inside=lost)
    corner = make_venue("Kąt", inside=room)
    for inner, outer in ((corner, lost), (lost, corner)):
        with pytest.raises(ValidationError) as caught:
            merge(inner, outer)
        assert "„Kąt” mieści się w „Centrum C10”" in caught.value.messages[0]


def test_a_circle_that_somebody_made_ends_no_page(publisher, kept, lost):
    Venue.objects.filter(pk=kept.pk).update(inside=make_venue("Inny", inside=kept))
    assert publisher.get(page(kept, lost)).status_code == 200


def test_a_double_click_merges_once(publisher, kept, lost):
    sent = sent_by(publisher.get(page(kept, lost)))
    publisher.post(page(kept, lost), sent)
    assert "To już połączono." in told(publisher.post(page(kept, lost), sent, follow=True))


def test_what_is_public_takes_the_right_to_publish(client, at_noon, kept, lost):
    client.force_login(make_user("redakcja"))
    assert client.get(page(kept, lost)).status_code == 403
    drafts = [make_venue(name, published_at=None) for name in ("Świetlica", "Świetlica 2")]
    client.post(page(*drafts), sent_by(client.get(page(*drafts))))
    drafts[1].refresh_from_db()
    assert drafts[1].merged_into == drafts[0]
