"""What people and attackers send as a picture: refused with a sentence, or made anew and clean."""

import errno
import json
import os
import resource
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from PIL import Image, ImageDraw

from portal.kernel.pictures import decode, intake, shelf
from portal.kernel.pictures.kinds import SENTENCES
from tests.hostile_pictures import CLEAN, GROUPS, REFUSED, SECRETS, Sent, exif, png
from tests.pictures import jpeg, photo, upload, written

FORMATS = {".avif": "AVIF", ".webp": "WEBP", ".jpg": "JPEG"}


def files(name):
    return [*shelf.files_of(name), shelf.master(name)]


def everything():
    return {path for _, path in shelf.all_files()} | set(shelf.unfinished())


def taken(content, **options):
    return intake.take(upload(content), **options)


def refused(content):
    with pytest.raises(ValidationError) as caught:
        taken(content)
    return caught.value.code


def master(content):
    with Image.open(shelf.master(taken(content).name)) as image:
        return image.copy()


def stains(path):
    """What is wrong with a file that we made."""
    content = path.read_bytes()
    with Image.open(path) as image:
        found = {key for key in ("exif", "icc_profile", "xmp", "comment") if image.info.get(key)}
        if image.format != FORMATS[path.suffix]:
            found.add(f"is {image.format}")
        if max(image.size) > decode.LONGEST:
            found.add("large")
        image.load()
    return found | {secret for secret in SECRETS if secret in content}


def received(sent: Sent):
    """As Django's own reader of forms hands it on, which has ideas of its own about names."""
    if sent.name == Sent.name:
        return upload(sent.content)
    file = BytesIO(sent.content)
    file.name, file.content_type = sent.name, sent.declared
    return RequestFactory().post("/", {"file": file}).FILES.get("file")


def outcome(sent: Sent):
    """ "" when it went as it should; a sentence of what went wrong."""
    file = received(sent)
    if file is None:
        return "" if sent.expected != CLEAN else "lost"
    try:
        found = intake.take(file)
    except ValidationError as refusal:
        known = refusal.messages[0] in map(str, SENTENCES.values())
        return "" if known and sent.expected != CLEAN else f"refused: {refusal.messages[0]}"
    if sent.expected == REFUSED:
        return "taken"
    bad = [f"{path.name} {stain}" for path in files(found.name) for stain in stains(path)]
    return ", ".join(bad)


@pytest.fixture
def forked(monkeypatch):
    """The same program with the same limits, without the start of an interpreter each time."""
    monkeypatch.setattr(intake.subprocess, "run", run_forked)


def run_forked(command, **options):
    end, start = os.pipe()
    child = os.fork()
    if not child:
        answer_and_end(start, command)
    os.close(start)
    with os.fdopen(end, "rb") as pipe:
        said = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return subprocess.CompletedProcess(command, status, said)


def answer_and_end(start, command):
    """In the child: what it may use comes on top of what the tests have taken already."""
    status = 1
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        decode.MEMORY += pages * resource.getpagesize()
        decode.limit()
        source, folder, x, y, *only = command[3:]
        said = decode.answer(Path(source), Path(folder), int(x), int(y), only)
        os.write(start, json.dumps(said).encode())
        status = 0
    finally:
        os._exit(status)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.drill
def test_what_is_sent_is_refused_or_made_anew_and_clean(forked, group):
    found = {name: outcome(sent) for name, sent in GROUPS[group]().items()}
    assert {name: said for name, said in found.items() if said} == {}
    assert not list(shelf.unfinished())


def test_the_program_says_the_same_when_it_runs_alone():
    sent = [GROUPS["names and declared types"]()["PNG declared as html"]]
    sent += [GROUPS["bombs"]()[name] for name in ("400 megapixels in 20 kB", "a profile of 30 MB")]
    assert [outcome(one) for one in sent] == ["", "", ""]


def test_the_corpus_is_large():
    assert sum(len(make()) for make in GROUPS.values()) >= 150


@pytest.mark.parametrize(
    "content, word",
    [
        (b"", "empty"),
        (b"x" * 20_000_001, "large"),
        (b"%PDF-1.4", "kind"),
        (b"<svg/>", "svg"),
        (b"hello", "kind"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (png(20_000, 20_000), "pixels"),
        (jpeg()[: len(jpeg()) // 2], "broken"),
    ],
)
def test_each_kind_of_fault_has_its_own_sentence_and_leaves_nothing(content, word):
    before = everything()
    assert refused(content) == word
    assert everything() == before


def test_the_page_s_widths_are_made_and_none_is_wider_than_the_picture():
    def sizes(width, height):
        found = taken(jpeg(width, height))
        names = [path.name.removeprefix(f"{found.name}-") for path in shelf.files_of(found.name)]
        return sorted(int(name[:-5]) for name in names if name.endswith(".avif"))

    assert sizes(2000, 1000) == [480, 960, 1600]
    assert sizes(700, 500) == [480, 700]
    assert sizes(300, 200) == [300]


def test_a_rendition_is_as_large_as_it_is_said_to_be():
    found = taken(jpeg(1000, 750))
    with Image.open(shelf.public(f"{found.name}-480.webp")) as image:
        assert image.size == (480, 360)
    assert (found.width, found.height) == (1000, 750)


def test_a_large_picture_is_kept_smaller():
    found = taken(written(Image.new("RGB", (5000, 100)), "PNG"))
    assert (found.width, found.height) == (2560, 51)


def corners(image):
    """The colours of the four quarters, named."""
    named = {(208, 0, 0): "r", (0, 160, 0): "g", (0, 0, 208): "b", (224, 192, 0): "y"}
    width, height = image.size
    spots = [(x, y) for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)]
    seen = [image.convert("RGB").getpixel(spot) for spot in spots]
    near = [
        min(named, key=lambda n: sum(abs(a - b) for a, b in zip(n, s, strict=True))) for s in seen
    ]
    return "".join(named[one] for one in near)


@pytest.mark.parametrize(
    "orientation, seen",
    [
        (1, "rgby"), (2, "gryb"), (3, "ybgr"), (4, "byrg"),
        (5, "rbgy"), (6, "bryg"), (7, "ygbr"), (8, "gyrb"),
    ],
)  # fmt: skip
def test_a_picture_stands_as_the_camera_was_held(orientation, seen):
    content = written(photo((640, 480)), "JPEG", exif=exif(orientation))
    found = master(content)
    assert corners(found) == seen
    assert found.size == ((480, 640) if orientation > 4 else (640, 480))


@pytest.mark.parametrize(
    "mode, kind", [("CMYK", "JPEG"), ("P", "PNG"), ("P", "GIF"), ("RGBA", "WEBP")]
)
def test_every_way_to_keep_colours_is_understood(mode, kind):
    assert corners(master(written(photo((64, 48), mode), kind))) == "rgby"


def test_sixteen_bits_of_grey_are_not_cut_off():
    rows = b"".join(b"\0" + bytes([128, 0]) * 8 for _ in range(8))
    assert master(png(8, 8, rows, depth=16)).convert("L").getpixel((4, 4)) in range(126, 131)


@pytest.mark.parametrize(
    "depth, colour, pixel", [(1, 0, b""), (16, 2, b"\x80\0" * 3), (8, 4, b"\x80\xff")]
)
def test_rarer_kinds_of_png_are_taken(depth, colour, pixel):
    row = b"\0\xff" if depth == 1 else b"\0" + pixel * 8
    assert master(png(8, 8, row * 8, depth, colour)).size == (8, 8)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_what_is_transparent_becomes_white(kind):
    image = Image.new("RGBA", (64, 48))
    ImageDraw.Draw(image).rectangle((0, 0, 31, 47), "#d00000")
    found = master(written(image, kind)).convert("RGB")
    assert min(found.getpixel((50, 20))) > 245
    assert found.getpixel((8, 20))[0] > 190 > 60 > found.getpixel((8, 20))[1]


def test_two_pictures_never_share_a_name_and_nobody_guesses_one():
    one, other = taken(jpeg()), taken(jpeg())
    assert one.name != other.name
    assert len(one.name) == 32


def test_masters_are_for_nobody_else_and_renditions_may_be_read():
    found = taken(jpeg())
    assert shelf.master(found.name).stat().st_mode & 0o777 == 0o600
    assert {path.stat().st_mode & 0o777 for path in shelf.files_of(found.name)} == {0o644}


def test_the_piece_for_sharing_keeps_the_point_that_matters():
    left, right = taken(jpeg(1000, 200), x=0, y=50), taken(jpeg(1000, 200), x=100, y=50)
    with Image.open(shelf.public(f"{left.name}-karta-0-50.jpg")) as image:
        assert corners(image) == "rrbb"
        assert image.size == (381, 200)
    with Image.open(shelf.public(f"{right.name}-karta-100-50.jpg")) as image:
        assert corners(image) == "ggyy"


@pytest.mark.parametrize("step", ["write", "place"])
def test_a_full_disk_is_said_and_leaves_nothing(monkeypatch, step):
    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(intake, step, full)
    before = everything()
    assert refused(jpeg()) == "disk"
    assert everything() == before


def test_a_disk_that_fills_half_way_leaves_no_half(monkeypatch):
    put, calls = shelf.put, iter(range(99))

    def full(*args):
        if next(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        put(*args)

    monkeypatch.setattr(shelf, "put", full)
    before = everything()
    assert refused(jpeg()) == "disk"
    assert everything() == before


def test_a_disk_that_the_program_cannot_write_to_is_said_too(tmp_path):
    source = tmp_path / "source"
    source.write_bytes(jpeg())
    with pytest.raises(ValidationError, match="zabrakło miejsca"):
        intake.decoded(source, tmp_path / "nowhere", 50, 50)


@pytest.mark.drill
def test_what_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(intake, "WAIT", 0.001)
    assert refused(jpeg()) == "heavy"


def test_a_program_that_dies_takes_nothing_with_it(monkeypatch, tmp_path):
    program = tmp_path / "dies.py"
    program.write_text("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    monkeypatch.setattr(intake, "PROGRAM", str(program))
    assert refused(jpeg()) == "broken"


@pytest.mark.parametrize(
    "mode, kind, size", [("RGBA", "PNG", (5000, 5000)), ("RGB", "WEBP", (5000, 4000))]
)
@pytest.mark.drill
def test_the_largest_picture_needs_less_than_400_mb(tmp_path, mode, kind, size):
    source = tmp_path / "source"
    options = {"compress_level": 1} if kind == "PNG" else {"method": 0}
    Image.new(mode, size, (99,) * len(mode)).save(source, kind, **options)
    ask = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
        "print(); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, intake.PROGRAM, str(source), str(tmp_path), "50", "50"]
    said = subprocess.run(
        [sys.executable, "-c", ask, *command], capture_output=True, text=True, check=True
    )
    assert '"width"' in said.stdout
    assert int(said.stdout.split()[-1]) < 400_000  # kB


def test_a_picture_kept_aside_is_found_again_until_it_is_gone():
    found = taken(jpeg())
    assert intake.aside(found.name) == found
    intake.remove_all(found.name)
    with pytest.raises(ValidationError, match="jeszcze raz"):
        intake.aside(found.name)


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "a" * 32, "*"])
def test_a_name_that_was_made_up_opens_nothing(name):
    with pytest.raises(ValidationError):
        intake.aside(name)


def test_what_is_missing_is_made_again_out_of_the_master():
    found = taken(jpeg())
    lost = shelf.public(f"{found.name}-480.avif")
    before = lost.read_bytes()
    lost.unlink()
    intake.make(found.name, 50, 50, ["480.avif"])
    assert abs(len(lost.read_bytes()) - len(before)) < 200
