"""„Kto co zrobił”: one list over all records and accounts."""

import pytest
from django.urls import reverse

from tests.desk import words, write
from tests.factories import make_organization, make_user

pytestmark = pytest.mark.django_db
AUDIT = "admin:audit"


@pytest.fixture
def boss(client, at_noon):
    found = make_user("redakcja", "publikacja", "administracja", username="szefowa")
    client.force_login(found)
    return found


def test_it_says_who_changed_what_and_links_to_the_history(boss, client):
    organization = make_organization("Fundacja Stara Nazwa", published_at=None)
    write(client, organization, name="Fundacja Nowa Nazwa")
    page = client.get(reverse(AUDIT))
    assert "szefowa: zmieniono: organizacja Fundacja Nowa Nazwa" in words(page)
    assert f'href="/admin/organizations/organization/{organization.pk}/history/"' in (
        page.content.decode()
    )


def test_it_can_be_narrowed_to_one_person(boss, client):
    make_organization("Czyjaś Fundacja")
    organization = make_organization("Moja Fundacja", published_at=None)
    write(client, organization, field="sąsiedztwo")
    assert "Czyjaś Fundacja" in words(client.get(reverse(AUDIT)))
    own = words(client.get(reverse(AUDIT), {"kto": boss.pk}))
    assert "Moja Fundacja" in own
    assert "Czyjaś Fundacja" not in own


def test_it_turns_pages_and_leaves_nothing_out(boss, client, at_noon):
    for number in range(120):
        make_organization(f"Fundacja {number:03}", published_at=None)
        at_noon.shift(1)
    first = client.get(reverse(AUDIT))
    second = client.get(reverse(AUDIT) + "?" + first.context["log"].earlier_query)
    both = words(first) + words(second)
    assert all(f"Fundacja {number:03}" in both for number in range(120))


def test_a_broken_page_mark_is_the_first_page(boss, client):
    for mark in ("wczoraj", "", "9999-99-99", "%00"):
        assert client.get(reverse(AUDIT), {"przed": mark}).status_code in {200, 400}


def test_passwords_are_in_no_line_of_it(boss, client):
    colleague = make_user("redakcja", username="kolega")
    colleague.set_password("tajne-haslo-kolegi")
    colleague.save()
    assert "pbkdf2" not in words(client.get(reverse(AUDIT)))
