"""The files of an event's pictures are on the disk exactly as long as somebody may see them."""

import logging
from importlib import import_module
from unittest.mock import Mock

import pytest
from bs4 import BeautifulSoup
from django.db import transaction

from events.models import EventPicture
from events.pictures import settle, shown
from portal.kernel.pictures import shelf
from portal.kernel.pictures.intake import take
from tests.factories import NOW, make_event
from tests.pictures import WORDS, jpeg, make_picture, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(django_capture_on_commit_callbacks):
    """Does something and lets its transaction end."""

    def run(deed, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return deed(*args, **kwargs)

    return run


def on_disk(picture):
    return {path.name.removeprefix(f"{picture.name}-") for path in shelf.files_of(picture.name)}


def real_picture(event):
    found = take(upload(jpeg()))
    sizes = {"name": found.name, "width": found.width, "height": found.height}
    return EventPicture.objects.create(event=event, **sizes, **WORDS)


def test_a_withdrawn_event_s_pictures_are_gone_from_the_disk(stored):
    event = make_event()
    picture = make_picture(event)
    assert on_disk(picture) == picture.wanted()
    stored(event.withdraw, NOW, "Pomyłka.")
    assert on_disk(picture) == set()
    assert shelf.master(picture.name).is_file()


def test_they_are_back_when_the_event_is(stored):
    event = make_event()
    picture = real_picture(event)
    stored(event.withdraw, NOW, "Pomyłka.")
    stored(event.publish, NOW)
    assert on_disk(picture) == picture.wanted()
    assert shown(event) == [picture]


def test_what_lies_in_the_bin_shows_no_pictures_until_it_is_taken_out(stored):
    event = make_event(published_at=None)
    picture = real_picture(event)
    stored(event.discard, NOW)
    assert on_disk(picture) == set()
    stored(event.take_back)
    assert on_disk(picture) == picture.wanted()


def test_a_removed_picture_leaves_nothing_behind(stored):
    picture = make_picture(make_event())
    stored(picture.delete)
    assert on_disk(picture) == set()
    assert not shelf.master(picture.name).exists()


def test_nothing_is_removed_when_the_removal_comes_to_nothing(django_capture_on_commit_callbacks):
    picture = make_picture(make_event())
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        EventPicture.objects.get(pk=picture.pk).delete()
        transaction.set_rollback(True)
    assert on_disk(picture) == picture.wanted()


def test_another_point_is_another_file_and_the_old_one_goes(stored):
    picture = real_picture(make_event())
    picture.focal_x = 0
    stored(picture.save)
    cards = {name for name in on_disk(picture) if name.startswith("karta")}
    assert cards == {"karta-0-50.jpg"}


def test_a_lost_master_stops_nobody_from_publishing(stored, caplog):
    event = make_event()
    picture = make_picture(event)
    stored(event.withdraw, NOW, "Pomyłka.")
    shelf.master(picture.name).unlink()
    with caplog.at_level(logging.WARNING):
        stored(event.publish, NOW)
    assert event.is_public(NOW)
    assert shown(event) == []
    assert picture.name in caplog.text


def test_settling_twice_changes_nothing():
    picture = make_picture(make_event())
    before = {path: path.stat().st_mtime_ns for path in shelf.files_of(picture.name)}
    settle(picture)
    assert {path: path.stat().st_mtime_ns for path in shelf.files_of(picture.name)} == before


def test_old_rows_whose_files_nobody_checked_stop_the_migration():
    module = import_module("events.migrations.0003_pictures")

    files, apps, editor = Mock(), Mock(), Mock()
    apps.get_model.return_value.objects.using.return_value.values_list = files
    files.return_value = []
    module.refuse_unchecked(apps, editor)
    files.return_value = ["obrazy/a.jpg"]
    with pytest.raises(RuntimeError, match=r"1 rows.*obrazy/a\.jpg"):
        module.refuse_unchecked(apps, editor)


## The page


@pytest.fixture
def page(client, time_machine):
    time_machine.move_to(NOW, tick=False)

    def opened(event):
        return BeautifulSoup(client.get(event.get_absolute_url()).content, "html.parser")

    return opened


def test_the_page_shows_a_picture_in_modern_formats_with_its_size_and_words(page):
    event = make_event()
    picture = make_picture(event, alt="Stół <b> i krzesła", author="Zofia Ć.")
    found = page(event).find("figure")
    image = found.find("img")
    assert found.find("source")["type"] == "image/avif"
    assert found.find("source")["srcset"] == picture.avif
    assert image["srcset"] == picture.webp
    assert (image["width"], image["height"]) == ("1600", "1200")
    assert image["alt"] == "Stół <b> i krzesła"
    assert image["loading"] == "lazy"
    assert "Zofia Ć." in found.figcaption.text
    assert "CC BY 4.0" in found.figcaption.text.replace("\xa0", " ")


def test_a_decorative_picture_is_passed_over_by_a_screen_reader(page):
    event = make_event()
    make_picture(event, alt="", decorative=True)
    assert page(event).find("figure").find("img")["alt"] == ""


def test_a_page_without_pictures_says_nothing_of_them(page):
    assert "Zdjęci" not in page(make_event()).text


def test_a_page_never_shows_a_hole(page):
    event = make_event()
    picture = make_picture(event)
    shelf.public(f"{picture.name}-480.webp").unlink()
    assert page(event).find("figure") is None


def test_machines_are_told_of_it_cut_to_the_shape_that_they_like(page):
    event = make_event()
    picture = make_picture(event)
    make_picture(event, alt="", decorative=True)
    data = page(event).find("script", type="application/ld+json").string
    assert f"{picture.card_url}" in data
    assert data.count("/media/obrazy/") == 1
