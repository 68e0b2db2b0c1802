"""Pictures of a report's figures, read from its frozen content alone.

Each chart carries the numbers that it draws as a table too; pages, PDF and Word show both.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from portal.kernel.polish import NBSP, counted
from reports.bars import Bar, drawn

Content = dict[str, Any]
KINDS = "dzialania"  # the figure whose parts are kinds of activities


@dataclass(frozen=True)
class Chart:
    """`description` says the numbers in words, for who does not see the drawing."""

    key: str
    title: str
    description: str
    headers: tuple[str, str]
    rows: tuple[tuple[str, str], ...]
    svg: str

    @property
    def drawing(self) -> SafeString:
        """For a page, as it is."""
        return mark_safe(self.svg)  # noqa: S308 -- made as a tree, which escapes its texts


def charts_of(content: Content) -> tuple[Chart, ...]:
    """What can be drawn: by month for more than one month, by kind for more than one kind."""
    made = (meetings_by_month(content), people_by_month(content), activities_by_kind(content))
    return tuple(chart for chart in made if chart)


def meetings_by_month(content: Content) -> Chart | None:
    bars = [
        Bar(row["label"], row["meetings"], counted(row["meetings"], "spotkanie"))
        for row in by_month(content)
    ]
    return chart_of("spotkania", _("Nasze spotkania według miesięcy"), _("Spotkania"), bars)


def people_by_month(content: Content) -> Chart | None:
    """Versions frozen before charts were drawn hold no values: then there is no such chart."""
    rows = by_month(content)
    if any("people_value" not in row for row in rows):
        return None
    title = _("Łączna frekwencja według miesięcy")
    return chart_of("frekwencja", title, _("Osoby"), [people_bar(row) for row in rows])


def people_bar(row: Content) -> Bar:
    text = row["people"] or _("bez spotkań")
    is_exact = text[:1].isdigit()
    return Bar(row["label"], row["people_value"], text, is_exact, row["missing_text"])


def activities_by_kind(content: Content) -> Chart | None:
    figure: Content = next((row for row in content["figures"] if row["key"] == KINDS), {})
    parts = sorted(figure.get("parts", ()), key=lambda part: -(part["value"] or 0))
    bars = [Bar(part["label"], part["value"], part["text"]) for part in parts]
    title = _("Działania według rodzaju")
    return chart_of("rodzaje", title, _("Działania"), bars, _("Rodzaj"))


def by_month(content: Content) -> list[Content]:
    months: list[Content] = content["months"]
    return months if len(months) > 1 else []


def chart_of(key: str, title: str, unit: str, bars: list[Bar], first: str = "") -> Chart | None:
    """Nothing to compare makes no chart: fewer than two rows, or no number above zero."""
    if len(bars) < 2 or not any(bar.value for bar in bars):
        return None
    said = description_of(title, bars)
    return Chart(
        key=key,
        title=title,
        description=said,
        headers=(first or _("Miesiąc"), unit),
        rows=tuple((bar.label, told(bar)) for bar in bars),
        svg=drawn(bars, key=key, title=title, description=said),
    )


def told(bar: Bar) -> str:
    return f"{bar.text}, {bar.note}" if bar.note else bar.text


def description_of(title: str, bars: list[Bar]) -> str:
    """„Nasze spotkania według miesięcy: marzec – 2 spotkania, kwiecień – 1 spotkanie.”"""
    said = "; ".join(f"{bar.label}{NBSP}– {told(bar)}" for bar in bars)
    return f"{title}: {said}."
