"""Reads what an address asks of a list. What nobody knows is left out, and said in a sentence."""

from collections.abc import Callable, Collection
from typing import TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.kernel.months import quoted
from portal.kernel.search_words import asked

T = TypeVar("T")
LONGEST_WORDS = 100  # letters
LONGEST = 80  # letters of any other value
MOST = 20  # values of one parameter that anybody reads


class Asked:
    """The parameters of one address; `problems`: what was wrong with them, for the reader."""

    def __init__(self, given: QueryDict) -> None:
        self.given = given
        self.problems: list[str] = []

    def words(self, name: str = "szukaj") -> str:
        """What to look for; quotes alone look for nothing."""
        text = " ".join(self.given.get(name, "")[:LONGEST_WORDS].split())
        return text if asked(text) else ""

    def one(self, name: str, label: object, find: Callable[[str], T | None]) -> T | None:
        """The one value, the last of several, as `find` understands it."""
        text = self.given.get(name, "").strip()
        found = find(text) if text and len(text) <= LONGEST else None
        if text and found is None:
            self.refuse(label, text)
        return found

    def several(self, name: str, label: object, known: Collection[str]) -> tuple[str, ...]:
        """All the values that are known, each once, in the order of `known`."""
        texts = {text.strip() for text in self.given.getlist(name)[:MOST]} - {""}
        for text in sorted(texts.difference(known)):
            self.refuse(label, text)
        return tuple(value for value in known if value in texts)

    def flag(self, name: str, label: object, value: str) -> bool:
        """Whether the one value that the parameter can have was given."""
        return bool(self.one(name, label, lambda text: text == value or None))

    def refuse(self, label: object, text: str) -> None:
        said = {"label": label, "value": quoted(text)}
        self.problems.append(_("%(label)s: nie znamy wartości %(value)s, pomijamy ją.") % said)


def whole(text: str) -> int | None:
    """A number of a record; None for anything that cannot be one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
