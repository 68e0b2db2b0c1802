"""What every file of a report is made of: the one frozen object, and how this issue of it is named.

A document of no number is a draft: each page of its PDF and Word file says „PROJEKT”.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.social import absolute
from portal.kernel.months import day_of
from portal.kernel.when import When
from reports.models import Report, ReportVersion

Content = dict[str, Any]


@dataclass(frozen=True)
class Document:
    """`published_at` of a draft is the moment whose state it shows; it then has no checksum.

    `address` is the page of this very version, which never changes its meaning.
    """

    content: Content
    number: int | None
    published_at: datetime
    checksum: str
    address: str
    erased_at: datetime | None = None

    @property
    def is_draft(self) -> bool:
        return self.number is None

    @property
    def slug(self) -> str:
        slug: str = self.content["span"]["slug"]
        return slug

    @property
    def home(self) -> str:
        """Where the newest version stands."""
        return absolute(reverse("reports:report_detail", args=[self.slug]))

    def figure_address(self, key: str) -> str:
        """„Skąd ta liczba?” of this version; "" for a draft, whose figures stand nowhere."""
        if self.number is None:
            return ""
        return absolute(reverse("reports:version_figure", args=[self.slug, self.number, key]))

    @property
    def name(self) -> str:
        """Of its files, without the ending: „podsumowanie-2026-03-wydanie-1”."""
        kind = "projekt" if self.number is None else f"wydanie-{self.number}"
        return f"podsumowanie-{self.slug}-{kind}"

    @property
    def edition(self) -> str:
        """„Wydanie 1, opublikowane 15 maja 2026 r.”"""
        day = When.on_day(day_of(self.published_at)).short()
        if self.number is None:
            return _("Projekt, nieopublikowany. Stan z %s") % day
        return _("Wydanie %(number)d, opublikowane %(day)s") % {"number": self.number, "day": day}

    @property
    def erasure(self) -> str:
        """Says that a name was taken out of this version later; "" when none was."""
        if self.erased_at is None:
            return ""
        day = When.on_day(day_of(self.erased_at)).short()
        return _("Z tego wydania usunięto dane osobowe (%s).") % day


def document_of(version: ReportVersion) -> Document:
    """`version.report` should be at hand: its months make the address."""
    address = absolute(version.get_absolute_url())
    return Document(
        version.content,
        version.number,
        version.published_at,
        version.checksum,
        address,
        version.erased_at,
    )


def draft_document(report: Report, content: Content, at: datetime) -> Document:
    """What would be published at that moment."""
    return Document(content, None, at, "", absolute(report.get_absolute_url()))
