"""The same figure is the same everywhere, in a month and in a span, alone and among many."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.actions import approve_note
from events.cycle import cycle_page
from events.models import Commitment, Presence
from portal.desk.figures_changed import around
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report, publish_report
from reports.figures import DEFINITIONS, Group, figures_of, the_figure
from reports.frozen import content_of
from reports.models import Activity, ReportVersion
from reports.period import load_period, overlaps
from tests.factories import (
    NOW,
    make_activity,
    make_announcement,
    make_held,
    make_note,
    make_organization,
    make_partnership,
    make_series,
    make_user,
    make_venue,
)

MARCH, APRIL, MAY = Month(2026, 3), Month(2026, 4), Month(2026, 5)
SPRING = MonthSpan(MARCH, MAY)
JUNE = datetime(2026, 6, 2, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def facts(span=SPRING, at=JUNE):
    return load_period(span, through=span.last.last_day, at=at)


def figures(span=SPRING):
    return {figure.key: figure for figure in figures_of(facts(span))}


@pytest.fixture
def cycle(db):
    """A cycle with all of the spring's meetings: 41, 27, nearly 100, and one nobody counted."""
    cycle = make_series()
    counts = {MARCH: [("exactly", 41)], APRIL: [("exactly", 27), ("nearly", 100)], MAY: []}
    for month, found in counts.items():
        for qualifier, value in found:
            make_note(make_held(series=cycle, month=month), (qualifier, value, "people"))
    make_held(series=cycle, month=MAY)
    make_held(series=cycle, month=MAY, is_example=True)
    return cycle


## One number, many places


def test_the_page_of_a_cycle_says_what_a_report_says(cycle):
    page = cycle_page(cycle, JUNE)
    assert page.attendance.sentence == figures()["osoby"].sentence
    assert page.attendance.sentence.replace("\u00a0", " ") == (
        "około 170 osób, nie licząc 1 spotkania bez zapisanej liczby osób"
    )


def test_a_cycle_of_which_nothing_is_known_leaves_nothing_out(db):
    cycle = make_series()
    for _ in range(2):
        make_held(series=cycle, month=MAY)
    assert (
        cycle_page(cycle, JUNE).attendance.sentence == figures()["osoby"].sentence == "brak danych"
    )


def test_the_start_page_says_a_figure_in_the_words_of_the_report(client, cycle):
    publish_report(report=draft_report(span=SPRING, by=None, at=JUNE), by=None, at=JUNE)
    with time_machine.travel(JUNE, tick=False):
        home, report = (
            [figure.get_text(" ").split() for figure in soup.select(".account .figure")]
            for soup in (
                BeautifulSoup(client.get(address).content, "html.parser")
                for address in ("/", "/podsumowania/2026-03--2026-05/")
            )
        )
    assert home == report
    told = [" ".join(words) for words in home]
    assert told[0] == "4 nasze spotkania, które się odbyły"
    assert told[1] == (
        "około 170 osób – łączna frekwencja; jedna mogła przyjść kilka razy "
        "nie licząc 1 spotkania bez zapisanej liczby osób"
    )
    assert told[2] == "0 działań poza własnymi spotkaniami"


def test_a_cycle_without_a_meeting_has_no_attendance_and_no_zero(db):
    assert cycle_page(make_series(), JUNE).attendance is None


def test_the_table_by_months_says_what_the_report_of_each_month_says(cycle):
    make_activity(when=When.in_month(APRIL))
    report = draft_report(span=SPRING, by=None, at=JUNE)
    for month, row in zip(SPRING, content_of(report, JUNE)["months"], strict=True):
        alone = figures(MonthSpan.of(month))
        assert row["meetings"] == alone["spotkania"].value
        assert row["activities"] == alone["dzialania"].value
        assert row["people_value"] == alone["osoby"].value
        if alone["osoby"].value is not None:
            assert row["people"] == alone["osoby"].text
            # Under „Frekwencja” the column itself says what of.
            lacking = " bez zapisanej liczby osób" if row["missing_text"] else ""
            assert row["missing_text"] + lacking == alone["osoby"].missing_text


def test_the_desk_finds_no_difference_where_nothing_changed(cycle):
    publish_report(report=draft_report(span=SPRING, by=None, at=JUNE), by=None, at=JUNE)
    [version] = ReportVersion.objects.select_related("report")
    now = figures_of(around([version], JUNE).facts(SPRING, date(2026, 5, 31)))
    assert [row["sentence"] for row in version.content["figures"]] == [f.sentence for f in now]


## Months and spans


def test_a_span_is_the_sum_of_its_months(cycle):
    make_activity(when=When.in_month(MARCH))
    make_activity(when=When.on_day(date(2026, 4, 30), date(2026, 5, 2)))
    months = [figures(MonthSpan.of(month)) for month in SPRING]
    for key in ("spotkania", "dzialania", "bez-notatki"):
        assert figures()[key].value == sum(month[key].value for month in months)


def test_two_years_with_nothing_know_nothing(db):
    found = figures(MonthSpan(Month(2024, 1), Month(2025, 12)))
    values = {key: figure.value for key, figure in found.items()}
    known = {"spotkania": 0, "dzialania": 0, "bez-notatki": 0}
    assert values == {key: known.get(key) for key in values}
    assert all(not figure.sources for figure in found.values())


def test_overlap_is_the_one_that_the_database_knows(db):
    for when in (
        When.in_months(MonthSpan(Month(2026, 1), APRIL)),
        When.on_day(date(2026, 2, 28), date(2026, 3, 1)),
        When.at_time(datetime(2026, 2, 28, 22, 30, tzinfo=UTC)),
        When.in_month(MAY),
        When.in_month(Month(2026, 6)),
    ):
        make_activity(when=when)
    within = set(Activity.objects.in_span(SPRING))
    assert within == {row for row in Activity.objects.all() if overlaps(row, SPRING)}
    assert 0 < len(within) < 5


## The registry


def test_keys_are_permanent_addresses():
    assert [row.key for row in DEFINITIONS] == [
        "spotkania",
        "osoby",
        "dzialania",
        "organizacje-spotkane",
        "organizacje-na-spotkaniach",
        "organizacje-z-list",
        "po-raz-pierwszy",
        "dzielnice",
        "miejsca",
        "wyprzedzenie",
        "ustalenia-dotrzymane",
        "bez-notatki",
    ]


def test_groups_follow_one_another():
    groups = [row.group for row in DEFINITIONS]
    assert groups == sorted(groups, key=list(Group).index)


def test_kinds_of_activities_add_up_and_the_others_come_last():
    for kind in ("visit", "visit", "other", "other", "other", "sitting"):
        make_activity(kind=kind)
    found = the_figure("dzialania", facts())
    assert [(part.label, part.text) for part in found.parts] == [
        ("wizyty w organizacjach", "2"),
        ("posiedzenia", "1"),
        ("inne", "3"),
    ]
    assert sum(part.value for part in found.parts) == found.value


def test_every_definition_stands_on_one_page(client):
    answer = client.get("/podsumowania/liczby/")
    text = answer.content.decode().replace("\u00a0", " ")
    for row in DEFINITIONS:
        assert f'id="{row.key}"' in text
        assert str(row.sentence)[:40].split("„")[0] in text


## Cost


def fill(month, rows):
    for _ in range(rows):
        event = make_held(month=month, venue=make_venue(inside=make_venue()))
        note = make_note(event, ("exactly", 5, "people"), by=make_user("publikacja"))
        Presence.objects.create(note=note, organization=make_organization())
        Commitment.objects.create(note=note, text="x", owner="Biuro", due=month.last_day)
        approve_note(note=note, by=make_user("publikacja"), at=NOW)
        make_partnership(event, make_organization())
        make_announcement(events=[event])
        make_activity(when=When.in_month(month)).organizations.add(make_organization())


def test_ten_meetings_cost_as_many_queries_as_one(db):
    costs = []
    for month, rows in [(Month(2025, 1), 1), (Month(2025, 2), 10)]:
        fill(month, rows)
        span = MonthSpan.of(month)
        with CaptureQueriesContext(connection) as queries:
            found = figures(span)
        assert found["ustalenia-dotrzymane"].value == 0
        assert found["organizacje-spotkane"].value == 2 * rows
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12
