"""The one tag library, a builtin of every template: Polish, typography, rich text."""

import re
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import Media as FormMedia
from django.http import HttpRequest
from django.utils.safestring import SafeString
from js_asset import Media

from events.cards import Card, cards
from events.models import Event
from portal.kernel import polish, richtext
from portal.kernel.months import day_of
from portal.kernel.typography import typeset as typeset_text

register = template.Library()
NBSP = polish.NBSP
NUMERAL = re.compile(r"\d[\d\s,]*(?:z\s\d+)?")


@register.filter
def typeset(text: object) -> str:
    """Polish typography for plain text; escaping stays with the template."""
    return typeset_text(str(text)) if text else ""


@register.filter
def rich(html: str) -> SafeString:
    """Rich text, sanitised again, with Polish typography."""
    return richtext.render(html or "")


@register.filter
def counted(n: int, noun: str) -> str:
    """`{{ 5|counted:"spotkanie" }}` → „5 spotkań”."""
    return polish.counted(n, noun)


@register.filter
def day(moment: date | datetime | None) -> str:
    """„13 maja 2026 r.” in Warsaw; "" for nothing."""
    if not moment:
        return ""
    on = day_of(moment) if isinstance(moment, datetime) else moment
    return NBSP.join([str(on.day), polish.MONTHS[on.month - 1].genitive, str(on.year), "r."])


@register.filter
def iso_day(moment: date | datetime) -> str:
    """„2026-05-13” in Warsaw, for `datetime=`."""
    return (day_of(moment) if isinstance(moment, datetime) else moment).isoformat()


@register.filter
def capfirst_pl(text: object) -> str:
    """The first letter capital, the rest as it is."""
    words = str(text)
    return words[:1].upper() + words[1:]


@register.filter
def in_parts(text: str) -> dict[str, str]:
    """„około 70 organizacji” → before „około”, number „70”, after „organizacji”.

    Without a digit all of it is `number`, so that „brak danych” stands where a numeral would.
    """
    found = NUMERAL.search(text or "")
    if not found:
        return {"before": "", "number": text or "", "after": ""}
    parts = (text[: found.start()], found[0], text[found.end() :])
    return dict(zip(("before", "number", "after"), (part.strip() for part in parts), strict=True))


@register.filter
def initial(text: str) -> str:
    """The first letter or digit, capital: „Ł” for „«Ławka»”, for an index by letters."""
    return next((letter.upper() for letter in text if letter.isalnum()), "")


@register.filter
def is_under(path: str | None, address: str) -> bool:
    """Whether the page at `path` lies below the page at `address`."""
    return bool(path) and str(path).startswith(address)


@register.filter
def cards_at(events: list[Event], at: datetime) -> list[Card]:
    """Events fetched with `for_cards()`, for pages of the layers below events."""
    return cards(events, at)


@register.simple_block_tag
def one_line(content: str) -> SafeString:
    """What the block wrote, on one line: `{% one_line as title %}…{% endone_line %}`."""
    return SafeString(re.sub(r"[ \t\n\r]+", " ", content).strip(" "))


@register.simple_tag(takes_context=True)
def media_nonce(context: dict[str, Any], media: FormMedia) -> SafeString:
    """A form's scripts with this answer's nonce: the editor's import map is an inline script."""
    request: HttpRequest = context["request"]
    whole = media if isinstance(media, Media) else Media.from_media(media)
    return SafeString(whole.with_nonce(str(request.csp_nonce)).render())  # type: ignore[attr-defined]
