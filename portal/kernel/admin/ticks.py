"""Yes and no at the desk in words that a screen reader can say in Polish."""

from django.contrib.admin.templatetags import admin_list
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

SAID = {
    True: ("yes", _("tak")),
    False: ("no", _("nie")),
    None: ("unknown", _("nie wiadomo")),
}


def icon(value: bool | None) -> SafeString:
    """Django's picture; its own words for it are those of Python: „True”, „False”, „None”."""
    name, said = SAID[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{name}.svg"), said)


def say_in_polish() -> None:
    """Put it in the place of Django's, once, when the project starts.

    Lists, read-only pages and boxes that a method shows all ask for that one function by its name
    at the moment when they draw; no setting, template or method of an admin stands in between.
    """
    admin_list._boolean_icon = icon  # type: ignore[attr-defined]  # not in the stubs
