"""One stylesheet over the wire, the site's or the desk's: its imports joined when collected."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

ENTRIES = ("css/site.css", "css/admin.css")
IMPORT = re.compile(r'@import url\("(?P<file>[\w.-]+)"\)(?: layer\((?P<layer>\w+)\))?;\n?')


def joined(css: str, folder: Path) -> str:
    """The sheet with each `@import url("x.css") layer(y);` replaced by `@layer y { … }`."""

    def content(match: re.Match[str]) -> str:
        text = (folder / match["file"]).read_text(encoding="utf-8").strip()
        return f"@layer {match['layer']} {{\n{text}\n}}\n" if match["layer"] else f"{text}\n"

    return IMPORT.sub(content, css)


class JoinedStylesheet:
    """Storage mixin: joins the sheet among the collected files, before they are hashed."""

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        for name in ENTRIES if not dry_run else ():
            if name in paths:
                entry = Path(self.path(name))  # type: ignore[attr-defined]
                entry.write_text(joined(entry.read_text(encoding="utf-8"), entry.parent), "utf-8")
                # What is read from now on is the joined file, not its source.
                paths = {**paths, name: (self, name)}
                yield name, name, True
        if hasattr(super(), "post_process"):
            yield from super().post_process(paths, dry_run, **options)  # type: ignore[misc]


class PlainStorage(JoinedStylesheet, StaticFilesStorage):
    """For the demo: the same one sheet, no hashes."""


class ManifestStorage(JoinedStylesheet, CompressedManifestStaticFilesStorage):
    """For production: hashed names, compressed, cached for ever."""
