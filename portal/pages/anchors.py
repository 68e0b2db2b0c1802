"""Headings of a page's own words that links from elsewhere lead to."""

import re

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from portal.kernel import richtext
from portal.kernel.names import slugify

HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)


def anchored(html: str) -> SafeString:
    """Rich text to show, its headings of the second level named by their words."""
    names: set[str] = set()
    body = HEADING.sub(lambda found: named(found[0], found[1], names), richtext.render(html))
    return mark_safe(body)  # noqa: S308 -- sanitised; a name is of plain letters, digits, hyphens


def named(heading: str, words: str, names: set[str]) -> str:
    """A single word may be a name of the page around it, and no name is given twice."""
    name = slugify(strip_tags(words))
    if "-" not in name or name in names:
        return heading
    names.add(name)
    return f'<h2 id="{name}">{words}</h2>'
