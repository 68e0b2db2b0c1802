"""Yes and no at the desk, as a screen reader says them."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.utils import display_for_value

from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db


def ticks(page):
    pictures = BeautifulSoup(page.content, "html.parser").select('img[src*="icon-"]')
    return {picture["alt"] for picture in pictures if "/icon-" in picture["src"]}


def test_in_a_list(client):
    client.force_login(make_user("redakcja", "publikacja", "administracja"))
    make_user("redakcja")
    closed = make_user("redakcja")
    closed.is_active = False
    closed.save()
    assert ticks(client.get("/admin/portal/user/")) == {"tak", "nie"}


def test_on_a_page_that_may_only_be_read(client):
    client.force_login(make_user("redakcja"))
    event = make_event("Spotkanie")
    page = client.get(f"/admin/events/event/{event.pk}/change/")
    assert ticks(page)
    assert ticks(page) <= {"tak", "nie", "nie wiadomo"}


def test_that_nobody_knows():
    assert 'alt="nie wiadomo"' in display_for_value(None, "–", boolean=True)
