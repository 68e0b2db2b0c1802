"""The way to the records from every page of the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

# A name that says all beside the others; the whole name stands on the list itself.
SHORT = {
    "AttendanceNote": _("Notatki"),
    "SitePage": _("Strony"),
    "AccessibilityStatement": _("Deklaracja"),
    "OfficeContact": _("Kontakt"),
}


@dataclass(frozen=True)
class Place:
    """`current` is what `aria-current` says: „page”, „true” for a page below the list, or ""."""

    label: str
    url: str
    current: str = ""


def places(apps: Iterable[dict[str, Any]], path: str) -> list[Place]:
    """Of the lists that this person may open, in the order that the admin site gives them."""
    rows = [row for app in apps for row in app["models"] if row["admin_url"]]
    return [place_of(row, path) for row in rows]


def place_of(row: dict[str, Any], path: str) -> Place:
    url = row["admin_url"]
    current = "page" if path == url else "true" if path.startswith(url) else ""
    return Place(str(SHORT.get(row["object_name"], capfirst(row["name"]))), url, current)
