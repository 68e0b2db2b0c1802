"""What stands in the place of what was removed."""

import re
from collections.abc import Callable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from portal.erasure.finding import Hit, hits
from portal.erasure.letters import PIECE
from portal.erasure.wanted import Wanted

SLUG = "usunieto-dane-osobowe"
NOWHERE = "usunieto@dane-osobowe.invalid"  # RFC 2606: delivered to nobody
PATH = re.compile(r"[a-z0-9]+(?:[-_+.][a-z0-9]+)*")
EMPTY = re.compile(r"<(strong|em|a|span|b|i|u|sup)(?:\s[^<>]*)?></\1>")

Chosen = Callable[[Hit], bool]


def words() -> str:
    """In brackets, as editors mark what they have put in for what stood there."""
    return f"[{_('usunięto dane osobowe')}]"


def replaced(text: str, found: list[Hit]) -> str:
    """The text without those places, its tags still in pairs."""
    for hit in sorted(found, key=lambda hit: hit.start, reverse=True):
        piece = text[hit.start : hit.end]
        text = text[: hit.start] + instead(text, hit, piece) + text[hit.end :]
        if "<" in piece:
            text = without_empty(text)
    return text


def instead(text: str, hit: Hit, piece: str) -> str:
    if hit.tag is not None:
        return hit.tag
    if is_in_path(text, hit, piece):
        return SLUG
    tags = "".join(found for found in PIECE.findall(piece) if found.startswith("<"))
    return words() + tags


def is_in_path(text: str, hit: Hit, piece: str) -> bool:
    """„/cykle/spotkanie-z-janem-kowalskim/” stays an address."""
    around = text[max(hit.start - 1, 0) : hit.start] + text[hit.end : hit.end + 1]
    joined = "-" in piece or "_" in piece
    return bool(PATH.fullmatch(piece)) and (joined or any(sign in "/-_" for sign in around))


def without_empty(html: str) -> str:
    while (shorter := EMPTY.sub("", html)) != html:
        html = shorter
    return html


def fitted(text: str, limit: int | None) -> str:
    """At most so many letters: the end goes, and says so."""
    if limit is None or len(text) <= limit:
        return text
    return f"{text[: limit - 1].rstrip()}…" if limit > 1 else text[:limit]


def erased(field: "models.Field[Any, Any]", value: Any, wanted: Wanted, chosen: Chosen) -> Any:
    """The value as it may be kept; the same object when nothing in it is chosen."""
    if not isinstance(value, str) or isinstance(field, models.JSONField):
        return in_json(value, wanted, chosen)
    found = [hit for hit in hits(value, wanted) if chosen(hit)]
    if not found:
        return value
    if isinstance(field, models.EmailField):
        return "" if field.blank else NOWHERE
    if isinstance(field, models.URLField) and field.blank:
        return ""
    if isinstance(field, models.SlugField):
        return slug_of(replaced(value, found), field.max_length)
    return fitted(replaced(value, found), field.max_length)


def slug_of(text: str, limit: int | None) -> str:
    return re.sub(r"[^a-z0-9-]+", "-", text.replace(words(), SLUG).lower()).strip("-")[:limit]


def in_json(value: Any, wanted: Wanted, chosen: Chosen) -> Any:
    """Every text in it, keys too."""
    if isinstance(value, str):
        found = [hit for hit in hits(value, wanted) if chosen(hit)]
        return replaced(value, found) if found else value
    if isinstance(value, list):
        return [in_json(item, wanted, chosen) for item in value]
    if isinstance(value, dict):
        return {
            in_json(key, wanted, chosen): in_json(item, wanted, chosen)
            for key, item in value.items()
        }
    return value


def texts_of(value: Any) -> list[str]:
    """All texts of a column's value, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in texts_of(part)]
    if isinstance(value, list):
        return [text for item in value for text in texts_of(item)]
    return []
