"""Lists of the Word file: real ones, to any depth, each ordered one with its own first number."""

from typing import Any

from docx.oxml.ns import qn

from reports.word.xml import Xml, w

DEEPEST = 8  # levels of WordprocessingML, counted from 0
STEP = 360  # twentieths of a point
BULLETS = "•–▪"
BULLETED, NUMBERED = 1, 2  # numbers of the two kinds, as paragraphs name them


def set_lists(file: Any) -> None:
    """Ours in place of the template's, whose lists know one level."""
    numbering = file.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    numbering.append(kind(BULLETED, "bullet", lambda level: BULLETS[level % len(BULLETS)]))
    numbering.append(kind(NUMBERED, "decimal", lambda level: f"%{level + 1}."))
    for number in (BULLETED, NUMBERED):
        numbering.append(w("num", w("abstractNumId", val=number), numId=number))
    for style in file.styles.element.xpath("w:style[w:pPr/w:numPr]"):
        properties = style.find(qn("w:pPr"))
        properties.remove(properties.find(qn("w:numPr")))


def kind(number: int, form: str, sign: Any) -> Xml:
    levels = (
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=form),
            w("lvlText", val=sign(level)),
            w("lvlJc", val="left"),
            w("pPr", indent(level)),
            ilvl=level,
        )
        for level in range(DEEPEST + 1)
    )
    return w(
        "abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number
    )


def indent(level: int) -> Xml:
    return w("ind", left=STEP * (level + 1), hanging=STEP)


def new_list(file: Any, ordered: bool, start: int, level: int) -> int:
    """The number by which paragraphs of one list name it."""
    if not ordered:
        return BULLETED
    numbering = file.part.numbering_part.element
    number = len(numbering.findall(qn("w:num"))) + 1
    begins = w("lvlOverride", w("startOverride", val=start), ilvl=level)
    numbering.append(w("num", w("abstractNumId", val=NUMBERED), begins, numId=number))
    return number
