"""Files of a folder or of an upload, read one at a time and never beyond their limit."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from events.importing.encodings import UnreadableError, decode

LARGEST = 1024 * 1024  # bytes of a file: a page that a browser saved, with its scripts
LONGEST = 256 * 1024  # letters of Markdown: a hundred pages, which take seconds and not minutes
HTML = (".html", ".htm")
MARKDOWN = (".md", ".markdown", ".txt")


@dataclass(frozen=True)
class Source:
    """A text as it came: its file's name, its letters, and what was odd about them."""

    name: str
    text: str
    is_html: bool
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unread:
    """What was not read, and the Polish sentence why; foreign when it is no text by its name."""

    name: str
    why: str
    foreign: bool = False


def read(name: str, data: bytes) -> Source:
    """UnreadableError, with a Polish sentence, for what is no text that can be read."""
    refuse_name(name)
    refuse_size(len(data))
    decoded = decode(data)
    is_html = Path(name).suffix.lower() in HTML or decoded.text.lstrip()[:9].lower() in {
        "<!doctype",
        "<html>",
    }
    if not is_html and len(decoded.text) > LONGEST:
        raise UnreadableError(_("Tekst jest dłuższy niż sto stron: podziel go."))
    return Source(name, decoded.text, is_html, decoded.remarks)


def refuse_name(name: str) -> None:
    if Path(name).suffix.lower() not in (*HTML, *MARKDOWN):
        raise UnreadableError(_("To nie jest plik .md, .txt ani .html."))


def refuse_size(size: int) -> None:
    if size > LARGEST:
        raise UnreadableError(_("Plik ma ponad 1 MB: to nie jest jeden tekst."))


def folder(path: Path) -> Iterator[Source | Unread]:
    """Each file of a folder in the order of names; only one of them in memory at a time."""
    for name in sorted(entry.name for entry in path.iterdir()):
        yield from_disk(path / name)


def from_disk(path: Path) -> Source | Unread:
    if path.is_symlink() or not path.is_file():
        return Unread(path.name, _("To nie jest zwykły plik."), foreign=True)
    try:
        refuse_name(path.name)
    except UnreadableError as refused:
        return Unread(path.name, str(refused), foreign=True)
    try:
        with path.open("rb") as file:
            return read(path.name, file.read(LARGEST + 1))
    except UnreadableError as refused:
        return Unread(path.name, str(refused))
    except OSError as refused:
        return Unread(path.name, _("Nie da się go otworzyć: %s.") % refused.strerror)
