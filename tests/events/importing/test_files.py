import os

import pytest

from events.importing.encodings import UnreadableError
from events.importing.files import LARGEST, Source, Unread, folder, read


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a", ".DS_Store", "a.md.exe"])
def test_only_names_of_texts_are_read(name):
    with pytest.raises(UnreadableError, match="nie jest plik"):
        read(name, b"tekst")


@pytest.mark.parametrize("name", ["a.md", "A.MD", "a.markdown", "a.txt"])
def test_markdown_and_plain_texts_are_read_alike(name):
    assert not read(name, b"tekst").is_html


@pytest.mark.parametrize(
    "name, data", [("a.html", b"tekst"), ("a.HTM", b"tekst"), ("a.txt", b"<!DOCTYPE html><p>x")]
)
def test_html_is_known_by_its_name_or_by_how_it_begins(name, data):
    assert read(name, data).is_html


def test_a_file_over_a_megabyte_is_refused():
    with pytest.raises(UnreadableError, match="1 MB"):
        read("a.html", b"a" * (LARGEST + 1))


def test_markdown_of_hundreds_of_pages_is_refused():
    with pytest.raises(UnreadableError, match="sto stron"):
        read("a.md", b"[" * 300_000)


def test_a_folder_is_read_in_order_and_nothing_stops_it(tmp_path):
    (tmp_path / "b.md").write_text("Tekst")
    (tmp_path / "a.md").write_bytes(b"")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    (tmp_path / "d").mkdir()
    (tmp_path / "e.txt").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "f.txt")
    found = list(folder(tmp_path))
    assert [row.name for row in found] == ["a.md", "b.md", "c.pdf", "d", "e.txt", "f.txt"]
    assert [isinstance(row, Source) for row in found] == [False, True, False, False, False, False]
    assert [row.foreign for row in found if isinstance(row, Unread)] == [
        False,
        True,
        True,
        True,
        True,
    ]


def test_a_file_that_nobody_may_open_is_told(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_text("Tekst")
    monkeypatch.setattr("pathlib.Path.open", refuse)
    [found] = folder(tmp_path)
    assert found.why == "Nie da się go otworzyć: Permission denied."


def refuse(*args, **kwargs):
    raise PermissionError(13, "Permission denied")


def test_files_are_read_one_at_a_time(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.md").write_text("Tekst")
    files = folder(tmp_path)
    next(files)
    (tmp_path / "1.md").write_text("Inny tekst")
    assert next(files).text == "Inny tekst"
