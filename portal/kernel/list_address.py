"""Addresses of filtered lists: short, shareable, one for each choice."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import HttpRequest

Pairs = Iterable[tuple[str, str]]


def list_address(path: str, pairs: Pairs) -> str:
    """„/wydarzenia/?cykl=lawka-dialogu”; the path alone when nothing is chosen."""
    query = urlencode(list(pairs))
    return f"{path}?{query}" if query else path


def before_number(pairs: Pairs) -> str:
    """What stands before `strona=` in the links of `_partials/_pagination.html`."""
    query = urlencode(list(pairs))
    return f"?{query}&" if query else "?"


def without_empties(request: HttpRequest, names: Iterable[str]) -> str:
    """Where to send a form that was sent with fields left empty; "" when there were none.

    A form without script sends every field: its address would be long, and one of many.
    """
    asked = list(names)
    given = [(name, value) for name, values in request.GET.lists() for value in values]
    kept = [(name, value) for name, value in given if value.strip() or name not in asked]
    return list_address(request.path, kept) if len(kept) < len(given) else ""
