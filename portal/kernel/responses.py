"""How a page finds what a visitor may see, and says what became of the rest."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from portal.kernel.preview import ASKED, Preview, kept_by_nobody, preview_of
from portal.kernel.publishing import Publishable, PublishableQuerySet

P = TypeVar("P", bound=Publishable)
R = TypeVar("R", bound=HttpResponseBase)


class Gone(Exception):
    """What stood here was withdrawn; the middleware answers 410 with title, date and reason."""

    def __init__(self, record: Publishable) -> None:
        super().__init__(str(record))
        self.record = record


def find_public(queryset: "PublishableQuerySet[Any]", at: datetime, **lookup: Any) -> Any:
    """The one public row, else Gone for a withdrawn one, else Http404 (drafts included)."""
    if found := queryset.public(at).filter(**lookup).first():
        return found
    if withdrawn := queryset.gone().filter(**lookup).first():
        raise Gone(withdrawn)
    raise Http404


def find_shown(
    request: HttpRequest,
    rows: "PublishableQuerySet[Any]",
    at: datetime,
    *,
    find: Callable[..., Any] = find_public,
    **lookup: Any,
) -> tuple[Any, Preview | None]:
    """As `find`; with `?podglad` also what is not public, for who may see it, as it would look.

    What is public is simply shown, and then nobody asks who is looking. Raises Expired too.
    """
    try:
        return find(rows, at, **lookup), None
    except (Gone, Http404):
        hidden = rows.filter(**lookup).first() if ASKED in request.GET else None
        preview = preview_of(request, hidden, at) if hidden else None
        if hidden is None or preview is None:
            raise
    hidden.take_the_form_of_public(at)
    return hidden, preview


def at_its_address(
    request: HttpRequest, address: str, answer: Callable[[], R], preview: Preview | None = None
) -> R | HttpResponse:
    """The answer, or a permanent redirect when the address was reached by a stale slug.

    A preview is kept by nobody, and neither is a draft's changing address.
    """
    response: R | HttpResponse
    if request.path == address:
        response = answer()
    else:
        query = request.META.get("QUERY_STRING", "")
        response = redirect(f"{address}?{query}" if query else address, permanent=not preview)
    if preview:
        kept_by_nobody(response)
    return response


def page_of(request: HttpRequest, rows: Any, size: int) -> Page[Any]:
    """The page that `?strona=` names; the first without it. Rows count and cut as a QuerySet does.

    Raises Http404 with a Polish sentence for a page that does not exist.
    """
    paginator = Paginator(rows, size)
    text = request.GET.get("strona", "1")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
    if not 1 <= number <= paginator.num_pages:
        raise Http404(_("Takiej strony listy nie ma. Stron jest: %s.") % paginator.num_pages)
    return paginator.page(number)
