"""The plan of a sheet, carried out: all of it or nothing, with its trace in the history."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from organizations.models import Alias, Organization
from organizations.sheets.columns import aliases_of
from organizations.sheets.plan import Change, Choice, Kind, Outcome, Plan
from portal.kernel.names import fold, sort_key

REASON_LENGTH = 100  # of the history's column
BATCH = 100  # rows a statement: SQLite limits the number of parameters
FIELDS = ("name", "kind", "field", "website")
KEPT = ("folded", "sort_key", "version")  # what Organization.save() sets by itself


@dataclass
class Done:
    made: int = 0
    changed: int = 0


class Saving:
    def __init__(self, name: str, by: Any) -> None:
        self.by = by
        self.reason = (_("Arkusz z pliku „%s”") % name)[:REASON_LENGTH]

    @transaction.atomic
    def carry_out(self, plan: Plan) -> Done:
        """Some statements a hundred rows, so that nobody waits for the database meanwhile."""
        new = [row for row in plan.outcomes if is_new(row)]
        changed = [row for row in plan.outcomes if row.kind is Kind.CHANGED]
        changed += filter(None, (as_change(row) for row in plan.of(Kind.DOUBTFUL)))
        self.make(new)
        self.change(merged(changed))
        return Done(len(new), len(changed))

    def make(self, rows: list[Outcome]) -> None:
        made = [prepared(Organization(**fields_of(row.values))) for row in rows]
        stored = bulk_create_with_history(made, Organization, **self.told()) if made else []
        names = [
            Alias(organization=organization, name=name, folded=fold(name))
            for organization, row in zip(stored, rows, strict=True)
            for name in row.values.get("aliases", ())
        ]
        self.add_names(names)

    def add_names(self, names: list[Alias]) -> None:
        if names:
            bulk_create_with_history(names, Alias, **self.told())

    def change(self, rows: list[tuple[Organization, dict[str, Any]]]) -> None:
        for organization, values in rows:
            for field, value in fields_of(values).items():
                setattr(organization, field, value)
            prepared(organization)
            columns = {name: getattr(organization, name) for name in (*FIELDS, *KEPT)}
            Organization.objects.filter(pk=organization.pk).update(**columns)
        changed = [organization for organization, _values in rows]
        history: Any = Organization.history  # type: ignore[attr-defined]  # simple_history
        history.bulk_history_create(changed, update=True, **self.told())
        named = [(row, values["aliases"]) for row, values in rows if "aliases" in values]
        self.add_names([alias for row, names in named for alias in self.renamed(row, names)])

    def renamed(self, organization: Organization, names: list[str]) -> list[Alias]:
        """Rows of other names that are not there yet; those that left the list are deleted."""
        wanted = {fold(name): name for name in names}
        for alias in aliases_of(organization):
            name = wanted.pop(alias.folded, None)
            if name != alias.name:
                self.rename(alias, name)
        return [
            Alias(organization=organization, name=name, folded=folded)
            for folded, name in wanted.items()
        ]

    def rename(self, alias: Alias, name: str | None) -> None:
        """None: it goes."""
        told: Any = alias
        told._change_reason, told._history_user = self.reason, self.by
        if name is None:
            alias.delete()
        else:
            alias.name = name
            alias.save()

    def told(self) -> dict[str, Any]:
        return {
            "batch_size": BATCH,
            "default_user": self.by,
            "default_change_reason": self.reason,
        }


def is_new(row: Outcome) -> bool:
    return row.kind is Kind.NEW or (row.kind is Kind.DOUBTFUL and row.choice is Choice.NEW)


def as_change(row: Outcome) -> Outcome | None:
    """„To samo” as a change of the organization that it names; None when it adds nothing."""
    if row.choice is not Choice.SAME:
        return None
    double = next(d for d in row.doubles if d.organization.pk == row.same_as)
    if not double.added:
        return None
    values = {change.key: value_of(change, row) for change in double.added}
    organization = double.organization
    return Outcome(row.number, Kind.CHANGED, organization.name, values, organization)


def value_of(change: Change, row: Outcome) -> Any:
    """Names are only added here; those that stand are joined by `merged`."""
    if change.key != "aliases":
        return row.values[change.key]
    return Added([row.values["name"], *row.values.get("aliases", ())])


class Added(list[str]):
    """Names to be added to those that stand, not put in their place."""


def merged(rows: list[Outcome]) -> list[tuple[Organization, dict[str, Any]]]:
    """One entry for each organization: two rows of a sheet may be about the same one."""
    found: dict[int, tuple[Organization, dict[str, Any]]] = {}
    for row in rows:
        if row.organization is None:
            continue
        organization, values = found.setdefault(row.organization.pk, (row.organization, {}))
        given = dict(row.values)
        if isinstance(given.get("aliases"), Added):
            given["aliases"] = with_added(organization, values, given["aliases"])
        values |= {
            key: value for key, value in given.items() if key not in values or key == "aliases"
        }
    return list(found.values())


def with_added(organization: Organization, values: dict[str, Any], more: list[str]) -> list[str]:
    """Those that stand, then the new ones; never the organization's own name once more."""
    standing = values.get("aliases") or [alias.name for alias in aliases_of(organization)]
    names = {fold(name): name for name in standing}
    own = fold(values.get("name", organization.name))
    for name in more:
        if fold(name) != own:
            names.setdefault(fold(name), name)
    return list(names.values())


def fields_of(values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in FIELDS if name in values}


def prepared(organization: Organization) -> Organization:
    """What `save()` would set, which a statement for many rows passes by."""
    organization.folded = fold(organization.words())
    organization.sort_key = sort_key(organization.name)
    organization.version += 1
    return organization
