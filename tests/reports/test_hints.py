"""What the report's page on the desk shows beside lines that no longer agree with their records."""

from datetime import UTC, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup

from portal.kernel.months import Month, MonthSpan
from reports.models import Report, ReportLine
from reports.redrafting import redraft
from tests.factories import make_activity, make_user

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)
SPRING = MonthSpan(Month(2026, 3), Month(2026, 5))


@pytest.fixture
def page(client, spring):
    """The page's blocks of lines, by the first words of each line's text."""
    with time_machine.travel(MID_MAY, tick=False):
        client.force_login(make_user("redakcja"))
        report = redraft(span=SPRING, by=None, at=MID_MAY).report

        def read():
            found = client.get(f"/admin/reports/report/{report.pk}/change/").content
            return BeautifulSoup(found, "html.parser")

        yield read


def words(element):
    return " ".join(element.get_text(" ").split())


def block(soup, text):
    areas = [area for area in soup.select(".desk-line textarea") if text in area.text]
    return words(areas[0].find_parent("fieldset"))


def line(title):
    return ReportLine.objects.get(activity__title=title)


def test_beside_a_line_that_agrees_there_is_nothing(page):
    assert not page().select(".desk-says")


def test_a_line_whose_record_is_gone_says_so_also_before_it_is_drafted_again(page):
    line("obchody Dnia Ziemi").activity.discard(MID_MAY)
    said = block(page(), "obchody Dnia Ziemi")
    assert "zapisu już nie ma" in said
    assert "Tego zapisu już nie ma w tym okresie." in said


def test_a_line_in_somebodys_words_says_what_the_record_says(page):
    row = line("obchody Dnia Ziemi")
    row.text = "Dzień Ziemi"
    row.save()
    said = block(page(), "Dzień Ziemi")
    assert "Poprawione ręcznie. Z zapisów wynika teraz: obchody Dnia Ziemi" in said


def test_what_was_left_out_is_listed_where_the_list_will_say_among_others(page):
    row = line("wizyta w Fundacji Hamlet")
    row.included, row.omission_reason = False, "na prośbę fundacji"
    row.save()
    [told] = page().select("div.desk-says")
    assert words(told).startswith("Dlatego lista zacznie się słowami „m.in.”. Pominięto:")
    assert "wizyta w Fundacji Hamlet" in words(told)


def test_the_lead_says_what_the_records_say_while_they_agree_nothing(page):
    report = Report.objects.get()
    report.lead = f"Mój wstęp. {report.lead}"
    report.save()
    assert not page().select(".field-lead .desk-says")
    make_activity("wizyta w Fundacji Zustricz")
    [told] = page().select(".field-lead .desk-says")
    assert words(told).startswith("Poprawione ręcznie. Z zapisów wynika teraz: Od marca do maja")
    assert "sześć innych działań" in words(told)


def test_a_lead_that_nobody_touched_says_what_drafting_again_would_write(page):
    make_activity("wizyta w Fundacji Zustricz")
    [told] = page().select(".field-lead .desk-says")
    assert "„Uzupełnij projekt” wpisze:" in words(told)
