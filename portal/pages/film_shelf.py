"""The folder of films in sign language and of their captions; names are random, as of pictures."""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.files.storage import default_storage

from portal.kernel.pictures.shelf import folder
from portal.models import SitePage

FOLDER = "filmy"
FILE = re.compile(r"[0-9a-f]{32}\.(?:mp4|webm|vtt)")
# Never guessed from what is inside.
TYPES = {".mp4": "video/mp4", ".webm": "video/webm", ".vtt": "text/vtt; charset=utf-8"}


@dataclass(frozen=True)
class Film:
    url: str
    media_type: str
    captions: str
    transcript: str


def film_of(page: SitePage) -> Film | None:
    """What the page shows; None where there is no film."""
    if not page.film:
        return None
    name = str(page.film.name)
    captions = page.captions.url if page.captions else ""
    return Film(page.film.url, TYPES.get(Path(name).suffix, ""), captions, page.transcript)


def shelf() -> Path:
    return folder(FOLDER, 0o755)


def new_name(suffix: str) -> str:
    """Of a file in storage: 128 random bits and what it is."""
    return f"{FOLDER}/{secrets.token_hex(16)}{suffix}"


def path_of(name: str) -> Path:
    """Where a stored name („filmy/…”) lies on the disk."""
    return Path(default_storage.path(name))


def names_in_use() -> set[str]:
    """The files that a page shows; former versions in the history keep no film."""
    rows = SitePage.objects.values_list("film", "captions")
    return {Path(name).name for row in rows for name in row if name}


def all_files() -> Iterator[Path]:
    return shelf().iterdir()
