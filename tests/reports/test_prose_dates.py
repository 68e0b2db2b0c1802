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


def test_quotes_within_a_title_become_the_second_pair():
    assert prose.quoted("Kongres „Dostępność 360”") == "„Kongres «Dostępność 360»”"
