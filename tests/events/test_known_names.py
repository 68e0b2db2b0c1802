from datetime import date

import pytest

from events.known_names import KnownNames
from events.models import SeriesAlias
from organizations.models import Alias
from tests.factories import NOW, make_office_holder, make_organization, make_series, make_venue
from venues.models import VenueAlias

pytestmark = pytest.mark.django_db


def test_it_knows_names_and_their_variants():
    Alias.objects.create(organization=make_organization("Fundacja Tytano"), name="Tytano")
    venue = make_venue("Społeczna Kaffka", street="Na Kozłówce")
    VenueAlias.objects.create(venue=venue, name="Kawiarnia Kozłówek")
    SeriesAlias.objects.create(series=make_series("Ławka dialogu"), name="Ławeczka")
    make_office_holder("Aleksander Miszalski")
    known = KnownNames.load()
    text = "Tytamo, w Społecznej Kafce, w Kawiarni Kozłowek, na Ławce diaolgu, z Miszańskim"
    assert [row.instead for row in known.lookalikes(f"Fundacja {text}")] == [
        "Tytano",
        "Kaffce",
        "Kozłówek",
        "dialogu",
        "Miszalskim",
    ]


def test_what_is_in_the_bin_is_not_known():
    make_venue("Społeczna Kaffka", published_at=None).discard(NOW)
    assert KnownNames.load().lookalikes("spotkanie w Społecznej Kafce") == []


def test_the_districts_are_known():
    (found,) = KnownNames.load().lookalikes("spotkanie na Dębnikach i w Mistrzejewicach")
    assert found.instead == "Mistrzejowicach"


@pytest.mark.parametrize("count", [1, 3])
def test_it_is_loaded_by_the_same_queries_however_many_there_are(django_assert_num_queries, count):
    for _ in range(count):
        make_organization()
        make_series()
        make_office_holder()
        VenueAlias.objects.create(venue=make_venue(), name=f"nazwa {count}")
    with django_assert_num_queries(7):
        KnownNames.load()


def test_a_place_is_the_same_in_its_building_and_by_its_street():
    palace = make_venue("Pałac Krzysztofory", street="Rynek Główny", number="35")
    cafe = make_venue("Zakręcony Pan Cogito", street="", number="", inside=palace)
    cluster = make_venue("Klaster", street="Zabłocie", number="20–22")
    centre = make_venue("Centrum Wielokulturowe", street="Zabłocie", number="20")
    known = KnownNames.load()
    assert known.same_places(cafe.pk) == {palace.pk, cafe.pk}
    assert known.same_places(cluster.pk) == {cluster.pk, centre.pk}


def test_places_are_read_from_a_text_by_name_alias_and_address():
    venue = make_venue("Kapelanka 56", street="Kapelanka", number="56")
    VenueAlias.objects.create(venue=venue, name="ECHO Miasta")
    known = KnownNames.load()
    for text in ("spacer po ECHO Miasta", "przy ul. Kapelanka 56", "na Kapelance 56"):
        assert [keys for _, keys in known.places_in(text)] == [{venue.pk}]


def test_who_left_office_before_the_day_is_told():
    make_office_holder("Artur Buszek", until=date(2026, 5, 3))
    known = KnownNames.load()
    text = "Zaprasza Artur Buszek. Rozmowa z Arturem Buszkiem."
    assert [row.name for row in known.out_of_office(text, date(2026, 5, 13))] == ["Artur Buszek"]
    assert known.out_of_office(text, date(2026, 5, 3)) == []
    assert known.out_of_office("był z nami były pełnomocnik Artur Buszek", date(2026, 6, 1)) == []


def test_who_holds_a_second_term_is_in_office():
    make_office_holder("Artur Buszek", until=date(2026, 5, 3))
    make_office_holder("Artur Buszek", since=date(2026, 5, 4))
    assert KnownNames.load().out_of_office("Zaprasza Artur Buszek.", date(2026, 5, 13)) == []


@pytest.mark.parametrize(
    "text, instead",
    [
        ("z cyklu „Spotkajmy się w 3. miejscu”", "3miejscu"),
        ("spotkanie „3. miejsce”", "3miejsce"),
        ("urodziny Centrum C10", "Centrum C 10"),
        ("w Centrum Obywatelskim Centrum C-10", "Centrum C 10"),
    ],
)
def test_a_variant_is_told_with_the_official_spelling(text, instead):
    make_series("Spotkajmy się w 3miejscu")
    make_venue("Centrum Obywatelskie Centrum C 10")
    assert [row.instead for row in KnownNames.load().variants(text)] == [instead]


@pytest.mark.parametrize(
    "text",
    [
        "Spotkajmy się w 3miejscu, w „3miejscu” i w Centrum C 10",
        "3. miejsce w konkursie, na 3. miejscu",
        "ul. Zabłocie 20 i Zabłocie 20–22",
        "w trzecim miejscu",
    ],
)
def test_right_spellings_and_ordinary_numbers_pass(text):
    make_series("Spotkajmy się w 3miejscu")
    make_venue("Centrum Obywatelskie Centrum C 10")
    make_venue("Klaster Innowacji Zabłocie 20.22")
    assert KnownNames.load().variants(text) == []
