"""Posters for tests: made, and read back."""

from datetime import date
from io import BytesIO

import pypdf
import pytest
import time_machine

from events import papers
from events.actions import change_event
from events.facts import Facts
from events.models import Event
from events.papers import poster_pdf
from events.placard import placard_of
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_event,
    make_office_holder,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)
from venues.models import AccessFact

WORD = "Konstantynopolitańczykowianeczkównaa"
LONG = (f"Spotkajmy się {WORD[:35]} " + "w samym środku wiosny i przy jednym stole " * 5)[:200]


@pytest.fixture(autouse=True, name="clock")
def at_noon():
    papers.shelf.clear()
    with time_machine.travel(NOW, tick=False):
        yield


def address(event):
    return f"/wydarzenia/{event.pk}/plakat.pdf"


def again(event):
    return Event.objects.for_page().get(pk=event.pk)


def words_of(event, **options):
    return placard_of(again(event), NOW, **options)


def read(content):
    return pypdf.PdfReader(BytesIO(content))


def poster(event, **options):
    return read(poster_pdf(words_of(event, **options)))


def text_of(reader):
    """On one line, without the spaces that only typography needs."""
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(text.replace("\u200b", "").split())


def said_on(event, **options):
    return text_of(poster(event, **options))


def change(event, reason="Zalana sala.", minor=False, **facts):
    event = Event.objects.get(pk=event.pk)
    before = Facts.of(event)
    for name, value in facts.items():
        setattr(event, name, value)
    change_event(event=event, before=before, by=None, at=NOW, reason=reason, minor=minor)
    return event


def elements(reader):
    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node["/S"], node
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def full_event(title="Spotkajmy się w 3miejscu", **fields):
    palace = make_venue("Pałac Krzysztofory", street="Rynek Główny", number="35", address_kind="")
    venue = make_venue(
        "Pan Cogito", inside=palace, entrance="wejście od podwórza", stop="Plac Szczepański"
    )
    AccessFact.objects.create(
        venue=venue, key="step_free", answer="yes", checked_on=date(2026, 2, 1)
    )
    AccessFact.objects.create(venue=venue, key="lift", answer="unknown")
    fields = {
        "series": make_series("Spotkajmy się w 3miejscu", emblem="bench", edition_noun="odsłona"),
        "edition": 3,
        "venue": venue,
        "room": "sala 005",
        "lead": "Stolik i herbata.",
        "audience": "wszyscy chętni",
        "sign_up": "none",
        "is_free": True,
        "access_contact": "telefonicznie do 11 maja",
        "languages": "po polsku",
        "day_phone": "600 000 000",
        "when": make_when(drop_in=True),
        **fields,
    }
    event = make_event(title, **fields)
    make_partnership(event, make_organization("Fundacja Otwarte Drzwi"))
    make_partnership(event, make_organization("Stowarzyszenie Sąsiadki"), "organizer")
    return event


@pytest.fixture(name="full")
def full_of_facts():
    make_office_holder("Anna Przykładowa")
    return full_event()


def alts(reader):
    return [node["/Alt"] for kind, node in elements(reader) if kind == "/Figure"]


DATES = [
    (make_when(), "środa 13 maja 2026 14.00–18.00"),
    (make_when(confirmed=False), "środa planowane 13 maja"),
    (When.at_time(make_when().starts_at), "13 maja 2026 od 14.00"),
    (make_when(planned_end=True), "14.00 – ok. 18.00"),
    (make_when(start=18, hours=7), "środa 13 maja 2026 20.00 – 14 maja, godz. 3.00"),
    (make_when(hours=48), "środa–piątek 13–15 maja 2026"),
    (When.on_day(date(2026, 5, 13)), "środa 13 maja 2026 godzinę podamy wkrótce"),
    (When.on_day(date(2026, 5, 13), all_day=True), "13 maja 2026 cały dzień"),
    (When.on_day(date(2026, 5, 13), date(2026, 5, 15)), "środa–piątek 13–15 maja"),
    (
        When.on_day(date(2026, 5, 30), date(2026, 6, 2)),
        "sobota–wtorek 30 maja – 2 czerwca 2026 godziny podamy wkrótce",
    ),
    (
        When.on_day(date(2026, 12, 30), date(2027, 1, 2)),
        "środa–sobota 30 grudnia 2026 r. – 2 stycznia 2027 r.",
    ),
    (When.in_month(Month(2026, 6)), "planowane w czerwcu 2026 dzień i miejsce podamy wkrótce"),
    (When.in_month(Month(2026, 9)), "planowane we wrześniu 2026"),
    (When.in_part(Month(2026, 6), 2), "planowane w połowie czerwca 2026"),
    (When.in_months(MonthSpan.parse("2026-06--2026-09")), "od czerwca do września 2026"),
]


HOSTILE = [
    '#panic("x")',
    '#read("/etc/passwd") #include "poster.typ"',
    "*gruby* _pochyły_ `kod` $x^2$ @adres <etykieta> = nagłówek",
    "// komentarz /* i drugi */ \\ \\u{1f600} ~ --- ...",
    "{{ 7|add:7 }} {% now 'Y' %} &lt;b&gt;",
    '"], "title": "przejęty',
    "a\u202eb\u2066c\u200fd\u200be\u00adf\ufeffg",
    "Herbata 😀👩‍👩‍👧🏽 i kawa ☕",
    "Zażółć gęślą jaźń ŻÓŁĆ",
    "Київ і Краків: зустріч",
    "會議 مرحبا שלום",
]
