"""The lists of an office in another city, and its texts with the faults that such texts have."""

from datetime import date
from pathlib import Path

import pytest

from events.importing.files import read
from events.importing.intake import look
from events.importing.names import Registry
from events.importing.parts import parts_of
from events.models.series import Series, SeriesAlias
from tests.factories import make_office_holder, make_organization, make_series, make_venue

FIXTURES = Path(__file__).parent / "fixtures"
ORIGINALS = Path(__file__).parents[4] / "shared" / "sources"


@pytest.fixture
def gdynia(db):
    make_organization("Fundacja Bliski Brzeg")
    make_organization("Stowarzyszenie Chór Portowy")
    make_organization("Gmina Gdynia", kind="city")
    make_venue("Klubokawiarnia Falochron", street="Morska", number="4")
    make_venue("Przystań Społeczna", street="Żeglarzy", number="7")
    make_venue("Hala Rybna", street="Portowa", number="1")
    make_series("Biuro na wynos")
    make_series("Razem na rynku", numbering=Series.Numbering.ROMAN_AFTER, edition_noun="edycja")
    steps = make_series("Schody rozmów", numbering=Series.Numbering.NONE)
    SeriesAlias.objects.create(series=steps, name="Schody rozmów dla stowarzyszeń")
    make_office_holder("Helena Żurawska", office="mayor", since=date(2026, 1, 1))
    return Registry.load()


def source(name):
    return read(name, (FIXTURES / name).read_bytes())


def parts(name):
    return parts_of(source(name))


def seen(name, registry):
    return look(source(name), registry).found


def markdown(text, name="tekst.md"):
    return parts_of(read(name, text.encode()))
