from typing import Any

from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import ImportMap, Media

# Plain buttons: the package's drop-down of headings is a <div> that says nothing of itself.
MENU = {
    "groups": [
        {"group": "headings"},
        {"group": "lists"},
        {"group": "nodes -blockType -lists -headings"},
        {"group": "marks"},
        {"group": "link"},
        {"group": "language"},
        {"group": "history"},
    ]
}
# Modules find one another by these names: a stored file's own name may hold a hash.
MODULES = ("address", "dialog", "headings", "language", "link", "paste", "word_lists")
IMPORTS = {f"desk-editor/{name}": f"js/editor_{name}.js" for name in MODULES}


class DeskEditor(AdminProseEditorWidget):  # type: ignore[misc]  # the package is untyped
    """The editor of rich text with a name, Polish buttons and the browser's spell check."""

    @property
    def media(self) -> Any:
        # A plain script: it listens before the package, whose modules wait, makes an editor.
        return super().media + Media(js=["js/editor.js"], importmap=ImportMap(IMPORTS))

    def get_config(self) -> dict[str, Any]:
        config = super().get_config()
        extensions = {**config["extensions"], "Menu": MENU}
        extensions.pop("NoSpellCheck", None)
        return {**config, "extensions": extensions}
