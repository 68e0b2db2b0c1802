"""The desk's forms of the office's pages and of its contact."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.desk import desk
from portal.models import OfficeContact, SitePage
from portal.pages import film_shelf
from tests.desk import filled, page_of, told, words, write
from tests.factories import NOW, make_user
from tests.films import CAPTIONS, TRANSCRIPT, mp4, put, show_film

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client, at_noon):
    user = make_user("redakcja", "publikacja", username="ola")
    client.force_login(user)
    return user


@pytest.fixture
def about():
    return SitePage.objects.get(key="about")


@pytest.fixture
def contact():
    return OfficeContact.objects.get()


def send(client, page, **changes):
    """As `write`; a browser sends nothing of a file that nobody chose."""
    return write(client, page, **{"film": "", "captions": "", **changes})


def film(content=None, name="film.mp4"):
    return SimpleUploadedFile(name, mp4() if content is None else content, "video/mp4")


def errors(response):
    """{field: what is said beside it}"""
    soup = BeautifulSoup(response.content, "html.parser")
    found = {}
    for row in soup.select(".form-row.errors, .errors"):
        names = [name[6:] for name in row.get("class", []) if name.startswith("field-")]
        for name in names:
            found[name] = " ".join(item.get_text(strip=True) for item in row.select(".errorlist"))
    return found


## The pages


def test_a_saved_page_is_public_at_once_and_leads_there(client, publisher):
    page = SitePage.objects.get(key="privacy")
    answer = write(client, page, title="Prywatność u nas", body="<p>Krótko.</p>")
    assert told(answer) == "Zapisano: Prywatność."
    assert "Zobacz na stronie" in words(answer)
    assert 'href="/prywatnosc/"' in answer.content.decode()
    shown = words(client.get("/prywatnosc/"))
    assert "Prywatność u" in shown
    assert "Krótko." in shown


def test_a_page_needs_a_title_and_the_rest_stays_as_typed(client, publisher):
    page = SitePage.objects.get(key="cookies")
    answer = write(client, page, title="", lead="Moje zdanie", body="<p>Mój tekst</p>")
    assert errors(answer)["title"]
    html = answer.content.decode()
    assert "Moje zdanie" in html
    assert "Mój tekst" in html
    page.refresh_from_db()
    assert page.title == "Pliki cookie"


def test_our_own_text_says_what_nobody_has_confirmed_until_somebody_edits_it(client, publisher):
    page = SitePage.objects.get(key="privacy")
    asked = "Inspektor Ochrony Danych przeczytał klauzulę"
    assert asked in words(client.get(page_of(page)))
    assert asked not in words(write(client, page, title="Prywatność"))


def test_pages_are_neither_added_nor_deleted(client, publisher, about, contact):
    for record in (about, contact):
        name = record._meta.model_name
        assert client.get(f"/admin/portal/{name}/add/").status_code == 403
        assert client.post(f"/admin/portal/{name}/{record.pk}/delete/").status_code == 403
        assert "Usuń" not in words(client.get(page_of(record)))
    listed = client.get("/admin/portal/sitepage/")
    assert listed.context["cl"].result_count == 6
    assert "Usuń" not in words(listed)


def test_the_list_of_one_contact_is_its_form(client, publisher, contact):
    assert client.get("/admin/portal/officecontact/")["Location"] == page_of(contact)


def test_a_writer_cannot_open_them(client, at_noon, about, contact):
    client.force_login(make_user("redakcja"))
    for record in (about, contact):
        assert client.get(page_of(record)).status_code == 403
        assert client.post(page_of(record), {"title": "x"}).status_code == 403
    about.refresh_from_db()
    assert about.title == "O Pełnomocniku"


def test_history_begins_with_our_own_text_and_tells_who_changed_it(client, publisher):
    page = SitePage.objects.get(key="reuse")
    write(client, page, title="Nowy tytuł")
    told_there = words(client.get(f"/admin/portal/sitepage/{page.pk}/history/"))
    assert "Nowy tytuł" in told_there
    assert "ola" in told_there
    assert page.history.count() == 2
    first = page.history.earliest("history_id")
    url = f"/admin/portal/sitepage/{page.pk}/history/{first.history_id}/"
    assert client.get(url).status_code == 200
    client.post(url)
    page.refresh_from_db()
    assert page.title == "Ponowne wykorzystywanie"


def test_the_second_editor_is_told(client, publisher):
    page = SitePage.objects.get(key="contact")
    form = filled(client.get(page_of(page)), body="<p>Mój tekst</p>")
    page.body = "<p>Czyjś tekst</p>"
    page.save()
    answer = client.post(page_of(page), form, follow=True)
    assert "Dwie osoby zmieniły to samo" in words(answer)
    assert "[tylko tu: Mój] tekst" in words(answer)
    assert "[tylko tu: Czyjś] tekst" in words(answer)
    page.refresh_from_db()
    assert page.body == "<p>Czyjś tekst</p>"


def test_markup_is_cleaned_when_stored(client, publisher):
    page = SitePage.objects.get(key="cookies")
    write(client, page, body='<p onclick="x()">Dobrze<script>alert(1)</script></p>')
    page.refresh_from_db()
    assert page.body == "<p>Dobrze</p>"


## The film


def test_only_the_page_about_the_office_has_a_place_for_a_film(client, publisher, about):
    assert 'name="film"' in client.get(page_of(about)).content.decode()
    other = SitePage.objects.get(key="privacy")
    assert 'name="film"' not in client.get(page_of(other)).content.decode()


def test_a_film_with_captions_and_its_words_is_shown(client, publisher, about):
    captions = SimpleUploadedFile("napisy.vtt", CAPTIONS.encode(), "text/vtt")
    answer = send(client, about, film=film(), captions=captions, transcript=TRANSCRIPT)
    assert told(answer).startswith("Zapisano")
    about.refresh_from_db()
    assert film_shelf.FILE.fullmatch(about.film.name.removeprefix("filmy/"))
    page = BeautifulSoup(client.get("/o-pelnomocniku/").content, "html.parser")
    assert page.video.source["src"] == about.film.url
    assert page.video.track["src"] == about.captions.url


def test_a_film_without_its_words_is_refused_and_waits_for_them(client, publisher, about):
    answer = send(client, about, film=film(), title="Nowy tytuł")
    assert "bez tego nie każdy go zna" in errors(answer)["transcript"]
    assert "czeka na zapisanie" in words(answer)
    about.refresh_from_db()
    assert (about.film, about.title) == ("", "O Pełnomocniku")
    form = filled(answer, transcript=TRANSCRIPT, film="", captions="")
    assert told(client.post(page_of(about), form, follow=True)).startswith("Zapisano")
    about.refresh_from_db()
    assert film_shelf.path_of(about.film.name).read_bytes() == mp4()
    assert about.title == "Nowy tytuł"


@pytest.mark.parametrize(
    "content, said",
    [
        (b"<script>alert(1)</script>", "To nie jest film MP4 ani WebM."),
        (b"", "Ten plik jest pusty"),
        (mp4()[:-9], "uszkodzony"),
    ],
)
def test_what_is_no_film_is_refused_beside_its_field(client, publisher, about, content, said):
    answer = send(client, about, film=film(content), transcript=TRANSCRIPT, lead="Moje zdanie")
    assert said in errors(answer)["film"]
    assert "Moje zdanie" in answer.content.decode()
    about.refresh_from_db()
    assert not about.film


def test_captions_without_a_film_are_refused(client, publisher, about):
    captions = SimpleUploadedFile("napisy.vtt", CAPTIONS.encode())
    answer = send(client, about, captions=captions)
    assert "Napisy są, a filmu nie ma" in errors(answer)["captions"]


@pytest.mark.parametrize("made_up", ["filmy/../../etc/passwd", "x", "filmy/" + "a" * 32 + ".mp4"])
def test_nobody_can_name_a_file_that_they_did_not_send(client, publisher, about, made_up):
    answer = send(client, about, film_kept=made_up, transcript=TRANSCRIPT)
    assert "jeszcze raz" in errors(answer)["film"]
    other = put(".mp4", mp4())
    answer = send(client, about, film_kept=other, transcript=TRANSCRIPT)
    assert "jeszcze raz" in errors(answer)["film"]


def test_a_film_can_be_taken_away_and_other_words_leave_it(client, publisher, about):
    show_film()
    about.refresh_from_db()
    kept = about.film.name
    send(client, about, title="Inny tytuł")
    about.refresh_from_db()
    assert (about.title, about.film.name) == ("Inny tytuł", kept)
    clear = {"film-clear": "on", "captions-clear": "on"}
    send(client, about, **clear, transcript="")
    about.refresh_from_db()
    assert (about.film, about.captions) == ("", "")


## The contact


def test_the_contact_is_in_every_foot_at_once(client, publisher, contact):
    answer = write(client, contact, email="biuro@example.org", phone="12  000 00 00")
    assert told(answer).startswith("Zapisano")
    assert "biuro@example.org" in words(client.get("/wydarzenia/"))
    contact.refresh_from_db()
    assert contact.phone == "12 000 00 00"


@pytest.mark.parametrize(
    "field, value", [("phone", "zadzwoń do nas"), ("press_phone", "12 345"), ("email", "biuro@")]
)
def test_what_nobody_can_dial_or_write_to_is_refused(client, publisher, contact, field, value):
    answer = write(client, contact, **{field: value, "hours": "pn.–pt."})
    assert field in errors(answer)
    assert "pn.–pt." in answer.content.decode()
    contact.refresh_from_db()
    assert contact.hours == ""


## The desk


def lines(user):
    return [line for line in desk(user, NOW).lines if line.kind == "contact"]


def test_the_desk_asks_for_a_contact_until_there_is_one(client, publisher, contact):
    [line] = lines(publisher)
    assert line.text == "Nie ma kontaktu do biura"
    assert line.url == f"{page_of(contact)}#id_email"
    page = client.get(line.url.partition("#")[0])
    assert 'id="id_email"' in page.content.decode()
    OfficeContact.objects.update(phone="12 000 00 00")
    assert lines(publisher) == []


def test_the_desk_does_not_ask_those_who_may_not_change_it(db):
    assert lines(make_user("redakcja")) == []
