"""Any text is read or refused, and what the fields are filled with is read back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.kernel.months import WARSAW, Month, MonthSpan
from portal.kernel.reading import read_when, write_when
from portal.kernel.when import EndKind, Precision, When


def at(text):
    """A moment on Warsaw's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def hours(start, end=None, **facts):
    return When.at_time(at(start), at(end) if end else None, **facts)


MAY_13 = date(2026, 5, 13)
TWO_TO_SIX = hours("2026-05-13T14:00", "2026-05-13T18:00")
MAY = Month(2026, 5)

alphabet = st.sampled_from([*"0123456789.:–-/, ()\x00\u00a0", " maja ", " w ", "2026", "13", "r."])


@settings(deadline=None)  # a busy machine is no fault of the text
@given(st.one_of(st.text(), st.lists(alphabet).map("".join)), st.text(max_size=30))
@example("13.05.2026 14.00", "--")
def test_any_text_is_either_read_or_refused_with_a_sentence(start, end):
    try:
        when = read_when(start, end)
    except ValidationError as refused:
        told = refused.message_dict
    else:
        told = {}
        assert when.starts_at < when.ends_at
    assert set(told) <= {"when_from", "when_to"}
    assert all(sentences[0].endswith(".") for sentences in told.values())


## There and back


def is_wall_hour_certain(moment):
    """Neither of the two hours that October repeats."""
    local = moment.astimezone(WARSAW)
    return local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset()


minutes = (
    st.datetimes(datetime(2000, 1, 2), datetime(2100, 12, 25))  # noqa: DTZ001 -- zone below
    .map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC))
    .filter(is_wall_hour_certain)
)
lengths = st.integers(1, 60 * 24 * 3).map(lambda length: timedelta(minutes=length))
days = st.dates(date(2000, 1, 1), date(2100, 12, 1))
months = st.builds(Month, st.integers(2000, 2098), st.integers(1, 12))
ends = st.builds(lambda start, length: (start, start + length), minutes, lengths).filter(
    lambda pair: is_wall_hour_certain(pair[1])
)
boxes = {"drop_in": st.booleans(), "confirmed": st.booleans()}
whens = st.one_of(
    st.builds(
        lambda pair, **facts: When.at_time(*pair, **facts),
        ends,
        planned_end=st.booleans(),
        **boxes,
    ),
    st.builds(
        lambda start, **facts: When.at_time(start, **facts), minutes, assumed=lengths, **boxes
    ),
    st.builds(
        lambda day, more, **facts: When.on_day(day, day + timedelta(days=more), **facts),
        days,
        st.integers(0, 30),
        all_day=st.booleans(),
        confirmed=st.booleans(),
    ),
    st.builds(When.in_part, months, st.integers(1, 3)),
    st.builds(When.in_month, months),
    st.builds(
        lambda month, more: When.in_months(MonthSpan(month, month.shifted(more))),
        months,
        st.integers(1, 23),
    ),
)


def boxes_of(when):
    """What a form would hold beside the two texts."""
    return {
        "planned_end": when.end_kind == EndKind.PLANNED,
        "all_day": when.all_day,
        "drop_in": when.drop_in,
        "confirmed": when.confirmed,
        "assumed": when.duration,
    }


@settings(deadline=None)  # a busy machine is no fault of the text
@given(whens)
@example(When.at_time(at("2026-05-13T18:00"), at("2026-05-14T00:00")))
@example(When.at_time(at("2026-12-31T20:00"), at("2027-01-01T02:00"), planned_end=True))
@example(When.in_months(MonthSpan.parse("2026-01--2026-12")))
@example(When.on_day(date(2026, 12, 30), date(2027, 1, 2)))
def test_what_is_written_into_the_fields_is_read_back_as_the_same_date(when):
    assert read_when(*write_when(when), **boxes_of(when)) == when


@settings(deadline=None)  # a busy machine is no fault of the text
@given(whens)
def test_the_site_s_own_phrases_are_read_back_too(when):
    told = boxes_of(when) | {"planned_end": False}
    assert read_when(when.short(), **told) == when
    assert read_when(when.sentence(), **told) == when


@pytest.mark.parametrize(
    "when, texts",
    [
        (TWO_TO_SIX, ("13.05.2026 14.00", "18.00")),
        (hours("2026-05-13T18:00", "2026-05-14T00:00"), ("13.05.2026 18.00", "24.00")),
        (hours("2026-06-05T20:00", "2026-06-06T01:00"), ("05.06.2026 20.00", "06.06.2026 1.00")),
        (When.on_day(MAY_13, date(2026, 5, 15)), ("13.05.2026", "15.05.2026")),
        (When.in_part(MAY, 2), ("połowa maja 2026", "")),
        (When.in_months(MonthSpan.parse("2026-01--2026-05")), ("styczeń–maj 2026", "")),
    ],
)
def test_the_fields_are_filled_as_a_person_would_fill_them(when, texts):
    assert write_when(when) == texts


def test_the_precision_follows_from_the_text_alone():
    texts = ["13.05.2026 14.00", "13.05.2026", "połowa maja 2026", "maj 2026", "styczeń–maj 2026"]
    assert [read_when(text).precision for text in texts] == list(Precision)
