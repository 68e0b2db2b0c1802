from datetime import time

import pytest
from django.db import IntegrityError, transaction

from events.models import Series
from tests.factories import make_event, make_series

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "numbering, noun, number, label",
    [
        ("words", "odsłona", 1, "pierwsza odsłona"),
        ("words", "odsłona", 3, "trzecia odsłona"),
        ("words", "spotkanie", 3, "trzecie spotkanie"),
        ("words", "posiedzenie", 2, "drugie posiedzenie"),
        ("words", "edycja", 28, "dwudziesta ósma edycja"),
        ("roman_before", "odsłona", 3, "III odsłona"),
        ("roman_before", "edycja", 14, "XIV edycja"),
        ("roman_after", "edycja", 2, "druga edycja"),
        ("arabic", "odsłona", 3, "3. odsłona"),
        ("arabic", "spotkanie", 12, "12. spotkanie"),
        ("words", "spotkanie", 100, "setne spotkanie"),
        ("words", "spotkanie", 101, "101. spotkanie"),
        ("none", "spotkanie", 3, ""),
        ("words", "odsłona", None, ""),
    ],
)
def test_an_edition_is_labelled_in_its_cycles_style(numbering, noun, number, label):
    series = make_series(numbering=numbering, edition_noun=noun)
    assert series.edition_label(number) == label
    assert make_event(series=series, edition=number).edition_label == label


@pytest.mark.parametrize(
    "numbering, number, title",
    [
        ("roman_after", 2, "Wspólnie do celu II"),
        ("roman_after", 1, "Wspólnie do celu"),
        ("roman_after", None, "Wspólnie do celu"),
        ("words", 2, "Wspólnie do celu"),
        ("arabic", 5, "Wspólnie do celu"),
    ],
)
def test_a_roman_number_after_the_name_is_part_of_the_title(numbering, number, title):
    assert make_series("Wspólnie do celu", numbering=numbering).title_of(number) == title


@pytest.mark.parametrize(
    "start, end, hours",
    [
        (time(14), time(18), "14.00–18.00"),
        (time(17, 30), None, "od 17.30"),
        (time(9, 5), time(9, 50), "9.05–9.50"),
        (None, time(18), ""),
    ],
)
def test_the_usual_hours_are_said_as_far_as_they_are_known(start, end, hours):
    assert make_series(usual_start=start, usual_end=end).usual_hours == hours


@pytest.mark.parametrize("emblem", Series.Emblem.values)
def test_each_emblem_has_its_colour(emblem):
    assert make_series(emblem=emblem).hue in {"blue", "moss", "brick"}


@pytest.mark.parametrize("first, last", [(0, 5), (5, 32), (10, 9), (5, None), (None, 5), (0, None)])
def test_the_database_refuses_a_window_that_is_none(first, last):
    with pytest.raises(IntegrityError, match="window_in_month"), transaction.atomic():
        make_series(window_first_day=first, window_last_day=last)


@pytest.mark.parametrize("first, last", [(1, 31), (10, 20), (15, 15), (None, None)])
def test_a_window_within_a_month_is_kept(first, last):
    assert make_series(window_first_day=first, window_last_day=last).pk


@pytest.mark.parametrize(
    "change, rule",
    [
        ({"slug": ""}, "addressed"),
        ({"published_at": None}, "published_has_date"),
        ({"status": "withdrawn"}, "withdrawn_has_reason"),
        ({"status": "x"}, "status_known"),
    ],
)
def test_the_database_refuses_a_row_that_contradicts_itself(change, rule):
    series = make_series()
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Series.objects.filter(pk=series.pk).update(**change)


def test_an_address_is_given_once():
    make_series(slug="lawka-dialogu")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_series(slug="lawka-dialogu")
