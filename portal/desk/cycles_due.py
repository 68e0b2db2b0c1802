"""Cycles whose usual days come near with no edition planned (events-domain.md, 1.8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from events.models import Event, Series, SeriesPause
from portal.desk.line import Line, Other, Urgency
from portal.desk.reach import form_of, may_change, new_form
from portal.desk.words import days_to
from portal.kernel.months import Month, day_of
from portal.kernel.phrases import day_and_month
from portal.kernel.publishing import Status
from portal.kernel.when import Precision

NEAR = 14  # days
CLOSE = 7  # days


@dataclass(frozen=True)
class Window:
    """The days of one month in which a cycle usually meets."""

    month: Month
    first: date
    last: date


def cycles_due(user: Any, at: datetime) -> Iterator[Line]:
    """Three queries."""
    if not user.has_perm("events.add_event"):
        return
    series = list(alive(at))
    planned, paused = planned_months(series, at), paused_months(series, at)
    for row in series:
        window = next_window(row, day_of(at))
        known = (row.pk, window.month) in planned | paused
        if days_to(window.first, at) <= NEAR and not known:
            yield line_of(row, window, user, at)


def alive(at: datetime) -> Any:
    found = Series.objects.public(at).filter(is_example=False, window_first_day__isnull=False)
    return found.defer("idea").in_order()


def next_window(series: Series, today: date) -> Window:
    """This month's until its last day, then the next month's."""
    this = window_in(series, Month.of(today))
    return this if today <= this.last else window_in(series, this.month.next())


def window_in(series: Series, month: Month) -> Window:
    """The 31st of a shorter month is its last day."""
    first, last = series.window_first_day or 1, series.window_last_day or 31
    end = month.last_day
    return Window(month, *(end.replace(day=min(day, end.day)) for day in (first, last)))


def planned_months(series: list[Series], at: datetime) -> set[tuple[int, Month]]:
    """In which months each cycle has a meeting, a draft included; „od stycznia do maja” is none.

    One called off counts too: the office has already thought of that month.
    """
    ahead = Month.of(at)
    found = (
        Event.objects.kept()
        .filter(series__in=series, starts_at__lt=ahead.next().end, ends_at__gt=ahead.start)
        .exclude(status=Status.WITHDRAWN)
        .exclude(precision=Precision.MONTHS)
        .defer("body")
    )
    return {
        (event.series_id, month)
        for event in found
        if event.series_id
        for month in (Month.of(event.when.first_day), Month.of(event.when.last_day))
    }


def paused_months(series: list[Series], at: datetime) -> set[tuple[int, Month]]:
    said = SeriesPause.objects.since(Month.of(at)).filter(series__in=series)
    return {(pause.series_id, Month.of(pause.month)) for pause in said}


def line_of(series: Series, window: Window, user: Any, at: datetime) -> Line:
    close = days_to(window.first, at) <= CLOSE
    words = {"cycle": series.name, "month": window.month.name.locative}
    return Line(
        kind="cycle",
        text=_("%(cycle)s: %(month)s nic nie zaplanowano") % words,
        why=usual_days(window),
        url=new_form(Event, series=series.pk),
        action=_("Zaplanuj spotkanie"),
        urgency=Urgency.WEEK if close else Urgency.LATER,
        other=pause_of(series, window, user),
    )


def usual_days(window: Window) -> str:
    """„zwykle między 10 a 20 maja”, „zwykle 27 lutego”"""
    last = day_and_month(window.last)
    if window.first == window.last:
        return _("zwykle %s") % last
    return _("zwykle między %(first)s a %(last)s") % {"first": window.first.day, "last": last}


def pause_of(series: Series, window: Window, user: Any) -> Other | None:
    """To say that there will be none; on the site at once, so it takes the right to publish."""
    if not may_change(user, Series, series.status):
        return None
    words = _("%s bez spotkania") % window.month.name.locative.capitalize()
    return Other(words, form_of(Series, series.pk, "pauses-group"))
