"""The office's pages. Their words are data (SitePage); what they list is looked up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from events.models import Series
from portal.models import SitePage
from portal.pages.downloads import newest_report
from portal.pages.easy import parts
from portal.pages.film_shelf import film_of
from portal.pages.page import shown_page
from reports.licence import LICENCE

Key = SitePage.Key


def about(request: HttpRequest) -> HttpResponse:
    page = shown_page(Key.ABOUT)
    cycles = Series.objects.public(timezone.now()).in_order()
    context = {"page": page, "cycles": cycles, "film": film_of(page.text)}
    return render(request, "portal/pages/about.html", context)


def about_easy(request: HttpRequest) -> HttpResponse:
    page = shown_page(Key.EASY)
    cycles = Series.objects.public(timezone.now()).in_order()
    context = {"page": page, "parts": parts(page.text.body), "cycles": cycles}
    return render(request, "portal/pages/about_easy.html", context)


def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/privacy.html", {"page": shown_page(Key.PRIVACY)})


def reuse(request: HttpRequest) -> HttpResponse:
    report = newest_report(timezone.now())
    context = {"page": shown_page(Key.REUSE), "licence": LICENCE, "report": report}
    return render(request, "portal/pages/reuse.html", context)


def cookies(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/cookies.html", {"page": shown_page(Key.COOKIES)})


def contact(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/contact.html", {"page": shown_page(Key.CONTACT)})
