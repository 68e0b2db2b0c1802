"""The Word file read back by python-docx, and its XML by a parser that forgives nothing."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx as reader
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.docx import docx
from tests.reports import papers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(document):
    return reader.Document(BytesIO(docx(document)))


def parts(content):
    """Each XML part of the file as a tree: malformed ones raise."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        return names, {
            name: ElementTree.fromstring(archive.read(name))
            for name in names
            if name.endswith((".xml", ".rels"))
        }


@pytest.fixture(scope="module")
def full():
    return read(papers.document())


def styled(file, style):
    return [row.text for row in file.paragraphs if row.style.name == style]


def test_headings_are_real_and_in_order(full):
    assert styled(full, "Heading 1") == ["Od marca do maja 2026\xa0r."]
    assert styled(full, "Heading 2") == [
        "W\xa0liczbach",
        "Na wykresach",
        "Marzec",
        "Spotkania i\xa0działania według miesięcy",
        "Podziękowania",
        "Osobno",
        "Skąd te liczby",
        "O\xa0tym dokumencie",
    ]


def test_lists_are_real_nested_and_begin_where_they_should(full):
    [third] = [row for row in full.paragraphs if row.text == "raz"]
    [nested] = [row for row in full.paragraphs if row.text == "niżej"]
    assert (third.style.name, nested.style.name) == ("List Number", "List Bullet")
    assert nested._p.pPr.numPr.ilvl.val == third._p.pPr.numPr.ilvl.val + 1
    numbering = full.part.numbering_part.element
    [num] = numbering.xpath(f"w:num[@w:numId='{third._p.pPr.numPr.numId.val}']")
    assert [start.get(qn("w:val")) for start in num.iter(qn("w:startOverride"))] == ["3"]


def test_tables_repeat_their_header_row_and_have_names(full):
    assert len(full.tables) == 6
    for table in full.tables:
        first, *others = table._tbl.tr_lst
        assert first.xpath("w:trPr/w:tblHeader")
        assert not any(row.xpath("w:trPr/w:tblHeader") for row in others)
        assert table._tbl.xpath("w:tblPr/w:tblCaption/@w:val")[0]
    assert [cell.text for cell in full.tables[0].rows[0].cells] == [
        "Co liczymy",
        "Ile",
        "Jak liczymy",
    ]


def test_pictures_have_words_and_the_same_numbers_in_a_table(full):
    words = full.element.body.xpath(".//wp:docPr/@descr")
    assert len(words) == 3
    assert "Marzec\xa0– 2\xa0spotkania" in words[0]
    assert len(full.inline_shapes) == 3


def test_it_is_polish_titled_and_dated_by_the_publication(full):
    properties = full.core_properties
    assert properties.title == "Od marca do maja 2026\xa0r."
    assert properties.language == "pl-PL"
    assert properties.created == properties.modified == papers.MID_MAY
    assert "Pełnomocnik Prezydenta Miasta Krakowa" in properties.author
    languages = full.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    assert languages == ["pl-PL"]


def test_head_and_foot_of_every_page():
    document = papers.document()
    [section] = read(document).sections
    head = "\n".join(row.text for row in section.header.paragraphs)
    foot = "\n".join(row.text for row in section.footer.paragraphs)
    assert "Znak sprawy: OR-09.0640.5.2026" in head
    assert "PROJEKT" not in head
    assert document.checksum in foot
    assert document.address in foot
    fields = [row.text for row in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert not section.different_first_page_header_footer


def test_a_draft_says_so_on_every_page():
    file = read(papers.document(number=None))
    [section] = file.sections
    assert "PROJEKT" in [row.text for row in section.header.paragraphs]
    assert not section.different_first_page_header_footer
    assert "SHA-256" not in "\n".join(row.text for row in section.footer.paragraphs)
    assert any(row.text.startswith("Projekt, nieopublikowany") for row in file.paragraphs)


def test_links_lead_to_whole_addresses(full):
    found = {
        rel.target_ref for rel in full.part.rels.values() if rel.reltype.endswith("/hyperlink")
    }
    assert any(address.endswith("/wydarzenia/7/spotkajmy-sie/") for address in found)
    assert all(address.startswith("http") for address in found)


def test_the_same_report_gives_the_same_bytes():
    assert docx(papers.document()) == docx(papers.document())
    assert docx(papers.document()) != docx(papers.document(number=2))


def check(content):
    """Whole: every relationship inside leads to a part, every part has a type, ids are known."""
    names, trees = parts(content)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]
    for name, tree in trees.items():
        if name.endswith(".rels"):
            base = name.replace("_rels/", "").removesuffix(".rels").rpartition("/")[0]
            for rel in tree:
                if rel.get("TargetMode") != "External":
                    target = rel.get("Target").lstrip("/")
                    assert f"{base}/{target}".lstrip("/") in names or target in names
    body = trees["word/document.xml"]
    ids = {rel.get("Id") for rel in trees["word/_rels/document.xml.rels"]}
    space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
    used = {value for node in body.iter() for key, value in node.attrib.items() if space in key}
    assert used <= ids
    styles = {node.get(f"{W}styleId") for node in trees["word/styles.xml"].iter(f"{W}style")}
    named = {
        node.get(f"{W}val")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for node in body.iter(f"{W}{tag}")
    }
    assert named <= styles
    numbers = {node.get(f"{W}numId") for node in trees["word/numbering.xml"].iter(f"{W}num")}
    assert {node.get(f"{W}val") for node in body.iter(f"{W}numId")} <= numbers
    return body


@pytest.mark.parametrize("name", papers.ALL)
def test_the_file_is_whole(name):
    check(docx(papers.document(papers.ALL[name]())))


@pytest.mark.parametrize("text", papers.MALICE, ids=range(len(papers.MALICE)))
def test_text_that_tries_to_be_markup_stays_text(text):
    body = check(docx(papers.document(papers.everywhere(text))))
    said = "".join(node.text or "" for node in body.iter(f"{W}t"))
    assert not [char for char in said if char in "\x00\x07\u202e\ufffe"]
    if "HYPERLINK" in text or "script" in text or "passwd" in text:
        assert text.split("(")[0] in said
    assert not list(body.iter(f"{W}instrText"))  # fields are ours alone, and stand in the foot


@settings(max_examples=15, deadline=None)
@given(text=st.text(max_size=60), rich=st.text(max_size=60))
def test_any_text_can_be_written(text, rich):
    made = papers.one_month(lead=text, closing=f"<h3>{rich}</h3><ol><li>{rich}", case_number=rich)
    check(docx(papers.document({**made, "title": text, "figures": []}, number=None)))


def test_lists_may_be_deeper_than_anybody_reads():
    deep = "<ul><li>x" * 30 + "</li></ul>" * 30
    check(docx(papers.document(papers.one_month(closing=deep, figures=[]))))
