"""Drafting over what people have written: their words stay, whatever happens to the records."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.actions import approve_note
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports import redrafting
from reports.hints import Hints
from reports.models import Activity, Report, ReportLine
from reports.redrafting import redraft
from reports.told import told
from tests.factories import make_activity, make_held, make_user

MARCH, APRIL = Month(2026, 3), Month(2026, 4)
SPRING = MonthSpan(MARCH, Month(2026, 5))
MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)


def again(span=SPRING, at=MID_MAY, by=None):
    return redraft(span=span, by=by, at=at)


def plain(text):
    return text.replace("\u00a0", " ")


def line_of(title):
    return ReportLine.objects.get(activity__title=title)


def edit(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


## What it says that it did


def test_the_first_draft_is_new_and_says_how_much_it_holds(spring):
    drafted = again()
    assert drafted.is_new
    assert len(drafted.added) == 8
    assert plain(told(drafted)) == "Projekt jest gotowy (8 wierszy): popraw go i opublikuj."


def test_an_empty_period_is_drafted_and_said_to_be_empty(db):
    assert told(again()) == "Projekt jest gotowy, ale z tego okresu nic nie zapisano."


def test_drafting_twice_changes_nothing_and_saves_nothing(spring):
    version = again().report.version
    drafted = again()
    assert drafted.is_nothing_new
    assert drafted.report.version == version
    assert drafted.report.history.count() == 1
    assert told(drafted) == "Nic nowego: projekt zgadza się z tym, co zapisano."


def test_what_is_new_what_changed_and_what_vanished_is_told(spring):
    again()
    make_activity("wizyta w Fundacji Zustricz")
    edit(Activity.objects.get(title="obchody Dnia Ziemi"), title="obchody Dnia Ziemi w NCK")
    Activity.objects.get(title="otwarcie UkrArtHub").discard(MID_MAY)
    drafted = again()
    assert [line.text for line in drafted.added] == ["wizyta w Fundacji Zustricz"]
    assert drafted.changed == 1
    assert [line.text for line in drafted.gone] == ["otwarcie UkrArtHub"]
    assert plain(told(drafted)) == (
        "Dodano 1 wiersz, odświeżono 1, 1 zapisu już nie ma. "
        "Wstęp, otwarcia miesięcy i podziękowania odświeżono tam, gdzie trzeba. "
        "Tego, co ktoś napisał, nie ruszono."
    )


## Records that vanish and come back


def discard_one(spring):
    Activity.objects.get(title="obchody Dnia Ziemi").discard(MID_MAY)


def withdraw_one(spring):
    spring["third"].withdraw(MID_MAY, "pomyłka")


def say_not_held(spring):
    edit(spring["third"], outcome="not_held", outcome_reason="nikt nie przyszedł")


def move_out(spring):
    row = Activity.objects.get(title="obchody Dnia Ziemi")
    row.when = When.in_month(Month(2026, 2))
    row.save()


def become_a_meeting(spring):
    edit(Activity.objects.get(title="obchody Dnia Ziemi"), event=spring["third"])


@pytest.mark.parametrize(
    "vanish", [discard_one, withdraw_one, say_not_held, move_out, become_a_meeting]
)
def test_a_line_whose_record_no_longer_counts_is_marked_and_kept(spring, vanish):
    again()
    before = ReportLine.objects.count()
    vanish(spring)
    drafted = again()
    assert len(drafted.gone) == 1
    assert ReportLine.objects.get(gone=True).pk == drafted.gone[0].pk
    assert ReportLine.objects.count() == before
    assert again().gone == ()


def test_a_record_that_is_back_unmarks_its_line(spring):
    again()
    row = Activity.objects.get(title="obchody Dnia Ziemi")
    row.discard(MID_MAY)
    again()
    edit(row, discarded_at=None)
    drafted = again()
    assert [line.text for line in drafted.back] == ["obchody Dnia Ziemi"]
    assert not ReportLine.objects.filter(gone=True).exists()
    assert plain(told(drafted)).startswith("Znów jest 1 zapis.")


def test_records_after_the_last_day_of_data_are_gone_and_come_back_with_it(spring):
    report = again().report
    edit(report, data_through=date(2026, 4, 21))
    assert {line.text for line in again().gone} == {"obchody Dnia Ziemi", "otwarcie UkrArtHub"}
    edit(Report.objects.get(), data_through=date(2026, 5, 15))
    assert len(again().back) == 2


def test_a_persons_own_line_has_no_record_to_lose(spring):
    report = again().report
    own = report.lines.create(month=MARCH.first_day, text="dopisane ręcznie")
    other = report.lines.create(month=MARCH.first_day, text="drugie dopisane")
    assert again().gone == ()
    assert {row.pk for row in report.lines.filter(event=None, activity=None)} == {own.pk, other.pk}


## What people wrote


def test_a_line_in_somebodys_words_gets_a_remark_once_and_no_change(spring):
    again()
    line = line_of("obchody Dnia Ziemi")
    edit(line, text="Dzień Ziemi w Nowej Hucie")
    edit(line.activity, title="obchody Dnia Ziemi przy NCK")
    drafted = again()
    [remark] = drafted.remarks
    assert (remark.place, remark.pk, remark.now) == ("line", line.pk, "obchody Dnia Ziemi przy NCK")
    said = plain(told(drafted))
    assert "za treścią 1 tekstu poprawionego ręcznie." in said
    assert said.endswith("Sprawdź: wiersz „Dzień Ziemi w Nowej Hucie”.")
    line.refresh_from_db()
    assert line.text == "Dzień Ziemi w Nowej Hucie"
    assert again().remarks == ()
    assert again().kept == 1


def test_a_lead_and_an_opening_in_somebodys_words_are_remarked_on_too(spring):
    report = again().report
    edit(report, lead="Trzy miesiące.", closing="<p>Dzięki!</p>")
    edit(report.sections.first(), opening="Marzec był pracowity.")
    make_activity("wizyta w Fundacji Zustricz")
    drafted = again()
    assert {remark.place for remark in drafted.remarks} == {"lead", "opening"}
    stored = Report.objects.get()
    assert (stored.lead, stored.closing) == ("Trzy miesiące.", "<p>Dzięki!</p>")
    assert stored.sections.first().opening == "Marzec był pracowity."


def test_words_that_a_person_chose_do_not_follow_the_record_though_they_are_the_same(spring):
    again()
    line = line_of("obchody Dnia Ziemi")
    edit(line, text="obchody Dnia Ziemi przy NCK")
    edit(line.activity, title="obchody Dnia Ziemi przy NCK")
    assert again().remarks == ()
    edit(line.activity, title="coś zupełnie innego")
    again()
    line.refresh_from_db()
    assert line.text == "obchody Dnia Ziemi przy NCK"


def test_an_emptied_opening_stays_empty(spring):
    report = again().report
    edit(report.sections.first(), opening="")
    make_activity()
    again()
    assert report.sections.first().opening == ""


def test_a_line_stays_where_a_person_put_it_and_new_ones_do_not_follow_it_there(spring):
    again()
    line = line_of("wizyta w Fundacji Hamlet")
    edit(line, month=APRIL.first_day, position=77)
    make_activity("wizyta w Fundacji Zustricz")
    again()
    line.refresh_from_db()
    assert (line.month, line.position) == (APRIL.first_day, 77)
    new = line_of("wizyta w Fundacji Zustricz")
    assert new.month == MARCH.first_day
    assert new.position < 77


def test_an_omitted_line_stays_omitted_though_its_record_changes(spring):
    again()
    line = line_of("obchody Dnia Ziemi")
    edit(line, included=False, omission_reason="opisane gdzie indziej")
    edit(line.activity, title="obchody Dnia Ziemi przy NCK")
    again()
    line.refresh_from_db()
    assert (line.included, line.omission_reason) == (False, "opisane gdzie indziej")


def test_thousands_of_lines_in_a_month_still_have_a_place_each(db):
    for number in range(3):
        make_activity(f"wizyta {number}")
    rows = Activity.objects.values_list("pk", flat=True)
    clones = [Activity.objects.get(pk=rows[0]) for _ in range(4000)]
    for place, clone in enumerate(clones):
        clone.pk, clone.title = None, f"wizyta nr {place}"
    Activity.objects.bulk_create(clones)
    again(MonthSpan.of(MARCH))
    positions = ReportLine.objects.order_by("position").values_list("position", flat=True)
    assert len(set(positions)) == 4003
    assert max(positions) < 32_767


def test_who_drafted_is_in_the_history_of_each_line(spring):
    user = make_user("redakcja")
    again(by=user)
    assert {row.history_user for row in ReportLine.history.all()} == {user}


## Two at once


def test_two_people_who_begin_the_same_report_get_one(spring, monkeypatch):
    first = again().report
    blind = iter([True])
    real = redrafting.Report.objects.get_queryset().__class__.of

    def of(self, span):
        return self.none() if next(blind, False) else real(self, span)

    monkeypatch.setattr(type(Report.objects.all()), "of", of)
    make_activity("wizyta w Fundacji Zustricz")
    drafted = again()
    assert drafted.report.pk == first.pk
    assert not drafted.is_new
    assert [line.text for line in drafted.added] == ["wizyta w Fundacji Zustricz"]
    assert Report.objects.count() == 1


def test_a_fault_in_the_middle_leaves_nothing_behind(spring, monkeypatch):
    def fail(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(redrafting, "write_lines", fail)
    with pytest.raises(IntegrityError), transaction.atomic():
        again()
    assert not Report.objects.exists()


def test_a_month_that_has_not_begun_is_refused(db):
    with pytest.raises(ValidationError, match="jeszcze się nie zaczął"):
        again(MonthSpan.of(Month(2026, 7)))


## Beside a line on the desk


def test_the_desk_says_what_a_record_says_now(spring):
    report = again().report
    line = line_of("obchody Dnia Ziemi")
    edit(line.activity, title="obchody Dnia Ziemi przy NCK")
    assert Hints(report, MID_MAY).of_line(line).says == "obchody Dnia Ziemi przy NCK"
    assert not Hints(report, MID_MAY).of_line(line).is_edited
    edit(line, text="Dzień Ziemi", month=MARCH.first_day)
    hint = Hints(report, MID_MAY).of_line(line)
    assert hint.is_edited
    assert hint.month == "kwiecień 2026"
    line.activity.discard(MID_MAY)
    assert Hints(report, MID_MAY).of_line(line).is_gone


def test_the_desk_says_nothing_beside_what_agrees_or_what_a_person_added(spring):
    report = again().report
    own = report.lines.create(month=MARCH.first_day, text="dopisane ręcznie")
    hints = Hints(report, MID_MAY)
    assert not hints.of_line(own).says
    assert not hints.of_line(own).is_gone
    for line in report.lines.exclude(pk=own.pk):
        assert hints.of_line(line) == type(hints.of_line(line))()
    assert not hints.of_section(report.sections.first()).says


## Whatever people and records do

WORDS = st.sampled_from(["", "moje słowa", "inne słowa", "wizyta 1", "wizyta 2"])
STEP = st.tuples(
    st.sampled_from(
        ["edit", "open", "lead", "move", "omit", "retitle", "discard", "restore", "add", "draft"]
    ),
    st.integers(0, 5),
    WORDS,
)


def people_wrote(report):
    """Everything that is in a person's words, and where they put it."""
    lines = {
        row.pk: (row.text, row.month, row.position, row.included, row.omission_reason)
        for row in report.lines.all()
        if row.is_edited
    }
    openings = {
        row.pk: row.opening for row in report.sections.all() if row.opening != row.drafted_opening
    }
    lead = report.lead if report.lead != report.drafted_lead else None
    return lines, openings, lead


def placed(report):
    return {row.pk: (row.month, row.part, row.position, row.included) for row in report.lines.all()}


def act(step, report):
    deed, number, text = step
    lines, activities = list(report.lines.order_by("pk")), list(Activity.objects.order_by("pk"))
    line = lines[number % len(lines)]
    activity = activities[number % len(activities)]
    if deed == "edit" and text:
        edit(line, text=text)
    elif deed == "open":
        edit(list(report.sections.all())[number % 2], opening=text)
    elif deed == "lead":
        edit(report, lead=text)
    elif deed == "move":
        edit(line, month=[MARCH, APRIL][number % 2].first_day, position=number)
    elif deed == "omit":
        edit(line, included=False, omission_reason="powód")
    elif deed == "retitle" and text:
        edit(activity, title=text)
    elif deed == "discard":
        edit(activity, discarded_at=MID_MAY)
    elif deed == "restore":
        edit(activity, discarded_at=None)
    elif deed == "add":
        make_activity(f"dodane {number}", when=When.in_month([MARCH, APRIL][number % 2]))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEP, min_size=1, max_size=10))
def test_no_sequence_of_edits_and_drafts_loses_a_persons_words(db, steps):
    with transaction.atomic():
        try:
            for number in range(3):
                make_activity(f"wizyta {number}", position=number)
            make_held("Herbata")
            span = MonthSpan(MARCH, APRIL)
            report = again(span).report
            for step in steps:
                report = Report.objects.get(pk=report.pk)
                act(step, report)
                report.refresh_from_db()
                wrote, stood = people_wrote(report), placed(report)
                drafted = again(span)
                report = Report.objects.get(pk=report.pk)
                lines, openings, lead = people_wrote(report)
                assert lines == wrote[0]
                assert openings == wrote[1]
                assert wrote[2] in (None, lead)
                assert stood.items() <= placed(report).items()
                assert again(span).is_nothing_new
                kept = Activity.objects.kept().count()
                assert report.lines.filter(gone=False, activity__isnull=False).count() == kept
                assert drafted.report.pk == report.pk
        finally:
            transaction.set_rollback(True)


def test_a_note_approved_later_refreshes_its_untouched_line(spring):
    again()
    approve_note(note=spring["third"].note, by=None, at=MID_MAY + timedelta(hours=1))
    assert again().changed == 1
    assert plain(ReportLine.objects.get(event=spring["third"]).text).endswith("– 27 osób")
