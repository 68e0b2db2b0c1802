"""Every public address answers, says one thing once, and treats a visitor as a stranger."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.portal.site import public_patterns


def test_every_public_address_has_an_example(site):
    """A new address must be given one in tests/portal/site.py: then all these tests walk it."""
    assert {name for name, _ in public_patterns()} == set(site.examples())


def test_every_address_answers(site, client):
    for address in site.addresses():
        response = client.get(address, follow=True)
        assert response.status_code == 200, address


def test_every_page_has_its_own_title_one_heading_and_the_way_back(site, client):
    titles = {}
    for address in site.pages():
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        heading = soup.find_all("h1")
        assert len(heading) == 1, address
        title = " ".join(soup.title.get_text().split())
        assert title.endswith("– Blisko organizacji, Kraków"), address
        assert title != "– Blisko organizacji, Kraków", address
        titles.setdefault(title, []).append(address)
    # The newest report is its last version.
    same = [addresses for addresses in titles.values() if len(addresses) > 1]
    march = "/podsumowania/2026-03/"
    assert same == [
        [march, f"{march}wydanie/1/"],
        [f"{march}liczby/osoby/", f"{march}wydanie/1/liczby/osoby/"],
    ]


def test_no_identifier_stands_twice_on_a_page(site, client):
    for address in site.pages():
        ids = re.findall(r'\sid="([^"]*)"', client.get(address).content.decode())
        assert sorted(set(ids)) == sorted(ids), address


def test_every_link_within_the_site_leads_somewhere(site, client):
    links = set()
    for address in site.pages():
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        links |= {a["href"].partition("#")[0] for a in soup.find_all("a", href=True)}
        for anchor in soup.select('a[href^="#"]'):
            assert soup.find(id=anchor["href"][1:]), (address, anchor["href"])
    inner = {link for link in links if link.startswith("/")} - {"/admin/"}
    for link in inner:
        assert client.get(link).status_code == 200, link
    assert len(inner) > 25


def test_nobody_is_given_a_cookie(site, client):
    for address in [*site.addresses(), "/nie-ma/"]:
        response = client.get(address)
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address


def test_no_page_reaches_for_another_host(site, client):
    for address in site.pages():
        html = client.get(address).content.decode()
        assert not re.findall(r'(?:src|action|data|poster)="(?:https?:)?//', html), address
        # A canonical link is an address that nobody fetches: it names the site by its host.
        links = BeautifulSoup(html, "html.parser").select("link[href]:not([rel=canonical])")
        assert all(link["href"].startswith("/") for link in links), address
        sheets = [link["href"] for link in links if link["rel"] == ["stylesheet"]]
        assert sheets == ["/static/css/site.css"], address


@pytest.mark.parametrize("address", ["/wydarzenia", "/miejsca", "/podsumowania/2026-03"])
def test_a_missing_slash_is_forgiven(site, client, address):
    assert client.get(address, follow=True).redirect_chain == [(f"{address}/", 301)]
