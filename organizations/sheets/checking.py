"""The texts of one row as values of an organization, or why they cannot be."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from organizations.models import Alias, Organization
from organizations.sheets.columns import BY_KEY, KINDS, parted, plain
from organizations.sheets.table import Row
from portal.kernel.names import fold

LONGEST_ALIAS: int = Alias._meta.get_field("name").max_length or 200
FIELDS: dict[str, Any] = {
    name: Organization._meta.get_field(name).formfield()  # type: ignore[union-attr]
    for name in ("name", "field", "website")
}
LARGEST_KEY = 2**31


@dataclass
class Checked:
    """`values` by the organization's fields, „aliases” a list; `wrong` as in the row."""

    values: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)


def checked(row: Row, keys: set[str]) -> Checked:
    """Of the columns that are asked for; what the sheet does not hold has no value."""
    found = Checked(wrong=dict(row.wrong))
    for key in keys & row.texts.keys():
        try:
            found.values[key] = value_of(key, plain(row.texts[key]))
        except ValidationError as refused:
            found.wrong[key] = " ".join(refused.messages)
    return found


def value_of(key: str, text: str) -> Any:
    if key == "kind":
        return kind_of(text)
    return aliases_of(text) if key == "aliases" else FIELDS[key].clean(text)


def kind_of(text: str) -> str:
    """ValidationError that lists what may stand there. An empty cell says that nobody knows."""
    if not text:
        return Organization.Kind.OTHER
    if kind := KINDS.get(fold(text)):
        return kind
    known = ", ".join(f"„{kind.label}”" for kind in Organization.Kind)
    raise ValidationError(
        _("„%(text)s” nie jest rodzajem organizacji. Wpisz jedno z: %(known)s.")
        % {"text": text[:60], "known": known}
    )


def aliases_of(text: str) -> list[str]:
    names = parted(text)
    if long := [name for name in names if len(name) > LONGEST_ALIAS]:
        raise ValidationError(_("Za długa nazwa: „%s…”. Może mieć 200 znaków.") % long[0][:60])
    return names


def key_of(row: Row) -> int | None:
    """The number that the row gives. ValidationError for what is no number of ours."""
    text = plain(row.texts.get("pk", ""))
    if not text:
        return None
    number = text.removesuffix(".0")
    if number.isascii() and number.isdigit() and int(number[:12]) < LARGEST_KEY:
        return int(number)
    raise ValidationError(_("„%s” nie jest numerem z portalu.") % text[:40])


def header_of(key: str) -> str:
    """Of the column; "" for what is wrong with the whole row."""
    return BY_KEY[key].header if key else ""
