"""Whatever is sent, the answer is a clear Polish one: never a 500, never a stack trace."""

import re
from itertools import product

import pytest
from bs4 import BeautifulSoup

from tests.factories import make_announcement, make_held, make_organization

FOREIGN = "zly-serwer.example"
TRACES = ("Traceback", "Exception", "DEBUG", "site-packages", ".py", "Django", "SELECT ")


def words(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.get_text(" ").replace("\u00a0", " ").split())


def assert_polish(response, address):
    """An answer for people: in Polish, in our frame, without our insides."""
    assert response.status_code < 500, address
    if response.status_code < 400 or not response.content:
        return
    html = response.content.decode()
    assert '<html lang="pl">' in html, address
    assert f"Błąd {response.status_code}" in html or response.status_code == 410, address
    assert not [trace for trace in TRACES if trace in html], address


## A month that does not exist


@pytest.mark.parametrize(
    "path, told",
    [
        ("2026/13", "miesiące mają numery 1–12"),
        ("2026/00", "miesiące mają numery 1–12"),
        ("0000/00", "Rok 0 jest poza zakresem 2000–2100"),
        ("1999/12", "Rok 1999 jest poza zakresem"),
        ("2101/01", "Rok 2101 jest poza zakresem"),
        ("2026/1", "Napisz rok i miesiąc, np. 2026-03"),
        ("2026/maj", "Nie rozumiem miesiąca"),
        ("26/05", "Nie rozumiem miesiąca"),
        ("2026/05-06", "Nie rozumiem miesiąca"),
        ("٢٠٢٦/05", "Nie rozumiem miesiąca"),
        (f"{'9' * 5000}/01", "Nie rozumiem miesiąca"),
    ],
)
def test_a_month_that_does_not_exist_is_told_in_polish(client, db, path, told):
    response = client.get(f"/kalendarz/{path}/")
    assert response.status_code == 404
    assert told in words(response)


@pytest.mark.parametrize("period", ["2026-13", "0000-00", "2026-05--2026-01", "2020-01--2026-01"])
def test_so_is_a_report_of_months_that_do_not_exist(client, db, period):
    response = client.get(f"/podsumowania/{period}/")
    assert response.status_code == 404
    assert_polish(response, period)


def test_the_first_and_the_last_month_lead_nowhere_that_is_not(client, db):
    for slug, other in (("2000/01", "next"), ("2100/12", "prev")):
        soup = BeautifulSoup(client.get(f"/kalendarz/{slug}/").content, "html.parser")
        assert [a["rel"][0] for a in soup.select(".months a[rel]")] == [other]


## A page of a list


@pytest.mark.parametrize("address", ["/wydarzenia/archiwum/", "/aktualnosci/", "/organizacje/"])
@pytest.mark.parametrize(
    "number",
    ["0", "-1", "2", "NaN", "1.0", "1e3", "", " 1", "+1", "١", "²", "1" * 5000, str(10**30)],
)
def test_a_page_that_is_not_there_says_how_many_there_are(client, db, at_noon, address, number):
    make_held(), make_announcement(), make_organization()
    response = client.get(address, {"strona": number})
    assert response.status_code == 404
    assert "Stron jest: 1." in words(response)


@pytest.mark.parametrize("address", ["/wydarzenia/archiwum/", "/aktualnosci/", "/organizacje/"])
def test_an_empty_list_has_a_first_page(client, db, at_noon, address):
    assert client.get(f"{address}?strona=1").status_code == 200
    assert client.get(f"{address}?strona=2").status_code == 404


## Hosts


@pytest.mark.parametrize(
    "host",
    [FOREIGN, f"{FOREIGN}:8000", f"testserver@{FOREIGN}", f"testserver.{FOREIGN}", "", "a b", "%00",
     "testserver:99999999x", f"testserver, {FOREIGN}", "[::1", "zły-serwer.example"],
)  # fmt: skip
@pytest.mark.parametrize("address", ["/", "/wydarzenia/999/", "/admin/", "/kalendarz"])
def test_a_foreign_host_is_refused_without_being_named(client, db, address, host):
    response = client.get(address, headers={"host": host})
    assert response.status_code == 400
    assert "Coś się nie zgadza w tym zapytaniu" in words(response)
    assert FOREIGN not in response.content.decode() + str(response.headers)


STRANGE_HEADERS = [
    ("X-Forwarded-Host", FOREIGN),
    ("X-Host", FOREIGN),
    ("X-Original-URL", "/admin/"),
    ("X-Rewrite-URL", "/admin/"),
    ("Forwarded", f"host={FOREIGN};proto=https"),
    ("X-Forwarded-Proto", "https"),
    ("X-Forwarded-Port", "1"),
    ("X-Forwarded-Prefix", "/zle"),
    ("X-HTTP-Method-Override", "DELETE"),
    ("Accept-Language", "en"),
    ("Referer", f"https://{FOREIGN}/"),
]


def test_headers_of_strangers_change_no_page(site, client):
    for address in ("/", site.upcoming.get_absolute_url(), "/kalendarz", "/podsumowania/2026-03"):
        plain = client.get(address)
        for header, value in STRANGE_HEADERS:
            other = client.get(address, headers={header: value})
            assert other.status_code == plain.status_code, (address, header)
            assert other.content == plain.content, (address, header)
            assert other.get("Location") == plain.get("Location"), (address, header)


## Addresses that went stale


def test_a_stale_slug_leads_to_the_right_one_with_its_query(site, client):
    for row in (site.upcoming, site.venue, site.organization, site.invitation):
        right = row.get_absolute_url()
        base = right.partition(f"/{row.pk}/")[0] + f"/{row.pk}/"
        for stale in ("dawna-nazwa/", "", "%C5%81awka/", f"{row.slug.upper()}/", "x" * 3000 + "/"):
            response = client.get(f"{base}{stale}?plakat=1&a=%C5%82")
            assert (response.status_code, response["Location"]) == (
                301,
                f"{right}?plakat=1&a=%C5%82",
            )


def test_a_stale_slug_cannot_send_anybody_elsewhere(site, client):
    base = f"/wydarzenia/{site.upcoming.pk}/"
    for path in (
        f"//{FOREIGN}/",
        f"/%5C{FOREIGN}/",
        f"//{FOREIGN}/..",
        f"%0D%0ALocation:%20{FOREIGN}/",
    ):
        response = client.get(base + path.lstrip("/"), {"next": f"https://{FOREIGN}/"})
        location = response.get("Location", "/")
        assert location.startswith("/"), path
        assert not location.startswith("//"), path


def test_an_empty_slug_between_slashes_is_not_a_page(site, client):
    assert client.get(f"/wydarzenia/{site.upcoming.pk}//").status_code == 404


@pytest.mark.parametrize("pk", ["0", "999999", str(2**31), str(2**63), str(10**30), "9" * 5000])
@pytest.mark.parametrize("folder", ["wydarzenia", "aktualnosci", "miejsca", "organizacje"])
def test_a_number_that_nobody_has_is_404(client, db, folder, pk):
    for address in (f"/{folder}/{pk}/", f"/{folder}/{pk}/nazwa/", f"/w/{pk}/{pk}"):
        response = client.get(address)
        assert response.status_code == 404, address
        assert_polish(response, address)


## Methods


@pytest.mark.drill
def test_pages_are_only_read(site, client):
    client.handler.enforce_csrf_checks = True
    methods = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND")
    for address, method in product(site.addresses(), methods):
        response = client.generic(method, address, b"x" * 100, "text/plain")
        assert response.status_code == 405, (method, address)
        assert response["Allow"] == "GET, HEAD"
        assert "Tę stronę można tylko czytać" in words(response)
        assert "xxxx" not in response.content.decode()


def test_a_huge_or_broken_form_is_not_even_read(site, client):
    many = "&".join(f"pole{number}=1" for number in range(10_000))
    for body, kind in (
        (many.encode(), "application/x-www-form-urlencoded"),
        (b"\xff" * 3_000_000, "application/json"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
    ):
        assert client.generic("POST", "/", body, kind).status_code == 405


def test_head_has_the_headers_of_get_and_no_body(site, client):
    for address in [*site.addresses(), "/nie-ma/"]:
        get, head = client.get(address), client.head(address)
        assert head.status_code == get.status_code, address
        assert dict(head.headers) == dict(get.headers), address
        assert head.content == b"", address


## Everything, everywhere

HOSTILE = {
    "NUL": "%00",
    "NUL in the middle": "a%00b",
    "NUL, twice encoded": "%2500",
    "huge number": str(10**30),
    "minus one": "-1",
    "10 kB": "x" * 10_000,
    "lone surrogate": "%ED%A0%80",
    "invalid UTF-8": "%FF%FE%C0%80",
    "broken escape": "%zz%",
    "right to left": "%E2%80%AEcba",
    "no-break space": "%C2%A0",
    "zero width": "%E2%80%8B%EF%BB%BF",
    "emoji": "%F0%9F%92%A9",
    "quotes": "%27%22%3B--",
    "wildcards": "%25%25%5F%5C",
    "markup": "%3Cscript%3Ealert(1)%3C/script%3E",
    "template": "%7B%7B7*7%7D%7D%7B%25%20debug%20%25%7D",
    "line breaks": "a%0D%0ASet-Cookie:%20a=b",
    "dots": "..%2F..%2Fetc%2Fpasswd",
    "format": "%25s%25n%7B0%7D",
}
NAMES = ("strona", "szukaj", "plakat", "podglad", "nieznane")


# One site serves every value: making it anew for each would take as long as all the requests.
@pytest.mark.drill
def test_no_query_breaks_a_page(site, client):
    for kind, value in HOSTILE.items():
        query = "&".join(f"{name}={value}" for name in NAMES)
        for address in site.addresses():
            response = client.get(f"{address}?{query}")
            assert_polish(response, (kind, address))
            assert_harmless(response)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.drill
def test_no_single_parameter_breaks_a_list(client, db, value):
    make_organization()
    for query in (
        f"?szukaj={value}",
        f"?szukaj[]={value}&szukaj[0][a]={value}&szukaj=",
        f"?{value}={value}",
        f"?{value}",
        "?" + f"szukaj={value}&" * 50,
    ):
        response = client.get(f"/organizacje/{query[:20_000]}")
        assert_polish(response, query[:60])
        assert_harmless(response)


def paths_with(value, site):
    folders = {address.strip("/").partition("/")[0] for address in site.addresses()} - {""}
    return [
        f"/{value}",
        f"/{value}/",
        *[f"/{folder}/{value}/" for folder in sorted(folders)],
        f"/wydarzenia/{site.upcoming.pk}/{value}/",
        f"/w/{site.upcoming.pk}/{value}",
        f"/kalendarz/2026/{value}/",
        f"/kalendarz/{value}/05/",
        f"/podsumowania/2026-03/liczby/{value}/",
        f"/podsumowania/2026-03/wydanie/{value}/",
    ]


@pytest.mark.drill
def test_no_path_breaks_the_site(site, client):
    for kind, value in HOSTILE.items():
        for path in paths_with(value, site):
            response = client.get(path)
            assert_polish(response, (kind, path[:60]))
            assert_harmless(response)
            assert response.status_code != 200, (kind, path[:60])


def assert_harmless(response):
    html = response.content.decode(errors="replace")  # a picture is no text
    assert "<script>alert" not in html
    assert "49" not in re.findall(r'value="([^"]*)"', html)
    assert "Set-Cookie" not in response.headers
    assert not response.cookies


@pytest.mark.parametrize(
    "address", ["/", "/organizacje/", "/wydarzenia/5/x/", "/admin/", "/nie-ma/"]
)
def test_a_nul_byte_is_refused_wherever_it_stands(client, db, address):
    for path in (f"{address}?a=%00", f"{address}?%00", f"{address.rstrip('/')}/%00/"):
        response = client.get(path)
        assert response.status_code == 400, path
        assert_polish(response, path)


def test_a_nul_byte_that_a_server_let_through_unescaped_is_refused_too(client, db):
    assert client.get("/organizacje/", QUERY_STRING="szukaj=\x00").status_code == 400
