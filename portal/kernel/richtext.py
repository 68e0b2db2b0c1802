"""Rich text: what the editor may write is what the sanitiser lets through, and nothing else.

Tidied and sanitised when saved, and sanitised again when shown (ASVS V1.3.1), so that text which
reached the database by another way is as harmless. Typography is applied at output, never stored.
"""

from functools import cache
from typing import Any

import nh3
from django.utils.safestring import SafeString, mark_safe
from django_prose_editor.fields import ProseEditorField

from portal.kernel.html_tree import SCHEMES, SILENT, encodable
from portal.kernel.language_codes import OFFERED
from portal.kernel.tidy import tidy
from portal.kernel.typography import typeset_html

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "HardBreak": True,
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},  # no letters and no Roman numbers
    "ListItem": True,
    "Blockquote": True,
    "Heading": {"levels": [2, 3]},  # h1 is the page's title
    "History": True,
    # Ours, from static/js/editor_*.js
    "DeskLink": True,
    "DeskLanguage": {"languages": list(OFFERED.items())},
    "DeskHeadings": True,
    "DeskPaste": True,
}

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h2", "h3", "a", "span"}
# Nothing on every tag: the package would let `title` through.
ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}, "ol": {"start"}, "span": {"lang"}}


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        clean_content_tags=SILENT,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def sanitise(html: str) -> str:
    """The same text with allowed tags, attributes and link schemes only."""
    return _cleaner().clean(encodable(html))


def clean(html: str) -> str:
    """What is stored of what was written or pasted: tidy, then sanitised; "" for nothing."""
    return sanitise(tidy(html))


def render(html: str) -> SafeString:
    """HTML for a page: sanitised again, with Polish typography."""
    return mark_safe(typeset_html(sanitise(html)))  # noqa: S308 -- sanitised in this line


class RichTextField(ProseEditorField):  # type: ignore[misc]  # the package is untyped
    """A text field with the staff's editor; stores sanitised HTML."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        super().__init__(*args, extensions=EXTENSIONS, sanitize=clean, **kwargs)

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        """Clean also what did not come through a form: commands, the demo, imports."""
        value = clean(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, value)
        return value
