"""What would come of a sheet, row by row, before anything is written."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.utils.translation import gettext as _

from organizations.models import Organization
from portal.kernel.similar_names import Similar


class Kind(Enum):
    NEW = "new"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"
    UNCHANGED = "unchanged"
    WRONG = "wrong"


class Choice(Enum):
    """What a person says of a doubtful row."""

    SAME = "same"
    NEW = "new"
    SKIP = "skip"


@dataclass(frozen=True)
class Change:
    key: str
    header: str
    old: str
    new: str


@dataclass(frozen=True)
class Double:
    """An organization like the one of the row; `added`: what the row would add to it."""

    similar: Similar
    organization: Organization
    added: tuple[Change, ...]
    may_change: bool

    @property
    def sentence(self) -> str:
        said = {"name": self.organization.name, "pk": self.organization.pk}
        if self.similar.is_same and self.similar.name == self.organization.name:
            return _("tak samo nazywa się: %(name)s, nr %(pk)d") % said
        if self.similar.name == self.organization.name:
            return _("podobna do: %(name)s, nr %(pk)d") % said
        said["alias"] = self.similar.name
        return _("podobna do: %(name)s, nr %(pk)d (inna nazwa: %(alias)s)") % said


@dataclass
class Outcome:
    """Of one row. `values` by fields; `wrong`: (header or "", sentence)."""

    number: int
    kind: Kind
    name: str
    values: dict[str, Any] = field(default_factory=dict)
    organization: Organization | None = None
    changes: list[Change] = field(default_factory=list)
    doubles: list[Double] = field(default_factory=list)
    repeats: int = 0  # the row in which the same name stands above
    wrong: list[tuple[str, str]] = field(default_factory=list)
    choice: Choice = Choice.SKIP
    same_as: int | None = None

    @property
    def mark(self) -> list[Any]:
        """What must still be so when the person says yes."""
        target = self.organization
        found = [self.number, self.kind.value, target.pk if target else 0]
        found.append(target.version if target else 0)
        return found + [[row.organization.pk, row.organization.version] for row in self.doubles]


@dataclass
class Plan:
    outcomes: list[Outcome]
    remarks: list[str] = field(default_factory=list)

    def of(self, kind: Kind) -> list[Outcome]:
        return [row for row in self.outcomes if row.kind is kind]

    @property
    def fingerprint(self) -> str:
        """Another once anybody changed what the plan rests on. Unchanged rows do not travel."""
        marks = [row.mark for row in self.outcomes if row.kind is not Kind.UNCHANGED]
        return hashlib.sha256(json.dumps(marks).encode()).hexdigest()

    @property
    def sure(self) -> int:
        """Rows that bring a change whatever is chosen beside the doubtful ones."""
        return len(self.of(Kind.NEW)) + len(self.of(Kind.CHANGED))

    def is_ready(self) -> bool:
        """All or nothing: while a row is wrong, no row is taken."""
        has_work = any(row.kind in {Kind.NEW, Kind.CHANGED, Kind.DOUBTFUL} for row in self.outcomes)
        return has_work and not self.of(Kind.WRONG)


def choose(plan: Plan, asked: Iterable[tuple[int, str]]) -> list[int]:
    """Take what the person chose; the numbers of rows whose choice cannot be understood."""
    answers, missing = dict(asked), []
    for row in plan.of(Kind.DOUBTFUL):
        word, _colon, key = answers.get(row.number, "").partition(":")
        allowed = {str(d.organization.pk): d for d in row.doubles if d.may_change}
        if word == Choice.SAME.value and key in allowed:
            row.choice, row.same_as = Choice.SAME, int(key)
        elif word in {Choice.NEW.value, Choice.SKIP.value}:
            row.choice = Choice(word)
        else:
            missing.append(row.number)
    return missing
