"""The foot of every page: what the law and readers look for there."""

from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection
from django.template.loader import render_to_string

from portal.models import OfficeContact

pytestmark = pytest.mark.django_db
OWED = {
    "Deklaracja dostępności": "/deklaracja-dostepnosci/",
    "O Pełnomocniku": "/o-pelnomocniku/",
    "Tekst łatwy do czytania": "/o-pelnomocniku/latwe-do-czytania/",
    "Jakie spotkania tu ogłaszamy": "/o-pelnomocniku/#jakie-spotkania-tu-oglaszamy",
    "Kontakt": "/kontakt/",
    "Prywatność": "/prywatnosc/",
    "Ponowne wykorzystywanie": "/ponowne-wykorzystywanie/",
    "Pliki cookie": "/pliki-cookie/",
    "Biuletyn Informacji Publicznej": "https://www.bip.krakow.pl",
}


def foot(html):
    return BeautifulSoup(html, "html.parser").select_one("footer.bottom")


def links(html):
    return {a.get_text(" ", strip=True): a["href"] for a in foot(html).select("a")}


def test_every_page_has_every_link(site, client):
    OfficeContact.objects.update(email="biuro@example.org")
    for address in [*site.pages(), "/nie-ma/", "/?a=%00"]:
        found = links(client.get(address).content)
        assert OWED.items() <= found.items(), address
        assert {"Zgłoś poprawkę", "Zaproś nas do siebie"} <= found.keys(), address


def test_its_link_into_a_page_finds_its_place(client):
    name = "Jakie spotkania tu ogłaszamy"
    address, _, place = links(client.get("/").content)[name].partition("#")
    page = BeautifulSoup(client.get(address).content, "html.parser")
    assert len(page.select(f'main [id="{place}"]')) == 1


def test_an_invitation_is_a_letter_begun_on_every_page(site, client):
    OfficeContact.objects.update(email="biuro@example.org")
    for address in site.pages():
        link = links(client.get(address).content)["Zaproś nas do siebie"]
        assert link.startswith("mailto:biuro@example.org?subject="), address


def test_a_correction_carries_the_address_of_its_page(site, client, settings):
    settings.SITE_URL = "https://ngo.krakow.pl"
    OfficeContact.objects.update(email="biuro@example.org")
    for address in site.pages():
        link = links(client.get(address, {"szukaj": "x"}).content)["Zgłoś poprawkę"]
        path = address.split("?")[0]
        assert link.startswith("mailto:biuro@example.org?subject=Poprawka%20na%20portalu&body=")
        assert f"Strona: https://ngo.krakow.pl{path}\r\n" in unquote(link), address


def test_without_an_address_a_correction_leads_to_the_contact(client):
    assert links(client.get("/").content)["Zgłoś poprawkę"] == "/kontakt/"


def test_it_shows_the_contact_that_is_known(client):
    before = foot(client.get("/").content).get_text()
    assert "pl.\xa0Wszystkich" in before
    OfficeContact.objects.update(
        email="biuro@example.org", phone="12 000 00 00", address="os. Zgody 2, 31-949 Kraków"
    )
    found = links(client.get("/").content)
    assert found["biuro@example.org"] == "mailto:biuro@example.org"
    assert found["12 000 00 00"] == "tel:+48120000000"
    said = foot(client.get("/").content).get_text().replace("\xa0", " ")
    assert "os. Zgody 2" in said


def test_the_press_has_its_contact_on_the_page_and_not_here(client):
    OfficeContact.objects.update(press_email="prasa@example.org")
    assert "prasa@example.org" not in foot(client.get("/").content).get_text()


def test_an_error_page_asks_the_database_nothing():
    def refuse(*args):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        found = links(render_to_string("400.html"))
    assert OWED.items() <= found.items()
    assert found["Zgłoś poprawkę"] == "/kontakt/"


def test_while_the_database_is_down_the_city_s_address_stays(rf):
    def refuse(*args):
        raise DatabaseError

    with connection.execute_wrapper(refuse):
        html = render_to_string("404.html", {"noindex": True}, request=rf.get("/nie-ma/"))
    assert "31-004 Kraków" in foot(html).get_text()
    assert OWED.items() <= links(html).items()


@pytest.mark.parametrize("path", ["/%3Cscript%3E/", "/a%22b/", "/%C5%82awka/", "/a%2500b/"])
def test_an_address_that_nobody_made_breaks_nothing(client, path):
    OfficeContact.objects.update(email="biuro@example.org")
    html = client.get(path).content
    link = links(html)["Zgłoś poprawkę"]
    assert link.isascii()
    assert not set(link) & set('<>" \n')
    assert b"<script>/" not in html
