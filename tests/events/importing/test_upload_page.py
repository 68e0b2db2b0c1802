"""The page where a person chooses files, sees what would come, and brings it in."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from events.importing import upload
from events.importing.files import Source
from events.models import Announcement
from tests.desk import told, words
from tests.events.importing.conftest import FIXTURES
from tests.factories import make_announcement, make_user

pytestmark = pytest.mark.django_db
PAGE = "/admin/events/announcement/import/"
NAMES = ("2026-01-12-dyzur-w-bibliotece.txt", "2026-03-30-po-targach.txt", "warsztaty-z-ofert.txt")


@pytest.fixture
def writer(client):
    client.force_login(make_user("redakcja"))
    return client


def file(name, data=None):
    return SimpleUploadedFile(name, (FIXTURES / name).read_bytes() if data is None else data)


def sent(client, *files):
    return client.post(PAGE, {"files": files or [file(name) for name in NAMES]})


def bring(client, looked, take=None):
    """Press the button below the table, with what is ticked there."""
    form = BeautifulSoup(looked.content, "html.parser").select_one("form[data-import]")
    ticked = [box["value"] for box in form.select("input[name=take][checked]")]
    packed = [box["value"] for box in form.select("input[name=packed]")]
    data = {"_bring": "Wczytaj", "packed": packed, "take": ticked if take is None else take}
    return client.post(PAGE, data, follow=True)


def test_the_list_of_announcements_leads_here(writer):
    assert reverse("admin:events_announcement_import") == PAGE
    assert f'href="{PAGE}"' in writer.get("/admin/events/announcement/").content.decode()


def test_looking_shows_what_would_come_and_writes_nothing(writer, gdynia):
    page = words(sent(writer))
    assert "Biuro na wynos – rozmowy w miejscach, które lubicie 12.01.2026" in page
    assert "23.01.2026 10.00–13.30; Klubokawiarnia Falochron" in page
    assert "Usunięto zabłąkane logo: „Gdynia Morska”." in page
    assert not Announcement.objects.exists()


def test_the_button_says_how_many(writer):
    assert "Wczytaj 3\xa0szkice" in sent(writer).content.decode()


def test_what_was_ticked_comes_in_and_leads_on(writer, gdynia):
    done = bring(writer, sent(writer))
    assert "Wczytano: 3\xa0szkice." in told(done)
    for draft in Announcement.objects.all():
        assert f"/admin/events/announcement/{draft.pk}/rozpoznane/" in done.content.decode()


def test_what_was_not_ticked_stays_out(writer):
    bring(writer, sent(writer), take=["1"])
    assert Announcement.objects.get().title.startswith("„Razem na rynku III”")


def test_pressing_twice_makes_no_doubles(writer):
    looked = sent(writer)
    bring(writer, looked)
    again = bring(writer, looked)
    assert "Ten tekst już wczytano" in told(again)
    assert Announcement.objects.count() == 3


def test_a_second_look_says_that_it_stands_already(writer):
    bring(writer, sent(writer))
    page = sent(writer)
    assert "Ten tekst już wczytano: Warsztaty z pisania ofert." in words(page)
    assert "Nie ma tu nic nowego do wczytania." in words(page)


def test_what_is_like_something_else_is_not_ticked_but_may_be(writer):
    make_announcement("Warsztaty z pisania ofert", published_at=None)
    looked = sent(writer, file(NAMES[2]))
    assert "z inną treścią" in words(looked)
    assert "Nic nie zaznaczono" in told(bring(writer, looked))
    assert "Wczytano: 1\xa0szkic." in told(bring(writer, looked, take=["0"]))


@pytest.mark.parametrize(
    "name, data, sentence",
    [
        ("a.pdf", b"%PDF", "To nie jest plik .md, .txt ani .html."),
        ("a.txt", b"%PDF-1.7", "To nie jest tekst, tylko plik PDF."),
        ("a.md", b" ", "Plik jest pusty."),
        ("a.txt", b"a" * 1_100_000, "Plik ma ponad 1 MB"),
        ("a.html", b"<script>1</script>", "W pliku nie ma żadnego tekstu."),
        ("a.html", b"<div>" * 9000, "zagnieżdżony"),
        ("../../a.md.exe", b"tekst", "To nie jest plik .md, .txt ani .html."),
    ],
)
def test_a_bad_file_is_told_of_and_the_others_come(writer, name, data, sentence):
    looked = sent(writer, file(NAMES[2]), file(name, data))
    assert sentence in words(looked)
    bring(writer, looked)
    assert Announcement.objects.get().title == "Warsztaty z pisania ofert"


def test_nothing_chosen_is_told(writer):
    assert "Wybierz pliki z tekstami" in words(writer.post(PAGE, {}))


def test_too_many_files_are_told(writer):
    files = [file(f"{number}.md", b"Tekst") for number in range(51)]
    assert "najwyżej 50 plików" in words(sent(writer, *files))


def test_what_no_form_could_carry_is_told(writer, monkeypatch):
    monkeypatch.setattr(upload, "HEAVIEST", 1000)
    assert "razem za duże" in words(sent(writer))


def test_a_form_that_somebody_changed_brings_nothing(writer):
    forged = {"_bring": "1", "packed": ["podrobione"], "take": ["0"]}
    assert "Wybierz go jeszcze raz." in told(writer.post(PAGE, forged, follow=True))
    assert not Announcement.objects.exists()


def test_what_was_looked_at_is_what_comes_in():
    source = Source("a.md", "Zażółć\ngęślą", False, ("uwaga",))
    assert upload.unpacked(upload.packed(source)) == source


def test_the_text_of_a_file_is_never_markup_on_the_page(writer):
    looked = sent(writer, file("<img src=x>.md", b"# <b>Tytul</b> &lt;script&gt;\n\nTekst."))
    assert not re.search(r"<script>|<img src=x", looked.content.decode().split("<body")[1])


def test_who_may_not_write_may_not_bring_in(client):
    client.force_login(make_user())
    assert client.get(PAGE).status_code == 403
    assert sent(client).status_code == 403
