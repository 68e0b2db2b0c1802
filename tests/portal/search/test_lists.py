"""The words of a list find what `/szukaj/` finds, in the list's own order."""

from datetime import timedelta

import pytest

from events.models import Event
from organizations.models import Organization
from portal.kernel import word_filter
from portal.search.query import matching, read
from reports.models import Activity
from tests.factories import NOW, make_activity, make_event, make_organization, make_venue
from venues.models import Venue

pytestmark = pytest.mark.django_db


def names(rows, words):
    return [str(row) for row in word_filter.matching(rows, words, NOW)]


def test_a_list_keeps_its_order():
    for name in ("Łąka razem", "Lublin razem", "Mapa"):
        make_organization(name)
    rows = Organization.objects.public(NOW).in_order()
    assert names(rows, "razem") == ["Lublin razem", "Łąka razem"]


@pytest.mark.parametrize("words", ["spotkan", "spotkania herbata", "hucie", "ławek", "zzz", "her"])
def test_a_list_holds_what_search_holds(words):
    palace = make_venue("Pałac", district=18)
    make_event("Spotkanie przy herbacie", venue=palace)
    make_event("Ławka dialogu")
    found = matching(read(words), NOW).filter(kind="event").values_list("object_id", flat=True)
    narrowed = word_filter.matching(Event.objects.public(NOW), words, NOW)
    assert {event.pk for event in narrowed} == set(found)


def test_the_same_number_of_another_kind_is_not_taken_for_it():
    venue = make_venue("Herbaciarnia")
    Organization(pk=venue.pk, name="Fundacja").save()
    Organization.objects.get().publish(NOW)
    assert names(Organization.objects.public(NOW), "herbaciarnia") == []
    assert names(Venue.objects.public(NOW), "herbaciarnia") == ["Herbaciarnia"]


def test_what_waits_for_its_hour_is_not_found_by_its_words():
    make_organization("Fundacja Jutro", published_at=None)
    waiting = Organization.objects.get()
    waiting.schedule(NOW, NOW + timedelta(hours=1))
    assert names(Organization.objects.all(), "jutro") == []


def test_no_words_leave_the_list_whole_and_signs_alone_find_nothing():
    make_organization("Fundacja")
    assert names(Organization.objects.all(), "  ") == ["Fundacja"]
    assert names(Organization.objects.all(), "„”") == []


def test_a_narrowed_list_can_be_narrowed_counted_and_cut():
    for number in range(3):
        make_organization(f"Koło {number}")
    rows = word_filter.matching(Organization.objects.in_order(), "kolo", NOW)
    assert rows.count() == 3
    assert [row.name for row in rows.exclude(name="Koło 0")[:1]] == ["Koło 1"]
    assert Organization.objects.filter(pk__in=rows.values("pk")).count() == 3


def test_a_model_that_search_does_not_know_is_searched_by_its_own_folded_words():
    make_activity("wizyta w Fundacji Łąka")
    make_activity("posiedzenie")
    assert names(Activity.objects.all(), "łąka") == ["wizyta w Fundacji Łąka"]


def test_without_a_search_the_folded_words_are_looked_through():
    make_organization("Fundacja Ławka")
    make_organization("Fundacja Stół")
    finders = list(word_filter._finders)
    word_filter.forget()
    try:
        assert names(Organization.objects.all(), "LAWKA") == ["Fundacja Ławka"]
        assert names(Organization.objects.all(), "ławki") == []
    finally:
        for finder in finders:
            word_filter.register(finder)
