"""Names so alike that they may be of one thing: „Fundacja Ławka” and „FUNDACJA LAWKA, Kraków”.

For doubts that a person decides: it is quick among thousands of names, and rather asks too often.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from portal.kernel.names import fold
from portal.kernel.nearness import distance

WORD = re.compile(r"[^\W_]+")
# Words that say what kind of body it is, and small ones; a name may be written without them.
UNTELLING = frozenset(
    (
        *("fundacja", "stowarzyszenie", "towarzystwo", "zwiazek", "spoldzielnia", "socjalna"),
        *("grupa", "nieformalna", "organizacja", "pozytku", "publicznego", "opp", "ngo"),
        *("spolka", "sp", "z", "o", "oo", "im", "w", "we", "i", "na", "dla", "ds", "u"),
    )
)
SHORTEST = 5  # letters of a word in which one may differ


@dataclass(frozen=True)
class Similar:
    """`name` is the known name that is alike; `is_same`: but for letters' marks and case."""

    pk: int
    name: str
    is_same: bool


@dataclass(frozen=True)
class Known:
    pk: int
    name: str
    folded: str


class SimilarNames:
    """Made of (number, name), several of which may have one number."""

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        self.whole: dict[tuple[str, ...], list[Known]] = defaultdict(list)
        self.joined: dict[str, list[Known]] = defaultdict(list)
        # By a word without one of its letters, and the others: two words that are one letter
        # apart meet there.
        self.slips: dict[tuple[str, ...], list[tuple[str, Known]]] = defaultdict(list)
        for pk, name in named:
            self.add(pk, name)

    def add(self, pk: int, name: str) -> None:
        told = telling(name)
        known, words = Known(pk, name, fold(name)), tuple(sorted(told))
        self.whole[words].append(known)
        self.joined["".join(told)].append(known)
        for word, key in slips(words):
            self.slips[key].append((word, known))

    def find(self, name: str) -> list[Similar]:
        """One for each number, those with the very same name first."""
        told, folded = telling(name), fold(name)
        found: dict[int, Similar] = {}
        for known in self.alike(told) if told else ():
            row = Similar(known.pk, known.name, known.folded == folded)
            if known.pk not in found or (row.is_same and not found[known.pk].is_same):
                found[known.pk] = row
        return sorted(found.values(), key=lambda row: (not row.is_same, row.pk))

    def alike(self, told: list[str]) -> Iterator[Known]:
        words = tuple(sorted(told))
        yield from self.whole.get(words, ())
        yield from self.joined.get("".join(told), ())
        for word, key in slips(words):
            for there, known in self.slips.get(key, ()):
                if there != word and is_slip(word, there):
                    yield known


def telling(name: str) -> list[str]:
    """Its words in their order; all of them where none would be left."""
    words = WORD.findall(fold(name))
    return [word for word in words if word not in UNTELLING] or words


@lru_cache(maxsize=10_000)
def is_slip(word: str, there: str) -> bool:
    return distance(word, there, 1) <= 1


def slips(words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each word that may be misspelt, and the key of each way to leave out one of its letters."""
    for place, word in enumerate(words):
        if len(word) >= SHORTEST and word.isalpha():
            others = words[:place] + words[place + 1 :]
            for short in {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}:
                yield word, (short, *others)
