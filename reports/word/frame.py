"""What stands around the text of the Word file: page, header, footer, properties."""

from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _
from docx import Document as NewFile
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm

from reports.paper import Paper
from reports.paper.blocks import Run
from reports.word.lists import set_lists
from reports.word.styles import STAMP, set_styles
from reports.word.xml import field, run

MARGIN, WIDTH = Cm(2.3), Cm(21 - 2 * 2.3)
# Of python-docx's template: a picture of an empty page, a copy of the styles, an empty form.
BALLAST = ("thumbnail", "stylesWithEffects", "customXml")


def framed(paper: Paper, at: datetime) -> Any:
    """An empty file with everything but the text. `at` is when the report was published."""
    file = NewFile()
    drop_ballast(file)
    set_styles(file)
    set_lists(file)
    set_settings(file)
    set_page(file.sections[0])
    set_header(file.sections[0].header, paper)
    set_footer(file.sections[0].footer, paper)
    set_properties(file.core_properties, paper, at)
    return file


def drop_ballast(file: Any) -> None:
    for rels in (file.part.rels, file.part.package.rels):
        for key, rel in list(rels.items()):
            if rel.reltype.rpartition("/")[2] in BALLAST:
                del rels[key]


def set_settings(file: Any) -> None:
    """Today's Word, not its compatibility mode; Polish for what has no language of its own."""
    settings = file.settings.element
    for mode in settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        mode.set(qn("w:val"), "15")
    for language in settings.xpath("w:themeFontLang"):
        language.set(qn("w:val"), "pl-PL")
    for zoom in settings.xpath("w:zoom"):
        zoom.set(qn("w:percent"), "100")  # the schema asks for it


def set_page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Cm(2.5)


def set_header(header: Any, paper: Paper) -> None:
    """The same on every page: whose it is, its case number, and that it is a draft."""
    case = _("Znak sprawy: %s") % paper.case_number if paper.case_number else ""
    across(header.paragraphs[0], paper.office, case)
    if paper.stamp:
        header.add_paragraph(paper.stamp, style=STAMP)


def set_footer(footer: Any, paper: Paper) -> None:
    line = footer.paragraphs[0]
    across(line, paper.edition, _("strona "))
    line._p.extend([*field("PAGE"), run(Run(_(" z "))), *field("NUMPAGES")])
    if paper.checksum:
        footer.add_paragraph(paper.address)
        footer.add_paragraph(f"SHA-256: {paper.checksum}")


def across(paragraph: Any, left: str, right: str) -> None:
    """One at the left edge, the other at the right."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.text = f"{left}\t{right}" if right else left


def set_properties(properties: Any, paper: Paper, at: datetime) -> None:
    """Times of publication, so that the same report gives the same bytes."""
    properties.title = paper.title[:255]  # python-docx refuses more
    properties.subject = paper.eyebrow[:255]
    properties.author = properties.last_modified_by = paper.office
    properties.language = "pl-PL"
    properties.identifier = paper.address[:255]
    properties.keywords = paper.case_number[:255]
    properties.comments = paper.stamp
    properties.revision = 1
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None)
