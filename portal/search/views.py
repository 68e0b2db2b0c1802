from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.kernel.responses import page_of
from portal.kernel.search_words import asked as words_asked
from portal.search import results
from portal.search.query import MOST_WORDS, by_index, by_kind, read

PAGE_SIZE = 20


@by_index()
def search(request: HttpRequest) -> HttpResponse:
    """Everything public that holds all the words, best first; never kept by search engines."""
    at, asked = timezone.now(), results.Asked.of(request.GET)
    query = read(asked.words)
    counts = by_kind(query, at)
    page = page_of(request, results.best(query, asked, counts, at), PAGE_SIZE)
    words = words_asked(asked.words)[:MOST_WORDS]
    context = {
        "words": asked.words.strip(),
        "is_asked": not query.is_empty,
        "page": page,
        "rows": results.rows(page.object_list, query),
        "kinds": results.kind_filters(asked, counts) if not query.is_empty else [],
        "times": results.time_filters(asked, counts) if asked.kind == "wydarzenia" else [],
        "kind": asked.kind,
        "time": asked.time,
        "parts": [] if page.object_list else results.by_word(words, asked, query, at),
        "query": asked.address() + "&",
        "noindex": True,
    }
    return render(request, "portal/search.html", context)
