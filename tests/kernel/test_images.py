"""What must be known of a picture before anybody may show it."""

import pytest
from django.db import IntegrityError, transaction

from events.models import EventPicture
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def make_picture(**fields):
    fields = {"file": "obrazy/a.jpg", "author": "A. B.", "licence": "CC BY 4.0", **fields}
    return EventPicture.objects.create(event=make_event(), **fields)


def test_a_picture_says_what_is_on_it_or_that_it_is_decoration():
    assert str(make_picture(alt="Ludzie przy stole")) == "Ludzie przy stole"
    assert str(make_picture(decorative=True)) == "zdjęcie ozdobne"


@pytest.mark.parametrize(
    "fields, rule",
    [
        ({}, "alt_or_decorative"),
        ({"alt": "Ludzie", "decorative": True}, "alt_or_decorative"),
        ({"alt": "Ludzie", "focal_x": 101}, "focal_point_inside"),
        ({"alt": "Ludzie", "focal_y": 101}, "focal_point_inside"),
    ],
)
def test_the_database_refuses_the_rest(fields, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        make_picture(**fields)


@pytest.mark.parametrize("x, y", [(0, 0), (100, 100), (50, 50)])
def test_the_point_that_matters_may_lie_anywhere_on_it(x, y):
    assert make_picture(alt="Ludzie", focal_x=x, focal_y=y).pk
