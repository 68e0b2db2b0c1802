"""What is not public, at its own address: for the office, and for whoever has a link that holds."""

from datetime import timedelta

import pytest
import time_machine

from portal.kernel.months import Month, MonthSpan
from portal.kernel.preview import expiry, token, valid_until
from reports.actions import draft_report, publish_report
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_organization,
    make_series,
    make_user,
    make_venue,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
STRIP = "Podgląd: nikt poza biurem tego nie widzi."


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def staff(client):
    client.force_login(make_user("redakcja"))
    return client


def drafts(published_at=None):
    at = {"published_at": published_at}
    return [
        make_event("Tajne spotkanie", **at),
        make_announcement("Tajna wiadomość", body="<p>Tajna treść</p>", **at),
        make_series("Tajny cykl", **at),
        make_venue("Tajna kawiarnia", **at),
        make_organization("Tajna fundacja", **at),
    ]


def link(record, until=None):
    return f"{record.get_absolute_url()}?podglad={token(record, until or expiry(NOW))}"


@pytest.mark.parametrize("published_at", [None, NOW + MINUTE])
def test_staff_see_what_waits_as_it_will_look_and_a_way_back(staff, published_at):
    for record in drafts(published_at):
        response = staff.get(f"{record.get_absolute_url()}?podglad")
        html = response.content.decode()
        assert response.status_code == 200, record
        assert STRIP in html
        assert "Tajn" in html
        assert f"/{record.pk}/change/" in html
        assert staff.get(record.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("published_at", [None, NOW + MINUTE])
def test_a_person_with_the_link_sees_the_same_without_a_cookie_or_a_way_in(client, published_at):
    for record in drafts(published_at):
        response = client.get(link(record))
        html = response.content.decode()
        assert response.status_code == 200, record
        assert "to jeszcze nie jest opublikowane" in html
        assert "15\u00a0maja\u00a02026" in html
        assert "/admin/" not in html.split("</main>")[0]
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_a_preview_is_kept_and_found_by_nobody(client, staff):
    record = make_announcement("Tajna wiadomość", published_at=None)
    for address in (link(record), f"{record.get_absolute_url()}?podglad"):
        response = client.get(address)
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in response.content.decode()
        assert response["Referrer-Policy"] == "no-referrer"


def test_the_draft_stays_a_draft_and_is_on_no_list(client):
    record = make_announcement("Tajna wiadomość", published_at=None)
    client.get(link(record))
    record.refresh_from_db()
    assert (record.status, record.published_at, record.version) == ("draft", None, record.version)
    assert "Tajna" not in client.get("/aktualnosci/").content.decode()


def test_a_preview_shows_no_other_hidden_thing(client):
    draft = make_announcement("Szkic", published_at=None)
    draft.events.set([make_event("Tajne spotkanie", published_at=None), make_event("Jawne")])
    html = client.get(link(draft)).content.decode()
    assert "Jawne" in html
    assert "Tajne spotkanie" not in html


def test_the_link_works_to_the_end_of_its_day_and_then_says_whom_to_ask(client, clock):
    record = make_announcement("Tajna wiadomość", published_at=None)
    address = link(record)
    clock.move_to(expiry(NOW) - MINUTE)
    assert client.get(address).status_code == 200
    clock.move_to(expiry(NOW))
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 410
    assert "Ten link do podglądu wygasł" in html
    assert "Poproś biuro o nowy" in html
    assert "Tajna" not in html
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("change", ["x", "~", ""])
def test_a_made_up_link_finds_nothing(client, change):
    record = make_announcement("Tajna wiadomość", published_at=None)
    text = token(record, expiry(NOW))
    forged = text[:-1] + ("A" if text[-1] != "A" else "B") if change == "x" else change
    assert client.get(f"{record.get_absolute_url()}?podglad={forged}").status_code == 404


def test_a_link_opens_its_own_record_alone(client):
    record, other = drafts()[:2]
    another = make_event("Inne", published_at=None)
    text = token(record, expiry(NOW))
    for hidden in (other, another):
        assert client.get(f"{hidden.get_absolute_url()}?podglad={text}").status_code == 404
        assert valid_until(text, hidden) is None


def test_once_published_the_link_shows_the_plain_page_even_after_its_day(client, clock):
    record = make_announcement("Wiadomość", published_at=None)
    address = link(record)
    record.publish(NOW)
    for at in (NOW, expiry(NOW) + DAY):
        clock.move_to(at)
        response = client.get(address)
        assert response.status_code == 200
        assert "Podgląd" not in response.content.decode()
        assert "Referrer-Policy" not in response or response["Referrer-Policy"] != "no-referrer"


def test_what_lies_in_the_bin_is_previewed_by_nobody(client, staff):
    record = make_announcement("Tajna wiadomość", published_at=None)
    record.discard(NOW)
    assert staff.get(f"{record.get_absolute_url()}?podglad").status_code == 404
    assert client.get(link(record)).status_code == 404


def test_what_was_withdrawn_is_previewed_by_the_office_alone(client):
    record = make_announcement("Wiadomość", body="<p>Treść</p>")
    record.withdraw(NOW, "Pomyłka.")
    assert client.get(link(record)).status_code == 410
    client.force_login(make_user("redakcja"))
    assert "Treść" in client.get(f"{record.get_absolute_url()}?podglad").content.decode()


def test_an_account_without_a_role_sees_nothing(client):
    record = make_announcement("Tajna wiadomość", published_at=None)
    client.force_login(make_user())
    assert client.get(f"{record.get_absolute_url()}?podglad").status_code == 404


def test_a_stale_slug_of_a_draft_is_moved_for_now_and_not_for_good(client):
    record = make_announcement("Tajna wiadomość", published_at=None)
    response = client.get(f"/aktualnosci/{record.pk}/dawna/?podglad={token(record, expiry(NOW))}")
    assert response.status_code == 302
    assert response["Location"] == link(record)
    assert "no-store" in response["Cache-Control"]


def test_a_visitor_s_page_never_asks_who_is_looking(client):
    record = make_announcement("Wiadomość")
    for query in ("", "?podglad", "?podglad=1"):
        assert "Cookie" not in client.get(record.get_absolute_url() + query).get("Vary", "")


class TestReport:
    SPAN = MonthSpan.of(Month(2026, 3))

    @pytest.fixture
    def draft(self):
        make_held("Marcowe spotkanie")
        return draft_report(span=self.SPAN, by=None, at=NOW)

    def test_a_link_shows_the_draft_and_the_sources_of_its_figures(self, client, draft):
        response = client.get(link(draft))
        html = response.content.decode()
        assert response.status_code == 200
        assert "to jeszcze nie jest opublikowane" in html
        assert f"liczby/spotkania/?podglad={token(draft, expiry(NOW))}" in html
        sources = f"{draft.get_absolute_url()}liczby/spotkania/"
        assert client.get(sources).status_code == 404
        opened = client.get(f"{sources}?podglad={token(draft, expiry(NOW))}")
        assert opened.status_code == 200
        assert opened["Referrer-Policy"] == "no-referrer"

    def test_once_published_a_link_shows_the_version_and_staff_still_see_what_comes_next(
        self, client, draft
    ):
        address = link(draft)
        publish_report(report=draft, by=None, at=NOW)
        type(draft).objects.update(lead="Tajny wstęp.")
        assert "Tajny wstęp" not in client.get(address).content.decode()
        client.force_login(make_user("redakcja"))
        staff = client.get(f"{draft.get_absolute_url()}?podglad").content.decode()
        assert "Tajny wstęp" in staff
