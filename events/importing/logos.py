"""Signs of cities that got into a text when it was copied from their sites."""

import re
from collections import Counter

from django.utils.translation import gettext as _

from events.importing.lines import is_bold, said
from events.importing.outline import is_cut, line_of
from portal.kernel.blocks import Block, Items, Text
from portal.kernel.html_tree import HEADINGS
from portal.kernel.inline import END, words
from portal.kernel.names import fold

LOGOS = {"magiczny krakow"}
SHORT = 40  # letters


def without_logos(blocks: list[Block], remarks: list[str]) -> list[Block]:
    """A short bold line where no text would have one is the sign of a city.

    It repeats, or cuts a paragraph or a list in two, or stands in two lines before the title or
    right below a heading; below a text it may be somebody's signature, and stays.
    """
    repeated = Counter(fold(said(line_of(block))) for block in blocks if looks_like_logo(block))
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        if is_logo(block, place, blocks, repeated):
            remarks.append(_("Usunięto zabłąkane logo: „%s”.") % said(line_of(block)))
        else:
            kept.append(block)
    return kept


def looks_like_logo(block: Block) -> bool:
    if not isinstance(block, Text) or not (is_bold(block.line) or block.tag in HEADINGS):
        return False
    text = said(block.line)
    return len(text) <= SHORT and not re.search(r"[\d.,:;!?„”@–]", text)


def is_logo(block: Block, place: int, blocks: list[Block], repeated: Counter[str]) -> bool:
    name = fold(said(line_of(block)))
    if not name or not isinstance(block, Text):
        return False
    if name in LOGOS:
        return True
    if not looks_like_logo(block) or block.tag in HEADINGS:
        return False
    before, after = blocks[place - 1] if place else None, blocks[place + 1 : place + 2]
    if repeated[name] > 1 or (before and after and is_cut(before, after[0])):
        return True
    if END not in words(block.line) or not after:
        return False
    lists = isinstance(before, Items) and isinstance(after[0], Items)
    heading = isinstance(before, Text) and before.tag in HEADINGS
    return before is None or lists or heading
