import io
import shutil

import pytest
from django.core.management import CommandError, call_command

from events.models import Announcement, Event
from tests.events.importing.conftest import FIXTURES, ORIGINALS
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def run(folder, **options):
    """(what it printed, the sentence with which it failed)"""
    out = io.StringIO()
    try:
        call_command("import_announcements", folder, stdout=out, **options)
    except CommandError as failed:
        return out.getvalue(), str(failed)
    return out.getvalue(), ""


def test_a_folder_comes_in_and_a_second_time_makes_no_doubles(gdynia):
    said, failed = run(FIXTURES)
    assert failed == ""
    assert "nowe szkice: 8" in said
    assert Announcement.objects.count() == 8
    again, failed = run(FIXTURES)
    assert failed == ""
    assert "nowe szkice: 0" in again
    assert "wczytane już wcześniej: 8" in again
    assert Announcement.objects.count() == 8


def test_it_says_of_each_file_what_was_recognised_mended_and_doubtful(gdynia):
    said, _ = run(FIXTURES)
    for line in (
        "2026-02-02-rozmowa-na-schodach.md",
        "  Zapytaj prezydentkę – Schody rozmów dla stowarzyszeń",
        "  Publikacja: 2.02.2026.",
        "  Wydarzenie: 12.02.2026 18.15–ok. 19.45; Przystań Społeczna, sala 12; Schody rozmów",
        "  – Usunięto zabłąkane logo: „Gdynia Morska”.",
        "  – „Żurawka” wygląda na „Żurawska”.",
        "  Wczytano szkic.",
    ):
        assert line in said.splitlines()


def test_a_dry_run_writes_nothing(gdynia):
    said, _ = run(FIXTURES, dry_run=True)
    assert "szkice, które by powstały: 8" in said
    assert not Announcement.objects.exists()


def test_nothing_but_drafts_is_written(gdynia):
    run(FIXTURES)
    assert not Event.objects.exists()
    assert not Announcement.objects.exclude(status="draft").exists()


def test_one_bad_file_fails_the_run_and_stops_no_other(tmp_path):
    shutil.copy(FIXTURES / "warsztaty-z-ofert.txt", tmp_path)
    (tmp_path / "a.md").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(b"<div>" * 5000)
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "d.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "e.txt").write_bytes(b"a" * 2_000_000)
    said, failed = run(tmp_path)
    assert failed == "Nie odczytano wszystkich tekstów: powody są wyżej."
    assert "nowe szkice: 1" in said
    assert "nieodczytane: 4" in said
    assert "inne pliki, pominięte: 1" in said
    assert "Pominięto: Plik jest pusty." in said
    assert "ponad 1 MB" in said
    assert Announcement.objects.get().title == "Warsztaty z pisania ofert"


def test_a_foreign_file_alone_is_no_failure(tmp_path):
    (tmp_path / "zdjecie.png").write_bytes(b"\x89PNG")
    assert run(tmp_path)[1] == ""


def test_a_folder_that_is_none_is_told(tmp_path):
    assert run(tmp_path / "nie-ma")[1].startswith("Nie ma takiego folderu")


def test_the_history_names_the_account(gdynia):
    person = make_user("redakcja", username="ala")
    run(FIXTURES, account="ala")
    assert Announcement.objects.first().history.get().history_user == person
    assert run(FIXTURES, account="ola")[1] == "Nie ma konta „ola”."


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the office's own texts are absent")
def test_the_office_s_own_texts_come_in_once(db):
    _, failed = run(ORIGINALS)
    assert (failed, Announcement.objects.count()) == ("", 5)
    assert "nowe szkice: 0" in run(ORIGINALS)[0]
    assert Announcement.objects.count() == 5
