"""The columns of the sheet: stable headers, and how an organization is written into each."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organizations.models import Alias, Organization
from portal.kernel.names import fold


@dataclass(frozen=True)
class Column:
    """`header` never changes: old files go on being read. `is_free`: a text that anybody made."""

    key: str
    header: str
    help: Promise
    is_free: bool = True
    width: int = 24


COLUMNS = (
    Column("pk", "id", _("Numer w portalu. Nowa organizacja ma tu pusto."), False, 8),
    Column(
        "name", "nazwa", _("Pełna nazwa, do 200 znaków. Tej kolumny nie może zabraknąć."), True, 44
    ),
    Column(
        "aliases",
        "inne nazwy",
        _("Oddzielone średnikiem. Średnik, który należy do nazwy, zapisz jako \\;"),
        True,
        44,
    ),
    Column("kind", "rodzaj", _("Jedno z określeń wymienionych niżej."), False, 26),
    Column("field", "czym się zajmuje", _("Kilka słów, do 120 znaków."), True, 30),
    Column("website", "strona", _("Adres, np. https://przyklad.org."), True, 30),
    Column("state", "stan", _("Tylko do wiadomości. Arkusz niczego nie publikuje."), False, 16),
)
BY_KEY = {column.key: column for column in COLUMNS}
BY_HEADER = {fold(column.header): column for column in COLUMNS}
KINDS = {fold(str(kind.label)): kind for kind in Organization.Kind}
KIND_LABELS = {kind.value: str(kind.label) for kind in Organization.Kind}
# Not written by a person into a field.
INFORMATION = {"pk", "state"}
SEPARATOR = re.compile(r"(?<!\\)((?:\\\\)*);")
ESCAPED = re.compile(r"\\([\\;])")


def with_names(rows: "QuerySet[Organization]") -> "QuerySet[Organization]":
    """With their other names in a plain list, which ten thousand rows read quickly."""
    return rows.prefetch_related(Prefetch("aliases", to_attr="known_aliases"))


def aliases_of(organization: Organization) -> list[Alias]:
    """Of a row that `with_names` brought."""
    found: list[Alias] = organization.known_aliases  # type: ignore[attr-defined]  # set above
    return found


def cells_of(organization: Organization, at: datetime) -> dict[str, Any]:
    """What the row of that organization holds, by the columns' keys."""
    return {"pk": organization.pk, **texts_of(organization), "state": stated(organization, at)}


def texts_of(organization: Organization) -> dict[str, str]:
    """What people write of it."""
    return {
        "name": organization.name,
        "aliases": joined(alias.name for alias in aliases_of(organization)),
        "kind": KIND_LABELS[organization.kind],
        "field": organization.field,
        "website": organization.website,
    }


def stated(organization: Organization, at: datetime) -> str:
    return str(organization.state(at).label)


def joined(names: Any) -> str:
    """„Ławka; Ławka dialogu”"""
    return "; ".join(re.sub(r"([\\;])", r"\\\1", name) for name in names)


def parted(text: str) -> list[str]:
    """The other names of a cell, each once, in their order."""
    parts = SEPARATOR.sub("\\1\0", text).split("\0")
    names = [plain(ESCAPED.sub(r"\1", part)) for part in parts]
    return list({fold(name): name for name in reversed(names) if name}.values())[::-1]


def plain(text: str) -> str:
    """As it is compared: what no eye sees is no change."""
    if not text.isprintable():
        text = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(text.split())
