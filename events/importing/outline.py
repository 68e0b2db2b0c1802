"""The blocks of a text, walked through and asked what they are."""

from collections.abc import Callable, Iterator

from events.importing.lines import said
from portal.kernel.blocks import Block, Bullet, Items, Quote, Text
from portal.kernel.html_tree import HEADINGS
from portal.kernel.inline import Line

BEGUN = 30  # letters: a shorter line is complete, whatever it ends with
ENDS = tuple(".!?:;…”\"')]»")


def each_line(blocks: list[Block], change: Callable[[Line], Line]) -> list[Block]:
    def changed(block: Block) -> Block:
        if isinstance(block, Text):
            return Text(change(block.line), block.tag)
        if isinstance(block, Bullet):
            return Bullet(change(block.line), block.level, block.ordered)
        if isinstance(block, Quote):
            return Quote(each_line(block.blocks, change))
        items = [each_line(item, change) for item in block.items]
        return Items(block.ordered, block.start, items)

    return [changed(block) for block in blocks]


def all_lines(blocks: list[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Text | Bullet):
            yield block.line
        elif isinstance(block, Quote):
            yield from all_lines(block.blocks)
        else:
            for item in block.items:
                yield from all_lines(item)


def is_paragraph(block: Block) -> bool:
    return isinstance(block, Text) and block.tag == "p"


def is_heading(block: Block) -> bool:
    return isinstance(block, Text) and block.tag in HEADINGS


def line_of(block: Block) -> Line:
    return block.line if isinstance(block, Text) else []


def is_cut(before: Block, after: Block) -> bool:
    """Whether the second paragraph goes on where the first was broken off."""
    if not (is_paragraph(before) and is_paragraph(after)):
        return False
    first, second = said(line_of(before)), said(line_of(after))
    if len(first) < BEGUN or not first[0].isupper() or first.endswith(ENDS):
        return False
    return bool(second) and second[0].islower()
