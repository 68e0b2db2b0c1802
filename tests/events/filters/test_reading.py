"""From an address to a choice and back; what nobody knows is left out and said."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events.filters.choice import AUDIENCES, PARAMETERS, Choice
from events.filters.days import Days
from events.filters.parts import parts
from events.filters.reading import read
from events.models.series import Audience
from portal.kernel.list_address import list_address
from tests.factories import NOW, make_organization, make_series, make_venue

pytestmark = pytest.mark.django_db


def reading(query):
    return read(QueryDict(query), NOW)


def query_of(choice):
    return list_address("", choice.pairs()).removeprefix("?")


def full_query():
    series, venue = make_series(slug="lawka"), make_venue()
    return (
        f"szukaj=herbata+i+kawa&od=2026-05-01&do=2026-05-31&cykl={series.slug}"
        f"&dzielnica=nowa-huta&miejsce={venue.pk}&organizacja={make_organization().pk}"
        "&dla=mlodziez&dostepnosc=step_free&dostepnosc=captions&zapisy=bez&wstep=wolny"
    )


def test_an_address_reads_back_as_itself():
    query = full_query()
    found = reading(query)
    assert query_of(found.choice) == query
    assert not found.problems
    assert {name for name, _ in found.choice.pairs()} == set(PARAMETERS)


def test_every_part_of_a_choice_can_be_taken_away_alone():
    choice = reading(full_query()).choice
    found = list(parts(choice))
    assert len(found) == 11  # days are one, each need is one
    for part in found:
        left = list(parts(part.rest))
        assert [(row.label, row.text) for row in left] == [
            (row.label, row.text) for row in found if row is not part
        ]


def test_a_choice_says_itself_in_polish():
    choice = reading(full_query()).choice
    said = [(part.label, part.text.replace("\u00a0", " ")) for part in parts(choice)]
    assert ("Słowa", "„herbata i kawa”") in said
    assert ("Kiedy", "1–31 maja 2026 r.") in said
    assert ("Dzielnica", "Nowa Huta (XIV–XVIII)") in said
    assert ("Dla kogo", "młodzieży") in said
    assert ("Dostępność", "wejście bez stopni") in said
    assert ("Zapisy", "bez zapisów") in said
    assert ("Wstęp", "wolny") in said


@pytest.mark.parametrize(
    "days, said",
    [
        (Days(date(2026, 5, 11)), "od 11 maja 2026 r."),
        (Days(None, date(2026, 5, 17)), "do 17 maja 2026 r."),
        (Days(date(2026, 5, 11), date(2026, 5, 17)), "11–17 maja 2026 r."),
        (Days(date(2026, 5, 11), date(2026, 5, 11)), "11 maja 2026 r."),
    ],
)
def test_days_are_said_as_people_say_them(days, said):
    assert str(days).replace("\u00a0", " ") == said


@pytest.mark.parametrize("text", ["2026-05-13", "13.05.2026", "13 maja 2026", "śr. 13 maja 2026"])
def test_a_day_may_be_typed_as_people_write_it(text):
    assert reading(f"od={text}").choice.days == Days(date(2026, 5, 13))


def test_a_month_typed_as_a_day_is_its_first_or_its_last():
    days = reading("od=maj 2026&do=czerwiec 2026").choice.days
    assert days == Days(date(2026, 5, 1), date(2026, 6, 30))


@pytest.mark.parametrize("text", ["31.02.2026", "jutro", "2026-13-01", "1899-01-01", "9" * 5000])
def test_a_day_that_does_not_exist_is_said_beside_its_field(text):
    found = reading(f"od={text}&do=2026-05-31")
    assert found.since_error
    assert found.choice.days == Days(None, date(2026, 5, 31))


def test_days_in_the_wrong_order_change_places_and_it_is_said():
    found = reading("od=2026-05-31&do=2026-05-01")
    assert found.choice.days == Days(date(2026, 5, 1), date(2026, 5, 31))
    assert "zamieniliśmy" in found.problems[0]


def test_what_visitors_may_not_know_reads_as_what_does_not_exist():
    hidden = make_series("Tajny", slug="tajny", published_at=None)
    withdrawn = make_series("Wycofany", slug="wycofany")
    withdrawn.withdraw(NOW, "pomyłka")
    venue, organization = make_venue(published_at=None), make_organization(published_at=None)
    sentences = [
        reading(query).problems
        for query in (
            f"cykl={hidden.slug}",
            f"cykl={withdrawn.slug}",
            f"miejsce={venue.pk}",
            f"organizacja={organization.pk}",
        )
    ]
    assert sentences == [
        ("Cykl: nie znamy wartości „tajny”, pomijamy ją.",),
        ("Cykl: nie znamy wartości „wycofany”, pomijamy ją.",),
        (f"Miejsce: nie znamy wartości „{venue.pk}”, pomijamy ją.",),
        (f"Organizacja: nie znamy wartości „{organization.pk}”, pomijamy ją.",),
    ]


def test_a_number_that_was_merged_away_means_the_record_that_was_kept():
    kept, lost = make_venue("Kawiarnia"), make_venue("Kawiarenka")
    lost.merged_into = kept
    lost.withdraw(NOW, "to samo")
    assert reading(f"miejsce={lost.pk}").choice.venue == kept


HOSTILE = [
    "-1", "0", "99999999999999999999", "1e3", "１", "٣", "1 OR 1=1", "'; DROP TABLE", "%F0%9F%A6",
    "<script>", "a" * 10_000, "\u202e", "..%2F", "[]", "None", "1,2",
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", [name for name in PARAMETERS if name != "szukaj"])
def test_hostile_values_choose_nothing_and_are_said(name, value):
    found = reading(f"{name}={value}")
    assert found.choice.is_empty
    assert found.problems or found.since_error or found.until_error


@pytest.mark.parametrize("value", [*HOSTILE, "„”", "", "\u00ad", "!!!"])
def test_any_words_can_be_asked_for(value):
    found = reading(f"szukaj={value}")
    assert found.problems == ()
    assert len(found.choice.words) <= 100


def test_arrays_are_read_as_their_last_value_and_needs_as_all():
    make_series(slug="jeden")
    two = make_series(slug="dwa")
    found = reading("cykl=jeden&cykl=dwa&cykl[]=trzy&dostepnosc=loop&dostepnosc=loop")
    assert found.choice == Choice(series=two, access=("loop",))


def test_thousands_of_values_are_not_all_read():
    found = reading("&".join(f"dostepnosc=x{number}" for number in range(900)))
    assert len(found.problems) <= 20


def test_every_audience_has_its_word_in_the_address():
    assert set(AUDIENCES) == set(Audience)
    assert len(set(AUDIENCES.values())) == len(Audience)


days = st.dates(date(2001, 1, 1), date(2099, 12, 31)) | st.none()
choices = st.builds(
    Choice,
    words=st.sampled_from(["", "herbata", "nowa huta", "ławka & stół", "100%"]),
    days=st.tuples(days, days).map(lambda pair: Days(*sorted(pair)) if all(pair) else Days(*pair)),
    audience=st.none() | st.sampled_from(list(Audience)),
    access=st.sets(st.sampled_from(["step_free", "lift", "captions"])).map(
        lambda keys: tuple(key for key in ("step_free", "lift", "captions") if key in keys)
    ),
    no_sign_up=st.booleans(),
    free=st.booleans(),
)


class AnyChoice(TestCase):
    @given(choices)
    def test_any_choice_reads_back_as_itself(self, choice):
        found = reading(query_of(choice))
        assert found.choice == choice
        assert found.problems == ()
