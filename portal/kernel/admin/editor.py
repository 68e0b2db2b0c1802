from typing import Any

from django.forms import Media
from django_prose_editor.widgets import AdminProseEditorWidget

# Plain buttons: the package's drop-down of headings is a <div> that says nothing of itself.
MENU = {
    "groups": [
        {"group": "headings"},
        {"group": "lists"},
        {"group": "nodes -blockType -lists -headings"},
        {"group": "marks"},
        {"group": "link"},
        {"group": "history"},
    ]
}


class DeskEditor(AdminProseEditorWidget):  # type: ignore[misc]  # the package is untyped
    """The editor of rich text with a name, Polish buttons and the browser's spell check."""

    @property
    def media(self) -> Any:
        return super().media + Media(js=["js/editor.js"])

    def get_config(self) -> dict[str, Any]:
        config = super().get_config()
        extensions = {**config["extensions"], "Menu": MENU}
        extensions.pop("NoSpellCheck", None)
        return {**config, "extensions": extensions}
