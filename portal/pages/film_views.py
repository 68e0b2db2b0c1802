"""Films as they are served where no proxy does it first (deploy/Caddyfile)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import quote_etag

from portal.pages import film_shelf

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
CHUNK = 64 * 1024  # bytes


def media_film(request: HttpRequest, file: str) -> HttpResponseBase:
    """With ranges (RFC 9110, section 14), without which Safari plays nothing.

    Nothing is admitted but names that the portal gave; another film has another name.
    """
    if not film_shelf.FILE.fullmatch(file) or not (path := film_shelf.shelf() / file).is_file():
        raise Http404
    response = answer(request, path)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag(file)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def answer(request: HttpRequest, path: Path) -> HttpResponseBase:
    if etag(path.name) in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304)
    size, kind = path.stat().st_size, film_shelf.TYPES[path.suffix]
    asked = asked_range(request, path.name)
    if asked is None:
        return sent(path, kind, 0, size)
    span = bounds(*asked, size)
    if span is None:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = sent(path, kind, *span, status=206)
    response["Content-Range"] = f"bytes {span[0]}-{span[1] - 1}/{size}"
    return response


def etag(file: str) -> str:
    """A film never changes under its name."""
    return quote_etag(file.partition(".")[0])


def asked_range(request: HttpRequest, file: str) -> tuple[str, str] | None:
    """One range; several at once, or of another film, are answered with the whole."""
    found = RANGE.fullmatch(request.headers.get("Range", "").strip())
    same = request.headers.get("If-Range", etag(file)) == etag(file)
    return (found[1], found[2]) if found and same and (found[1] or found[2]) else None


def bounds(first: str, last: str, size: int) -> tuple[int, int] | None:
    """The first byte and the one after the last; None for what lies outside the file."""
    if not first:
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
    return (start, end) if start < end else None


def sent(path: Path, kind: str, start: int, end: int, status: int = 200) -> HttpResponseBase:
    """At once what fits into one piece, as captions do; the rest is never held in memory."""
    found: HttpResponseBase
    if end - start <= CHUNK:
        found = HttpResponse(b"".join(pieces(path, start, end)), kind, status)
    else:
        found = StreamingHttpResponse(pieces(path, start, end), status=status, content_type=kind)
    found["Content-Length"] = str(end - start)
    return found


def pieces(path: Path, start: int, end: int) -> Iterator[bytes]:
    """The file is opened when the first piece is wanted: HEAD and who goes away leave none open."""
    file: BinaryIO
    with path.open("rb") as file:
        file.seek(start)
        left = end - start
        while left > 0 and (piece := file.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece
