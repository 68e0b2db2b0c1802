"""What is to be removed, as staff name it: names in the nominative, e-mail addresses, numbers."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from portal.erasure.declension import forms_of, gender_of
from portal.erasure.letters import level, skimmed
from portal.kernel.names import fold

WORD = re.compile(r"[^\W_]+")
PHONE = re.compile(r"[+\d][\d\s()./-]{5,}")
NO_DIGITS = re.compile(r"\D")
SEPARATORS = str.maketrans("", "", " -.()/\u00a0")


@dataclass(frozen=True)
class Address:
    """An e-mail address, letter by letter."""

    text: str

    def may_be_in(self, skimmed: str) -> bool:
        return level(self.text) in skimmed

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w.+-]){re.escape(level(self.text))}(?![\w-])")


@dataclass(frozen=True)
class Phone:
    """The last nine digits or fewer; how they are grouped and what stands before says nothing."""

    text: str

    @property
    def digits(self) -> str:
        return NO_DIGITS.sub("", self.text)[-9:]

    def may_be_in(self, skimmed: str) -> bool:
        return self.digits in skimmed.translate(SEPARATORS)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        spaced = r"[ ()./-]{0,3}".join(self.digits)
        return re.compile(rf"(?<!\d)(?:(?:\+|00)?\(?48\)?[ -]?)?\(?{spaced}(?!\d)")


@dataclass(frozen=True)
class Name:
    """A name, or a surname alone, or „J. Kowalski”; its cases are found too."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        return WORD.findall(self.text)

    @cached_property
    def cases(self) -> list[frozenset[str]]:
        """The forms of each word, without diacritics."""
        gender = gender_of(self.words)
        last = len(self.words) - 1
        return [
            forms_of(word, gender, is_surname=place == last)
            if len(word) > 1
            else frozenset([fold(word)])
            for place, word in enumerate(self.words)
        ]

    @cached_property
    def heads(self) -> list[str]:
        """How every form of each word begins."""
        return [fold(word)[: max(2, len(word) - 4)] for word in self.words]

    @cached_property
    def glued(self) -> frozenset[str]:
        """„jankowalski”, as in addresses and signs after „#”."""
        folded = [fold(word) for word in self.words]
        if len(folded) < 2 or len(folded[0]) < 2:
            return frozenset()
        return frozenset({"".join(folded), "".join([folded[-1], *folded[:-1]])})

    def may_be_in(self, skimmed: str) -> bool:
        return all(head in skimmed for head in self.heads)


Variant = Name | Address | Phone


def read_variant(text: str) -> Variant:
    if "@" in text:
        return Address(text.strip())
    return Phone(text) if PHONE.fullmatch(text.strip()) else Name(text.strip())


@dataclass(frozen=True)
class Wanted:
    """All that is looked for together. Never stored, logged or sent anywhere."""

    variants: tuple[Variant, ...]

    @classmethod
    def read(cls, *texts: str) -> "Wanted":
        lines = [line.strip() for text in texts for line in text.splitlines()]
        return cls(tuple(read_variant(line) for line in dict.fromkeys(lines) if line))

    @cached_property
    def read_before(self) -> dict[str, list[Any]]:
        """What was found in each text (`finding.hits`), for as long as this object lives."""
        return {}

    @cached_property
    def is_plain(self) -> bool:
        """Whether Latin letters are enough to rule a text out."""
        names = [variant for variant in self.variants if isinstance(variant, Name)]
        return all(head.isascii() for name in names for head in name.heads)

    def may_be_in(self, text: str) -> bool:
        """Quickly; False is certain."""
        said = skimmed(text, plainly=self.is_plain)
        return any(variant.may_be_in(said) for variant in self.variants)
