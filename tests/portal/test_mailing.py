"""Mail to colleagues: written with the change, sent once, and never lost."""

import threading
from datetime import timedelta
from smtplib import SMTPAuthenticationError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import override_settings

from events.last_moment import announced
from events.models import EventChange
from portal.mailing import Sent, send_waiting, tell_colleagues
from portal.models import OutgoingMail
from tests.factories import NOW, make_event, make_user, make_venue


class Refusing(EmailBackend):
    """A server that takes nothing, for the reason in `why`."""

    why = SMTPServerDisconnected("away")

    def send_messages(self, messages):
        raise self.why


class Dead(EmailBackend):
    def open(self):
        raise OSError("no route")


class OneMailboxFull(EmailBackend):
    def send_messages(self, messages):
        if "ewa@example.org" in messages[0].to:
            raise SMTPRecipientsRefused({"ewa@example.org": (552, b"full")})
        return super().send_messages(messages)


def backend(name):
    return override_settings(EMAIL_BACKEND=f"{__name__}.{name}")


@pytest.fixture
def author(db):
    user = make_user("redakcja", username="ola")
    return with_address(user, "ola@example.org")


@pytest.fixture
def colleagues(author):
    return [
        with_address(make_user(username=name), f"{name}@example.org") for name in ("ewa", "jan")
    ]


def with_address(user, email):
    user.email = email
    user.save()
    return user


def tell(by, **words):
    words = {"subject": "Zmiana miejsca", "body": "Teraz gdzie indziej.", **words}
    return tell_colleagues(by=by, at=NOW, **words)


def told(capture, by, **words):
    """As after a committed transaction."""
    with capture(execute=True):
        return tell(by, **words)


class TestWhoIsTold:
    def test_everybody_in_the_office_but_the_author(
        self, author, colleagues, django_capture_on_commit_callbacks
    ):
        told(django_capture_on_commit_callbacks, author)
        assert sorted(message.to[0] for message in mail.outbox) == [
            "ewa@example.org",
            "jan@example.org",
        ]

    def test_nobody_who_has_left_or_never_was_staff_or_has_no_address(self, author, colleagues):
        ewa, jan = colleagues
        ewa.is_active = False
        ewa.save()
        jan.is_staff = False
        jan.save()
        make_user(username="bez-adresu")
        assert tell(author) == []

    def test_an_address_that_two_accounts_share_gets_one(self, author, colleagues):
        with_address(colleagues[0], "Biuro@example.org")
        with_address(colleagues[1], "biuro@example.org")
        assert [row.to for row in tell(author)] == ["biuro@example.org"]

    def test_a_change_that_nobody_made_is_told_to_all(self, author, colleagues):
        assert len(tell(None)) == 3


class TestSending:
    def test_nothing_goes_out_before_the_change_stands(
        self, author, colleagues, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks() as callbacks:
            tell(author)
        assert mail.outbox == []
        callbacks[0]()
        assert len(mail.outbox) == 2
        assert not OutgoingMail.objects.waiting().exists()

    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_a_change_that_is_taken_back_tells_nobody(self, author, colleagues):
        with transaction.atomic():
            tell(author)
            transaction.set_rollback(True)
        assert mail.outbox == []
        assert OutgoingMail.objects.count() == 0

    def test_a_subject_is_one_line_whatever_a_title_holds(
        self, author, colleagues, django_capture_on_commit_callbacks
    ):
        evil = "Ławka\r\nBcc: obcy@example.org\n\nTreść " + "a" * 300
        told(django_capture_on_commit_callbacks, author, subject=evil)
        message = mail.outbox[0]
        assert message.subject.startswith("Ławka Bcc: obcy@example.org Treść aaa")
        assert len(message.subject) == 200
        assert message.message()["Bcc"] is None
        assert message.recipients() in (["ewa@example.org"], ["jan@example.org"])

    def test_no_automatic_answer_comes_back(
        self, author, colleagues, django_capture_on_commit_callbacks
    ):
        told(django_capture_on_commit_callbacks, author)
        assert mail.outbox[0].extra_headers["Auto-Submitted"] == "auto-generated"


class TestAServerThatRefuses:
    def test_takes_nothing_back_and_says_why(
        self, author, colleagues, django_capture_on_commit_callbacks
    ):
        with backend("Refusing"):
            told(django_capture_on_commit_callbacks, author)
        rows = OutgoingMail.objects.waiting()
        assert [(row.tries, row.refusal) for row in rows] == [(1, "Serwer poczty odmówił.")] * 2

    def test_what_waited_goes_out_at_the_next_try_once(
        self, author, colleagues, django_capture_on_commit_callbacks
    ):
        with backend("Dead"):
            told(django_capture_on_commit_callbacks, author)
        assert OutgoingMail.objects.first().refusal == "Nie ma połączenia z serwerem poczty."
        later = NOW + timedelta(minutes=5)
        assert send_waiting(later) == Sent(sent=2)
        assert send_waiting(later) == Sent()
        assert len(mail.outbox) == 2
        assert {row.sent_at for row in OutgoingMail.objects.all()} == {later}
        assert {row.refusal for row in OutgoingMail.objects.all()} == {""}

    def test_one_full_mailbox_stops_no_other(
        self, author, colleagues, django_capture_on_commit_callbacks
    ):
        with backend("OneMailboxFull"):
            told(django_capture_on_commit_callbacks, author)
        assert [message.to for message in mail.outbox] == [["jan@example.org"]]
        [left] = OutgoingMail.objects.waiting()
        assert (left.to, left.refusal) == (
            "ewa@example.org",
            "Serwer poczty nie przyjął adresu odbiorcy.",
        )

    @pytest.mark.parametrize(
        "why, sentence",
        [
            (SMTPAuthenticationError(535, b"no"), "Serwer poczty nie przyjął hasła portalu."),
            (ConnectionResetError(), "Nie ma połączenia z serwerem poczty."),
            (UnicodeError(), "Tego adresu nie da się użyć."),
        ],
    )
    def test_says_it_in_a_sentence(self, author, colleagues, monkeypatch, why, sentence):
        monkeypatch.setattr(Refusing, "why", why)
        tell(author)
        with backend("Refusing"):
            assert send_waiting(NOW) == Sent(refused=2, why=sentence)

    def test_an_address_with_a_line_break_sends_nothing_anywhere(self, db):
        OutgoingMail.objects.create(
            to="a@example.org\nBcc: b@example.org", subject="s", body="b", written_at=NOW
        )
        assert send_waiting(NOW).why == "Tego adresu nie da się użyć."
        assert mail.outbox == []


class Slow(EmailBackend):
    started, go_on = threading.Event(), threading.Event()

    def send_messages(self, messages):
        self.started.set()
        self.go_on.wait(0.5)
        return super().send_messages(messages)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_at_once_send_each_message_once(author, colleagues):
    OutgoingMail.objects.bulk_create(
        OutgoingMail(to=user.email, subject="s", body="b", written_at=NOW) for user in colleagues
    )
    results = []

    def work():
        results.append(send_waiting(NOW))
        connection.close()

    with backend("Slow"):
        workers = [threading.Thread(target=work) for _ in range(2)]
        workers[0].start()
        Slow.started.wait(5)
        workers[1].start()
        [worker.join(20) for worker in workers]
    assert sum(done.sent for done in results) == 2
    assert sorted(message.to[0] for message in mail.outbox) == [
        "ewa@example.org",
        "jan@example.org",
    ]


class TestAChangeAtTheLastMoment:
    @pytest.fixture
    def message(self, author, colleagues, django_capture_on_commit_callbacks):
        author.first_name, author.last_name = "Ola", "Nowak"
        self.event = make_event("Ławka dialogu", venue=make_venue("Nowa Kawiarnia"))
        change = EventChange.objects.create(
            event=self.event,
            kind=EventChange.Kind.PLACE,
            before="Stara Kawiarnia, ul. Długa 5",
            after="Nowa Kawiarnia, ul. Krótka 1",
            reason="Zalana sala",
            sequence=1,
            at=NOW,
            by=author,
        )
        with django_capture_on_commit_callbacks(execute=True):
            announced.send(type(self), event=self.event, changes=[change], by=author, at=NOW)
        return mail.outbox[0]

    def test_says_first_what_is_now_then_what_was_and_why(self, message):
        assert message.subject == "Zmiana miejsca: Ławka dialogu, 13 maja 2026 r."
        told = [
            "Zmiana miejsca.",
            "Teraz: Nowa Kawiarnia, ul. Krótka 1.",
            "Poprzednio: Stara Kawiarnia, ul. Długa 5.",
            "Dlaczego: Zalana sala.",
        ]
        assert "\n".join(told) in message.body

    def test_says_who_and_when_and_where_to_look(self, message):
        assert "Ola Nowak, 8 maja 2026 r., godz. 12.00." in message.body
        sending = f"/admin/events/event/{self.event.pk}/do-wyslania/"
        for path in (self.event.get_absolute_url(), sending):
            assert f" http://127.0.0.1:8000{path}\n" in message.body

    def test_no_change_no_mail(self, author, colleagues):
        announced.send(None, event=make_event(), changes=[], by=author, at=NOW)
        assert OutgoingMail.objects.count() == 0


class TestTheButtonOnTheDesk:
    URL = "/admin/poczta/wyslij/"

    def refused(self):
        OutgoingMail.objects.create(
            to="a@example.org", subject="s", body="b", written_at=NOW, tries=1, refusal="Nie."
        )

    def test_sends_and_says_so(self, client, author):
        client.force_login(author)
        self.refused()
        page = client.post(self.URL, follow=True)
        assert page.redirect_chain == [("/admin/", 302)]
        assert "Wysłano: 1\xa0wiadomość." in page.content.decode()
        assert len(mail.outbox) == 1

    def test_says_that_it_still_does_not_go_and_keeps_it(self, client, author):
        client.force_login(author)
        self.refused()
        with backend("Dead"):
            page = client.post(self.URL, follow=True).content.decode()
        assert "Nie wyszło: 1\xa0wiadomość. Nie ma połączenia z serwerem poczty." in page
        assert OutgoingMail.objects.waiting().count() == 1

    def test_pressed_twice_sends_once(self, client, author):
        client.force_login(author)
        self.refused()
        client.post(self.URL)
        assert "Cała poczta już wyszła." in client.post(self.URL, follow=True).content.decode()
        assert len(mail.outbox) == 1

    def test_looking_sends_nothing(self, client, author):
        client.force_login(author)
        self.refused()
        assert client.get(self.URL).status_code == 405
        assert mail.outbox == []

    def test_is_for_those_who_write(self, client, author):
        client.force_login(make_user())
        self.refused()
        assert client.post(self.URL).status_code == 403
        client.logout()
        assert client.post(self.URL).status_code == 302
        assert mail.outbox == []


class TestTheCommandForATimer:
    def test_sends_what_waits(self, author, colleagues, capsys):
        tell(author)
        call_command("send_mail")
        assert "Wysłano: 2\xa0wiadomości." in capsys.readouterr().out

    def test_fails_while_the_server_refuses(self, author, colleagues):
        tell(author)
        with backend("Dead"), pytest.raises(CommandError, match="Nie wyszło: 2"):
            call_command("send_mail")
