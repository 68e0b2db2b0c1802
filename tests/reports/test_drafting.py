from datetime import UTC, date, datetime

from events.models import Series
from portal.kernel.months import Month, MonthSpan
from portal.kernel.richtext import clean
from portal.kernel.when import When
from reports.drafting import draft_of
from reports.period import load_period
from tests.factories import (
    make_activity,
    make_held,
    make_note,
    make_organization,
    make_partnership,
    make_series,
)

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
SPRING = MonthSpan(Month(2026, 3), Month(2026, 5))


def draft(span=SPRING, through=date(2026, 5, 15)):
    return draft_of(load_period(span, through=through, at=MID_MAY))


def plain(text):
    return text.replace("\u00a0", " ")


def texts(section):
    return [plain(line.text) for line in section.lines]


def test_each_month_has_its_meetings_first_then_activities_then_campaigns(spring):
    march, april, may = draft().sections
    assert texts(march) == [
        "pierwsza odsłona cyklu „Spotkajmy się w 3miejscu” (Cafe NOWA Księgarnia) – 41 osób",
        "„Wspólnie do celu II”, druga edycja (ECHO Miasta) – "
        "blisko 100 osób z około 70 organizacji",
        "wizyta w Fundacji Hamlet",
        "wizyta w Stowarzyszeniu Patchwork",
        "akcja 1,5%",
    ]
    assert texts(april) == [
        "druga odsłona cyklu „Spotkajmy się w 3miejscu” (Społeczna Kaffka)",
        "obchody Dnia Ziemi",
    ]
    assert texts(may) == ["otwarcie UkrArtHub"]


def test_a_campaign_stands_once_in_its_first_month_of_the_period(spring):
    lines = [line for section in draft().sections for line in texts(section)]
    assert lines.count("akcja 1,5%") == 1
    april = draft(MonthSpan.of(Month(2026, 4)), date(2026, 4, 30))
    assert "akcja 1,5%" in texts(april.sections[0])


def test_the_lead_says_how_many_came_and_what_it_does_not_know(spring):
    assert plain(draft().lead) == (
        "Od marca do maja 2026 r. odbyły się trzy nasze spotkania. "
        "Zapisaliśmy też pięć innych działań, w tym jedno takie, które trwało kilka miesięcy. "
        "Łączna frekwencja na spotkaniach to około 140 osób; kto był na kilku, liczy się za "
        "każdym razem. Liczby osób na jednym spotkaniu nie zapisano. "
        "Gościły nas trzy miejsca: Cafe NOWA Księgarnia, ECHO Miasta i Społeczna Kaffka."
    )


def test_a_cycle_is_introduced_in_the_month_it_began_and_only_there(spring):
    march, april, _may = draft().sections
    assert "cykl „Spotkajmy się w 3miejscu”" in march.opening
    assert "Rozmowy w miejscach innych niż dom i praca." in march.opening
    assert "cykl" not in april.opening


def test_a_second_edition_and_a_cycle_without_numbers_begin_nothing(db):
    bench = make_series("Ławka dialogu", numbering=Series.Numbering.NONE)
    make_held("Ławka dialogu dla NGO", series=bench)
    march = draft().sections[0]
    assert plain(march.opening) == "Bilans marca to jedno nasze spotkanie."
    assert texts(march) == ["„Ławka dialogu dla NGO”"]


def test_an_unknown_attendance_is_not_written_as_a_number(db):
    make_held("Spotkanie w Kaffce")
    assert "Frekwencji na spotkaniu nie zapisano." in plain(draft().lead)
    assert "0 osób" not in plain(draft().lead)
    assert texts(draft().sections[0]) == ["„Spotkanie w Kaffce”"]


def test_a_month_with_nothing_in_it_says_so(db):
    empty = draft(MonthSpan.of(Month(2026, 2)), date(2026, 2, 28))
    assert plain(empty.lead) == "W lutym 2026 r. nie zapisano żadnego spotkania ani działania."
    assert empty.sections[0].lines == ()
    assert "spotka" in empty.sections[0].opening


def test_those_who_helped_are_thanked_once_in_polish_order_and_markup_stays_text(db):
    first, second = make_held(), make_held()
    for name in ("Żuk", "Ława & <b>stół</b>", "Luty"):
        make_partnership(first, make_organization(name), "support")
    make_partnership(second, make_organization("Organizator"), "organizer")
    make_partnership(second, first.organizations.first(), "host")
    assert plain(draft().closing) == (
        "<p>Dziękujemy za gościnę (Luty) i za wsparcie (Luty, Ława &amp; &lt;b&gt;stół&lt;/b&gt; "
        "i Żuk).</p>"
    )


def test_one_meeting_has_no_attendance_in_total(db):
    make_note(make_held(), ("exactly", 41, "people"))
    assert plain(draft(MonthSpan.of(Month(2026, 3)), date(2026, 3, 31)).lead) == (
        "W marcu 2026 r. odbyło się jedno nasze spotkanie. Na spotkanie przyszło 41 osób."
    )


def test_the_same_records_give_the_same_words(spring):
    assert draft() == draft()


def test_two_years_are_drafted_with_every_month(spring):
    long = draft(MonthSpan(Month(2025, 1), Month(2026, 12)), date(2026, 5, 15))
    assert [section.month.slug for section in long.sections][:1] == ["2025-01"]
    assert len(long.sections) == 24
    assert all(section.opening for section in long.sections)
    assert long.sections[0].heading == "Styczeń 2025"


def test_only_what_lasts_for_months_is_also_a_report(db):
    make_activity("akcja 1,5%", when=When.in_months(MonthSpan(Month(2026, 1), Month(2026, 4))))
    only = draft(MonthSpan.of(Month(2026, 3)), date(2026, 3, 31))
    assert plain(only.lead) == (
        "W marcu 2026 r. zapisaliśmy jedno działanie, które trwało kilka miesięcy."
    )
    assert texts(only.sections[0]) == ["akcja 1,5%"]
    assert "działania ciągłe" in only.sections[0].opening
    assert only.closing == ""


def test_a_month_of_one_line(db):
    make_activity("wizyta w Fundacji Hamlet")
    only = draft(MonthSpan.of(Month(2026, 3)), date(2026, 3, 31))
    assert plain(only.lead) == "W marcu 2026 r. zapisaliśmy jedno działanie."
    assert only.sections[0].opening
    assert texts(only.sections[0]) == ["wizyta w Fundacji Hamlet"]


def test_money_is_thanked_for_unless_it_is_the_citys_own(db):
    event = make_held()
    make_partnership(event, make_organization("Gmina", kind="city"), "funder")
    assert draft().closing == ""
    make_partnership(event, make_organization("Bank", kind="company"), "funder")
    assert draft().closing == "<p>Dziękujemy za dofinansowanie (Bank).</p>"


def test_the_closing_is_drafted_as_it_is_stored(db):
    event = make_held()
    for number in range(12):
        make_partnership(event, make_organization(f"Fundacja „Stół” {number}"), "host")
    closing = draft().closing
    assert closing.count("<li>") == 1
    assert clean(closing) == closing
