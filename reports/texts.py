"""What is to be sent about a published report, from the frozen text that visitors read."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from events.sending import Short, Story, Text, texts
from events.social import Poster, absolute, worded
from portal.kernel.typography import typeset
from reports.city_html import city_html
from reports.document import document_of
from reports.models import Report, ReportVersion

Content = dict[str, Any]


def sent_version(report: Report, at: datetime) -> ReportVersion:
    """As `newest_version`, for what is known to be public."""
    version = newest_version(report, at)
    if version is None:
        raise ValueError(f"{report} has no public version.")
    return version


def newest_version(report: Report, at: datetime) -> ReportVersion | None:
    """The one that stands at the report's address; None when nothing does."""
    versions = ReportVersion.objects.public(at).filter(report=report)
    return versions.order_by("number").last()


def report_story(version: ReportVersion) -> Story:
    content, address = version.content, address_of(version)
    title = f"Przykład: {content['title']}" if content.get("is_example") else content["title"]
    return Story(
        title=typeset(title),
        first=tuple(typeset(put_right(row)) for row in content.get("corrections") or []),
        lead=typeset(content["lead"]),
        facts=tuple((row["label"], row["sentence"], "") for row in content["figures"]),
        body=body_of(content),
        address=address,
        address_text=_("Całe podsumowanie i źródła liczb"),
        short=Short("", title, highlights(content), "", "", address),
    )


def put_right(row: Content) -> str:
    """„Sprostowanie: łączna frekwencja – było: około 140 osób, jest: około 170 osób. …”"""
    label = str(row.get("label") or "").partition(";")[0]
    values = (_("było: %s") % row["before"], _("jest: %s") % row["after"])
    said = f"{label} – {', '.join(values)}. " if label else ""
    return _("Sprostowanie: %s") % f"{said}{row['text']}"


def report_texts(version: ReportVersion) -> list[Text]:
    """All that is sent; the city's site gets the tables, the corrections and the sources too."""
    made = city_html(document_of(version))
    found = texts(report_story(version))
    return [replace(row, value=made) if row.key == "html" else row for row in found]


def address_of(version: ReportVersion) -> str:
    return absolute(reverse("reports:report_detail", args=[version.report.span.slug]))


def highlights(content: Content) -> str:
    """„17 spotkań, około 170 osób”: the first figures that are known."""
    known = [row["text"] for row in content["figures"] if row["value"]]
    return ", ".join(known[:2])


def body_of(content: Content) -> str:
    """The months, each under its heading, then the thanks, which are rich text themselves."""
    months = (section_html(section) for section in content["sections"])
    return "".join([*months, content["closing"]])


def section_html(section: Content) -> str:
    if not section["opening"] and not section["groups"]:
        return ""
    parts = [f"<h2>{escape(section['heading'])}</h2>"]
    parts += [f"<p>{escape(text)}</p>" for text in paragraphs(section["opening"])]
    for group in section["groups"]:
        rows = "".join(f"<li>{escape(line['text'])}</li>" for line in group["lines"])
        parts.append(f"<p>{escape(group['intro'])}</p><ul>{rows}</ul>")
    return "".join(parts)


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.splitlines() if part.strip()]


def report_square(version: ReportVersion) -> Poster:
    content = version.content
    return Poster(
        title=worded(content["title"]),
        when=worded(highlights(content)),
        kicker=_("Podsumowanie"),
        hue="brass",
    )
