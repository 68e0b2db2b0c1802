"""What stands on a poster: the date as anybody knows it, what changed, who and where."""

import re
from datetime import date

import pytest
from PIL import Image

from events.models import EventAccess
from events.models.event import Outcome
from events.page import Partner, Role
from events.placard import named
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.events.posters import (  # noqa: F401 -- fixtures
    DATES,
    alts,
    at_noon,
    change,
    full_of_facts,
    poster,
    said_on,
    text_of,
)
from tests.factories import (
    make_event,
    make_office_holder,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db


## The date, as exactly as anybody knows it


@pytest.mark.parametrize("when, said", DATES, ids=[said for _, said in DATES])
def test_the_leaf_says_what_is_known_and_no_more(when, said):
    event = make_event("Herbata", when=when)
    reader = poster(event)
    text = text_of(reader)
    assert len(reader.pages) == 1
    assert said in text
    if when.is_coarse:
        assert not re.search(r"\d{1,2} (czerwca|września)", text), "no day made up"
        assert "Dzień podamy na tej stronie" in text


def test_what_nobody_knows_is_said_to_come(full):
    text = said_on(make_event("Herbata"))
    assert "Miejsce podamy wkrótce" in text
    assert "Zasady wstępu podamy wkrótce" in text
    coarse = said_on(make_event("Kawa", when=When.in_month(Month(2026, 6))))
    assert coarse.count("podamy wkrótce") == 1


## What comes first


@pytest.mark.parametrize(
    "outcome, headline",
    [
        ("cancelled", "Spotkanie odwołane"),
        ("postponed", "Spotkanie przełożone"),
        ("not_held", "Spotkanie się nie odbyło"),
    ],
)
def test_what_is_off_says_so_first_and_invites_nobody(full, outcome, headline):
    change(full, "Choroba.", outcome=outcome, outcome_reason="Choroba prowadzącej.")
    text = said_on(full)
    assert text.startswith(headline)
    assert "w środę 13 maja 2026 r. w godz. 14.00–18.00." in text
    assert "Choroba prowadzącej." in text
    for gone in ("Pan Cogito", "Wstęp wolny", "można wejść", "Zeskanuj przed wyjściem"):
        assert gone not in text
    assert ("Nowej daty jeszcze nie ma." in text) == (outcome == "postponed")


def test_a_new_poster_says_what_the_older_ones_say_otherwise(full):
    change(full, venue=make_venue("Arteteka"))
    text = said_on(full)
    assert text.startswith("Zmiana miejsca. Poprzednio: Pan Cogito, Pałac Krzysztofory")
    assert "Arteteka" in text


def test_what_was_only_yet_to_be_said_is_no_change(full):
    event = make_event("Herbata", when=When.in_month(Month(2026, 5)))
    change(event, when=make_when(), venue=make_venue("Arteteka"))
    text = said_on(event)
    assert "Poprzednio" not in text
    assert "znane" not in text


def test_after_a_cancellation_taken_back_the_poster_says_that_it_will_be(full):
    change(full, "Choroba.", outcome="cancelled", outcome_reason="Choroba.")
    change(full, "Wyzdrowiała.", outcome=Outcome.EXPECTED)
    text = said_on(full)
    assert text.startswith("Jednak się odbędzie.")
    assert "Wstęp wolny" in text


def test_what_is_made_up_and_what_is_not_public_says_so_first(full):
    event = make_event("Herbata", is_example=True)
    assert said_on(event).startswith("Przykład. Takiego spotkania urząd nie ogłosił.")
    assert said_on(full, preview=True).startswith("Podgląd, nie do powieszenia")


## Who, and how to get in


def test_the_meeting_s_own_access_goes_before_the_venue_s(full):
    EventAccess.objects.create(
        event=full, key="step_free", answer="no", checked_on=date(2026, 5, 1)
    )
    text = said_on(full)
    assert "Dostępność: wejście ma stopnie" in text
    assert "bez stopni" not in text


def test_many_partners_are_counted_where_a_page_cannot_name_them(full):
    for number in range(36):
        make_partnership(
            full, make_organization(f"Stowarzyszenie Dzielnica {number:02}"), "support"
        )
    reader = poster(full)
    text = text_of(reader)
    assert len(reader.pages) == 1
    shown = len(re.findall(r"Stowarzyszenie Dzielnica", text))
    assert 10 < shown < 36
    assert f" i jeszcze {36 - shown} " in text
    assert "Fundacja Otwarte Drzwi" in text


@pytest.mark.parametrize(
    "count, said",
    [(1, " i jeszcze 1 organizacja"), (3, "3 organizacje"), (12, "12 organizacji")],
)
def test_the_rest_of_the_partners_is_counted_in_polish(count, said):
    names = ["A" * 700, *["B"] * count]
    [row] = named([Role("wsparcie", [Partner(name, "", "") for name in names])])
    assert row.text.replace("\u00a0", " ").endswith(said)


def test_a_draft_s_cycle_and_venue_keep_their_secrets(full):
    venue = make_venue("Dom", stop="Bagatela", entrance="od podwórza", published_at=None)
    event = make_event(
        "Herbata", venue=venue, series=make_series("Tajny cykl", published_at=None), edition=1
    )
    text = said_on(event)
    assert "Dom" in text
    for secret in ("Tajny", "Bagatela", "podwórza"):
        assert secret not in text


def test_the_proxy_of_that_day_signs():
    event = make_event("Herbata")
    assert "Pełnomocnik Prezydenta Miasta Krakowa" in said_on(event)
    make_office_holder("Dawna Osoba", until=date(2026, 4, 30))
    make_office_holder("Nowa Osoba", since=date(2026, 5, 1))
    text = said_on(event)
    assert "Nowa Osoba" in text
    assert "Dawna" not in text


## The city's own sign


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>'


@pytest.fixture
def logo(settings, tmp_path):
    settings.MEDIA_ROOT, settings.SITE_LOGO = str(tmp_path), "/media/logo.svg"
    settings.MEDIA_URL = "/media/"
    return tmp_path / "logo.svg"


def test_the_city_s_logo_stands_where_the_office_has_given_one(full, logo):
    assert len(alts(poster(full))) == 1
    logo.write_text(SVG)
    assert "Kraków" in alts(poster(full))


def test_a_raster_logo_is_drawn_too(full, logo, settings):
    settings.SITE_LOGO = "/media/logo.png"
    Image.new("RGB", (40, 20), "#0b335e").save(logo.with_suffix(".png"))
    assert "Kraków" in alts(poster(full))


@pytest.mark.parametrize(
    "name",
    ["", "https://krakow.pl/logo.svg", "/media/../../etc/passwd", "/media/", "/static/brak.svg"],
)
def test_any_other_logo_is_none(full, logo, settings, name):
    settings.SITE_LOGO = name
    logo.write_text(SVG)
    assert len(alts(poster(full))) == 1


@pytest.mark.parametrize("content", ["no drawing", "<svg", f"{SVG}{' ' * 300_000}"])
def test_a_logo_that_cannot_be_drawn_costs_no_poster(full, logo, content):
    logo.write_text(content)
    assert len(alts(poster(full))) == 1
