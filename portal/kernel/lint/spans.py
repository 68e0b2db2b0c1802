"""Places already taken in a text, asked about without going through them all."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """(start, end) pairs, half-open; they may overlap one another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _end in ordered]
        # How far the spans reach that begin no later than this one.
        self.reach = list(accumulate((end for _start, end in ordered), max))

    def overlap(self, start: int, end: int) -> bool:
        """Whether any of them shares a place with this one."""
        before = bisect_left(self.starts, end)
        return before > 0 and self.reach[before - 1] > start

    def hold(self, place: int) -> bool:
        return self.overlap(place, place + 1)
