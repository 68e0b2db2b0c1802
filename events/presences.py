"""Which organizations were there: names as people write them down become rows of a note.

A name that is known is taken at once; one that only looks like a known name is asked about, never
guessed; an unknown one is new or nothing. It all happens in the data of the form, so that the page
that asks, the one that is saved and the one that was kept are the same page.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from organizations.models import Alias, Organization
from portal.kernel.admin.form_data import Data
from portal.kernel.inflection import same_word
from portal.kernel.lint.privacy import full_names
from portal.kernel.lookalikes import names_of
from portal.kernel.names import fold, sort_key
from portal.kernel.similar_names import SimilarNames

MOST = 300  # names of one pasted list
LONGEST = 200  # letters of a name, as the column has it
OFFERED, TYPED = 4, 8  # organizations under one doubt, and while somebody types
SHORTEST = 2  # letters after which the register is asked
NEW, DROP = "new", "drop"
ROWS, ASKED = "presences", "asked"
BULLET = re.compile(r"^(?:[-–—•*·]+\s*|\d{1,3}[.)]\s+)")
WORD = re.compile(r"[^\W_]+")
PARTED = re.compile(r"[,;\t]")

Named = tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Candidate:
    """`also`: the other name by which it was recognised."""

    pk: int
    name: str
    also: str = ""


@dataclass(frozen=True)
class Asked:
    """One name that only a person can place."""

    name: str
    candidates: tuple[Candidate, ...]
    is_person: bool

    @property
    def question(self) -> str:
        if self.candidates:
            return str(_("„%s”: czy chodziło o…?") % self.name)
        return str(_("Nie znamy organizacji „%s”.") % self.name)


class Registry:
    """All organizations that are not in the bin, by all their names. Two queries."""

    def __init__(self) -> None:
        living = Organization.objects.kept().order_by("pk")
        self.names = dict(living.values_list("pk", "name"))
        others = Alias.objects.filter(organization__in=living).order_by("pk")
        self.named: Named = (
            *self.names.items(),
            *others.values_list("organization_id", "name"),
        )
        self.folded: dict[str, set[int]] = defaultdict(set)
        for pk, name in self.named:
            self.folded[fold(name)].add(pk)

    def sure(self, name: str) -> int | None:
        """The one organization of that name, but for case, quotes and Polish letters."""
        found = self.folded.get(fold(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def asked(self, name: str) -> Asked:
        is_person = any(found.group() == name for found in full_names(name))
        return Asked(name, tuple(self.candidates(name)), is_person)

    def candidates(self, name: str) -> list[Candidate]:
        """Of the same name, alike, in another case, beginning so: the surest first."""
        found: dict[int, Candidate] = {}
        for pk, known in self.alike(name):
            own = self.names[pk]
            found.setdefault(pk, Candidate(pk, own, known if known != own else ""))
            if len(found) == OFFERED:
                break
        return list(found.values())

    def alike(self, name: str) -> Iterator[tuple[int, str]]:
        folded = fold(name)
        yield from ((pk, known) for pk, known in self.named if fold(known) == folded)
        yield from ((row.pk, row.name) for row in similar_to(self.named).find(name))
        yield from self.declined(name)
        yield from self.beginning(folded) if len(folded) > SHORTEST else ()

    def declined(self, name: str) -> Iterator[tuple[int, str]]:
        """„Fundacji Przykład”, „fundacje przyklad”: another case, or a slip in it."""
        words = WORD.findall(fold(name))
        for pk, known in self.named:
            if is_declined(words, WORD.findall(fold(known))):
                yield pk, known
        names = names_of(tuple(dict.fromkeys(known for _pk, known in self.named)))
        meant = {row.name for row in names.lookalikes(capitalised(name))}
        yield from ((pk, known) for pk, known in self.named if known in meant)

    def beginning(self, folded: str) -> Iterator[tuple[int, str]]:
        """Those with a word that begins so."""
        rows = ((pk, name, f" {fold(name)}") for pk, name in self.named)
        yield from ((pk, name) for pk, name, words in rows if f" {folded}" in words)

    def offered(self, typed: str) -> list[Candidate]:
        """While somebody types: names and other names that hold it, those that begin so first."""
        folded = fold(typed)
        if len(folded) < SHORTEST:
            return []
        rows = [(pk, name) for pk, name in self.named if folded in fold(name)]
        rows.sort(key=lambda row: (not fold(row[1]).startswith(folded), sort_key(row[1])))
        found: dict[int, Candidate] = {}
        for pk, known in rows or self.alike(typed):
            own = self.names[pk]
            found.setdefault(pk, Candidate(pk, own, known if known != own else ""))
        return list(found.values())[:TYPED]


@lru_cache(maxsize=2)
def similar_to(named: Named) -> SimilarNames:
    """The same names again cost nothing: the register seldom changes."""
    return SimilarNames(named)


def is_declined(words: list[str], known: list[str]) -> bool:
    """Both folded, since on a phone Polish letters are left out as well."""
    pairs = zip(words, known, strict=False)
    return len(words) == len(known) and all(same_word(one, other) for one, other in pairs)


def capitalised(name: str) -> str:
    """As names are written; on a phone people often leave it out."""
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def names_in(text: str, registry: Registry) -> list[str]:
    """One a line, or with commas between them; a name that holds a comma is known as a whole."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        whole = tidied(line)
        parts = [whole] if registry.sure(whole) else [tidied(part) for part in PARTED.split(line)]
        for name in parts:
            if fold(name):
                found.setdefault(fold(name), name[:LONGEST])
    return list(found.values())


def tidied(text: str) -> str:
    return BULLET.sub("", " ".join(text.split())).strip(" .")


## The rows of the form


def settled(data: Data, registry: Registry) -> Data:
    """What was typed and decided becomes rows; what is still to be asked stays under `asked-`."""
    rows = PresenceRows(data)
    open_names: dict[str, str] = {}
    for name, choice in decisions(data):
        if choice == NEW:
            rows.add(new_name=name)
        elif choice.isdecimal() and int(choice) in registry.names:
            rows.add(organization=choice)
        elif choice != DROP:
            open_names[fold(name)] = name
    names = names_in(text_of(data, "names"), registry)
    for name in names[:MOST]:
        if pk := registry.sure(name):
            rows.add(organization=str(pk))
        elif not rows.is_new(name):
            open_names[fold(name)] = name
    rest = "\n".join(names[MOST:])
    return {**rows.data, "names": [rest], **as_asked(open_names.values())}


def as_asked(names: Any) -> Data:
    return {f"{ASKED}-{index}-name": [name] for index, name in enumerate(names)}


def decisions(data: Data) -> Iterator[tuple[str, str]]:
    """(name, choice) of each question that the page asked; "" where nobody answered."""
    for name in open_names(data):
        yield name[1], text_of(data, f"{ASKED}-{name[0]}-choice")


def open_names(data: Data) -> list[tuple[int, str]]:
    """(number, name) of those that are still to be placed."""
    found = []
    for key in data:
        part = re.fullmatch(rf"{ASKED}-(\d{{1,4}})-name", key)
        if part and (name := tidied(text_of(data, key))[:LONGEST]):
            found.append((int(part[1]), name))
    return sorted(found)


def text_of(data: Data, name: str) -> str:
    return (data.get(name) or [""])[0]


class PresenceRows:
    """The rows in the data of a form; one that is there already is not added twice."""

    def __init__(self, data: Data) -> None:
        asked = {key for key in data if key.startswith(f"{ASKED}-")}
        self.data = {key: list(texts) for key, texts in data.items() if key not in asked}
        self.total = self.number("TOTAL_FORMS")
        self.data.setdefault(f"{ROWS}-INITIAL_FORMS", ["0"])
        self.organizations = {self.cell(row, "organization") for row in range(self.total)}
        self.new = {fold(self.cell(row, "new_name")) for row in range(self.total)}

    def number(self, what: str) -> int:
        text = text_of(self.data, f"{ROWS}-{what}")
        return min(int(text), 1000) if text.isdecimal() and len(text) < 6 else 0

    def cell(self, row: int, name: str) -> str:
        return text_of(self.data, f"{ROWS}-{row}-{name}")

    def is_new(self, name: str) -> bool:
        return fold(name) in self.new

    def add(self, organization: str = "", new_name: str = "") -> None:
        if organization in self.organizations - {""} or (new_name and self.is_new(new_name)):
            self.bring_back(organization, fold(new_name))
            return
        lead = f"{ROWS}-{self.total}-"
        self.data[f"{lead}organization"], self.data[f"{lead}new_name"] = [organization], [new_name]
        self.organizations.add(organization)
        self.new.add(fold(new_name))
        self.total += 1
        self.data[f"{ROWS}-TOTAL_FORMS"] = [str(self.total)]

    def bring_back(self, organization: str, new_name: str) -> None:
        """Named again after somebody ticked „usuń”: it stays."""
        for row in range(self.total):
            same = organization and self.cell(row, "organization") == organization
            if same or (new_name and fold(self.cell(row, "new_name")) == new_name):
                self.data.pop(f"{ROWS}-{row}-DELETE", None)
