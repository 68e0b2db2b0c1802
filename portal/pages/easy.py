"""Easy-to-read text in parts, each beside a drawing that says the same."""

import re
from dataclasses import dataclass
from html import unescape

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from portal.kernel.names import fold
from portal.kernel.richtext import sanitise

HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
Words = str | Promise


@dataclass(frozen=True)
class Drawing:
    """An icon or an emblem of templates/_partials, and what is to be seen on it."""

    name: str
    text: Words
    is_emblem: bool = False


# By a word of the heading, folded, so that an edited text keeps its drawings where they still fit.
DRAWINGS = {
    "kim": Drawing("people", _("Rysunek: dwie osoby.")),
    "co robi": Drawing("talk", _("Rysunek: dymek rozmowy.")),
    "wyglada": Drawing("table", _("Rysunek: dwa krzesła przy stoliku, na nim kubek."), True),
    "przyjsc": Drawing("door", _("Rysunek: otwarte drzwi.")),
    "zapisac": Drawing("sign", _("Rysunek: ołówek.")),
    "spotkan": Drawing("calendar", _("Rysunek: kartka z kalendarza.")),
    "pomocy": Drawing("access", _("Rysunek: osoba z rozłożonymi rękami.")),
    "tekscie": Drawing("note", _("Rysunek: kartka z tekstem.")),
}


@dataclass(frozen=True)
class Part:
    heading: str
    body: str
    drawing: Drawing | None


def parts(html: str) -> list[Part]:
    """By headings of the second level; what stands before the first has none."""
    before, *rest = HEADING.split(sanitise(html))
    found = [Part("", before, None)] if before.strip() else []
    for heading, body in zip(rest[::2], rest[1::2], strict=True):
        words = unescape(strip_tags(heading))
        found.append(Part(words, body, drawing_of(words)))
    return found


def drawing_of(heading: str) -> Drawing | None:
    said = fold(heading)
    return next((drawing for word, drawing in DRAWINGS.items() if word in said), None)
