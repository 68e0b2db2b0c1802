"""What is copied and sent: HTML, newsletter, posts, text messages; of events and announcements."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import override_settings

from events.actions import change_event
from events.facts import Facts
from events.models import Event
from events.sending import texts
from events.texts import announcement_story, event_story
from portal.kernel import sms
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db
SITE = "https://portal.example.org"


@pytest.fixture(autouse=True)
def address():
    with override_settings(SITE_URL=SITE):
        yield


def plain(text):
    return text.replace("\u00a0", " ")


def sent(event, at=NOW):
    story = event_story(Event.objects.for_page().get(pk=event.pk), at)
    return {row.key: plain(row.value) for row in texts(story)}


def remark(event, key):
    story = event_story(Event.objects.for_page().get(pk=event.pk), NOW)
    return next(plain(row.remark) for row in texts(story) if row.key == key)


def herbata(**fields):
    return make_event(
        "Herbata w ławce",
        **{
            "venue": make_venue("Kaffka"),
            "sign_up": "none",
            "is_free": True,
            "lead": "Stolik i rozmowa.",
            "body": '<h2>O czym</h2><ul><li>o <a href="/cykle/">cyklach</a></li></ul>',
            **fields,
        },
    )


def change(event, **facts):
    before = Facts.of(event)
    for name, value in facts.items():
        setattr(event, name, value)
    change_event(event=event, before=before, by=None, at=NOW, reason="zalana sala")
    return event


def test_a_text_message_without_polish_letters_is_one_message():
    event = herbata()
    assert sent(event)["sms"] == (
        "Herbata w lawce, 13 maja, 14.00-18.00, Kaffka, ul. Dluga 5, bez zapisow. "
        f"{SITE}/w/{event.pk}/0"
    )
    assert remark(event, "sms").endswith(" znaków, 1 wiadomość.")


def test_the_same_with_polish_letters_says_how_many_messages_it_is():
    event = herbata()
    assert "Herbata w ławce" in sent(event)["sms-pl"]
    assert "2 wiadomości: z polskimi literami w jednej mieści się 70" in remark(event, "sms-pl")


@pytest.mark.parametrize("length", [1, 40, 120, 200])
def test_however_long_the_title_the_short_texts_fit_and_keep_their_address(length):
    title = ("Łódź " * 40)[: length - 1] + "Ł"
    event = make_event(title, venue=make_venue("Pałac " * 25))
    found = sent(event)
    assert sms.length(found["sms"]) <= 160
    assert sms.is_gsm(found["sms"])
    assert sms.length(found["sms-pl"]) <= 160
    assert len(found["post"]) <= 280
    assert all(found[key].endswith(f"{SITE}/w/{event.pk}/0") for key in ("sms", "sms-pl", "post"))
    assert all("13 maja" in found[key] for key in ("sms", "sms-pl", "post"))


def test_the_html_for_the_city_has_whole_addresses_and_nothing_of_our_looks():
    event = herbata()
    html = sent(event)["html"]
    soup = BeautifulSoup(html, "html.parser")
    assert {name for tag in soup.find_all() for name in tag.attrs} <= {"href", "datetime", "lang"}
    assert [link["href"] for link in soup.find_all("a")] == [
        f"{SITE}/cykle/",
        f"{SITE}{event.get_absolute_url()}",
    ]
    assert soup.time["datetime"] == "2026-05-13T14:00+02:00"
    assert "Wstęp: wolny, bez zapisów" in plain(soup.text)


def test_what_people_wrote_is_escaped_in_html():
    html = sent(herbata(audience="<script>alert(1)</script> & inni"))["html"]
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_newsletter_reads_as_plain_text_with_its_list():
    text = sent(herbata())["newsletter"]
    assert text.startswith("Herbata w ławce\n\nZapraszamy na spotkanie „Herbata w ławce”")
    assert f"O czym\n– o cyklach ({SITE}/cykle/)" in text
    assert "Kiedy: 13 maja 2026 r., godz. 14.00–18.00\nGdzie: Kaffka" in text
    assert "<" not in text


def test_a_change_comes_first_in_every_text():
    event = change(herbata(), venue=make_venue("Biblioteka", street="Rajska", number="12"))
    found = sent(event)
    said = "ZMIANA MIEJSCA. Teraz: Biblioteka, ul. Rajska 12. Poprzednio: Kaffka, ul. Długa 5."
    assert found["post-long"].startswith(said)
    assert found["html"].startswith(f"<p><strong>{said}</strong></p>")
    assert found["newsletter"].startswith(f"Herbata w ławce\n\n{said}")
    assert found["post"].startswith("ZMIANA MIEJSCA: Herbata w ławce, 13 maja, 14.00–18.00, Bibl")
    assert found["sms"].startswith("ZMIANA MIEJSCA: Herbata w lawce")
    assert found["sms"].endswith(f"/w/{event.pk}/1")


def test_what_is_off_says_so_first_and_invites_nobody():
    event = change(herbata(), outcome="cancelled", outcome_reason="choroba")
    found = sent(event)
    assert found["sms"].startswith("ODWOLANE: Herbata w lawce, 13 maja")
    assert found["post"].startswith("ODWOŁANE: Herbata w ławce, 13 maja")
    assert found["post-long"].startswith("ODWOŁANE.\n\nOdwołujemy spotkanie „Herbata w ławce”")
    for text in found.values():
        assert "Zapraszamy" not in text
        assert "bez zapis" not in text
        assert "Kaffka" not in text


def test_what_was_held_is_not_invited_to():
    event = make_held("Herbata", when=make_when(date(2026, 4, 14)), sign_up="none")
    for text in sent(event).values():
        assert "Zapraszamy" not in text
        assert "bez zapis" not in text


def test_what_passed_unanswered_says_that_nobody_has_confirmed_it():
    event = make_event("Herbata", when=make_when(date(2026, 4, 14)))
    assert "biuro nie potwierdziło jeszcze" in sent(event)["post-long"]


def test_a_month_without_a_day_is_said_as_such():
    event = make_event("Herbata", when=When.in_month(Month(2026, 6)))
    assert sent(event)["post"] == f"Herbata, czerwiec 2026 r. {SITE}/w/{event.pk}/0"


def test_an_example_says_so_everywhere():
    for key, text in sent(herbata(is_example=True)).items():
        assert "Przyk" in text or key in {"html", "post-long"}


## Of an announcement


def told(item, *events, at=NOW):
    about = list(Event.objects.for_cards().filter(pk__in=[event.pk for event in events]))
    return {row.key: plain(row.value) for row in texts(announcement_story(item, about, at))}


def test_an_announcement_of_one_event_says_when_and_where():
    event = herbata()
    item = make_announcement("Zapraszamy do stolika", lead="Przyjdź.", events=[event])
    found = told(item, event)
    assert found["post"] == (
        "Zapraszamy do stolika, 13 maja, 14.00–18.00, Kaffka, ul. Długa 5, bez zapisów. "
        f"{SITE}{item.get_absolute_url()}"
    )
    assert found["title"] == "Zapraszamy do stolika"
    assert found["html"].startswith("<p>Przyjdź.</p>")


def test_an_announcement_of_what_was_called_off_since_says_that_first():
    event = herbata()
    item = make_announcement("Zapraszamy do stolika", lead="Przyjdź.", events=[event])
    change(event, outcome="cancelled", outcome_reason="choroba")
    found = told(item, event, at=NOW + timedelta(minutes=5))
    assert found["html"].startswith("<p><strong>To spotkanie odwołano.</strong></p>")
    assert found["sms"].startswith("ODWOLANE: Zapraszamy do stolika")


def test_an_announcement_about_nothing_is_its_own_words():
    item = make_announcement(
        "Nowe godziny biura", lead="Od maja inaczej.", body="<p>Szczegóły.</p>"
    )
    found = told(item)
    assert found["sms"] == f"Nowe godziny biura. {SITE}{item.get_absolute_url()}"
    assert "Od maja inaczej.\n\nSzczegóły." in found["newsletter"]
