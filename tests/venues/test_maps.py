from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest

from venues.maps import found_by, pin


def asked(url):
    return parse_qs(urlsplit(url).query)["query"][0]


@pytest.mark.parametrize(
    "address, query",
    [
        ("ul. Kapelanka 56", "Kapelanka 56, Kraków"),
        ("ul. Zabłocie 20–22", "Zabłocie 20-22, Kraków"),
        ("os. Zgody 7", "os. Zgody 7, Kraków"),
        ("Rynek Główny 35", "Rynek Główny 35, Kraków"),
    ],
)
def test_the_map_is_asked_for_an_address_as_it_knows_it(address, query):
    url = found_by(address, "Kraków")
    assert url.startswith("https://www.openstreetmap.org/search?query=")
    assert asked(url) == query


def test_without_an_address_there_is_nothing_to_ask_for():
    assert found_by("", "Kraków") == ""


def test_a_pin_stands_at_its_point_near_enough_to_see_doors():
    assert pin(Decimal("50.06143"), Decimal("19.93658")) == (
        "https://www.openstreetmap.org/?mlat=50.06143&mlon=19.93658#map=18/50.06143/19.93658"
    )
