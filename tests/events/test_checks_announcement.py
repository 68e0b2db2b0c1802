from datetime import UTC, date, datetime, timedelta

import pytest

from events.checks import announcement_findings, event_findings
from events.models.event import Outcome
from portal.kernel.findings import Level, blocking
from portal.kernel.months import Month
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_note,
    make_series,
    make_venue,
    make_when,
)
from venues.models import VenueAlias

pytestmark = pytest.mark.django_db

RIGHT_LEAD = "W środę 13 maja 2026 r. w godz. 14.00–18.00 zapraszamy do kawiarni."


def announced(lead=RIGHT_LEAD, title="Przyjdź porozmawiać", event=None, **fields):
    fields.setdefault("published_at", None)
    events = [event or make_event()]
    return make_announcement(title, lead=lead, events=events, **fields)


def told(announcement, at=NOW):
    return announcement_findings(announcement, at)


def words(found):
    return " ".join(row.sentence for row in found)


def test_an_invitation_that_says_what_its_event_says_passes():
    assert told(announced()) == []


@pytest.mark.parametrize(
    "lead",
    [
        "W czwartek 14 maja 2026 r. w godz. 14.00–18.00 zapraszamy do kawiarni.",
        "Zapraszamy 14 maja do kawiarni.",
        "Zapraszamy 14.05.2026 do kawiarni.",
        "Spotykamy się 13 czerwca o godz. 14.00.",
    ],
)
def test_another_day_than_the_events_blocks(lead):
    (found,) = blocking(told(announced(lead)))
    assert found.field == "lead"
    assert "13\xa0maja 2026\xa0r." in found.instead


@pytest.mark.parametrize(
    "lead",
    [
        "W środę 13 maja 2026 r. w godz. 15.00–18.00 zapraszamy.",
        "W środę 13 maja 2026 r. o godz. 17.30 zapraszamy.",
        "W środę 13 maja 2026 r. w godz. 14.00–17.00 zapraszamy.",
    ],
)
def test_other_hours_on_the_events_day_block(lead):
    (found,) = blocking(told(announced(lead)))
    assert "14.00–18.00" in found.instead


@pytest.mark.parametrize(
    "lead",
    [
        "Zapisy do 5 maja. Widzimy się 13 maja o 14.00.",
        "Zgłoszenia przyjmujemy do 12 maja.",
        "Po spotkaniu 13 marca zapraszamy na następne, 13 maja.",
        "Zapisz się do 11 maja, a potem przyjdź.",
        "Zapraszamy na trzecie spotkanie. Pierwsze było 13 marca 2026 r. o godz. 17.30.",
        "Zapraszamy 13 maja od 14.00. Koncert o 16.00.",
        "Zapraszamy w maju.",
    ],
)
def test_other_days_that_are_not_the_meetings_do_not_block(lead):
    assert blocking(told(announced(lead))) == []


def test_a_doubtful_day_in_the_text_only_warns():
    body = "<p>Zapraszamy w czwartek 14 maja 2026 r. do urzędu.</p>"
    (found,) = told(announced(body=body))
    assert (found.level, found.field) == (Level.WARN, "body")


def test_another_place_on_the_events_day_blocks_and_an_alias_is_the_same_place():
    venue = make_venue("Kapelanka 56", street="Kapelanka", number="56")
    VenueAlias.objects.create(venue=venue, name="ECHO Miasta")
    make_venue("Społeczna Kaffka", street="Na Kozłówce", number="25")
    event = make_event(venue=venue)
    lead = "W środę 13 maja 2026 r. w godz. 14.00–18.00 zapraszamy do {}."
    (found,) = blocking(told(announced(lead.format("Społecznej Kaffki"), event=event)))
    assert "Społeczna Kaffka" in found.sentence
    assert found.instead == "Kapelanka 56"
    for right in ("ECHO Miasta", "budynku przy ul. Kapelanka 56", "kawiarni"):
        assert told(announced(lead.format(right), event=event)) == []


def test_a_place_of_another_meeting_only_warns_and_beside_the_right_one_nothing():
    venue = make_venue("Pałac Krzysztofory", street="Rynek Główny", number="35")
    make_venue("Społeczna Kaffka", street="Na Kozłówce", number="25")
    event = make_event(venue=venue)
    doubtful = told(announced(f"{RIGHT_LEAD} Ostatnio było w Społecznej Kaffce.", event=event))
    assert [row.level for row in doubtful] == [Level.WARN]
    both = "Ostatnio było w Społecznej Kaffce, teraz w Pałacu Krzysztofory."
    assert told(announced(f"{RIGHT_LEAD} {both}", event=event)) == []


def test_two_events_in_one_invitation_may_each_be_the_one():
    events = [make_event(when=make_when(date(2026, 5, day))) for day in (13, 20)]
    lead = "Zapraszamy w środy: 13 maja i 20 maja 2026 r., godz. 14.00–18.00."
    both = make_announcement("Dwa spotkania", lead=lead, events=events, published_at=None)
    assert blocking(told(both)) == []


def test_a_day_that_the_event_does_not_know_yet_is_told():
    event = make_event(when=When.in_month(Month(2026, 6)))
    (found,) = told(announced("Spotykamy się 17 czerwca w urzędzie.", event=event))
    assert (found.level, found.field) == (Level.WARN, "events")
    assert "17 czerwca" in found.sentence
    outside = announced("Spotykamy się 17 lipca w urzędzie.", event=event)
    assert blocking(told(outside))


def test_no_lead_blocks():
    (found,) = blocking(told(announced("")))
    assert found.field == "lead"


def test_it_may_not_go_out_before_its_event():
    event = make_event(published_at=None)
    (found,) = blocking(told(announced(event=event)))
    assert (found.field, "Opublikuj najpierw je" in found.sentence) == ("events", True)
    later = make_event(published_at=NOW + timedelta(days=1))
    assert blocking(told(announced(event=later)))
    assert not blocking(told(announced(event=later), NOW + timedelta(days=1)))


def test_an_invitation_to_what_is_off_blocks_and_news_of_it_passes():
    event = make_event(outcome=Outcome.CANCELLED, outcome_reason="choroba")
    (found,) = blocking(told(announced(event=event)))
    assert "odwołane" in found.sentence
    lead = "Odwołane. Miało się odbyć w środę 13 maja 2026 r."
    assert told(announced(lead, event=event, kind="news")) == []


def test_an_invitation_to_what_is_over_is_doubted():
    event = make_event(when=make_when(date(2026, 3, 13)))
    found = told(announced("Zapraszamy do kawiarni.", event=event))
    assert "napisz relację" in words(found)


def test_what_is_public_was_right_on_its_day():
    """An invitation of February is not doubted in May."""
    event = make_event(when=make_when(date(2026, 2, 27)), published_at=NOW - timedelta(days=75))
    lead = "Zapraszamy w piątek 27 lutego 2026 r."
    old = announced(lead, event=event, published_at=datetime(2026, 2, 23, 9, tzinfo=UTC))
    assert told(old) == []


def test_a_wrong_weekday_and_a_dead_link_block_and_a_slip_warns():
    found = told(
        announced(
            "W piątek 13 maja 2026 r. w godz. 14.00–18.00 zapraszamy.",
            body='<p>Zob. <a href="#">program</a>, w w urzędzie, w godz. 14.00-18.00.</p>',
        )
    )
    assert [(row.level, row.field) for row in found] == [
        (Level.BLOCK, "lead"),
        (Level.BLOCK, "body"),
        (Level.WARN, "body"),
        (Level.WARN, "body"),
    ]
    assert found[0].instead.startswith("W środę 13 maja")
    assert "14.00–18.00" in [row.instead for row in found]


def recap(lead, event):
    return announced(lead, "Za nami spotkanie", event, kind="recap")


@pytest.fixture
def held():
    return make_event(when=When.in_month(Month(2026, 3)), outcome=Outcome.HELD)


def test_another_count_than_the_notes_is_told_with_both(held):
    make_note(held, ("about", 70, "organizations"), ("nearly", 100, "people"))
    found = told(recap("Przyszło ponad 80 organizacji i blisko 100 osób.", held))
    assert [row.level for row in found] == [Level.WARN]
    assert "ponad 80 organizacji" in found[0].sentence
    assert "około\xa070\xa0organizacji" in found[0].sentence


def test_the_same_count_in_other_words_passes(held):
    make_note(held, ("about", 70, "organizations"))
    assert told(recap("Blisko 70 krakowskich organizacji spotkało się na Kapelance.", held)) == []


def test_organizations_and_people_may_both_be_true(held):
    make_note(held, ("nearly", 100, "people"))
    (found,) = told(recap("Przyszło blisko 70 organizacji.", held))
    assert "Oba mogą być prawdziwe" in found.sentence


def test_two_recaps_with_different_counts_are_told(held):
    recap("Przyszło 70 organizacji.", held)
    (found,) = told(recap("Przyszło 80 organizacji.", held))
    assert "70 organizacji" in found.sentence


def test_the_event_is_told_of_a_public_invitation_that_says_otherwise():
    event = make_event(when=make_when(date(2026, 5, 20)))
    announced(event=event, published_at=NOW - timedelta(days=2))
    found = [row for row in event_findings(event, NOW) if "mówi inaczej" in row.sentence]
    assert [(row.level, row.field) for row in found] == [(Level.WARN, "when_from")]


@pytest.mark.parametrize("count", [1, 3])
def test_checking_asks_the_same_number_of_questions_whatever_there_is(
    django_assert_max_num_queries, count
):
    events = [make_event(series=make_series(), venue=make_venue()) for _ in range(count)]
    for event in events:
        make_note(event, ("about", 70, "organizations"), approved_at=None)
    many = make_announcement("Wiele", lead=RIGHT_LEAD, events=events, published_at=None)
    with django_assert_max_num_queries(11):
        told(many)
