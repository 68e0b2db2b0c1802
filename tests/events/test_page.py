"""All that one event's page says, before it is drawn."""

from datetime import date, timedelta

import pytest

from events.actions import approve_note
from events.models import Commitment, Event, EventChange, Presence
from events.models.event import Outcome
from events.page import event_page
from portal.kernel.months import Month
from portal.kernel.when import When
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
from venues.models import AccessFact

pytestmark = pytest.mark.django_db
END = make_when().ends_at


def page(event, at=NOW):
    return event_page(Event.objects.for_page().get(pk=event.pk), at)


def facts(found):
    """{term: the fact's lines as text}."""
    return {
        fact.term: " | ".join(line.lead + line.text for line in fact.lines).replace("\u00a0", " ")
        for fact in found
    }


## Facts first


def test_when_where_and_whether_one_may_walk_in():
    venue = make_venue("Cafe NOWA", address_kind="os.", street="Zgody", number="7", district=18)
    event = make_event(
        venue=venue, room="sala 5", when=make_when(drop_in=True), sign_up="none", is_free=True
    )
    found = facts(page(event).facts)
    assert found == {
        "Kiedy": "14.00–18.00, można wejść w dowolnej chwili | "
        "Odbędzie się w środę 13 maja 2026 r.",
        "Gdzie": "Cafe NOWA, os. Zgody 7, sala 5, Nowa Huta | Pokaż na mapie (OpenStreetMap)",
        "Wstęp": "Wstęp wolny, bez zapisów",
        "Dostępność": "Dostępność: jeszcze nie sprawdziliśmy",
    }
    assert page(event).facts[1].lines[0].url == venue.get_absolute_url()


@pytest.mark.parametrize(
    "fields, said",
    [
        ({"is_free": True, "sign_up": "none"}, "Wstęp wolny, bez zapisów"),
        ({"is_free": True, "sign_up": "required"}, "Wstęp wolny, trzeba się zapisać"),
        ({"is_free": False, "sign_up": "unknown"}, "Wstęp płatny"),
        ({"is_free": None, "sign_up": "none"}, "Bez zapisów"),
        ({"is_free": None, "sign_up": "unknown"}, "zasady wstępu podamy wkrótce"),
        (
            {"sign_up": "required", "sign_up_details": "Telefonicznie, 20 miejsc."},
            "Trzeba się zapisać. Telefonicznie, 20 miejsc.",
        ),
    ],
)
def test_admission_is_said_as_far_as_it_is_known(fields, said):
    assert facts(page(make_event(**fields)).facts)["Wstęp"] == said


@pytest.mark.parametrize("outcome", [o for o in Outcome if o != Outcome.EXPECTED])
def test_nobody_is_told_how_to_get_in_once_it_is_settled(outcome):
    event = make_event(outcome=outcome, outcome_reason="Choroba.", is_free=True)
    assert "Wstęp" not in facts(page(event).facts)
    assert "Wstęp" not in facts(page(make_event(is_free=True), END).facts)


def test_a_place_nobody_wrote_down_is_not_promised_afterwards():
    event = make_event()
    assert facts(page(event).facts)["Gdzie"] == "miejsce podamy wkrótce"
    assert "wkrótce" not in str(facts(page(event, END).facts))


def test_a_coarse_date_says_that_the_day_will_come_only_while_it_may():
    event = make_event(when=When.in_month(Month(2026, 5)), venue=make_venue())
    assert facts(page(event).facts)["Kiedy"] == ("Planowane w maju 2026 r. | Dzień podamy wkrótce.")
    event = make_held(month=Month(2026, 5))
    assert facts(page(event).facts)["Kiedy"] == "Odbyło się w maju 2026 r."


def test_what_is_off_says_why_beside_the_date():
    event = make_event(outcome="cancelled", outcome_reason="Awaria ogrzewania.")
    assert facts(page(event).facts)["Kiedy"] == (
        "Miało się odbyć w środę 13 maja 2026 r. w godz. 14.00–18.00. | Awaria ogrzewania."
    )


def test_quieter_facts_are_told_where_somebody_wrote_them():
    event = make_event(
        venue=make_venue(entrance="od podwórza", stop="Rondo"),
        audience="wszyscy",
        languages="po polsku i ukraińsku",
        date_reason="To Dzień Sąsiada.",
        access_contact="telefon do wt. 5 maja",
        day_phone="12 000 00 00",
    )
    before, after = facts(page(event).more), facts(page(event, END).more)
    assert before["Którędy wejść"] == "od podwórza"
    assert set(before) - set(after) == {"Potrzeby dostępności", "Telefon w dniu spotkania"}
    assert facts(page(make_event()).more) == {}


def test_access_of_the_venue_is_told_while_it_matters():
    venue = make_venue()
    AccessFact.objects.create(venue=venue, key="loop", note="zapytamy")
    event = make_event(venue=venue)
    assert "zapytamy" in {row.note for row in page(event).access.unknown}
    assert page(event, END).access is None
    assert page(make_event()).access is None


## What came of it


def test_a_note_is_shown_when_it_was_approved_and_the_meeting_held():
    held, waiting, off = make_held(), make_held(), make_held()
    for event, approved_at in ((held, NOW), (waiting, None), (off, NOW)):
        note = make_note(event, ("about", 40, "people"), summary="S", approved_at=None)
        Commitment.objects.create(note=note, text="Lista", owner="biuro", public=True)
        if approved_at:
            approve_note(note=note, by=None, at=approved_at)
    Event.objects.filter(pk=off.pk).update(outcome="not_held")
    assert page(held).note.data["summary"] == "S"
    assert len(page(held).counts) == len(page(held).commitments) == 1
    for event in (waiting, off):
        found = page(event)
        assert (found.note, found.counts, found.commitments) == (None, [], [])


def test_promises_are_told_as_approved_and_only_the_public_ones():
    event = make_held()
    note = make_note(event)
    kept = Commitment.objects.create(note=note, text="Lista", owner="biuro", public=True)
    Commitment.objects.create(note=note, text="Między nami", owner="biuro")
    assert page(event).commitments == []
    approve_note(note=note, by=None, at=NOW)
    Commitment.objects.filter(pk=kept.pk).update(state="done", done_on=date(2026, 5, 1))
    assert [row.standing for row in page(event).commitments] == ["do zrobienia"]
    approve_note(note=note, by=None, at=NOW)
    found = page(event).commitments
    assert [(row.text, row.standing.replace("\xa0", " ")) for row in found] == [
        ("Lista", "zrobione 1 maja 2026 r.")
    ]


def test_those_who_agreed_are_named_unless_a_role_names_them():
    event = make_held()
    note = make_note(event, approved_at=None)
    host, guest, quiet = (make_organization(name) for name in ("Gospodarz", "Gość", "Cicha"))
    make_partnership(event, host)
    for organization, public in ((host, True), (guest, True), (quiet, False)):
        Presence.objects.create(note=note, organization=organization, public=public)
    approve_note(note=note, by=None, at=NOW)
    assert [row.name for row in page(event).present] == ["Gość"]


def test_recaps_stand_apart_from_invitations():
    event = make_held()
    recap = make_announcement(events=[event], kind="recap")
    older = make_announcement(events=[event], published_at=NOW - timedelta(days=9))
    newer = make_announcement(events=[event], kind="news")
    make_announcement(events=[event], published_at=None)
    found = page(event)
    assert found.recaps == [recap]
    assert found.announcements == [newer, older]


def test_roles_stand_in_their_order_with_each_partner():
    event = make_event()
    for role, name in (
        ("funder", "Miasto"),
        ("host", "Kaffka"),
        ("host", "Dom"),
        ("organizer", "B"),
    ):
        make_partnership(event, make_organization(name), role)
    found = [(role.name, [p.name for p in role.partners]) for role in page(event).roles]
    assert found == [
        ("organizuje", ["B"]),
        ("gospodarz miejsca", ["Kaffka", "Dom"]),
        ("finansowanie", ["Miasto"]),
    ]


def test_changes_of_one_kind_are_told_once_with_all_that_was_said_before():
    event = make_event(venue=make_venue("Arteteka"))
    for hour, public in ((1, True), (2, True), (3, False)):
        EventChange.objects.create(
            event=event,
            kind="place",
            before=f"przed {hour}",
            after=f"po {hour}",
            reason="Remont.",
            sequence=hour,
            at=NOW + timedelta(hours=hour),
            public=public,
        )
    [row] = page(event).changes
    assert (row.now, row.before) == ("Arteteka, ul. Długa 5", "przed 2; wcześniej: przed 1")


def test_what_is_over_leads_to_what_comes_next_in_its_cycle():
    series = make_series()
    march = make_held(series=series, edition=1)
    make_event(series=series, edition=2, outcome="cancelled", outcome_reason="Choroba.")
    later = make_event(series=series, edition=3, when=make_when(date(2026, 6, 3)))
    assert page(march).current.event == later
    assert page(later).current is None
    assert page(make_held()).current is None


## Its neighbours


def test_previous_and_next_are_the_editions_that_visitors_know():
    series = make_series()
    march = make_held(series=series, edition=1)
    make_held(series=series, edition=2, month=Month(2026, 4), published_at=None)
    may = make_event(series=series, edition=3)
    june = make_event(series=series, edition=4, when=When.in_month(Month(2026, 6)))
    make_event(series=make_series(), edition=4, when=make_when(date(2026, 5, 20)))
    found = page(may)
    assert (found.previous.event, found.next.event) == (march, june)
    assert page(march).previous is None
    assert page(march).next.event == may
    assert page(june).next is None


def test_a_single_meeting_has_none():
    make_event()
    found = page(make_event())
    assert (found.previous, found.next, found.series) == (None, None, None)


def test_editions_at_one_moment_stand_in_the_order_they_were_entered():
    series = make_series(numbering="none")
    first, second = make_event(series=series), make_event(series=series)
    assert page(first).next.event == second
    assert page(second).previous.event == first


## Whether it is over


def test_it_is_over_at_its_end_or_when_it_is_off():
    event = make_event()
    assert not page(event, END - timedelta(seconds=1)).is_over
    assert page(event, END).is_over
    assert page(event, END).is_unanswered
    off = make_event(outcome="cancelled", outcome_reason="Choroba.")
    assert page(off).is_over
    assert not page(off).is_unanswered
    assert page(make_held()).is_held


## How it is laid out


def test_facts_stand_beside_a_long_story_and_below_a_short_one():
    assert page(make_event(lead="Krótko.", body="<p>Wystarczy przyjść.</p>")).is_brief
    long = make_event(body=f"<p>{'Wystarczy przyjść. ' * 60}</p>")
    assert not page(long).is_brief
    assert page(long, END).is_brief  # the invitation is folded by then


def test_the_line_above_the_name_never_begins_with_its_dot():
    line = page(make_event(series=make_series("Herbata"), edition=2, is_example=True)).eyebrow
    said = line.cycle + line.soon + line.example
    assert said == "Drugie spotkanie cyklu „Herbata”\u00a0· za 5 dni\u00a0· przykład"
    assert page(make_event()).eyebrow.cycle == "Wydarzenie"
    assert page(make_event(), END).eyebrow.soon == ""


def test_the_way_here_names_a_meeting_by_its_date_where_its_cycle_has_the_same_name():
    series = make_series("Herbata")
    assert page(make_event("Herbata", series=series)).crumb == "13\u00a0maja 2026\u00a0r."
    assert page(make_event("Herbata zimą", series=series)).crumb == "Herbata zimą"
    june = When.in_month(Month(2026, 6))
    assert page(make_event("Herbata", series=series, when=june)).crumb == june.short()
