"""What people type, and what must come first: over the demo, with and without diacritics."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from portal.demo.load import load
from portal.kernel import search_words
from portal.kernel.names import fold
from portal.search.index import rebuild
from portal.search.query import ranked, read

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    """The demo, found with the dictionary of base forms, as a server has it."""
    search_words.load_dictionary()
    with django_db_blocker.unblock(), transaction.atomic():
        load(now=NOW)
        rebuild()
        yield
        transaction.set_rollback(True)
    search_words.forget_dictionary()


BENCH, PLACE3, GOAL = "Ławka dialogu", "Spotkajmy się w 3miejscu", "Wspólnie do celu"
NOWA, COGITO = "Cafe NOWA Księgarnia", "Zakręcony Pan Cogito, Pałac Krzysztofory"
CLUSTER = "Klaster Innowacji Społeczno-Gospodarczych Zabłocie 20.22"
FAKTOR, TYTANO, ECHO = "Fundacja Faktor Kultura", "Fundacja Tytano", "ECHO Miasta"
KAFFKA, PALACE, KAPELANKA = "Społeczna Kaffka", "Pałac Krzysztofory", "Kapelanka 56"

FIRST = [
    ("ławka dialogu", "series", BENCH),
    ("ławka", "series", BENCH),
    ("ławki", "series", BENCH),
    ("ławce dialogu", "series", BENCH),
    ("ławeczka", "series", BENCH),
    ("dialog", "series", BENCH),
    ("3miejsce", "series", PLACE3),
    ("3. miejsce", "series", PLACE3),
    ("3miejscu", "series", PLACE3),
    ("trzecie miejsce", "series", PLACE3),
    ("w trzecim miejscu", "series", PLACE3),
    ("spotkajmy się", "series", PLACE3),
    ("spotkajmy sie w 3", "series", PLACE3),
    ("wspólnie do celu", "series", GOAL),
    ("wspólny cel", "series", GOAL),
    ("wspólnie do celu II", "event", "Wspólnie do celu II"),
    ("spotkań nowa huta", "event", PLACE3),
    ("huta księgarnia", "venue", NOWA),
    ("cafe nowa", "venue", NOWA),
    ("księgarnia", "venue", NOWA),
    ("księgarni", "venue", NOWA),
    ("w księgarniach", "venue", NOWA),
    ("cogito", "venue", COGITO),
    ("zakręcony", "venue", COGITO),
    ("u zakręconego Pana Cogito", "venue", COGITO),
    ("Krzysztofory", "venue", PALACE),
    ("w Krzysztoforach", "venue", PALACE),
    ("rynek główny 35", "venue", PALACE),
    ("stare miasto", "venue", PALACE),
    ("kaffka", "venue", KAFFKA),
    ("społecznej kaffce", "venue", KAFFKA),
    ("kapelanka", "venue", KAPELANKA),
    ("na Kapelance 56", "venue", KAPELANKA),
    ("dębniki", "venue", KAPELANKA),
    ("klaster", "venue", CLUSTER),
    ("w klastrze innowacji", "venue", CLUSTER),
    ("zabłocie", "venue", CLUSTER),
    ("zabłociu", "venue", CLUSTER),
    ("centrum wielokulturowe", "venue", "Centrum Wielokulturowe w Krakowie"),
    ("w centrum wielokulturowym", "venue", "Centrum Wielokulturowe w Krakowie"),
    ("fundacja faktor", "organization", FAKTOR),
    ("faktor kultura", "organization", FAKTOR),
    ("fundacji Faktor Kultury", "organization", FAKTOR),
    ("faktorze", "organization", FAKTOR),
    ("tytano", "organization", TYTANO),
    ("fundację Tytano", "organization", TYTANO),
    ("echo miasta", "organization", ECHO),
    ("echem miasta", "organization", ECHO),
    ("moje nerki", "organization", "Ogólnopolskie Stowarzyszenie Moje Nerki"),
    ("stowarzyszenia moje nerki", "organization", "Ogólnopolskie Stowarzyszenie Moje Nerki"),
    ("muzyka w centrum", "organization", "Fundacja Muzyka w Centrum"),
    ("fundacją muzyka", "organization", "Fundacja Muzyka w Centrum"),
    ("patchwork", "organization", "Stowarzyszenie Patchwork"),
    ("zustricz", "organization", "Fundacja Zustricz"),
    ("jududoro", "organization", "Stowarzyszenie Jududoro"),
    ("rada seniorów", "organization", "Rada Krakowskich Seniorów"),
    ("radzie krakowskich seniorów", "organization", "Rada Krakowskich Seniorów"),
    ("podsumowanie marzec", "report", "Marzec 2026"),
    ("podsumowania za kwiecień", "report", "Kwiecień 2026"),
    ("marzec 2026", "report", "Marzec 2026"),
    ("białoruscy artyści", "report", "Od stycznia do maja 2026"),
    ("wolontariatu", "report", "Od stycznia do maja 2026"),
    ("nowa huta", "event", PLACE3),
    ("prezydent", "organization", "Prezydent Miasta Krakowa"),
    ("bez zapisów", "event", PLACE3),
    ("tat", None, None),
    ("zupełnie nic takiego", None, None),
]


def first(words):
    found = ranked(read(words), NOW).first()
    return (found.kind, found.title) if found else (None, None)


@pytest.mark.parametrize(("words", "kind", "title"), FIRST)
def test_what_was_looked_for_comes_first(words, kind, title):
    found, named = first(words)
    assert (found, named and named.startswith(title)) == (kind, title and True)


@pytest.mark.parametrize(("words", "kind", "title"), FIRST)
def test_it_comes_first_typed_without_polish_letters_and_in_capitals_too(words, kind, title):
    found, named = first(fold(words).upper())
    assert (found, named and named.startswith(title)) == (kind, title and True)


@pytest.mark.parametrize("beginning", ["kap", "kapel"])
def test_a_last_word_may_be_only_begun(beginning):
    assert first(beginning) == ("venue", KAPELANKA)
    assert first(f"{beginning} ") == (None, None)


def test_the_old_name_of_a_part_of_the_city_finds_its_districts_of_today():
    titles = [row.title for row in ranked(read("nowa huta"), NOW)]
    assert NOWA in titles


def test_the_order_is_the_same_at_every_asking():
    once, again = (
        [row.pk for row in ranked(read("spotkanie"), NOW)],
        [row.pk for row in ranked(read("spotkania"), NOW)],
    )
    assert len(once) > 10
    assert once == again
