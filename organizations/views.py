from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from organizations.filters import PARAMETERS, Directory
from organizations.letters import letters, sections
from organizations.mentions import mentions_of
from organizations.models import Organization
from portal.kernel.list_address import before_number, without_empties
from portal.kernel.merged_views import follows_merging
from portal.kernel.responses import at_its_address, find_shown, page_of

PAGE_SIZE = 60


def organization_list(request: HttpRequest) -> HttpResponse:
    """The directory; a form sent with empty fields is led to its short address."""
    if address := without_empties(request, PARAMETERS):
        return redirect(address)
    directory = Directory.of(request.GET, request.path, timezone.now())
    page = page_of(request, directory.found(), PAGE_SIZE)
    context = {
        "page": page,
        "sections": sections(page.object_list),
        "letters": letters(directory.found(), PAGE_SIZE),
        "filters": directory.filters(page.paginator.count),
        "query": before_number(directory.choice.pairs()),
        "noindex": not directory.choice.is_empty,
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
            "mentions": mentions_of(organization, at),
            "noindex": organization.is_example or preview,
            "preview": preview,
            "at": at,
        }
        return render(request, "organizations/organization_detail.html", context)

    return at_its_address(request, organization.get_absolute_url(), answer, preview)
