"""A text as the checks read it: its blocks, their links, and what is known around it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.kernel.html_tree import BLOCKS, HEADINGS, Element, parse
from portal.kernel.typography import KEPT

TITLE = "title"
LONGEST_ABBREVIATION = 10  # signs, with what stands before it
# After these a full stop ends no sentence.
ABBREVIATED = re.compile(
    r"(?:^|[\s(„])(?:godz|ul|al|os|pl|im|św|ds|dr|prof|mgr|inż|np|tzw|tzn|ok|nr|tel|m\.in|tj|ks"
    r"|pon|wt|śr|czw|pt|sob|niedz|[A-ZĆŁÓŚŹŻ])\.$"
)
SENTENCE_END = re.compile(r"[.!?…][”»)]*(?=\s+[„»(]*[A-ZĄĆĘŁŃÓŚŹŻ0-9])")


@dataclass(frozen=True)
class Link:
    words: str
    address: str
    start: int  # where its words begin in the block


@dataclass(frozen=True)
class Block:
    """A title, a paragraph, a heading or a point of a list. No-break spaces are plain here."""

    kind: str
    text: str
    links: tuple[Link, ...] = ()

    @property
    def level(self) -> int:
        """Of a heading, 2 for „h2”; 0 for anything else."""
        return int(self.kind[1]) if self.kind in HEADINGS else 0

    @cached_property
    def prose(self) -> str:
        """The text with addresses blotted out, sign for sign: no rule of Polish holds in them."""
        return KEPT.sub(lambda found: "\ufffc" * len(found[0]), self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of each sentence."""
        ends = [found.end() for found in SENTENCE_END.finditer(self.text)]
        ends = [end for end in ends if not self._is_abbreviation(end)]
        return tuple(zip([0, *ends], [*ends, len(self.text)], strict=True))

    def _is_abbreviation(self, end: int) -> bool:
        return bool(ABBREVIATED.search(self.text, max(0, end - LONGEST_ABBREVIATION), end))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _end in self.sentences]

    @cached_property
    def _worded(self) -> list[str]:
        return [self.text[start:end].strip() for start, end in self.sentences]

    def span_at(self, place: int) -> tuple[int, int]:
        """(start, end) of the sentence there."""
        return self.sentences[bisect_right(self._starts, place) - 1]

    def sentence_at(self, place: int) -> str:
        """Of one sentence always the same object, so that what is found in it can be kept."""
        return self._worded[bisect_right(self._starts, place) - 1]


@dataclass(frozen=True)
class Around:
    """What a text's surroundings say that the text itself does not."""

    day: date  # on which it goes out
    years: tuple[int, ...] = ()  # of the event it is about
    inviting: bool = False
    internal: bool = False  # for the office alone: no person's data may stand in it


@dataclass(frozen=True)
class Writing:
    blocks: tuple[Block, ...]
    around: Around

    @property
    def numbered(self) -> Iterator[tuple[int, Block]]:
        return enumerate(self.blocks)

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)


def of_title(text: str, around: Around) -> Writing:
    return Writing((Block(TITLE, plain(text)),), around)


def of_text(text: str, around: Around) -> Writing:
    """Paragraphs stand apart by an empty line, as pages show them."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    return Writing(tuple(Block("p", plain(text)) for text in paragraphs if text.strip()), around)


def of_html(html: str, around: Around) -> Writing:
    return Writing(tuple(_blocks(parse(html))), around)


def plain(text: str) -> str:
    """Every white sign is a space; how many there are is kept."""
    return re.sub(r"\s", " ", text).strip()


def _blocks(element: Element) -> Iterator[Block]:
    """The innermost blocks, and what stands loose between them."""
    loose: list[Element | str] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag in BLOCKS:
            yield from _block("p", loose)
            loose = []
            if _holds_blocks(child):
                yield from _blocks(child)
            else:
                yield from _block(child.tag, child.children, empty=child.tag in HEADINGS)
        else:
            loose.append(child)
    yield from _block("p", loose)


def _holds_blocks(element: Element) -> bool:
    return any(isinstance(child, Element) and child.tag in BLOCKS for child in element.children)


def _block(kind: str, parts: list[Element | str], *, empty: bool = False) -> Iterator[Block]:
    text, links = _read(parts, 0)
    if text.strip() or links or empty:
        indent = len(text) - len(text.lstrip())
        moved = (Link(row.words, row.address, row.start - indent) for row in links)
        yield Block(kind, text.strip(), tuple(moved))


def _read(parts: list[Element | str], offset: int) -> tuple[str, list[Link]]:
    """The words and links of inline parts that begin at the offset."""
    text, links = "", list[Link]()
    for part in parts:
        if isinstance(part, str):
            text += re.sub(r"\s", " ", part)
            continue
        words, inner = (" ", []) if part.tag == "br" else _read(part.children, offset + len(text))
        if part.tag == "a":
            links.append(Link(words.strip(), part.attributes.get("href", ""), offset + len(text)))
        text, links = text + words, links + inner
    return text, links
