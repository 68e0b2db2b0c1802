from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import AttendanceNote
from events.models.event import Outcome
from portal.kernel.when import When
from tests.desk import despite_doubts, page_of, told, words, write
from tests.factories import make_event, make_note, make_organization

pytestmark = pytest.mark.django_db


ADD = "/admin/events/attendancenote/add/"


@pytest.fixture
def held(now):
    day = (now - timedelta(days=3)).date()
    return make_event(when=When.on_day(day), outcome=Outcome.HELD, published_at=now)


def test_a_note_is_written_and_approved_in_one_go(publisher, held):
    agreed, silent = make_organization("Fundacja Zgoda"), make_organization("Grupa Cisza")
    response = write(
        publisher,
        f"{ADD}?event={held.pk}",
        summary="Umówiliśmy się na ciąg dalszy.",
        **{
            "counts-0-qualifier": "nearly",
            "counts-0-value": "100",
            "counts-1-qualifier": "about",
            "counts-1-value": "70",
            "presences-TOTAL_FORMS": "2",
            "presences-0-organization": agreed.pk,
            "presences-0-public": "on",
            "presences-1-organization": silent.pk,
        },
        _approve="1",
    )
    assert "Zatwierdzono: wersja 1." in told(response)
    page = words(publisher.get(held.get_absolute_url()))
    assert "blisko 100 osób" in page
    assert "około 70 organizacji" in page
    assert "Fundacja Zgoda" in page
    assert "Grupa Cisza" not in page


def test_a_note_needs_no_counts(publisher, held):
    asked = write(publisher, f"{ADD}?event={held.pk}", summary="Rozmowa.", _approve="1")
    despite_doubts(publisher, asked)
    assert AttendanceNote.objects.get().current.data["counts"] == []


def test_a_count_that_contradicts_itself_is_refused_in_its_row(publisher, held):
    response = write(
        publisher,
        f"{ADD}?event={held.pk}",
        **{"counts-0-qualifier": "a_few", "counts-0-value": "7"},
    )
    assert "są bez liczby" in response.content.decode()
    assert not AttendanceNote.objects.exists()


def test_a_note_is_not_approved_of_an_event_that_nobody_said_was_held(publisher, now):
    event = make_event(when=When.on_day((now - timedelta(days=3)).date()))
    response = write(publisher, f"{ADD}?event={event.pk}", summary="x", _approve="1")
    assert "Najpierw powiedz, że wydarzenie się odbyło." in told(response)
    assert AttendanceNote.objects.get().current is None


def test_a_note_is_not_approved_by_a_writer(writer, held):
    note = make_note(held, approved_at=None)
    assert "Zapisz i zatwierdź" not in writer.get(page_of(note)).content.decode()
    write(writer, note, _approve="1")
    note.refresh_from_db()
    assert note.current is None


def test_a_note_asks_the_database_as_often_for_30_organizations_as_for_one(publisher, held):
    note = make_note(held, approved_at=None)
    publisher.get(page_of(note))  # what a process asks for once and remembers
    asked = []
    for more in (1, 29):
        for _ in range(more):
            note.presences.create(organization=make_organization())
        with CaptureQueriesContext(connection) as queries:
            publisher.get(page_of(note))
        asked.append(len(queries))
    assert asked[0] == asked[1]
