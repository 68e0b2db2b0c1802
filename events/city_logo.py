"""The city's own sign, for papers: a slot that the office fills with a file, and else empty."""

import base64
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousOperation
from django.utils._os import safe_join
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from portal.kernel.typesetting import Drawing

MOST = 300_000  # bytes: it is set anew into every file
RASTER = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


def city_logo() -> Drawing | None:
    """That of `SITE_LOGO`, when it is an SVG, PNG or JPEG of this site's own; None otherwise."""
    path = local_file(settings.SITE_LOGO)
    if path is None or path.stat().st_size > MOST:
        return None
    suffix, content = path.suffix.lower(), path.read_bytes()
    svg = framed(suffix, content) if suffix in RASTER else ""
    if suffix == ".svg":
        svg = content.decode(errors="replace")
    return Drawing(svg, _("Kraków")) if svg else None


def local_file(address: str) -> Path | None:
    """The file behind an address under /media/ or /static/; None for any other site's."""
    found: str | None = None
    try:
        if address.startswith(settings.MEDIA_URL):
            found = safe_join(settings.MEDIA_ROOT, address.removeprefix(settings.MEDIA_URL))
        elif address.startswith(settings.STATIC_URL):
            found = finders.find(address.removeprefix(settings.STATIC_URL))
    except SuspiciousOperation:
        return None
    path = Path(found) if found else None
    return path if path and path.is_file() else None


def framed(suffix: str, content: bytes) -> str:
    """A raster picture within an SVG of its size; "" for what is no such picture."""
    try:
        width, height = Image.open(BytesIO(content)).size
    except (UnidentifiedImageError, OSError):
        return ""
    data = f"data:{RASTER[suffix]};base64,{base64.b64encode(content).decode()}"
    view = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    picture = f'<image width="{width}" height="{height}" href="{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{picture}</svg>'
