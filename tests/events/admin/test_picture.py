"""Pictures on an event's form: a file and what must be known of it, or nothing at all."""

import re

import pytest
from django.core.signing import Signer

from events.models import EventPicture
from portal.kernel.pictures import intake, shelf
from tests.desk import filled, page_of, words
from tests.factories import make_event
from tests.pictures import WORDS, jpeg, make_picture, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event("Piknik", published_at=None)


def send(client, event, *rows, **changes):
    """The form with these rows below those that are stored."""
    sent = filled(client.get(page_of(event)), **changes)
    first = int(sent["pictures-INITIAL_FORMS"])
    sent["pictures-TOTAL_FORMS"] = first + len(rows)
    for number, row in enumerate(rows, first):
        row = {"focal_x": 50, "focal_y": 50, **row}
        sent |= {f"pictures-{number}-{name}": value for name, value in row.items()}
    return client.post(page_of(event), sent, follow=True)


def new(content=None, **words):
    return {"upload": upload(jpeg() if content is None else content), **WORDS, **words}


def errors(response, number=0):
    (rows,) = [
        rows.formset
        for rows in response.context["inline_admin_formsets"]
        if rows.formset.prefix == "pictures"
    ]
    return rows.forms[number].errors


def kept(response, number=0):
    pattern = rf'name="pictures-{number}-kept" value="([^"]+)"'
    found = re.search(pattern, response.content.decode())
    return found and found[1]


def test_a_picture_is_taken_with_its_words(writer, event):
    response = send(writer, event, new(people="agreed", focal_x=10))
    picture = event.pictures.get()
    assert "Zapisano" in words(response)
    assert (picture.width, picture.height) == (640, 480)
    assert (picture.alt, picture.people, picture.focal_x) == ("Ludzie przy stole", "agreed", 10)
    assert picture.missing() == set()
    assert picture.small in response.content.decode()


def test_several_come_at_once(writer, event):
    send(writer, event, new(), new(alt="", decorative="on"))
    assert event.pictures.count() == 2


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"", "0 bajtów"),
        (b"%PDF-1.4", "umiemy odczytać"),
        (b"<svg/>", "SVG"),
        (jpeg()[:900], "uszkodzony"),
    ],
)
def test_a_bad_file_is_refused_beside_its_field_and_the_words_stay(
    writer, event, content, sentence
):
    response = send(writer, event, new(content), title="Piknik w parku")
    assert sentence in errors(response)["upload"][0]
    assert "Ludzie przy stole" in response.content.decode()
    assert "Piknik w parku" in response.content.decode()
    assert not EventPicture.objects.exists()
    event.refresh_from_db()
    assert event.title == "Piknik"


@pytest.mark.parametrize(
    "missing, field",
    [("alt", "alt"), ("author", "author"), ("licence", "licence"), ("people", "people")],
)
def test_what_must_be_known_is_asked_for(writer, event, missing, field):
    response = send(writer, event, new(**{missing: ""}))
    assert set(errors(response)) == {field}
    assert not event.pictures.exists()


def test_a_row_without_a_file_asks_for_one(writer, event):
    response = send(writer, event, WORDS)
    assert errors(response)["upload"] == ["Wybierz plik ze zdjęciem."]


@pytest.mark.parametrize("alt", ["IMG_1234.jpg", "DSC01234", "zdjęcie 2", "P-1020304", "plaża.png"])
def test_the_name_of_a_file_is_no_description(writer, event, alt):
    assert "nazwa pliku" in errors(send(writer, event, new(alt=alt)))["alt"][0]


def test_decoration_has_no_description(writer, event):
    assert "alt" in errors(send(writer, event, new(decorative="on")))


@pytest.mark.parametrize("point", ["-1", "101", "x", ""])
def test_the_point_lies_on_the_picture(writer, event, point):
    assert "focal_x" in errors(send(writer, event, new(focal_x=point)))


def test_a_checked_file_waits_while_the_rest_is_mended(writer, event):
    response = send(writer, event, new(alt=""))
    token = kept(response)
    assert "czeka na zapisanie" in words(response)
    send(writer, event, {**WORDS, "kept": token})
    picture = event.pictures.get()
    assert picture.missing() == set()
    assert (picture.width, picture.height) == (640, 480)


def test_it_waits_also_when_another_part_of_the_form_is_wrong(writer, event):
    response = send(writer, event, new(), title="")
    send(writer, event, {**WORDS, "kept": kept(response)})
    assert event.pictures.count() == 1


def test_a_file_that_waited_too_long_is_asked_for_again(writer, event):
    token = kept(send(writer, event, new(alt="")))
    intake.remove_all(token.partition(":")[0])
    response = send(writer, event, {**WORDS, "kept": token})
    assert "jeszcze raz" in errors(response)["upload"][0]


@pytest.mark.parametrize(
    "token",
    [
        "a" * 32,
        "../../etc/passwd",
        "x:y",
        Signer(salt="events.picture_form").sign("../../etc/passwd"),
    ],
)
def test_a_token_that_was_made_up_opens_nothing(writer, event, token):
    response = send(writer, event, {**WORDS, "kept": token})
    assert "jeszcze raz" in errors(response)["upload"][0]


def test_one_file_is_never_two_pictures(writer, event):
    token = kept(send(writer, event, new(alt="")))
    send(writer, event, {**WORDS, "kept": token})
    response = send(writer, event, {**WORDS, "kept": token})
    assert "już zapisane" in errors(response, 1)["upload"][0]
    assert event.pictures.count() == 1


def test_a_stored_picture_keeps_its_file_and_changes_its_words(writer, event):
    picture = make_picture(event)
    page = writer.get(page_of(event)).content.decode()
    assert 'type="file" name="pictures-0-upload"' not in page
    send(writer, event, **{"pictures-0-alt": "Pusty stół", "pictures-0-upload": upload(jpeg())})
    again = event.pictures.get()
    assert (again.name, again.alt) == (picture.name, "Pusty stół")


def test_another_point_is_cut_anew(writer, event):
    send(writer, event, new())
    picture = event.pictures.get()
    send(writer, event, **{"pictures-0-focal_x": "5"})
    assert shelf.public(f"{picture.name}-karta-5-50.jpg").is_file()


def test_a_full_disk_is_said_beside_the_field(writer, event, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(intake, "place", full)
    response = send(writer, event, new())
    assert "zabrakło miejsca" in errors(response)["upload"][0]
    assert not EventPicture.objects.exists()


def test_removing_one_says_that_it_is_for_good(writer, event, django_capture_on_commit_callbacks):
    picture = make_picture(event)
    assert "Usuń na zawsze, razem z plikami" in words(writer.get(page_of(event)))
    with django_capture_on_commit_callbacks(execute=True):
        send(writer, event, **{"pictures-0-DELETE": "on"})
    assert not event.pictures.exists()
    assert not shelf.master(picture.name).exists()


def test_who_may_not_publish_adds_nothing_to_what_is_public(writer):
    event = make_event("Piknik")
    sent = {"pictures-TOTAL_FORMS": 1, "pictures-INITIAL_FORMS": 0, "title": "Piknik"}
    sent |= {f"pictures-0-{name}": value for name, value in new().items()}
    writer.post(page_of(event), sent)
    assert not event.pictures.exists()


def test_what_a_new_event_begins_with_may_be_a_picture(writer):
    response = writer.get("/admin/events/event/add/")
    sent = filled(response, title="Warsztat", when_from="13.05.2027 14.00")
    sent |= {"pictures-TOTAL_FORMS": 1, "pictures-0-focal_x": 50, "pictures-0-focal_y": 50}
    sent |= {f"pictures-0-{name}": value for name, value in new().items()}
    writer.post("/admin/events/event/add/", sent, follow=True)
    assert EventPicture.objects.get().event.title == "Warsztat"
