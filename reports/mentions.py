"""Which published reports name an organization: by what was frozen in their newest versions.

A line is about it when its record has to do with it and its words say its name. A record alone
proves no mention: many a line tells of a meeting without telling who was there.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models.fields.json import KeyTransform

from organizations.mentions import Mention
from organizations.models import Organization
from portal.kernel.lookalikes import Names
from reports.listing import listed, newest_versions
from reports.models import Activity

Line = dict[str, Any]


def mentions(organization: Organization, at: datetime) -> list[Mention]:
    """The newest report first. Three queries at most, however many the records and reports."""
    events = set(organization.events.values_list("pk", flat=True))
    activities = set(
        Activity.objects.filter(organizations=organization).values_list("pk", flat=True)
    )
    if not events and not activities:
        return []
    names = Names([organization.name, *(alias.name for alias in organization.aliases.all())])

    def names_it(line: Line) -> bool:
        is_about = line["activity"] in activities or line["event"] in events
        return is_about and bool(names.find(line["text"]))

    found = newest_versions(at).annotate(frozen_sections=KeyTransform("sections", "content"))
    return [mention(version) for version in found if any(map(names_it, lines_of(version)))]


def lines_of(version: Any) -> Iterator[Line]:
    for section in version.frozen_sections:
        for group in section["groups"]:
            yield from group["lines"]


def mention(version: Any) -> Mention:
    row = listed(version)
    return Mention(row.title, row.address, row.is_example)
