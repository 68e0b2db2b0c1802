"""Each value says how much it would find, and finds exactly that."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events.filters import days
from events.filters.choice import Choice
from events.filters.page import event_filters
from events.models import Event, EventAccess
from portal.kernel.list_address import list_address
from portal.kernel.months import Month
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
PATH = "/wydarzenia/"


def filters(query=""):
    rows = Event.objects.public(NOW).upcoming(NOW)
    return event_filters(rows, QueryDict(query), PATH, NOW, days.ahead)


def facet(query, label):
    """{what a value is called: how much it finds}; nothing where the facet is not offered."""
    found = [facet for facet in filters(query).form.facets if facet.label == label]
    return {value.label: value.count for value in found[0].values} if found else {}


def quick(query=""):
    return {value.label: value.count for value in filters(query).quick}


@pytest.fixture
def cast():
    """Two cycles in two districts; the bench meets twice."""
    bench, table = make_series("Ławka", slug="lawka"), make_series("Stół", slug="stol")
    cafe = make_venue("Cafe", district=18)
    house = make_venue("Dom", district=16)
    make_event("A", series=bench, venue=cafe, sign_up="none", addressed_to="young")
    make_event("B", series=bench, venue=house, when=make_when(date(2026, 6, 10)))
    make_event("C", series=table, venue=cafe, sign_up="none")


def test_counts_are_those_under_the_other_filters(cast):
    assert facet("", "Cykl") == {"Ławka": 2, "Stół": 1}
    assert facet("do=2026-05-31", "Dzielnica") == {}
    assert facet("zapisy=bez", "Cykl") == {"Ławka": 1, "Stół": 1}


def test_a_chosen_value_leaves_the_others_of_its_facet_countable(cast):
    assert facet("cykl=stol", "Cykl") == {"Ławka": 2, "Stół": 1}
    assert facet("dzielnica=16", "Dzielnica") == {
        "Nowa Huta (XIV–XVIII)": 3,
        "XVI Bieńczyce": 1,
        "XVIII Nowa Huta": 2,
    }


def test_a_value_that_finds_nothing_is_offered_only_while_it_is_chosen(cast):
    make_series("Bez spotkań", slug="pusty")
    assert "Bez spotkań" not in facet("", "Cykl")
    assert facet("cykl=pusty", "Cykl") == {"Bez spotkań": 0, "Ławka": 2, "Stół": 1}


def test_a_facet_in_which_there_is_nothing_to_choose_is_not_offered():
    make_event("A", series=make_series("Jedyny"), sign_up="none")
    make_event("B", series=Event.objects.get().series, sign_up="none")
    assert filters().form.facets == ()


def test_cycles_and_places_stand_in_polish_order():
    for name in ("Łąka", "Lustro", "Mapa"):
        make_event(series=make_series(name), venue=make_venue(name))
    assert list(facet("", "Cykl")) == ["Lustro", "Łąka", "Mapa"]
    assert list(facet("", "Miejsce")) == ["Lustro", "Łąka", "Mapa"]


def test_what_is_not_public_is_never_offered():
    for number in range(2):
        event = make_event(f"{number}")
        event.series = make_series("Szkic cyklu", published_at=None)
        event.venue = make_venue("Szkic miejsca", published_at=None)
        event.save()
        make_partnership(event, make_organization("Szkic organizacji", published_at=None))
    gone = make_series("Wycofany")
    make_event("3", series=gone)
    gone.withdraw(NOW, "pomyłka")
    labels = {value.label for facet in filters().form.facets for value in facet.values}
    assert not {label for label in labels if "Szkic" in label or "Wycofany" in label}


def test_an_organization_with_two_roles_counts_once():
    organization = make_organization("Fundacja")
    event = make_event("A")
    make_event("B")
    make_partnership(event, organization, "host")
    make_partnership(event, organization, "organizer")
    assert facet("", "Organizacja") == {"Fundacja": 1}


def test_needs_are_counted_together_with_those_chosen(cast):
    first, second, _ = Event.objects.order_by("title")
    for event, keys in ((first, ("step_free", "captions")), (second, ("step_free",))):
        for key in keys:
            EventAccess.objects.create(
                event=event, key=key, answer="yes", checked_on=date(2026, 4, 1)
            )
    assert facet("", "Dostępność") == {"wejście bez stopni": 2, "napisy na żywo": 1}
    chosen = facet("dostepnosc=captions", "Dostępność")
    assert chosen == {"wejście bez stopni": 1, "napisy na żywo": 1}


def own(event, key, answer):
    EventAccess.objects.create(event=event, key=key, answer=answer, checked_on=date(2026, 5, 1))


def test_facts_of_a_venue_are_counted_for_each_meeting_there_once():
    venue = make_venue()
    for key in ("step_free", "lift", "toilet"):
        AccessFact.objects.create(venue=venue, key=key, answer="yes", checked_on=date(2026, 4, 1))
    there, again, _ = make_event(venue=venue), make_event(venue=venue), make_event()
    own(there, "step_free", "no")
    own(again, "step_free", "yes")
    assert facet("", "Dostępność") == {
        "wejście bez stopni": 1,
        "winda": 2,
        "toaleta dostępna": 2,
    }


def test_quick_days_are_those_of_the_calendar(cast):
    make_event("Weekend", when=make_when(date(2026, 5, 9)))
    make_event("Czerwiec", when=When.in_month(Month(2026, 6)))
    assert quick() == {
        "ten tydzień": 1,
        "ten weekend": 1,
        "przyszły tydzień": 2,
        "ten miesiąc": 3,
        "przyszły miesiąc": 2,
    }


def test_a_quick_choice_holds_the_days_themselves_so_that_its_address_keeps_its_meaning(cast):
    urls = {value.label: value.url for value in filters().quick}
    assert urls["przyszły tydzień"] == f"{PATH}?od=2026-05-11&do=2026-05-17"
    on = filters("od=2026-05-11&do=2026-05-17")
    assert [(value.label, value.url) for value in on.quick if value.is_on] == [
        ("przyszły tydzień", PATH)
    ]


def test_what_leads_out_of_an_empty_list_is_counted(cast):
    form = filters("cykl=stol&dzielnica=16&zapisy=bez").form
    assert form.found == 0
    assert [(row.label, row.freed) for row in form.loosened] == [("Dzielnica", 1)]
    assert form.loosened[0].url == f"{PATH}?cykl=stol&zapisy=bez"


def test_a_single_choice_has_the_calendar_of_the_same_choice(cast):
    organization, venue = make_organization("Fundacja"), make_venue("Dom kultury")
    said = {
        "": ("", ""),
        "cykl=lawka": ("cykl", "lawka"),
        f"miejsce={venue.pk}": ("miejsce", str(venue.pk)),
        f"organizacja={organization.pk}": ("organizacja", str(organization.pk)),
        "cykl=lawka&zapisy=bez": ("", ""),
        f"cykl=lawka&miejsce={venue.pk}": ("", ""),
        "dzielnica=18": ("", ""),
    }
    found = {query: filters(query).subscription for query in said}
    assert {query: (row.key, row.value) for query, row in found.items()} == said
    assert found["cykl=lawka"].text == "Subskrybuj kalendarz cyklu „Ławka”"


## Whatever is there and whatever is chosen


def every_value(found):
    yield from found.quick
    for facet in found.form.facets:
        yield from facet.values


def after(url):
    return filters(url.removeprefix(PATH).removeprefix("?"))


@st.composite
def programmes(draw):
    """Up to six meetings of two cycles in two venues, with whatever is known of each."""
    size = draw(st.integers(1, 6))
    pick = st.integers(0, 2)
    whens = st.sampled_from(
        [
            make_when(),
            make_when(date(2026, 5, 9)),
            When.on_day(date(2026, 5, 8), date(2026, 6, 2)),
            When.in_month(Month(2026, 6)),
            When.in_part(Month(2026, 5), 3),
        ]
    )
    return [
        {
            "series": draw(pick),
            "venue": draw(pick),
            "organizations": draw(st.sets(st.integers(0, 1))),
            "when": draw(whens),
            "sign_up": draw(st.sampled_from(["none", "required", "unknown"])),
            "is_free": draw(st.sampled_from([True, None])),
            "addressed_to": draw(st.sampled_from(["", "young", "everyone"])),
            "own": draw(st.sampled_from(["", "yes", "no", "unknown"])),
        }
        for _ in range(size)
    ]


class AnyProgramme(TestCase):
    """The cast is the same in every example: what changes is who meets where."""

    @classmethod
    def setUpTestData(cls):
        palace = make_venue("Pałac", district=1)
        cls.series = [make_series(slug="a"), make_series(slug="b", published_at=None)]
        cls.venues = [make_venue(district=18), make_venue(inside=palace, district=None)]
        cls.organizations = [make_organization(), make_organization()]
        facts = [(cls.venues[0], key) for key in ("step_free", "lift", "toilet")]
        for venue, key in [*facts, (cls.venues[1], "lift"), (palace, "parking")]:
            AccessFact.objects.create(
                venue=venue, key=key, answer="yes", checked_on=date(2026, 4, 1)
            )
        AccessFact.objects.create(venue=cls.venues[1], key="toilet")

    def build(self, programme):
        Event.objects.all().delete()
        for number, row in enumerate(programme):
            event = make_event(
                f"Herbata {number}" if number % 2 else f"Kawa {number}",
                series=[*self.series, None][row["series"]],
                venue=[*self.venues, None][row["venue"]],
                **{key: row[key] for key in ("when", "sign_up", "is_free", "addressed_to")},
            )
            for index in row["organizations"]:
                make_partnership(event, self.organizations[index])
            if row["own"]:
                EventAccess.objects.create(
                    event=event, key="step_free", answer=row["own"], checked_on=date(2026, 4, 1)
                )

    @settings(max_examples=10)
    @given(programmes(), st.lists(st.integers(0, 40), max_size=3), st.booleans())
    def test_each_value_finds_as_much_as_it_says(self, programme, clicks, is_asked):
        self.build(programme)
        found = filters("szukaj=herbata" if is_asked else "")
        for click in clicks:
            values = list(every_value(found))
            if values:
                found = after(values[click % len(values)].url)
        assert found.rows.count() == found.form.found
        for value in every_value(found):
            if not value.is_on:
                assert after(value.url).form.found == value.count, value
        for row in found.form.active:
            assert len(after(row.url).form.active) == len(found.form.active) - 1
        assert list_address(PATH, Choice().pairs()) == found.form.clear
