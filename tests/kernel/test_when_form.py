from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory

from events.forms import EventForm
from events.models import Event
from portal.kernel.when import EndKind, When
from portal.kernel.when_form import MonthField
from tests.factories import make_event, make_series, make_when

pytestmark = pytest.mark.django_db

Form = modelform_factory(Event, form=EventForm, fields=["title", "series"])


def saved(event=None, **typed):
    """The event after the form is sent with what it showed, but for what was typed."""
    form = Form(instance=event)
    shown = {name: form[name].value() for name in form.fields}
    sent = {**{name: value for name, value in shown.items() if value}, **typed}
    form = Form(sent, instance=event)
    assert form.is_valid(), form.errors
    return form.save(commit=False)


def open_ended(**facts):
    return When.at_time(make_when().starts_at, **facts)


def test_an_unchanged_form_keeps_an_assumed_end():
    event = make_event(when=open_ended(assumed=timedelta(hours=4)))
    before = event.when
    assert saved(event).when == before


@pytest.mark.parametrize(
    "start, end, hours",
    [
        (time(14), time(18), 4),
        (time(17, 30), time(19), 1.5),
        (time(22), time(2), 4),  # past midnight
        (time(14), None, 2),
        (None, None, 2),
    ],
)
def test_without_an_end_a_meeting_is_taken_to_last_as_its_cycle_usually_does(start, end, hours):
    series = make_series(usual_start=start, usual_end=end)
    event = saved(title="Herbata", series=series.pk, when_from="13.05.2026 14.00")
    assert event.when.end_kind == EndKind.UNKNOWN
    assert event.when.duration == timedelta(hours=hours)


def test_outside_any_cycle_it_is_taken_to_last_two_hours():
    event = saved(title="Herbata", when_from="13.05.2026 14.00")
    assert event.when.duration == timedelta(hours=2)


def test_a_moved_start_keeps_the_assumed_length():
    event = make_event(when=open_ended(assumed=timedelta(hours=4)))
    moved = saved(event, when_from="14.05.2026 9.00", change_reason="Sala.").when
    assert moved.first_day == date(2026, 5, 14)
    assert moved.duration == timedelta(hours=4)


@pytest.mark.parametrize(
    "text, month",
    [
        ("maj 2026", date(2026, 5, 1)),
        ("w grudniu 2026 r.", date(2026, 12, 1)),
        ("05.2026", date(2026, 5, 1)),
        ("V 2026", date(2026, 5, 1)),
        ("2026-05", date(2026, 5, 1)),
    ],
)
def test_a_month_is_typed_in_words(text, month):
    assert MonthField().clean(text) == month


@pytest.mark.parametrize(
    "text, told",
    [
        ("maj", "Podaj też rok"),
        ("maj–lipiec 2026", "Napisz jeden miesiąc z rokiem"),
        ("13 maja 2026", "Napisz jeden miesiąc z rokiem"),
        ("2026", "Napisz jeden miesiąc z rokiem"),
        ("kiedyś", "Nie rozumiem miesiąca „kiedyś”"),
        ("13.2026", "Nie ma miesiąca 13"),
        ("maj 1999", "poza zakresem"),
    ],
)
def test_what_is_no_month_is_refused_in_words(text, told):
    with pytest.raises(ValidationError, match=told):
        MonthField().clean(text)


def test_a_stored_month_is_shown_in_words_and_is_no_change():
    field = MonthField()
    assert field.prepare_value(date(2026, 5, 1)) == "maj 2026"
    assert not field.has_changed(date(2026, 5, 1), "maj 2026")
    assert field.has_changed(date(2026, 5, 1), "czerwiec 2026")
