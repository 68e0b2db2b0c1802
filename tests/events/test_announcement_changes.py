"""What was changed in an announcement after publication: asked, told, or said to be minor."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone

from events.actions import change_announcement
from tests.desk import page_of, told, words, write
from tests.factories import make_announcement, make_event, make_user

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
NAMES = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def publisher(client):
    client.force_login(make_user("redakcja", "publikacja"))
    return client


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def public(now):
    return make_announcement(
        "Zaproszenie", lead="Wstęp.", body="<p>Treść</p>", published_at=now - HOUR
    )


def fresh(record):
    return type(record).objects.get(pk=record.pk)


def test_a_note_stands_on_the_page_with_its_day_newest_first(publisher, public, client):
    for note in ("Nowa godzina w treści.", "Dopisano dojazd."):
        response = write(publisher, public, lead=f"Inaczej: {note}", change_note=note)
        assert "Zapisano" in told(response)
    html = BeautifulSoup(client.get(public.get_absolute_url()).content, "html.parser")
    rows = [" ".join(row.text.split()) for row in html.select(".changes li")]
    assert [row.partition(": ")[2] for row in rows] == [
        "Dopisano dojazd.",
        "Nowa godzina w treści.",
    ]
    assert all(row.startswith("Zmieniono ") and " r.: " in row for row in rows)
    assert public.changes.first().by.username


def test_a_note_stands_in_the_feed_too(publisher, public, client):
    write(publisher, public, lead="Inaczej.", change_note="Nowa <godzina>.")
    root = ElementTree.fromstring(client.get("/aktualnosci/atom.xml").content)
    content = root.find("a:entry/a:content", NAMES).text
    assert content.startswith("<p>Zmieniono ")
    assert "Nowa &lt;godzina&gt;." in content


@pytest.mark.parametrize(
    "change",
    [{"title": "Inny"}, {"lead": "Inny"}, {"body": "<p>Inna</p>"}, {"kind": "news"}],
)
def test_other_words_ask_for_one_of_the_two(publisher, public, change):
    response = write(publisher, public, **change)
    form = response.context["adminform"].form
    assert "co się zmieniło" in form.errors["change_note"][0]
    assert form[next(iter(change))].value() == next(iter(change.values()))
    assert fresh(public).version == public.version


def test_other_events_ask_too(publisher, public):
    event = make_event()
    refused = write(publisher, public, events=[event.pk])
    assert refused.context["adminform"].form.errors["change_note"]
    write(publisher, public, events=[event.pk], change_note="Dopisano spotkanie.")
    assert fresh(public).events.get() == event


def test_a_slip_of_the_pen_leaves_no_trace_on_the_page(publisher, public, client):
    response = write(publisher, public, lead="Wstęp!", minor_change="on")
    assert "Zapisano" in told(response)
    assert not public.changes.exists()
    assert "Zmieniono" not in client.get(public.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "change, sentence",
    [
        ({"lead": "Inny", "change_note": "Nowość.", "minor_change": "on"}, "Wybierz jedno"),
        ({"change_note": "Nowość."}, "nie ma o czym pisać"),
    ],
)
def test_a_note_says_something_true(publisher, public, change, sentence):
    response = write(publisher, public, **change)
    assert sentence in response.context["adminform"].form.errors["change_note"][0]
    assert not public.changes.exists()


def test_saving_what_did_not_change_asks_nothing(publisher, public):
    assert "Zapisano" in told(write(publisher, public))
    assert "Zapisano" in told(write(publisher, public, is_example="on"))


@pytest.mark.parametrize("wait", [None, 5])
def test_what_nobody_has_read_yet_is_not_asked_about(publisher, now, wait):
    at = now + timedelta(days=wait) if wait else None
    draft = make_announcement("Szkic", published_at=at)
    assert "Co się zmieniło" not in words(publisher.get(page_of(draft)))
    assert "Zapisano" in told(write(publisher, draft, title="Inny tytuł"))


class TestAction:
    def test_refuses_to_change_public_words_without_saying_so(self, public, now):
        public.lead = "Inaczej."
        with pytest.raises(ValidationError, match="co się zmieniło"):
            change_announcement(announcement=public, by=None, at=now)
        assert fresh(public).lead == "Wstęp."

    def test_saves_and_logs_who_and_when(self, public, now):
        user = make_user()
        public.lead = "Inaczej."
        change = change_announcement(announcement=public, by=user, at=now, note=" Nowość. ")
        assert (change.note, change.at, change.by) == ("Nowość.", now, user)
        assert fresh(public).history.first().history_user == user
