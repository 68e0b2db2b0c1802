"""Pictures for tests: foreign files as people and attackers send them, rows with files."""

from functools import cache
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from events.models import EventPicture
from portal.kernel.pictures import shelf

WORDS = {"alt": "Ludzie przy stole", "author": "A. B.", "licence": "CC BY 4.0", "people": "none"}


def photo(size=(640, 480), mode="RGB"):
    """Four coloured quarters: red, green above; blue, yellow below."""
    image = Image.new("RGB", size)
    pen, (width, height) = ImageDraw.Draw(image), size
    for at, colour in enumerate(("#d00000", "#00a000", "#0000d0", "#e0c000")):
        x, y = at % 2 * width // 2, at // 2 * height // 2
        pen.rectangle((x, y, x + width // 2, y + height // 2), colour)
    return image.convert(mode)


def written(image, kind, **options):
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


@cache
def jpeg(width=640, height=480):
    return written(photo((width, height)), "JPEG")


def upload(content, name="zdjecie.jpg", declared="image/jpeg"):
    return SimpleUploadedFile(name, content, declared)


@cache
def small(kind):
    return written(photo((48, 36)), kind)


def make_picture(event, **fields):
    """A row with files, none of which was decoded: quick, and enough for pages."""
    sizes = {"name": shelf.new_name(), "width": 1800, "height": 1350}
    picture = EventPicture(event=event, **{**sizes, **WORDS, **fields})
    shelf.master(picture.name).write_bytes(small("JPEG"))
    for file in picture.wanted():
        kind = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}[file.rpartition(".")[2]]
        shelf.public(f"{picture.name}-{file}").write_bytes(small(kind))
    picture.save()
    return picture
