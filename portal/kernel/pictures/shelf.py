"""The files of pictures on the disk: masters in a folder that nobody serves, renditions in another.

Every file is written elsewhere first and then renamed, so that none is ever half there. Names are
random; whoever is not told one cannot guess it.
"""

import os
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.storage import default_storage

PUBLIC, PRIVATE = "obrazy", "oryginaly"
WORK = ".w-toku-"
NAME = re.compile(r"[0-9a-f]{32}")
FILE = re.compile(r"[0-9a-f]{32}-(?:[0-9]{1,5}\.(?:avif|webp)|karta-[0-9]{1,3}-[0-9]{1,3}\.jpg)")

# Never guessed from what is inside.
TYPES = {".avif": "image/avif", ".webp": "image/webp", ".jpg": "image/jpeg"}


def new_name() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


def public(file: str = "") -> Path:
    return folder(PUBLIC, 0o755) / file


def master(name: str) -> Path:
    return folder(PRIVATE, 0o700) / f"{name}.jpg"


def folder(word: str, mode: int) -> Path:
    found = Path(default_storage.path(word))
    if not found.is_dir():
        found.mkdir(mode=mode, parents=True, exist_ok=True)
    return found


def url(file: str) -> str:
    return default_storage.url(f"{PUBLIC}/{file}")


def bench() -> "TemporaryDirectory[str]":
    """Where files are made: on the disk of the shelf, since only there a rename is one step."""
    return TemporaryDirectory(prefix=WORK, dir=folder(PRIVATE, 0o700))


def put(source: Path, target: Path, mode: int) -> None:
    source.chmod(mode)
    source.replace(target)


def settled(*folders: Path) -> None:
    """After a power cut the folders still list what was renamed into them."""
    for path in folders:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def files_of(name: str) -> Iterator[Path]:
    """The renditions of one picture that are there."""
    return public().glob(f"{name}-*") if NAME.fullmatch(name) else iter(())


def remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def all_files() -> Iterator[tuple[str, Path]]:
    """(name of its picture, file) of everything that is kept, masters too."""
    for path in public().iterdir():
        yield path.name[:32], path
    for path in folder(PRIVATE, 0o700).glob("*.jpg"):
        yield path.stem, path


def unfinished() -> Iterator[Path]:
    """Folders of work that a crash left behind."""
    return folder(PRIVATE, 0o700).glob(f"{WORK}*")
