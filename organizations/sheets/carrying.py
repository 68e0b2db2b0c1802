"""A table on its way from the page that shows it to the press of the button.

It travels in the form itself, packed and signed: what comes in is what was shown, to the person
to whom it was shown, and nothing has to be kept or cleaned up when nobody comes back.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Self

from django.core import signing
from django.utils.translation import gettext as _

from organizations.sheets.columns import BY_KEY
from organizations.sheets.plan import Kind, Plan
from organizations.sheets.refusal import SheetError
from organizations.sheets.table import Row, Table

SALT = "organizations.sheets"
KEPT = timedelta(hours=12)
HEAVIEST = 2_000_000  # letters, below Django's own limit of a form


@dataclass(frozen=True)
class Carried:
    """`key` lets one file in once; `fingerprint` is of the plan that the person saw."""

    name: str
    key: uuid.UUID
    fingerprint: str
    table: Table

    @classmethod
    def of(cls, name: str, table: Table, plan: Plan) -> Self:
        """With the rows alone of which something would come."""
        numbers = {row.number for row in plan.outcomes if row.kind is not Kind.UNCHANGED}
        rows = tuple(row for row in table.rows if row.number in numbers)
        return cls(name, uuid.uuid4(), plan.fingerprint, Table(table.columns, rows, table.remarks))

    def packed(self, user: Any) -> str:
        """SheetError for what no form could carry."""
        rows = [[row.number, row.texts] for row in self.table.rows]
        columns = [column.key for column in self.table.columns]
        told = [user.pk, self.name, self.key.hex, self.fingerprint, columns]
        text = signing.dumps([*told, list(self.table.remarks), rows], salt=SALT, compress=True)
        if len(text) > HEAVIEST:
            raise SheetError(_("Zmian jest za dużo na jeden raz. Podziel arkusz na mniejsze."))
        return text

    @classmethod
    def unpacked(cls, text: str, user: Any) -> Self | None:
        """None for what was not shown to this person, or was long ago."""
        try:
            pk, name, key, mark, columns, remarks, rows = signing.loads(
                text, salt=SALT, max_age=KEPT
            )
        except (signing.BadSignature, ValueError):
            return None
        found = Table(tuple(BY_KEY[key] for key in columns), read(rows), tuple(remarks))
        return cls(name, uuid.UUID(key), mark, found) if pk == user.pk else None


def read(rows: Iterable[list[Any]]) -> tuple[Row, ...]:
    return tuple(Row(number, texts) for number, texts in rows)
