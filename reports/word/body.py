"""The blocks of a report as paragraphs, lists, tables and pictures of a Word file."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm

from reports.paper.blocks import (
    Block,
    Blocks,
    Heading,
    Paragraph,
    Picture,
    Points,
    Quote,
    Run,
    Runs,
    Table,
)
from reports.pdf import png
from reports.word import lists
from reports.word.styles import OF_KIND
from reports.word.tables import table
from reports.word.xml import Xml, run, w

PICTURE, TALLEST = Cm(12), Cm(21)


class Body:
    """Writes into `file`. `depth` counts the lists around a block."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.part = file.part
        self.body = file.element.body
        self.names = {style.name: style.style_id for style in file.styles}
        self.links: dict[str, str] = {}

    def write(self, blocks: Blocks) -> None:
        """Before the properties of the section, which stand last."""
        end = self.body.find(qn("w:sectPr"))
        for element in self.elements(blocks):
            end.addprevious(element)

    def elements(self, blocks: Blocks, depth: int = 0, style: str = "") -> Iterator[Xml]:
        for block in blocks:
            yield from self.element(block, depth, style)

    def element(self, block: Block, depth: int, style: str) -> Iterator[Xml]:
        match block:
            case Heading():
                yield self.paragraph(block.runs, f"Heading {block.level}")
            case Paragraph():
                own = style or ("List Paragraph" if depth else OF_KIND[block.kind])
                yield self.paragraph(block.runs, own, self.inside(depth))
            case Points():
                yield from self.points(block, depth, style)
            case Quote():
                yield from self.elements(block.blocks, depth, "Quote")
            case Table():
                yield table(block, self.runs)
            case Picture():
                yield from self.picture(block)

    def inside(self, depth: int) -> list[Xml]:
        """A further paragraph of a point stands under its words."""
        return [w("ind", left=lists.STEP * depth)] if depth else []

    def points(self, block: Points, depth: int, style: str) -> Iterator[Xml]:
        level = min(depth, lists.DEEPEST)
        number = lists.new_list(self.file, block.ordered, block.start, level)
        for item in block.items:
            yield from self.point(item, number, level, block.ordered, style)

    def point(
        self, item: Blocks, number: int, level: int, ordered: bool, style: str
    ) -> Iterator[Xml]:
        """Its first paragraph carries the sign; one that begins with a list gets an empty one."""
        first, rest = (item[0], item[1:]) if isinstance(item[0], Paragraph) else (None, item)
        runs = first.runs if isinstance(first, Paragraph) else ()
        marked = w("numPr", w("ilvl", val=level), w("numId", val=number))
        yield self.paragraph(runs, "List Number" if ordered else "List Bullet", [marked])
        yield from self.elements(rest, level + 1, style)

    def paragraph(self, runs: Runs, style: str, properties: list[Xml] | None = None) -> Xml:
        named = w("pStyle", val=self.names[style])
        return w("p", w("pPr", named, *(properties or [])), *self.runs(runs))

    def runs(self, runs: Runs) -> list[Xml]:
        return [self.link(part) if part.href else run(part) for part in runs]

    def link(self, part: Run) -> Xml:
        """One relationship an address, however often it stands."""
        if part.href not in self.links:
            self.links[part.href] = self.part.relate_to(
                part.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        element = w("hyperlink", run(part))
        element.set(qn("r:id"), self.links[part.href])
        return element

    def picture(self, block: Picture) -> Iterator[Xml]:
        """As PNG, which every program draws, with its words for who does not see it."""
        inline = self.part.new_pic_inline(BytesIO(png(block.svg)), width=PICTURE)
        shrink = min(1, TALLEST / inline.extent.cy)
        for size in (inline.extent, inline.graphic.graphicData.pic.spPr.xfrm.find(qn("a:ext"))):
            size.cx, size.cy = round(size.cx * shrink), round(size.cy * shrink)
        inline.docPr.set("descr", block.alt)
        inline.docPr.set("title", block.table.title)
        yield w("p", w("r", w("drawing", inline)))
        yield from self.element(block.table, 0, "")
