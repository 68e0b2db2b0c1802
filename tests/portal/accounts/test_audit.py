"""„Kto co zrobił”: one list over all records and accounts."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.signals import user_logged_in
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.models import EventChange, Presence
from portal.models import Erasure
from tests.desk import words, write
from tests.factories import (
    NOW,
    make_activity,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_user,
)

pytestmark = pytest.mark.django_db
AUDIT = "admin:audit"


@pytest.fixture
def boss(client, at_noon):
    found = make_user("redakcja", "publikacja", "administracja", username="szefowa")
    client.force_login(found)
    return found


def test_it_says_who_changed_what_and_links_to_the_history(boss, client):
    organization = make_organization("Fundacja Stara Nazwa", published_at=None)
    write(client, organization, name="Fundacja Nowa Nazwa")
    page = client.get(reverse(AUDIT))
    assert "szefowa: zmieniono: organizacja Fundacja Nowa Nazwa" in words(page)
    assert f'href="/admin/organizations/organization/{organization.pk}/history/"' in (
        page.content.decode()
    )


def test_it_can_be_narrowed_to_one_person(boss, client):
    make_organization("Czyjaś Fundacja")
    organization = make_organization("Moja Fundacja", published_at=None)
    write(client, organization, field="sąsiedztwo")
    assert "Czyjaś Fundacja" in words(client.get(reverse(AUDIT)))
    own = words(client.get(reverse(AUDIT), {"kto": boss.pk}))
    assert "Moja Fundacja" in own
    assert "Czyjaś Fundacja" not in own


def test_it_turns_pages_and_leaves_nothing_out(boss, client, at_noon):
    for number in range(120):
        make_organization(f"Fundacja {number:03}", published_at=None)
        at_noon.shift(1)
    first = client.get(reverse(AUDIT))
    second = client.get(reverse(AUDIT) + "?" + first.context["log"].earlier_query)
    both = words(first) + words(second)
    assert all(f"Fundacja {number:03}" in both for number in range(120))


def test_a_broken_page_mark_is_the_first_page(boss, client):
    for mark in ("wczoraj", "", "9999-99-99", "%00"):
        assert client.get(reverse(AUDIT), {"przed": mark}).status_code in {200, 400}


def test_passwords_are_in_no_line_of_it(boss, client):
    colleague = make_user("redakcja", username="kolega")
    colleague.set_password("tajne-haslo-kolegi")
    colleague.save()
    assert "pbkdf2" not in words(client.get(reverse(AUDIT)))


def test_it_says_who_removed_personal_data_and_on_what_grounds(boss, client):
    done = Erasure.objects.create(reason="wniosek z 3 maja 2026", found={}, by=boss, at=NOW)
    page = client.get(reverse(AUDIT))
    assert "szefowa: usunięto dane osobowe: podstawa: wniosek z 3 maja 2026" in words(page)
    assert f'href="{reverse("admin:erasure_done", args=[done.pk])}"' in page.content.decode()
    other = make_user("redakcja")
    assert "usunięto dane" not in words(client.get(reverse(AUDIT), {"kto": other.pk}))


def lines(client):
    page = BeautifulSoup(client.get(reverse(AUDIT)).content, "html.parser")
    return [" ".join(line.get_text().split()) for line in page.select(".desk-history li")]


def line(client, name):
    return " | ".join(said for said in lines(client) if name in said)


class TestDeeds:
    def test_of_publishing_are_called_what_they_were(self, boss, client, at_noon):
        event = make_event("Dyżur w świetlicy", published_at=None)
        for act in (
            lambda: event.publish(timezone.now()),
            lambda: event.withdraw(timezone.now(), "Pomyłka."),
            lambda: event.publish(timezone.now()),
        ):
            at_noon.shift(60)
            act()
        said = line(client, "Dyżur w świetlicy")
        for deed in ("dodano", "opublikowano", "wycofano ze strony", "opublikowano ponownie"):
            assert f"{deed}: wydarzenie" in said
        assert "zmieniono" not in said

    def test_that_wait_say_for_when_and_in_spite_of_what(self, boss, client, at_noon):
        event = make_event("Narada", published_at=None)
        event._change_reason = "Zaplanowano mimo uwag: Mniej niż siedem dni."
        at_noon.shift(60)
        event.schedule(timezone.now(), NOW + timedelta(days=1))
        said = line(client, "Narada")
        assert "zaplanowano na 9.05.2026, 12.00: wydarzenie Narada" in said
        assert "– Zaplanowano mimo uwag: Mniej niż siedem dni." in said

    def test_with_relations_are_one_line(self, boss, client):
        activity = make_activity("Warsztaty pisania wniosków")
        activity.organizations.add(make_organization("Fundacja Gospodarz"))
        assert line(client, "Warsztaty pisania").count("działanie") == 1

    def test_at_the_last_moment_say_what_was_changed_and_why(self, boss, client):
        event = make_event("Piknik")
        EventChange.objects.create(
            event=event, kind="place", before="Park", after="Świetlica", reason="Deszcz.",
            sequence=1, at=NOW - timedelta(minutes=1), by=boss,
        )  # fmt: skip
        said = [row for row in lines(client) if "zmiana miejsca: wydarzenie Piknik" in row]
        assert len(said) == 1
        assert "szefowa" in said[0]
        assert said[0].endswith("– Deszcz.")

    def test_of_a_file_keep_its_digest_to_themselves(self, boss, client):
        draft = make_announcement("Nabór", published_at=None)
        draft._change_reason = "Wczytano z pliku; skrót treści b295ffb3"
        draft.save()
        assert "– Wczytano z pliku" in line(client, "Nabór")
        assert "skrót treści" not in line(client, "Nabór")

    def test_a_log_in_is_no_change_of_the_account(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        user_logged_in.send(type(colleague), request=None, user=colleague)
        colleague.refresh_from_db()
        assert colleague.last_login
        assert "zmieniono" not in line(client, "kolega")


class TestNames:
    def test_of_notes_and_their_rows_are_those_of_the_meeting(self, boss, client):
        note = make_note(make_held("Spotkanie 13 maja"))
        Presence.objects.create(note=note, organization=make_organization("Fundacja Obecna"))
        page = lines(client)
        assert any("notatka ze spotkania Spotkanie 13 maja" in row for row in page)
        present = next(row for row in page if "obecna organizacja" in row)
        assert "Spotkanie 13 maja" in present
        assert "Fundacja Obecna" in present
        assert not any(re.search(r"\bnr \d", row) for row in page)

    def test_cost_no_question_for_each_line(self, boss, client):
        def asked():
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse(AUDIT))
            return len(queries)

        make_note(make_held("Pierwsze"))
        asked()  # the first visit begins a session
        few = asked()
        for number in range(8):
            make_note(make_held(f"Spotkanie {number}"))
        assert asked() == few
