"""The phrase of a date while it is being typed, as a piece of the form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.kernel.when_preview import Preview


def when_preview(request: HttpRequest) -> HttpResponse:
    """Reads the form's own fields from the query; the admin site lets only its staff in."""
    context = {"preview": Preview.typed(request.GET, timezone.now())}
    return render(request, "admin/_when_phrase.html", context)
