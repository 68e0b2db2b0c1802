"""The history of a record: who, when, what; any two versions compared; a version restored."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from events.models import Announcement, Partnership
from portal.models import SentForm
from tests.desk import page_of, told, words, write
from tests.factories import (
    make_activity,
    make_announcement,
    make_event,
    make_office_holder,
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


def address(record, what, *args):
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_{what}"
    return reverse(name, args=[record.pk, *args])


def history(client, record):
    return client.get(address(record, "history"))


def entries(response):
    return response.context["entries"]


def newest(client, record):
    return entries(history(client, record))[0]


def version(record, number):
    return record.history.filter(version=number).latest().history_id


def restored(client, record, number, **sent):
    url = address(record, "simple_history", version(record, number))
    began_from = client.get(url).context["asked"]["began_from"]
    return client.post(url, {"began_from": began_from, "with_rows": "on", **sent}, follow=True)


class TestEntries:
    def test_an_entry_says_who_when_and_what(self, anna):
        draft = make_event("Warsztat", published_at=None)
        write(anna, draft, title="Warsztat o łące")
        text = words(history(anna, draft))
        assert "zmieniono, Anna Nowak" in text
        assert "Tytuł Teraz: Warsztat o łące Poprzednio: Warsztat" in text
        assert "utworzono" in text

    def test_one_save_with_a_relation_is_one_entry(self, anna):
        news = make_announcement("Wieści", published_at=None)
        before = len(entries(history(anna, news)))
        write(anna, news, title="Inne", events=[make_event("Piknik").pk])
        found = entries(history(anna, news))
        assert len(found) == before + 1
        assert {change.label for change in found[0].changes} == {"Tytuł", "O wydarzeniach"}
        assert "Piknik" in str(found[0].changes)

    def test_rows_belong_to_the_save_that_wrote_them(self, anna):
        draft = make_event("Warsztat", published_at=None)
        rows = {
            "partnerships-TOTAL_FORMS": 1,
            "partnerships-0-organization": make_organization("Gospodarz").pk,
            "partnerships-0-role": "host",
        }
        write(anna, draft, title="Z partnerem", **rows)
        entry = newest(anna, draft)
        assert [(row.what, row.text) for row in entry.rows] == [
            ("dodano", "Gospodarz, gospodarz miejsca")
        ]
        assert [change.label for change in entry.changes] == ["Tytuł"]

    def test_what_was_done_with_publication_is_said_in_words(self, anna):
        now = timezone.now()
        event = make_event("Warsztat", published_at=None)
        event.discard(now)
        event.take_back()
        event.publish(now + timedelta(days=3))
        event.publish(now)
        event.withdraw(now, "Pomyłka.")
        event.publish(now)
        deeds = [entry.deed for entry in entries(history(anna, event))]
        assert deeds[::-1][:3] == ["utworzono", "wyrzucono do kosza", "wyjęto z kosza"]
        assert deeds[::-1][3].startswith("zaplanowano na ")
        assert deeds[::-1][4:] == ["opublikowano", "wycofano ze strony", "opublikowano ponownie"]
        assert "Powód wycofania Teraz: Pomyłka." in words(history(anna, event))

    def test_what_the_machine_keeps_for_itself_is_untold(self, anna):
        venue = make_venue("Kawiarnia", published_at=None)
        write(anna, venue, name="Księgarnia")
        assert [change.label for change in newest(anna, venue).changes] == ["Nazwa"]

    def test_a_long_history_is_paged_and_costs_the_same(self, anna, django_assert_max_num_queries):
        news = make_announcement("Wieści", published_at=None)
        for number in range(45):
            news.title = f"Wieści {number}"
            news.save()
        url = address(news, "history")
        anna.get(url)
        with django_assert_max_num_queries(16):
            page = anna.get(url)
        assert len(entries(page)) == 20
        with django_assert_max_num_queries(16):
            last = anna.get(url, {"p": 3})
        assert entries(last)[-1].deed == "utworzono"
        assert "style=" not in last.content.decode()

    def test_every_record_of_the_desk_has_one(self, anna):
        for record in (
            make_office_holder(),
            make_activity(),
            make_series("Cykl"),
            make_venue(),
            make_organization(),
        ):
            assert "utworzono" in words(history(anna, record))

    def test_an_account_has_one_without_its_password(self, client):
        client.force_login(make_user("administracja"))
        user = make_user("redakcja", username="jan")
        user.set_password("zupelnie-inne-haslo")
        user.save()
        page = history(client, user)
        assert "Hasło Teraz: zmienione" in words(page)
        assert user.password not in page.content.decode()

    def test_who_may_not_see_the_record_may_not_read_its_history(self, client):
        client.force_login(make_user())
        event = make_event()
        row = event.history.first().history_id
        for url in (
            address(event, "history"),
            address(event, "simple_history", row),
            f"{address(event, 'compare')}?od={row}&do={row}",
        ):
            assert client.get(url).status_code == 403

    def test_markup_in_a_former_text_is_text(self, anna):
        event = make_event("<script>alert(1)</script>", published_at=None)
        event.title = "Zwykły"
        event.save()
        first, last = version(event, 1), version(event, 2)
        for url in (
            address(event, "history"),
            address(event, "simple_history", first),
            f"{address(event, 'compare')}?od={first}&do={last}",
        ):
            assert "<script>alert" not in anna.get(url).content.decode()


class TestComparing:
    def test_any_two_versions_stand_side_by_side_with_the_words_marked(self, anna):
        draft = make_event("Warsztat o łące", published_at=None)
        write(anna, draft, title="Warsztat o lesie")
        write(anna, draft, lead="Zapraszamy")
        asked = {"od": version(draft, 1), "do": version(draft, 2)}
        page = anna.get(address(draft, "compare"), asked)
        html = BeautifulSoup(page.content, "html.parser")
        assert "łące" in html.find("del").text
        assert "lesie" in html.find("ins").text
        assert "Zapraszamy" not in html.text

    def test_the_older_one_stands_first_whichever_was_asked_first(self, anna):
        draft = make_event("Stary", published_at=None)
        write(anna, draft, title="Nowy")
        asked = {"od": version(draft, 2), "do": version(draft, 1)}
        page = anna.get(address(draft, "compare"), asked)
        assert page.context["older"].title == "Stary"

    def test_rows_of_each_version_are_compared_too(self, anna):
        draft = make_event("Warsztat", published_at=None)
        make_partnership(draft, make_organization("Gospodarz"))
        write(anna, draft, **{"partnerships-0-DELETE": "on"})
        asked = {"od": version(draft, 1), "do": version(draft, 2)}
        page = anna.get(address(draft, "compare"), asked)
        assert "Gospodarz" in BeautifulSoup(page.content, "html.parser").find("del").text

    @pytest.mark.parametrize("asked", [{}, {"od": "x", "do": "1"}, {"od": "9" * 30, "do": "-1"}])
    def test_a_wrong_question_leads_back_to_the_history(self, anna, asked):
        draft = make_event("Warsztat", published_at=None)
        page = anna.get(address(draft, "compare"), asked, follow=True)
        assert "Zaznacz dwie wersje" in told(page)


class TestRestoring:
    def test_the_page_says_what_would_change_and_changes_nothing(self, anna):
        draft = make_event("Stary", published_at=None)
        write(anna, draft, title="Nowy")
        page = anna.get(address(draft, "simple_history", version(draft, 1)))
        assert "Przywróć tę wersję" in page.content.decode()
        assert "Stary" in words(page)
        draft.refresh_from_db()
        assert draft.title == "Nowy"

    def test_it_is_a_new_save_that_says_so(self, anna):
        draft = make_event("Stary", published_at=None)
        write(anna, draft, title="Nowy")
        restored(anna, draft, 1)
        draft.refresh_from_db()
        assert draft.title == "Stary"
        assert draft.version == 3
        assert newest(anna, draft).reason.startswith("Przywrócono wersję z ")

    def test_relations_come_back(self, anna):
        event = make_event("Piknik")
        news = make_announcement("Wieści", published_at=None, events=[event])
        write(anna, news, events=[])
        assert not news.events.exists()
        restored(anna, news, 1)
        assert list(news.events.all()) == [event]

    def test_rows_come_back_or_stay_as_asked(self, anna):
        draft = make_event("Stary", published_at=None)
        make_partnership(draft, make_organization("Gospodarz"))
        write(anna, draft, title="Nowy", **{"partnerships-0-DELETE": "on"})
        restored(anna, draft, 1, with_rows="on")
        assert draft.partnerships.get().organization.name == "Gospodarz"
        draft.refresh_from_db()
        assert draft.title == "Stary"

    def test_a_public_event_is_asked_why(self, anna):
        event = make_event("Stary", when=None, published_at=None)
        event.title = "Nowy"
        event.publish(timezone.now() - timedelta(minutes=1))
        page = restored(anna, event, 1)
        assert "Napisz, dlaczego" in words(page)
        event.refresh_from_db()
        assert event.title == "Nowy"
        form = BeautifulSoup(page.content, "html.parser").find("form", id="event_form")
        assert form["action"] == page_of(event)

    def test_somebody_who_saved_meanwhile_is_not_run_over(self, anna):
        draft = make_event("Stary", published_at=None)
        write(anna, draft, title="Nowy")
        url = address(draft, "simple_history", version(draft, 1))
        began_from = anna.get(url).context["asked"]["began_from"]
        write(anna, draft, title="Najnowszy")
        page = anna.post(url, {"began_from": began_from})
        assert "Ktoś zapisał w tym czasie nowszą wersję." in words(page)
        draft.refresh_from_db()
        assert draft.title == "Najnowszy"

    def test_pressed_twice_it_restores_once(self, anna):
        draft = make_event("Stary", published_at=None)
        write(anna, draft, title="Nowy")
        url = address(draft, "simple_history", version(draft, 1))
        page = anna.get(url)
        sent = {"began_from": page.context["asked"]["began_from"], "_key": page.context["form_key"]}
        anna.post(url, sent)
        anna.post(url, sent)
        draft.refresh_from_db()
        assert draft.version == 3
        assert SentForm.objects.count() == 1

    def test_who_may_only_read_cannot_restore(self, client):
        client.force_login(make_user("redakcja"))
        event = make_event("Stary", published_at=None)
        event.title = "Nowy"
        event.publish(timezone.now())
        url = address(event, "simple_history", version(event, 1))
        assert "Przywróć tę wersję" not in client.get(url).content.decode()
        assert client.post(url, {"began_from": event.version}).status_code == 403


class TestRowsPutBack:
    def removed(self, client):
        draft = make_event("Warsztat", published_at=None)
        make_partnership(draft, make_organization("Gospodarz"))
        write(client, draft, **{"partnerships-0-DELETE": "on"})
        return draft, newest(client, draft).rows[0].put_back

    def test_a_removed_row_comes_back_by_a_button_and_only_once(self, anna):
        draft, (rows, row) = self.removed(anna)
        url = address(draft, "put_back", rows, row)
        assert "Przywróć ten wiersz" in history(anna, draft).content.decode()
        assert "Przywrócono wiersz" in told(anna.post(url, follow=True))
        assert draft.partnerships.get().organization.name == "Gospodarz"
        assert "już jest na swoim miejscu" in told(anna.post(url, follow=True))
        assert Partnership.objects.count() == 1
        assert "Przywróć ten wiersz" not in history(anna, draft).content.decode()

    def test_another_row_in_its_place_is_a_sentence(self, anna):
        draft, (rows, row) = self.removed(anna)
        make_partnership(draft, Partnership.history.first().organization)
        page = anna.post(address(draft, "put_back", rows, row), follow=True)
        assert "Nie można przywrócić tego wiersza." in told(page)
        assert Partnership.objects.count() == 1

    def test_asking_changes_nothing_and_a_stranger_may_not(self, anna, client):
        draft, (rows, row) = self.removed(anna)
        url = address(draft, "put_back", rows, row)
        assert anna.get(url).status_code == 405
        assert anna.post(address(draft, "put_back", "user", row)).status_code == 404
        client.force_login(make_user())
        assert client.post(url).status_code == 403
        assert not Partnership.objects.exists()


def test_what_was_deleted_for_good_can_still_be_read_about(anna):
    news = make_announcement("Wieści", published_at=None)
    key = news.pk
    news.delete()
    url = reverse("admin:events_announcement_history", args=[key])
    assert "usunięto" in words(anna.get(url))
    assert anna.get(reverse("admin:events_announcement_history", args=[999])).status_code == 404
    assert not Announcement.objects.exists()
