"""What an announcement of an event starts with, read as Polish."""

from datetime import date, timedelta

import pytest

from events.actions import change_event
from events.facts import Facts
from events.leads import begun, lead_of
from events.models import Event
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_announcement,
    make_event,
    make_held,
    make_note,
    make_series,
    make_venue,
    make_when,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 13)
WEDNESDAY = "w środę 13 maja 2026 r. w godz. 14.00–18.00"


def cafe():
    return make_venue("Cafe NOWA Księgarnia", address_kind="os.", street="Zgody", number="7")


def third_place(**fields):
    return make_series("Spotkajmy się w 3miejscu", edition_noun="odsłona", **fields)


def change(event, reason="zalana sala", **facts):
    event = Event.objects.get(pk=event.pk)
    before = Facts.of(event)
    for name, value in facts.items():
        setattr(event, name, value)
    change_event(event=event, before=before, by=None, at=NOW, reason=reason)
    return Event.objects.get(pk=event.pk)


def test_an_edition_is_invited_to_in_the_accusative():
    event = make_event(
        "Spotkajmy się w 3miejscu",
        series=third_place(),
        edition=3,
        venue=cafe(),
        is_free=True,
        sign_up="none",
    )
    assert lead_of(event, NOW) == (
        "Zapraszamy na trzecią odsłonę cyklu „Spotkajmy się w 3miejscu”: "
        f"{WEDNESDAY}, Cafe NOWA Księgarnia, os. Zgody 7. Wstęp wolny, bez zapisów."
    )


@pytest.mark.parametrize(
    "numbering, noun, edition, said",
    [
        ("words", "odsłona", 2, "drugą odsłonę cyklu"),
        ("words", "edycja", 22, "dwudziestą drugą edycję cyklu"),
        ("words", "spotkanie", 2, "drugie spotkanie z cyklu"),
        ("words", "posiedzenie", 7, "siódme posiedzenie z cyklu"),
        ("roman_before", "spotkanie", 28, "XXVIII spotkanie z cyklu"),
        ("roman_before", "odsłona", 3, "III odsłonę cyklu"),
        ("roman_after", "edycja", 2, "drugą edycję cyklu"),
        ("arabic", "edycja", 6, "6. edycję cyklu"),
        ("none", "spotkanie", None, "spotkanie z cyklu"),
        ("words", "odsłona", None, "spotkanie z cyklu"),
    ],
)
def test_each_style_of_numbers_is_declined(numbering, noun, edition, said):
    series = make_series("Forum", numbering=numbering, edition_noun=noun)
    event = make_event(series.title_of(None), series=series, edition=edition)
    lead = lead_of(event, NOW)
    assert lead.startswith(f"Zapraszamy na {said} „Forum”: {WEDNESDAY}.")


def test_a_title_of_its_own_is_said_with_its_cycle_once():
    series = make_series("Ławka dialogu", numbering="none")
    named = make_event("Ławka dialogu dla NGO", series=series)
    assert lead_of(named, NOW).startswith("Zapraszamy na spotkanie „Ławka dialogu dla NGO”: ")
    other = make_event("Rozmowa o zieleni", series=series)
    assert lead_of(other, NOW).startswith(
        "Zapraszamy na spotkanie „Rozmowa o zieleni” z cyklu „Ławka dialogu”: "
    )
    numbered = make_event("Warsztat", series=third_place(), edition=4)
    assert lead_of(numbered, NOW).startswith(
        "Zapraszamy na spotkanie „Warsztat”, czwartą odsłonę cyklu „Spotkajmy się w 3miejscu”: "
    )


def test_quotes_inside_a_title_become_the_second_pair():
    event = make_event('Warsztat "Ławka" w parku')
    assert lead_of(event, NOW).startswith("Zapraszamy na spotkanie „Warsztat «Ławka» w parku”: ")


def test_a_cycle_that_nobody_may_know_yet_is_not_named():
    event = make_event("Herbata", series=third_place(published_at=None), edition=3)
    assert lead_of(event, NOW).startswith("Zapraszamy na spotkanie „Herbata”: ")


@pytest.mark.parametrize(
    "when, said",
    [
        (make_when(drop_in=True), f"{WEDNESDAY}, {{}}. Można wejść w dowolnej chwili."),
        (
            make_when(planned_end=True),
            "w środę 13 maja 2026 r. o godz. 14.00, do ok. 18.00. Miejsce: {}.",
        ),
        (When.at_time(make_when().starts_at), "w środę 13 maja 2026 r. o godz. 14.00, {}."),
        (When.on_day(DAY), "w środę 13 maja 2026 r., {}. Godzinę podamy wkrótce."),
        (When.on_day(DAY, all_day=True), "w środę 13 maja 2026 r., {}. Cały dzień."),
        (
            When.on_day(DAY, date(2026, 5, 15)),
            "od 13 do 15 maja 2026 r., {}. Godziny podamy wkrótce.",
        ),
    ],
)
def test_a_known_day_says_hours_and_what_is_still_open(when, said):
    event = make_event("Herbata", when=when, venue=cafe())
    expected = said.format("Cafe NOWA Księgarnia, os. Zgody 7")
    assert lead_of(event, NOW) == f"Zapraszamy na spotkanie „Herbata”: {expected}"


@pytest.mark.parametrize(
    "when, said",
    [
        (When.in_month(Month(2026, 9)), "we wrześniu 2026 r. Dzień i miejsce podamy wkrótce."),
        (When.in_part(Month(2026, 6), 2), "w połowie czerwca 2026 r. Dzień i miejsce podamy wkr"),
        (
            When.in_months(MonthSpan(Month(2026, 6), Month(2026, 8))),
            "od czerwca do sierpnia 2026 r. Dokładny termin i miejsce podamy wkrótce.",
        ),
        (
            When.on_day(date(2026, 5, 19), confirmed=False),
            "we wtorek 19 maja 2026 r. Godzinę i miejsce podamy wkrótce. "
            "Termin jeszcze potwierdzimy.",
        ),
    ],
)
def test_what_is_not_certain_is_planned_and_not_invited_to(when, said):
    lead = lead_of(make_event("Herbata", when=when), NOW)
    assert lead.startswith(f"Planujemy spotkanie „Herbata”: {said}")


def test_a_coarse_date_with_a_place_asks_only_for_the_day():
    event = make_event("Herbata", when=When.in_month(Month(2026, 6)), venue=cafe())
    assert lead_of(event, NOW) == (
        "Planujemy spotkanie „Herbata”: w czerwcu 2026 r., Cafe NOWA Księgarnia, os. Zgody 7. "
        "Dzień podamy wkrótce."
    )


def test_signing_up_is_said_with_how():
    event = make_event(
        "Herbata",
        venue=cafe(),
        is_free=False,
        sign_up="required",
        sign_up_details="Formularz na stronie, do 10 maja, 30 miejsc.",
    )
    assert lead_of(event, NOW).endswith(
        "Wstęp płatny, trzeba się zapisać. Formularz na stronie, do 10 maja, 30 miejsc."
    )


def test_what_nobody_has_said_is_not_said():
    lead = lead_of(make_event("Herbata"), NOW)
    assert lead == f"Zapraszamy na spotkanie „Herbata”: {WEDNESDAY}. Miejsce podamy wkrótce."


@pytest.mark.parametrize(
    "outcome, noun, said",
    [
        ("cancelled", "odsłona", "Odwołujemy piątą odsłonę cyklu „X”, która miała się odbyć {}."),
        (
            "cancelled",
            "spotkanie",
            "Odwołujemy piąte spotkanie z cyklu „X”, które miało się odbyć {}.",
        ),
        (
            "postponed",
            "edycja",
            "Przekładamy piątą edycję cyklu „X”, która miała się odbyć {}. Nowej daty jeszcze "
            "nie ma.",
        ),
        ("not_held", "odsłona", "Nie odbyła się piąta odsłona cyklu „X”. Była planowana {}."),
        (
            "not_held",
            "spotkanie",
            "Nie odbyło się piąte spotkanie z cyklu „X”. Było planowane {}.",
        ),
    ],
)
def test_what_is_off_invites_to_nothing_and_agrees_in_gender(outcome, noun, said):
    series = make_series("X", edition_noun=noun)
    event = make_event("X", series=series, edition=5, outcome=outcome, outcome_reason="awaria")
    draft = begun(event, NOW)
    assert draft.lead == f"{said.format(WEDNESDAY)} Powód: awaria."
    assert draft.kind == "news"


def test_after_its_day_a_cancellation_is_past():
    event = make_event("X", outcome="cancelled", outcome_reason="awaria")
    assert lead_of(event, event.ends_at).startswith("Odwołaliśmy spotkanie „X”, które miało")


## A change


def test_a_change_of_place_is_a_notice_with_the_new_place_first():
    event = make_event("Spotkajmy się w 3miejscu", series=third_place(), edition=3, venue=cafe())
    new = make_venue("Biblioteka", street="Rajska", number="12")
    draft = begun(change(event, venue=new), NOW)
    assert (draft.kind, draft.title) == ("news", "Zmiana miejsca: Spotkajmy się w 3miejscu")
    assert draft.lead == (
        "Zmieniamy miejsce trzeciej odsłony cyklu „Spotkajmy się w 3miejscu”. "
        "Teraz: Biblioteka, ul. Rajska 12. Poprzednio: Cafe NOWA Księgarnia, os. Zgody 7. "
        "Termin bez zmian: 13 maja 2026 r., godz. 14.00–18.00. Powód: zalana sala."
    )


def test_another_date_and_another_place_are_told_apart():
    event = make_event("Herbata", venue=cafe())
    new = make_venue("Biblioteka", street="Rajska", number="12")
    draft = begun(change(event, venue=new, when=make_when(date(2026, 5, 20))), NOW)
    assert draft.title == "Nowy termin, zmiana miejsca: Herbata"
    assert draft.lead.startswith("Zmieniamy termin i miejsce spotkania „Herbata”. Nowy termin: ")
    assert "Nowe miejsce: Biblioteka, ul. Rajska 12." in draft.lead
    assert draft.lead.count("Powód: zalana sala.") == 1


def test_once_a_notice_has_told_it_the_next_one_invites_again():
    event = change(make_event("Herbata"), when=make_when(date(2026, 5, 20)))
    make_announcement("Nowy termin", events=[event], published_at=NOW + timedelta(minutes=1))
    draft = begun(event, NOW + timedelta(hours=1))
    assert draft.kind == "invitation"
    assert draft.title == "Przypominamy: Herbata, 20 maja, godz. 14.00"


def test_what_only_became_known_is_still_an_invitation():
    event = make_event("Herbata", when=When.in_month(Month(2026, 5)))
    draft = begun(change(event, reason="", when=make_when(), venue=cafe()), NOW)
    assert draft.kind == "invitation"
    assert draft.lead.startswith("Zapraszamy na spotkanie „Herbata”: w środę 13 maja")


## Titles


def test_the_first_announcement_bears_the_events_title_and_the_next_ones_another():
    event = make_event("Herbata")
    assert begun(event, NOW).title == "Herbata"
    make_announcement("Herbata", events=[event], published_at=None)
    assert begun(event, NOW).title == "Przypominamy: Herbata, 13 maja, godz. 14.00"
    make_announcement("Przypominamy: Herbata, 13 maja, godz. 14.00", events=[event])
    assert begun(event, NOW).title == "Herbata, 13 maja 2026 r., godz. 14.00–18.00"


def test_the_next_edition_is_not_announced_under_the_title_of_the_last_one():
    series = third_place()
    name = "Spotkajmy się w 3miejscu"
    last = make_held(name, series=series, edition=2)
    make_announcement(name, events=[last])
    event = make_event(name, series=series, edition=3)
    assert begun(event, NOW).title == f"{name}: trzecia odsłona"


def test_an_announcement_in_the_bin_takes_no_title():
    event = make_event("Herbata")
    make_announcement("Herbata", events=[event], published_at=None).discard(NOW)
    assert begun(event, NOW).title == "Herbata"


## After it


def test_what_was_held_is_a_recap_that_begins_with_what_is_known():
    event = make_held("Spotkajmy się w 3miejscu", series=third_place(), edition=1, venue=cafe())
    make_note(event, ("nearly", 100, "people"), ("about", 70, "organizations"))
    draft = begun(Event.objects.get(), NOW)
    assert (draft.kind, draft.title) == ("recap", "Jak było: Spotkajmy się w 3miejscu")
    assert draft.lead.replace("\u00a0", " ") == (
        "Za nami pierwsza odsłona cyklu „Spotkajmy się w 3miejscu”. "
        "Spotkaliśmy się w marcu 2026 r. Miejsce: Cafe NOWA Księgarnia. "
        "Frekwencja: blisko 100 osób, około 70 organizacji."
    )


def test_an_approved_zero_is_said_and_an_unknown_count_is_not():
    event = make_held("Herbata")
    assert "Frekwencja" not in lead_of(event, NOW)


def test_what_passed_unanswered_is_not_said_to_have_been_held():
    event = make_event("Herbata", when=make_when(date(2026, 4, 14)))
    draft = begun(event, NOW)
    assert (draft.kind, draft.lead) == ("recap", "")


def test_a_lead_fits_its_field_and_ends_with_a_whole_sentence():
    event = make_event(
        "Długi tytuł " * 16,
        venue=make_venue("Bardzo długa nazwa " * 10),
        sign_up_details="Zapisz się. " * 24,
    )
    lead = lead_of(event, NOW)
    assert len(lead) <= 600
    assert lead.endswith(".")
    assert "\u00a0" not in lead
