"""Headings: two levels that never leap, no full stop, and none that is only bold."""

import re
from itertools import pairwise

from django.utils.translation import gettext as _

from events.importing.lines import is_bold, said, unbold
from events.importing.outline import is_paragraph, line_of
from portal.kernel.blocks import Block, Text
from portal.kernel.html_tree import HEADINGS
from portal.kernel.inline import END, Line, words

LONGEST = 100  # letters of a bold paragraph that is a heading
# After these a heading's last full stop belongs to the word.
SHORTENED = re.compile(r"(?:^|\s)(?:r|ul|godz|im|itp|itd|in|nr|św|wiek|w|p|o\.o|s\.a)\.$", re.I)


def bold_headings(blocks: list[Block], remarks: list[str]) -> list[Block]:
    """A short bold paragraph without a stop, with a text below it, where headings are missing."""
    if sum(isinstance(block, Text) and block.tag in HEADINGS for block in blocks) > 1:
        return blocks
    done = []
    for place, block in enumerate(blocks):
        if place > 1 and is_bold_heading(block, blocks[place + 1 : place + 2]):
            line = line_of(block)
            remarks.append(_("Pogrubiony akapit „%s” jest teraz nagłówkiem.") % said(line))
            block = Text(unbold(line), "h2")
        done.append(block)
    return done


def is_bold_heading(block: Block, after: list[Block]) -> bool:
    if not is_paragraph(block) or not is_bold(line_of(block)) or not after:
        return False
    text = said(line_of(block))
    follows = is_paragraph(after[0]) and not is_bold(line_of(after[0]))
    no_stop = not text.endswith((".", ",", ";", "…")) and END not in words(line_of(block))
    return follows and no_stop and len(text) <= LONGEST


def headings_without_stops(blocks: list[Block], remarks: list[str]) -> list[Block]:
    return [
        Text(without_stop(block.line, remarks), block.tag)
        if isinstance(block, Text) and block.tag in HEADINGS
        else block
        for block in blocks
    ]


def without_stop(line: Line, remarks: list[str]) -> Line:
    text = words(line).rstrip()
    if not text.endswith(".") or text.endswith("..") or SHORTENED.search(text):
        return unbold(line)
    remarks.append(_("Usunięto kropkę na końcu nagłówka „%s”.") % said(line)[:-1])
    return unbold(line[: len(text) - 1])


def with_even_headings(blocks: list[Block], remarks: list[str]) -> list[Block]:
    """Two levels that never leap: by rank where the ranks make sense, else all of one level."""
    found = [block for block in blocks if isinstance(block, Text) and block.tag in HEADINGS]
    ranks = [int(block.tag[1]) for block in found]
    upside_down = any(rank < ranks[0] for rank in ranks)
    if upside_down:
        remarks.append(_("Poziomy nagłówków przeskakiwały: teraz wszystkie są równe. Sprawdź je."))
    elif len(set(ranks)) > 2 or leaps(ranks):
        remarks.append(_("Poziomy nagłówków przeskakiwały: teraz są dwa. Sprawdź je."))
    for block in found:
        top = upside_down or int(block.tag[1]) == ranks[0]
        block.tag = "h2" if top else "h3"
    return blocks


def leaps(ranks: list[int]) -> bool:
    return any(after - before > 1 for before, after in pairwise(ranks))
