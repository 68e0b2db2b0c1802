from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from organizations.models import Organization
from portal.kernel.merged_views import follows_merging
from portal.kernel.names import fold
from portal.kernel.responses import at_its_address, find_shown, page_of

PAGE_SIZE = 60


def organization_list(request: HttpRequest) -> HttpResponse:
    at = timezone.now()
    words = request.GET.get("szukaj", "")[:100].strip()
    part = fold(words)
    found = Organization.objects.public(at).in_order()
    if part:
        found = found.filter(
            Q(folded__contains=part) | Q(aliases__folded__contains=part)
        ).distinct()
    context = {
        "page": page_of(request, found, PAGE_SIZE),
        # Quotes alone look for nothing.
        "words": words if part else "",
        "query": f"?{urlencode({'szukaj': words})}&" if part else "?",
    }
    return render(request, "organizations/organization_list.html", context)


@follows_merging(Organization, Organization.get_absolute_url)
def organization_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """The thread of one organization: what it runs, hosts and takes part in."""
    at = timezone.now()
    rows = Organization.objects.prefetch_related("aliases")
    organization, preview = find_shown(request, rows, at, pk=pk)

    def answer() -> HttpResponse:
        # The upward glance: related managers of the layers above, no import.
        events = organization.events.public(at).for_cards().distinct()
        context = {
            "organization": organization,
            "venues": list(organization.venues.public(at).in_order()),
            "series": list(organization.series.public(at).in_order()),
            "upcoming": list(events.upcoming(at)),
            "past": list(events.past(at)),
            "noindex": organization.is_example or preview,
            "preview": preview,
            "at": at,
        }
        return render(request, "organizations/organization_detail.html", context)

    return at_its_address(request, organization.get_absolute_url(), answer, preview)
