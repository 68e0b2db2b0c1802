"""What stands between a request and its view, and the headers that every answer carries."""

import re

import pytest
from django.test import override_settings

from tests.factories import make_event, make_user

STRICT = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "media-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "script-src": ["'self'"],
}


def policy(response):
    """{directive: sources}; a nonce stands for itself."""
    header = response["Content-Security-Policy"]
    rows = [part.split() for part in header.split(";") if part.strip()]
    return {name: sources for name, *sources in rows}


def without_nonce(found):
    return {
        name: [source for source in sources if not source.startswith("'nonce-")]
        for name, sources in found.items()
    }


PICTURE = {"default-src": ["'none'"], "sandbox": []}


def test_every_public_answer_has_the_strict_policy(site, client):
    for address in [*site.addresses(), "/nie-ma/", "/wydarzenia/1/?a=%00"]:
        found = policy(client.get(address))
        # A picture opened by itself may do even less than a page.
        assert found == (PICTURE if address.startswith("/media/") else STRICT), address


def test_a_public_page_needs_no_script_at_all(site, client):
    for address in site.pages():
        html = client.get(address).content.decode()
        # JSON-LD is data: no browser runs it, and the policy allows it no more than that.
        html = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html)
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", html), address


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/events/event/",
        "/admin/events/event/add/",
        "/admin/events/announcement/add/",
    ],
)
def test_the_desk_has_it_too_and_nothing_unsafe(site, client, address):
    client.force_login(make_user("administracja"))
    response = client.get(address)
    assert response.status_code == 200
    found = without_nonce(policy(response))
    hashes = [source for source in found["style-src"] if source.startswith("'sha256-")]
    assert {**found, "style-src": ["'self'"]} == STRICT
    assert found["style-src"] == ["'self'", *hashes]
    assert len(hashes) == 1
    html = response.content.decode()
    nonces = set(re.findall(r"'nonce-([^']+)'", response["Content-Security-Policy"]))
    for tag in re.findall(r"<script\b[^>]*>", html):
        assert "src=" in tag or set(re.findall(r'nonce="([^"]+)"', tag)) == nonces, tag
    assert not re.search(r"<style\b|\sstyle=|\son\w+=", html)


def test_the_login_page_has_it_as_well(db, client):
    response = client.get("/admin/login/")
    assert "unsafe" not in response["Content-Security-Policy"]
    assert without_nonce(policy(response))["default-src"] == ["'none'"]


def test_every_answer_carries_the_other_headers(site, client):
    for address in [*site.addresses(), "/nie-ma/", "/admin/login/"]:
        response = client.get(address)
        assert response["X-Content-Type-Options"] == "nosniff", address
        assert response["X-Frame-Options"] == "DENY", address
        assert response["Referrer-Policy"] == "same-origin", address
        assert response["Cross-Origin-Opener-Policy"] == "same-origin", address


def test_a_refused_request_carries_them_too(db, client):
    for response in (
        client.get("/", headers={"host": "zly.example"}),
        client.get("/?a=%00"),
        client.post("/"),
    ):
        assert response.status_code in {400, 405}
        assert policy(response) == STRICT
        assert response["X-Content-Type-Options"] == "nosniff"


def test_over_https_browsers_are_told_to_stay_there(db, client):
    year = 365 * 24 * 3600
    with override_settings(SECURE_HSTS_SECONDS=year, SECURE_HSTS_INCLUDE_SUBDOMAINS=True):
        response = client.get("/", secure=True)
    assert response["Strict-Transport-Security"] == f"max-age={year}; includeSubDomains"


def test_the_desk_is_not_read_only(db, client):
    response = client.post("/admin/login/", {"username": "nikt", "password": "nic"})
    assert response.status_code == 200


def test_a_withdrawn_page_says_when_and_why(db, client, at_noon):
    event = make_event("Piknik sąsiedzki")
    event.withdraw(event.published_at, "Przenosimy go na jesień.")
    response = client.get(event.get_absolute_url())
    text = response.content.decode().replace("\u00a0", " ")
    assert response.status_code == 410
    assert "Piknik sąsiedzki" in text
    assert "we wtorek 5 maja 2026 r." in text
    assert "Przenosimy go na jesień." in text


def test_a_title_cannot_smuggle_markup_into_the_page_of_what_was_withdrawn(db, client, at_noon):
    event = make_event("<script>alert(1)</script>")
    event.withdraw(event.published_at, "<b>powód</b>")
    html = client.get(event.get_absolute_url()).content.decode()
    assert "<script>" not in html
    assert "&lt;b&gt;powód" in html
