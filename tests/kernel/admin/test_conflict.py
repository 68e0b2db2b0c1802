"""The second of two editors sees both texts and decides; what does not clash joins by itself."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events.models import Partnership
from portal.kernel.months import local
from tests.desk import filled, page_of, told, words, write
from tests.factories import (
    make_announcement,
    make_event,
    make_organization,
    make_partnership,
    make_series,
    make_user,
    make_venue,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(client):
    user = make_user("redakcja", "publikacja", username="anna")
    user.first_name, user.last_name = "Anna", "Nowak"
    user.save()
    client.force_login(user)
    return client


def late(client, record, theirs, **mine):
    """Both open the form; the other saves first."""
    sent = filled(client.get(page_of(record)), **mine)
    write(client, record, **theirs)
    return client.post(page_of(record), sent)


def decided(response, **choices):
    """The page of the conflict as a browser sends it."""
    page = BeautifulSoup(response.content, "html.parser").find("form", class_="conflict")
    sent = {}
    for field in page.find_all("input"):
        if field.get("type") == "radio" and not field.has_attr("checked"):
            continue
        if field.get("type") != "submit" and field.get("name") != "csrfmiddlewaretoken":
            sent.setdefault(field["name"], []).append(field.get("value", "on"))
    return {**sent, "_save": "1", **{f"choice:{name}": value for name, value in choices.items()}}


def questions(response):
    return [question.key for question in response.context["conflict"].asked]


def test_both_texts_stand_side_by_side_with_who_and_when(anna):
    draft = make_event("Warsztat", published_at=None)
    page = late(anna, draft, {"title": "Warsztat o dotacjach"}, title="Warsztat o statutach")
    text = words(page)
    assert questions(page) == ["title"]
    saved = local(draft.history.first().history_date)
    assert f"W bazie (zapis: Anna Nowak, dziś o {saved:%-H.%M})" in text
    html = BeautifulSoup(page.content, "html.parser")
    assert "dotacjach" in html.find("del").text
    assert "statutach" in html.find("ins").text


def test_my_choice_is_saved_and_theirs_can_be_taken(anna):
    draft = make_event("Warsztat", published_at=None)
    page = late(anna, draft, {"title": "Ich"}, title="Mój")
    response = anna.post(page_of(draft), decided(page), follow=True)
    draft.refresh_from_db()
    assert draft.title == "Mój"
    assert "Zapisano" in told(response)

    page = late(anna, draft, {"title": "Znów ich"}, title="Znów mój")
    anna.post(page_of(draft), decided(page, title="theirs"))
    draft.refresh_from_db()
    assert draft.title == "Znów ich"


def test_what_only_one_of_them_changed_is_brought_together_without_a_question(anna):
    draft = make_event("Warsztat", published_at=None)
    page = late(anna, draft, {"lead": "Ich zdanie"}, room="sala 5")
    assert questions(page) == []
    assert "Jednym zdaniem: Ich zdanie" in words(page)
    assert "Zmienione tylko przez ciebie Sala, piętro, wejście" in words(page)
    anna.post(page_of(draft), decided(page))
    draft.refresh_from_db()
    assert (draft.lead, draft.room) == ("Ich zdanie", "sala 5")


def test_the_words_of_a_date_are_one_question(anna):
    draft = make_event("Warsztat", published_at=None)
    theirs = {"when_from": "20.05.2027 10.00", "when_to": "12.00"}
    page = late(anna, draft, theirs, when_from="21.05.2027 16.00", when_to="18.00")
    assert questions(page) == ["when_from"]
    assert "20 maja 2027 r., godz. 10.00–12.00" in words(page).replace("\u00a0", " ")
    anna.post(page_of(draft), decided(page, when_from="theirs"))
    draft.refresh_from_db()
    assert "20 maja 2027" in draft.when.short().replace("\u00a0", " ")


def test_a_relation_and_a_choice_of_one_are_compared_by_name(anna):
    first, second = make_venue("Kawiarnia"), make_venue("Biblioteka")
    draft = make_event("Warsztat", published_at=None)
    page = late(anna, draft, {"venue": first.pk}, venue=second.pk)
    assert questions(page) == ["venue"]
    assert "Kawiarnia" in words(page)
    assert "Biblioteka" in words(page)
    anna.post(page_of(draft), decided(page))
    draft.refresh_from_db()
    assert draft.venue == second


def test_events_of_an_announcement_join_when_one_side_chose_them(anna):
    event = make_event("Piknik")
    news = make_announcement("Wieści", published_at=None)
    page = late(anna, news, {"events": [event.pk]}, title="Inne wieści")
    assert questions(page) == []
    anna.post(page_of(news), decided(page))
    news.refresh_from_db()
    assert news.title == "Inne wieści"
    assert list(news.events.all()) == [event]


def test_a_relation_without_a_history_is_asked_and_never_guessed(anna):
    organization = make_organization("Fundacja")
    cycle = make_series("Cykl", published_at=None)
    page = late(anna, cycle, {"organizers": [organization.pk]}, lead="Nowe zdanie")
    assert questions(page) == ["organizers"]


def test_rich_text_is_compared_as_it_is_read(anna):
    news = make_announcement("Wieści", published_at=None, body="<p>Stary tekst</p>")
    theirs = {"body": "<p>Ich <strong>tekst</strong></p>"}
    page = late(anna, news, theirs, body="<p>Mój tekst</p>")
    assert questions(page) == ["body"]
    assert "&lt;p&gt;" not in BeautifulSoup(page.content, "html.parser").find("ins").decode()
    anna.post(page_of(news), decided(page))
    news.refresh_from_db()
    assert news.body == "<p>Mój tekst</p>"


def test_a_third_person_who_saves_meanwhile_brings_the_same_page_again(anna):
    draft = make_event("Warsztat", published_at=None)
    page = late(anna, draft, {"title": "Ich"}, title="Mój")
    write(anna, draft, title="Trzeci")
    again = anna.post(page_of(draft), decided(page))
    assert questions(again) == ["title"]
    anna.post(page_of(draft), decided(again))
    draft.refresh_from_db()
    assert draft.title == "Mój"


def test_the_same_text_twice_is_no_conflict(anna):
    draft = make_event("Warsztat", published_at=None)
    page = late(anna, draft, {"title": "Ten sam"}, title="Ten sam")
    assert page.status_code == 302
    assert "Już zapisano" in told(anna.get(page["Location"]))
    assert draft.history.count() == 2


def test_whoever_changed_nothing_is_shown_what_is_newer(anna):
    draft = make_event("Warsztat", published_at=None)
    page = late(anna, draft, {"title": "Ich"})
    assert "W tym czasie zapisano nowszą wersję" in told(anna.get(page["Location"]))
    draft.refresh_from_db()
    assert draft.title == "Ich"


def test_that_it_was_published_meanwhile_is_said(anna):
    draft = make_event("Warsztat", published_at=None)
    sent = filled(anna.get(page_of(draft)), lead="Moje zdanie")
    draft.publish(timezone.now())
    page = anna.post(page_of(draft), sent)
    assert "Stan: opublikowane" in words(page)
    assert "Moje zdanie" in page.content.decode()


class TestRows:
    def rows(self, *rows, stored=()):
        found = {
            "partnerships-TOTAL_FORMS": len(rows) + len(stored),
            "partnerships-INITIAL_FORMS": len(stored),
        }
        for index, row in enumerate([*stored, *rows]):
            found |= {f"partnerships-{index}-{name}": value for name, value in row.items()}
        return found

    def test_rows_that_each_of_them_added_are_all_kept(self, anna):
        host, guest = make_organization("Gospodarz"), make_organization("Gość")
        draft = make_event("Warsztat", published_at=None)
        theirs = self.rows({"organization": host.pk, "role": "host"})
        mine = self.rows({"organization": guest.pk, "role": "patron"})
        page = late(anna, draft, theirs, **mine)
        assert questions(page) == []
        assert "dodano: Gospodarz" in words(page)
        anna.post(page_of(draft), decided(page))
        kept = Partnership.objects.filter(event=draft).values_list("organization__name", flat=True)
        assert sorted(kept) == ["Gospodarz", "Gość"]

    def test_a_row_that_both_changed_is_asked(self, anna):
        draft = make_event("Warsztat", published_at=None)
        row = make_partnership(draft, make_organization("Gospodarz"))
        page = late(anna, draft, {"partnerships-0-note": "ich"}, **{"partnerships-0-note": "moja"})
        assert questions(page) == ["partnerships"]
        anna.post(page_of(draft), decided(page, partnerships="theirs"))
        row.refresh_from_db()
        assert row.note == "ich"

    def test_a_row_removed_by_one_and_left_alone_by_the_other_is_gone(self, anna):
        draft = make_event("Warsztat", published_at=None)
        make_partnership(draft, make_organization("Gospodarz"))
        page = late(anna, draft, {"partnerships-0-DELETE": "on"}, title="Mój")
        assert "usunięto: Gospodarz" in words(page)
        anna.post(page_of(draft), decided(page))
        draft.refresh_from_db()
        assert draft.title == "Mój"
        assert not draft.partnerships.exists()

    def test_a_row_removed_by_one_and_rewritten_by_the_other_can_come_back(self, anna):
        draft = make_event("Warsztat", published_at=None)
        make_partnership(draft, make_organization("Gospodarz"))
        theirs = {"partnerships-0-DELETE": "on"}
        page = late(anna, draft, theirs, **{"partnerships-0-note": "moja"})
        assert questions(page) == ["partnerships"]
        anna.post(page_of(draft), decided(page))
        assert draft.partnerships.get().note == "moja"


def test_markup_that_somebody_typed_is_shown_as_text(anna):
    draft = make_event("Warsztat", published_at=None)
    page = late(anna, draft, {"title": "<b>ich</b>"}, title="<img src=x onerror=alert(1)>")
    assert b"<img" not in page.content
    assert b"<b>" not in page.content


def test_who_may_no_longer_change_it_sees_no_texts_of_others(anna, client):
    draft = make_event("Warsztat", published_at=None)
    client.force_login(make_user("redakcja"))
    sent = filled(client.get(page_of(draft)), title="Mój")
    draft.lead = "Zdanie publiczne"
    draft.publish(timezone.now())
    response = client.post(page_of(draft), sent)
    assert response.status_code == 403
    assert "Mój" in response.content.decode()
    assert "Zdanie publiczne" not in words(response)
