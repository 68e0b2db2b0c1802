"""The few words of a line that say when."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from events.models import Event
from portal.kernel.months import day_of, local
from portal.kernel.phrases import clock, day_from
from portal.kernel.polish import NBSP, WEEKDAYS, counted


def days_to(day: date, at: datetime) -> int:
    return (day - day_of(at)).days


def ahead(day: date, at: datetime) -> str:
    """„dziś”, „jutro”, „za 5 dni”, „za 1 dzień” never: that is tomorrow."""
    days = days_to(day, at)
    return {0: _("dziś"), 1: _("jutro"), 2: _("pojutrze")}.get(
        days, f"za{NBSP}{counted(days, 'dzień')}"
    )


def ago(day: date, at: datetime) -> str:
    """„dziś”, „wczoraj”, „5 dni temu”."""
    days = -days_to(day, at)
    known = {0: _("dziś"), 1: _("wczoraj"), 2: _("przedwczoraj")}
    return known.get(days, f"{counted(days, 'dzień')}{NBSP}temu")


def on_day(day: date, at: datetime) -> str:
    """„śr. 13 maja”"""
    return f"{WEEKDAYS[day.weekday()].short}{NBSP}{day_from(day, day_of(at))}"


def at_hour(moment: datetime, at: datetime) -> str:
    """„śr. 13 maja, 9.00” by Warsaw's clock."""
    own = local(moment)
    return f"{on_day(own.date(), at)}, {clock(own.hour * 60 + own.minute)}"


def due(event: Event, at: datetime) -> str:
    """„za 5 dni, śr. 13 maja”; of a coarse date what is known: „maj 2026 r.”; or „trwa”."""
    if event.starts_at <= at and not event.when.is_coarse:
        return _("trwa")
    if event.when.is_coarse:
        return event.when.short()
    day = event.when.first_day
    return f"{ahead(day, at)}, {on_day(day, at)}"


def passed(event: Event, at: datetime) -> str:
    """„wczoraj, czw. 7 maja”; of a coarse date: „kwiecień 2026 r.”"""
    if event.when.is_coarse:
        return event.when.short()
    day = event.when.last_day
    return f"{ago(day, at)}, {on_day(day, at)}"
