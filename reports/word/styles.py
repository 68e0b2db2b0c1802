"""Styles of the Word file: the site's ink, fonts that every office has, everything in Polish."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from reports.word.xml import w

INK, QUIET, DEEP = "1B2330", "535C6B", "0B335E"
BLUE, BRICK, LINE, TINT = "0B4C8F", "9C3A22", "D5CAB4", "F6F1E6"
SANS, SERIF = "Calibri", "Cambria"
LEAD, NOTE, NOTICE, STAMP = "Wstęp", "Uwaga", "Ważne", "Projekt"
OF_KIND = {"": "Normal", "lead": LEAD, "note": NOTE, "notice": NOTICE}
KEPT_TABLES = {"Normal Table", "Table Grid"}

Shape = tuple[str, float, str, str, float, float]
# name, size in points, colour, fonts, points above and below
HEADINGS: tuple[Shape, ...] = (
    ("Heading 1", 24, INK, SERIF, 0, 4),
    ("Heading 2", 15, DEEP, SERIF, 18, 6),
    ("Heading 3", 12, DEEP, SERIF, 12, 4),
)
OWN: tuple[Shape, ...] = (
    (LEAD, 12.5, INK, SERIF, 6, 8),
    (NOTE, 9, QUIET, SANS, 3, 4),
    (NOTICE, 10.5, BRICK, SANS, 4, 6),
    (STAMP, 14, BRICK, SANS, 0, 0),
)


def set_styles(file: Any) -> None:
    drop_unused(file)
    in_polish(file.styles.element)
    shaped(file.styles["Normal"], 10.5, INK, SANS, 3, 5)
    for shape in HEADINGS:
        shaped(file.styles[shape[0]], *shape[1:])
    for number, shape in enumerate(OWN, start=1):
        style = file.styles.add_style(shape[0], WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles["Normal"]
        style.element.styleId = f"Report{number}"  # not every program reads Polish letters here
        shaped(style, *shape[1:])
    file.styles[STAMP].font.bold = True
    for name in ("Header", "Footer"):
        shaped(file.styles[name], 8.5, QUIET, SANS, 0, 2)
    add_hyperlink(file)


def drop_unused(file: Any) -> None:
    """A hundred table styles of python-docx's template, of which none is used."""
    for style in list(file.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in KEPT_TABLES:
            style.delete()


def in_polish(styles: Any) -> None:
    [language] = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    language.set(qn("w:val"), "pl-PL")
    language.set(qn("w:eastAsia"), "pl-PL")


def shaped(style: Any, size: float, colour: str, fonts: str, above: float, below: float) -> None:
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before = Pt(above)
    style.paragraph_format.space_after = Pt(below)
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    named = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), fonts)
    properties.insert(0, w("rFonts", **named))


def add_hyperlink(file: Any) -> None:
    style = file.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = RGBColor.from_string(BLUE)
    style.font.underline = True
