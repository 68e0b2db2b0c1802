"""The pages of accounts: a role opens the desk, and each page says in Polish what it does."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from portal.models import User
from tests.desk import filled, told, words, write
from tests.factories import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "czerwona-ławka-nad-Wisłą"
ADD = "/admin/portal/user/add/"


@pytest.fixture
def boss(client, at_noon):
    found = make_user("redakcja", "publikacja", "administracja", username="szefowa")
    client.force_login(found)
    return found


def role(name):
    return str(Group.objects.get(name=name).pk)


def asked(**changes):
    return {
        "username": "nowa.osoba",
        "email": "nowa@example.org",
        "groups": [role("redakcja")],
        "password1": PASSWORD,
        "password2": PASSWORD,
        **changes,
    }


def page(account, what="change"):
    return reverse(f"admin:portal_user_{what}", args=[account.pk])


class TestANewAccount:
    def test_with_a_role_logs_in(self, boss, client):
        answer = client.post(ADD, asked(), follow=True)
        assert "Dodano konto nowa.osoba." in told(answer)
        client.logout()
        login = {"username": "nowa.osoba", "password": PASSWORD}
        answer = client.post(reverse("admin:login"), login)
        assert answer["Location"].startswith(reverse("admin:second_factor"))
        assert User.objects.get(username="nowa.osoba").email == "nowa@example.org"

    @pytest.mark.parametrize("missing", ["email", "groups", "password1", "password2"])
    def test_needs_all_that_the_person_needs_to_come_in(self, boss, client, missing):
        sent = asked()
        del sent[missing]
        answer = client.post(ADD, sent)
        assert set(answer.context["adminform"].form.errors) == {missing}
        assert not User.objects.filter(username="nowa.osoba").exists()

    def test_has_no_box_that_nobody_here_can_use(self, boss, client):
        said = words(client.get(ADD))
        for alien in ("SSO", "LDAP", "W zespole", "utworzysz użytkownika", "150 lub mniej"):
            assert alien not in said
        assert "Nowe konto" in said

    def test_is_told_with_its_roles(self, boss, client):
        client.post(ADD, asked())
        new = User.objects.get(username="nowa.osoba")
        assert "role: żadne → redakcja" in words(client.get(page(new, "history")))


class TestRoles:
    def test_are_the_access_and_without_the_last_one_it_ends(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        colleague.email = "kolega@example.org"
        colleague.save()
        write(client, page(colleague), groups=[])
        colleague.refresh_from_db()
        assert not colleague.is_staff
        write(client, page(colleague), groups=[role("publikacja")])
        colleague.refresh_from_db()
        assert colleague.is_staff

    def test_of_the_command_line_need_none(self, client, at_noon):
        root = User.objects.create_superuser("root", "root@example.org", "x")
        client.force_login(root)
        write(client, page(root), first_name="Anna")
        root.refresh_from_db()
        assert (root.is_staff, root.first_name) == (True, "Anna")

    def test_given_and_taken_are_told_before_and_after(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        both = [role("redakcja"), role("publikacja")]
        write(client, page(colleague), email="kolega@example.org", groups=both)
        said = "role: redakcja → redakcja, publikacja"
        assert said in words(client.get(page(colleague, "history")))
        assert said in words(client.get(reverse("admin:audit")))

    def test_that_stay_are_not_told(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        write(client, page(colleague), email="kolega@example.org")
        assert "role:" not in words(client.get(page(colleague, "history")))


class TestTheAddress:
    def test_is_asked_of_whoever_may_log_in(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        answer = write(client, page(colleague), email="")
        assert "bez niego nie da się odzyskać hasła" in words(answer)

    def test_does_not_hold_up_the_closing_of_an_account(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        sent = filled(client.get(page(colleague)), email="")
        del sent["is_active"]
        assert "Zapisano konto kolega." in told(client.post(page(colleague), sent, follow=True))
        colleague.refresh_from_db()
        assert not colleague.is_active


class TestThePasswordPage:
    URL = "admin:auth_user_password_change"

    def test_sets_a_password_and_offers_no_way_to_have_none(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        url = reverse(self.URL, args=[colleague.pk])
        said = client.get(url).content.decode()
        assert "usable_password" not in said
        assert "If disabled" not in said
        assert "&lt;" not in said
        sent = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "false"}
        assert "Hasło zostało zmienione pomyślnie." in told(client.post(url, sent, follow=True))
        colleague.refresh_from_db()
        assert colleague.check_password(PASSWORD)
        assert "ustawiono nowe hasło" in words(client.get(page(colleague, "history")))

    def test_asks_for_it_twice(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        answer = client.post(reverse(self.URL, args=[colleague.pk]), {"usable_password": "false"})
        assert set(answer.context["form"].errors) == {"password1", "password2"}

    def test_is_behind_a_word_that_tells_nothing_of_the_password(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        said = words(client.get(page(colleague)))
        assert "Ustaw nowe hasło" in said
        for alien in ("algorytm", "sól", "hash", "md5"):
            assert alien not in said


class TestSentences:
    def test_are_whole(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        saved = write(client, page(colleague), email="kolega@example.org")
        assert told(saved) == "Zapisano konto kolega."
        said = words(client.get(reverse("admin:portal_user_changelist"))) + words(saved)
        assert "do zmiany" not in said
        assert "(-" not in said

    def test_there_is_one_way_to_save(self, boss, client):
        colleague = make_user("redakcja", username="kolega")
        said = client.get(page(colleague)).content.decode()
        assert "_addanother" not in said
        assert "_continue" not in said
        assert filled(client.get(page(colleague)))["username"] == "kolega"
