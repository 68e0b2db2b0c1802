"""What was wrong with a text as it came: mended where it is sure, told of where it is not.

Each mend appends one Polish sentence to `remarks`. Nothing that is a fact is ever dropped.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from events.importing.headings import bold_headings, headings_without_stops
from events.importing.lines import mended_line, said, unlinked
from events.importing.logos import without_logos
from events.importing.outline import each_line, is_cut, line_of
from portal.kernel.blocks import Block, Items, Text
from portal.kernel.inline import Line, joined


def mended(blocks: list[Block], remarks: list[str]) -> list[Block]:
    """All that needs no knowledge of where the title ends and the text begins."""
    blocks = each_line(blocks, lambda line: without_dead_links(line, remarks))
    blocks = each_line(blocks, lambda line: mended_line(line, remarks))
    blocks = without_logos(blocks, remarks)
    blocks = with_joined_lists(with_joined_paragraphs(blocks, remarks))
    return headings_without_stops(bold_headings(blocks, remarks), remarks)


# Links


def without_dead_links(line: Line, remarks: list[str]) -> Line:
    """Their words stay; where a relative one led is told, since nobody can follow it here."""
    for href, label in dict.fromkeys(dead_links(line)):
        if href.startswith("#") or not href:
            remarks.append(_("Odnośnik „%s” prowadził donikąd (#): zostały słowa.") % label)
        else:
            sentence = _("Odnośnik „%(label)s” miał adres „%(href)s”, bez strony: zostały słowa.")
            remarks.append(sentence % {"label": label, "href": href})
    return unlinked(line, is_dead)


def is_dead(href: str) -> bool:
    return not re.match(r"(?:https?|mailto|tel):.", href)


def leads_elsewhere(line: Line) -> bool:
    """Whether all of it is a link to another page of the old site."""
    hrefs = {marks.href for char, marks in line if not char.isspace()}
    return len(hrefs) == 1 and all(href and href[0] in "/." for href in hrefs)


def dead_links(line: Line) -> Iterator[tuple[str, str]]:
    for href, letters in groupby(line, key=lambda letter: letter[1].href):
        if href is not None and is_dead(href):
            yield href, said(list(letters))


# Gaps


def with_joined_paragraphs(blocks: list[Block], remarks: list[str]) -> list[Block]:
    done: list[Block] = []
    for block in blocks:
        if done and is_cut(done[-1], block):
            told = _("Sklejono akapit przecięty w środku: „…%(end)s | %(start)s…”.")
            first, second = line_of(done[-1]), line_of(block)
            ends = {"end": said(first)[-25:], "start": said(second)[:25]}
            remarks.append(told % ends)
            done[-1] = Text(joined([first, second], " "))
        else:
            done.append(block)
    return done


def with_joined_lists(blocks: list[Block]) -> list[Block]:
    """A list that a logo had cut in two is one list again."""
    done: list[Block] = []
    for block in blocks:
        last = done[-1] if done else None
        if isinstance(block, Items) and isinstance(last, Items) and last.ordered == block.ordered:
            last.items += block.items
        else:
            done.append(block)
    return done
