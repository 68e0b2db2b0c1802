"""What the pages of a report show: the frozen content of one version, and ways to the others.

Nothing here reads a note, an event or a figure as they are today.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.kernel.months import MonthSpan
from portal.kernel.preview import Preview
from reports.models import ReportVersion

Crumb = dict[str, str]


@dataclass(frozen=True)
class Edition:
    """One publication in the list of a report's versions."""

    number: int
    published_at: datetime
    url: str


@dataclass(frozen=True)
class ReportPage:
    """A version as it was frozen, or a preview of what would be, which has no `edition`."""

    span: MonthSpan
    content: dict[str, Any]
    checksum: str
    edition: Edition | None
    editions: tuple[Edition, ...]
    figure_url: Callable[[str], str]
    preview: Preview | None = None

    @property
    def address(self) -> str:
        return reverse("reports:report_detail", args=[self.span.slug])

    @property
    def through(self) -> date:
        return date.fromisoformat(self.content["data_through"])

    @property
    def figures(self) -> list[dict[str, Any]]:
        return [
            {**figure, "url": self.figure_url(figure["key"])} for figure in self.content["figures"]
        ]

    @property
    def sections(self) -> list[dict[str, Any]]:
        """Months that say something; a month without a word or a line is not drawn."""
        return [row for row in self.content["sections"] if row["opening"] or row["groups"]]

    @property
    def months(self) -> list[dict[str, Any]]:
        """Rows of the table by month; a single month needs none."""
        return self.content["months"] if len(self.content["months"]) > 1 else []

    @property
    def newest(self) -> Edition | None:
        return self.editions[-1] if self.editions else None

    @property
    def is_newest(self) -> bool:
        return self.edition == self.newest

    @property
    def others(self) -> list[Edition]:
        return [edition for edition in self.editions if edition != self.edition]

    @property
    def back(self) -> str:
        """From a figure's sources to the page that it stands on."""
        if self.preview:
            return self.address + self.preview.query
        return self.edition.url if self.edition and not self.is_newest else self.address

    def figure(self, key: str) -> dict[str, Any]:
        """The frozen figure; Http404 for a key that this version does not have."""
        for figure in self.figures:
            if figure["key"] == key:
                return {**figure, "sources": [shown(row) for row in figure["sources"]]}
        raise Http404(_("Takiej liczby w tym podsumowaniu nie ma."))

    def crumbs(self, *further: str) -> list[Crumb]:
        """The way here; `further` names the pages below the report, the last one this page."""
        top = [
            {"title": _("Start"), "url": reverse("home")},
            {"title": _("Podsumowania"), "url": reverse("reports:report_list")},
        ]
        label = self.content["span"]["label"]
        if not further:
            return [*top, {"title": label, "url": ""}]
        return [*top, {"title": label, "url": self.address}, {"title": further[-1], "url": ""}]


def shown(source: dict[str, Any]) -> dict[str, Any]:
    """A frozen source with the day of its approval as a date."""
    approved = source["approved_at"]
    return {**source, "approved_day": date.fromisoformat(approved[:10]) if approved else None}


def editions_of(versions: list[ReportVersion], span: MonthSpan) -> tuple[Edition, ...]:
    return tuple(
        Edition(
            version.number,
            version.published_at,
            reverse("reports:report_version", args=[span.slug, version.number]),
        )
        for version in versions
    )


def newest_page(versions: list[ReportVersion], span: MonthSpan) -> ReportPage:
    """The newest version at the report's plain address. `versions` are in order, at least one."""
    return page_of_version(
        versions,
        versions[-1],
        span,
        lambda key: reverse("reports:report_figure", args=[span.slug, key]),
    )


def version_page(versions: list[ReportVersion], number: int, span: MonthSpan) -> ReportPage:
    """One version at its own address; Http404 when there is none of that number."""
    version = next((row for row in versions if row.number == number), None)
    if version is None:
        raise Http404(_("Takiego wydania nie ma."))
    return page_of_version(
        versions,
        version,
        span,
        lambda key: reverse("reports:version_figure", args=[span.slug, number, key]),
    )


def page_of_version(
    versions: list[ReportVersion],
    version: ReportVersion,
    span: MonthSpan,
    figure_url: Callable[[str], str],
) -> ReportPage:
    editions = editions_of(versions, span)
    own = editions[versions.index(version)]
    return ReportPage(span, version.content, version.checksum, own, editions, figure_url)


def preview_page(content: dict[str, Any], span: MonthSpan, preview: Preview) -> ReportPage:
    """What would be published now."""
    return ReportPage(
        span,
        content,
        "",
        None,
        (),
        lambda key: reverse("reports:report_figure", args=[span.slug, key]) + preview.query,
        preview,
    )
