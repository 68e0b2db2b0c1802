"""Takes a film or its captions that somebody chose: refuses with a sentence, or keeps the file.

A film is not made anew, as pictures are: it is looked at from outside, box by box, gets a random
name and a fixed type, and is served so that it can do nothing but play.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _

from portal.pages import film_shelf

MEGABYTE = 1_000_000
MOST_BYTES = 200 * MEGABYTE
MOST_OF_CAPTIONS = 2 * MEGABYTE
MOST_BOXES = 200_000  # a film in fragments of a second lasts two days so
# ISO/IEC 14496-12 brands that browsers play; „qt  ” (QuickTime) and pictures' „heic” are not.
BRANDS = re.compile(rb"iso[m2-9]|mp4[12]|avc1|M4V[ HP]?|dash|cmf[c2]|3gp[4-6]|f4v ")
EBML, SEGMENT = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67"
WEBM = b"\x42\x82\x84webm"  # DocType, of 4 bytes
CUE = re.compile(r"(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}")

SENTENCES = {
    "empty": _("Ten plik jest pusty: ma 0 bajtów. Wybierz inny."),
    "large": _("Ten film ma ponad 200\N{NO-BREAK SPACE}MB. Zmniejsz go albo podziel."),
    "kind": _("To nie jest film MP4 ani WebM. Zapisz go jako MP4 (H.264) i wybierz jeszcze raz."),
    "broken": _("Ten film jest uszkodzony albo niepełny. Zapisz go na nowo i wybierz."),
    "large_captions": _("Te napisy mają ponad 2\N{NO-BREAK SPACE}MB: to nie są napisy do filmu."),
    "captions": _(
        "To nie są napisy WebVTT. Plik musi się zaczynać od słowa „WEBVTT”; inne napisy "
        "(np. SRT) trzeba na nie zamienić."
    ),
    "utf8": _("Polskie litery są w tym pliku źle zapisane. Zapisz napisy w kodowaniu UTF-8."),
    "cues": _("W tych napisach nie ma ani jednej kwestii z czasem."),
    "again": _("Wybierz plik jeszcze raz: poprzedni nie czeka już na zapisanie."),
    "disk": _("Na serwerze zabrakło miejsca. Nic nie zapisano; powiadom administrację."),
}


def refusal(word: str) -> ValidationError:
    return ValidationError(SENTENCES[word], code=word)


def take_film(upload: Any) -> str:
    """The name in storage. What the file is called and said to be is not looked at."""
    check_size(upload, MOST_BYTES, "large")
    return stored(upload, suffix_of_film(upload))


def take_captions(upload: Any) -> str:
    check_size(upload, MOST_OF_CAPTIONS, "large_captions")
    upload.seek(0)
    check_captions(upload.read())
    return stored(upload, ".vtt")


def check_size(upload: Any, most: int, word: str) -> None:
    if not upload.size:
        raise refusal("empty")
    if upload.size > most:
        raise refusal(word)


def stored(upload: Any, suffix: str) -> str:
    """Until a row names it, it is nobody's, and `clean_media` removes it."""
    upload.seek(0)
    try:
        return default_storage.save(film_shelf.new_name(suffix), upload)
    except OSError as full:
        raise refusal("disk") from full


def suffix_of_film(file: Any) -> str:
    file.seek(0)
    head = file.read(4096)
    if head.startswith(EBML):
        check_webm(head)
        return ".webm"
    if head[4:8] != b"ftyp":
        raise refusal("kind")
    check_mp4(file, head)
    return ".mp4"


def check_webm(head: bytes) -> None:
    """Matroska in general has the same beginning, and browsers do not play it."""
    beginning, found, _rest = head.partition(SEGMENT)
    if WEBM not in beginning:
        raise refusal("kind")
    if not found:
        raise refusal("broken")


def check_mp4(file: Any, head: bytes) -> None:
    length = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, length, 4))}
    if not any(BRANDS.fullmatch(brand) for brand in brands):
        raise refusal("kind")
    kinds = {kind for kind, _size in boxes(file)}
    if b"moov" not in kinds or not kinds & {b"mdat", b"moof"}:
        raise refusal("broken")


def boxes(file: Any) -> Iterator[tuple[bytes, int]]:
    """(kind, bytes) of each box of the file; they must fill it to its last byte."""
    at, end = 0, file.size
    for _number in range(MOST_BOXES):
        if at == end:
            return
        kind, size = box_at(file, at, end)
        yield kind, size
        at += size
    raise refusal("broken")


def box_at(file: Any, at: int, end: int) -> tuple[bytes, int]:
    file.seek(at)
    head = file.read(16)
    size, kind, least = int.from_bytes(head[:4], "big"), head[4:8], 8
    if size == 1:  # too long for 32 bits
        size, least = int.from_bytes(head[8:16], "big"), 16
    elif size == 0:  # to the end of the file
        size = end - at
    if size < least or at + size > end or not re.fullmatch(rb"[\x20-\x7e\xa9]{4}", kind):
        raise refusal("broken")
    return kind, size


def check_captions(content: bytes) -> None:
    """WebVTT (W3C): UTF-8, „WEBVTT” first, and at least one cue."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        word = "utf8" if content.startswith(b"WEBVTT") else "captions"
        raise refusal(word) from wrong
    if not re.match(r"WEBVTT(?:[ \t][^\r\n]*)?(?:\r?\n|\r|$)", text) or "\x00" in text:
        raise refusal("captions")
    if not CUE.search(text):
        raise refusal("cues")


def waiting(name: str) -> str:
    """A file that was taken and that no page names yet; it counts as new: see clean_media."""
    path = film_shelf.path_of(name)
    if not film_shelf.FILE.fullmatch(path.name) or not path.is_file():
        raise refusal("again")
    path.touch()
    return name


def remove_orphans(at_most: float) -> int:
    """Files older than that moment (seconds since 1970) that no page shows; how many went.

    They are listed before the rows: a new row's files are new too.
    """
    old = [path for path in film_shelf.all_files() if mtime(path) < at_most]
    kept = film_shelf.names_in_use()
    orphans = [path for path in old if path.name not in kept]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)


def mtime(path: Any) -> float:
    try:
        found: float = path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")
    return found
