"""A corpus of files that somebody may send as a picture: {name: Sent}, in groups.

Nothing in it is kept as a file: each is made when it is asked for, the same every time.
"""

import gzip
import random
import struct
import zlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageCms

from tests.pictures import photo, written

REFUSED, CLEAN, EITHER = "refused", "clean", "either"
SECRETS = (b"<script", b"<?php", b"<svg", b"%PDF", b"PK\x03\x04", b"TAJNE", b"Exif", b"ICC_PROFILE")
KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
SCRIPT = b"<html><script>alert(1)</script>TAJNE<?php system($_GET[0]); ?>"


@dataclass(frozen=True)
class Sent:
    content: bytes
    expected: str = REFUSED
    name: str = "zdjecie.jpg"
    declared: str = "image/jpeg"


def plain(kind):
    return written(photo((64, 48)), kind)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows=b"", depth=1, colour=0, extra=b""):
    """A PNG whose header says what it likes."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def with_chunk(kind, data):
    """A good PNG with one more chunk before its pixels."""
    good = plain("PNG")
    return good[:33] + chunk(kind, data) + good[33:]


def box(kind, data):
    return struct.pack(">I", len(data) + 8) + kind + data


def jpeg_with(segment, data):
    """A good JPEG with one more segment after its first two bytes."""
    good = plain("JPEG")
    return good[:2] + b"\xff" + segment + struct.pack(">H", len(data) + 2) + data + good[2:]


def resized(kind, width, height):
    """A good file whose header claims another size."""
    data = bytearray(plain(kind))
    if kind == "JPEG":
        at = data.index(b"\xff\xc0")
        data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    elif kind == "GIF":
        data[6:10] = struct.pack("<HH", width, height)
    elif kind == "AVIF":
        at = data.index(b"ispe")
        data[at + 8 : at + 16] = struct.pack(">II", width, height)
    else:
        data[26:30] = struct.pack("<HH", width, height)
    return bytes(data)


def webp_canvas(width, height):
    """An extended WebP that claims a canvas."""
    inner = plain("WEBP")[12:]
    sides = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + sides + inner
    return b"RIFF" + struct.pack("<I", len(body)) + body


def frames(kind, count, **options):
    images = [photo((32, 24)).rotate(90 * number) for number in range(count)]
    return written(images[0], kind, save_all=True, append_images=images[1:], **options)


def gif_frames(count):
    """One small frame, again and again."""
    good = plain("GIF")
    start = 13 + 3 * 2 ** ((good[10] & 7) + 1)
    return good[:start] + good[start:-1] * count + b";"


def not_pictures():
    image = photo((64, 48))
    found = {
        "nothing": b"",
        "one byte": b"\xff",
        "a NUL": b"\0",
        "NULs": bytes(4096),
        "text": "Zażółć gęślą jaźń".encode(),
        "html": SCRIPT,
        "html after spaces": b" \r\n\t" + SCRIPT,
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "svg with a mark": b"\xef\xbb\xbf<?xml version='1.0'?><svg onload='alert(1)'/>",
        "svg in UTF-16": "<svg onload='alert(1)'/>".encode("utf-16"),
        "packed svg": gzip.compress(b"<svg onload='alert(1)'/>"),
        "xml with entities": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        "pdf": b"%PDF-1.7\n1 0 obj<<>>endobj",
        "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run",
        "eps of Windows": b"\xc5\xd0\xd3\xc6" + bytes(60),
        "photoshop": b"8BPS\0\1" + bytes(60),
        "zip": b"PK\x03\x04" + bytes(60),
        "zip, empty": b"PK\x05\x06" + bytes(18),
        "elf": b"\x7fELF\x02\x01\x01" + bytes(60),
        "exe": b"MZ" + bytes(100),
        "shell": b"#!/bin/sh\nrm -rf /\n",
        "php": b"<?php phpinfo();",
        "javascript": b"alert(1)//GIF89a",
        "json": b'{"a": 1}',
        "xbm": b"#define a_width 9\n#define a_height 9\nstatic char a_bits[] = {0x00};",
        "wmf": b"\xd7\xcd\xc6\x9a" + bytes(60),
        "emf": b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60),
        "flash": b"CWS\x09" + bytes(60),
        "film": box(b"ftyp", b"isom\0\0\2\0isomiso2mp41") + box(b"mdat", bytes(60)),
        "film of Apple": box(b"ftyp", b"qt  \0\0\0\0qt  ") + bytes(60),
        "heic": box(b"ftyp", b"heic\0\0\0\0mif1heic") + bytes(60),
        "heif": box(b"ftyp", b"mif1\0\0\0\0mif1miaf") + bytes(60),
        "box without a brand": b"\0\0\0\x08ftyp",
        "box of no length": b"\0\0\0\0ftypavif",
        "box that is huge": b"\xff\xff\xff\xffftypavif" + bytes(60),
        "box of avif only": box(b"ftyp", b"avif\0\0\0\0avifmif1miaf"),
        "only a jpeg's mark": b"\xff\xd8\xff",
        "only a png's mark": b"\x89PNG\r\n\x1a\n",
        "only a gif's mark": b"GIF89a",
        "only a webp's mark": b"RIFF\x1a\0\0\0WEBPVP8 ",
        "webp that is a sound": b"RIFF\x24\0\0\0WAVEfmt " + bytes(30),
        "png without pixels": b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""),
        "png of no width": png(0, 10),
        "png of no height": png(10, 0),
        "gif of no size": b"GIF89a\0\0\0\0\0\0\0;",
    }
    for kind in ("BMP", "TIFF", "ICO", "PPM", "TGA", "PCX", "DDS", "SGI", "SPIDER", "PDF", "EPS"):
        found[f"a real {kind}"] = written(image, kind)
    return {name: Sent(content) for name, content in found.items()}


NAMES = (
    "../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "..",
    "zdjecie.php",
    "zdjecie.jpg.php",
    "zdjecie.php.jpg",
    "zdjecie.jpg\0.php",
    ".htaccess",
    "CON.jpg",
    "zdjęcie ąęłó.jpg",
    "<script>alert(1)</script>.jpg",
    "\u202egpj.exe",
    "a" * 300 + ".jpg",
    "bez rozszerzenia",
    "a;rm -rf ~;.jpg",
    "--help",
)


def names():
    """A name decides nothing: a good file is taken and a bad one is not, whatever it is called."""
    found = {}
    for name in NAMES:
        expected = EITHER if name == ".." else CLEAN  # which Django takes for no file at all
        found[f"a picture called {name!r}"] = Sent(plain("JPEG"), expected, name)
        found[f"a pdf called {name!r}"] = Sent(b"%PDF-1.7", REFUSED, name)
    for kind in KINDS:
        sent = Sent(plain(kind), CLEAN, "strona.html", "text/html")
        found[f"{kind} declared as html"] = sent
        found[f"svg declared as {kind}"] = Sent(
            b"<svg/>", REFUSED, f"a.{kind.lower()}", f"image/{kind.lower()}"
        )
    return found


def cut():
    """Cut short at many places; what is left of a picture may still be one."""
    found = {}
    for kind in KINDS:
        content = plain(kind)
        for part in (0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95):
            end = int(len(content) * part)
            found[f"{kind} cut at {part}"] = Sent(content[:end], EITHER)
        found[f"{kind} without its last byte"] = Sent(content[:-1], EITHER)
    return found


def spoiled():
    """Bytes changed at random, always the same ones."""
    found = {}
    for kind in KINDS:
        for seed in range(4):
            chance = random.Random(f"{kind} {seed}")
            content = bytearray(plain(kind))
            for _ in range(8):
                content[chance.randrange(12, len(content))] = chance.randrange(256)
            found[f"{kind} spoiled {seed}"] = Sent(bytes(content), EITHER)
    return found


@cache
def bombs():
    zeros = zlib.compress(bytes(30_000_000), 9)
    loop = b"Exif\0\0II*\0\x08\0\0\0\1\0\x69\x87\4\0\1\0\0\0\x08\0\0\0\0\0\0\0"
    many = b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\1\3\0\xff\xff\xff\xff\xff\xff\xff\xff" * 5000
    profiles = b"".join(
        b"\xff\xe2\xff\xff" + (b"ICC_PROFILE\0" + bytes([n, 200])).ljust(65533, b"x")
        for n in range(1, 201)
    )
    jpeg = plain("JPEG")
    return {
        "400 megapixels in 20 kB": Sent(png(20_000, 20_000, bytes(2501 * 8000))),
        "144 megapixels": Sent(png(12_000, 12_000, bytes(1501 * 12_000))),
        "one pixel row too many": Sent(png(5000, 5001, bytes(626 * 5001))),
        "the largest png": Sent(png(2**31 - 1, 2**31 - 1)),
        "a png wider than that": Sent(png(2**32 - 1, 1)),
        "a jpeg that claims to be large": Sent(resized("JPEG", 65_500, 65_500)),
        "a gif that claims to be large": Sent(resized("GIF", 65_535, 65_535)),
        "a webp that claims to be large": Sent(resized("WEBP", 16_383, 16_383)),
        "a webp of a large canvas": Sent(webp_canvas(2**24, 2**24)),
        "a webp of 24 megapixels": Sent(webp_canvas(6000, 4000)),
        "an avif that claims to be large": Sent(resized("AVIF", 60_000, 60_000)),
        "a png that packs 30 MB of pixels": Sent(png(8, 8, bytes(30_000_000)), EITHER),
        "a profile of 30 MB": Sent(with_chunk(b"iCCP", b"a\0\0" + zeros), EITHER),
        "a comment of 30 MB": Sent(with_chunk(b"zTXt", b"a\0\0" + zeros), EITHER),
        "a longer comment": Sent(with_chunk(b"iTXt", b"a\0\1\0\0\0" + zeros), EITHER),
        "a hundred comments": Sent(
            plain("PNG")[:33]
            + chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(1_000_000))) * 100
            + plain("PNG")[33:],
            EITHER,
        ),
        "13 MB of profiles": Sent(jpeg[:2] + profiles + jpeg[2:], CLEAN),
        "EXIF that leads to itself": Sent(jpeg_with(b"\xe1", loop), CLEAN),
        "EXIF that counts too far": Sent(jpeg_with(b"\xe1", many), CLEAN),
        "a gif of 10 000 frames": Sent(gif_frames(10_000), CLEAN),
        "a webp of 100 frames": Sent(frames("WEBP", 100), CLEAN),
        "a png of 100 frames": Sent(frames("PNG", 100), CLEAN),
        "an avif of 10 frames": Sent(frames("AVIF", 10), CLEAN),
        "jpeg of 40 scans and no end": Sent(
            written(photo((64, 48)), "JPEG", progressive=True)[:-2] * 40, EITHER
        ),
        "more than 20 MB": Sent(plain("JPEG").ljust(20_000_001, b"x")),
        "all of 20 MB": Sent(plain("JPEG").ljust(20_000_000, b"x"), CLEAN),
    }


def exif(orientation):
    found = Image.Exif()
    found[0x0112], found[0x010F] = orientation, "TAJNE"
    found.get_ifd(0x8825)[1] = "N"
    found.get_ifd(0x8825)[2] = (50.0, 3.0, 41.0)
    return found


def with_secrets():
    """Good pictures that carry what must not go on."""
    image, xmp = photo((64, 48)), b"<x:xmpmeta><script>TAJNE</script></x:xmpmeta>"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    both = {"exif": exif(1), "icc_profile": srgb}
    found = {f"{kind} with EXIF": written(image, kind, **both) for kind in KINDS[:4]}
    found |= {
        f"{kind} with XMP": written(image, kind, xmp=xmp) for kind in ("WEBP", "AVIF", "JPEG")
    }
    found |= {f"{kind} and a page after it": plain(kind) + SCRIPT for kind in KINDS}
    found |= {f"{kind} and a zip after it": plain(kind) + b"PK\x03\x04TAJNE" for kind in KINDS}
    found |= {
        "a page in a jpeg's comment": jpeg_with(b"\xfe", SCRIPT),
        "a page in an application segment": jpeg_with(b"\xef", SCRIPT),
        "a page in a png's comment": with_chunk(b"tEXt", b"Comment\0" + SCRIPT),
        "a page in a gif's comment": written(image, "GIF", comment=SCRIPT),
        "a gif that is a script": b"GIF89a" + plain("GIF")[6:-1] + b"\x21\xfe\x08*/=1;//TAJNE\0;",
        "a preview within EXIF": jpeg_with(b"\xe1", b"Exif\0\0" + plain("JPEG")),
        "a broken profile": written(image, "PNG", icc_profile=b"TAJNE" * 100),
        "a profile of other colours": written(photo((64, 48), "CMYK"), "JPEG", icc_profile=srgb),
        "several pictures in one": mpo(),
    }
    return {name: Sent(content, CLEAN) for name, content in found.items()}


def mpo():
    file = BytesIO()
    photo((64, 48)).save(file, "MPO", save_all=True, append_images=[photo((64, 48))], exif=exif(1))
    return file.getvalue()


GROUPS = {
    "not pictures": not_pictures,
    "names and declared types": names,
    "cut short": cut,
    "spoiled": spoiled,
    "bombs": bombs,
    "secrets": with_secrets,
}
