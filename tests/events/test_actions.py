"""Writes that staff's buttons make."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from events.actions import (
    approve_note,
    change_event,
    draft_announcement,
    draft_next_edition,
    say_held,
    unsay_held,
)
from events.facts import Facts
from events.models import Announcement, Count, Event, Presence
from events.models.event import Outcome
from portal.kernel.months import Month
from portal.kernel.publishing import State
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_series,
    make_user,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db
LATER = make_when(date(2026, 5, 20))


def plain(text):
    return text.replace("\u00a0", " ")


def change(event, at=NOW, reason="Zalana sala.", minor=False, by=None, **facts):
    before = Facts.of(Event.objects.get(pk=event.pk))
    for name, value in facts.items():
        setattr(event, name, value)
    return change_event(event=event, before=before, by=by, at=at, reason=reason, minor=minor)


## A change after publication


def test_each_fact_that_changed_is_told_with_old_new_and_reason():
    event = make_event("Herbata", venue=make_venue("Kaffka"))
    author = make_user()
    new = make_venue("Arteteka", street="Rajska", number="12")
    told = change(event, by=author, when=LATER, venue=new, title="Kawa")
    rows = {row.kind: (plain(row.before), plain(row.after)) for row in told}
    assert rows == {
        "title": ("Herbata", "Kawa"),
        "date": (
            "13 maja 2026 r., godz. 14.00–18.00",
            "20 maja 2026 r., godz. 14.00–18.00",
        ),
        "place": ("Kaffka, ul. Długa 5", "Arteteka, ul. Rajska 12"),
    }
    assert {(row.reason, row.at, row.by, row.public) for row in told} == {
        ("Zalana sala.", NOW, author, True)
    }


def test_one_save_raises_the_sequence_by_one_however_much_it_changes():
    event = make_event()
    told = change(event, when=LATER, title="Kawa")
    assert [row.sequence for row in told] == [1, 1]
    change(event, title="Kakao")
    event.refresh_from_db()
    assert event.sequence == 2


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_public_change_without_a_reason_is_refused_and_saves_nothing(reason):
    event = make_event("Herbata")
    with pytest.raises(ValidationError, match="Napisz, dlaczego"), transaction.atomic():
        change(event, reason=reason, title="Kawa")
    event.refresh_from_db()
    assert (event.title, event.sequence) == ("Herbata", 0)


def test_a_slip_of_the_pen_asks_and_tells_nothing():
    event = make_event("Hrebata")
    assert change(event, reason="", minor=True, title="Herbata") == []
    event.refresh_from_db()
    assert (event.title, event.sequence) == ("Herbata", 0)


@pytest.mark.parametrize("published_at", [None, NOW + timedelta(minutes=1)])
def test_what_nobody_has_seen_changes_in_silence(published_at):
    event = make_event(published_at=published_at)
    assert change(event, reason="", title="Kawa", when=LATER) == []
    event.refresh_from_db()
    assert (event.title, event.sequence) == ("Kawa", 0)


def test_what_visitors_do_not_rely_on_asks_for_no_reason():
    event = make_event()
    assert change(event, reason="", lead="Przyjdź z kubkiem.", audience="wszyscy") == []
    assert Event.objects.get().lead == "Przyjdź z kubkiem."


def test_saying_more_exactly_when_is_a_change_too():
    event = make_event(when=When.in_month(Month(2026, 6)))
    told = change(event, when=make_when(date(2026, 6, 10)))
    assert [plain(row.before) for row in told] == ["czerwiec 2026 r."]


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.POSTPONED])
def test_calling_off_is_told_and_taken_back(outcome):
    event = make_event()
    off = change(event, outcome=outcome, outcome_reason="Choroba.")
    back = change(event, reason="Prowadząca wyzdrowiała.", outcome=Outcome.EXPECTED)
    assert [(row.kind, row.after) for row in off] == [("status", outcome.label)]
    assert [row.after for row in back] == ["zapowiedziane"]
    assert Event.objects.get().sequence == 2


def test_taking_it_back_clears_the_reason_from_public_view():
    event = make_event(outcome="cancelled", outcome_reason="Choroba.")
    change(event, reason="Prowadząca wyzdrowiała.", outcome=Outcome.EXPECTED)
    assert Event.objects.get().outcome_reason == ""


def test_a_change_of_status_is_never_a_slip_of_the_pen():
    event = make_event("Hrebata")
    with pytest.raises(ValidationError, match="Napisz, dlaczego"), transaction.atomic():
        change(event, reason="", minor=True, outcome="cancelled", outcome_reason="Choroba.")
    told = change(event, minor=True, outcome="cancelled", outcome_reason="x", title="Herbata")
    assert [row.kind for row in told] == ["status"]


@pytest.mark.parametrize(
    "when, iso",
    [
        (make_when(), "2026-05-13T14:00+02:00"),
        (When.on_day(date(2026, 5, 13)), "2026-05-13"),
        (When.in_month(Month(2026, 5)), ""),
    ],
)
def test_an_earlier_date_is_kept_for_machines_as_far_as_it_was_known(when, iso):
    [row] = change(make_event(when=when), when=LATER)
    assert row.before_iso == iso
    [row] = change(make_event(), venue=make_venue())
    assert row.before_iso == ""


def test_what_was_only_yet_to_be_said_needs_no_reason_and_is_told():
    event = make_event(when=When.in_month(Month(2026, 5)))
    told = change(event, reason="", when=make_when(), venue=make_venue())
    assert [row.kind for row in told] == ["date", "place"]
    assert Event.objects.get().sequence == 1
    with pytest.raises(ValidationError, match="Napisz, dlaczego"), transaction.atomic():
        change(event, reason="", when=LATER)


def test_a_date_outside_the_month_that_was_promised_needs_a_reason():
    event = make_event(when=When.in_month(Month(2026, 4)))
    with pytest.raises(ValidationError, match="Napisz, dlaczego"), transaction.atomic():
        change(event, reason="", when=LATER)


def test_saying_held_is_a_record_and_no_change():
    event = make_event()
    assert change(event, reason="", at=event.ends_at, outcome=Outcome.HELD) == []
    assert change(event, reason="", at=event.ends_at, outcome=Outcome.EXPECTED) == []
    told = change(event, at=event.ends_at, outcome=Outcome.NOT_HELD)
    assert [(row.before, row.after) for row in told] == [("zapowiedziane", "nie odbyło się")]


def test_who_changed_it_is_in_its_history():
    event, author = make_event(), make_user()
    change(event, by=author, title="Kawa")
    assert Event.history.latest().history_user == author


def test_a_venue_renamed_meanwhile_is_no_change_of_a_past_event():
    venue = make_venue("Kaffka")
    event = make_held(venue=venue)
    type(venue).objects.filter(pk=venue.pk).update(name="Nowa Kaffka")
    event = Event.objects.get()
    assert change(event, reason="", lead="Dopisek") == []
    assert event.place_name == "Kaffka"


## Held


def test_held_is_said_from_the_very_start_and_never_before():
    event = make_event()
    with pytest.raises(ValidationError, match="jeszcze się nie zaczęło"):
        say_held(event=event, by=None, at=event.starts_at - timedelta(seconds=1))
    assert Event.objects.get().outcome == Outcome.EXPECTED
    say_held(event=event, by=None, at=event.starts_at)
    assert Event.objects.get().outcome == Outcome.HELD


def test_held_needs_no_day():
    event = make_event(when=When.in_month(Month(2026, 4)))
    author = make_user()
    say_held(event=event, by=author, at=NOW)
    assert Event.objects.get().outcome == Outcome.HELD
    assert Event.history.latest().history_user == author


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.POSTPONED, Outcome.NOT_HELD])
def test_what_was_off_is_not_held_by_a_slip(outcome):
    event = make_event(outcome=outcome, outcome_reason="Choroba.")
    with pytest.raises(ValidationError, match=str(outcome.label)):
        say_held(event=event, by=None, at=event.ends_at)
    assert Event.objects.get().outcome == outcome


def test_held_can_name_the_day_that_was_open():
    event = make_event(when=When.in_month(Month(2026, 4)))
    say_held(event=event, by=None, at=NOW, when=make_when(date(2026, 4, 17)))
    event.refresh_from_db()
    assert (event.outcome, event.when.first_day) == (Outcome.HELD, date(2026, 4, 17))
    change = event.changes.get()
    assert plain(change.before) == "kwiecień 2026 r."
    assert change.reason == "Podajemy dzień, w którym się odbyło."


@pytest.mark.parametrize("day", [date(2026, 3, 31), date(2026, 5, 1)])
def test_held_on_a_day_that_was_not_promised_is_refused(day):
    event = make_event(when=When.in_month(Month(2026, 4)))
    with pytest.raises(ValidationError, match="Zapowiadano inaczej"):
        say_held(event=event, by=None, at=NOW, when=make_when(day))
    assert Event.objects.get().outcome == Outcome.EXPECTED


def test_held_on_a_day_yet_to_come_is_refused():
    event = make_event(when=When.in_month(Month(2026, 5)))
    with pytest.raises(ValidationError, match="jeszcze się nie zaczęło"):
        say_held(event=event, by=None, at=NOW, when=make_when(date(2026, 5, 9)))


def test_a_mistaken_yes_is_taken_back_until_a_note_was_approved():
    event = make_held()
    unsay_held(event=event, by=None, at=NOW)
    assert Event.objects.get().outcome == Outcome.EXPECTED
    assert not event.changes.exists()
    event = make_held()
    make_note(event)
    with pytest.raises(ValidationError, match="Notatka z tego spotkania jest zatwierdzona"):
        unsay_held(event=event, by=None, at=NOW)


## Notes


def test_approving_freezes_what_was_written():
    note = make_note(make_held(), ("nearly", 100, "people"), summary="Dobrze.", approved_at=None)
    organization = make_organization("Fundacja")
    Presence.objects.create(note=note, organization=organization, public=True)
    version = approve_note(note=note, by=None, at=NOW)
    note.summary = "Inaczej."
    note.save()
    note.counts.update(value=5)
    organization.name = "Inna"
    organization.save()
    version.refresh_from_db()
    assert version.data["summary"] == "Dobrze."
    assert version.data["counts"][0]["value"] == 100
    assert version.data["organizations"] == [
        {"id": organization.pk, "name": "Fundacja", "public": True}
    ]


def test_each_approval_is_the_next_version_and_the_earlier_ones_stay():
    note = make_note(make_held(), summary="Pierwsza")
    first = note.current
    note.summary = "Druga"
    second = approve_note(note=note, by=None, at=NOW)
    assert (first.number, second.number) == (1, 2)
    note.refresh_from_db()
    assert note.current == second
    assert [row.data["summary"] for row in note.versions.order_by("number")] == [
        "Pierwsza",
        "Druga",
    ]


@pytest.mark.parametrize("outcome", [o for o in Outcome if o != Outcome.HELD])
def test_a_note_of_what_nobody_says_took_place_is_not_approved(outcome):
    event = make_event(outcome=outcome, outcome_reason="Powód.")
    note = make_note(event, approved_at=None)
    with pytest.raises(ValidationError, match="Sama zapowiedź niczego nie dowodzi"):
        approve_note(note=note, by=None, at=NOW)
    assert not note.versions.exists()


def test_approving_ones_own_work_is_allowed_and_recorded():
    author, other = make_user(), make_user()
    note = make_note(make_held(), approved_at=None, written_by=author)
    assert approve_note(note=note, by=author, at=NOW).own_work is True
    assert approve_note(note=note, by=other, at=NOW).own_work is False


def test_the_internal_text_is_in_no_version():
    note = make_note(make_held(), internal="Tylko dla biura")
    assert "Tylko dla biura" not in str(note.current.data)


def test_a_count_without_a_value_is_frozen_too():
    note = make_note(make_held(), approved_at=None)
    Count.objects.create(note=note, qualifier="dozens")
    assert (
        plain(approve_note(note=note, by=None, at=NOW).counts()[0]["text"]) == "kilkadziesiąt osób"
    )


## The next edition


def test_the_next_edition_has_the_next_number_and_nothing_of_the_old_date():
    series = make_series(
        "Wspólnie do celu", numbering="roman_after", lead="Razem.", audience="wszyscy"
    )
    for edition in (1, 3):
        make_held(series=series, edition=edition, venue=make_venue())
    author = make_user()
    event = draft_next_edition(series=series, when=LATER, by=author)
    event.refresh_from_db()
    assert (event.edition, event.title) == (4, "Wspólnie do celu IV")
    assert (event.lead, event.audience, event.when) == ("Razem.", "wszyscy", LATER)
    assert event.state(NOW) == State.DRAFT
    assert (event.outcome, event.venue, event.sequence) == (Outcome.EXPECTED, None, 0)
    assert Event.history.latest().history_user == author


def test_a_draft_thrown_away_frees_its_number():
    series = make_series()
    make_held(series=series, edition=1)
    make_event(series=series, edition=2, published_at=None).discard(NOW)
    assert draft_next_edition(series=series, when=LATER, by=None).edition == 2


def test_the_first_edition_is_the_first():
    assert draft_next_edition(series=make_series(), when=LATER, by=None).edition == 1


def test_a_cycle_without_numbers_gives_none():
    series = make_series(numbering="none")
    editions = [draft_next_edition(series=series, when=LATER, by=None).edition for _ in range(2)]
    assert editions == [None, None]


def test_a_number_taken_meanwhile_is_refused_by_the_database():
    series = make_series()
    make_event(series=series, edition=1)
    event = draft_next_edition(series=series, when=LATER, by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(edition=1)


## The announcement


def test_an_announcement_begins_as_a_draft_that_states_the_facts():
    event = make_event("Herbata", venue=make_venue("Kaffka"), sign_up="none")
    author = make_user()
    draft = draft_announcement(event=event, kind="invitation", by=author, at=NOW)
    assert draft.state(NOW) == State.DRAFT
    assert list(draft.events.all()) == [event]
    assert (draft.title, draft.lead) == (
        "Herbata",
        "Zapraszamy na spotkanie „Herbata”: w środę 13 maja 2026 r. w godz. 14.00–18.00, "
        "Kaffka, ul. Długa 5. Bez zapisów.",
    )
    assert Announcement.history.earliest().history_user == author
