"""Rich text: what the editor may write is what the sanitiser lets through, and nothing else.

Sanitised when saved and again when shown (ASVS V1.3.1), so that text which reached the
database by another way is as harmless. Typography is applied at output and never stored.
"""

from functools import cache
from typing import Any

import nh3
from django.utils.safestring import SafeString, mark_safe
from django_prose_editor.fields import ProseEditorField

from portal.kernel.typography import typeset_html

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Heading": {"levels": [2, 3]},  # h1 is the page's title
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "History": True,
}

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h2", "h3", "a", "span"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "*": {"lang"}}
SCHEMES = {"http", "https", "mailto", "tel"}
EMPTY = {"", "<p></p>", "<p><br></p>"}


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, strip_comments=True
    )


def clean(html: str) -> str:
    """The same text with allowed tags, attributes and link schemes only; "" for nothing."""
    cleaned = _cleaner().clean(html.replace("\x00", "")).strip()
    return "" if cleaned in EMPTY else cleaned


def render(html: str) -> SafeString:
    """HTML for a page: sanitised again, with Polish typography."""
    return mark_safe(typeset_html(clean(html)))  # noqa: S308 -- clean() is the sanitiser


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
