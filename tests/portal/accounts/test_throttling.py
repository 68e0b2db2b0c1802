"""Guessing passwords: many tries on one account, over many accounts, and all at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse

from portal.accounts.forms import PasswordForm
from portal.models import AccountEvent, Throttle
from portal.models.throttle import take_try
from tests.desk import words
from tests.factories import NOW, make_user

RIGHT = "lawka-pod-kasztanem"
LOGIN = "/admin/login/"


def try_password(client, username, password, **extra):
    return client.post(LOGIN, {"username": username, "password": password}, **extra)


@pytest.fixture
def owner(db, at_noon):
    return make_user("redakcja", username="wlascicielka")


def is_evaluated(username, address="10.1.1.1"):
    """Whether a password of that name is looked at; without the page around the form."""
    request = RequestFactory().post(LOGIN, REMOTE_ADDR=address)
    form = PasswordForm(request, data={"username": username, "password": "zgaduje"})
    assert not form.is_valid()
    return not form.throttled


def test_of_a_thousand_wrong_passwords_for_one_account_ten_are_looked_at(owner, client):
    assert [is_evaluated(owner.username) for _ in range(1000)] == [True] * 10 + [False] * 990
    answer = try_password(client, owner.username, RIGHT)
    assert answer.status_code == 429
    assert "Za dużo prób" in words(answer)


def test_twenty_tries_a_day_is_the_most_that_two_windows_allow(owner, at_noon):
    """From ever new addresses, so that only the account's own limit counts."""
    evaluated = 0
    for hour in range(24):
        at_noon.move_to(NOW + timedelta(hours=hour))
        for n in range(3):
            answer = try_password(
                Client(), owner.username, "zgaduje", REMOTE_ADDR=f"10.0.{hour}.{n}"
            )
            evaluated += answer.status_code == 200
    assert evaluated <= 20


def test_of_a_thousand_spread_over_accounts_one_address_gets_ten(owner):
    names = [owner.username, *(f"osoba{number}" for number in range(999))]
    assert [is_evaluated(name) for name in names] == [True] * 10 + [False] * 990
    assert try_password(Client(), owner.username, RIGHT, REMOTE_ADDR="10.9.9.9").status_code == 302


def test_who_types_the_right_password_uses_up_nothing(owner):
    for _ in range(30):
        assert try_password(Client(), owner.username, RIGHT).status_code == 302


def test_the_answer_is_the_same_for_a_name_that_does_not_exist(owner):
    answers = [try_password(Client(), name, "zgaduje") for name in (owner.username, "nikt-taki")]
    pages = [words(answer).replace("nikt-taki", owner.username) for answer in answers]
    assert pages[0] == pages[1]
    for _ in range(12):
        answers = [try_password(Client(), name, "zle") for name in (owner.username, "nikt-taki")]
        assert answers[0].status_code == answers[1].status_code


def test_a_made_up_name_is_kept_nowhere(owner, client):
    try_password(client, "moje-haslo-wpisane-w-zle-pole", "x")
    assert not AccountEvent.objects.exists()
    assert "moje-haslo" not in str(list(Throttle.objects.values()))


def test_the_limit_outlives_a_restart_and_ends_by_itself(owner, client, at_noon):
    for _ in range(10):
        try_password(client, owner.username, "zgaduje")
    fresh = Client()
    assert try_password(fresh, owner.username, RIGHT).status_code == 429
    at_noon.move_to(NOW + timedelta(days=1, minutes=1))
    assert try_password(fresh, owner.username, RIGHT).status_code == 302


def test_behind_the_proxy_only_what_the_proxy_wrote_counts(owner, settings):
    settings.SECURE_PROXY = True
    made_up = [f"{n}.1.1.1, 203.0.113.7" for n in range(1, 30)]
    statuses = [
        try_password(Client(), f"osoba{n}", "x", HTTP_X_FORWARDED_FOR=header).status_code
        for n, header in enumerate(made_up)
    ]
    assert statuses.count(200) == 10


def test_the_owner_comes_in_by_a_letter_while_others_guess(owner, client, mailoutbox):
    owner.email = "wlascicielka@krakow.example"
    owner.save()
    for _ in range(11):
        try_password(Client(), owner.username, "zgaduje", REMOTE_ADDR="10.6.6.6")
    assert try_password(Client(), owner.username, RIGHT).status_code == 429
    client.post(reverse("admin:password_reset"), {"email": owner.email})
    link = next(line for line in mailoutbox[0].body.splitlines() if "/admin/haslo/" in line)
    path = link.partition("/admin/")[2]
    page = client.get(f"/admin/{path}", follow=True)
    new = "zupelnie-inne-haslo-5"
    sent = {"new_password1": new, "new_password2": new}
    answer = client.post(page.redirect_chain[-1][0], sent, follow=True)
    assert "Samo hasło nie wystarcza" in words(answer)
    assert try_password(Client(), owner.username, new).status_code == 302


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_fifty_at_once_are_evaluated_no_more_often_than_one_by_one():
    def one(_):
        try:
            return take_try("k", limit=10, window=timedelta(hours=1), at=NOW)
        finally:
            connection.close()

    with time_machine.travel(NOW, tick=True), ThreadPoolExecutor(8) as pool:
        allowed = list(pool.map(one, range(50)))
    assert allowed.count(None) == 10
