"""Decodes one picture and writes clean ones: a program of its own, for one foreign file.

Decoders are where hostile files bite, so this runs apart from the portal, with little memory and
time; what it holds when it dies is lost and nothing else. It imports no Django.

    python -I decode.py SOURCE FOLDER X Y [FILE …]

Writes into FOLDER the master and the renditions, or only the FILEs named, and prints JSON: the
size of the master, or {"fault": why not}. X and Y: the focal point, per cent.
"""

import json
import os
import resource
import sys
import warnings
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

MEGA = 1_000_000
PIXELS = 25 * MEGA
PIXELS_OF = {"WEBP": 20 * MEGA}  # its decoder keeps four copies of what it reads
MEMORY = 500 * MEGA  # bytes of addresses; 25 megapixels of any kind really use 330 at most
THREADS = 2  # more would reserve more
SECONDS = 5  # of a processor
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
MASTER = "oryginal.jpg"
LONGEST = 2560  # pixels, of the master's longer side
WIDTHS = (480, 960, 1600)
CARD = (1200, 630)
WHITE = (255, 255, 255)
PROFILE = MEGA  # bytes; no honest colour profile is larger
ORIENTATION = 0x0112  # EXIF
LANCZOS, BICUBIC = 1, 3  # Pillow's numbers: it is loaded only once there is a limit
# For each way to hold a camera, the number of the turn that sets it upright (Image.Transpose).
TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}


def limit() -> None:
    """Before anything foreign is read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def widths(width: int) -> list[int]:
    """Of the renditions: those that pages ask for, none wider than the picture itself."""
    widest = min(width, WIDTHS[-1])
    return [*(one for one in WIDTHS if one < widest), widest]


def height_at(width: int, size: tuple[int, int]) -> int:
    return max(1, round(size[1] * width / size[0]))


def card_name(x: int, y: int) -> str:
    """Another point, another name: what browsers keep for a year never changes."""
    return f"karta-{x}-{y}.jpg"


def card_box(size: tuple[int, int], x: int, y: int) -> tuple[int, int, int, int]:
    """The largest piece of the card's shape, with the focal point as near its middle as can be."""
    width = max(1, min(size[0], round(size[1] * CARD[0] / CARD[1])))
    height = max(1, min(size[1], round(size[0] * CARD[1] / CARD[0])))
    left = min(max(round(size[0] * x / 100 - width / 2), 0), size[0] - width)
    top = min(max(round(size[1] * y / 100 - height / 2), 0), size[1] - height)
    return left, top, left + width, top + height


def clean(source: Path) -> Any:
    """The pixels of the first frame, upright, in sRGB, on white; nothing else of the file."""
    from PIL import Image  # noqa: PLC0415 -- once there is a limit

    with Image.open(source, formats=FORMATS) as opened:
        if opened.width * opened.height > PIXELS_OF.get(opened.format or "", PIXELS):
            raise Image.DecompressionBombError
        opened.draft("RGB", (LONGEST, LONGEST))  # JPEG: never larger in memory than needed
        opened.load()
        turn, profile = orientation(opened), opened.info.get("icc_profile")
        picture = smaller(plain(opened))
    return flat(in_srgb(upright(picture, turn), profile))


def orientation(picture: Any) -> int:
    """As the camera was held, 1 to 8; 1 when its note cannot be read."""
    try:
        return int(picture.getexif().get(ORIENTATION, 1))
    except Exception:  # foreign bytes raise whatever they like
        return 1


def plain(picture: Any) -> Any:
    """In a mode that can be made smaller without spoiling it."""
    if "transparency" in picture.info or picture.mode in {"PA", "La", "RGBa"}:
        return picture.convert("RGBA")
    if picture.mode.startswith("I"):  # 16 bits of grey, which convert() would cut off at 255
        return picture.point(lambda value: value / 256).convert("L")
    if picture.mode in {"L", "LA", "RGB", "RGBA", "CMYK"}:
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def smaller(picture: Any) -> Any:
    width, height = picture.size
    longer = max(width, height)
    if longer <= LONGEST:
        return picture
    size = tuple(max(1, round(side * LONGEST / longer)) for side in (width, height))
    return picture.resize(size, BICUBIC, reducing_gap=1.5)


def upright(picture: Any, turn: int) -> Any:
    return picture.transpose(TURNS[turn]) if turn in TURNS else picture


def in_srgb(picture: Any, profile: bytes | None) -> Any:
    has_alpha = picture.mode.endswith("A")
    colours = picture.convert(picture.mode.removesuffix("A")) if has_alpha else picture
    found = by_profile(colours, profile) if profile else colours.convert("RGB")
    if has_alpha:
        found.putalpha(picture.getchannel("A"))
    return found


def by_profile(colours: Any, profile: bytes) -> Any:
    """A profile that is broken, or lies about the picture, is as good as none."""
    from PIL import ImageCms  # noqa: PLC0415 -- once there is a limit

    try:
        told = ImageCms.ImageCmsProfile(BytesIO(profile[:PROFILE]))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(colours, told, srgb, outputMode="RGB")
    except Exception:  # foreign bytes raise whatever they like
        return colours.convert("RGB")


def flat(picture: Any) -> Any:
    """A new image: nothing that came with the old one can be in it."""
    from PIL import Image  # noqa: PLC0415 -- once there is a limit

    found = Image.new("RGB", picture.size, WHITE)
    found.paste(picture, mask=picture if picture.mode == "RGBA" else None)
    return found


def files(picture: Any, x: int, y: int) -> dict[str, Callable[[Path], None]]:
    """What writes each file, by its name."""
    found = {MASTER: lambda path: written(picture, path, "JPEG", quality=92, subsampling=0)}
    for width in widths(picture.width):
        found |= rendition(picture, width)
    found[card_name(x, y)] = lambda path: written(
        card(picture, x, y), path, "JPEG", quality=82, optimize=True, progressive=True
    )
    return found


def rendition(picture: Any, width: int) -> dict[str, Callable[[Path], None]]:
    size = (width, height_at(width, picture.size))

    @lru_cache(1)
    def sized() -> Any:
        return picture.resize(size, LANCZOS)

    # A slower AVIF is a tenth smaller and takes six times as long.
    return {
        f"{width}.avif": lambda path: written(sized(), path, "AVIF", quality=60, speed=9),
        f"{width}.webp": lambda path: written(sized(), path, "WEBP", quality=80, method=2),
    }


def card(picture: Any, x: int, y: int) -> Any:
    """The piece around the focal point; never made larger than it is."""
    piece = picture.crop(card_box(picture.size, x, y))
    return piece if piece.width <= CARD[0] else piece.resize(CARD, LANCZOS)


def written(picture: Any, path: Path, kind: str, **options: Any) -> None:
    """On the disk before it is named: a power cut leaves no half of it."""
    with path.open("wb") as file:
        picture.save(file, kind, **options)
        file.flush()
        os.fsync(file.fileno())


def run(source: Path, folder: Path, x: int, y: int, only: list[str]) -> dict[str, Any]:
    picture = clean(source)
    for name, write in files(picture, x, y).items():
        if not only or name in only:
            write(folder / name)
    return {"width": picture.width, "height": picture.height}


def answer(source: Path, folder: Path, x: int, y: int, only: list[str]) -> dict[str, Any]:
    """What came of it; a fault is a word that the portal has a sentence for."""
    from PIL import AvifImagePlugin, Image, UnidentifiedImageError  # noqa: PLC0415

    AvifImagePlugin.DEFAULT_MAX_THREADS = THREADS
    # Pillow refuses twice as many as this, from the header, before it decodes.
    Image.MAX_IMAGE_PIXELS = PIXELS // 2
    warnings.simplefilter("ignore")
    try:
        return run(source, folder, x, y, only)
    except Image.DecompressionBombError:
        return {"fault": "pixels"}
    except UnidentifiedImageError:
        return {"fault": "kind"}
    except MemoryError:
        return {"fault": "heavy"}
    except OSError as refused:
        return {"fault": "disk" if refused.errno else "broken"}
    except Exception:  # foreign bytes raise whatever they like
        return {"fault": "broken"}


def main(source: str, folder: str, x: str, y: str, *only: str) -> None:
    limit()
    said = answer(Path(source), Path(folder), int(x), int(y), list(only))
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
