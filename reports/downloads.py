"""The list of a version's files beside its text, each with its type in words."""

from dataclasses import dataclass

from django.urls import reverse

from reports.document import Document
from reports.files import FORMATS


@dataclass(frozen=True)
class Download:
    """„PDF, dostępny cyfrowo (PDF/UA)”. No size: that would make each file to show a page."""

    url: str
    name: str
    remark: str
    media_type: str

    @property
    def text(self) -> str:
        return ", ".join(part for part in (self.name, self.remark) if part)


def downloads_of(document: Document) -> tuple[Download, ...]:
    """Of a published version."""
    return tuple(
        Download(
            reverse("reports:version_file", args=[document.slug, document.number, row.suffix]),
            str(row.name),
            str(row.remark),
            row.media_type.partition(";")[0],
        )
        for row in FORMATS.values()
    )
