"""Answers that are fetched again and again: the same bytes need not be sent twice."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag


def conditional(
    request: HttpRequest,
    content: bytes,
    content_type: str,
    *,
    modified: datetime | None = None,
    seconds: int = 0,
) -> HttpResponseBase:
    """The bytes with ETag and Last-Modified, or 304 for who has them; kept for so many seconds."""
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = etag
    if modified:
        response["Last-Modified"] = http_date(modified.timestamp())
    patch_cache_control(response, public=True, max_age=seconds)
    since = int(modified.timestamp()) if modified else None
    return get_conditional_response(request, etag, since, response) or response


def unless_known(
    request: HttpRequest, tag: str, make: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """What `make` answers, under that ETag; 304 for who has it, and then nothing is made.

    Asked about each time. An error is answered as it is: nobody keeps it.
    """
    etag = quote_etag(tag)
    response = get_conditional_response(request, etag) or make()
    if response.status_code < 500:
        response["ETag"] = etag
        patch_cache_control(response, public=True, max_age=0)
    return response
