"""A check that is one pattern: most slips of the pen are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from portal.kernel.lint.problem import Problem, Weight
from portal.kernel.lint.writing import Writing


@dataclass(frozen=True)
class Rule:
    """Wherever the pattern matches, the sentence; its „%s” is what was found.

    `instead` may refer to the pattern's groups („\\1”). `kinds` names the blocks it is for.
    """

    pattern: re.Pattern[str]
    sentence: str | Promise
    instead: str = ""
    weight: Weight = Weight.DOUBTFUL
    kinds: frozenset[str] = frozenset()

    def __call__(self, writing: Writing) -> Iterator[Problem]:
        for number, block in writing.numbered:
            if self.kinds and block.kind not in self.kinds:
                continue
            for found in self.pattern.finditer(block.prose):
                yield self.problem(number, found)

    def problem(self, number: int, found: re.Match[str]) -> Problem:
        words = found[0].strip()
        sentence = str(self.sentence).replace("%s", words)
        instead = found.expand(self.instead) if self.instead else ""
        return Problem(sentence, number, found.start(), found.end(), instead, self.weight)
