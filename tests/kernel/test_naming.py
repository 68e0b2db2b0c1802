"""Names are found without Polish letters and listed with them in their places."""

import pytest
from django.db import IntegrityError, transaction

from events.models import Announcement, Event, Series, SeriesAlias
from organizations.models import Alias, Organization
from portal.kernel.naming import Folded
from tests.factories import (
    make_announcement,
    make_event,
    make_organization,
    make_series,
    make_venue,
)
from venues.models import Venue, VenueAlias

pytestmark = pytest.mark.django_db


def test_a_name_keeps_its_folded_copy_and_its_key():
    organization = make_organization("„Ławka” – Łódź 2")
    organization.refresh_from_db()
    assert organization.folded == "lawka - lodz 2"
    assert str(organization) == "„Ławka” – Łódź 2"
    organization.name = "Źródło"
    organization.save()
    organization.refresh_from_db()
    assert organization.folded == "zrodlo"


def test_both_follow_the_name_even_when_only_the_name_is_saved():
    organization = make_organization("Ławka")
    organization.name = "Źródło"
    organization.save(update_fields=["name"])
    organization.refresh_from_db()
    assert organization.folded == "zrodlo"
    assert list(Organization.objects.filter(sort_key__gt="z")) == [organization]


def test_saving_another_field_does_not_undo_somebody_elses_name():
    organization = make_organization("Ławka")
    Organization.objects.filter(pk=organization.pk).update(name="Inna")
    organization.field = "sąsiedztwo"
    organization.save(update_fields=["field"])
    organization.refresh_from_db()
    assert organization.name == "Inna"


RIGHT_ORDER = [
    "3miejsce",
    "12 groszy",
    "Ala",
    "Ąla",
    "Cytryna",
    "Ćma",
    "lampa",
    "Lublin",
    "„Ławka”",
    "Łódź",
    "Osa",
    "Ósmy",
    "Zebra",
    "Źródło",
    "Żak",
]


@pytest.mark.parametrize(
    "model, make",
    [(Organization, make_organization), (Venue, make_venue), (Series, make_series)],
)
def test_lists_stand_in_polish_order(model, make):
    for name in sorted(RIGHT_ORDER, key=len):
        make(name)
    assert [row.name for row in model.objects.in_order()] == RIGHT_ORDER
    assert [row.name for row in model.objects.all()] == RIGHT_ORDER


def test_a_title_and_its_lead_are_both_found():
    make_announcement("Ławka dialogu", lead="Porozmawiaj ze Śródmieściem")
    make_event("Święto Łobzowa", lead="Żonglerzy")
    assert Announcement.objects.filter(folded__contains="srodmiesciem").exists()
    assert Event.objects.filter(folded__contains="zonglerzy").exists()


@pytest.mark.parametrize("same", ["Ławeczka", "ŁAWECZKA", "lawECZka ", "„Ławeczka”"])
def test_one_alias_however_it_is_written_is_kept_once(same):
    owners = (
        (Alias, {"organization": make_organization()}),
        (VenueAlias, {"venue": make_venue()}),
        (SeriesAlias, {"series": make_series()}),
    )
    for model, owner in owners:
        model.objects.create(name="Ławeczka", **owner)
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(name=same, **owner)
        assert str(model.objects.get()) == "Ławeczka"


def test_two_organizations_may_share_an_alias():
    for _ in range(2):
        Alias.objects.create(organization=make_organization(), name="TPD")
    assert Alias.objects.filter(folded="tpd").count() == 2


def test_what_has_no_words_of_its_own_must_say_so():
    with pytest.raises(NotImplementedError):
        Folded.words(None)
