"""JSON-LD: facts about a page for machines, as a block of data that no browser runs."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

# `<`, `>` and `&` would let a title end the element; U+2028 and U+2029 end a line in old parsers.
# Django's own `json_script` writes `application/json` and cannot be told another type.
ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def json_ld(data: dict[str, Any] | None) -> SafeString:
    """The element `<script type="application/ld+json">` with that object, safe in any page.

    A block of data, not a script: the Content-Security-Policy does not concern it, so it needs no
    nonce and the page stays the same for everybody. Nothing for None.
    """
    if data is None:
        return SafeString()
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    inner = text.translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{inner}</script>')  # noqa: S308 -- escaped


def known(**facts: Any) -> dict[str, Any]:
    """The facts that somebody holds: what is None, "" or empty is left out, False stays."""
    return {name: value for name, value in facts.items() if value not in (None, "", [], {})}
