"""What was promised: frozen with its note, told as approved, doubted where it must be."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from events.actions import approve_note
from events.approved import is_changed
from events.checks import note_findings
from events.models import AttendanceNoteVersion, Commitment
from events.promises import Promise, for_visitors
from events.settling import SettledMeanwhileError, Settlement, approve_settled, fingerprint, settle
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_held,
    make_note,
    make_office_holder,
    make_organization,
    make_user,
)

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
PEOPLE = ("exactly", 41, "people")


def make_promise(note=None, text="Lista sal", **fields):
    note = note or make_note(make_held(), PEOPLE, approved_at=None)
    fields = {"owner": "Pełnomocnik", "due": date(2026, 6, 1), **fields}
    return Commitment.objects.create(note=note, text=text, **fields)


def approve(note):
    return approve_note(note=note, by=None, at=NOW)


def settled(row, **changes):
    now = Settlement.of(row)
    fields = {**vars(now), "state": "done", "done_on": TODAY, "result": "Jest.", **changes}
    return Settlement(**fields)


def shown(client, event):
    page = BeautifulSoup(client.get(event.get_absolute_url()).content, "html.parser")
    found = page.find("section", attrs={"aria-labelledby": "ustalenia"})
    return " ".join(found.get_text(" ").replace("\xa0", " ").split()) if found else ""


## Frozen


def test_approval_freezes_every_promise_with_its_days():
    row = make_promise(public=True)
    quiet = make_promise(row.note, "Cicho", due=None)
    version = approve(row.note)
    row.text = "Zmienione później"
    row.save()
    assert version.commitments() == (
        Promise(
            row.pk, "Lista sal", "Pełnomocnik", date(2026, 6, 1), "open", None, "", public=True
        ),
        Promise(quiet.pk, "Cicho", "Pełnomocnik", None, "open", None, "", public=False),
    )


def test_a_version_from_before_promises_were_frozen_has_none():
    note = make_promise().note
    version = approve(note)
    del version.data["commitments"]
    AttendanceNoteVersion.objects.filter(pk=version.pk).update(data=version.data)
    assert AttendanceNoteVersion.objects.get(pk=version.pk).commitments() == ()


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Inna"},
        {"owner": "Biuro"},
        {"due": None},
        {"public": True},
        {"state": "done", "done_on": TODAY},
        {"state": "dropped", "result": "Nie ma sal."},
    ],
)
def test_a_changed_promise_makes_the_note_changed_after_approval(change):
    row = make_promise()
    version = approve(row.note)
    assert not is_changed(row.note, version.data)
    Commitment.objects.filter(pk=row.pk).update(**change)
    assert is_changed(row.note, version.data)


def test_an_added_promise_does_too():
    note = make_note(make_held())
    assert not is_changed(note, note.current.data)
    make_promise(note)
    assert is_changed(note, note.current.data)


## Told to visitors


def test_the_page_says_what_was_done_what_is_due_and_what_will_not_be(client):
    event = make_held()
    note = make_note(event, approved_at=None)
    make_promise(note, "Lista sal", public=True)
    make_promise(note, "Mapa", public=True, state="dropped", result="Nie ma danych.")
    make_promise(note, "List", public=True, state="done", done_on=TODAY, result="Poszedł.")
    assert shown(client, event) == ""
    approve(note)
    assert shown(client, event) == (
        "Co zrobiliśmy po spotkaniu List – zrobione 8 maja 2026 r. : Poszedł. "
        "Lista sal – do zrobienia do 1 czerwca 2026 r. Mapa – nie zrobimy : Nie ma danych."
    )


def test_internal_promises_and_owners_never_reach_visitors(client):
    event = make_held()
    note = make_note(event, approved_at=None)
    make_promise(note, "Tajna sprawa", owner="Jan Kowalski", state="dropped", result="Tajny powód")
    make_promise(note, "Jawna", owner="Anna Nowak", public=True)
    approve(note)
    text = client.get(event.get_absolute_url()).content.decode()
    assert "Jawna" in text
    for secret in ("Tajn", "Kowalski", "Nowak"):
        assert secret not in text


def test_what_was_typed_after_approval_waits(client):
    event = make_held()
    note = make_note(event, approved_at=None)
    row = make_promise(note, public=True)
    approve(note)
    row.result, row.state, row.done_on = "<b>Nowe</b>", "done", TODAY
    row.save()
    assert "Nowe" not in client.get(event.get_absolute_url()).content.decode()
    approve(note)
    assert "&lt;b&gt;Nowe&lt;/b&gt;" in client.get(event.get_absolute_url()).content.decode()


def test_nothing_is_told_of_a_meeting_that_did_not_take_place(client):
    event = make_held()
    make_promise(make_note(event, approved_at=None), public=True)
    approve(event.note)
    type(event).objects.filter(pk=event.pk).update(outcome="not_held")
    assert shown(client, event) == ""


def test_promises_are_told_in_the_order_of_what_became_of_them():
    def promise(number, state, due=None, done_on=None, public=True):
        return Promise(number, "x", "x", due, state, done_on, "", public)

    rows = (
        promise(1, "dropped"),
        promise(2, "open"),
        promise(3, "open", due=TODAY),
        promise(4, "done", done_on=TODAY),
        promise(5, "done", done_on=TODAY - timedelta(days=1)),
        promise(6, "done", done_on=TODAY, public=False),
    )
    assert [row.id for row in for_visitors(rows)] == [5, 4, 3, 2, 1]


## Settling


def test_settling_writes_history_of_the_promise_and_saves_its_note():
    user = make_user("redakcja")
    row = make_promise()
    before = row.note.version
    assert settle(commitment=row, wanted=settled(row), seen=fingerprint(row), by=user)
    row.refresh_from_db()
    assert (row.state, row.done_on, row.result) == ("done", TODAY, "Jest.")
    assert row.history.first().history_user == user
    row.note.refresh_from_db()
    assert row.note.version == before + 1
    assert row.note.history.first().history_user == user


def test_the_same_answer_twice_is_one():
    row = make_promise()
    seen, wanted = fingerprint(row), settled(row)
    assert settle(commitment=row, wanted=wanted, seen=seen, by=None)
    assert not settle(commitment=row, wanted=wanted, seen=seen, by=None)
    assert row.history.count() == 2


def test_another_answer_to_what_somebody_settled_meanwhile_is_refused():
    row = make_promise()
    seen = fingerprint(row)
    settle(commitment=row, wanted=settled(row), seen=seen, by=None)
    other = settled(row, state="dropped", done_on=None, result="Nie da się.")
    with pytest.raises(SettledMeanwhileError):
        settle(commitment=row, wanted=other, seen=seen, by=None)
    row.refresh_from_db()
    assert row.result == "Jest."


def test_approval_in_one_breath_makes_one_version_and_stops_at_a_new_doubt():
    row = make_promise(public=True)
    approve(row.note)
    known = note_findings(row.note, NOW)
    for _click in range(2):
        settle(commitment=row, wanted=settled(row), seen=fingerprint(row), by=None)
        assert approve_settled(note=row.note, known=known, by=None, at=NOW).number == 2
    row.refresh_from_db()
    named = settled(row, result="Załatwił to Jan Kowalski.")
    settle(commitment=row, wanted=named, seen=fingerprint(row), by=None)
    assert approve_settled(note=row.note, known=known, by=None, at=NOW) is None
    assert row.note.versions.count() == 2


## Checks


def doubts(**fields):
    when = When.on_day(date(2026, 4, 14))
    note = make_note(make_held(when=when), PEOPLE, summary="Rozmowa.", approved_at=None)
    make_promise(note, **fields)
    return [row.sentence.replace("\xa0", " ") for row in note_findings(note, NOW)]


@pytest.mark.parametrize(
    "owner",
    [
        "Jan Kowalski",
        "Anną Nowak",
        "Anna",
        "pani Zielińska",
        "p. Nowak",
        "A. Nowak",
        "Kowalski Jan",
        "Pełnomocnik (Artur Buszek)",
        "Żegota Niezwykły",
        "jan@example.org",
        "601 234 567",
    ],
)
def test_an_owner_who_looks_like_a_person_is_doubted(owner):
    make_office_holder("Żegota Niezwykły")
    (sentence,) = doubts(owner=owner)
    assert f"„{owner}” wygląda na osobę. Wpisz funkcję" in sentence


@pytest.mark.parametrize(
    "owner",
    [
        "Pełnomocnik ds. NGO",
        "Wydział Polityki Społecznej i Zdrowia",
        "Biuro",
        "Dom Kultury im. Jana Kochanowskiego",
        "Fundacja Anna",
        "Zarząd Dróg Miasta Krakowa",
        "dyrektorka MOPS",
    ],
)
def test_a_function_or_an_organization_is_no_person(owner):
    make_organization("Fundacja Anna")
    assert doubts(owner=owner) == []


@pytest.mark.parametrize(
    "fields, words",
    [
        ({"due": None}, "nie ma terminu"),
        ({"due": date(2026, 4, 1)}, "termin jest sprzed spotkania: 1 kwietnia 2026 r."),
        ({"due": date(2026, 5, 1)}, "termin minął: 1 maja 2026 r."),
        ({"due": date(2062, 6, 1)}, "termin jest bardzo odległy: 1 czerwca 2062 r."),
        ({"state": "done", "done_on": date(2026, 4, 1)}, "zrobiono je przed spotkaniem"),
        ({"state": "done", "done_on": date(2026, 5, 9)}, "ma być zrobione dopiero"),
        ({"state": "done", "done_on": TODAY, "public": True}, "nie będzie widać, co zrobiliśmy"),
        ({"state": "dropped", "public": True}, "nie będzie widać, dlaczego"),
        ({"text": "Zadzwonić do Jana Kowalskiego"}, "wygląda na imię i nazwisko"),
    ],
)
def test_what_cannot_be_true_or_says_too_little_is_doubted(fields, words):
    (sentence,) = doubts(**fields)
    assert words in sentence


def test_the_same_promise_twice_is_doubted():
    row = make_promise()
    make_promise(row.note, "lista  sal")
    assert any("stoi tu dwa razy" in found.sentence for found in note_findings(row.note, NOW))
