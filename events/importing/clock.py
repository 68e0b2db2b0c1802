"""Hours and lengths in running text: „w godz. 14.00–18.00”, „o 17.30”, „potrwa 2 godziny”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.kernel.phrases import clock

CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
LOOSE = rf"(?:{CLOCK}|(?:[01]?\d|2[0-4])(?![\d.:]*\d))"
WORDS = r"(?:godz(?:\.|inach|iny|inie|ina)?|g\.)"
ABOUT = r"(?:ok\.|około)"
RANGES = (
    re.compile(
        rf"\b{WORDS}\s*(?:od\s+)?(?:{WORDS}\s*)?(?P<start>{LOOSE})\s*(?:[–-]|do)\s*(?:{WORDS}\s*)?"
        rf"(?P<about>{ABOUT}\s*)?(?P<end>{LOOSE})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bod\s+(?:{WORDS}\s*)?(?P<start>{CLOCK})\s+do\s+(?:{WORDS}\s*)?(?P<about>{ABOUT}\s*)?"
        rf"(?P<end>{CLOCK})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\d.:-])(?P<start>{CLOCK})\s*[–-]\s*(?P<about>{ABOUT}\s*)?(?P<end>{CLOCK})(?![\d.:])"
    ),
)
STARTS = (
    re.compile(rf"\b(?:o|od)\s+{WORDS}\s*(?P<start>{LOOSE})", re.IGNORECASE),
    re.compile(rf"\b{WORDS}\s*(?P<start>{LOOSE})", re.IGNORECASE),
    re.compile(rf"\b(?:o|od)\s+(?P<start>{CLOCK})(?!\.?\d)", re.IGNORECASE),
)
NUMBERS = {"godzine": 1, "jedna": 1, "dwie": 2, "dwoch": 2, "trzy": 3, "cztery": 4, "piec": 5}
LASTS = re.compile(
    r"\b(?:czas\w*\s+trwania|potrwa\w*|będzie\s+trwa\w*|trwać\s+będzie|trwa)\b(?:ok\.|[^.;]){0,40}?"
    r"(?P<value>\d+(?:[,.]5)?|półtorej|dwie|dwóch|trzy|cztery|pięć|jedną)?\s*"
    r"(?P<unit>godzin\w*|h\b|minut\w*|min\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Hours:
    """As the form's fields take them: „17.30”, „19.30”; an end of "" is not known."""

    start: str
    end: str = ""
    about: bool = False

    def lasting(self, minutes: int) -> "Hours":
        """With the end that a planned length gives; past midnight none is given."""
        if self.end or not minutes:
            return self
        until = in_minutes(self.start) + minutes
        return Hours(self.start, clock(until), about=True) if until <= 24 * 60 else self


def find_hours(text: str) -> list[Hours]:
    """Each once, in order; a range hides the start that is part of it."""
    taken: list[range] = []
    found: list[tuple[int, Hours]] = []
    for pattern in (*RANGES, *STARTS):
        for match in pattern.finditer(text):
            if any(match.start() < part.stop and part.start < match.end() for part in taken):
                continue
            taken.append(range(match.start(), match.end()))
            found.append((match.start("start"), hours_of(match)))
    return list(dict.fromkeys(hours for _, hours in sorted(found, key=lambda row: row[0])))


def hours_of(match: re.Match[str]) -> Hours:
    said = match.groupdict()
    end = clock(in_minutes(said["end"])) if said.get("end") else ""
    start = clock(in_minutes(said["start"] or ""))
    return Hours(start, end, bool(said.get("about")))


def in_minutes(written: str) -> int:
    hour, _, minute = written.replace(":", ".").partition(".")
    return int(hour) * 60 + int(minute or 0)


def find_length(text: str) -> int:
    """Minutes of the first planned length, 0 for none."""
    return next(lengths(text), 0)


def lengths(text: str) -> Iterator[int]:
    for match in LASTS.finditer(text):
        said = (match["value"] or "").lower()
        is_hours = match["unit"].lower().startswith(("godzin", "h"))
        if said == "półtorej":
            value = 1.5
        elif said[:1].isdigit():
            value = float(said.replace(",", "."))
        else:
            value = NUMBERS.get(said.translate(str.maketrans("óęą", "oea")), 1 if not said else 0)
        if minutes := int(value * (60 if is_hours else 1)):
            yield minutes
