from datetime import date

import pytest

from events.models import SeriesPause
from tests.desk import page_of, words, write
from tests.factories import make_series

pytestmark = pytest.mark.django_db


def pauses(series):
    return [(pause.month, pause.reason) for pause in SeriesPause.objects.filter(series=series)]


def say(client, series, *rows):
    """Add months without a meeting on the cycle's page; what it answers."""
    sent = {"pauses-TOTAL_FORMS": len(rows) + series.pauses.count()}
    for number, (month, reason) in enumerate(rows, start=series.pauses.count()):
        sent |= {f"pauses-{number}-month": month, f"pauses-{number}-reason": reason}
    return write(client, series, **sent)


def test_a_month_without_a_meeting_is_typed_in_words(publisher):
    series = make_series()
    say(publisher, series, ("grudzień 2026", "przerwa świąteczna"), ("w maju 2027", ""))
    expected = [(date(2026, 12, 1), "przerwa świąteczna"), (date(2027, 5, 1), "")]
    assert pauses(series) == expected


def test_it_is_shown_in_words_again_and_saved_unchanged(publisher):
    series = make_series()
    say(publisher, series, ("grudzień 2026", ""))
    assert 'value="grudzień 2026"' in publisher.get(page_of(series)).content.decode()
    write(publisher, series)
    assert pauses(series) == [(date(2026, 12, 1), "")]


@pytest.mark.parametrize(
    "rows, told",
    [
        ([("kiedyś", "")], "Nie rozumiem miesiąca „kiedyś”"),
        ([("grudzień", "")], "Podaj też rok"),
        ([("", "remont")], "To pole jest wymagane"),
    ],
)
def test_what_is_no_month_is_refused_in_polish_and_nothing_is_kept(publisher, rows, told):
    series = make_series()
    answer = say(publisher, series, *rows)
    assert told in words(answer)
    assert pauses(series) == []


def test_a_month_is_said_once(publisher):
    series = make_series()
    say(publisher, series, ("grudzień 2026", ""))
    again = say(publisher, series, ("12.2026", "drugi raz"))
    assert "O tym miesiącu już powiedziano" in words(again)
    assert pauses(series) == [(date(2026, 12, 1), "")]
    other = make_series()
    twice = say(publisher, other, ("V 2027", ""), ("maj 2027", ""))
    assert "O tym miesiącu już powiedziano" in words(twice)
    assert pauses(other) == []


def test_a_writer_says_it_of_a_draft_but_not_of_a_public_cycle(writer):
    draft, public = make_series(published_at=None), make_series()
    say(writer, draft, ("grudzień 2026", ""))
    assert pauses(draft) == [(date(2026, 12, 1), "")]
    assert 'name="pauses-0-month"' not in writer.get(page_of(public)).content.decode()


def test_two_months_may_be_exchanged_and_one_may_take_the_place_of_a_deleted_one(publisher):
    series = make_series()
    say(publisher, series, ("grudzień 2026", "święta"), ("maj 2027", "remont"))
    write(publisher, series, **{"pauses-0-month": "05.2027", "pauses-1-month": "12.2026"})
    assert pauses(series) == [(date(2026, 12, 1), "remont"), (date(2027, 5, 1), "święta")]
    write(publisher, series, **{"pauses-0-DELETE": "on", "pauses-1-month": "12.2026"})
    assert pauses(series) == [(date(2026, 12, 1), "święta")]
