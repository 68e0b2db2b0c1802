"""From Markdown or HTML to blocks of rich text whose headings still have their own levels."""

import re
from functools import cache

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from events.importing.encodings import UnreadableError
from events.importing.published import LONGEST, date_line
from portal.kernel.blocks import Block
from portal.kernel.html_tree import BLOCKS, INLINES, SILENT, Element, parse
from portal.kernel.inline import Marks
from portal.kernel.tidy import Reader

# Around the text of a page: ways to other pages.
AROUND = {"nav", "footer", "aside", "form", "fieldset"}
DEEPEST = 250  # tags inside one another; browsers' own parsers slow down on thousands
KNOWN = BLOCKS | INLINES | SILENT | {"img", "html", "head", "body", "u", "s", "sub", "code", "time"}
CLOSING = frozenset(BLOCKS - {"p", "li", "td", "th", "tr", "dt", "dd", "hr"}) | {"b", "i", "span"}
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
MOST_MARKS = 2000  # of one kind in a paragraph
PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
YEAR = re.compile(r"\b\d{4}\b")
# „6. urodziny” is a number of birthdays, and no sixth point of a list.
ORDINAL = re.compile(
    r"^(?P<before>[ \t]*(?:[-*+][ \t]+)?)(?P<number>\d{1,3})\.(?=[ \t])", re.MULTILINE
)
RULE = re.compile(r"(?<=\S)\n(?=[ \t]*(?:-{3,}|={3,})[ \t]*$)", re.MULTILINE)
# „<Nazwa>” is no tag, and must not vanish like one.
NO_TAG = re.compile(
    rf"<(?!/?(?:{'|'.join(sorted(KNOWN))})\b|!--|https?:|mailto:|[\w.+-]+@)", re.IGNORECASE
)


@cache
def _markdown() -> MarkdownIt:
    """Indented lines are paragraphs here: nobody writes code in an announcement."""
    return MarkdownIt("commonmark", {"html": True}).disable(["code"]).enable("table")


class LevelsKept(Reader):
    """Headings keep the levels that they were given: `h1` to `h6`."""

    def read_heading(self, element: Element, marks: Marks) -> None:
        if self.depth:
            super().read_heading(element, marks)
            return
        outer, self.tag = self.tag, element.tag
        self.read(element, marks)
        self.end_paragraph()
        self.tag = outer


def html_of_markdown(text: str) -> str:
    """What offices write as Markdown without knowing it stays what they meant."""
    refuse_thicket(text)
    numbers = {int(found["number"]) for found in ORDINAL.finditer(text)}
    text = ORDINAL.sub(lambda found: escaped(found, numbers), text)
    text = NO_TAG.sub("&lt;", RULE.sub("\n\n", text))
    return str(_markdown().render("\n".join(map(alone, text.split("\n")))))


def refuse_thicket(text: str) -> None:
    """Markdown pairs each bracket and star of a paragraph with all the others of it."""
    for paragraph in PARAGRAPH_END.split(text):
        if max(map(paragraph.count, "[*_`<")) > MOST_MARKS:
            raise UnreadableError(_("Jeden akapit ma tysiące nawiasów lub gwiazdek: to nie tekst."))


def escaped(found: re.Match[str], numbers: set[int]) -> str:
    """A number inside a point, or one without its neighbours, begins no list."""
    number = int(found["number"])
    listed = number == 1 or number - 1 in numbers or number + 1 in numbers
    is_point = listed and not found["before"].strip()
    return found[0] if is_point else f"{found['before']}{number}\\."


def alone(line: str) -> str:
    """A line that is a day of publication and no more stands alone."""
    if len(line) > LONGEST or not YEAR.search(line) or date_line(line.strip("*_ \t"), []) is None:
        return line
    return f"\n{line}\n"


def blocks_of(html: str) -> list[Block]:
    """Nothing that runs, no menu, no pictures; UnreadableError for a labyrinth of tags."""
    refuse_depth(html)
    root = text_of_page(parse(html))
    reader = LevelsKept(from_word=False)
    reader.read(root, Marks())
    return reader.done()


def refuse_depth(html: str) -> None:
    depth = 0
    for found in TAG.finditer(html):
        if found[2].lower() in CLOSING:
            depth = max(0, depth - 1) if found[1] else depth + 1
            if depth > DEEPEST:
                raise UnreadableError(
                    _("HTML jest zagnieżdżony na ponad %d poziomów: to nie jest zwykły tekst.")
                    % DEEPEST
                )


def text_of_page(root: Element) -> Element:
    """The article of a page, without what leads elsewhere."""
    found = named(root, "main") or named(root, "article")
    if len(found) == 1:
        return without_ways(found[0], AROUND)
    # A heading inside the page's own head is its title; a head without one holds a logo.
    heads = set() if any(named(head, "h1") for head in named(root, "header")) else {"header"}
    return without_ways(root, AROUND | heads)


def named(element: Element, tag: str) -> list[Element]:
    parts = [child for child in element.children if isinstance(child, Element)]
    found = [part for part in parts if part.tag == tag]
    return found + [deeper for part in parts for deeper in named(part, tag)]


def without_ways(element: Element, ways: set[str]) -> Element:
    kept = [
        without_ways(child, ways) if isinstance(child, Element) else child
        for child in element.children
        if not (isinstance(child, Element) and child.tag in ways)
    ]
    return Element(element.tag, element.attributes, kept)
