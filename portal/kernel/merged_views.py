"""Addresses of a record that another stands for now: they lead on, for good."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from portal.kernel.publishing import Status
from portal.kernel.responses import Gone

View = Callable[..., HttpResponseBase]


def follows_merging(model: Any, address: Callable[[Any], str]) -> Callable[[View], View]:
    """For a view of one record by its `pk`.

    Asks the database only when the view has found nothing to show.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def following(request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, pk, *args, **kwargs)
            except (Gone, Http404):
                kept = kept_instead(model, pk, timezone.now())
                if kept is None:
                    raise
            query = request.META.get("QUERY_STRING", "")
            path = address(kept)
            return redirect(f"{path}?{query}" if query else path, permanent=True)

        return following

    return decorate


def kept_instead(model: Any, pk: int, at: datetime) -> Any:
    """The record that stands for the one of that number; None when no visitor may know it.

    An address says the name, so it is given for what is or was public alone.
    """
    lost = model._base_manager.filter(pk=pk).select_related("merged_into").first()
    kept = lost.merged_into if lost else None
    if kept is None or not (kept.is_public(at) or kept.status == Status.WITHDRAWN):
        return None
    return kept
