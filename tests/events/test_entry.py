"""What an entry says of a change, and what hostile text may not do to it."""

import random
from datetime import date, timedelta

import pytest

from events.actions import change_event
from events.facts import Facts
from events.ics import Feed, calendar
from events.models import Event, EventChange
from events.stamps import for_feed
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.calendars import entries, lines, only, read, said
from tests.factories import NOW, make_event, make_series, make_venue, make_when

pytestmark = pytest.mark.django_db

FEED = Feed("Wszystko", "/kalendarz.ics")
JUNE = date(2026, 6, 10)


def ics(feed=FEED):
    return calendar(feed, for_feed(Event.objects.order_by("sort_at", "pk")), NOW)


def change(event, *, reason="Remont sali.", at=NOW, **values):
    before = Facts.of(event)
    for name, value in values.items():
        setattr(event, name, value)
    change_event(event=event, before=before, by=None, at=at, reason=reason)


## Off, moved, and back


@pytest.mark.parametrize(
    "outcome, prefix, told",
    [
        ("cancelled", "ODWOŁANE: ", "Odwołane."),
        ("postponed", "PRZEŁOŻONE: ", "Przełożone, nowej daty jeszcze nie ma."),
        ("not_held", "NIE ODBYŁO SIĘ: ", "Nie odbyło się."),
    ],
)
def test_what_is_off_says_so_in_every_place_and_keeps_its_date(outcome, prefix, told):
    event = make_event("Herbata", venue=make_venue("Kaffka"))
    uid, start = only(ics()).uid.value, only(ics()).dtstart.value
    change(event, outcome=outcome, outcome_reason="Choroba prowadzącej.", reason="Choroba.")
    entry = only(ics())
    assert entry.summary.value == f"{prefix}Herbata"
    assert (entry.status.value, entry.sequence.value) == ("CANCELLED", "1")
    assert entry.transp.value == "TRANSPARENT"
    assert (entry.uid.value, entry.dtstart.value) == (uid, start)
    assert entry.description.value.startswith(told)
    assert "Powód: Choroba prowadzącej." in entry.description.value


def test_what_was_off_from_its_first_day_says_so_too():
    make_event("Herbata", outcome="cancelled", outcome_reason="Choroba.")
    entry = only(ics())
    assert entry.summary.value == "ODWOŁANE: Herbata"
    assert entry.description.value.startswith("Odwołane. Choroba.")


def test_calling_off_can_be_undone():
    event = make_event("Herbata")
    change(event, outcome="cancelled", outcome_reason="Choroba.")
    change(event, outcome="expected", reason="Pomyłka.", at=NOW + timedelta(hours=1))
    entry = only(ics())
    assert (entry.summary.value, entry.status.value) == ("Herbata", "CONFIRMED")
    assert entry.sequence.value == "2"
    assert entry.description.value.startswith("Jednak się odbędzie.")


def test_a_new_date_a_new_place_and_both_are_said_first():
    event = make_event("Herbata", venue=make_venue("Kaffka"))
    change(event, when=make_when(JUNE))
    entry = only(ics())
    assert entry.summary.value == "NOWY TERMIN: Herbata"
    assert (entry.status.value, entry.dtstart.value.date()) == ("CONFIRMED", JUNE)
    assert "Poprzednio: 13 maja 2026 r., godz. 14.00–18.00" in entry.description.value
    assert "Remont sali." in entry.description.value
    change(event, venue=make_venue("Arteteka"), at=NOW + timedelta(hours=1))
    entry = only(ics())
    assert entry.summary.value == "NOWY TERMIN, ZMIANA MIEJSCA: Herbata"
    assert "Poprzednio: Kaffka, ul. Długa 5" in entry.description.value
    assert entry.location.value == "Arteteka, ul. Długa 5, Kraków"


def test_a_new_place_alone_is_said_and_calling_off_outweighs_it():
    event = make_event("Herbata", venue=make_venue("Kaffka"))
    change(event, venue=make_venue("Arteteka"))
    assert only(ics()).summary.value == "ZMIANA MIEJSCA: Herbata"
    change(event, outcome="cancelled", outcome_reason="Choroba.")
    assert only(ics()).summary.value == "ODWOŁANE: Herbata"


def test_a_day_and_a_place_yet_to_be_said_are_no_change():
    event = make_event("Herbata", when=When.in_month(Month(2026, 6)))
    change(event, when=make_when(JUNE), venue=make_venue("Kaffka"), reason="")
    entry = only(ics())
    assert entry.summary.value == "Herbata"
    assert "Termin już znany." in entry.description.value


def test_there_and_back_again_is_no_new_date():
    event = make_event("Herbata")
    change(event, when=make_when(JUNE))
    change(event, when=make_when(), at=NOW + timedelta(hours=1))
    entry = only(ics())
    assert (entry.summary.value, entry.sequence.value) == ("Herbata", "2")
    assert "Jednak bez zmiany terminu." in entry.description.value


def test_once_it_was_held_it_is_called_what_it_was():
    event = make_event("Herbata", when=make_when(date(2026, 5, 1)))
    change(event, when=make_when(date(2026, 5, 6)))
    change(event, outcome="held", reason="")
    assert only(ics()).summary.value == "Herbata"


def test_a_change_that_is_the_office_s_own_is_not_told():
    event = make_event("Herbata", venue=make_venue("Kaffka"))
    row = {"kind": "place", "before": "Tajna sala", "after": "Kaffka", "reason": "tajny powód"}
    EventChange.objects.create(event=event, sequence=1, at=NOW, public=False, **row)
    text = ics().decode()
    assert "ZMIANA" not in text
    assert "ajn" not in text


## Text of staff


HOSTILE = [
    "\nATTACH:https://zly.example/x",
    "\r\nBEGIN:VALARM\r\nEND:VALARM",
    "\rORGANIZER:mailto:zly@example.org",
    "\x0bX-ZLE:1", "\x0cX-ZLE:1", "\x1cX-ZLE:1", "\x85X-ZLE:1", "\u2028X-ZLE:1", "\u2029X-ZLE:1",
    ";VALUE=URI:javascript:1", ",RRULE:FREQ=DAILY", "\\nRRULE:FREQ=DAILY", "\\", '"', ":", "^n",
    "END:VEVENT\r\nEND:VCALENDAR", "\x01\x07\x1b[31m", "\x7f", "\t",
    "🎉🧑\u200d🦽", "Żółć gęślą jaźń", "ławka\u00a0dialogu", "</script>", "\u202eodwrotnie",
]  # fmt: skip


def hostile(chance, most):
    """Some text of up to so many characters: words, and what hurts, in any order."""
    parts = [chance.choice([*HOSTILE, "spotkanie", "przy stole "]) for _ in range(most)]
    return ("A" + "".join(parts))[: chance.choice([most, most // 4])]


def make_hostile_events(number):
    """Each its own venue's, some with a change, in few queries."""
    chance = random.Random(2026)
    venues = [make_venue(hostile(chance, 200), street=hostile(chance, 100)) for _ in range(4)]
    series = make_series(hostile(chance, 200))
    events = [hostile_event(chance, index, venues, series) for index in range(number)]
    Event.objects.bulk_create(events)
    EventChange.objects.bulk_create(
        EventChange(
            event=event, kind=kind, before=hostile(chance, 500), before_iso="2026-05-01",
            after="x", reason=hostile(chance, 300), sequence=1, at=NOW,
        )
        for event in events[::3] for kind in ("date", "place")
    )  # fmt: skip
    return events


def hostile_event(chance, index, venues, series):
    event = Event(
        title=hostile(chance, 200),
        lead=hostile(chance, 300),
        room=hostile(chance, 120),
        sign_up="required",
        sign_up_details=hostile(chance, 300),
        venue=venues[index % 4],
        series=series,
        outcome=chance.choice(["expected", "cancelled"]),
        outcome_reason=hostile(chance, 300),
        status="published",
        published_at=NOW,
    )
    event.when = make_when(date(2026, 6, 1) + timedelta(days=index))
    event.sort_at = event.starts_at
    event.take_place()
    return event


ONCE = ["CREATED", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "LAST-MODIFIED", "LOCATION",
        "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID", "URL", "CATEGORIES"]  # fmt: skip


def test_two_hundred_hostile_events_inject_nothing():
    events = make_hostile_events(200)
    body = ics(Feed(hostile(random.Random(1), 500), "/kalendarz.ics"))
    found = entries(body)
    assert [entry.uid.value for entry in found] == [str(event.uid) for event in events]
    assert all(said(entry) == sorted(ONCE) for entry in found)
    assert {child.name for child in read(body).getChildren()} == {
        "VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE",
        "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE", "VTIMEZONE", "VEVENT",
    }  # fmt: skip
    assert max(len(line) for line in lines(body)) <= 75
    # A careless reader ends lines elsewhere too: at a lone CR, at what Unicode calls a line's end.
    assert body.decode().splitlines() == [line.decode() for line in lines(body)]
    assert not [sign for sign in body.decode() if sign < " " and sign not in "\r\n"]
    assert ics(Feed(hostile(random.Random(1), 500), "/kalendarz.ics")) == body


def test_what_is_written_is_what_is_read():
    title = 'Ławka; dialogu, „3miejsce” \\ 100% "tak": 🎉 ' + "ąęłżźć" * 25
    make_event(title, lead="a\\nb; c, d", venue=make_venue("Kawiarnia; „U Ł”, parter"))
    entry = only(ics())
    assert entry.summary.value == title
    assert entry.description.value.startswith("a\\nb; c, d\n")
    assert entry.location.value == "Kawiarnia; „U Ł”, parter, ul. Długa 5, Kraków"


def test_a_text_of_several_lines_becomes_one_line():
    make_event("Herbata\r\ni ciasto", lead="Raz.\nDwa.\u2028Trzy.")
    entry = only(ics())
    assert entry.summary.value == "Herbata i ciasto"
    assert entry.description.value.startswith("Raz. Dwa. Trzy.\n")
