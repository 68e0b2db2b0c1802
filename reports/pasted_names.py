"""Names that somebody typed, found in the office's lists; nothing is guessed."""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.importing.names import Kind, Registry
from portal.kernel.names import fold
from portal.kernel.similar_names import SimilarNames

NUMBERED = re.compile(r"\(nr (\d{1,9})\)\s*$")


@dataclass(frozen=True)
class Lists:
    """The office's lists, read once for all rows: names, folded, and whose they are."""

    organizations: dict[str, tuple[int, ...]]
    venues: dict[str, tuple[int, ...]]
    similar: SimilarNames

    @classmethod
    def of(cls, registry: Registry) -> "Lists":
        found: dict[Kind, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        named: list[tuple[int, str]] = []
        for name, rows in registry.records.items():
            for known in rows:
                found[known.kind][fold(name)].add(known.pk)
                if known.kind is Kind.ORGANIZATION:
                    named.append((known.pk, name))
        return cls(
            {name: tuple(sorted(keys)) for name, keys in found[Kind.ORGANIZATION].items()},
            {name: tuple(sorted(keys)) for name, keys in found[Kind.VENUE].items()},
            SimilarNames(named),
        )

    def organization(self, name: str) -> int:
        """ValidationError, in Polish, for a name that no list has, or that two share."""
        number = NUMBERED.search(name)
        bare = name[: number.start()] if number else name
        keys = self.organizations.get(fold(bare), ())
        if number:
            keys = tuple(key for key in keys if key == int(number[1]))
        if len(keys) == 1:
            return keys[0]
        if keys:
            numbers = ", ".join(f"(nr {key})" for key in keys)
            sentence = _("Nazwę „%(name)s” ma kilka organizacji: dopisz, która: %(numbers)s.")
            raise ValidationError(sentence % {"name": bare.strip(), "numbers": numbers})
        raise ValidationError(self.unknown(name))

    def unknown(self, name: str) -> str:
        alike = self.similar.find(name)
        if alike:
            sentence = _("Nie ma w spisie „%(name)s”. Czy chodzi o „%(known)s”?")
            return sentence % {"name": name, "known": alike[0].name}
        return _("Nie ma w spisie „%s”. Popraw nazwę, usuń ją albo najpierw dodaj organizację.") % (
            name
        )

    def venue(self, words: str) -> int | None:
        keys = self.venues.get(fold(words), ())
        return keys[0] if len(keys) == 1 else None


def names_in(text: str, lists: Lists) -> list[str]:
    """One in a line; a line that is no name of the list may hold several, with semicolons."""
    found = []
    for line in filter(None, (" ".join(row.split()) for row in text.split("\n"))):
        known = fold(NUMBERED.sub("", line)) in lists.organizations
        parts = [line] if known else line.split(";")
        found += [part.strip() for part in parts if part.strip()]
    return found
