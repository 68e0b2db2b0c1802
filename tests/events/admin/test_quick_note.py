"""The note on a phone, as the server answers it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from events.models import AttendanceNote, Commitment, Count
from events.models.event import Outcome
from organizations.models import Organization
from portal.kernel.when import When
from tests.desk import told, words
from tests.factories import make_event, make_note, make_organization
from tests.notes import form_of, page_of, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(now):
    day = (now - timedelta(days=3)).date()
    return make_event("Ławka", when=When.on_day(day), outcome=Outcome.HELD, published_at=now)


@pytest.fixture
def passed(now):
    """Over, and nobody has said whether it took place."""
    return make_event("Ławka", when=When.on_day((now - timedelta(days=3)).date()), published_at=now)


## The usual case


def test_a_note_is_a_draft_with_what_was_counted_and_said(writer, held):
    response = write(
        writer,
        held,
        **{"counts-0-value": "41", "counts-0-qualifier": "about", "summary": "Trzy zdania."},
    )
    assert "Zapisano" in told(response)
    note = AttendanceNote.objects.get()
    assert (note.summary, note.current) == ("Trzy zdania.", None)
    [count] = note.counts.all()
    assert (str(count), count.method, count.counted) == (
        "około 41\xa0osób".replace(" ", "\xa0"),
        "estimate",
        True,
    )
    assert note.written_by.groups.get().name == "redakcja"
    assert note.history.first().history_user == note.written_by


def test_an_exact_number_was_counted_unless_somebody_says_otherwise(writer, held):
    write(
        writer,
        held,
        **{"counts-0-value": "1 200", "counts-1-value": "7", "counts-1-method": "list"},
    )
    found = Count.objects.order_by("pk").values_list("unit", "value", "method")
    assert list(found) == [("people", 1200, "counted"), ("organizations", 7, "list")]


def test_nothing_typed_is_unknown_and_never_zero(writer, held):
    write(writer, held, summary="Rozmowa.")
    assert not Count.objects.exists()


def test_nobody_came_is_a_number(writer, held):
    write(writer, held, **{"counts-0-value": "0"})
    assert Count.objects.get().value == 0


def test_an_emptied_number_is_unknown_again(writer, held):
    make_note(held, ("exactly", 41, "people"), approved_at=None)
    write(writer, held, **{"counts-0-value": ""})
    assert not Count.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"counts-0-value": "-1"}, "Liczba nie może być ujemna."),
        ({"counts-0-value": "−1"}, "Liczba nie może być ujemna."),
        ({"counts-0-value": "0", "counts-0-qualifier": "about"}, "Zero może być tylko dokładne."),
        ({"counts-0-value": "1000000000"}, "Liczba od 0 do 100 000."),
        ({"counts-0-value": "9" * 400}, "Liczba od 0 do 100 000."),
        ({"counts-0-value": "dużo"}, "Wpisz liczbę cyframi"),
        ({"counts-0-value": "41,5"}, "Wpisz liczbę cyframi"),
        ({"counts-0-value": "7", "counts-0-qualifier": "a_few"}, "są bez liczby"),
        ({"counts-0-source": "relacja"}, "Wpisz liczbę cyframi"),
    ],
)
def test_what_cannot_be_a_count_is_refused_beside_it_and_nothing_typed_is_lost(
    writer, held, typed, sentence
):
    response = write(writer, held, summary="Zostaje.", **typed)
    page = BeautifulSoup(response.content, "html.parser")
    assert sentence in page.select_one("#id_counts-0-value_error, .note-count-line").text
    assert page.select_one("#id_counts-0-value").get("value", "") == typed.get("counts-0-value", "")
    assert page.select_one("textarea[name=summary]").text.strip() == "Zostaje."
    assert not AttendanceNote.objects.exists()


def test_a_few_needs_no_number(writer, held):
    write(writer, held, **{"counts-0-qualifier": "dozens"})
    assert str(Count.objects.get()) == "kilkadziesiąt\xa0osób"


def test_several_counts_stand_side_by_side_and_one_of_them_counts(writer, held):
    sent = {**form_of(writer.get(page_of(held))), "_show": "counts", "counts-0-value": "41"}
    more = form_of(writer.post(page_of(held), sent))
    assert not AttendanceNote.objects.exists()
    more |= {"counts-2-value": "100", "counts-2-qualifier": "nearly", "counts-2-source": "relacja"}
    both = writer.post(page_of(held), {**more, "counts-2-counted": "on", "_save": "1"})
    assert "„Liczona” może być jedna liczba osób" in words(both)
    more.pop("counts-2-counted", None)
    writer.post(page_of(held), {**more, "_save": "1"})
    assert [(row.value, row.counted) for row in Count.objects.order_by("pk")] == [
        (41, True),
        (100, False),
    ]


def test_another_count_may_become_the_one_that_counts(writer, held):
    note = make_note(held, ("exactly", 41, "people"), approved_at=None)
    Count.objects.create(note=note, qualifier="nearly", value=100, counted=False)
    sent = form_of(writer.get(page_of(held)))
    sent.pop("counts-0-counted")
    writer.post(page_of(held), {**sent, "counts-1-counted": "on", "_save": "1"})
    assert [(row.value, row.counted) for row in note.counts.order_by("pk")] == [
        (41, False),
        (100, True),
    ]


## Organizations


def test_pasted_names_become_rows_questions_and_new_organizations(writer, held):
    known = make_organization("Fundacja Żółw")
    pasted = "fundacja zolw\nFundacji Żółw\nNowa Grupa"
    asked = write(writer, held, names=pasted, summary="Zostaje.")
    page = words(asked)
    assert "„Fundacji Żółw”: czy chodziło o…?" in page
    assert "Nie znamy organizacji „Nowa Grupa”." in page
    assert "Odpowiedz jeszcze przy nazwach" in page
    assert not AttendanceNote.objects.exists()
    sent = form_of(asked)
    assert sent["summary"] == "Zostaje."
    answers = {"asked-0-choice": known.pk, "asked-1-choice": "new", "_save": "1"}
    writer.post(page_of(held), {**sent, **answers})
    new = Organization.objects.get(name="Nowa Grupa")
    assert (new.status, new.kind, new.history.get().history_user.is_staff) == ("draft", "ngo", True)
    rows = AttendanceNote.objects.get().presences.values_list("organization", "public")
    assert list(rows) == [(known.pk, False), (new.pk, False)]


def test_a_list_is_recognised_at_once_and_nothing_is_saved(writer, held):
    make_organization("Fundacja Żółw")
    sent = form_of(writer.get(page_of(held)))
    response = writer.post(page_of(held), {**sent, "names": "fundacja zolw", "_show": "names"})
    assert "Fundacja Żółw" in words(response).replace("\xa0", " ")
    assert "Odpowiedz jeszcze" not in words(response)
    assert not AttendanceNote.objects.exists()


def test_a_new_organization_named_twice_is_one(writer, held):
    sent = form_of(writer.get(page_of(held)))
    rows = {"presences-TOTAL_FORMS": "1", "presences-0-new_name": "Nowa Grupa", "_save": "1"}
    make_organization("NOWA GRUPA", published_at=None)
    writer.post(page_of(held), {**sent, **rows})
    assert Organization.objects.count() == 1
    assert AttendanceNote.objects.get().presences.count() == 1


def test_nothing_new_stays_behind_when_the_note_is_refused(writer, held):
    sent = form_of(writer.get(page_of(held)))
    rows = {"presences-TOTAL_FORMS": "1", "presences-0-new_name": "Nowa", "counts-0-value": "-1"}
    writer.post(page_of(held), {**sent, **rows, "_save": "1"})
    assert not Organization.objects.exists()


def test_an_organization_leaves_the_list(writer, held):
    note = make_note(held, approved_at=None)
    note.presences.create(organization=make_organization())
    write(writer, held, **{"presences-0-DELETE": "on"})
    assert not note.presences.exists()


def test_an_organization_is_named_on_the_page_only_when_it_agreed(publisher, held, client):
    note = make_note(held, approved_at=None)
    for name in ("Fundacja Zgoda", "Grupa Cisza"):
        note.presences.create(organization=make_organization(name))
    write(publisher, held, "_approve", **{"presences-0-public": "on", "counts-0-value": "5"})
    page = words(client.get(held.get_absolute_url())).replace("\xa0", " ")
    assert "Fundacja Zgoda" in page
    assert "Grupa Cisza" not in page


def test_while_somebody_types_staff_are_offered_names(writer, held, client):
    make_organization("Fundacja Żółw")
    found = writer.get(f"{page_of(held)}organizacje/?q=zol").json()["found"]
    assert [row["name"] for row in found] == ["Fundacja Żółw"]
    assert writer.get(f"{page_of(held)}organizacje/?q=z").json() == {"found": []}
    client.logout()
    assert client.get(f"{page_of(held)}organizacje/?q=zol").status_code == 302


## Did it take place


def test_it_is_said_on_the_same_screen_that_it_took_place(publisher, passed):
    assert "Czy się odbyło?" in words(publisher.get(page_of(passed)))
    write(publisher, passed, "_approve", held="on", **{"counts-0-value": "41", "summary": "Było."})
    passed.refresh_from_db()
    assert passed.outcome == Outcome.HELD
    assert AttendanceNote.objects.get().current.number == 1
    assert "Czy się odbyło?" not in words(publisher.get(page_of(passed)))


def test_nobody_is_made_to_say_it_but_nothing_is_approved_until_then(publisher, passed):
    response = write(publisher, passed, "_approve", summary="Było.")
    assert "Najpierw powiedz, że wydarzenie się odbyło." in told(response)
    assert AttendanceNote.objects.get().current is None


def test_a_meeting_that_has_not_begun_has_no_note(writer, now):
    event = make_event(when=When.on_day((now + timedelta(days=2)).date()))
    for response in (writer.get(page_of(event)), writer.post(page_of(event), {"summary": "x"})):
        assert "jeszcze się nie zaczęło" in words(response)
    assert not AttendanceNote.objects.exists()


def test_a_cancelled_meeting_has_no_note(writer, now):
    day = (now - timedelta(days=2)).date()
    event = make_event(when=When.on_day(day), outcome="cancelled", outcome_reason="Awaria.")
    assert "ma stan „odwołane”" in words(writer.get(page_of(event)))


## Promises


def test_promises_have_an_owner_and_a_day(writer, held):
    typed = {"commitments-0-text": "Sala na wrzesień", "commitments-0-owner": "Pełnomocniczka"}
    write(writer, held, **typed, **{"commitments-0-due": "2026-09-01"})
    [row] = Commitment.objects.all()
    assert (row.text, row.owner, str(row.due), row.state) == (
        "Sala na wrzesień",
        "Pełnomocniczka",
        "2026-09-01",
        "open",
    )


def test_a_promise_without_an_owner_is_refused(writer, held):
    response = write(writer, held, **{"commitments-0-text": "Sala"})
    assert "Napisz, kto to zrobi" in words(response)
    assert not AttendanceNote.objects.exists()
