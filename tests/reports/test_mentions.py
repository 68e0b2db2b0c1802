"""The page of an organization leads to the published reports that name it."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organizations.mentions import mentions_of
from organizations.models import Alias
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report, publish_report
from tests.factories import NOW, make_activity, make_organization
from tests.reports.test_views import page, words

MARCH, APRIL = Month(2026, 3), Month(2026, 4)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


def published(*months, at=NOW):
    span = MonthSpan(months[0], months[-1])
    report = draft_report(span=span, by=None, at=at)
    publish_report(report=report, by=None, at=at, note="Dopisano.")
    return report


def visited(organization, title, month=MARCH):
    activity = make_activity(title, when=When.in_month(month))
    activity.organizations.add(organization)
    return activity


def addresses(organization):
    return [mention.address for mention in mentions_of(organization, NOW)]


def test_a_report_that_names_it_stands_on_its_page(client):
    music = make_organization("Fundacja Muzyka w Centrum")
    visited(music, "wizyta w Fundacji Muzyka w Centrum")
    assert "Na razie wiemy tylko tyle" in words(page(client, music.get_absolute_url()).main)
    report = published(MARCH)
    soup = page(client, music.get_absolute_url())
    assert "Na razie wiemy tylko tyle" not in words(soup.main)
    assert "Mówią o niej podsumowania" in [words(h) for h in soup.select("h2")]
    assert report.get_absolute_url() in [a["href"] for a in soup.select(".plain a")]


def test_every_report_once_and_the_newest_first():
    music = make_organization("Fundacja Muzyka w Centrum")
    for month in (MARCH, APRIL):
        visited(music, "wizyta w Fundacji Muzyka w Centrum", month)
        visited(music, "rozmowa z Fundacją Muzyka w Centrum", month)
    march, april = published(MARCH), published(APRIL)
    assert addresses(music) == [april.get_absolute_url(), march.get_absolute_url()]


def test_a_line_that_does_not_say_its_name_tells_nobody_that_it_was_there():
    secret = make_organization("Fundacja Cicha Woda")
    visited(secret, "spotkanie z organizacjami o lokalach")
    published(MARCH)
    assert addresses(secret) == []


def test_the_name_alone_is_not_enough_where_the_record_is_of_another():
    other = make_organization("Fundacja Most")
    visited(other, "spotkanie o lokalach")
    visited(make_organization("Fundacja Most Sąsiedzki"), "wizyta w Fundacji Most Sąsiedzki")
    published(MARCH)
    assert addresses(other) == []


def test_an_older_name_is_a_name_too():
    music = make_organization("Fundacja Muzyka w Centrum")
    Alias.objects.create(organization=music, name="Klub Nutka")
    visited(music, "urodziny Klubu Nutka")
    assert addresses(music) == []
    report = published(MARCH)
    assert addresses(music) == [report.get_absolute_url()]


def test_what_is_not_published_names_nobody():
    music = make_organization("Fundacja Muzyka w Centrum")
    visited(music, "wizyta w Fundacji Muzyka w Centrum")
    draft_report(span=MonthSpan.of(MARCH), by=None, at=NOW)
    assert addresses(music) == []
    report = published(MARCH)
    assert addresses(music) == [report.get_absolute_url()]
    report.refresh_from_db()
    report.withdraw(NOW, "Pomyłka.")
    report.save()
    assert addresses(music) == []


def test_what_was_frozen_counts_and_not_the_record_of_today():
    music = make_organization("Fundacja Muzyka w Centrum")
    activity = visited(music, "wizyta w Fundacji Muzyka w Centrum")
    published(MARCH)
    activity.title = "wizyta"
    activity.save()
    assert len(addresses(music)) == 1


def test_many_reports_cost_as_many_queries_as_one():
    costs = []
    music = make_organization("Fundacja Muzyka w Centrum")
    for months in ([Month(2025, 1)], [Month(2025, 2), Month(2025, 3), Month(2025, 4)]):
        for month in months:
            visited(music, "wizyta w Fundacji Muzyka w Centrum", month)
            published(month)
        with CaptureQueriesContext(connection) as queries:
            addresses(music)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 4
