"""A session that ended, or was begun anew, eats no form; and nobody anonymous writes a row."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from events.models import Announcement
from portal.accounts.site_views import present_code
from portal.kept_forms import MOST, place_of
from portal.models import SentForm, User, WorkingCopy
from tests.desk import filled, page_of, words
from tests.factories import make_event, make_organization, make_user

pytestmark = pytest.mark.django_db
ADD = "/admin/events/announcement/add/"
SECRET = "lawka-pod-kasztanem"


@pytest.fixture
def browser():
    """Checks tokens, as a browser's requests are checked."""
    return Client(enforce_csrf_checks=True)


def field_of(response, name):
    found = BeautifulSoup(response.content, "html.parser").find("input", attrs={"name": name})
    return found["value"] if found else None


def token(response):
    return field_of(response, "csrfmiddlewaretoken")


def typed(browser, url, **changes):
    page = browser.get(url)
    return filled(page, csrfmiddlewaretoken=token(page), **changes)


def logged_in_again(browser, answer, username="anna", password=SECRET):
    """Through both locks, as far as the password goes."""
    phone, _ = TOTPDevice.objects.get_or_create(
        user=User.objects.get(username=username), confirmed=True, name="telefon"
    )
    sent = {
        "username": username,
        "password": password,
        "next": field_of(answer, "next"),
        "_kept": field_of(answer, "_kept"),
        "csrfmiddlewaretoken": token(answer),
    }
    page = browser.post("/admin/login/", sent, follow=True)
    if not BeautifulSoup(page.content, "html.parser").find("input", attrs={"name": "code"}):
        return page
    sent = {
        "code": present_code(phone),
        "next": field_of(page, "next"),
        "_kept": field_of(page, "_kept") or "",
        "csrfmiddlewaretoken": token(page),
    }
    return browser.post("/admin/kod/", sent, follow=True)


class TestSessionEnded:
    def test_the_log_in_page_carries_the_text_and_the_form_opens_with_it(self, browser):
        anna = make_user("redakcja", username="anna")
        browser.force_login(anna)
        sent = typed(browser, ADD, title="Pisane godzinę", lead="„Łąka”\r\ndruga linia")
        browser.session.flush()

        answer = browser.post(ADD, sent)
        assert "Twoja sesja wygasła. Tego, co napisano, nie stracisz" in words(answer)
        assert not WorkingCopy.objects.exists()

        page = logged_in_again(browser, answer)
        assert page.request["QUERY_STRING"] == "kopia=1"
        form = page.context["adminform"].form
        assert form["title"].value() == "Pisane godzinę"
        assert form["lead"].value() == "„Łąka”\r\ndruga linia"
        assert "To niezapisany tekst" in words(page)
        assert not Announcement.objects.exists()
        assert WorkingCopy.objects.get().owner == anna

    def test_a_wrong_password_still_carries_it(self, browser):
        browser.force_login(make_user("redakcja", username="anna"))
        sent = typed(browser, ADD, title="Pisane godzinę")
        browser.session.flush()
        answer = browser.post(ADD, sent)
        refused = logged_in_again(browser, answer, password="nie to")
        assert "Pisane godzinę" in field_of(refused, "_kept")
        page = logged_in_again(browser, refused)
        assert page.context["adminform"].form["title"].value() == "Pisane godzinę"

    def test_neither_token_nor_key_nor_password_travels(self, browser):
        browser.force_login(make_user("redakcja", username="anna"))
        sent = typed(browser, ADD, title="Tekst", password="tajne", _key="x")
        browser.session.flush()
        place, data = json.loads(field_of(browser.post(ADD, sent), "_kept"))
        assert place == ADD
        assert not {"csrfmiddlewaretoken", "password", "_key", "_save"} & set(data)

    def test_an_account_without_that_right_gets_no_copy(self, browser):
        browser.force_login(make_user("redakcja", username="anna"))
        sent = typed(browser, ADD, title="Tekst")
        browser.session.flush()
        make_user(username="gosc")
        page = logged_in_again(browser, browser.post(ADD, sent), username="gosc")
        assert page.status_code == 200
        assert not WorkingCopy.objects.exists()

    def test_what_is_too_long_to_travel_is_told_by_the_usual_page(self, browser):
        browser.force_login(make_user("redakcja", username="anna"))
        sent = typed(browser, ADD, title="Tekst", body="ł" * (MOST + 1))
        browser.session.flush()
        assert browser.post(ADD, sent).status_code == 302

    def test_markup_in_the_text_stays_text(self, browser):
        browser.force_login(make_user("redakcja", username="anna"))
        evil = '"><script>alert(1)</script>'
        sent = typed(browser, ADD, title=evil)
        browser.session.flush()
        answer = browser.post(ADD, sent)
        assert "<script>alert" not in answer.content.decode()
        page = logged_in_again(browser, answer)
        assert page.context["adminform"].form["title"].value() == evil
        assert "<script>alert" not in page.content.decode()

    def test_other_pages_ask_to_log_in_as_ever(self, client):
        assert client.get(ADD).status_code == 302
        assert client.post("/admin/events/event/", {"action": "x"}).status_code == 302
        assert client.post("/admin/password_change/", {"old_password": "x"}).status_code == 302


class TestAnotherToken:
    def test_the_text_comes_back_by_the_persons_own_click(self, browser):
        browser.force_login(make_user("redakcja", username="anna"))
        organization = make_organization("Fundacja", published_at=None)
        sent = typed(browser, page_of(organization), description="Pisane godzinę")
        answer = browser.post(page_of(organization), {**sent, "csrfmiddlewaretoken": "a" * 64})
        assert answer.status_code == 403
        assert "Wróć do formularza" in answer.content.decode()
        assert not WorkingCopy.objects.exists()

        back = {"_kept": field_of(answer, "_kept"), "csrfmiddlewaretoken": token(answer)}
        page = browser.post("/admin/kopia/", back, follow=True)
        form = page.context["adminform"].form
        assert form["description"].value() == "Pisane godzinę"
        organization.refresh_from_db()
        assert organization.description == ""

    def test_who_is_not_logged_in_is_asked_to_and_keeps_the_text(self, browser):
        make_user("redakcja", username="anna")
        answer = browser.post(ADD, {"title": "Pisane godzinę", "kind": "news"})
        assert answer.status_code == 403
        page = logged_in_again(browser, answer)
        assert page.context["adminform"].form["title"].value() == "Pisane godzinę"
        assert not Announcement.objects.exists()

    def test_a_form_of_a_foreign_site_gets_nothing(self, browser):
        browser.force_login(make_user("redakcja", username="anna"))
        answer = browser.post(ADD, {"title": "Obcy"}, headers={"origin": "https://zly.example"})
        assert answer.status_code == 403
        assert field_of(answer, "_kept") is None
        assert not WorkingCopy.objects.exists()

    def test_a_forged_copy_without_a_token_is_refused(self, browser):
        browser.force_login(make_user("redakcja", username="anna"))
        kept = json.dumps([ADD, {"title": ["Obcy"]}])
        assert browser.post("/admin/kopia/", {"_kept": kept}).status_code == 403
        assert not WorkingCopy.objects.exists()

    def test_the_log_in_form_itself_keeps_no_password(self, browser):
        answer = browser.post("/admin/login/", {"username": "anna", "password": SECRET})
        assert answer.status_code == 403
        assert SECRET not in answer.content.decode()


class TestKeptByTheScript:
    @pytest.fixture
    def staff(self, client):
        client.force_login(make_user("redakcja", "publikacja", username="anna"))
        return client

    def keep(self, client, place, **data):
        return client.post("/admin/kopia/", {"_place": place, **data})

    def test_it_keeps_a_private_copy_and_says_at_what_hour(self, staff):
        answer = self.keep(staff, ADD, title="W toku", body="<p>pół zdania")
        assert answer.json()["said"].startswith("Kopia robocza: ")
        kept = WorkingCopy.objects.get()
        assert kept.data["title"] == ["W toku"]
        assert kept.place == ADD

    def test_the_newer_copy_takes_the_place_of_the_older(self, staff):
        self.keep(staff, ADD, title="Pierwszy")
        self.keep(staff, ADD, title="Drugi")
        assert WorkingCopy.objects.get().data["title"] == ["Drugi"]

    @pytest.mark.parametrize(
        "place",
        ["", "/", "/admin/", "/admin/login/", "/admin/portal/user/add/", "https://zly.example/"],
    )
    def test_what_is_no_record_form_is_refused(self, staff, place):
        assert self.keep(staff, place, title="x").status_code == 400
        assert not WorkingCopy.objects.exists()

    def test_who_may_not_see_the_record_keeps_nothing(self, client):
        client.force_login(make_user())
        event = make_event()
        assert self.keep(client, page_of(event), title="x").status_code == 403
        assert not WorkingCopy.objects.exists()

    def test_it_comes_too_late_for_a_form_that_was_saved(self, staff):
        page = staff.get(ADD)
        key = field_of(page, "_key")
        staff.post(ADD, filled(page, _key=key, title="Zapisane"))
        assert SentForm.objects.count() == 1
        self.keep(staff, ADD, title="Zapisane", _key=key)
        assert not WorkingCopy.objects.exists()

    @pytest.mark.parametrize("text", ["[]", "{}", "null", '["/admin/", 1]', "[1, {}]", "x", "[[]]"])
    def test_a_carried_text_that_nobody_wrote_here_is_refused(self, staff, text):
        assert staff.post("/admin/kopia/", {"_kept": text}).status_code == 400

    def test_asking_changes_nothing(self, staff):
        assert staff.get("/admin/kopia/").status_code == 405


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/admin/events/event/3/change/?kopia=1", "/admin/events/event/3/change/"),
        ("/admin/events/event/3/change/?_changelist_filters=q", "/admin/events/event/3/change/"),
        ("/admin/events/event/add/?series=2&kopia=1", "/admin/events/event/add/?series=2"),
        (f"/admin/events/event/add/?x={'y' * 400}", "/admin/events/event/add/"),
    ],
)
def test_a_form_is_known_by_its_address_without_what_brought_one_there(path, place):
    assert place_of(path) == place
