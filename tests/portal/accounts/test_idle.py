"""Sessions that end by themselves, and accounts that are switched off."""

from datetime import timedelta

import pytest

from tests.factories import NOW, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(client, at_noon):
    found = make_user("redakcja")
    client.force_login(found)
    client.get("/admin/")
    return found


def opens(client):
    return client.get("/admin/").status_code == 200


def test_three_hours_without_a_word_end_a_session(user, client, at_noon):
    at_noon.move_to(NOW + timedelta(hours=2, minutes=54))
    assert opens(client)
    at_noon.move_to(NOW + timedelta(hours=5, minutes=55))
    assert not opens(client)


def test_twelve_hours_end_it_however_busy_it_was(user, client, at_noon):
    for hours in range(2, 13, 2):
        at_noon.move_to(NOW + timedelta(hours=hours))
        assert opens(client)
    at_noon.move_to(NOW + timedelta(hours=12, minutes=6))
    assert not opens(client)


def test_an_account_that_is_switched_off_is_out_at_once(user, client):
    user.is_active = False
    user.save()
    assert not opens(client)


def test_a_changed_password_ends_the_other_sessions(user, client):
    user.set_password("zupelnie-inne-haslo-5")
    user.save()
    assert not opens(client)


def test_a_cookie_after_logging_out_opens_nothing(user, client):
    cookie = client.cookies["sessionid"].value
    client.post("/admin/logout/")
    client.cookies["sessionid"] = cookie
    assert not opens(client)
