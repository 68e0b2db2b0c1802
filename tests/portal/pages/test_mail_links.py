"""Letters begun by a link: what a mail program makes of them."""

from email.utils import parseaddr
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pages.mail_links import correction, invitation, mailto


def read(link):
    """(address, {field: text}) as RFC 6068 says to read it."""
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    # A plus is a plus here, and no space as in a form.
    fields = parse_qsl(parts.query.replace("+", "%2B"), strict_parsing=bool(parts.query))
    return unquote(parts.path), dict(fields)


def test_nothing_is_said_beside_the_address_unless_given():
    assert mailto("biuro@example.org") == "mailto:biuro@example.org"


def test_polish_letters_spaces_and_quotes_are_encoded():
    link = mailto("biuro@example.org", "Zażółć „gęślą” jaźń")
    assert "+" not in link
    assert " " not in link
    assert "„" not in link
    assert "subject=Za%C5%BC%C3%B3%C5%82%C4%87%20%E2%80%9Eg" in link
    assert read(link)[1]["subject"] == "Zażółć „gęślą” jaźń"


@pytest.mark.parametrize("sign", ["&", "?", "#", "=", "+", "%", "/", ";", "<", '"'])
def test_a_sign_that_means_something_in_an_address_stays_a_sign(sign):
    link = mailto("biuro@example.org", f"a{sign}b", f"c{sign}d")
    assert read(link) == (
        "biuro@example.org",
        {"subject": f"a{sign}b", "body": f"c{sign}d"},
    )


def test_an_address_cannot_add_fields_of_its_own():
    link = mailto("biuro@example.org?bcc=obcy@example.com&x=1", "Temat")
    assert read(link)[1] == {"subject": "Temat"}
    assert read(mailto("a+b&c@example.org"))[0] == "a+b&c@example.org"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_the_body_end_as_letters_end_them(end):
    assert mailto("a@example.org", "", f"raz{end}dwa").endswith("?body=raz%0D%0Adwa")


def test_a_subject_is_one_line():
    assert read(mailto("a@example.org", "raz\r\nBcc: obcy@example.com"))[1] == {
        "subject": "raz Bcc: obcy@example.com"
    }


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_body_comes_back(text):
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    found = read(mailto("a@example.org", "x", text))[1].get("body", "")
    assert found.replace("\r\n", "\n") == expected


def test_a_correction_names_the_page_that_it_is_about():
    address, fields = read(correction("biuro@example.org", "https://ngo.example/wydarzenia/7/x/"))
    assert parseaddr(address)[1] == "biuro@example.org"
    assert fields["subject"] == "Poprawka na portalu"
    assert fields["body"].splitlines()[0] == "Strona: https://ngo.example/wydarzenia/7/x/"
    assert "Jak powinno być:" in fields["body"]


def test_an_invitation_asks_what_the_office_has_to_know():
    _, fields = read(invitation("biuro@example.org"))
    assert fields["subject"] == "Zaproszenie dla Pełnomocnika"
    for asked in ("Kto zaprasza", "Dzień i godzina", "Adres i wejście", "bez schodów"):
        assert asked in fields["body"]
    assert len(invitation("biuro@example.org")) < 2000  # longer ones are cut by mail programs
