"""What must be known of a picture before anybody may show it, and what a page says of it."""

import pytest
from django.db import IntegrityError, transaction

from events.models import EventPicture
from portal.kernel.pictures import shelf
from tests.factories import make_event
from tests.pictures import WORDS

pytestmark = pytest.mark.django_db


def make_picture(**fields):
    sizes = {"name": shelf.new_name(), "width": 2000, "height": 1500}
    return EventPicture.objects.create(event=make_event(), **{**sizes, **WORDS, **fields})


def test_a_picture_says_what_is_on_it_or_that_it_is_decoration():
    assert str(make_picture(alt="Ludzie przy stole")) == "Ludzie przy stole"
    assert str(make_picture(alt="", decorative=True)) == "zdjęcie ozdobne"


@pytest.mark.parametrize(
    "fields, rule",
    [
        ({"alt": ""}, "alt_or_decorative"),
        ({"decorative": True}, "alt_or_decorative"),
        ({"focal_x": 101}, "focal_point_inside"),
        ({"focal_y": 101}, "focal_point_inside"),
        ({"people": ""}, "people_answered"),
        ({"people": "maybe"}, "people_answered"),
        ({"name": ""}, "has_files"),
        ({"width": 0}, "has_files"),
    ],
)
def test_the_database_refuses_the_rest(fields, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        make_picture(**fields)


def test_two_rows_never_share_files():
    one = make_picture()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_picture(name=one.name)


@pytest.mark.parametrize("x, y", [(0, 0), (100, 100), (50, 50)])
def test_the_point_that_matters_may_lie_anywhere_on_it(x, y):
    assert make_picture(focal_x=x, focal_y=y).pk


def test_a_page_is_offered_each_width_with_its_height_known():
    picture = EventPicture(name="a" * 32, width=2000, height=1500)
    start = f"/media/obrazy/{'a' * 32}"
    assert picture.avif == ", ".join(f"{start}-{w}.avif {w}w" for w in (480, 960, 1600))
    assert picture.large == f"{start}-1600.webp"
    assert (picture.large_width, picture.large_height) == (1600, 1200)
    assert picture.card_url == f"{start}-karta-50-50.jpg"
    assert picture.card_size == (1200, 630)


def test_a_small_picture_is_never_offered_larger():
    picture = EventPicture(name="a" * 32, width=300, height=200)
    assert picture.webp.endswith("-300.webp 300w")
    assert picture.card_size == (300, 158)
