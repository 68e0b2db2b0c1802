"""Two organizations on their way to be one."""

from bs4 import BeautifulSoup
from django.urls import reverse

from events.models import Presence, ProgrammeItem
from organizations.merging import OrganizationMerging
from organizations.models import Alias
from tests.factories import (
    NOW,
    make_activity,
    make_event,
    make_held,
    make_note,
    make_organization,
    make_partnership,
    make_series,
    make_venue,
)

MERGING = OrganizationMerging()


def merge(kept, lost, *, values=(), rows=(), by=None):
    MERGING.carry_out(kept, lost, values=set(values), rows=set(rows), at=NOW, by=by)
    kept.refresh_from_db()
    lost.refresh_from_db()


def page(kept, lost):
    return f"{reverse('admin:organizations_organization_merge', args=[kept.pk])}?z={lost.pk}"


def sent_by(response):
    """What a browser would send from the page of the two."""
    soup = BeautifulSoup(response.content, "html.parser")
    boxes = soup.select("form[method=post] input[name]:not([type=submit])")
    return {
        box["name"]: box["value"]
        for box in boxes
        if box["type"] != "radio" or box.has_attr("checked")
    }


def with_links(lost):
    """One of each thing that may lead to an organization."""
    event = make_event("Spotkanie", published_at=NOW)
    note = make_note(make_held("Odbyte"), ("about", 30, "people"), ("exactly", 2, "organizations"))
    Alias.objects.create(organization=lost, name="Ławeczka")
    make_partnership(event, lost, "host")
    Presence.objects.create(note=note, organization=lost)
    ProgrammeItem.objects.create(event=event, title="Rozmowa", performer=lost)
    series, activity = make_series(), make_activity()
    series.organizers.add(lost)
    activity.organizations.add(lost)
    venue = make_venue(operator=lost)
    earlier = make_organization("Jeszcze inna", published_at=None)
    merge(lost, earlier)
    return event, note, series, activity, venue, earlier
