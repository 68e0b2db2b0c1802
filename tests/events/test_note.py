"""Notes with their counts, presences and promises, and the frozen versions that figures read."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from events.actions import approve_note
from events.models import (
    AttendanceNote,
    AttendanceNoteVersion,
    Commitment,
    Count,
    Partnership,
    Presence,
)
from events.models.count import MOST
from portal.kernel.counts import Qualifier, Quantity, Unit
from tests.factories import (
    NOW,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_partnership,
)

pytestmark = pytest.mark.django_db
NBSP = "\u00a0"


@pytest.fixture
def note(db):
    return make_note(make_held(), approved_at=None)


def refused(rule=None):
    return pytest.raises(IntegrityError, match=rule)


## Counts


@pytest.mark.parametrize("qualifier", [q for q in Qualifier if q not in {"a_few", "dozens"}])
def test_a_number_goes_with_a_value(note, qualifier):
    assert Count.objects.create(note=note, qualifier=qualifier, value=5).pk
    with refused("value_iff_number"), transaction.atomic():
        Count.objects.create(note=note, qualifier=qualifier, value=None, counted=False)


@pytest.mark.parametrize("qualifier", ["a_few", "dozens"])
def test_a_few_and_dozens_have_none(note, qualifier):
    assert Count.objects.create(note=note, qualifier=qualifier).pk
    with refused("value_iff_number"), transaction.atomic():
        Count.objects.create(note=note, qualifier=qualifier, value=30, counted=False)


def test_zero_is_exact_or_nothing(note):
    assert Count.objects.create(note=note, qualifier="exactly", value=0).pk
    with refused("zero_is_exact"), transaction.atomic():
        Count.objects.create(note=note, qualifier="about", value=0, counted=False)


def test_a_crowd_has_its_limits(note):
    assert Count.objects.create(note=note, value=MOST).pk
    with refused("in_range"), transaction.atomic():
        Count.objects.create(note=note, value=MOST + 1, counted=False)


def test_one_count_of_a_unit_is_counted_and_others_stand_beside_it(note):
    Count.objects.create(note=note, value=40, unit="people")
    Count.objects.create(note=note, value=20, unit="organizations")
    Count.objects.create(note=note, value=45, unit="people", counted=False)
    Count.objects.create(note=note, value=50, unit="people", counted=False)
    with refused(), transaction.atomic():
        Count.objects.create(note=note, value=41, unit="people")
    assert note.counts.count() == 4


def test_a_count_reads_as_it_was_given(note):
    count = Count.objects.create(note=note, qualifier="nearly", value=100)
    assert str(count) == f"blisko{NBSP}100{NBSP}osób"


## Presences, roles and promises


def test_an_organization_is_on_the_list_once(note):
    organization = make_organization()
    Presence.objects.create(note=note, organization=organization)
    with refused(), transaction.atomic():
        Presence.objects.create(note=note, organization=organization)


def test_presence_is_internal_unless_the_organization_agreed(note):
    assert Presence.objects.create(note=note, organization=make_organization()).public is False


def test_a_role_is_held_once_and_several_may_be_held():
    event, organization = make_event(), make_organization("Fundacja")
    assert str(make_partnership(event, organization, "host")) == "Fundacja – gospodarz miejsca"
    make_partnership(event, organization, "support")
    with refused(), transaction.atomic():
        make_partnership(event, organization, "host")
    assert Partnership.objects.count() == 2


@pytest.mark.parametrize(
    "state, done_on, kept",
    [
        ("done", date(2026, 5, 1), True),
        ("done", None, False),
        ("open", None, True),
        ("open", date(2026, 5, 1), False),
        ("dropped", None, True),
        ("dropped", date(2026, 5, 1), False),
    ],
)
def test_a_promise_that_is_kept_has_its_day_and_no_other_has(note, state, done_on, kept):
    fields = {"note": note, "text": "Lista", "owner": "biuro", "state": state, "done_on": done_on}
    if kept:
        assert Commitment.objects.create(**fields).public is False
        return
    with refused("done_has_day"), transaction.atomic():
        Commitment.objects.create(**fields)


## Versions


def test_an_event_has_one_note():
    event = make_held()
    make_note(event)
    with refused(), transaction.atomic():
        AttendanceNote.objects.create(event=event)


def test_a_version_has_its_number_once():
    note = make_note(make_held())
    version = note.current
    with refused(), transaction.atomic():
        AttendanceNoteVersion.objects.create(
            note=note, number=version.number, data={}, approved_at=version.approved_at
        )


def test_figures_read_the_counted_one_and_unknown_stays_unknown():
    note = make_note(make_held(), ("about", 40, "people"))
    Count.objects.create(note=note, value=99, unit="people", counted=False)
    version = note.current
    assert version.quantity(Unit.PEOPLE) == Quantity(Qualifier.ABOUT, 40, Unit.PEOPLE)
    assert version.quantity(Unit.ORGANIZATIONS) is None


def test_every_count_has_its_sentence_its_method_and_its_source():
    note = make_note(make_held(), approved_at=None)
    Count.objects.create(note=note, value=22, method="list", source="lista obecności")
    version = approve_note(note=note, by=None, at=NOW)
    assert version.counts() == [
        {
            "text": f"22{NBSP}osoby",
            "method": "z listy",
            "source": "lista obecności",
            "counted": True,
            "unit": "people",
        }
    ]


def test_an_event_with_a_note_cannot_be_deleted():
    event = make_held()
    make_note(event)
    with pytest.raises(ProtectedError):
        event.delete()
