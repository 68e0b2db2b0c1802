"""The phrase of a date while it is being typed: for staff alone, and never a record."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model

from tests.factories import NOW, make_event, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/kiedy/"
MAY = {"when_from": "13.05.2026 14.00", "when_to": "18.00", "confirmed": "on"}


@pytest.fixture
def staff(client):
    client.force_login(make_user("redakcja"))
    with time_machine.travel(NOW, tick=False):
        yield client


def words(response):
    text = BeautifulSoup(response.content, "html.parser").get_text(" ")
    return " ".join(text.replace("\u00a0", " ").split())


def test_staff_read_the_phrase_in_both_forms_and_its_precision(staff):
    said = words(staff.get(ADDRESS, MAY))
    assert "13 maja 2026 r., godz. 14.00–18.00" in said
    assert "w środę 13 maja 2026 r. w godz. 14.00–18.00" in said
    assert "Dokładność: dzień i godzina. Termin potwierdzony." in said


def test_staff_read_why_a_date_is_refused(staff):
    response = staff.get(ADDRESS, {"when_from": "30.02.2026"})
    assert response.status_code == 200
    assert words(response) == "30 lutego nie istnieje: luty 2026 ma 28 dni."


def test_an_empty_form_is_told_nothing(staff):
    assert words(staff.get(ADDRESS)) == ""


def test_what_was_typed_comes_back_as_text_and_never_as_markup(staff):
    response = staff.get(ADDRESS, {"when_from": "<img src=x onerror=alert(1)>"})
    assert b"<img" not in response.content
    assert "<img" in words(response)


def test_nobody_else_is_answered(client):
    response = client.get(ADDRESS, MAY)
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
    client.force_login(get_user_model().objects.create_user("gość", password="x" * 20))
    assert client.get(ADDRESS, MAY).status_code == 302


def test_the_answer_is_kept_by_no_cache(staff):
    assert "no-store" in staff.get(ADDRESS, MAY)["Cache-Control"]


def test_without_a_script_the_form_still_says_the_phrase_of_what_is_stored(client):
    client.force_login(make_user("redakcja", "publikacja"))
    event = make_event("Herbata")
    page = BeautifulSoup(
        client.get(f"/admin/events/event/{event.pk}/change/").content, "html.parser"
    )
    output = page.select_one("output.when-phrase[aria-live=polite]")
    assert "13 maja 2026 r., godz. 14.00–18.00" in output.get_text().replace("\u00a0", " ")
    assert output["for"] == [page.select_one("input[name=when_from]")["id"]]
    script = page.select_one('script[src$="js/when.js"]')
    assert script.has_attr("defer")
    assert not page.select("[onclick], [oninput], [onchange]")
