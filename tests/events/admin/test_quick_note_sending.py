"""The note on a phone: its photograph, two sendings, two people, the way to it."""

import uuid
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import AttendanceNote, Count, EventPicture
from events.models.event import Outcome
from events.pictures import shown
from portal.kernel.pictures import shelf
from portal.kernel.when import When
from portal.models import WorkingCopy
from tests.desk import told, words
from tests.factories import make_event, make_note, make_organization, make_user
from tests.notes import form_of, page_of, write
from tests.pictures import WORDS, jpeg, make_picture, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(now):
    day = (now - timedelta(days=3)).date()
    return make_event("Ławka", when=When.on_day(day), outcome=Outcome.HELD, published_at=now)


@pytest.fixture
def passed(now):
    """Over, and nobody has said whether it took place."""
    return make_event("Ławka", when=When.on_day((now - timedelta(days=3)).date()), published_at=now)


## The photograph

ABOUT = {f"photo-{name}": text for name, text in WORDS.items()}


def test_a_photograph_waits_until_the_note_is_approved(
    publisher, held, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        write(publisher, held, summary="Było.", **ABOUT, **{"photo-upload": upload(jpeg())})
    picture = EventPicture.objects.get()
    assert (picture.waits, picture.event, picture.alt) == (True, held, "Ludzie przy stole")
    assert list(shelf.files_of(picture.name)) == []
    assert "czeka na zatwierdzenie" in words(publisher.get(page_of(held))).lower()
    seen = publisher.get(f"{page_of(held)}zdjecie/{picture.pk}/")
    assert seen["Content-Type"] == "image/jpeg"
    with django_capture_on_commit_callbacks(execute=True):
        write(publisher, held, "_approve", **{"counts-0-value": "5"})
    picture.refresh_from_db()
    assert not picture.waits
    assert picture.history.count() == 2
    assert [row.pk for row in shown(held)] == [picture.pk]
    assert "Ludzie przy stole" in client.get(held.get_absolute_url()).content.decode()


def test_visitors_see_nothing_of_a_waiting_photograph(client, held):
    picture = make_picture(held, alt="Tajny stół", waits=True)
    page = client.get(held.get_absolute_url()).content.decode()
    assert "Tajny stół" not in page
    assert picture.name not in page
    assert shown(held) == []
    assert not picture.is_shown
    assert client.get(f"{page_of(held)}zdjecie/{picture.pk}/").status_code == 302


def test_a_photograph_needs_words_and_an_answer_about_people(writer, held):
    response = write(writer, held, summary="Zostaje.", **{"photo-upload": upload(jpeg())})
    assert "Opisz zdjęcie albo zaznacz" in words(response)
    assert not EventPicture.objects.exists()
    assert not AttendanceNote.objects.exists()
    sent = form_of(response)
    assert sent["photo-kept"]
    writer.post(page_of(held), {**sent, **ABOUT, "_save": "1"})
    assert EventPicture.objects.get().waits


def test_what_is_no_picture_is_refused(writer, held):
    response = write(writer, held, **ABOUT, **{"photo-upload": upload(b"%PDF-1.7", "a.pdf")})
    assert "To nie jest zdjęcie" in words(response)
    assert not AttendanceNote.objects.exists()


## Once, and never over somebody else's


def test_sent_twice_it_is_one_note(writer, held):
    sent = {**form_of(writer.get(page_of(held))), "summary": "Raz.", "_save": "1"}
    sent["counts-0-value"] = "41"
    writer.post(page_of(held), sent)
    again = writer.post(page_of(held), sent, follow=True)
    assert "już wysłano" in told(again)
    assert AttendanceNote.objects.get().history.count() == 1
    assert Count.objects.count() == 1


def test_the_script_is_told_where_to_go_once_it_is_saved(writer, held):
    sent = {**form_of(writer.get(page_of(held))), "summary": "Raz.", "_save": "1"}
    sent["_key"] = str(uuid.uuid4())
    answers = [
        writer.post(page_of(held), sent, headers={"accept": "application/json"}) for _ in "12"
    ]
    assert {answer.json()["url"] for answer in answers} == {f"{page_of(held)}?zapisano=1"}
    wrong = {**sent, "_key": str(uuid.uuid4()), "counts-0-value": "-1"}
    shown_again = writer.post(page_of(held), wrong, headers={"accept": "application/json"})
    assert shown_again["Content-Type"].startswith("text/html")


def test_the_second_of_two_first_notes_sees_both_and_overwrites_nothing(client, held):
    anna, ola = make_user("redakcja"), make_user("redakcja")
    client.force_login(anna)
    empty = form_of(client.get(page_of(held)))
    client.post(
        page_of(held),
        {
            **empty,
            "_key": str(uuid.uuid4()),
            "summary": "Zdanie Anny.",
            "counts-0-value": "40",
            "_save": "1",
        },
    )
    client.force_login(ola)
    late = {**empty, "_key": str(uuid.uuid4()), "summary": "Zdanie Oli.", "counts-0-value": "41"}
    response = client.post(page_of(held), {**late, "_save": "1"})
    page = words(response)
    assert "Dwie osoby zmieniły to samo" in page
    assert "Zdanie Oli." in response.content.decode().replace("</ins>", "").replace("<ins>", "")
    note = AttendanceNote.objects.get()
    assert note.summary == "Zdanie Anny."
    assert [row.value for row in note.counts.all()] == [40]


def test_a_session_that_ended_carries_the_text_through_the_log_in(client, held):
    user = make_user("redakcja")
    client.force_login(user)
    sent = {**form_of(client.get(page_of(held))), "summary": "Pisane w tramwaju.", "_save": "1"}
    client.logout()
    asked = client.post(page_of(held), sent)
    carried = BeautifulSoup(asked.content, "html.parser").select_one("input[name=_kept]")["value"]
    client.force_login(user)
    response = client.post("/admin/kopia/", {"_kept": carried}, follow=True)
    assert "Pisane w tramwaju." in response.content.decode()
    assert not AttendanceNote.objects.exists()
    write_again = {**form_of(response), "_save": "1"}
    client.post(response.request["PATH_INFO"] + "?kopia=1", write_again)
    assert AttendanceNote.objects.get().summary == "Pisane w tramwaju."
    assert not WorkingCopy.objects.exists()


## An approved note, roles, the way there


def test_an_approved_note_says_that_changes_count_only_after_approval(writer, held):
    note = make_note(held, ("exactly", 41, "people"), summary="Było.")
    page = writer.get(page_of(held))
    assert "Zmiany zaczną się liczyć po zatwierdzeniu." in words(page)
    assert form_of(page)["counts-0-value"] == "41"
    write(writer, held, **{"counts-0-value": "50"})
    note.refresh_from_db()
    assert note.current.data["counts"][0]["value"] == 41


def test_only_a_publisher_approves_here(writer, held):
    assert "Zapisz i zatwierdź" not in writer.get(page_of(held)).content.decode()
    write(writer, held, "_approve", **{"counts-0-value": "5", "summary": "Było."})
    assert AttendanceNote.objects.get().current is None


def test_doubts_lead_to_the_gate(publisher, held):
    response = write(publisher, held, "_approve", summary="Przyszła Anna Kowalska.")
    assert response.redirect_chain[-1][0].endswith("/publikacja/")
    assert "wygląda na imię i nazwisko" in words(response)


def test_both_forms_lead_to_each_other(writer, held):
    note = make_note(held, approved_at=None)
    whole = f"/admin/events/attendancenote/{note.pk}/change/"
    assert whole in writer.get(page_of(held)).content.decode()
    assert page_of(held) in writer.get(whole).content.decode()
    event = f"/admin/events/event/{held.pk}/change/"
    assert page_of(held) in writer.get(event).content.decode()


def test_the_desk_leads_here_when_the_meeting_is_over(writer, held, passed):
    desk = writer.get("/admin/").content.decode()
    assert page_of(held) in desk
    assert page_of(passed) in desk


def test_it_costs_as_much_for_30_organizations_as_for_one(writer, held):
    note = make_note(held, approved_at=None)
    writer.get(page_of(held))  # what a process asks for once and remembers
    asked = []
    for more in (1, 29):
        for _ in range(more):
            note.presences.create(organization=make_organization())
        with CaptureQueriesContext(connection) as queries:
            writer.get(page_of(held))
        asked.append(len(queries))
    assert asked[0] == asked[1]
