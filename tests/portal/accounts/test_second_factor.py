"""The second lock: setting it up, passing it, losing the phone."""

from base64 import b32decode
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts.factors import make_codes
from portal.accounts.site_views import present_code
from portal.models import AccountEvent, WorkingCopy
from tests.desk import page_of, words
from tests.factories import NOW, make_user
from tests.portal.desk_site import desk_patterns, make_desk_site

PASSWORD = "lawka-pod-kasztanem"
CODE, PHONE = "/admin/kod/", "/admin/kod/telefon/"


def password(client, user, **more):
    sent = {"username": user.username, "password": PASSWORD, **more}
    return client.post("/admin/login/", sent)


@pytest.fixture
def newcomer(db, at_noon):
    return make_user("redakcja", username="nowa")


@pytest.fixture
def user(newcomer):
    TOTPDevice.objects.create(user=newcomer, confirmed=True, name="telefon")
    return newcomer


def code_of(secret):
    """What a phone shows that was given the words of the page."""
    key = b32decode(secret.replace(" ", ""))
    return present_code(TOTPDevice(key=key.hex()))


def phone(user):
    return TOTPDevice.objects.get(user=user, confirmed=True)


def test_the_first_log_in_sets_up_the_phone_and_hands_out_codes_once(newcomer, client, at_noon):
    password(client, newcomer)
    page = client.get("/admin/", follow=True)
    assert "Samo hasło nie wystarcza" in words(page)
    assert not TOTPDevice.objects.exists()
    secret = page.context["secret"]
    refused = client.post(PHONE, {"code": "000000"})
    assert "Ten kod nie pasuje" in words(refused)
    at_noon.shift(timedelta(seconds=2))  # after a wrong one the next has to wait
    at_codes = client.post(PHONE, {"code": code_of(secret)})
    assert len(at_codes.context["codes"]) == 10
    assert client.get("/admin/").status_code == 200
    kinds = set(AccountEvent.objects.values_list("kind", flat=True))
    assert {"factor_set", "codes_made"} <= kinds


def test_the_secret_stays_the_same_until_it_is_confirmed(newcomer, client):
    password(client, newcomer)
    secrets = [client.get(PHONE).context["secret"] for _ in range(2)]
    assert secrets[0] == secrets[1]
    assert secrets[0] in words(client.get(PHONE))


def test_the_password_and_the_code_open_the_desk(user, client):
    assert password(client, user, next="/admin/events/event/")["Location"] == (
        "/admin/kod/?next=%2Fadmin%2Fevents%2Fevent%2F"
    )
    sent = {"code": present_code(phone(user)), "next": "/admin/events/event/"}
    assert client.post(CODE, sent)["Location"] == "/admin/events/event/"
    assert client.get("/admin/").status_code == 200


def test_no_page_of_the_desk_opens_between_the_password_and_the_code(at_noon, db):
    desk, client = make_desk_site(), Client()
    halfway = make_user("redakcja", "publikacja", "administracja", username="polowa")
    TOTPDevice.objects.create(user=halfway, confirmed=True, name="telefon")
    password(client, halfway)
    own = {"login", "logout", "second_factor", "second_factor_phone"}
    own |= {"password_reset", "password_reset_done", "password_reset_confirm"}
    opened = []
    for name, _ in desk_patterns():
        for method in ("get", "post"):
            answer = getattr(client, method)(desk.address(name))
            passed = answer.status_code == 302 and "/admin/login/" in answer["Location"]
            if name not in own and not passed:
                opened.append(f"{method} {name}: {answer.status_code}")
    assert not opened, "\n".join(opened)
    draft = desk.records["events_announcement"]
    assert client.get(f"{draft.get_absolute_url()}?podglad").status_code == 404


def test_a_code_is_good_once(user, client):
    code = present_code(phone(user))
    password(client, user)
    assert client.post(CODE, {"code": code}).status_code == 302
    second = Client()
    password(second, user)
    assert "Ten kod nie pasuje" in words(second.post(CODE, {"code": code}))


def test_the_demo_offers_a_code_that_nobody_used(user, at_noon, settings):
    """Two people try the same account of the demo within half a minute."""
    settings.MODE = "demo"
    for _ in range(2):
        client = Client()
        password(client, user)
        offered = client.get(CODE).context["demo_code"]
        assert offered in words(client.get(CODE))
        assert client.post(CODE, {"code": offered}).status_code == 302


def test_nothing_but_the_demo_tells_the_code(user, client):
    password(client, user)
    assert "demo_code" not in client.get(CODE).context


def test_a_code_of_the_step_before_is_good_and_an_older_one_is_not(user, at_noon):
    for steps, good in ((1, True), (3, False)):
        TOTPDevice.objects.filter(user=user).update(last_t=-1, throttling_failure_count=0)
        code = present_code(phone(user))
        at_noon.shift(timedelta(seconds=30 * steps))
        client = Client()
        password(client, user)
        assert (client.post(CODE, {"code": code}).status_code == 302) is good


def test_ten_wrong_codes_make_even_the_right_one_wait(user, client):
    password(client, user)
    for n in range(10):
        client.post(CODE, {"code": f"{n:06}"})
    assert "Ten kod nie pasuje" in words(client.post(CODE, {"code": present_code(phone(user))}))


def test_a_recovery_code_lets_in_once_and_says_how_many_are_left(user, at_noon):
    codes = make_codes(user=user, at=NOW)
    client = Client()
    password(client, user)
    answer = client.post(CODE, {"code": codes[3].upper()}, follow=True)
    assert "Użyto kodu zapasowego. Zostało: 9" in words(answer)
    again = Client()
    password(again, user)
    assert "Ten kod nie pasuje" in words(again.post(CODE, {"code": codes[3]}))


def test_recovery_codes_are_not_readable_in_the_database(user):
    codes = make_codes(user=user, at=NOW)
    stored = str(list(user.recoverycodes_set.values("digests")))
    assert not any(code.replace("-", "") in stored for code in codes)


def test_a_new_phone_takes_the_place_of_the_lost_one(user, client):
    old = phone(user)
    client.force_login(user)
    secret = client.get(PHONE).context["secret"]
    client.post(PHONE, {"code": code_of(secret)})
    assert phone(user).key != old.key
    assert client.get("/admin/").status_code == 200
    other = Client()
    password(other, user)
    assert "Ten kod nie pasuje" in words(other.post(CODE, {"code": present_code(old)}))


def test_the_session_gets_a_new_key_at_each_lock(user, client):
    keys = [client.session.session_key]
    password(client, user)
    keys.append(client.session.session_key)
    client.post(CODE, {"code": present_code(phone(user))})
    keys.append(client.session.session_key)
    assert len(set(keys)) == 3


def test_a_text_whose_session_ended_comes_through_both_locks(user, at_noon):
    client = Client()
    form = {"title": "Długi tekst", "kind": "news", "lead": "Nie może zginąć."}
    asked = client.post("/admin/events/announcement/add/", form)
    carried = asked.context["carried"].text
    at_code = password(client, user, _kept=carried)
    assert "Twój tekst jest cały i czeka" in words(at_code)
    # The page answers another address than its own: its form must name where the code goes.
    asking = BeautifulSoup(at_code.content, "html.parser").find("input", attrs={"name": "code"})
    assert asking.find_parent("form")["action"] == "/admin/kod/"
    sent = {"code": present_code(phone(user)), "_kept": at_code.context["carried"].text}
    page = client.post("/admin/kod/", sent, follow=True)
    assert "Nie może zginąć." in page.content.decode()
    assert WorkingCopy.objects.get().owner == user


@pytest.mark.parametrize("hostile", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_nobody_is_led_to_another_site(user, hostile):
    client = Client()
    password(client, user, next=hostile)
    answer = client.post(CODE, {"code": present_code(phone(user)), "next": hostile})
    assert answer["Location"] == reverse("admin:index")


def test_an_administrator_takes_the_factor_off_and_the_log_says_so(user, client):
    boss = make_user("administracja", username="szefowa")
    client.force_login(boss)
    url = reverse("admin:portal_user_remove_factor", args=[user.pk])
    assert f'href="{url}"' in client.get(page_of(user)).content.decode()
    asked = client.get(url)
    assert "przestaną działać" in words(asked)
    assert f'href="{page_of(user)}"' in asked.content.decode()
    assert TOTPDevice.objects.filter(user=user).exists()
    answer = client.post(url, follow=True)
    assert "Zdjęto drugi składnik" in words(answer)
    assert not TOTPDevice.objects.filter(user=user).exists()
    event = AccountEvent.objects.get(kind="factor_removed")
    assert (event.account, event.by) == (user, boss)


def test_whoever_runs_the_server_helps_the_last_one_in(user, capsys):
    call_command("reset_second_factor", user.username)
    assert "Zdjęto" in capsys.readouterr().out
    assert not TOTPDevice.objects.filter(user=user).exists()
    with pytest.raises(CommandError, match="Nie ma konta"):
        call_command("reset_second_factor", "nikt-taki")
