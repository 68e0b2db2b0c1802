import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import make_event

pytestmark = pytest.mark.django_db
TYPO = "Adres ma literówkę"


def said(client, address):
    response = client.get(address)
    assert response.status_code == 404
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True)


def test_who_mistyped_is_told_so(client):
    assert TYPO in said(client, "/nie-ma/")


def test_who_followed_our_own_link_is_told_why_and_blamed_for_nothing(client):
    event = make_event(when=When.in_month(Month(2026, 12)))
    text = said(client, reverse("events:event_ics", args=[event.pk, event.slug]))
    assert "nie ma jeszcze dnia" in text
    assert TYPO not in text
    assert "zobacz, gdzie będziemy najbliżej" in text.replace("\xa0", " ")
