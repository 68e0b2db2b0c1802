"""The start page, health, and the pages for what went wrong."""

from datetime import UTC, date, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory, override_settings

from events.models.event import Outcome
from portal import views
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_office_holder,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").replace("\u00a0", " ").split()).replace(" ,", ",")


@pytest.fixture
def home(client, at_noon):
    def opened():
        response = client.get("/")
        assert response.status_code == 200
        return soup_of(response)

    return opened


## The start page


def test_the_next_meeting_is_answered_first(home):
    make_event("Późniejsze", when=make_when(date(2026, 5, 20)))
    make_event(
        "Spotkajmy się",
        when=make_when(drop_in=True),
        venue=make_venue("Cafe NOWA", street="Zgody", address_kind="os.", number="7", district=18),
        sign_up="none",
        is_free=True,
    )
    first = home().select_one("section.next")
    text = words(first)
    assert words(first.h1) == "Spotkajmy się"
    assert "za 5 dni" in text
    assert "14.00–18.00, można wejść w dowolnej chwili" in text
    assert "Cafe NOWA, os. Zgody 7, Nowa Huta" in text
    assert "Wstęp wolny, bez zapisów" in text
    assert "13 maja" in text


def test_what_is_off_or_has_no_day_is_never_the_next_meeting_but_is_not_hidden(home):
    make_event("Odwołane", outcome=Outcome.CANCELLED, outcome_reason="Choroba.")
    make_event("Kiedyś w maju", when=When.in_month(Month(2026, 5)))
    make_event("Pewne", when=make_when(date(2026, 5, 30)))
    page = home()
    assert words(page.select_one("section.next h1")) == "Pewne"
    assert {"Kiedyś w maju"} <= {words(h) for h in page.select(".events h3")}
    assert words(page.select_one(".notice a")).startswith("Odwołane, ")


def test_a_meeting_that_runs_is_still_the_next_one(home, at_noon):
    make_event("Trwa")
    at_noon.move_to(datetime(2026, 5, 13, 15, 59, 59, tzinfo=UTC))
    assert "trwa teraz" in words(home().select_one("section.next"))
    at_noon.move_to(datetime(2026, 5, 13, 16, tzinfo=UTC))
    assert home().select_one("section.next") is None


def test_without_a_meeting_ahead_the_last_ones_stand_there(home):
    make_held("Marcowe")
    page = home()
    assert words(page.h1) == "Spotkajmy się w Krakowie"
    assert "Ostatnio" in words(page.main)
    assert "Marcowe" in words(page.main)


def test_an_empty_site_says_so_kindly(home):
    page = home()
    assert "Dziś żadne spotkanie nie ma jeszcze podanego dnia." in words(page.main)
    assert page.select_one(".empty")
    assert not page.select("main ul, main section")


def test_the_newest_announcements_and_the_cycles_follow(home):
    for day in range(1, 6):
        make_announcement(f"Wiadomość {day}", published_at=NOW - timedelta(days=day))
    make_series("Łowcy pomysłów")
    make_series("Lokalnie")
    make_series("Ławka dialogu")
    page = home()
    news = [words(h) for h in page.select(".news h3")]
    assert news == ["Wiadomość 1", "Wiadomość 2", "Wiadomość 3"]
    assert [words(h) for h in page.select(".cycle h3")] == [
        "Lokalnie",
        "Ławka dialogu",
        "Łowcy pomysłów",
    ]


def test_the_latest_report_stands_there_with_figures_that_lead_to_their_sources(site, client):
    page = soup_of(client.get("/"))
    account = page.select_one("section.account")
    assert words(account.h2) == "Marzec 2026"
    assert account.select_one(".head a")["href"] == "/podsumowania/2026-03/"
    links = [a["href"] for a in account.select(".figure a")]
    assert links
    assert {client.get(link).status_code for link in links} == {200}


def test_an_example_says_that_it_is_one(home):
    make_event("Na niby", is_example=True)
    assert "przykład" in words(home().select_one("section.next"))


## The frame


def test_the_footer_names_who_holds_the_office_today(home, at_noon):
    make_office_holder("Dawna Osoba", since=date(2025, 1, 1), until=date(2026, 5, 7))
    make_office_holder("Obecna Osoba", since=date(2026, 5, 8))
    footer = words(home().select_one("footer"))
    assert "Obecna Osoba" in footer
    assert "Dawna Osoba" not in footer
    at_noon.move_to(datetime(2026, 5, 7, 21, 59, tzinfo=UTC))
    assert "Dawna Osoba" in words(home().select_one("footer"))
    at_noon.move_to(datetime(2026, 5, 7, 22, 0, tzinfo=UTC))
    assert "Obecna Osoba" in words(home().select_one("footer"))


def test_the_menu_says_where_one_is(client, at_noon):
    page = soup_of(client.get("/wydarzenia/archiwum/"))
    here = [(a["href"], a["aria-current"]) for a in page.select("a[aria-current]")]
    assert here == [("/wydarzenia/", "true")]


def test_the_citys_logo_stands_there_once_it_is_configured(client, at_noon):
    assert soup_of(client.get("/")).select_one("header img") is None
    with override_settings(SITE_LOGO="/media/logo.svg"):
        logo = soup_of(client.get("/")).select_one("header img")
    assert (logo["src"], logo["alt"]) == ("/media/logo.svg", "Kraków")


## Health


def test_health_says_whether_the_process_answers_without_asking_the_database(
    client, django_assert_num_queries
):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert response.json() == {"status": "ok"}
    assert "no-cache" in response["Cache-Control"]


def broken(execute, sql, params, many, context):
    raise DatabaseError("connection to server at 10.0.0.5 failed, password=tajne")


def test_readiness_is_503_while_the_database_does_not_answer(client):
    assert client.get("/readyz").json() == {"status": "ok"}
    with connection.execute_wrapper(broken):
        response = client.get("/readyz")
        assert client.get("/healthz").status_code == 200
    assert response.status_code == 503
    assert "tajne" not in response.content.decode()
    assert "10.0.0.5" not in response.content.decode()


def test_robots_stay_out_of_the_desk(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    assert "Disallow: /admin/" in response.content.decode()


## What went wrong


def test_a_page_that_is_not_there_shows_ways_on(client):
    response = client.get("/nie-ma-takiej/")
    page = soup_of(response)
    assert response.status_code == 404
    assert words(page.h1) == "Nie ma takiej strony"
    for link in page.select("main a"):
        assert client.get(link["href"]).status_code == 200
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"


def test_djangos_english_reasons_are_not_repeated(client):
    text = words(soup_of(client.get("/wydarzenia/0/")))
    assert "No " not in text
    assert "matches" not in text


def test_a_failure_says_so_without_insides(at_noon):
    visitor = Client(raise_request_exception=False)
    with connection.execute_wrapper(broken):
        response = visitor.get("/")
    text = words(soup_of(response))
    assert response.status_code == 500
    assert "To nasza wina, nie Twoja." in text
    assert "tajne" not in response.content.decode()
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "name, status",
    [("bad_request", 400), ("permission_denied", 403), ("page_not_found", 404)],
)
def test_error_pages_need_no_database(name, status):
    request = RequestFactory().get("/")
    with connection.execute_wrapper(broken):
        response = getattr(views, name)(request, Exception("tajne"))
    assert response.status_code == status
    assert f"Błąd {status}" in response.content.decode()
    assert "tajne" not in response.content.decode()


def test_the_last_page_standing_needs_nothing_at_all():
    with override_settings(STORAGES={}), connection.execute_wrapper(broken):
        response = views.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Coś się u nas zepsuło" in response.content.decode()


def test_a_form_that_lost_its_validity_says_what_to_do():
    visitor = Client(enforce_csrf_checks=True)
    response = visitor.post("/admin/login/", {"username": "a", "password": "b"})
    assert response.status_code == 403
    assert "skopiuj wpisany tekst" in words(soup_of(response))
