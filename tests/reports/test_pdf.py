"""The PDF read back: what a screen reader, a search and a careful clerk find in it."""

import re
from collections import Counter
from io import BytesIO

import pypdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.kernel.typesetting import settable
from reports.pdf import FOLDER, pdf, png
from tests.reports import papers


def read(document):
    return pypdf.PdfReader(BytesIO(pdf(document)))


def text_of(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def elements(reader):
    """The structure tree as (tag, dictionary), in reading order."""

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node["/S"], node
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))


@pytest.fixture(scope="module")
def full():
    return read(papers.document())


def test_it_says_that_it_is_accessible_polish_and_what_it_is_called(full):
    root = full.trailer["/Root"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert root["/Lang"] in ("pl", "pl-PL")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert full.metadata.title == "Od marca do maja 2026\xa0r."
    assert "Pełnomocnik Prezydenta Miasta Krakowa" in full.metadata.author


def test_bookmarks_are_the_headings(full):
    top, below = full.outline
    assert top["/Title"] == "Od marca do maja 2026\xa0r."
    titles = [row["/Title"] for row in below if not isinstance(row, list)]
    assert titles == [
        "W\xa0liczbach",
        "Na wykresach",
        "Marzec",
        "Spotkania i\xa0działania według miesięcy",
        "Podziękowania",
        "Osobno",
        "Skąd te liczby",
        "O\xa0tym dokumencie",
    ]


def test_headings_tables_and_lists_are_real(full):
    tags = Counter(tag for tag, _ in elements(full))
    assert tags["/H1"] == 1
    assert tags["/H2"] == 8
    assert tags["/Table"] == 6  # figures, months, notes, and one beside each of three charts
    assert tags["/THead"] == 6
    assert tags["/TH"] == 3 + 4 + 4 + 3 * 2
    assert tags["/L"] >= 3
    assert tags["/BlockQuote"] == 1


def test_each_chart_says_its_numbers_in_words(full):
    alts = [node["/Alt"] for tag, node in elements(full) if tag == "/Figure"]
    assert len(alts) == 3
    assert any("Marzec\xa0– 2\xa0spotkania" in alt for alt in alts)
    assert all(alt in text for alt, text in zip(alts, alts, strict=True))


def test_every_page_has_its_number_the_case_number_and_the_checksum():
    document = papers.document(papers.two_years())
    pages = read(document).pages
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert f"strona {number} z {len(pages)}" in text
        assert "OR-09.0640.5.2026" in text
        assert document.checksum in text
        assert "PROJEKT" not in text


def test_a_draft_says_so_on_every_page():
    pages = read(papers.document(papers.two_years(), number=None)).pages
    for page in pages:
        assert page.extract_text().count("PROJEKT") == 2  # in the head, and across the page


def test_the_stamp_and_the_frame_are_no_text_of_the_report():
    """Artifacts: a screen reader does not repeat them on every page."""
    reader = read(papers.document(number=None))
    content = reader.pages[0].get_contents().get_data()
    assert content.count(b"/Artifact") >= 3


def test_the_same_report_gives_the_same_bytes():
    assert pdf(papers.document()) == pdf(papers.document())
    assert pdf(papers.document()) != pdf(papers.document(number=2))


def test_links_lead_to_whole_addresses(full):
    found = [
        note.get_object()["/A"]["/URI"]
        for page in full.pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get_object().get("/A", {})
    ]
    assert any(address.endswith("/wydarzenia/7/spotkajmy-sie/") for address in found)
    assert all(address.startswith("http") for address in found)


def test_an_erasure_is_said():
    text = text_of(read(papers.document(erased_at=papers.MID_MAY)))
    assert "usunięto dane osobowe (15 maja 2026 r.)" in text


@pytest.mark.parametrize("text", papers.MALICE, ids=range(len(papers.MALICE)))
def test_text_that_tries_to_be_markup_stays_text(text):
    made = pdf(papers.document(papers.everywhere(text)))
    if len(text) > 100:
        return  # that it can be set is enough: reading it back takes a minute
    found = text_of(pypdf.PdfReader(BytesIO(made)))
    assert "root:" not in found
    known = "".join(char for char in settable(text) if char.isalnum() and char.isascii())
    assert known in re.sub(r"[^A-Za-z0-9]", "", found)


def test_a_word_of_ten_thousand_letters_stays_on_the_paper():
    word = "x" * 10_000
    reader = read(papers.document(papers.one_month(lead=word, figures=[], closing="", notes=[])))
    assert text_of(reader).count("x") >= 10_000
    assert all(len(line) < 200 for page in reader.pages for line in page.extract_text().split("\n"))


def test_a_sign_that_the_typeface_lacks_is_marked_and_explained():
    text = text_of(read(papers.document(papers.content(lead="Było 😀 miło."))))
    assert "Było □ miło." in text
    assert "nie ma znaku" in text
    assert "nie ma znaku" not in text_of(read(papers.document()))


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=60), rich=st.text(max_size=60))
def test_any_text_can_be_set(text, rich):
    made = papers.one_month(lead=text, closing=f"<h3>{rich}</h3><p>{rich}", figures=[])
    assert pdf(papers.document({**made, "title": text, "case_number": rich})).startswith(b"%PDF")


def test_nothing_outside_the_templates_is_read(tmp_path):
    stolen = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{tmp_path}/x.png"/></svg>'
    with pytest.raises(typst.TypstError):
        png(stolen)
    for template in FOLDER.glob("*.typ"):
        assert "@preview" not in template.read_text()
        assert "read(" not in template.read_text()


def test_a_drawing_alone_is_a_picture_of_its_own_size():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0H20V10Z"/></svg>'
    )
    made = png(svg)
    assert made.startswith(b"\x89PNG")
    assert made == png(svg)
