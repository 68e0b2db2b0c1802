import itertools
from datetime import date

import pytest

from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports import prose


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "span, title",
    [
        ("2026-03", "Marzec 2026"),
        ("2026-01--2026-05", "Od stycznia do maja 2026 r."),
        ("2026-01--2026-12", "Rok 2026"),
        ("2025-12--2026-01", "Od grudnia 2025 r. do stycznia 2026 r."),
    ],
)
def test_titles(span, title):
    assert plain(prose.title(MonthSpan.parse(span))) == title


@pytest.mark.parametrize(
    "when, words",
    [
        (When.on_day(date(2026, 5, 13)), "13 maja"),
        (When.on_day(date(2026, 5, 13), date(2026, 5, 15)), "13–15 maja"),
        (When.on_day(date(2026, 4, 30), date(2026, 5, 2)), "30 kwietnia – 2 maja"),
        (When.in_part(Month(2026, 5), 2), "w połowie maja"),
        (When.in_month(Month(2026, 9)), "we wrześniu"),
        (When.in_months(MonthSpan.parse("2026-01--2026-04")), "styczeń–kwiecień"),
    ],
)
def test_a_date_beside_a_line_says_what_is_known(when, words):
    assert plain(prose.brief(when)) == words


@pytest.mark.parametrize(
    "meetings, activities, words",
    [
        (1, 1, "1 własne spotkanie i 1 działanie"),
        (2, 5, "2 własne spotkania i 5 działań"),
        (5, 22, "5 własnych spotkań i 22 działania"),
        (12, 0, "12 własnych spotkań"),
        (0, 104, "104 działania"),
    ],
)
def test_amounts_are_declined(meetings, activities, words):
    assert plain(prose.amounts(meetings, activities)) == words


def test_neighbouring_months_never_share_a_phrasing():
    months = [Month(2025, 11).shifted(step) for step in range(15)]
    for saying in (
        lambda month: prose.numbers(month, "X").replace(month.name.nominative, "M"),
        lambda month: prose.list_intro(month, "activity", 3, 1),
        lambda month: prose.list_intro(month, "activity", 3, 0),
    ):
        said = [shape(saying(month), month) for month in months]
        assert all(one != other for one, other in itertools.pairwise(said))


def shape(text, month):
    """The sentence without the month's name."""
    for name in (month.name.nominative, month.name.genitive, prose.where(month)):
        text = text.replace(name, "M").replace(prose.capital(name), "M")
    return text


def test_among_others_is_said_only_when_something_is_left_out():
    month = Month(2026, 3)
    for part in ("meeting", "activity", "standing"):
        assert "m.in." in prose.list_intro(month, part, 2, 1)
        assert "m.in." not in prose.list_intro(month, part, 2, 0)


def test_quotes_within_a_title_become_the_second_pair():
    assert prose.quoted("Kongres „Dostępność 360”") == "„Kongres «Dostępność 360»”"
