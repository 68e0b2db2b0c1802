"""Organizations by name: each once, and no name of one that did not agree."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.actions import approve_note
from events.models import Presence, ProgrammeItem
from organizations.merging import OrganizationMerging
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report
from reports.contacts import Contacts
from reports.figures import figures_of, the_figure
from reports.figures.organizations import all_met, new_in, on_lists
from reports.frozen import canonical, content_of
from reports.period import Meeting, PeriodFacts, load_period
from tests.factories import (
    NOW,
    make_activity,
    make_held,
    make_note,
    make_organization,
    make_partnership,
)

MARCH, APRIL, MAY = Month(2026, 3), Month(2026, 4), Month(2026, 5)
SPRING = MonthSpan(MARCH, MAY)
JUNE = datetime(2026, 6, 2, tzinfo=UTC)


def figures(span=SPRING, at=JUNE):
    found = figures_of(load_period(span, through=span.last.last_day, at=at))
    return {figure.key: figure for figure in found}


def plain(text):
    return text.replace("\u00a0", " ")


def meet(*organizations, month=MARCH, counts=(), public=(), **fields):
    event = make_held(month=month, **fields)
    note = make_note(event, *counts, approved_at=None)
    for organization in organizations:
        Presence.objects.create(note=note, organization=organization, public=organization in public)
    approve_note(note=note, by=None, at=NOW)
    return event


def visit(*organizations, month=MARCH, **fields):
    activity = make_activity(when=When.in_month(month), **fields)
    activity.organizations.set(organizations)
    return activity


@pytest.mark.django_db
class TestEachOnce:
    def test_one_that_came_twice_is_one(self):
        first, second = make_organization(), make_organization()
        meet(first, second)
        meet(first, month=APRIL)
        found = figures()
        assert plain(found["organizacje-z-list"].text) == "2 organizacje"
        assert plain(found["organizacje-spotkane"].text) == "2 organizacje"

    def test_a_visit_adds_whom_no_meeting_had(self):
        first, second = make_organization(), make_organization()
        meet(first)
        visit(first, second, month=APRIL)
        found = figures()
        assert plain(found["organizacje-z-list"].text) == "1 organizacja"
        assert plain(found["organizacje-spotkane"].text) == "2 organizacje"

    def test_an_activity_that_names_nobody_leaves_the_number_open(self):
        meet(make_organization())
        make_activity()
        assert plain(figures()["organizacje-spotkane"].text) == "co najmniej 1 organizacja"

    def test_two_that_turned_out_to_be_one_count_once(self):
        kept, lost = make_organization("Fundacja Hamlet"), make_organization("Hamlet")
        meet(kept)
        meet(lost, month=APRIL)
        visit(lost, month=MAY)
        assert figures()["organizacje-z-list"].value == 2
        OrganizationMerging().carry_out(kept, lost, values=set(), rows=set(), at=NOW, by=None)
        found = figures()
        assert found["organizacje-z-list"].value == 1
        assert found["organizacje-spotkane"].value == 1

    def test_one_in_the_bin_and_an_example_count_for_nothing(self):
        wrong = make_organization(published_at=None)
        meet(wrong, make_organization(is_example=True), make_organization())
        wrong.discard(NOW)
        assert figures()["organizacje-spotkane"].value == 1

    def test_kinds_add_up_to_the_whole(self):
        meet(make_organization(), make_organization(kind="city"), make_organization(kind="city"))
        found = figures()["organizacje-spotkane"]
        assert [(part.label, part.text, part.value) for part in found.parts] == [
            ("organizacje pozarządowe", "1", 1),
            ("jednostki miejskie", "2", 2),
        ]


@pytest.mark.django_db
class TestWhatIsNotKnown:
    def test_a_meeting_without_a_list_is_left_out_and_told(self):
        meet(make_organization())
        meet(counts=[("about", 70, "organizations")])
        make_held()
        found = figures()["organizacje-z-list"]
        assert plain(found.sentence) == (
            "1 organizacja, nie licząc 2 spotkań bez listy organizacji"
        )
        assert [source.remark for source in found.sources if not source.counted] == [
            "Notatka nie ma listy organizacji.",
            "Nie ma zatwierdzonej notatki.",
        ]

    def test_no_list_at_all_is_no_zero(self):
        meet(counts=[("about", 70, "organizations")])
        for key in ("organizacje-z-list", "organizacje-spotkane", "po-raz-pierwszy"):
            assert (figures()[key].text, figures()[key].value) == ("brak danych", None)

    def test_that_no_organization_came_is_a_number(self):
        meet(counts=[("exactly", 0, "organizations")])
        found = figures()["organizacje-z-list"]
        assert (plain(found.sentence), found.value) == ("0 organizacji", 0)

    @pytest.mark.parametrize(
        ("count", "text"),
        [
            (("exactly", 2, "organizations"), "2 organizacje"),
            (("exactly", 3, "organizations"), "co najmniej 2 organizacje"),
            (("about", 70, "organizations"), "co najmniej 2 organizacje"),
            (("dozens", None, "organizations"), "co najmniej 2 organizacje"),
            (("nearly", 100, "people"), "2 organizacje"),
        ],
    )
    def test_a_list_shorter_than_the_count_is_a_lower_bound(self, count, text):
        meet(make_organization(), make_organization(), counts=[count])
        assert plain(figures()["organizacje-z-list"].text) == text


@pytest.mark.django_db
class TestForTheFirstTime:
    def test_it_says_out_of_how_many_and_since_when(self):
        old, new = make_organization(), make_organization()
        visit(old, month=Month(2026, 1))
        meet(old, new, month=MARCH)
        found = figures(MonthSpan.of(MARCH))["po-raz-pierwszy"]
        assert plain(found.text) == "co najmniej 1 z 2 zapisanych, od stycznia 2026 r."
        assert (plain(found.short), found.value) == ("co najmniej 1 z 2", 1)

    def test_none_at_all_is_not_at_least_none(self):
        old = make_organization()
        visit(old, month=Month(2026, 1))
        meet(old)
        found = figures()["po-raz-pierwszy"]
        assert plain(found.text) == "0 z 1 zapisanych, od stycznia 2026 r."
        assert found.value == 0

    def test_where_the_records_begin_nothing_can_be_said(self):
        meet(make_organization())
        found = figures()["po-raz-pierwszy"]
        assert (found.text, found.value) == ("brak danych", None)
        assert found.missing_text.startswith("zapisy zaczynają się dopiero w tym okresie")

    def test_a_merged_one_is_known_since_the_earlier_of_the_two(self):
        kept, lost, other = make_organization(), make_organization(), make_organization()
        visit(lost, other, month=Month(2026, 1))
        meet(kept, month=MARCH)
        assert figures()["po-raz-pierwszy"].value == 1
        OrganizationMerging().carry_out(kept, lost, values=set(), rows=set(), at=NOW, by=None)
        assert figures()["po-raz-pierwszy"].value == 0

    def test_a_draft_an_example_and_a_withdrawn_meeting_are_no_earlier_record(self):
        new = make_organization()
        visit(make_organization(), month=Month(2026, 1))
        meet(new, month=Month(2026, 2), published_at=None)
        meet(new, month=Month(2026, 2), is_example=True)
        meet(new, month=Month(2026, 2)).withdraw(NOW, "pomyłka")
        visit(new, month=Month(2026, 2)).discard(NOW)
        meet(new, month=MARCH)
        assert figures()["po-raz-pierwszy"].value == 1


@pytest.mark.django_db
class TestWhoMayBeNamed:
    SECRET = "Grupa Cichych Sąsiadek"

    def content(self):
        report = draft_report(span=MonthSpan.of(MARCH), by=None, at=JUNE)
        return canonical(content_of(report, JUNE))

    def test_one_that_did_not_agree_is_only_a_number(self):
        secret, agreed = make_organization(self.SECRET), make_organization("Fundacja Jawna")
        meet(secret, agreed, public=[agreed])
        frozen = self.content()
        assert "Fundacja Jawna" in frozen
        assert self.SECRET not in frozen
        row = figures()["organizacje-z-list"].sources[0]
        assert row.remark == ("Wśród nich: Fundacja Jawna. Bez zgody na podanie nazwy: 1.")

    def test_a_public_role_at_that_meeting_names_it_and_at_another_does_not(self):
        host, player = make_organization("Gospodarz"), make_organization("Teatr Ulica")
        first = meet(host, player)
        make_partnership(first, host)
        ProgrammeItem.objects.create(event=first, title="Etiuda", performer=player)
        meet(host, player, month=APRIL)
        rows = [row.remark for row in figures()["organizacje-z-list"].sources]
        assert rows == ["Wśród nich: Gospodarz, Teatr Ulica.", "Bez zgody na podanie nazwy: 2."]

    def test_consent_given_after_approval_waits_for_the_next_version(self):
        secret = make_organization(self.SECRET)
        event = meet(secret)
        event.note.presences.update(public=True)
        assert self.SECRET not in self.content()
        approve_note(note=event.note, by=None, at=NOW)
        assert self.SECRET in self.content()

    def test_an_activity_never_names_its_organizations(self):
        visit(make_organization(self.SECRET), title="rozmowa o podwórku")
        frozen = self.content()
        assert "rozmowa o podwórku" in frozen
        assert self.SECRET not in frozen

    def test_no_id_of_an_organization_comes_out(self):
        secret = make_organization(self.SECRET, pk=987654)
        meet(secret)
        visit(secret)
        assert "987654" not in self.content()

    def test_what_a_publication_froze_stays_when_two_are_merged(self):
        kept, lost = make_organization("Nowa"), make_organization("Dawna nazwa")
        meet(lost, public=[lost])
        before = self.content()
        OrganizationMerging().carry_out(kept, lost, values=set(), rows=set(), at=NOW, by=None)
        assert json.loads(before)["figures"]
        row = figures()["organizacje-z-list"].sources[0]
        assert row.remark == "Wśród nich: Dawna nazwa."


# Arithmetic, without a database


class ListOf:
    """Stands for an approved note: only its list is read."""

    def __init__(self, ids):
        rows = [{"id": pk, "name": str(pk), "public": False} for pk in ids]
        self.data = {"organizations": rows, "counts": []}


def facts_of(lists, activities, span=SPRING, first=None):
    ids = {pk for found in [*lists, *activities] for pk in found}
    contacts = Contacts(
        {pk: pk // 2 * 2 for pk in ids},  # each odd one was merged into the even one before it
        dict.fromkeys({pk // 2 * 2 for pk in ids}, "ngo"),
        {pk // 2 * 2: (first or {}).get(pk // 2 * 2, span.start) for pk in ids},
    )
    return PeriodFacts(
        span,
        span.last.last_day,
        tuple(Meeting(None, ListOf(found)) for found in lists),
        (),
        (),
        named=dict(enumerate(frozenset(found) for found in activities)),
        contacts=contacts,
    )


ids = st.lists(st.sets(st.integers(2, 20), max_size=8), max_size=6)


@given(ids, ids)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_different_ones_are_never_more_than_the_lists_add_up_to(lists, activities):
    facts = facts_of(lists, activities)
    assert len(on_lists(facts)) <= sum(len(found) for found in lists)
    assert on_lists(facts) <= all_met(facts)
    assert all(pk % 2 == 0 for pk in all_met(facts))


@given(ids, ids, st.sets(st.integers(1, 10)))
def test_first_timers_are_never_more_than_those_met(lists, activities, earlier):
    known = {pk * 2: datetime(2026, 1, 1, tzinfo=UTC) for pk in earlier}
    facts = facts_of(lists, activities, first=known)
    new = all_met(facts) & new_in(facts)
    assert len(new) <= len(all_met(facts))
    assert not new & known.keys()


@given(ids, st.randoms())
def test_the_order_of_meetings_changes_nobody(lists, random):
    shuffled = lists[:]
    random.shuffle(shuffled)
    assert on_lists(facts_of(lists, [])) == on_lists(facts_of(shuffled, []))


@pytest.mark.django_db
def test_first_timers_of_the_months_add_up_to_those_of_the_span():
    organizations = [make_organization() for _ in range(5)]
    visit(organizations[0], month=Month(2026, 1))
    meet(*organizations[:2], month=MARCH)
    meet(*organizations[1:4], month=APRIL)
    visit(organizations[4], organizations[0], month=MAY)
    months = [figures(MonthSpan.of(month))["po-raz-pierwszy"].value for month in SPRING]
    assert months == [1, 2, 1]
    assert figures()["po-raz-pierwszy"].value == sum(months)
    facts = load_period(SPRING, through=date(2026, 5, 31), at=JUNE)
    assert the_figure("organizacje-spotkane", facts).value == 5
