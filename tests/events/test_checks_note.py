from datetime import date

import pytest

from events.checks import note_findings
from events.models import Commitment, Presence
from portal.kernel.findings import blocking
from tests.factories import (
    NOW,
    make_held,
    make_note,
    make_office_holder,
    make_organization,
)

pytestmark = pytest.mark.django_db

COUNTS = (("nearly", 100, "people"), ("about", 70, "organizations"))


def noted(*counts, **fields):
    fields.setdefault("summary", "Rozmawialiśmy o dotacjach.")
    return make_note(make_held(), *(counts or COUNTS), approved_at=None, **fields)


def told(note):
    found = note_findings(note, NOW)
    assert blocking(found) == []
    return [(row.field, row.sentence.replace("\xa0", " ")) for row in found]


def test_a_complete_note_passes():
    assert told(noted()) == []


def test_an_unknown_count_is_told_and_may_stay_unknown():
    ((_, sentence),) = told(noted(("about", 70, "organizations")))
    assert "brak danych" in sentence


def test_fewer_people_than_organizations_are_doubted():
    ((_, sentence),) = told(noted(("exactly", 40, "people"), ("about", 70, "organizations")))
    assert "Osób (40) jest mniej niż organizacji (70)" in sentence


@pytest.mark.parametrize(
    "text",
    ["Był Jan Kowalski.", "Rozmowa z Anną Nowak-Zielińską.", "tel. 601 234 567", "jan@gmail.com"],
)
def test_data_of_participants_are_told_in_either_text(text):
    for field in ("summary", "internal"):
        assert [name for name, _ in told(noted(**{field: text}))] == [field]


def test_office_holders_and_names_of_organizations_are_no_participants():
    make_office_holder("Artur Buszek")
    make_organization("Unia Metropolii Polskich im. Pawła Adamowicza")
    text = "Artur Buszek rozmawiał z Unią Metropolii Polskich im. Pawła Adamowicza w Nowej Hucie."
    assert told(noted(summary=text)) == []


def test_a_promise_without_a_day_is_told():
    note = noted()
    Commitment.objects.create(note=note, text="Sala na lipiec", owner="Pełnomocnik")
    Commitment.objects.create(note=note, text="List", owner="Biuro", due=date(2026, 6, 1))
    ((_, sentence),) = told(note)
    assert "„Sala na lipiec”: nie ma terminu" in sentence


def test_another_number_in_the_text_than_in_the_rows_is_told():
    ((field, sentence),) = told(noted(summary="Przyszło 120 osób."))
    assert field == "summary"
    assert "120 osób" in sentence
    assert "blisko 100 osób" in sentence


def test_a_list_with_another_number_of_organizations_is_told():
    note = noted()
    note.counts.filter(unit="organizations").update(method="list", value=2)
    Presence.objects.create(note=note, organization=make_organization())
    ((_, sentence),) = told(note)
    assert "2 organizacje" in sentence
    assert "1 organizacja" in sentence
