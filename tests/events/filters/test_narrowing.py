"""What each filter holds and leaves out, by itself and with the others."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict

from events.filters.narrowing import narrowed
from events.filters.reading import read
from events.models import Event, EventAccess
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from tests.factories import (
    NOW,
    make_event,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
    make_when,
)
from venues.models import AccessFact

pytestmark = pytest.mark.django_db
CHECKED = date(2026, 4, 1)


def titles(query, rows=None):
    choice = read(QueryDict(query), NOW).choice
    found = Event.objects.public(NOW).upcoming(NOW) if rows is None else rows
    return [event.title for event in narrowed(found, choice, NOW)]


def fact(venue, key="step_free", answer="yes"):
    AccessFact.objects.create(venue=venue, key=key, answer=answer, checked_on=CHECKED)


def own(event, key="step_free", answer="yes"):
    EventAccess.objects.create(event=event, key=key, answer=answer, checked_on=CHECKED)


def test_nothing_chosen_leaves_the_list_as_it_is():
    make_event("Późne", when=make_when(date(2026, 6, 1)))
    make_event("Wczesne")
    assert titles("") == ["Wczesne", "Późne"]


def test_a_cycle_by_its_slug_and_by_the_one_it_had_before():
    series = make_series("Ławka", slug="lawka")
    make_event("Na ławce", series=series)
    make_event("Obok")
    assert titles("cykl=lawka") == ["Na ławce"]
    series.slug = "lawka-dialogu"
    series.save()
    assert titles("cykl=lawka-dialogu") == ["Na ławce"]
    assert titles("cykl=lawka") == ["Na ławce"]


def test_a_district_is_that_of_the_venue_or_of_the_building_around_it():
    palace = make_venue("Pałac", district=1)
    make_event("W pałacu", venue=palace)
    make_event("W kawiarni", venue=make_venue(inside=palace, district=None))
    make_event("Gdzie indziej", venue=make_venue(inside=palace, district=18))
    make_event("Nie wiadomo gdzie")
    assert sorted(titles("dzielnica=1")) == ["W kawiarni", "W pałacu"]
    assert titles("dzielnica=18") == ["Gdzie indziej"]


@pytest.mark.parametrize("district", [14, 15, 16, 17, 18])
def test_nowa_huta_is_five_districts(district):
    make_event("W Hucie", venue=make_venue(district=district))
    make_event("W Podgórzu", venue=make_venue(district=13))
    assert titles("dzielnica=nowa-huta") == ["W Hucie"]
    assert titles("dzielnica=podgorze") == ["W Podgórzu"]


def test_a_venue_is_that_place_and_not_the_one_inside_it_as_its_feed():
    palace = make_venue("Pałac")
    make_event("W pałacu", venue=palace)
    make_event("W kawiarni", venue=make_venue(inside=palace))
    assert titles(f"miejsce={palace.pk}") == ["W pałacu"]


@pytest.mark.parametrize("role", ["organizer", "host", "support", "programme", "patron", "funder"])
def test_an_organization_in_any_role_once(role):
    organization = make_organization()
    event = make_event("Z nią")
    make_partnership(event, organization, role)
    make_partnership(event, organization, "co_organizer")
    make_partnership(make_event("Bez niej"), make_organization())
    assert titles(f"organizacja={organization.pk}") == ["Z nią"]


def test_an_audience_is_that_which_somebody_named():
    make_event("Dla młodych", addressed_to="young")
    make_event("Nie powiedziano")
    assert titles("dla=mlodziez") == ["Dla młodych"]


def test_sign_up_and_entrance():
    make_event("Wystarczy przyjść", sign_up="none", is_free=True)
    make_event("Zapisy", sign_up="required", is_free=True)
    make_event("Jeszcze nie wiadomo")
    assert titles("zapisy=bez") == ["Wystarczy przyjść"]
    assert sorted(titles("wstep=wolny")) == ["Wystarczy przyjść", "Zapisy"]


## Accessibility


def test_a_yes_of_the_venue_is_a_yes_and_an_unknown_or_a_no_is_none():
    for answer in ("yes", "no"):
        venue = make_venue()
        fact(venue, answer=answer)
        make_event(answer, venue=venue)
    silent = make_venue()
    AccessFact.objects.create(venue=silent, key="step_free")
    make_event("nie wiemy", venue=silent)
    make_event("bez miejsca")
    assert titles("dostepnosc=step_free") == ["yes"]


@pytest.mark.parametrize("own_answer, found", [("yes", ["Herbata"]), ("no", []), ("unknown", [])])
@pytest.mark.parametrize("venue_answer", ["yes", "no"])
def test_the_meeting_s_own_answer_stands_above_that_of_the_venue(own_answer, found, venue_answer):
    venue = make_venue()
    fact(venue, answer=venue_answer)
    own(make_event("Herbata", venue=venue), answer=own_answer)
    assert titles("dostepnosc=step_free") == found


def test_the_facts_of_a_building_do_not_pass_to_the_place_inside():
    palace = make_venue("Pałac")
    fact(palace)
    make_event("W kawiarni", venue=make_venue(inside=palace))
    assert titles("dostepnosc=step_free") == []


def test_a_venue_that_nobody_may_know_says_nothing():
    venue = make_venue(published_at=None)
    fact(venue)
    make_event("Herbata", venue=venue)
    assert titles("dostepnosc=step_free") == []


def test_several_needs_must_all_be_met_from_either_side():
    venue = make_venue()
    fact(venue)
    own(make_event("Oba", venue=venue), "captions")
    make_event("Jeden", venue=venue)
    assert titles("dostepnosc=step_free&dostepnosc=captions") == ["Oba"]


## Days


def test_days_hold_what_touches_them():
    make_event("Środa")
    make_event("Trzy dni", when=When.on_day(date(2026, 5, 15), date(2026, 5, 17)))
    assert titles("od=2026-05-13&do=2026-05-13") == ["Środa"]
    assert titles("od=2026-05-14") == ["Trzy dni"]
    assert titles("od=2026-05-17") == ["Trzy dni"]
    assert titles("od=2026-05-18") == []
    assert titles("do=2026-05-12") == []
    assert titles("do=2026-05-15") == ["Środa", "Trzy dni"]


@pytest.mark.parametrize(
    "when, inside, outside",
    [
        (When.in_month(Month(2026, 6)), "od=2026-06-30", "od=2026-07-01"),
        (When.in_month(Month(2026, 6)), "od=2026-06-10&do=2026-06-10", "do=2026-05-31"),
        (When.in_part(Month(2026, 6), 2), "do=2026-06-11", "do=2026-06-10"),
        (
            When.in_months(MonthSpan(Month(2026, 6), Month(2026, 8))),
            "od=2026-08-31&do=2026-09-02",
            "od=2026-09-01",
        ),
    ],
)
def test_a_coarse_date_is_on_each_day_that_it_may_mean(when, inside, outside):
    make_event("Kiedyś", when=when)
    assert titles(inside) == ["Kiedyś"]
    assert titles(outside) == []


def test_an_end_that_nobody_stated_does_not_reach_into_the_next_day():
    start = When.at_time(make_when().starts_at.replace(hour=21))  # 23.00 in Warsaw, two hours
    make_event("Nocne", when=start)
    assert titles("od=2026-05-13&do=2026-05-13") == ["Nocne"]
    assert titles("od=2026-05-14") == []


def test_the_days_are_those_of_warsaw():
    midnight = make_when(date(2026, 5, 12), start=22, hours=1)  # 0.00–1.00 on the 13th
    make_event("Po północy", when=midnight)
    assert titles("od=2026-05-13&do=2026-05-13") == ["Po północy"]
    assert titles("do=2026-05-12") == []


## Words


@pytest.mark.parametrize("words", ["lawki", "ŁAWCE", "ław", "dialogu ławka", "  ławka  "])
def test_words_are_found_as_in_search_declined_or_begun(words):
    make_event("Ławka dialogu")
    make_event("Herbata")
    assert titles(f"szukaj={words}") == ["Ławka dialogu"]


def test_words_keep_the_order_of_the_list():
    make_event("Herbata", when=make_when(date(2026, 6, 1)))
    make_event("Kawa", lead="Będzie też herbata.")
    assert titles("szukaj=herbata") == ["Kawa", "Herbata"]


def test_all_filters_hold_at_once():
    series = make_series(slug="lawka")
    venue = make_venue(district=18)
    make_event("Oba", series=series, venue=venue, sign_up="none")
    make_event("Tylko cykl", series=series, sign_up="none")
    make_event("Tylko dzielnica", venue=venue, sign_up="none")
    make_event("Później", series=series, venue=venue, when=make_when(date(2026, 6, 1)))
    assert titles("cykl=lawka&dzielnica=nowa-huta&do=2026-05-31&zapisy=bez") == ["Oba"]


def test_what_is_not_public_is_in_no_narrowed_list():
    series = make_series(slug="lawka")
    make_event("Szkic", series=series, published_at=None)
    make_event("Zaplanowane", series=series, published_at=NOW + timedelta(hours=1))
    assert titles("cykl=lawka") == []
