"""Each thing measured twice: once for its time, once, slowed down, for its peak of memory."""

import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter, process_time
from typing import Any

from django.db import connection, transaction

from portal.kernel.months import Month, MonthSpan
from reports.actions import publish_report
from reports.benchmark.records import AT, YEAR, Size, make_records, make_stage
from reports.figures import figures_of
from reports.frozen import content_of
from reports.models import Report
from reports.period import load_period
from reports.redrafting import redraft

MEGABYTE = 1024 * 1024
SPANS = {"miesiąc": MonthSpan.of(Month(YEAR, 3)), "rok": MonthSpan(Month(YEAR, 1), Month(YEAR, 12))}


class UndoneError(Exception):
    """Raised to leave a transaction without a trace."""


@dataclass(frozen=True)
class Measure:
    """Seconds by the clock and of the processor (a busy machine slows the clock alone; on
    PostgreSQL the server's own work is in the clock alone), megabytes at the peak, statements."""

    what: str
    span: str
    size: Size
    seconds: float
    cpu: float
    megabytes: float
    queries: int


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is taken back."""
    try:
        with transaction.atomic():
            yield
            raise UndoneError
    except UndoneError:
        pass


def measured(sizes: list[Size], *, memory: bool = True) -> Iterator[Measure]:
    """For each size anew, so that no measure pays for what another left behind."""
    for size in sizes:
        with undone():
            make_records(make_stage(), size)
            for name, span in SPANS.items():
                for what, deed in deeds(span):
                    yield measure(what, name, size, deed, memory=memory)


def deeds(span: MonthSpan) -> Iterator[tuple[str, Callable[[], Any]]]:
    """What staff and visitors wait for. The report that the first one drafts serves the others."""
    through = span.last.last_day
    yield "liczby", lambda: figures_of(load_period(span, through=through, at=AT))
    yield "projekt", lambda: redraft(span=span, by=None, at=AT)
    report = redraft(span=span, by=None, at=AT).report
    yield "projekt po raz drugi", lambda: redraft(span=span, by=None, at=AT)
    yield "treść wydania", lambda: content_of(report, AT)
    yield "publikacja", lambda: publish(report)


def publish(report: Report) -> None:
    publish_report(report=Report.objects.get(pk=report.pk), by=None, at=AT)


def measure(what: str, span: str, size: Size, deed: Callable[[], Any], *, memory: bool) -> Measure:
    with undone():
        counted = 0

        def count(execute: Any, *args: Any) -> Any:
            nonlocal counted
            counted += 1
            return execute(*args)

        with connection.execute_wrapper(count):
            began, worked = perf_counter(), process_time()
            deed()
            seconds, cpu = perf_counter() - began, process_time() - worked
    with undone():
        peak = peak_of(deed) if memory else 0
    return Measure(what, span, size, seconds, cpu, peak / MEGABYTE, counted)


def peak_of(deed: Callable[[], Any]) -> int:
    """Bytes that Python held at once beyond what it held before."""
    tracemalloc.start()
    try:
        deed()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
