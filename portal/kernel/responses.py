"""How a page finds what a visitor may see, and says what became of the rest."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

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


def at_its_address(request: HttpRequest, address: str, answer: Callable[[], R]) -> R | HttpResponse:
    """The answer, or a permanent redirect when the address was reached by a stale slug."""
    if request.path != address:
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{address}?{query}" if query else address, permanent=True)
    return answer()


def page_of(request: HttpRequest, rows: QuerySet[Any], size: int) -> Page[Any]:
    """The page that `?strona=` names; the first without it.

    Raises Http404 with a Polish sentence for a page that does not exist.
    """
    paginator = Paginator(rows, size)
    text = request.GET.get("strona", "1")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
    if not 1 <= number <= paginator.num_pages:
        raise Http404(_("Takiej strony listy nie ma. Stron jest: %s.") % paginator.num_pages)
    return paginator.page(number)
