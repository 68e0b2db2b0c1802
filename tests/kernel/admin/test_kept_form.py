"""Sent twice it saves once; put aside it is kept; a copy fills its form and ends with it."""

import uuid
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events.models import Announcement, Event
from portal.models import SentForm, WorkingCopy
from tests.desk import filled, page_of, told, words, write
from tests.factories import make_event, make_organization, make_partnership, make_series, make_user

pytestmark = pytest.mark.django_db
ADD = "/admin/events/announcement/add/"


@pytest.fixture
def staff(client):
    client.force_login(make_user("redakcja", "publikacja", username="anna"))
    return client


def key_on(response):
    page = BeautifulSoup(response.content, "html.parser")
    return page.find("input", attrs={"name": "_key"})["value"]


def sent_from(client, url, **changes):
    page = client.get(url)
    return filled(page, _key=key_on(page), **changes)


class TestSentTwice:
    def test_two_presses_make_one_record_and_lead_to_it(self, staff):
        sent = sent_from(staff, ADD, title="Wieści", kind="news")
        first = staff.post(ADD, sent)
        second = staff.post(ADD, sent, follow=True)
        news = Announcement.objects.get()
        assert first["Location"] == page_of(news)
        assert second.request["PATH_INFO"] == page_of(news)
        assert "Ten formularz już wysłano i zapisano." in told(second)

    def test_two_presses_on_a_button_do_its_deed_once(self, staff):
        draft = make_event("Warsztat", published_at=None)
        sent = sent_from(staff, page_of(draft), title="Nowy", _publish="1")
        staff.post(page_of(draft), sent)
        saves = draft.history.count()
        second = staff.post(page_of(draft), sent, follow=True)
        assert draft.history.count() == saves
        assert "już wysłano" in told(second)

    def test_a_form_that_was_refused_may_be_sent_again(self, staff):
        sent = sent_from(staff, ADD, title="", kind="news")
        assert staff.post(ADD, sent).status_code == 200
        assert not SentForm.objects.exists()
        assert staff.post(ADD, {**sent, "title": "Wieści"}).status_code == 302
        assert Announcement.objects.count() == 1

    def test_each_page_has_a_key_of_its_own(self, staff):
        assert key_on(staff.get(ADD)) != key_on(staff.get(ADD))

    def test_old_keys_go_in_passing(self, staff):
        user = make_user("redakcja")
        old = timezone.now() - timedelta(days=3)
        SentForm.objects.create(key=uuid.uuid4(), by=user, address="", at=old)
        write(staff, ADD, title="Wieści", _key=str(uuid.uuid4()))
        assert [row.at > old for row in SentForm.objects.all()] == [True]

    @pytest.mark.parametrize("key", ["", "x", "1" * 400, "\u0142"])
    def test_a_broken_key_hinders_nobody(self, staff, key):
        write(staff, ADD, title="Wieści", _key=key)
        assert Announcement.objects.count() == 1


class TestPutAside:
    def test_it_saves_and_publishes_nothing_and_is_there_the_next_time(self, staff):
        event = make_event("Warsztat")
        page = write(staff, event, title="Nowy tytuł", _keep="1")
        event.refresh_from_db()
        assert event.title == "Warsztat"
        assert "Odłożono." in told(page)
        assert "Masz niezapisany tekst (dziś o" in words(page)

        again = staff.get(f"{page_of(event)}?kopia=1")
        assert again.context["adminform"].form["title"].value() == "Nowy tytuł"
        assert "To niezapisany tekst" in words(again)

    def test_a_copy_with_mistakes_opens_without_a_word_on_them(self, staff):
        event = make_event("Warsztat", published_at=None)
        write(staff, event, title="", when_from="30.02.2027", _keep="1")
        page = staff.get(f"{page_of(event)}?kopia=1")
        form = page.context["adminform"].form
        assert form["when_from"].value() == "30.02.2027"
        assert not page.context["errors"]
        assert not BeautifulSoup(page.content, "html.parser").select(".errornote, .errorlist")

    def test_saving_ends_the_copy(self, staff):
        event = make_event("Warsztat", published_at=None)
        write(staff, event, title="Odłożony", _keep="1")
        write(staff, f"{page_of(event)}?kopia=1", lead="I zdanie")
        event.refresh_from_db()
        assert (event.title, event.lead) == ("Odłożony", "I zdanie")
        assert not WorkingCopy.objects.exists()

    def test_rows_are_kept_too(self, staff):
        event = make_event("Warsztat", published_at=None)
        rows = {
            "partnerships-TOTAL_FORMS": 1,
            "partnerships-0-organization": make_organization("Gospodarz").pk,
            "partnerships-0-role": "host",
            "partnerships-0-note": "notatka",
        }
        write(staff, event, _keep="1", **rows)
        page = staff.get(f"{page_of(event)}?kopia=1")
        assert 'value="notatka"' in page.content.decode()
        staff.post(page_of(event), filled(page))
        assert event.partnerships.get().note == "notatka"

    def test_a_copy_survives_rows_that_others_removed_meanwhile(self, staff):
        event = make_event("Warsztat", published_at=None)
        row = make_partnership(event, make_organization("Gospodarz"))
        write(staff, event, _keep="1", **{"partnerships-0-note": "moja notatka"})
        row.delete()
        event.save()
        page = staff.get(f"{page_of(event)}?kopia=1")
        assert 'value="moja notatka"' in page.content.decode()

    def test_a_copy_begun_before_somebody_saved_asks_when_it_is_saved(self, staff):
        event = make_event("Warsztat", published_at=None)
        write(staff, event, title="Mój", _keep="1")
        write(staff, event, title="Ich")
        assert not WorkingCopy.objects.exists()  # the same person's newer save ends it

    def test_a_new_record_begun_from_another_is_a_form_of_its_own(self, staff):
        cycle = make_series("Ławka")
        url = f"/admin/events/event/add/?series={cycle.pk}"
        write(staff, url, title="Odsłona", when_from="maj 2027", _keep="1")
        assert "Masz niezapisany tekst" in words(staff.get(url))
        assert "Masz niezapisany tekst" not in words(staff.get("/admin/events/event/add/"))
        write(staff, f"{url}&kopia=1")
        assert Event.objects.get().title == "Odsłona"
        assert not WorkingCopy.objects.exists()

    def test_the_list_of_copies_calls_it_by_what_it_is(self, staff):
        write(staff, ADD, title="Piknik", _keep="1")
        assert WorkingCopy.objects.get().label == "Nowa aktualność: Piknik"

    def test_nobody_else_sees_it(self, staff, client):
        event = make_event("Warsztat")
        write(staff, event, title="Tajny pomysł", _keep="1")
        kept = WorkingCopy.objects.get()
        client.force_login(make_user("redakcja", "publikacja", "administracja"))
        assert "Masz niezapisany" not in words(client.get(page_of(event)))
        assert "Tajny pomysł" not in client.get(f"{page_of(event)}?kopia=1").content.decode()
        assert client.get(f"/admin/kopia/{kept.pk}/").status_code == 404
        client.post(f"/admin/kopia/{kept.pk}/odrzuc/")
        assert WorkingCopy.objects.exists()
        assert "Tajny pomysł" not in client.get(event.get_absolute_url()).content.decode()

    def test_it_is_thrown_away_by_a_button(self, staff):
        event = make_event("Warsztat")
        write(staff, event, title="Pomysł", _keep="1")
        kept = WorkingCopy.objects.get()
        staff.get(f"/admin/kopia/{kept.pk}/odrzuc/")
        assert WorkingCopy.objects.exists()
        for _ in range(2):
            page = staff.post(f"/admin/kopia/{kept.pk}/odrzuc/", follow=True)
            assert "Odrzucono kopię roboczą." in told(page)
        assert not WorkingCopy.objects.exists()

    def test_who_may_only_read_has_no_button_to_put_aside(self, client):
        client.force_login(make_user("redakcja"))
        page = client.get(page_of(make_event("Warsztat"))).content.decode()
        assert 'name="_keep"' not in page
        assert "keep.js" not in page

    def test_no_key_and_no_button_is_kept(self, staff):
        sent = sent_from(staff, ADD, title="Piknik", _keep="1")
        staff.post(ADD, sent)
        assert not {"_key", "_keep", "_save"} & set(WorkingCopy.objects.get().data)


def test_a_right_that_was_lost_while_writing_costs_no_text(client):
    writer = make_user("redakcja")
    client.force_login(writer)
    draft = make_event("Warsztat", published_at=None)
    sent = filled(client.get(page_of(draft)), title="Pisane przez godzinę")
    draft.publish(timezone.now())
    response = client.post(page_of(draft), sent)
    assert response.status_code == 403
    assert "Pisane przez godzinę" in response.content.decode()
    assert WorkingCopy.objects.get().owner == writer
    draft.refresh_from_db()
    assert draft.title == "Warsztat"


def test_a_form_that_this_person_may_not_see_keeps_nothing(client):
    client.force_login(make_user())
    draft = make_event("Warsztat", published_at=None)
    assert client.post(page_of(draft), {"title": "Obcy"}).status_code == 403
    assert client.post(page_of(draft), {"title": "Obcy", "_keep": "1"}).status_code == 403
    assert not WorkingCopy.objects.exists()
