"""What publishing a report now would make: its next version, and what that would put right."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from reports.corrections import Differences, differences
from reports.frozen import content_of
from reports.models import Report, ReportVersion


@dataclass(frozen=True)
class Prospect:
    """`differences` are those from the last version; a first one has none to differ from."""

    content: dict[str, Any]
    last: ReportVersion | None
    differences: Differences

    @property
    def number(self) -> int:
        return self.last.number + 1 if self.last else 1

    @property
    def is_correction(self) -> bool:
        return self.last is not None and bool(self.differences)

    @property
    def nothing_new(self) -> str:
        """Said when there is nothing to publish again; else empty."""
        if self.last is None or self.differences:
            return ""
        return _("Od wydania %d nic się nie zmieniło: nie ma czego publikować.") % self.last.number


def prospect_of(report: Report, at: datetime) -> Prospect:
    """A number of queries that no rows change."""
    content = content_of(report, at)
    last = report.versions.order_by("number").last()
    found = differences(last.content, content) if last else Differences()
    return Prospect(content, last, found)
