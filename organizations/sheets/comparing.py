"""A table beside the organizations that the portal knows."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from organizations.models import Organization
from organizations.sheets.checking import checked, header_of, key_of
from organizations.sheets.columns import (
    BY_KEY,
    COLUMNS,
    INFORMATION,
    aliases_of,
    joined,
    parted,
    plain,
    stated,
    texts_of,
    with_names,
)
from organizations.sheets.plan import Change, Double, Kind, Outcome, Plan
from organizations.sheets.table import Row, Table
from portal.kernel.names import fold
from portal.kernel.similar_names import SimilarNames

WRITTEN = {column.key for column in COLUMNS} - INFORMATION
MOST_DOUBLES = 3


class Comparison:
    """Reads all organizations once, in two queries; `may_change` is asked of each to be changed."""

    def __init__(self, may_change: Callable[[Organization], bool], *, may_add: bool) -> None:
        rows = with_names(Organization.objects.order_by("pk"))
        self.known = {row.pk: row for row in rows}
        self.may_change, self.may_add = may_change, may_add
        self.names = SimilarNames(self.named())
        self.seen_keys: dict[int, int] = {}
        self.seen_names: dict[str, int] = {}

    def named(self) -> list[tuple[int, str]]:
        living = [row for row in self.known.values() if is_living(row)]
        found = [(row.pk, row.name) for row in living]
        return found + [(row.pk, alias.name) for row in living for alias in aliases_of(row)]

    def plan(self, table: Table, at: datetime) -> Plan:
        outcomes = [self.outcome(row) for row in table.rows]
        remarks = list(table.remarks)
        if any(self.is_state_rewritten(row, at) for row in table.rows):
            remarks.append(
                _("Kolumna „stan” jest tylko do wiadomości: zmian w niej nie wczytujemy.")
            )
        return Plan(outcomes, remarks)

    def is_state_rewritten(self, row: Row, at: datetime) -> bool:
        pk, text = plain(row.texts.get("pk", "")), plain(row.texts.get("state", ""))
        known = self.known.get(int(pk)) if pk.isdecimal() and len(pk) < 10 else None
        return bool(text) and fold(text) != (fold(stated(known, at)) if known else "")

    def outcome(self, row: Row) -> Outcome:
        name = plain(row.texts.get("name", ""))
        try:
            key = key_of(row)
            known = self.stored(key, row.number) if key is not None else None
        except ValidationError as refused:
            return wrong(row, name, {**row.wrong, "pk": " ".join(refused.messages)})
        return self.of_known(row, name, known) if known else self.of_new(row, name)

    def stored(self, key: int, number: int) -> Organization:
        """ValidationError when there is none to change, or another row changes it already."""
        known = self.known.get(key)
        if known is None:
            raise ValidationError(
                _("Nie ma organizacji nr %d. Jeśli jest nowa, zostaw „id” puste.") % key
            )
        if known.merged_into_id:
            said = {"key": key, "other": known.merged_into_id}
            raise ValidationError(_("Nr %(key)d połączono z nr %(other)d: zmień tamten.") % said)
        if known.is_discarded:
            raise ValidationError(_("Organizacja nr %d leży w koszu: najpierw ją wyjmij.") % key)
        if (first := self.seen_keys.setdefault(key, number)) != number:
            said = {"key": key, "row": first}
            raise ValidationError(_("Nr %(key)d jest już w wierszu %(row)d.") % said)
        return known

    # Rows of organizations that are known by their number

    def of_known(self, row: Row, name: str, known: Organization) -> Outcome:
        before = texts_of(known)
        keys = {key for key in WRITTEN if differs(key, row.texts.get(key), before[key])}
        found = checked(row, keys)
        if not found.wrong and keys and not self.may_change(known):
            found.wrong[""] = public_sentence(known)
        if found.wrong:
            return wrong(row, name, found.wrong, known)
        changes = [Change(k, BY_KEY[k].header, before[k], said(k, found.values[k])) for k in keys]
        changes = in_order([change for change in changes if change.old != change.new])
        kind = Kind.CHANGED if changes else Kind.UNCHANGED
        made = Outcome(row.number, kind, known.name, found.values, known, changes)
        if "name" in found.values:
            others = self.doubles({"name": found.values["name"]})
            made.doubles = [row for row in others if row.organization.pk != known.pk]
        return made

    # Rows without a number

    def of_new(self, row: Row, name: str) -> Outcome:
        found = checked(row, WRITTEN)
        if "name" not in found.wrong and not name:
            found.wrong["name"] = _("Nazwa jest pusta.")
        if not found.wrong and not self.may_add:
            found.wrong[""] = _("Nowe organizacje może dodać osoba, która redaguje portal.")
        if found.wrong:
            return wrong(row, name, found.wrong)
        made = Outcome(row.number, Kind.NEW, name, found.values)
        made.doubles = self.doubles(found.values)
        first = self.seen_names.setdefault(fold(name), row.number)
        made.repeats = first if first != row.number else 0
        if made.doubles or made.repeats:
            made.kind = Kind.DOUBTFUL
        return made

    def doubles(self, values: dict[str, Any]) -> list[Double]:
        """By the name, then by the other names; each organization once."""
        found: dict[int, Double] = {}
        for name in (values["name"], *values.get("aliases", ())):
            for similar in self.names.find(name):
                known = self.known[similar.pk]
                added = tuple(additions(values, known))
                double = Double(similar, known, added, self.may_change(known))
                found.setdefault(similar.pk, double)
        return list(found.values())[:MOST_DOUBLES]


def is_living(organization: Organization) -> bool:
    return not organization.is_discarded and organization.merged_into_id is None


def differs(key: str, text: str | None, before: str) -> bool:
    """Whether the sheet has that column and says something else than the portal."""
    if text is None:
        return False
    if key == "aliases":
        return sorted(parted(text)) != sorted(parted(before))
    if key == "kind":
        return fold(text) != fold(before)
    return plain(text) != plain(before)


def additions(values: dict[str, Any], known: Organization) -> list[Change]:
    """What „to samo” does: it adds names and fills what is empty; it overwrites nothing."""
    before = texts_of(known)
    names = [alias.name for alias in aliases_of(known)]
    folded = {fold(name) for name in (known.name, *names)}
    given = [values["name"], *values.get("aliases", ())]
    more = list({fold(name): name for name in given if fold(name) not in folded}.values())
    found = [Change("aliases", BY_KEY["aliases"].header, joined(names), joined([*names, *more]))]
    found = found if more else []
    for key in ("field", "website"):
        if values.get(key) and not before[key]:
            found.append(Change(key, BY_KEY[key].header, "", values[key]))
    return found


def said(key: str, value: Any) -> str:
    """A value as the sheet would write it."""
    if key == "aliases":
        return joined(value)
    return str(Organization.Kind(value).label) if key == "kind" else str(value)


def in_order(changes: list[Change]) -> list[Change]:
    order = [column.key for column in COLUMNS]
    return sorted(changes, key=lambda change: order.index(change.key))


def public_sentence(known: Organization) -> str:
    return _("„%s” była lub jest na stronie: zmieni ją osoba, która publikuje.") % known.name


def wrong(
    row: Row, name: str, sentences: dict[str, str], known: Organization | None = None
) -> Outcome:
    found = [(header_of(key), sentence) for key, sentence in sentences.items()]
    return Outcome(row.number, Kind.WRONG, name, organization=known, wrong=found)
