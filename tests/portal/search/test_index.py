"""The list follows every change at once, and never knows more than visitors may."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from events.actions import approve_note
from events.models import Event, EventAccess, ProgrammeItem, SeriesAlias
from organizations.models import Alias
from portal.models import SearchDocument
from portal.search.index import rebuild
from portal.search.query import matching, ranked, read
from reports.actions import publish_report
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
    make_when,
)
from venues.models import AccessFact, VenueAlias

pytestmark = pytest.mark.django_db


def found(words, at=NOW):
    return [row.title for row in ranked(read(words), at)]


def test_a_place_is_found_by_what_it_certainly_has():
    checked = {"checked_on": NOW.date()}
    venue = make_venue("Łaźnia")
    fact = AccessFact.objects.create(venue=venue, key="step_free", answer="yes", **checked)
    assert found("bez stopni") == ["Łaźnia"]
    fact.answer = "no"
    fact.save()
    assert found("bez stopni") == []
    event = make_event("Herbata")
    EventAccess.objects.create(event=event, key="sign_language", answer="yes", **checked)
    assert found("pjm") == found("język migowy") == ["Herbata"]


def test_a_published_record_is_found_at_once_and_a_renamed_one_by_its_new_name_alone():
    organization = make_organization("Fundacja Szarotka")
    assert found("szarotka") == ["Fundacja Szarotka"]
    organization.name = "Fundacja Krokus"
    organization.save()
    assert found("krokus") == ["Fundacja Krokus"]
    assert found("szarotka") == []


MAKERS = [make_organization, make_venue, make_series, make_event, make_announcement]


@pytest.mark.parametrize("make", MAKERS)
def test_drafts_withdrawn_and_discarded_are_not_found(make):
    make("Szarotka jawna")
    make("Szarotka szkic", published_at=None)
    withdrawn = make("Szarotka wycofana")
    withdrawn.withdraw(NOW, "Pomyłka.")
    thrown = make("Szarotka wyrzucona", published_at=None)
    thrown.discard(NOW)
    assert found("szarotka") == ["Szarotka jawna"]


@pytest.mark.parametrize("make", MAKERS)
def test_what_waits_for_its_hour_is_found_from_that_hour_on(make):
    record = make("Szarotka", published_at=None)
    record.schedule(NOW, NOW + timedelta(hours=1))
    assert found("szarotka", NOW + timedelta(minutes=59)) == []
    assert found("szarotka", NOW + timedelta(hours=1)) == ["Szarotka"]


def test_what_was_withdrawn_and_let_out_again_is_found_again():
    event = make_event("Szarotka")
    event.withdraw(NOW, "Pomyłka.")
    event.publish(NOW)
    assert found("szarotka") == ["Szarotka"]


def test_other_names_find_what_they_name_until_they_go():
    organization = make_organization("Fundacja Krokus")
    alias = Alias.objects.create(organization=organization, name="Szarotka")
    assert found("szarotka") == ["Fundacja Krokus"]
    alias.delete()
    assert found("szarotka") == []


def test_an_event_is_found_by_its_cycle_its_place_and_its_partners():
    cycle, venue = make_series("Rozmowy"), make_venue("Dom Sąsiedzki", district=16)
    event = make_event("Wieczór", series=cycle, venue=venue)
    make_partnership(event, make_organization("Fundacja Krokus"), "support")
    ProgrammeItem.objects.create(event=event, title="Warsztat szycia")
    for words in ("rozmowy wieczór", "sąsiedzki wieczór", "krokus wieczór", "szycia wieczór"):
        assert found(words) == ["Wieczór"], words
    SeriesAlias.objects.create(series=cycle, name="Pogaduchy")
    VenueAlias.objects.create(venue=venue, name="Stodoła")
    assert found("pogaduchy wieczór") == ["Wieczór"]
    assert found("stodoła wieczór") == ["Wieczór"]
    assert found("bieńczyce wieczór") == ["Wieczór"]
    assert found("nowa huta wieczór") == ["Wieczór"]


def test_a_renamed_partner_is_found_under_the_new_name_with_its_events():
    partner = make_organization("Fundacja Krokus")
    make_partnership(make_event("Wieczór"), partner, "support")
    partner.name = "Fundacja Szarotka"
    partner.save()
    assert sorted(found("szarotka")) == ["Fundacja Szarotka", "Wieczór"]
    assert found("krokus") == []


def test_what_is_internal_is_not_found():
    held = make_held("Wieczór")
    note = make_note(held, ("exactly", 5, "people"), approved_at=None)
    note.summary, note.internal = "Rozmawiano o szarotkach.", "Krokusy."
    note.save()
    venue = make_venue("Dom", host_contact="Szarotka, recepcja")
    VenueAlias.objects.create(
        venue=make_venue("Ukryte", published_at=None), name="Szarotka robocza"
    )
    assert venue.host_contact
    assert found("szarotka") == found("szarotkach") == found("krokusy") == []


def test_the_approved_note_is_found():
    note = make_note(make_held("Wieczór"), ("exactly", 5, "people"), approved_at=None)
    note.summary = "Rozmawiano o szarotkach."
    note.save()
    assert found("szarotki") == []
    approve_note(note=note, by=None, at=NOW)
    assert found("szarotki") == ["Wieczór"]


def test_a_change_that_is_rolled_back_leaves_no_trace():
    with transaction.atomic():
        make_event("Szarotka")
        assert found("szarotka") == ["Szarotka"]
        transaction.set_rollback(True)
    assert found("szarotka") == []


def test_deleting_a_draft_that_was_never_found_breaks_nothing():
    make_event("Szarotka", published_at=None).delete()
    make_event("Krokus").delete()
    assert SearchDocument.objects.count() == 0


def test_a_rebuild_gives_what_following_gave(site_rows):
    before = documents()
    assert rebuild() == len(before)
    assert documents() == before


@pytest.fixture
def site_rows(site):
    event = make_event("Wieczór", series=site.series, venue=site.venue)
    make_partnership(event, site.organization, "support")
    return site


def documents():
    columns = [f.attname for f in SearchDocument._meta.concrete_fields if f.name != "id"]
    return sorted(SearchDocument.objects.values_list(*columns), key=str)


def test_a_report_is_found_by_what_visitors_read_and_not_by_the_working_copy(site):
    report = site.report
    report.lead = "Szarotki w kwietniu."
    report.save()
    assert found("szarotki") == []
    at = datetime(2026, 5, 8, 11, tzinfo=UTC)
    publish_report(report=report, by=None, at=at, note="Dopisano wstęp.")
    assert found("szarotki") == [report.title]


@pytest.mark.parametrize(
    "words",
    ["", " ", '"', '"--', "* OR NOT", "a:b", "(((", "'", "\\", "\x00", "%", "_", "-", "NEAR", "😀"],
)
def test_signs_that_mean_something_to_databases_are_only_signs(words):
    make_event("Szarotka")
    assert list(matching(read(words), NOW)) == []


def test_a_very_long_query_is_cut_and_answered():
    make_event("Szarotka")
    assert found("szarotka " * 500 + "x" * 5000) == []
    assert found("szarotka " * 500) == ["Szarotka"]


def test_an_event_is_found_by_how_one_gets_in_and_not_by_what_was_put_down_somewhere():
    sign_up = Event.SignUp
    free = make_event("Herbata", sign_up=sign_up.NONE, is_free=True)
    make_event("Kawa", sign_up=sign_up.REQUIRED, is_free=True)
    make_event("Kakao", body="<p>Zapisaliśmy się bez trudu.</p>")
    for words in ("bez zapisów", "herbata bez zapisow", "BEZ\u00a0ZAPISU"):
        assert found(words) == ["Herbata"], words
    assert found("z zapisami") == found("zapisy") == ["Kawa", "Kakao"]
    assert sorted(found("wstęp wolny")) == sorted(found("za darmo")) == ["Herbata", "Kawa"]
    free.outcome, free.outcome_reason = "cancelled", "Choroba."
    free.save()
    assert found("bez zapisów") == []


def test_an_invitation_that_is_over_comes_after_what_lies_ahead():
    venue = make_venue("Dom nad Wisłą")
    past = make_event("Wieczór", when=make_when(NOW.date().replace(month=3)))
    note = make_announcement("Zaproszenie nad Wisłę", events=[past])
    ahead = make_event("Poranek", venue=venue)
    assert found("wisłą") == ["Dom nad Wisłą", "Poranek", "Zaproszenie nad Wisłę"]
    note.events.add(ahead)
    assert found("nad wisłę")[:2] == ["Dom nad Wisłą", "Zaproszenie nad Wisłę"]
    ahead.when = make_when(NOW.date().replace(month=2))
    ahead.save()
    assert found("wisłą")[-1] == "Zaproszenie nad Wisłę"


def test_among_equals_a_title_that_begins_with_the_words_comes_first():
    make_organization("Rada Osiedla")
    make_organization("Klub Rady Osiedla")
    assert found("rada") == found("w radzie osiedla") == ["Rada Osiedla", "Klub Rady Osiedla"]
