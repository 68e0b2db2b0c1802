from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.context import office_of
from portal.kernel.responses import page_of
from portal.pages.office import Office
from portal.search import office_pages, results
from portal.search.nothing import nothing
from portal.search.query import Query, by_index, by_kind, read
from portal.search.said_days import way

PAGE_SIZE = 20


@by_index()
def search(request: HttpRequest) -> HttpResponse:
    """Everything public that holds all the words, best first; never kept by search engines."""
    at, asked = timezone.now(), results.Asked.of(request.GET)
    query = read(asked.words)
    counts = by_kind(query, at)
    page = page_of(request, results.best(query, asked, counts, at), PAGE_SIZE)
    is_asked = not query.is_empty
    office = office_of(request)
    ways = ways_on(office, query, asked.words, at) if page.number == 1 else {}
    is_found = bool(page.object_list or (any(ways.values()) and not counts))
    context = {
        "words": asked.words.strip(),
        "is_asked": is_asked,
        "page": page,
        "rows": results.rows(page.object_list, query),
        "kinds": results.kind_filters(asked, counts) if is_asked else [],
        "times": results.time_filters(asked, counts) if asked.kind == "wydarzenia" else [],
        "kind": asked.kind,
        "time": asked.time,
        "nothing": nothing(asked, query, counts, at) if is_asked and not is_found else None,
        **ways,
        "office": office,  # for the foot too, so that it is asked for once
        "query": asked.address() + "&",
        "noindex": True,
    }
    return render(request, "portal/search.html", context)


def ways_on(office: Office, query: Query, words: str, at: datetime) -> dict[str, Any]:
    """Above the rows: pages of the office, and the list of events of a day that was named."""
    holder = f"{office.name} {office.title}"
    return {"office_pages": office_pages.named(query, holder), "way": way(words, at)}
