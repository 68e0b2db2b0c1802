"""Elements of WordprocessingML (ECMA-376, part 1), in the order that its schema asks for."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reports.paper.blocks import Run, Runs

Xml = Any  # an lxml element; python-docx is untyped


def w(tag: str, *children: Xml, **attributes: object) -> Xml:
    """`w("jc", val="right")` → `<w:jc w:val="right"/>`."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def run(words: Run) -> Xml:
    element = w("r", *look(words))
    for number, line in enumerate(words.text.split("\n")):
        if number:
            element.append(w("br"))
        if line:
            element.append(letters(line))
    return element


def letters(line: str) -> Xml:
    element = w("t")
    element.text = line
    element.set(qn("xml:space"), "preserve")
    return element


def look(words: Run) -> list[Xml]:
    marks = [w("rStyle", val="Hyperlink")] if words.href else []
    marks += [w("b")] if words.strong else []
    marks += [w("i")] if words.em else []
    marks += [w("lang", val=words.lang)] if words.lang else []
    return [w("rPr", *marks)] if marks else []


def field(code: str) -> list[Xml]:
    """What the program fills in itself: the number of the page, or of all pages."""
    instruction = w("instrText")
    instruction.text = code
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        w("r", letters("1")),
        w("r", w("fldChar", fldCharType="end")),
    ]


def spoken(runs: Runs) -> str:
    return "".join(part.text for part in runs)
