"""Rich text as it is stored, made of whatever was pasted: no word is lost, all looks are.

What may stand in it: paragraphs, headings of two levels, lists, quotes, and in their lines bold,
italics, links and parts in another language. Doing it twice changes nothing more.
"""

import re
from collections.abc import Iterator
from typing import TypeGuard

from portal.kernel.addresses import stored_address
from portal.kernel.blocks import (
    DEEPEST,
    ONLY_DOT,
    Block,
    Bullet,
    Items,
    Quote,
    Text,
    bulleted,
    gathered,
    levelled,
    write,
)
from portal.kernel.html_tree import BLOCKS, HEADINGS, Element, parse
from portal.kernel.inline import END, Line, Marks, joined, lines, visible, words
from portal.kernel.language_codes import language_code
from portal.kernel.looks import from_word, is_numbered, list_style, weighed

PLAIN = Marks()
BETWEEN_CELLS = " – "
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MINUTES = re.compile(r"[0-5]\d")


def tidy(html: str) -> str:
    root = parse(html)
    reader = Reader(from_word=from_word(root))
    reader.read(root, PLAIN)
    return "".join(map(write, levelled(reader.done())))


class Reader:
    """Walks a tree and writes down blocks; one inside another reads a point or a quote."""

    def __init__(self, *, from_word: bool, depth: int = 0) -> None:
        self.from_word = from_word
        self.depth = depth
        self.tag = "p"
        self.keep_lines = False
        self.blocks: list[Block] = []
        self.letters: Line = []

    def inner(self, *, deeper: int = 1) -> "Reader":
        return Reader(from_word=self.from_word, depth=self.depth + deeper)

    def done(self) -> list[Block]:
        self.end_paragraph()
        return gathered(self.blocks, self.depth)

    def read(self, element: Element, marks: Marks) -> None:
        for child in element.children:
            if isinstance(child, str):
                text = visible(child, keep_lines=self.keep_lines)
                self.letters += [(char, marks) for char in text]
            elif child.tag in BLOCKS:
                self.end_paragraph()
                self.read_block(child, self.marked(child, marks))
                self.end_paragraph()
            else:
                self.read_inline(child, marks)

    ## Inside a line

    def read_inline(self, element: Element, marks: Marks) -> None:
        if element.tag == "br":
            self.letters.append((END, marks))
        elif element.tag == "sup":
            self.read_raised(element, marks)
        elif not list_style(element, "ignore"):
            self.read(element, self.marked(element, marks))

    def read_raised(self, element: Element, marks: Marks) -> None:
        """„14⁰⁰” is an hour and „m²” a measure, even without raised letters."""
        start = len(self.letters)
        self.read(element, marks)
        raised = words(self.letters[start:])
        if MINUTES.fullmatch(raised) and start and self.letters[start - 1][0].isdigit():
            self.letters.insert(start, (".", marks))
        elif raised.isdecimal():
            self.letters[start:] = [(char, marks) for char in raised.translate(RAISED)]

    def marked(self, element: Element, marks: Marks) -> Marks:
        marks = weighed(element, marks, heading=self.tag != "p")
        code = element.attributes.get("lang")
        if code and not self.from_word:
            marks = marks._replace(lang=language_code(code))
        if element.tag == "a" and marks.href is None and "href" in element.attributes:
            marks = marks._replace(href=stored_address(element.attributes["href"]))
        return marks

    ## Blocks

    def end_paragraph(self) -> None:
        letters, self.letters = self.letters, []
        if self.tag != "p":
            line = joined([line for line in lines(letters) if line], " ")
            self.blocks += [Text(line, self.tag)] if line else []
            return
        paragraph: list[Line] = []
        for line in [*lines(letters), []]:
            point = bulleted(line) if self.depth == 0 else None
            if (point or not line) and paragraph:
                self.blocks.append(Text(joined(paragraph, END)))
                paragraph = []
            if point:
                self.blocks.append(point)
            elif line:
                paragraph.append(line)

    def read_block(self, element: Element, marks: Marks) -> None:
        if element.tag in HEADINGS:
            self.read_heading(element, marks)
        elif element.tag == "tr":
            self.read_row(element, marks)
        elif element.tag == "pre":
            self.keep_lines, kept = True, self.keep_lines
            self.read(element, marks)
            self.end_paragraph()
            self.keep_lines = kept
        elif (style := list_style(element, "level")) and self.tag == "p":
            self.read_point_of_word(element, marks, style)
        elif element.tag in ("ul", "ol") and self.depth < DEEPEST:
            self.read_list(element, marks)
        elif element.tag == "li" and self.depth < DEEPEST:
            self.read_list(Element("ul", children=[element]), marks)
        elif element.tag == "blockquote" and self.depth < DEEPEST:
            self.read_quote(element, marks)
        else:
            self.read(element, marks)

    def read_heading(self, element: Element, marks: Marks) -> None:
        """Of the page, or, inside a list or a quote, words in bold."""
        outer = self.tag
        if self.depth:
            marks = marks._replace(strong=True)
        else:
            self.tag = "h2" if element.tag in ("h1", "h2") else "h3"
        self.read(element, marks)
        self.end_paragraph()
        self.tag = outer

    def read_quote(self, element: Element, marks: Marks) -> None:
        reader = self.inner()
        reader.read(element, marks)
        if blocks := reader.done():
            self.blocks.append(Quote(blocks))

    def read_list(self, element: Element, marks: Marks) -> None:
        found = Items(element.tag == "ol", _start(element))
        for part in _points(element):
            reader = self.inner()
            reader.read(part, reader.marked(part, marks))
            _take(found, reader.done())
        if found.items:
            self.blocks.append(found)

    def read_point_of_word(self, element: Element, marks: Marks, style: str) -> None:
        """A paragraph that Word only draws as a point of a list."""
        reader = self.inner()
        reader.read(element, marks)
        blocks = reader.done()
        line = joined([block.line for block in blocks if isinstance(block, Text)], " ")
        level = int((re.findall(r"level(\d)", style) or ["1"])[0])
        if line and all(isinstance(block, Text) for block in blocks):
            self.blocks.append(Bullet(line, max(1, level), is_numbered(element)))
        else:
            self.blocks += blocks

    def read_row(self, element: Element, marks: Marks) -> None:
        """A row of short cells is a paragraph; one that holds more is what it holds."""
        cells = []
        for child in element.children:
            reader = self.inner(deeper=0)
            reader.tag = self.tag
            reader.read(Element("", children=[child]), marks)
            cells.append(reader.done())
        short = [block.line for cell in cells for block in cell if _short(block)]
        if len(short) == sum(map(len, cells)) and all(len(cell) < 2 for cell in cells):
            self.read_cells(short)
        else:
            self.blocks += [block for cell in cells for block in cell]

    def read_cells(self, cells: list[Line]) -> None:
        if cells and ONLY_DOT.fullmatch(words(cells[0])):
            cells = [joined(cells[:2], " "), *cells[2:]]
        self.letters = joined(cells, BETWEEN_CELLS)
        self.end_paragraph()


def _points(element: Element) -> Iterator[Element]:
    """The points of a list; what stands loose between two is one more."""
    loose = Element("")
    for child in element.children:
        if isinstance(child, Element) and child.tag == "li":
            yield loose
            yield child
            loose = Element("")
        else:
            loose.children.append(child)
    yield loose


def _short(block: Block) -> TypeGuard[Text]:
    return isinstance(block, Text) and block.tag == "p"


def _take(found: Items, blocks: list[Block]) -> None:
    """A point begins with words: a list that stands alone belongs to the point before it."""
    while blocks and isinstance(blocks[0], Items):
        if found.items:
            _continue(found.items[-1], blocks[0])
        else:
            found.items += blocks[0].items
        del blocks[0]
    if blocks:
        found.items.append(blocks)


def _continue(point: list[Block], below: Items) -> None:
    last = point[-1]
    if isinstance(last, Items) and last.ordered == below.ordered:
        last.items += below.items
    else:
        point.append(below)


def _start(element: Element) -> int:
    written = element.attributes.get("start", "")
    return int(written) if re.fullmatch(r"[1-9]\d{0,2}", written) else 1
