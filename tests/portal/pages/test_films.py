"""Films in sign language: what is taken, how it is served, what is tidied away."""

import os
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from portal.management.commands.clean_media import clean
from portal.models import SitePage
from portal.pages import film_files, film_shelf
from portal.pages.film_files import take_captions, take_film
from tests.films import CAPTIONS, SEGMENT, box, mp4, put, show_film, webm
from tests.pictures import small

HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


def upload(content, name="film.mp4", kind="video/mp4"):
    return SimpleUploadedFile(name, content, kind)


def refused(take, content, **said):
    with pytest.raises(ValidationError) as caught:
        take(upload(content, **said))
    return caught.value.code


pytestmark = pytest.mark.django_db


## What is taken


@pytest.mark.parametrize("content", [mp4(), mp4((b"M4V ",)), mp4((b"qt  ", b"isom")), webm()])
def test_a_film_gets_a_random_name_and_the_type_that_it_is(content):
    first, second = (take_film(upload(content, "../../Łucja.html", "text/html")) for _ in "ab")
    assert first != second
    suffix = ".webm" if content == webm() else ".mp4"
    for name in (first, second):
        assert name.startswith("filmy/")
        assert film_shelf.FILE.fullmatch(name.removeprefix("filmy/"))
        assert name.endswith(suffix)
        assert film_shelf.path_of(name).read_bytes() == content


def test_a_film_in_fragments_and_one_of_unknown_length_are_taken():
    assert take_film(upload(mp4((b"iso5",), box(b"moov") + box(b"moof") + box(b"mdat"))))
    assert take_film(upload(mp4(boxes=box(b"moov") + b"\x00\x00\x00\x00mdat" + b"d" * 99)))
    long = b"\x00\x00\x00\x01mdat" + (16 + 5).to_bytes(8, "big") + b"d" * 5
    assert take_film(upload(mp4(boxes=box(b"moov") + long)))


HOSTILE = {
    "a page": (b"<!DOCTYPE html><script>alert(1)</script>", "kind"),
    "a picture": (small("WEBP"), "kind"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "kind"),
    "a program": (b"MZ" + b"\x00" * 600, "kind"),
    "a document": (b"%PDF-1.7\n", "kind"),
    "an archive": (b"PK\x03\x04" + b"\x00" * 600, "kind"),
    "text": ("zażółć".encode(), "kind"),
    "zeros": (b"\x00" * 4096, "kind"),
    "one sign": (b"\x00", "kind"),
    "a heic": (mp4((b"heic", b"mif1")), "kind"),
    "an avif": (mp4((b"avif", b"mif1")), "kind"),
    "quicktime": (mp4((b"qt  ",)), "kind"),
    "an mp4 of no brand": (mp4((b"\x00\x00\x00\x00",)), "kind"),
    "an mp4 cut short": (mp4()[:-20], "broken"),
    "an mp4 with a page behind it": (mp4() + b"<script>alert(1)</script>", "broken"),
    "an mp4 with an archive behind it": (mp4() + b"PK\x03\x04" + b"\x00" * 60, "broken"),
    "an mp4 without a film": (mp4(boxes=box(b"moov")), "broken"),
    "an mp4 without a map": (mp4(boxes=box(b"mdat", b"d" * 99)), "broken"),
    "only a head": (mp4(boxes=b""), "broken"),
    "a box of one byte": (mp4(boxes=b"\x00\x00\x00\x02moov"), "broken"),
    "a box beyond all": (mp4(boxes=b"\x00\x00\x00\x01moov" + b"\xff" * 8), "broken"),
    "a box of no name": (mp4(boxes=box(b"\x00\x00\x00\x00") + box(b"moov")), "broken"),
    "matroska": (webm(b"matroska"), "kind"),
    "a webm cut short": (webm().removesuffix(SEGMENT), "broken"),
    "half a head": (b"\x1a\x45\xdf\xa3", "kind"),
    "nothing": (b"", "empty"),
}


@pytest.mark.parametrize("content, why", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_film_is_refused_whatever_it_says_of_itself(content, why):
    before = {path.name for path in film_shelf.all_files()}
    assert refused(take_film, content) == why
    assert {path.name for path in film_shelf.all_files()} == before


def test_a_film_of_a_million_boxes_is_not_walked_for_ever(monkeypatch):
    monkeypatch.setattr(film_files, "MOST_BOXES", 50)
    assert refused(take_film, mp4(boxes=box(b"free") * 60)) == "broken"


def test_a_film_over_200_mb_is_refused_unread():
    huge = upload(mp4())
    huge.size = 200_000_001
    with pytest.raises(ValidationError, match="200"):
        take_film(huge)


def test_a_full_disk_is_told(monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(film_files.default_storage, "save", full, raising=False)
    assert refused(take_film, mp4()) == "disk"


@pytest.mark.parametrize(
    "text",
    [
        CAPTIONS,
        "\ufeff" + CAPTIONS,
        CAPTIONS.replace("\n", "\r\n"),
        CAPTIONS.replace("WEBVTT", "WEBVTT - po polsku", 1),
        "WEBVTT\n\nNOTE x\n\n01:00:00.000 --> 01:00:02.000 align:start\nDzień dobry\n",
    ],
)
def test_captions_are_taken(text):
    assert take_captions(upload(text.encode(), "x.html")).endswith(".vtt")


@pytest.mark.parametrize(
    "content, why",
    [
        (b"", "empty"),
        (b"1\n00:00:00,000 --> 00:00:02,000\nsrt\n", "captions"),
        (b"<script>alert(1)</script>", "captions"),
        (b"WEBVTTx\n\n00:00.000 --> 00:02.000\nx\n", "captions"),
        (CAPTIONS.encode() + b"\x00", "captions"),
        (mp4(), "captions"),
        (CAPTIONS.encode("cp1250"), "utf8"),
        (CAPTIONS.encode("utf-16"), "captions"),
        (b"WEBVTT\n", "cues"),
        (b"WEBVTT\n\n00:00,000 --> 00:02,000\nx\n", "cues"),
        (b"WEBVTT" + b" " * 2_000_000, "large_captions"),
    ],
)
def test_what_are_no_captions_is_refused(content, why):
    assert refused(take_captions, content, name="x.vtt", kind="text/vtt") == why


def test_every_reason_has_a_polish_sentence():
    codes = {why for _, why in HOSTILE.values()} | {"utf8", "captions", "cues", "large_captions"}
    for code in codes:
        assert str(film_files.SENTENCES[code]).endswith("."), code


## How it is served


@pytest.fixture
def film():
    name = put(".mp4", mp4())
    return f"/media/{name}"


def test_a_film_can_do_nothing_but_play(client, film):
    response = client.get(film)
    assert response.getvalue() == mp4()
    assert response["Content-Type"] == "video/mp4"
    assert response["Content-Length"] == str(len(mp4()))
    assert HEADERS.items() <= dict(response.items()).items()
    assert "Set-Cookie" not in response


def test_captions_are_text_in_utf_8(client):
    response = client.get(f"/media/{put('.vtt', CAPTIONS.encode())}")
    assert response["Content-Type"] == "text/vtt; charset=utf-8"
    assert "Łucja" in response.getvalue().decode()


@pytest.mark.parametrize("asked, start", [("", 0), ("bytes=70001-", 70001)])
def test_a_film_of_many_pieces_is_sent_as_it_is_read(client, asked, start):
    content = mp4(boxes=box(b"moov") + box(b"mdat", bytes(range(256)) * 1000))
    response = client.get(f"/media/{put('.mp4', content)}", headers={"Range": asked})
    assert response.streaming
    assert response.getvalue() == content[start:]
    assert response["Content-Length"] == str(len(content) - start)


SIZE = len(mp4())


@pytest.mark.parametrize(
    "asked, start, end",
    [
        ("bytes=0-1", 0, 2),  # what Safari asks first
        ("bytes=0-", 0, SIZE),
        ("bytes=10-19", 10, 20),
        ("bytes=-5", SIZE - 5, SIZE),
        (f"bytes=-{SIZE + 100}", 0, SIZE),
        (f"bytes=5-{SIZE + 100}", 5, SIZE),
    ],
)
def test_a_part_is_given_to_who_asks_for_one(client, film, asked, start, end):
    response = client.get(film, headers={"Range": asked})
    assert response.status_code == 206
    assert response.getvalue() == mp4()[start:end]
    assert response["Content-Range"] == f"bytes {start}-{end - 1}/{SIZE}"
    assert response["Content-Length"] == str(end - start)
    assert response["Content-Type"] == "video/mp4"
    assert HEADERS.items() <= dict(response.items()).items()


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", "bytes=9-5", "bytes=-0"])
def test_a_part_that_is_not_there_is_416(client, film, asked):
    response = client.get(film, headers={"Range": asked})
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{SIZE}"
    assert response.content == b""


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,4-5", "bytes=-", "bytes=a-b", "lines=0-1", "bytes=" + "9" * 40 + "-", ""]
)
def test_what_nobody_understands_is_answered_with_the_whole(client, film, asked):
    response = client.get(film, headers={"Range": asked})
    assert response.status_code == 200
    assert len(response.getvalue()) == SIZE


def etag_of(client, film):
    return client.get(film)["ETag"]


def test_a_part_of_another_film_is_answered_with_the_whole(client, film):
    own = etag_of(client, film)
    for etag, status in ((own, 206), ('"inny"', 200)):
        response = client.get(film, headers={"Range": "bytes=0-1", "If-Range": etag})
        assert response.status_code == status


def test_who_has_it_is_not_sent_it_again(client, film):
    again = client.get(film, headers={"If-None-Match": etag_of(client, film)})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "{name}",
        "{name}.mp4.html",
        "{name}.svg",
        "{name}.MP4",
        "../oryginaly/{name}.jpg",
        "..%2Ffilmy%2F{name}.mp4",
        "{upper}.mp4",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.mp4",
        "{name}.mp4%0a",
    ],
)
def test_nothing_else_is_served(client, film, path):
    name = film.rpartition("/")[2].removesuffix(".mp4")
    asked = path.format(name=name, upper=name.upper())
    assert client.get(f"/media/filmy/{asked}").status_code == 404, asked


def test_films_are_only_read(client, film):
    assert client.post(film).status_code == 405


## Tidying


def aged(name, minutes):
    path = film_shelf.path_of(name)
    then = (timezone.now() - timedelta(minutes=minutes)).timestamp()
    os.utime(path, (then, then))
    return path


def test_what_no_page_shows_goes_after_an_hour():
    old, young = aged(put(".mp4", mp4()), 61), aged(put(".vtt", b"x"), 59)
    clean(timezone.now())
    assert not old.exists()
    assert young.exists()


def test_a_film_in_use_stays_however_old():
    show_film()
    page = SitePage.objects.get(key="about")
    files = [aged(file.name, 60 * 24 * 365) for file in (page.film, page.captions)]
    clean(timezone.now())
    assert all(path.exists() for path in files)
    page.film = ""
    page.save()
    clean(timezone.now())
    assert [path.exists() for path in files] == [False, True]
