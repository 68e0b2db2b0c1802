"""What the pages of a report show: the frozen content of one version, and ways to the others.

Nothing here reads a note, an event or a figure as they are today.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from events.social import absolute
from portal.kernel.months import MonthSpan
from portal.kernel.preview import Preview
from reports.charts import Chart, charts_of
from reports.document import Document
from reports.downloads import Download, downloads_of
from reports.figures import Group, beside, lacking
from reports.models import Correction, ReportVersion
from reports.put_right import PutRight, of_row, put_right, version_url

Crumb = dict[str, str]
Row = dict[str, Any]


@dataclass(frozen=True)
class Edition:
    """One publication in the list of a report's versions."""

    number: int
    published_at: datetime
    url: str
    erased_at: datetime | None = None


@dataclass(frozen=True)
class ReportPage:
    """A version as it was frozen, or a preview of what would be, which has no `edition`.

    `history` holds the corrections of all versions, oldest first; `dead` the frozen addresses
    that lead nowhere now.
    """

    span: MonthSpan
    content: dict[str, Any]
    checksum: str
    edition: Edition | None
    editions: tuple[Edition, ...]
    figure_url: Callable[[str], str]
    preview: Preview | None = None
    history: tuple[Correction, ...] = ()
    dead: frozenset[str] = frozenset()

    @property
    def address(self) -> str:
        return reverse("reports:report_detail", args=[self.span.slug])

    @property
    def through(self) -> date:
        return date.fromisoformat(self.content["data_through"])

    ## Figures

    @cached_property
    def figures(self) -> list[Row]:
        return [
            {**figure, "beside": beside(figure), "url": self.figure_url(figure["key"])}
            for figure in self.content["figures"]
        ]

    @property
    def main_figures(self) -> list[Row]:
        """Versions of the first schema know no groups: all of theirs are here."""
        return [row for row in self.figures if row.get("group", Group.MAIN) == Group.MAIN]

    @property
    def more_figures(self) -> list[Row]:
        """The others, group by group."""
        found = [
            {
                "label": group.label,
                "figures": [row for row in self.figures if row.get("group") == group],
            }
            for group in Group
            if group != Group.MAIN
        ]
        return [row for row in found if row["figures"]]

    def figure(self, key: str) -> Row:
        """The frozen figure and what was put right in it; Http404 for one that is not here."""
        for figure in self.figures:
            if figure["key"] == key:
                sources = [self.shown(row) for row in figure["sources"]]
                words = {"sources": sources, "lacking": lacking(figure)}
                return {**figure, **words, **self.trail_of(key)}
        raise Http404(_("Takiej liczby w tym podsumowaniu nie ma."))

    def shown(self, source: Row) -> Row:
        """A frozen source with the day of its approval as a date."""
        approved = source["approved_at"]
        day = date.fromisoformat(approved[:10]) if approved else None
        return {**source, "url": self.alive(source["url"]), "approved_day": day}

    @cached_property
    def charts(self) -> tuple[Chart, ...]:
        return charts_of(self.content)

    def lasting_address(self, key: str) -> str:
        """Where this very version of a figure stands for ever; "" for a preview."""
        if not self.edition:
            return ""
        return reverse("reports:version_figure", args=[self.span.slug, self.edition.number, key])

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        """Files of this version; a preview's are the office's own."""
        edition = self.edition
        if edition is None:
            return ()
        return downloads_of(
            Document(
                self.content,
                edition.number,
                edition.published_at,
                self.checksum,
                absolute(edition.url),
                edition.erased_at,
            )
        )

    ## Text

    @property
    def sections(self) -> list[Row]:
        """Months that say something; a month without a word or a line is not drawn."""
        return [
            {**row, "groups": [self.linked(group) for group in row["groups"]]}
            for row in self.content["sections"]
            if row["opening"] or row["groups"]
        ]

    def linked(self, group: Row) -> Row:
        lines = [{**line, "url": self.alive(line["url"])} for line in group["lines"]]
        return {**group, "lines": lines}

    def alive(self, url: str) -> str:
        return "" if url in self.dead else url

    @property
    def months(self) -> list[Row]:
        """Rows of the table by month; a single month needs none."""
        return self.content["months"] if len(self.content["months"]) > 1 else []

    def addresses(self, key: str = "") -> Iterator[str]:
        """Of all lines, or of the sources of one figure."""
        if not key:
            for section in self.content["sections"]:
                for group in section["groups"]:
                    yield from (line["url"] for line in group["lines"])
        for figure in self.content["figures"] if key else ():
            if figure["key"] == key:
                yield from (source["url"] for source in figure["sources"])

    ## Versions and corrections

    @property
    def newest(self) -> Edition | None:
        return self.editions[-1] if self.editions else None

    @property
    def is_newest(self) -> bool:
        return self.edition == self.newest

    @property
    def others(self) -> list[Edition]:
        return [edition for edition in self.editions if edition != self.edition]

    @cached_property
    def put_right(self) -> list[PutRight]:
        """What this version corrects in the one before it."""
        number, rows = self.edition.number if self.edition else 0, self.content.get("corrections")
        return [put_right(row, number, self.span.slug) for row in rows or ()]

    @property
    def previous(self) -> Edition | None:
        """The version that this one corrects."""
        if not self.edition or not self.put_right:
            return None
        return next((row for row in self.editions if row.number == self.edition.number - 1), None)

    @property
    def put_right_later(self) -> list[PutRight]:
        """What later versions corrected since."""
        return [self.told(row) for row in self.history if self.is_later(row)]

    def trail_of(self, key: str) -> Row:
        """What stood here before, and what a later version says."""
        own = [row for row in self.history if row.figure == key]
        return {
            "earlier": [self.told(row) for row in own if not self.is_later(row)],
            "later": [self.told(row) for row in own if self.is_later(row)],
        }

    def is_later(self, row: Correction) -> bool:
        return self.edition is not None and row.version.number > self.edition.number

    def told(self, row: Correction) -> PutRight:
        labels = {figure["key"]: figure["label"] for figure in self.content["figures"]}
        return of_row(row, labels.get(row.figure, ""), self.span.slug)

    @property
    def back(self) -> str:
        """From a figure's sources to the page that it stands on."""
        if self.preview:
            return self.address + self.preview.query
        return self.edition.url if self.edition and not self.is_newest else self.address

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


def editions_of(versions: list[ReportVersion], span: MonthSpan) -> tuple[Edition, ...]:
    return tuple(
        Edition(
            version.number,
            version.published_at,
            version_url(span.slug, version.number),
            version.erased_at,
        )
        for version in versions
    )


def newest_page(
    versions: list[ReportVersion], span: MonthSpan, history: tuple[Correction, ...] = ()
) -> ReportPage:
    """The newest version at the report's plain address. `versions` are in order, at least one."""
    return page_of_version(
        versions,
        versions[-1],
        span,
        lambda key: reverse("reports:report_figure", args=[span.slug, key]),
        history,
    )


def version_page(
    versions: list[ReportVersion],
    number: int,
    span: MonthSpan,
    history: tuple[Correction, ...] = (),
) -> ReportPage:
    """One version at its own address; Http404 when there is none of that number."""
    version = next((row for row in versions if row.number == number), None)
    if version is None:
        raise Http404(_("Takiego wydania nie ma."))
    return page_of_version(
        versions,
        version,
        span,
        lambda key: reverse("reports:version_figure", args=[span.slug, number, key]),
        history,
    )


def page_of_version(
    versions: list[ReportVersion],
    version: ReportVersion,
    span: MonthSpan,
    figure_url: Callable[[str], str],
    history: tuple[Correction, ...],
) -> ReportPage:
    editions = editions_of(versions, span)
    own = editions[versions.index(version)]
    return ReportPage(
        span, version.content, version.checksum, own, editions, figure_url, history=history
    )


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
