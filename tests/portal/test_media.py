"""Pictures as they are served, and the hourly tidying of their files."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.kernel.pictures import shelf
from portal.management.commands.clean_media import clean
from tests.factories import NOW, make_event
from tests.pictures import make_picture, small

pytestmark = pytest.mark.django_db
CADDYFILE = (Path(__file__).parents[2] / "deploy/Caddyfile").read_text()


@pytest.fixture
def picture():
    return make_picture(make_event())


@pytest.mark.parametrize(
    "file, kind", [("480.avif", "avif"), ("480.webp", "webp"), ("karta-50-50.jpg", "jpeg")]
)
def test_a_picture_can_do_nothing_but_be_seen(client, picture, file, kind):
    response = client.get(picture.url(file))
    assert response.status_code == 200
    assert response["Content-Type"] == f"image/{kind}"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Set-Cookie" not in response
    assert response.content == small(kind.upper())
    again = client.get(picture.url(file), headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_proxy_says_the_same():
    for words in (
        '"public, max-age=31536000, immutable"',
        "\"default-src 'none'; sandbox\"",
        "nosniff",
    ):
        assert words in CADDYFILE
    assert f"hide {shelf.PRIVATE} .*" in CADDYFILE


@pytest.mark.parametrize(
    "path",
    [
        "",
        "{name}",
        "{name}.jpg",
        "../oryginaly/{name}.jpg",
        "..%2Foryginaly%2F{name}.jpg",
        "%2e%2e/oryginaly/{name}.jpg",
        "....//oryginaly/{name}.jpg",
        "../../../etc/passwd",
        "{name}-480.avif/../../oryginaly/{name}.jpg",
        "{name}-480.svg",
        "{name}-480.avif%0a",
        "{upper}-480.avif",
        "{name}-480.AVIF",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-480.avif",
    ],
)
def test_nothing_else_is_served(client, picture, path):
    asked = path.format(name=picture.name, upper=picture.name.upper())
    response = client.get(f"/media/obrazy/{asked}")
    assert response.status_code == 404, asked


@pytest.mark.parametrize("folder", ["/media/", "/media/obrazy/", "/media/oryginaly/"])
def test_no_folder_is_listed(client, picture, folder):
    assert client.get(folder).status_code == 404
    assert client.get(f"{folder}{picture.name}.jpg").status_code == 404


def test_pictures_are_only_read(client, picture):
    assert client.post(picture.url("480.webp")).status_code == 405


## Tidying


def aged(path, minutes):
    then = (timezone.now() - timedelta(minutes=minutes)).timestamp()
    os.utime(path, (then, then))
    return path


def stray(path, minutes):
    path.write_bytes(b"x")
    return aged(path, minutes)


def test_what_nobody_names_goes_after_an_hour():
    name = shelf.new_name()
    old = stray(shelf.public(f"{name}-480.webp"), 61), stray(shelf.master(name), 61)
    young = stray(shelf.public(f"{shelf.new_name()}-480.webp"), 59)
    clean(timezone.now())
    assert not any(path.exists() for path in old)
    assert young.exists()


def test_what_a_row_names_stays_however_old(picture):
    files = [*shelf.files_of(picture.name), shelf.master(picture.name)]
    for path in files:
        aged(path, 60 * 24 * 365)
    clean(timezone.now())
    assert all(path.exists() for path in files)


def test_what_is_withdrawn_loses_its_renditions_and_keeps_its_master(picture):
    # As after a crash between the commit and the removal.
    picture.event.withdraw(NOW, "Pomyłka.")
    clean(timezone.now())
    assert not list(shelf.files_of(picture.name))
    assert shelf.master(picture.name).exists()


def test_what_is_missing_is_made_again(picture):
    shelf.public(f"{picture.name}-480.webp").unlink()
    lost = picture.missing()
    clean(timezone.now())
    assert lost
    assert "karta-50-50.jpg" not in picture.missing()


def test_work_that_a_crash_left_behind_goes():
    bench = shelf.folder(shelf.PRIVATE, 0o700) / f"{shelf.WORK}x"
    bench.mkdir()
    (bench / "source").write_bytes(b"x")
    aged(bench, 61)
    clean(timezone.now())
    assert not bench.exists()


def test_the_command_says_how_much_it_removed(capsys):
    clean(timezone.now())
    stray(shelf.public(f"{shelf.new_name()}-480.webp"), 61)
    call_command("clean_media")
    assert capsys.readouterr().out == "Usunięto: 1\xa0plik.\n"
