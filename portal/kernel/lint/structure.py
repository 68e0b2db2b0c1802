"""Headings and paragraphs: what a screen reader reads aloud as the plan of the text."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from portal.kernel.lint.problem import Problem, Weight
from portal.kernel.lint.writing import TITLE, Block, Writing

FIRST_LEVEL = 2  # the page's title is h1
ENDS_IN_ABBREVIATION = re.compile(r"(?:\b(?:r|itp|itd|in|ul|ww|np|godz)|…|\.\.)\.$")


def headings_with_a_stop(writing: Writing) -> Iterator[Problem]:
    for number, block in writing.numbered:
        is_headline = block.kind == TITLE or block.level > 0
        ends = block.text.endswith(".") and not block.text.endswith("...")
        if is_headline and ends and not ENDS_IN_ABBREVIATION.search(block.text):
            sentence = _("Na końcu nagłówka „%s” nie ma kropki.") % block.text
            yield Problem(
                sentence, number, len(block.text) - 1, len(block.text), block.text.rstrip(".")
            )


def leaping_headings(writing: Writing) -> Iterator[Problem]:
    """From h2 to h4, or h3 as the first."""
    before = FIRST_LEVEL - 1
    for number, block in writing.numbered:
        if block.level > before + 1:
            sentence = _(
                "Nagłówek „%(words)s” jest o poziom za nisko. Ustaw mu poziom %(level)s."
            ) % {"words": block.text, "level": before}
            yield Problem(sentence, number, 0, len(block.text), "", Weight.WRONG)
        before = block.level or before


def empty_headings(writing: Writing) -> Iterator[Problem]:
    for number, block in writing.numbered:
        if block.level and not block.text:
            sentence = _("Jest pusty nagłówek. Usuń go albo napisz go.")
            yield Problem(sentence, number, 0, 0, "", Weight.WRONG)


FINISHED = re.compile(r"[.!?…:;,”»)\]–-]$")


def broken_paragraphs(writing: Writing) -> Iterator[Problem]:
    """„…na realizację zadań publicznych” ¶ „oraz działalności…”"""
    pairs = zip(writing.blocks, writing.blocks[1:], strict=False)
    for number, (block, following) in enumerate(pairs):
        if block.kind == following.kind == "p" and _is_broken(block, following):
            words = f"{_tail(block.text)} ¶ {' '.join(following.text.split()[:3])}"
            sentence = _("„%s”: akapit jest przerwany w połowie zdania.") % words
            yield Problem(sentence, number, 0, len(block.text))


def _is_broken(block: Block, following: Block) -> bool:
    ended = FINISHED.search(block.text) and not block.text.endswith(",")
    return bool(block.text) and not ended and following.text[:1].islower()


def _tail(text: str) -> str:
    return " ".join(text.split()[-3:])
