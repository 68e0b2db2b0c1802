"""The fields of the note on a phone, and its data before anybody checks them."""

import pytest
from django.core.exceptions import ValidationError

from events.note_form import PhotoForm
from events.note_rows import CountForm, WrittenNumber
from events.quick_note import (
    organization_named,
    owners,
    why_no_note,
    with_first_rows,
    with_row,
    without_blank_rows,
)
from portal.kernel.when import When
from tests.factories import NOW, make_event, make_held, make_note, make_office_holder, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "number"), [("41", 41), (" 1 200 ", 1200), ("1\xa0200", 1200), ("0", 0), ("", None)]
)
def test_a_number_is_read_as_people_write_it(text, number):
    assert WrittenNumber(required=False).clean(text) == number


@pytest.mark.parametrize("text", ["dużo", "41,5", "4e3", "٤١x", "--1", "²"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValidationError):
        WrittenNumber(required=False).clean(text)


@pytest.mark.parametrize(
    ("qualifier", "method"), [("exactly", "counted"), ("about", "estimate"), ("nearly", "estimate")]
)
def test_how_it_was_got_follows_from_how_it_was_said(qualifier, method):
    form = CountForm({"qualifier": qualifier, "value": "41", "unit": "people", "method": ""})
    assert form.is_valid()
    assert form.cleaned_data["method"] == method


def test_without_a_qualifier_a_number_is_exact():
    form = CountForm({"qualifier": "exactly", "value": "41", "unit": "people", "method": "list"})
    assert form.is_valid()
    assert form.instance.quantity.text == "41\xa0osób"
    assert form.cleaned_data["method"] == "list"


def test_a_row_that_nobody_filled_in_is_no_count():
    blank = CountForm({"qualifier": "about", "value": " ", "unit": "people"})
    few = CountForm({"qualifier": "a_few", "value": "", "unit": "people"})
    assert not blank.has_changed()
    assert few.has_changed()


def test_who_signs_pictures_is_no_picture_yet():
    signed = {"photo-author": "A. B.", "photo-licence": "CC0", "photo-people": ""}
    assert not PhotoForm(signed, {}, prefix="photo").has_changed()
    assert PhotoForm({**signed, "photo-alt": "Stół"}, {}, prefix="photo").has_changed()


def test_people_and_organizations_can_always_be_counted():
    found = with_first_rows({"counts-TOTAL_FORMS": ["0"]})
    assert [found[f"counts-{row}-unit"] for row in (0, 1)] == [["people"], ["organizations"]]
    assert with_first_rows(found) == found


def test_rows_that_say_nothing_leave_no_hole():
    data = with_first_rows({"counts-TOTAL_FORMS": ["0"]})
    data = with_row(data, "counts", {"unit": "people", "qualifier": "nearly", "value": "100"})
    found = without_blank_rows({**data, "summary": ["x"]})
    assert found["counts-TOTAL_FORMS"] == ["1"]
    assert found["counts-0-value"] == ["100"]
    assert found["summary"] == ["x"]
    assert not [name for name in found if name.startswith("counts-1-")]


def test_a_note_waits_for_the_meeting_to_begin():
    event = make_event(when=When.at_time(NOW))
    assert why_no_note(event, NOW) == ""
    assert "jeszcze się nie zaczęło" in why_no_note(event, NOW.replace(hour=9))


def test_an_organization_is_added_once_by_whoever_named_it():
    user = make_user("redakcja")
    first = organization_named("Nowa Grupa", user)
    assert organization_named("„nowa  grupa”", user) == first
    assert first.history.get().history_user == user


def test_owners_offered_are_functions_each_once():
    make_office_holder(title="Pełnomocniczka")
    note = make_note(make_held(), approved_at=None)
    for owner in ("Wydział Kultury", "Pełnomocniczka", "Wydział Kultury"):
        note.commitments.create(text="Sala", owner=owner)
    assert owners() == ["Wydział Kultury", "Pełnomocniczka"]
