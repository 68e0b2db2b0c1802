"""The button that publishes a report again, and the page that asks what it puts right."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.actions import approve_note
from reports.actions import publish_report
from reports.models import Report
from tests.factories import make_user
from tests.reports.office import LIST, MID_MAY, change, draft, filled, soup, words

WHY = "Poprawiono wstęp: pierwszy mówił o czterech miesiącach."


@pytest.fixture(autouse=True)
def mid_may():
    with time_machine.travel(MID_MAY, tick=False):
        yield


@pytest.fixture
def editor(client, db):
    user = make_user("redakcja")
    client.force_login(user)
    return user


@pytest.fixture
def publisher(client, db):
    user = make_user("publikacja")
    client.force_login(user)
    return user


def gate(report):
    return f"{LIST}{report.pk}/publikacja/"


@pytest.fixture
def changed(spring):
    """Published with nothing left to settle; then somebody changed a note, and the lead."""
    note = spring["third"].note
    approve_note(note=note, by=None, at=MID_MAY)
    report = draft()
    publish_report(report=report, by=None, at=MID_MAY)
    note.counts.update(value=77)
    approve_note(note=note, by=None, at=MID_MAY)
    report = draft()
    report.lead = "Wstęp, którego wcześniej nie było."
    report.save()
    return report


def overruled(client, report, **sent):
    """What the page of publication would send, with all doubts overruled."""
    response = client.get(gate(report))
    return {"seen": response.context["now"].now_seen, "anyway": "on", "_now": "1", **sent}


def test_the_button_says_that_it_publishes_a_correction(client, publisher, changed):
    page = soup(client.get(change(changed)))
    assert page.find("input", value="Opublikuj wydanie 2 ze sprostowaniem")
    assert not page.find("input", value="Opublikuj podsumowanie")


def test_the_form_says_which_figures_no_longer_agree_and_leads_to_the_page(
    client, publisher, changed
):
    page = soup(client.get(change(changed)))
    strip = words(page.select_one(".trail"))
    assert "Co się zmieniło od wydania 1" in strip
    assert "Łączna frekwencja około 170 osób około 220 osób" in strip
    assert "Wstęp" in [words(heading) for heading in page.select(".trail h3")]
    assert gate(changed) in [a["href"] for a in page.select(".trail a")]


def test_who_writes_sees_what_changed_and_no_way_to_publish(client, editor, changed):
    page = soup(client.get(change(changed)))
    assert "Co się zmieniło od wydania 1" in words(page.select_one(".trail"))
    assert not page.select(".trail a")
    assert client.get(gate(changed)).status_code == 403


def test_a_report_that_has_not_changed_says_so(client, publisher, spring):
    approve_note(note=spring["third"].note, by=None, at=MID_MAY)
    report = draft()
    assert "Co się zmieniło" not in words(soup(client.get(change(report))))
    publish_report(report=report, by=None, at=MID_MAY)
    page = soup(client.get(change(report)))
    assert "Od wydania 1 nic się nie zmieniło" in words(page)
    response = client.get(gate(report), follow=True)
    assert "Od wydania 1 nic się nie zmieniło" in words(soup(response))
    assert response.redirect_chain == [(change(report), 302)]


def test_the_button_leads_to_a_page_that_asks_what_was_put_right(client, publisher, changed):
    data = filled(client, changed) | {"_publish": "Opublikuj wydanie 2 ze sprostowaniem"}
    response = client.post(change(changed), data, follow=True)
    assert response.redirect_chain == [(gate(changed), 302)]
    page = soup(response)
    assert "około 170 osób około 220 osób" in words(page)
    assert page.find("textarea", attrs={"name": "note"})
    assert changed.versions.count() == 1


def test_a_correction_is_published_with_its_words(client, publisher, changed):
    response = client.post(gate(changed), overruled(client, changed, note=WHY), follow=True)
    assert "Opublikowano wydanie 2 ze sprostowaniami nr 1–" in words(soup(response))
    second = changed.versions.get(number=2)
    assert {row["text"] for row in second.content["corrections"]} == {WHY}
    assert second.published_by == publisher
    assert WHY in words(soup(client.get("/podsumowania/sprostowania/")))


@pytest.mark.parametrize("note", ["", "  ", "x" * 501])
def test_without_words_or_with_too_many_it_is_refused_and_they_stay(
    client, publisher, changed, note
):
    page = soup(client.post(gate(changed), overruled(client, changed, note=note)))
    assert page.select("#id_note_error, .errorlist")
    assert page.find("textarea", attrs={"name": "note"}).text.strip() == note.strip()
    assert changed.versions.count() == 1


def test_pressed_twice_it_is_published_once(client, publisher, changed):
    sent = overruled(client, changed, note=WHY)
    client.post(gate(changed), sent, follow=True)
    response = client.post(gate(changed), sent, follow=True)
    assert "Od wydania 2 nic się nie zmieniło" in words(soup(response))
    assert changed.versions.count() == 2


def test_what_changed_while_the_page_was_read_is_shown_before_it_goes_out(
    client, publisher, changed, spring
):
    sent = overruled(client, changed, note=WHY)
    note = spring["third"].note
    note.counts.update(value=99)
    approve_note(note=note, by=None, at=MID_MAY)
    page = soup(client.post(gate(changed), sent))
    assert "zmieniły się od chwili, gdy otworzono tę stronę" in words(page)
    assert "około 240 osób" in words(page)
    assert page.find("textarea", attrs={"name": "note"}).text.strip() == WHY
    assert changed.versions.count() == 1


def test_what_somebody_saved_meanwhile_is_shown_too(client, publisher, changed):
    sent = overruled(client, changed, note=WHY)
    other = Report.objects.get()
    other.title = "Cudzy tytuł"
    other.save()
    page = soup(client.post(gate(changed), sent))
    assert "zmieniły się od chwili" in words(page)
    assert "Cudzy tytuł" in words(page)
    assert changed.versions.count() == 1


def test_a_withdrawn_report_comes_back_as_it_was_or_with_a_correction(client, publisher, changed):
    report = Report.objects.get()
    report.withdraw(MID_MAY, "sprawdzamy dane")
    page = soup(client.get(change(report)))
    assert page.find("input", value="Opublikuj wydanie 2 ze sprostowaniem")
    client.post(gate(report), overruled(client, report, note=WHY))
    report.refresh_from_db()
    report.withdraw(MID_MAY, "sprawdzamy jeszcze raz")
    page = soup(client.get(change(report)))
    assert page.find("input", value="Przywróć na stronę")
    client.post(gate(report), overruled(client, report))
    assert Report.objects.get().is_public(MID_MAY)
    assert report.versions.count() == 2


def test_the_page_of_publication_costs_the_same_for_one_change_and_for_three(
    client, publisher, changed
):
    client.get(gate(changed))  # what a process remembers
    one = cost(client, gate(changed))
    for number in range(3):
        changed.lines.create(month=date(2026, 3, 1), text=f"dopisane {number}")
    assert cost(client, gate(changed)) == one


def cost(client, address):
    with CaptureQueriesContext(connection) as queries:
        soup(client.get(address))
    return len(queries)


def test_a_version_in_the_admin_says_what_it_put_right(client, publisher, changed):
    client.post(gate(changed), overruled(client, changed, note=WHY))
    second = changed.versions.get(number=2)
    page = soup(client.get(f"/admin/reports/reportversion/{second.pk}/change/"))
    assert "około 170 osób → około 220 osób" in words(page)
    assert second.get_absolute_url() in [a.get("href") for a in page.select("a")]


class TestTheFirstVersion:
    @pytest.fixture
    def first(self, spring):
        approve_note(note=spring["third"].note, by=None, at=MID_MAY)
        return draft()

    def pressed(self, client, report):
        data = filled(client, report) | {"_publish": "Opublikuj podsumowanie"}
        return client.post(change(report), data, follow=True)

    def test_the_button_asks_first_and_says_that_it_stays_for_ever(self, client, publisher, first):
        response = self.pressed(client, first)
        assert response.redirect_chain == [(gate(first), 302)]
        page = soup(response)
        assert "nie da się go zmienić ani usunąć" in words(page)
        assert page.find("input", value="Opublikuj podsumowanie")
        assert not page.select(".desk-remarks")
        assert not first.versions.exists()
        client.post(gate(first), overruled(client, first), follow=True)
        assert first.versions.count() == 1

    def test_markup_in_a_line_stops_it_and_names_the_line(self, client, publisher, first):
        line = first.lines.get(activity__title="obchody Dnia Ziemi")
        line.text = "obchody w Warszawie <script>alert(1)</script>"
        line.save()
        page = soup(self.pressed(client, first))
        said = words(page.select_one(".desk-remarks [data-level=block]"))
        assert "Wiersz „obchody w Warszawie" in said
        assert "„<script>” to znacznik HTML" in said
        assert not page.select("input[name=_now]")
        client.post(gate(first), {"_now": "1", "anyway": "on", "seen": ""})
        assert not first.versions.exists()

    def test_a_doubt_in_a_text_is_overruled_by_a_tick(self, client, publisher, first):
        first.lead += " Do uzupełnienia: TODO."
        first.save()
        page = soup(client.get(gate(first)))
        assert "„TODO” wygląda na miejsce do uzupełnienia" in words(page)
        client.post(gate(first), overruled(client, first, anyway=""))
        assert not first.versions.exists()
        client.post(gate(first), overruled(client, first))
        assert first.versions.count() == 1

    def test_what_a_version_holds_already_is_not_doubted_again(self, client, publisher, first):
        first.lines.create(month=date(2026, 3, 1), text="TODO w marcu")
        client.post(gate(first), overruled(client, first))
        first.lines.create(month=date(2026, 3, 1), text="TODO w kwietniu")
        said = words(soup(client.get(gate(first))).select_one(".desk-remarks"))
        assert "„TODO w kwietniu”" in said
        assert "„TODO w marcu”: „TODO”" not in said
