"""Blocks of a rich text, as they may be stored, and their HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.kernel.inline import Line, words, write_line

DEEPEST = 6  # lists and quotes inside one another


@dataclass
class Text:
    line: Line
    tag: str = "p"


@dataclass
class Items:
    """A list of points."""

    ordered: bool = False
    start: int = 1
    items: "list[list[Block]]" = field(default_factory=list)


@dataclass
class Quote:
    blocks: "list[Block]"


@dataclass
class Bullet:
    """A paragraph that looks like a point of a list: from Word, or typed by hand."""

    line: Line
    level: int = 1
    ordered: bool = False


Block = Text | Items | Quote | Bullet

DOT = re.compile(r"(?:[•·▪◦‣⁃●■○][ \xa0]+)+(?=\S)")
ONLY_DOT = re.compile(r"[•·▪◦‣⁃●■○]")


def bulleted(line: Line) -> Bullet | None:
    """The line as a point when it starts with a dot; a hyphen may begin a dialogue."""
    found = DOT.match(words(line))
    return Bullet(line[found.end() :]) if found else None


def gathered(blocks: list[Block], depth: int) -> list[Block]:
    """Bullets that follow one another made into lists inside lists, by their levels."""
    done: list[Block] = []
    open_lists: list[Items] = []
    for block in blocks:
        if isinstance(block, Bullet):
            _add(block, done, open_lists, max(1, DEEPEST - depth))
        else:
            open_lists.clear()
            done.append(block)
    return done


def _add(bullet: Bullet, done: list[Block], open_lists: list[Items], deepest: int) -> None:
    level = min(bullet.level, len(open_lists) + 1, deepest)
    del open_lists[level:]
    if len(open_lists) == level and open_lists[-1].ordered != bullet.ordered:
        open_lists.pop()
    if len(open_lists) < level:
        fresh = Items(bullet.ordered)
        (open_lists[-1].items[-1] if open_lists else done).append(fresh)
        open_lists.append(fresh)
    open_lists[-1].items.append([Text(bullet.line)])


def levelled(blocks: list[Block]) -> Iterator[Block]:
    """No heading of the third level before one of the second."""
    above = False
    for block in blocks:
        if isinstance(block, Text) and block.tag == "h3" and not above:
            block = Text(block.line, "h2")
        above = above or (isinstance(block, Text) and block.tag == "h2")
        yield block


def write(block: Block) -> str:
    if isinstance(block, Text):
        return f"<{block.tag}>{write_line(block.line)}</{block.tag}>"
    if isinstance(block, Quote):
        return f"<blockquote>{''.join(map(write, block.blocks))}</blockquote>"
    if isinstance(block, Items):
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start > 1 else ""
        return f"<{tag}{start}>{''.join(map(_item, block.items))}</{tag}>"
    return write(Text(block.line))


def _item(blocks: list[Block]) -> str:
    """A point of one paragraph is written without <p>, with the points below it if there are."""
    first, *rest = blocks
    if isinstance(first, Text) and all(isinstance(block, Items) for block in rest):
        return f"<li>{write_line(first.line)}{''.join(map(write, rest))}</li>"
    return f"<li>{''.join(map(write, blocks))}</li>"
