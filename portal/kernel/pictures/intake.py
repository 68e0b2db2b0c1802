"""Takes a picture that somebody chose: refuses it with a sentence, or keeps clean files of it."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from PIL import Image

from portal.kernel.pictures import decode, shelf
from portal.kernel.pictures.kinds import HEAD, MOST_BYTES, SENTENCES, fault_of

WAIT = 60  # seconds by the clock, on a busy machine; it may use five of a processor
STOPPED = {signal.SIGXCPU, signal.SIGKILL}
PROGRAM = str(Path(decode.__file__))


@dataclass(frozen=True)
class Taken:
    """A picture whose clean files are on the shelf; width and height are the master's."""

    name: str
    width: int
    height: int


def refusal(word: str) -> ValidationError:
    return ValidationError(SENTENCES[word], code=word)


def take(upload: "UploadedFile[bytes]", x: int = 50, y: int = 50) -> Taken:
    """Checks, decodes and re-encodes; raises ValidationError with a sentence for people.

    Its name and its declared type are not looked at. Until a row names the picture, its files
    are nobody's, and `clean_media` removes them.
    """
    check(upload)
    name = shelf.new_name()
    try:
        with shelf.bench() as bench:
            source = Path(bench) / "source"
            write(upload, source)
            said = decoded(source, Path(bench), x, y)
            place(Path(bench), name)
    except OSError as full:
        remove_all(name)
        raise refusal("disk") from full
    return Taken(name, said["width"], said["height"])


def check(upload: "UploadedFile[bytes]") -> None:
    """What can be told without decoding."""
    if not upload.size:
        raise refusal("empty")
    if upload.size > MOST_BYTES:
        raise refusal("large")
    upload.seek(0)
    if fault := fault_of(upload.read(HEAD)):
        raise refusal(fault)


def write(upload: "UploadedFile[bytes]", path: Path) -> None:
    file: BinaryIO
    with path.open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)


def aside(name: str) -> Taken:
    """A picture that was taken and that no row names yet; ValidationError when it is gone."""
    master = shelf.master(name)
    if not shelf.NAME.fullmatch(name) or not master.is_file():
        raise refusal("again")
    for path in (master, *shelf.files_of(name)):
        path.touch()  # it counts as new: see clean_media
    with Image.open(master) as picture:
        return Taken(name, *picture.size)


def make(name: str, x: int, y: int, missing: Iterable[str]) -> None:
    """Those renditions anew, out of the master. Raises ValidationError when that fails."""
    if not shelf.master(name).is_file():
        raise refusal("lost")
    try:
        with shelf.bench() as bench:
            decoded(shelf.master(name), Path(bench), x, y, *missing)
            place(Path(bench), name)
    except OSError as full:
        raise refusal("disk") from full


def decoded(source: Path, folder: Path, x: int, y: int, *only: str) -> dict[str, Any]:
    """Runs `decode.py`; what it cannot do in its time and memory is refused."""
    command = [sys.executable, "-I", PROGRAM, str(source), str(folder), str(x), str(y), *only]
    try:
        done = subprocess.run(command, capture_output=True, timeout=WAIT, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as late:
        raise refusal("heavy") from late
    if done.returncode:
        raise refusal("heavy" if -done.returncode in STOPPED else "broken")
    said: dict[str, Any] = json.loads(done.stdout)
    if fault := said.get("fault"):
        raise refusal(fault)
    return said


def place(bench: Path, name: str) -> None:
    """From the bench to the shelf, the master first: what is shown can always be made again."""
    master = bench / decode.MASTER
    if master.is_file():
        shelf.put(master, shelf.master(name), 0o600)
    for path in bench.glob("*.*"):
        shelf.put(path, shelf.public(f"{name}-{path.name}"), 0o644)
    shelf.settled(shelf.public(), shelf.master(name).parent)


def remove_all(name: str) -> None:
    """The master too: nothing of that picture is left on the disk."""
    shelf.remove(shelf.files_of(name))
    shelf.remove([shelf.master(name)])
