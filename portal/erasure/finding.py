"""Where a text says what is to be removed: for certain, or perhaps, when it may be somebody else.

For certain is the given name with the surname, both in one case, in either order, however it is
spaced, marked up or spelt without diacritics. Perhaps is what merely resembles it: an odd ending
(portal/kernel/inflection.py), a word in between („Jan i Anna Kowalscy”). A person decides that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from portal.erasure.letters import Seen, seen
from portal.erasure.wanted import Name, Wanted
from portal.kernel.inflection import roots, same_word
from portal.kernel.names import fold

TOKEN = re.compile(r"[^\W_]+")
GAP = re.compile(r" {1,4}| ?- ?|[-_.+]")
AFTER_INITIAL = re.compile(r"\.? {0,3}-?|[-_+]")
AFTER_SURNAME = re.compile(r" {0,2},? {0,3}|[-_.+]")
LOOSE_GAP = re.compile(r"\.?,? {1,3}-? ?|-")
BETWEEN = 2  # words, at most: „Jan K. Kowalski”, „Jan i Anna Kowalscy”
IN_ADDRESS = "-_/.@+#"
# An address on the web or of mail goes whole: half of it would still lead to the person.
WHOLE = re.compile(r"(?:https?://|www\.)[^\s<>\"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
AROUND = 60  # letters of an excerpt on either side


@dataclass(frozen=True)
class Hit:
    """`start` to `end` in the stored text; what it says there, between what stands around."""

    start: int
    end: int
    said: str
    is_sure: bool
    before: str = ""
    after: str = ""
    tag: str | None = None  # what is left of a tag whose attributes told

    @property
    def form(self) -> str:
        """The same for every place that reads alike."""
        return self.said.lower()


@dataclass(frozen=True)
class Span:
    """In letters as they are read."""

    first: int
    last: int
    is_sure: bool


def hits(text: str, wanted: Wanted) -> list[Hit]:
    """In the order of the text; none overlaps another."""
    if not text or not wanted.may_be_in(text):
        return []
    # A history says the same again and again, and what was found is looked at again to be removed.
    if text not in wanted.read_before:
        wanted.read_before[text] = read_through(text, wanted)
    return list(wanted.read_before[text])


def read_through(text: str, wanted: Wanted) -> list[Hit]:
    read = seen(text)
    found = [hit_of(read, span, text) for span in apart(spans(read, wanted))]
    found += in_tags(read, wanted)
    return sorted(joined(found), key=lambda hit: hit.start)


def hit_of(read: Seen, span: Span, text: str) -> Hit:
    start, end = read.starts[span.first], read.ends[span.last - 1]
    for whole in WHOLE.finditer(text):
        if whole.start() < end and whole.end() > start and not held_by_tag(read, whole.start()):
            start, end = min(start, whole.start()), max(end, whole.end())
    return Hit(
        start,
        end,
        read.said(span.first, span.last),
        span.is_sure,
        *around(read, span),
    )


def around(read: Seen, span: Span) -> tuple[str, str]:
    """With dots where the text goes on, and the spaces beside the name."""
    before = read.around(span.first - AROUND, span.first).lstrip()
    after = read.around(span.last, span.last + AROUND).rstrip()
    dots = ("…" if span.first > AROUND else "", "…" if span.last + AROUND < len(read.raw) else "")
    return dots[0] + before, after + dots[1]


def held_by_tag(read: Seen, place: int) -> bool:
    return any(tag.start <= place < tag.end for tag in read.tags)


def in_tags(read: Seen, wanted: Wanted) -> Iterator[Hit]:
    """A link to the person's own page is as good as the name."""
    for tag in read.tags:
        inside = unquote(unescape(tag.text), errors="replace").strip("<>!")
        if wanted.may_be_in(inside):
            told = seen(inside)
            for span in apart(spans(told, wanted))[:1]:
                said = told.said(span.first, span.last)
                yield Hit(tag.start, tag.end, said, span.is_sure, tag=tag.bare)


def joined(found: list[Hit]) -> list[Hit]:
    """Two in one address are one place."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (not hit.is_sure, hit.start)):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return kept


def apart(found: list[Span]) -> list[Span]:
    """The certain before the doubtful, then as they are read, the longer first."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (not span.is_sure, span.first, -span.last)):
        if not any(span.first < other.last and other.first < span.last for other in kept):
            kept.append(span)
    return kept


def spans(read: Seen, wanted: Wanted) -> list[Span]:
    text = read.text
    tokens = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
    found: list[Span] = []
    for variant in wanted.variants:
        if isinstance(variant, Name):
            found += NameFinder(read, text, tokens, variant).spans()
        else:
            found += [Span(*match.span(), True) for match in variant.pattern.finditer(text)]
    return found


class NameFinder:
    """One name in one text."""

    def __init__(self, read: Seen, text: str, tokens: list[tuple[int, int]], name: Name) -> None:
        self.read, self.text, self.tokens, self.name = read, text, tokens, name
        self.words = [text[start:end] for start, end in tokens]

    def spans(self) -> Iterator[Span]:
        count = len(self.name.words)
        orders = [list(range(count))]
        if count > 1:
            orders.append([count - 1, *range(count - 1)])
        initials = {fold(word)[:1] for word in self.name.words}
        for first in range(len(self.tokens)):
            if self.words[first][0] not in initials:
                continue
            if self.words[first] in self.name.glued:
                yield Span(*self.tokens[first], True)
            for order in orders:
                yield from self.beginning(first, order)

    def beginning(self, first: int, order: list[int]) -> Iterator[Span]:
        if self.is_exact(first, order):
            last, whole = self.hyphened(first + len(order) - 1)
            sure = whole and self.agrees(first, order)
            yield Span(self.tokens[first][0], self.tokens[last][1], sure)
        elif len(order) > 1:
            yield from self.resembling(first, order)

    ## For certain

    def is_exact(self, first: int, order: list[int]) -> bool:
        if first + len(order) > len(self.tokens):
            return False
        cases = self.name.cases
        if not all(self.words[first + at] in cases[word] for at, word in enumerate(order)):
            return False
        if len(order) == 1:
            return self.is_a_name(first)
        return all(
            self.gap_of(order, at).fullmatch(self.between(first + at, first + at + 1))
            for at in range(len(order) - 1)
        )

    def gap_of(self, order: list[int], at: int) -> re.Pattern[str]:
        if len(self.name.words[order[at]]) == 1:
            return AFTER_INITIAL
        return AFTER_SURNAME if order[at] > order[at + 1] else GAP

    def between(self, first: int, second: int) -> str:
        return self.text[self.tokens[first][1] : self.tokens[second][0]]

    def is_a_name(self, at: int) -> bool:
        """A surname alone: with a capital letter, or in an address. „Lis” is none in „lis”."""
        start, end = self.tokens[at]
        if "".join(self.read.raw[start:end])[:1].isupper():
            return True
        return self.text[max(start - 1, 0) : start] in tuple(IN_ADDRESS) or (
            self.text[end : end + 1] in tuple("-_/@+")
        )

    def agrees(self, first: int, order: list[int]) -> bool:
        """Both in the nominative or both not: „Stanisława Nowak” is not Stanisław Nowak."""
        basic = {
            self.words[first + at] == fold(self.name.words[word])
            for at, word in enumerate(order)
            if len(self.name.cases[word]) > 1
        }
        return len(basic) < 2

    def hyphened(self, last: int) -> tuple[int, bool]:
        """Where the name ends, and whether as asked: „Kowalski-Nowak” may be somebody else."""
        after = last + 1
        if after >= len(self.tokens) or self.between(last, after) != "-":
            return last, True
        start = self.tokens[after][0]
        return (after, False) if self.read.raw[start][:1].isupper() else (last, True)

    ## Perhaps

    def resembling(self, first: int, order: list[int]) -> Iterator[Span]:
        """Words that may be other cases, with a word or two between the last ones."""
        at = first
        for place, word in enumerate(order):
            most = BETWEEN if place else 0
            found = self.next_alike(at, word, most, after=place > 0)
            if found is None:
                return
            at = found + 1
        yield Span(self.tokens[first][0], self.tokens[at - 1][1], False)

    def next_alike(self, at: int, word: int, most: int, *, after: bool) -> int | None:
        for place in range(at, min(at + most + 1, len(self.tokens))):
            if after and not LOOSE_GAP.fullmatch(self.between(place - 1, place)):
                return None
            if self.is_alike(place, word):
                return place
        return None

    def is_alike(self, place: int, word: int) -> bool:
        token, name = self.words[place], self.name.words[word]
        if token in self.name.cases[word]:
            return True
        start, end = self.tokens[place]
        raw = "".join(self.read.raw[start:end])
        if len(name) < 3 or len(token) < 3 or token[0] != fold(name)[0] or not raw[:1].isupper():
            return False
        return same_word(name, raw) or not folded_roots(name).isdisjoint(folded_roots(token))


def folded_roots(word: str) -> frozenset[str]:
    return frozenset(fold(root) for root in roots(word))
