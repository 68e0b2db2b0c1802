"""What is seen of an event where its link is shared: title, sentence, picture of words."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import override_settings
from PIL import Image

from events.actions import change_event
from events.drawing import PALETTES, drawn
from events.emblems import EMBLEMS, RING
from events.facts import Facts
from events.models import Series
from events.models.event import Outcome
from events.social import SITE, poster, shared_title
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parent.parent.parent
MAY = Month(2026, 5)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def plain(text):
    return text.replace("\u00a0", " ")


def head(client, record):
    soup = BeautifulSoup(client.get(record.get_absolute_url()).content, "html.parser")
    metas = soup.select("meta[property], meta[name]")
    return {meta.get("property") or meta["name"]: plain(meta["content"]) for meta in metas}


def cafe(**fields):
    return make_venue("Cafe NOWA", address_kind="os.", street="Zgody", number="7", **fields)


## The title


@pytest.mark.parametrize(
    "when, title",
    [
        (make_when(), "13 maja, 14.00 – Herbata"),
        (make_when(date(2027, 1, 5)), "5 stycznia 2027, 13.00 – Herbata"),
        (When.on_day(date(2026, 5, 13)), "13 maja – Herbata"),
        (When.on_day(date(2026, 5, 13), date(2026, 5, 15)), "13–15 maja – Herbata"),
        (When.on_day(date(2026, 5, 30), date(2026, 6, 2)), "30 maja – 2 czerwca – Herbata"),
        (
            When.on_day(date(2026, 12, 31), date(2027, 1, 1)),
            "31 grudnia – 1 stycznia 2027 – Herbata",
        ),
        (When.in_part(MAY, 2), "połowa maja 2026 r. – Herbata"),
        (When.in_month(MAY), "maj 2026 r. – Herbata"),
    ],
)
def test_the_date_stands_first(when, title):
    assert plain(shared_title(make_event("Herbata", when=when), NOW)) == title


@pytest.mark.parametrize(
    "outcome, title",
    [
        (Outcome.CANCELLED, "Odwołane: 13 maja, 14.00 – Herbata"),
        (Outcome.POSTPONED, "Przełożone: 13 maja, 14.00 – Herbata"),
        (Outcome.NOT_HELD, "Nie odbyło się: 13 maja, 14.00 – Herbata"),
        (Outcome.HELD, "13 maja, 14.00 – Herbata"),
    ],
)
def test_before_it_only_that_it_is_off(outcome, title):
    event = make_event("Herbata", outcome=outcome, outcome_reason="Choroba.")
    assert plain(shared_title(event, NOW)) == title


def test_an_example_says_so_everywhere(client):
    event = make_event("Herbata", is_example=True)
    found = head(client, event)
    assert found["og:title"] == "Przykład: 13 maja, 14.00 – Herbata"
    assert "przykład" in found["og:image:alt"]
    assert found["robots"] == "noindex"


## The head of the page


@override_settings(SITE_URL="https://ngo.krakow.pl")
def test_the_page_of_an_event_tells_networks_all_they_ask(client):
    event = make_event("Herbata", venue=cafe(), lead="Przyjdź z kubkiem.")
    found = head(client, event)
    picture = found["og:image"]
    assert picture.startswith(f"https://ngo.krakow.pl/wydarzenia/{event.pk}/karta.png?v=")
    assert client.get(picture.removeprefix("https://ngo.krakow.pl")).status_code == 200
    assert found["og:url"] == f"https://ngo.krakow.pl{event.get_absolute_url()}"
    assert found["og:title"] == "13 maja, 14.00 – Herbata"
    assert found["og:description"] == found["description"]
    assert found["og:description"].endswith("Przyjdź z kubkiem.")
    assert found["og:locale"] == "pl_PL"
    assert found["og:site_name"] == "Blisko organizacji"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["og:updated_time"] == "2026-05-08T12:00:00+02:00"


def test_the_time_of_change_is_that_of_the_record_and_not_of_the_event(client, clock):
    event = make_event()
    clock.move_to(NOW + timedelta(days=1))
    assert head(client, event)["og:updated_time"] == "2026-05-08T12:00:00+02:00"
    event.lead = "Inaczej."
    event.save()
    clock.move_to(NOW + timedelta(days=2))
    assert head(client, event)["og:updated_time"] == "2026-05-09T12:00:00+02:00"


def test_an_announcement_about_one_event_shows_its_picture(client):
    event = make_event("Herbata")
    alone, none = make_announcement("Zapraszamy", events=[event]), make_announcement()
    found = head(client, alone)
    assert f"/wydarzenia/{event.pk}/karta.png" in found["og:image"]
    assert found["og:type"] == "article"
    assert found["og:title"] == "Zapraszamy"
    assert found["article:published_time"] == "2026-05-05T12:00:00+02:00"
    assert "/karta.png" in head(client, none)["og:image"]
    assert "/wydarzenia/" not in head(client, none)["og:image"]


def test_a_hidden_event_lends_no_picture(client):
    hidden = make_event("Tajna herbata", published_at=None)
    found = head(client, make_announcement(events=[hidden]))
    assert "/wydarzenia/" not in found["og:image"]
    assert "Tajna" not in str(found)


def test_quotes_and_markup_in_a_title_stay_text(client):
    event = make_event('"><script>alert(1)</script>', lead='" onload="x')
    html = client.get(event.get_absolute_url()).content.decode()
    assert "<script>" not in html
    assert head(client, event)["og:title"].endswith('"><script>alert(1)</script>')


## The words of the picture


def test_the_alternative_text_is_what_is_written_on_it(client):
    series = make_series("Ławka dialogu", emblem="bench")
    event = make_event("Ławka dialogu", series=series, edition=3, venue=cafe())
    assert head(client, event)["og:image:alt"] == (
        "Trzecie spotkanie. Ławka dialogu. W środę 13 maja 2026 r. w godz. 14.00–18.00. "
        "Cafe NOWA, os. Zgody 7. Blisko organizacji. "
        "Pełnomocnik Prezydenta Miasta Krakowa ds. organizacji pozarządowych."
    )


@pytest.mark.parametrize(
    "fields, said",
    [
        ({"when": When.in_month(Month(2026, 6))}, "Planowane w czerwcu 2026 r. Miejsce podamy"),
        (
            {"outcome": Outcome.CANCELLED},
            "Odwołane. Wydarzenie. Herbata. Miało się odbyć w środę",
        ),
        (
            {"outcome": Outcome.HELD},
            "Odbyło się w środę 13 maja 2026 r. w godz. 14.00–18.00.",
        ),
        ({"when": make_when(confirmed=False)}, "Planowane w środę 13 maja"),
    ],
)
def test_it_says_how_certain_the_date_is_and_what_became_of_it(fields, said):
    event = make_event("Herbata", **{"outcome_reason": "Choroba.", **fields})
    assert said in plain(poster(event, NOW).text)


def test_a_cycle_that_is_not_public_is_neither_named_nor_drawn():
    series = make_series("Tajny cykl", emblem="ways", published_at=None)
    found = poster(make_event("Herbata", series=series, edition=1), NOW)
    assert "Tajny" not in found.text
    assert (found.emblem, found.hue) == ("", "")


def test_its_address_changes_with_its_words(client, clock):
    event = make_event("Herbata", venue=cafe())
    first = head(client, event)["og:image"]
    clock.move_to(NOW + timedelta(days=3))
    assert head(client, event)["og:image"] == first
    before = Facts.of(event)
    event.when = make_when(date(2026, 5, 20))
    change_event(event=event, before=before, by=None, at=NOW, reason="Remont.")
    assert head(client, event)["og:image"] != first


## The picture


def opened(content):
    image = Image.open(BytesIO(content))
    image.load()
    return image


def fetched(client, event, **headers):
    return client.get(f"/wydarzenia/{event.pk}/karta.png", headers=headers)


def test_it_is_a_png_of_the_size_that_networks_want_and_small(client):
    response = fetched(client, make_event("Herbata", venue=cafe()))
    image = opened(response.content)
    assert response["Content-Type"] == "image/png"
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(response.content) < 60_000


def test_who_has_it_is_told_so_and_a_change_is_sent(client):
    event = make_event("Herbata")
    first = fetched(client, event)
    assert fetched(client, event).content == first.content
    assert fetched(client, event, if_none_match=first["ETag"]).status_code == 304
    assert "max-age=" in first["Cache-Control"]
    event.title = "Kawa"
    event.save()
    assert fetched(client, event, if_none_match=first["ETag"]).status_code == 200


def test_it_is_as_public_as_its_event(client):
    assert fetched(client, make_event(published_at=None)).status_code == 404
    assert fetched(client, make_event(published_at=NOW + timedelta(minutes=1))).status_code == 404
    assert client.get("/wydarzenia/999999/karta.png").status_code == 404
    gone = make_event()
    gone.withdraw(NOW, "Pomyłka.")
    assert fetched(client, gone).status_code == 410


LONG = "Konstantynopolitańczykowianeczkówna i jej organizacja zapraszają na rozmowę o tym, jak"
WHENS = [
    make_when(),
    When.at_time(datetime(2026, 12, 30, 20, tzinfo=UTC), datetime(2027, 1, 1, 1, tzinfo=UTC)),
    When.on_day(date(2026, 9, 28), date(2026, 9, 30)),
    When.in_part(Month(2026, 10), 3),
    When.in_months(MonthSpan(Month(2025, 12), Month(2026, 11))),
]
TITLES = [
    "Herbata",
    f"{LONG} żyć w Krakowie",
    "W" * 200,
    "漢字 🎉",
    "\u202e<b>&amp;\x07\n",
]


def test_whatever_the_words_it_is_drawn_the_same_twice():
    venue = make_venue("Bardzo długa nazwa miejsca " * 7, street="Wielkiej Rewolucji " * 6)
    series = make_series("Ławka dialogu " * 10, emblem="bench")
    for number, title in enumerate(TITLES):
        when = WHENS[number]
        event = make_event(title, when=when, venue=venue, series=series, edition=number + 1)
        event.outcome = (Outcome.EXPECTED, Outcome.NOT_HELD)[number % 2]
        words = poster(event, NOW)
        drawn.cache_clear()
        first = drawn(words)
        drawn.cache_clear()
        assert drawn(words) == first
        assert len(first) < 60_000


def margins(content):
    """The colours in the outer 24 pixels to the left and the right, below the strip of a state."""
    image = opened(content).convert("RGB")
    return {
        colour
        for x in (range(24), range(1176, 1200))
        for column in x
        for colour in {image.getpixel((column, y)) for y in range(100, 530, 3)}
    }


def test_no_words_run_over_the_edge():
    for title in TITLES:
        event = make_event(title, outcome=Outcome.CANCELLED, outcome_reason="Choroba.")
        # Only the ground: its emblem is faint, a letter would be bright.
        assert all(max(colour) < 140 for colour in margins(drawn(poster(event, NOW)))), title


def test_what_is_off_is_seen_at_a_glance():
    on, off = make_event(), make_event(outcome=Outcome.CANCELLED, outcome_reason="Choroba.")

    def top(event):
        return opened(drawn(poster(event, NOW))).convert("RGB").getpixel((1100, 40))

    assert min(top(off)) > 240
    assert max(top(on)) < 120


def test_each_hue_has_its_ground_and_each_emblem_its_strokes():
    hues = {Series(emblem=emblem).hue for emblem in Series.Emblem.values}
    assert hues <= set(PALETTES)
    assert set(Series.Emblem.values) <= set(EMBLEMS)


def test_the_strokes_are_those_of_the_pages():
    paths = re.findall(r'\sd="([^"]+)"', (ROOT / "templates/_partials/_emblem.html").read_text())
    ours = [path for emblem in EMBLEMS.values() for path in (emblem.lines, emblem.dots)]
    assert [*ours, RING.lines] == paths


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("hue", PALETTES)
def test_its_words_can_be_read(hue):
    palette = PALETTES[hue]
    for ground in (palette.ground, palette.strip):
        for ink in ("#fdfaf3", "#f4cd74", palette.quiet):
            assert contrast(ink, ground) >= 4.5, (hue, ink, ground)
    assert contrast("#fffefb", palette.band) >= 4.5


## The site's own


def test_a_page_without_a_picture_shows_the_sites(client):
    found = head(client, make_series("Ławka", lead="Siadamy."))
    assert found["og:image:alt"] == plain(SITE.text)
    assert found["og:title"] == "Ławka, cykl spotkań"
    assert found["og:type"] == "website"
    response = client.get("/karta.png")
    assert opened(response.content).size == (1200, 630)
    assert client.get("/karta.png", headers={"if-none-match": response["ETag"]}).status_code == 304
