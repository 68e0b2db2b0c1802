"""The same figures in every rendering, read back from what was made: page, PDF, Word, CSV, JSON,
and the HTML for the city's own site."""

import csv
import json
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO

import docx as word
import pypdf
import pytest
import time_machine
from bs4 import BeautifulSoup

from events.actions import approve_note
from portal.kernel.months import Month, MonthSpan
from reports.actions import draft_report, publish_report
from reports.document import document_of
from reports.files import file_of
from reports.texts import report_texts
from tests.reports import papers

MID_MAY = datetime(2026, 5, 15, 10, tzinfo=UTC)


def flat(text):
    """Without what typography and line breaks add."""
    return " ".join(text.replace("\xa0", " ").replace("\u200b", "").split())


def pdf_text(document):
    pages = pypdf.PdfReader(BytesIO(file_of(document, "pdf"))).pages
    return flat(" ".join(page.extract_text() for page in pages))


def word_tables(document):
    file = word.Document(BytesIO(file_of(document, "docx")))
    return [
        [[flat(cell.text) for cell in row.cells] for row in table.rows] for table in file.tables
    ]


def csv_rows(document):
    text = file_of(document, "csv").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def in_order(words, text):
    """Whether the words stand in the text one after another, spaces aside: cells wrap."""
    return words.replace(" ", "") in text.replace(" ", "")


@pytest.mark.parametrize("name", papers.ALL)
def test_figures_agree_in_all_files(name):
    document = papers.document(papers.ALL[name]())
    frozen = document.content["figures"]
    sentences = [flat(figure["sentence"]) for figure in frozen]
    text = pdf_text(document)
    assert [said for said in sentences if not in_order(said, text)] == []
    tables = word_tables(document)
    heads = ["Co liczymy", "Ile", "Jak liczymy"]
    assert [row[1] for table in tables if table[0] == heads for row in table[1:]] == sentences
    of_csv = [row for row in csv_rows(document) if row["rodzaj"] == "liczba"]
    assert [row["tekst"] for row in of_csv] == sentences
    assert [row["wartosc"] for row in of_csv] == [written(figure["value"]) for figure in frozen]
    of_json = json.loads(file_of(document, "json"))["content"]["figures"]
    assert of_json == frozen


def written(value):
    return "" if value is None else str(value)


@pytest.mark.parametrize("name", ["full", "corrected", "two years"])
def test_months_agree_in_all_files(name):
    document = papers.document(papers.ALL[name]())
    months = document.content["months"]
    expected = [
        [
            flat(row["label"]),
            str(row["meetings"]),
            str(row["activities"]),
            flat(row["people"] or "–"),
        ]
        for row in months
    ]
    [table] = [rows for rows in word_tables(document) if "Frekwencja" in rows[0]]
    assert table[1:] == expected
    text = pdf_text(document)
    assert [row for row in expected if not in_order(" ".join(row), text)] == []
    of_csv = [row for row in csv_rows(document) if row["rodzaj"] == "miesiąc"]
    assert [row["wartosc"] for row in of_csv if row["klucz"] == "spotkania"] == [
        row[1] for row in expected
    ]


def test_no_figure_is_lost_with_its_group():
    groups = ("main", "work", "gone", "")
    figures = [papers.figure(f"f{n}", sentence=f"{n} x", group=g) for n, g in enumerate(groups)]
    tables = word_tables(papers.document(papers.content(figures=figures)))
    said = [row[1] for table in tables if table[0][0] == "Co liczymy" for row in table[1:]]
    assert sorted(said) == ["0 x", "1 x", "2 x", "3 x"]


def test_a_correction_says_the_same_everywhere():
    document = papers.document(papers.corrected())
    [table] = [rows for rows in word_tables(document) if rows[0][-1] == "Jest"]
    assert table[1][2:] == ["około 140 osób", "około 170 osób"]
    text = pdf_text(document)
    assert in_order("około 140 osób około 170 osób", text)
    assert "To wydanie coś prostuje (1 sprostowanie)" in text
    assert any(row["tekst"] == "około 170 osób" for row in csv_rows(document))


@pytest.mark.django_db
@pytest.mark.parametrize("first, last", [(3, 3), (3, 5), (2, 5)])
def test_the_page_and_the_citys_html_say_what_the_files_say(client, spring, first, last):
    span = MonthSpan(Month(2026, first), Month(2026, last))
    report = draft_report(span=span, by=None, at=MID_MAY)
    publish_report(report=report, by=None, at=MID_MAY)
    if first == last:
        at = MID_MAY + timedelta(days=1)
        spring["first"].note.counts.update(value=61)
        approve_note(note=spring["first"].note, by=None, at=at)
        publish_report(report=report, by=None, at=at, note="Poprawiono notatkę.")
    version = report.versions.select_related("report").order_by("number").last()
    document = document_of(version)
    assert (version.number == 2) == bool(version.content["corrections"])
    with time_machine.travel(datetime(2026, 6, 1, tzinfo=UTC), tick=False):
        page = BeautifulSoup(client.get(report.get_absolute_url()).content, "html.parser")
    shown = flat(page.main.get_text(" "))
    [copied] = [row.value for row in report_texts(version) if row.key == "html"]
    city = flat(BeautifulSoup(copied, "html.parser").get_text(" "))
    text = pdf_text(document)
    for figure in version.content["figures"]:
        assert in_order(flat(figure["sentence"]), text)
        assert in_order(flat(figure["sentence"]), city)
        assert in_order(flat(figure["short"]), shown)
    for row in version.content["corrections"]:
        assert all(in_order(flat(row["after"]), found) for found in (text, city, shown))
