"""Small films and captions that are what they say, and some that are not."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from portal.models import SitePage
from portal.pages import film_shelf

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nDzień dobry, nazywam się Łucja.\n"
TRANSCRIPT = "<p>Dzień dobry. Opowiem o Pełnomocniku.</p>"


def box(kind, content=b""):
    return (8 + len(content)).to_bytes(4, "big") + kind + content


def mp4(brands=(b"isom", b"mp42"), boxes=None):
    first, *rest = brands
    ftyp = box(b"ftyp", first + b"\x00\x00\x02\x00" + b"".join([first, *rest]))
    return ftyp + (
        boxes if boxes is not None else box(b"moov", b"m" * 60) + box(b"mdat", b"d" * 900)
    )


def webm(kind=b"webm"):
    head = b"\x42\x82" + (0x80 | len(kind)).to_bytes(1, "big") + kind
    return b"\x1a\x45\xdf\xa3" + (0x80 | len(head)).to_bytes(1, "big") + head + SEGMENT


SEGMENT = b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" + b"\x1f\x43\xb6\x75" + b"x" * 200


def put(suffix, content):
    """As if it had been taken; the name in storage."""
    return default_storage.save(film_shelf.new_name(suffix), ContentFile(content))


def show_film():
    """The page about the office with a film; the film's file name."""
    page = SitePage.objects.get(key=SitePage.Key.ABOUT)
    page.film, page.captions = put(".mp4", mp4()), put(".vtt", CAPTIONS.encode())
    page.transcript = TRANSCRIPT
    page.save()
    return Path(page.film.name).name
