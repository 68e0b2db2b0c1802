from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.actions import approve_note
from portal.kernel.months import Month, MonthSpan
from portal.kernel.when import When
from reports.actions import draft_report, publish_report
from reports.corrections import differences
from reports.frozen import checksum, content_of
from reports.models import Correction, Report, ReportVersion
from tests.factories import make_activity, make_held, make_note
from tests.reports.office import first_schema

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
JUNE = datetime(2026, 6, 3, 10, tzinfo=UTC)
SPRING = MonthSpan(Month(2026, 3), Month(2026, 5))
ADDRESS = "/podsumowania/2026-03--2026-05/"
WHY = "Zatwierdzono notatkę z kwietnia, której w maju jeszcze nie było."

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_july():
    with time_machine.travel(datetime(2026, 7, 1, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def report(spring):
    found = draft_report(span=SPRING, by=None, at=MID_MAY)
    publish_report(report=found, by=None, at=MID_MAY)
    return Report.objects.get()


@pytest.fixture
def corrected(report, spring):
    """April's note was approved in June: 27 people more."""
    approve_note(note=spring["third"].note, by=None, at=JUNE)
    publish_report(report=report, by=None, at=JUNE, note=WHY)
    return report


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


def spaced(text):
    return text.replace("\u00a0", " ")


def found(report, at=JUNE):
    last = report.versions.order_by("number").last()
    return differences(last.content, content_of(report, at))


## What differs


def test_a_figure_is_told_with_its_old_and_new_sentence(report, spring):
    approve_note(note=spring["third"].note, by=None, at=JUNE)
    people = next(row for row in found(report).figures if row.figure == "osoby")
    assert (people.what, spaced(people.before), spaced(people.after)) == (
        "łączna frekwencja",
        "około 140 osób, nie licząc 1 spotkania bez zapisanej liczby osób",
        "około 170 osób",
    )


def test_nothing_has_changed_right_after_publishing(report):
    assert not found(report, MID_MAY)


def test_a_renamed_event_changes_the_records_behind_figures_and_not_the_figures(report, spring):
    spring["first"].title = "Nowa nazwa"
    spring["first"].save()
    changes = found(report)
    assert not changes.figures
    assert "łączna frekwencja" in changes.trails


def test_a_definition_put_better_or_another_address_is_no_difference(report):
    content = content_of(report, MID_MAY)
    for figure in content["figures"]:
        figure["definition"] = "Inaczej."
        for source in figure["sources"]:
            source["url"] = "/gdzie-indziej/"
    assert not differences(report.versions.get().content, content)


def test_lines_are_known_by_their_records_and_a_persons_by_their_words(report):
    line = report.lines.get(activity__title="obchody Dnia Ziemi")
    line.text, line.month = "obchody Dnia Ziemi w parku", date(2026, 3, 1)
    line.save()
    report.lines.filter(activity__title="otwarcie UkrArtHub").update(
        included=False, omission_reason="na prośbę"
    )
    report.lines.create(month=date(2026, 3, 1), text="dopisane ręcznie")
    texts = {(row.what, spaced(row.before), spaced(row.after)) for row in found(report).texts}
    assert ("Maj: wiersz", "otwarcie UkrArtHub", "") in texts
    assert ("Marzec: wiersz", "", "dopisane ręcznie") in texts
    moved = next(row for row in texts if "w parku" in row[2])
    assert moved[1].endswith("obchody Dnia Ziemi (Kwiecień)")
    assert moved[2].endswith("obchody Dnia Ziemi w parku (Marzec)")


def test_two_equal_lines_of_a_persons_are_two(report):
    for _ in range(2):
        report.lines.create(month=date(2026, 3, 1), text="spotkanie z partnerami")
    assert [row.after for row in found(report).texts] == ["spotkanie z partnerami"] * 2


@pytest.mark.parametrize(
    "field, value, what",
    [
        ("title", "Wiosna razem", "Tytuł"),
        ("lead", "Nowy wstęp.", "Wstęp"),
        ("closing", "<p>Dziękujemy wszystkim.</p>", "Zakończenie"),
        ("case_number", "OR-09.0640.5.2026", "Znak sprawy"),
        ("data_through", date(2026, 5, 10), "Dane do"),
        ("is_example", True, "Przykład"),
    ],
)
def test_each_text_of_the_report_is_compared(report, field, value, what):
    setattr(report, field, value)
    report.save()
    assert what in [row.what for row in found(report, MID_MAY).texts]


def test_a_version_of_the_first_schema_differs_in_what_it_says_and_not_in_missing_keys(report):
    new = content_of(report, MID_MAY)
    old = first_schema(report.versions.get().content)
    assert not differences(old, new)
    del old["figures"][0]
    assert differences(old, new).fresh == (new["figures"][0]["label"].partition(";")[0],)


## What publishing keeps


def test_each_changed_figure_is_a_numbered_correction(corrected):
    rows = {row.figure: row for row in Correction.objects.all()}
    people = rows["osoby"]
    assert (spaced(people.before), spaced(people.after)) == (
        "około 140 osób, nie licząc 1 spotkania bez zapisanej liczby osób",
        "około 170 osób",
    )
    assert (people.text, people.at, people.version.number) == (WHY, JUNE, 2)
    assert sorted(row.number for row in rows.values()) == list(range(1, len(rows) + 1))
    frozen = corrected.versions.get(number=2).content["corrections"]
    assert [row["figure"] for row in frozen] == [
        row.figure for row in Correction.objects.order_by("number")
    ]


def test_numbers_go_on_through_the_versions_of_a_report(corrected):
    last = Correction.objects.order_by("number").last().number
    corrected.lead = "Poprawiony wstęp."
    corrected.save()
    publish_report(report=corrected, by=None, at=JUNE, note="Literówka we wstępie.")
    third = Correction.objects.get(version__number=3)
    assert (third.number, third.figure, third.text) == (last + 1, "", "Literówka we wstępie.")


def test_a_change_of_words_alone_is_one_correction_without_a_figure(report):
    report.lead = "Poprawiony wstęp."
    report.title = "Wiosna"
    report.save()
    publish_report(report=report, by=None, at=JUNE, note="Zredagowano wstęp.")
    row = Correction.objects.get()
    assert (row.figure, row.before, row.after, row.text) == ("", "", "", "Zredagowano wstęp.")


@pytest.mark.parametrize("note", ["", "   ", "x" * 501])
def test_a_correction_says_why_or_is_not_made(report, spring, note):
    approve_note(note=spring["third"].note, by=None, at=JUNE)
    with pytest.raises(ValidationError, match=r"Napisz, co poprawiono|Skróć wyjaśnienie"):
        publish_report(report=report, by=None, at=JUNE, note=note)
    assert report.versions.count() == 1
    assert not Correction.objects.exists()


def test_a_first_version_corrects_nothing(report):
    assert report.versions.get().content["corrections"] == []
    assert not Correction.objects.exists()


def test_the_checksum_covers_the_corrections(corrected):
    second = ReportVersion.objects.get(number=2)
    assert checksum(second.content) == second.checksum
    assert checksum({**second.content, "corrections": []}) != second.checksum


def test_a_withdrawn_report_that_has_changed_comes_back_with_a_correction(report):
    report.withdraw(JUNE, "sprawdzamy dane")
    report.lead = "Sprawdzone."
    report.save()
    publish_report(report=report, by=None, at=JUNE, note="Sprawdzono dane.")
    assert Report.objects.get().is_public(JUNE)
    assert Correction.objects.get().version.number == 2


## What visitors read


def test_the_new_version_says_first_what_it_puts_right(client, corrected):
    notice = words(page(client, ADDRESS).select_one(".notice"))
    assert "Wydanie 2 poprawia wydanie 1" in notice
    assert WHY in spaced(notice)
    assert "Było: około 140 osób, nie licząc 1 spotkania bez zapisanej liczby osób." in notice
    assert "Jest: około 170 osób" in notice
    assert "Sprostowanie nr 1" in notice


def test_the_old_version_says_that_it_was_corrected_and_stays(client, corrected):
    soup = page(client, f"{ADDRESS}wydanie/1/")
    text = words(soup.main)
    assert "To wydanie później poprawiono" in text
    assert "Poprawnie: około 170 osób" in text
    assert f"{ADDRESS}wydanie/2/" in [a.get("href") for a in soup.select(".notice a")]
    assert "około 140" in words(soup.select_one(".figures"))


def test_the_page_of_a_figure_says_what_it_was_until_when(client, corrected):
    text = words(page(client, f"{ADDRESS}liczby/osoby/").main)
    assert (
        "Do 3 czerwca 2026 r. podawaliśmy: około 140 osób, nie licząc 1 spotkania "
        "bez zapisanej liczby osób."
    ) in text
    assert WHY in spaced(text)
    old = words(page(client, f"{ADDRESS}wydanie/1/liczby/osoby/").main)
    assert "Tę liczbę później poprawiono." in old
    assert "Od 3 czerwca 2026 r. podajemy: około 170 osób" in old
    assert "podawaliśmy" not in words(page(client, f"{ADDRESS}liczby/spotkania/").main)


def test_all_corrections_stand_on_one_page_newest_first(client, corrected):
    corrected.lead = "Poprawiony wstęp."
    corrected.save()
    publish_report(
        report=corrected, by=None, at=JUNE + timedelta(days=1), note="Literówka we wstępie."
    )
    soup = page(client, "/podsumowania/sprostowania/")
    assert [words(h) for h in soup.select(".issues h2")] == [
        "Od marca do maja 2026 r., wydanie 3",
        "Od marca do maja 2026 r., wydanie 2",
    ]
    text = words(soup.main)
    assert "3 czerwca 2026 r." in text
    assert "Literówka we wstępie." in text
    assert "Łączna frekwencja" in text
    assert "Było: około 140 osób" in text
    for link in soup.select(".issues a"):
        page(client, link["href"])


def test_the_page_of_corrections_helps_when_there_are_none(client, report):
    assert "Nie było dotąd sprostowań" in words(page(client, "/podsumowania/sprostowania/").main)
    links = [a.get("href") for a in page(client, "/podsumowania/").select("main a")]
    assert "/podsumowania/sprostowania/" in links
    links = [a.get("href") for a in page(client, ADDRESS).select("main a")]
    assert "/podsumowania/sprostowania/" in links


def test_corrections_of_a_withdrawn_report_are_on_no_page(client, corrected):
    corrected.refresh_from_db()
    corrected.withdraw(JUNE, "sprawdzamy dane")
    assert WHY not in spaced(words(page(client, "/podsumowania/sprostowania/").main))
    gone = words(page(client, f"{ADDRESS}wydanie/1/", 410))
    assert "sprawdzamy dane" in gone
    assert "3 czerwca 2026" in gone
    assert "140" not in gone


def test_a_note_that_tries_to_be_markup_stays_text(client, report):
    report.lead = "Poprawiony."
    report.save()
    publish_report(
        report=report, by=None, at=JUNE, note="<script>alert(1)</script> & <b>więcej</b>"
    )
    for address in (ADDRESS, f"{ADDRESS}wydanie/1/", "/podsumowania/sprostowania/"):
        text = client.get(address).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)" in text


def test_pages_cost_the_same_for_one_correction_and_for_three(client, db):
    addresses = "/podsumowania/sprostowania/", "/podsumowania/2026-03/", "/podsumowania/2026-04/"
    months = [Month(2026, 3), Month(2026, 4), Month(2026, 2)]
    publish_twice(months[0], 1)
    page(client, addresses[0])  # what a process remembers
    one = [cost(client, address) for address in addresses[:2]]
    for month in months[1:]:
        publish_twice(month, 3)
    assert [cost(client, addresses[0]), cost(client, addresses[2])] == one


def publish_twice(month, corrections):
    """A month, and then as many versions more as there are corrections."""
    make_activity(when=When.in_month(month))
    report = draft_report(span=MonthSpan.of(month), by=None, at=MID_MAY)
    publish_report(report=report, by=None, at=MID_MAY)
    for day in range(corrections):
        make_note(make_held(month=month), ("exactly", 10, "people"))
        draft_report(span=MonthSpan.of(month), by=None, at=JUNE)
        publish_report(report=report, by=None, at=JUNE + timedelta(days=day), note="Dopisano.")


def cost(client, address):
    with CaptureQueriesContext(connection) as queries:
        page(client, address)
    return len(queries)
