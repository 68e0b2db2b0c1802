import pytest

from portal.kernel.addresses import address_problem, stored_address


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("www.krakow.pl", "https://www.krakow.pl"),
        ("ngo.krakow.pl/laka", "https://ngo.krakow.pl/laka"),
        ("//krakow.pl", "https://krakow.pl"),
        ("biuro@um.krakow.pl", "mailto:biuro@um.krakow.pl"),
        (" https://krakow.pl\n", "https://krakow.pl"),
        ("https://krakow.pl/?utm_source=a&b=1&fbclid=c#d", "https://krakow.pl/?b=1#d"),
        ("https://krakow.pl/?gclid=c", "https://krakow.pl/"),
        ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.pl%2Fb&usg=x", "https://a.pl/b"),
        ("mailto:a@b.pl?bcc=c@d.pl&subject=Kawa&body=x", "mailto:a@b.pl?subject=Kawa"),
        ("/wydarzenia/", "/wydarzenia/"),
        ("#", "#"),
        ("plan.pdf", "plan.pdf"),
        ("#_Toc12", None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("file:///C:/plan.doc", None),
    ],
)
def test_an_address_is_stored_without_what_nobody_meant(written, stored):
    assert stored_address(written) == stored
    assert stored is None or stored_address(stored) == stored


@pytest.mark.parametrize(
    "address",
    ["https://krakow.pl", "krakow.pl", "/wydarzenia/", "a@b.pl", "mailto:a@b.pl?subject=Kawa",
     "tel:+48 12 616 00 00", "https://łąka.pl/ścieżka"],
)  # fmt: skip
def test_nothing_is_wrong_with_an_address_that_leads_somewhere(address):
    assert address_problem(address) == ""


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "Brakuje adresu"),
        ("#", "nie prowadzi do żadnej strony"),
        ("https://krakow.pl/dwa słowa", "nie może być spacji"),
        ("krakow", "nie jest pełny adres"),
        ("plan.pdf", "nie jest pełny adres"),
        ("javascript:alert(1)", "może zaczynać się od"),
        ("https://localhost", "nie wygląda na adres strony"),
        ("https://[x", "nie wygląda na adres strony"),
        ("mailto:biuro", "nie jest adres e-mail"),
        ("tel:zadzwoń", "nie jest numer telefonu"),
    ],
)
def test_what_is_wrong_with_an_address_is_said_in_polish(address, words):
    assert words in address_problem(address)
