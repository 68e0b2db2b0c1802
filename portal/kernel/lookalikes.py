"""„Did you mean”: words of a text that look like a known name and are not it in any case.

„Kłastrze” is no case of „Klaster”, and one letter away from one. Known names are compared word by
word by their roots (portal.kernel.inflection), so that „Klastrze” and „Krzysztoforach” pass. A
word beside others that fit („Społeczna Kafka”) needs little more; a word alone must be long,
capitalised and not the first of its sentence, since ordinary words look alike by chance.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from portal.kernel.inflection import lost_marks, roots, same_word
from portal.kernel.lint.first_names import FIRST_NAMES
from portal.kernel.lint.spans import Spans
from portal.kernel.nearness import alike, beginnings_and_ends, is_adjective, is_slight, near

WORD = re.compile(r"[^\W_]+")
SENTENCE_START = re.compile(r"(?:^|[.!?:;…\n–—])[\s„”«»\"'()\[\]]*$|[„«\"(]\s*$")
# A full stop after these ends no sentence.
ABBREVIATED = re.compile(r"(?:^|\W)(?:ul|al|os|pl|im|św|ds|dr|prof|np|tzw|ks|[A-ZŁŚŻ])\.\s*$")
BETWEEN_WORDS = re.compile(r"[\s„”\"'’.,/–-]{1,3}")
ALONE = 5  # letters of the shortest root that may be mistaken without a word beside it
KEPT_WORDS = 10_000  # of texts, with what is known of each


@dataclass(frozen=True)
class Lookalike:
    """`word` stands in the text; `instead` is the known one, in the same case where possible."""

    start: int
    end: int
    word: str
    instead: str
    name: str  # the whole known name


@dataclass(frozen=True)
class Found:
    """A known name that stands in the text as it should, in any case."""

    start: int
    end: int
    name: str


class Names:
    """Known names, ready to be looked for; making it costs more than asking it.

    A name is looked for by its rarest word, and a slip by how it begins or ends: of a thousand
    names that begin with „Fundacja”, none is tried for that word alone.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = {name: words for name in names if (words := WORD.findall(name))}
        # Where each known word stands: the name, and which of its words it is.
        self.places: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.by_root: dict[str, set[str]] = defaultdict(set)
        self.by_end: dict[str, set[str]] = defaultdict(set)
        # Roots of capitalised words, by their first and last letter.
        self.alone: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
        for name, words in self.names.items():
            for place, word in enumerate(words):
                self.remember(name, place, word)
        self.rarest = self._by_rarest_word()
        # A text has the same words again and again; most of them are of no name.
        self.fitting = lru_cache(maxsize=KEPT_WORDS)(self._fitting)
        self.slips = lru_cache(maxsize=KEPT_WORDS)(self._slips)
        self.meant = lru_cache(maxsize=KEPT_WORDS)(self._meant)

    def remember(self, name: str, place: int, word: str) -> None:
        self.places[word].append((name, place))
        if len(self.places[word]) > 1:
            return  # what follows is of the word, whatever its names
        for end in beginnings_and_ends(word):
            self.by_end[end].add(word)
        for root in roots(word):
            self.by_root[root].add(word)
            if word[0].isupper() and len(root) >= ALONE and word not in FIRST_NAMES:
                self.alone[root[0], root[-1]].append((root, word, name))

    def _by_rarest_word(self) -> dict[str, list[tuple[str, int]]]:
        """Each name once, under the word of it that fewest names have."""
        common = {root: sum(len(self.places[w]) for w in ws) for root, ws in self.by_root.items()}
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for name, words in self.names.items():
            often = [max(common[root] for root in roots(word)) for word in words]
            place = often.index(min(often))
            found[words[place]].append((name, place))
        return found

    def _fitting(self, word: str) -> frozenset[str]:
        """The known words of which it is a case."""
        return frozenset(known for known in self._akin(word) if _fits(known, word))

    def _slips(self, word: str) -> frozenset[str]:
        """The known words that it may have been meant for, beside others that fit."""
        found = {known for end in beginnings_and_ends(word) for known in self.by_end.get(end, ())}
        return frozenset(found - self.fitting(word))

    def _akin(self, word: str) -> set[str]:
        return {known for root in roots(word) for known in self.by_root.get(root, ())}

    def knows(self, word: str) -> bool:
        """Whether it may be a case of some word of some name."""
        return any(_is_case(known, word) for known in self._akin(word))

    def find(self, text: str) -> list[Found]:
        """The names that stand there, in any case; the longer of two that overlap."""
        words = list(WORD.finditer(text))
        found = []
        for name, first in self.beginnings(words):
            span = words[first : first + len(self.names[name])]
            if not self.misfits(name, span) and _is_one(span, text):
                found.append(Found(span[0].start(), span[-1].end(), name))
        return _longest(found)

    def lookalikes(self, text: str) -> list[Lookalike]:
        """In the order of the text, each place once."""
        words = list(WORD.finditer(text))
        taken = Spans((row.start, row.end) for row in self.find(text))
        kept: dict[int, Lookalike] = {}
        for row in [*self.together(words, text), *self.by_themselves(words, text)]:
            if not taken.hold(row.start):
                kept.setdefault(row.start, row)
        return [kept[start] for start in sorted(kept)]

    def beginnings(self, words: list[re.Match[str]]) -> Iterator[tuple[str, int]]:
        """(name, where its first word would be) for each whose rarest word is there."""
        for place, word in enumerate(words):
            for known in self.fitting(word[0]):
                for name, position in self.rarest.get(known, ()):
                    if 0 <= place - position <= len(words) - len(self.names[name]):
                        yield name, place - position

    def misfits(self, name: str, span: list[re.Match[str]]) -> list[int]:
        """The places at which the text has another word."""
        pairs = enumerate(zip(self.names[name], span, strict=True))
        return [place for place, (known, word) in pairs if known not in self.fitting(word[0])]

    def together(self, words: list[re.Match[str]], text: str) -> Iterator[Lookalike]:
        """One word amiss in a name whose other words are there."""
        for name, place, there in sorted(self.beside(words)):
            known, first = self.names[name], there - place
            if not 0 <= first <= len(words) - len(known):
                continue
            span = words[first : first + len(known)]
            fitting = [word for other, word in enumerate(known) if other != place]
            if max(map(len, fitting)) < 3 or self.misfits(name, span) != [place]:
                continue
            if _is_one(span, text):
                yield _lookalike(span[place], known[place], name)

    def beside(self, words: list[re.Match[str]]) -> Iterator[tuple[str, int, int]]:
        """(name, which of its words, which of the text's) where a neighbour fits."""
        around = ["", *(word[0] for word in words), ""]
        threes = zip(around, around[1:], around[2:], strict=False)
        for there, (before, word, after) in enumerate(threes):
            fits_before, fits_after = self.fitting(before), self.fitting(after)
            for known in self.slips(word) if fits_before or fits_after else ():
                for name, place in self.places[known]:
                    row = self.names[name]
                    has_before = place > 0 and row[place - 1] in fits_before
                    has_after = place + 1 < len(row) and row[place + 1] in fits_after
                    if (has_before or has_after) and alike(word, known):
                        yield name, place, there

    def by_themselves(self, words: list[re.Match[str]], text: str) -> Iterator[Lookalike]:
        for word in words:
            if not word[0][0].isupper() or word[0].isupper() or not self.meant(word[0]):
                continue
            before = text[max(0, word.start() - 12) : word.start()]
            if SENTENCE_START.search(before) and not ABBREVIATED.search(before):
                continue
            yield _lookalike(word, *self.meant(word[0]))

    def _meant(self, word: str) -> tuple[str, str] | tuple[()]:
        """(the known word, its name) of which a word alone is a slight slip, or nothing."""
        found = None if self.knows(word) else self.unmarked(word) or self.nearest(word)
        return found if found and is_slight(word, corrected(word, found[0])) else ()

    def unmarked(self, word: str) -> tuple[str, str] | None:
        """„Zablocie”: the known word without its Polish letters."""
        for root in sorted(roots(word)):
            found = [known for known in self.by_root.get(root, ()) if lost_marks(known, word)]
            if found:
                name, place = min(place for known in found for place in self.places[known])
                return self.names[name][place], name
        return None

    def nearest(self, word: str) -> tuple[str, str] | None:
        """(the known word, its name) that a capitalised word standing alone may have meant."""
        for root in sorted(roots(word)):
            if len(root) < ALONE:
                continue
            for known_root, known, name in self.alone.get((root[0], root[-1]), ()):
                if near(root, known_root) and is_adjective(word) == is_adjective(known):
                    return known, name
        return None


@lru_cache(maxsize=8)
def names_of(names: tuple[str, ...]) -> Names:
    """The same names again cost nothing: the registry seldom changes."""
    return Names(names)


def _fits(known: str, word: str) -> bool:
    """Small words and numbers are what they are; a proper name has its capital."""
    if len(known) < 3 or known.isdigit():
        return known.lower() == word.lower()
    if known[0].isupper() and word[0].islower():
        return False
    return _is_case(known, word)


def _is_case(known: str, word: str) -> bool:
    return same_word(known, word) and not lost_marks(known, word)


def _is_one(span: list[re.Match[str]], text: str) -> bool:
    """Whether the words stand side by side."""
    pairs = pairwise(span)
    return all(BETWEEN_WORDS.fullmatch(text, one.end(), two.start()) for one, two in pairs)


def _longest(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for row in sorted(found, key=lambda row: (row.start - row.end, row.start, row.name)):
        place = bisect_left(kept, row.end, key=_start)  # those kept lie apart, in order
        if not place or kept[place - 1].end <= row.start:
            kept.insert(place, row)
    return kept


def _start(row: Found) -> int:
    return row.start


def _lookalike(word: re.Match[str], known: str, name: str) -> Lookalike:
    return Lookalike(word.start(), word.end(), word[0], corrected(word[0], known), name)


@lru_cache(maxsize=2000)
def corrected(word: str, known: str) -> str:
    """The known word in the case that the mistaken one has: „Kłastrze” is „Klastrze”."""
    for taken in range(1, len(known) + 1):
        for skipped in (taken, taken - 1, taken + 1, taken - 2, taken + 2):
            found = known[:taken] + word[max(skipped, 0) :]
            if found.lower() != word.lower() and _is_case(known, found):
                return found
    return known
