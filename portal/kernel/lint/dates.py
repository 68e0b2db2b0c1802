"""The days that a running text names, in all the ways in which the office writes them.

Fields of a form are read by `portal.kernel.reading`, which must understand the whole text; here
days are looked for among other words, and what may as well be an hour is no day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from portal.kernel.lint.spans import Spans
from portal.kernel.polish import MONTHS, WEEKDAYS, roman

# One sign for one sign, so that places in the text stay what they are.
WITHOUT_MARKS = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzacelnoszz")


def bare(text: str) -> str:
    """Small letters without Polish marks, sign for sign."""
    low = text.translate(WITHOUT_MARKS).lower()
    if len(low) == len(text):
        return low
    return "".join(sign if len(sign) == 1 else "?" for sign in map(_small, text))


def _small(sign: str) -> str:
    return sign.translate(WITHOUT_MARKS).lower()


# nominative, „w …” (accusative), genitive, instrumental, short
WEEKDAY_FORMS = tuple(
    (
        day.nominative,
        day.accusative.split()[-1],
        day.genitive,
        day.nominative[:-1] + "ą" if day.nominative.endswith("a") else day.genitive[:-1] + "iem",
        day.short,
    )
    for day in WEEKDAYS
)
ACCUSATIVE, GENITIVE, SHORT = 1, 2, 4


def _weekday_words() -> dict[str, tuple[int, int]]:
    """(weekday, form) by each of its spellings."""
    more = {"pn": 0, "cz": 3, "so": 5, "nd": 6, "ndz": 6}
    words = {word: (index, SHORT) for word, index in more.items()}
    for index, forms in enumerate(WEEKDAY_FORMS):
        for form, word in enumerate(forms):
            words.setdefault(bare(word).rstrip("."), (index, form))
    return words


WEEKDAY_WORDS = _weekday_words()
MONTH_WORDS = {bare(month.genitive): number for number, month in enumerate(MONTHS, start=1)}
ROMAN = {roman(number).lower(): number for number in range(1, 13)}

WD = rf"(?:{'|'.join(sorted(WEEKDAY_WORDS, key=len, reverse=True))})"
YEAR = r"(?:\s+(?P<year>\d{4})(?:\s*r\b\.?|\s+roku\b)?)?"
AND = r"(?:\s*[-–]\s*|\s+(?:i|oraz|lub|do|a)\s+)"
NAMED = re.compile(
    rf"(?<![\w.,:/-])(?P<days>\d{{1,2}}(?:{AND}\d{{1,2}}){{0,30}})\.?\s+"
    rf"(?P<month>{'|'.join(MONTH_WORDS)})\b{YEAR}"
)
IN_ROMAN = re.compile(
    rf"(?<![\w.,:/-])(?P<days>\d{{1,2}})\s+(?P<month>{'|'.join(ROMAN)})\s+(?P<year>\d{{4}})\b"
)
NUMERIC = re.compile(
    r"(?<![\d.,:/-])(?P<days>\d{1,2}(?:\.?[-–]\d{1,2})?)(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)"
    r"(?P<year>\d{4})(?!\d)"
)
ISO = re.compile(r"(?<![\d.-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<days>\d\d)(?![\d-])")
# „13.05” may be an hour: only beside a weekday, and only when it cannot be one.
SHORT_NUMERIC = re.compile(r"(?<![\d.,:/-])(?P<days>\d{1,2})\.(?P<month>0[1-9]|1[0-2])(?![\d])\.?")


@dataclass(frozen=True)
class Weekday:
    index: int
    form: int
    start: int
    end: int


@dataclass(frozen=True)
class Mention:
    """„w środę 13 maja 2026 r.”, „13–15 maja”; the year is None where none is said."""

    start: int
    end: int
    days: tuple[int, ...]
    month: int
    year: int | None
    weekdays: tuple[Weekday, ...] = ()

    def dates(self, year: int) -> list[date | None]:
        """Each of its days in that year (its own, where it says one); None for one that is not."""
        return [_date(self.year or year, self.month, day) for day in self.days]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def mentions(text: str) -> list[Mention]:
    """In the order of the text."""
    return list(_mentions(text))


@lru_cache(maxsize=128)
def _mentions(text: str) -> tuple[Mention, ...]:
    """Kept, since several checks ask of the same text."""
    low = bare(text)
    found = [
        _mention(match, low) for shape in (NAMED, ISO, NUMERIC) for match in shape.finditer(low)
    ]
    found += [_mention(match, low) for match in IN_ROMAN.finditer(low) if _is_upper(match, text)]
    taken = Spans((row.start, row.end) for row in found)
    found += [row for row in _short(low) if not taken.overlap(row.start, row.end)]
    return tuple(_with_years(sorted(found, key=lambda row: row.start), low))


def _is_upper(match: re.Match[str], text: str) -> bool:
    return text[slice(*match.span("month"))].isupper()


def _mention(match: re.Match[str], low: str) -> Mention:
    month = match["month"]
    number = MONTH_WORDS.get(month) or ROMAN.get(month) or int(month)
    days = [int(day) for day in re.findall(r"\d+", match["days"])]
    if days != sorted(set(days)) or _follows(HOUR_CUE, low, match.start()):
        days = days[-1:]  # „o godz. 18 i 13 maja”: the first is no day
    year = match.groupdict().get("year")
    before = list(_before(low, match.start()))
    if len(days) == 1:
        before = before[-1:]  # „od środy do piątku 15 maja”
    weekdays = (*before, *_after(low, match.end()))
    start = min([match.start(), *(_with_preposition(low, row.start) for row in weekdays)])
    end = max([match.end(), *(row.end for row in weekdays)])
    closing = re.compile(r"\.?\)").match(low, end) if "(" in low[start:end] else None
    end = closing.end() if closing else end
    return Mention(start, end, tuple(days), number, int(year) if year else None, weekdays)


NEAR = 20  # signs before a day in which a word about it stands
HOUR_CUE = re.compile(r"godz\.?\s*$")
PREPOSITION = re.compile(r"\bwe? +$")


def _follows(cue: re.Pattern[str], low: str, start: int) -> re.Match[str] | None:
    return cue.search(low, max(0, start - NEAR), start)


def _with_preposition(low: str, start: int) -> int:
    """„w środę”, „we wtorek”: the preposition changes with the weekday."""
    found = _follows(PREPOSITION, low, start)
    return found.start() if found else start


def _short(low: str) -> Iterator[Mention]:
    for match in SHORT_NUMERIC.finditer(low):
        found = _mention(match, low)
        in_brackets = any(row.start > match.start() for row in found.weekdays)
        certain = found.days[0] > 24 or match[0].endswith(".") or in_brackets
        if found.weekdays and certain and found.month <= 12:
            yield found


BEFORE = re.compile(rf"(?<!\w)({WD})\.?(?:{AND}({WD})\.?)?,?\s*(?:dnia\s+|\()?$")
AFTER = re.compile(
    rf"(?P<lead>,?\s*+(?:(?:r\b\.?,?|roku\b,?)\s*+)?)(?P<open>\()?(?:we?\s+)?({WD})\b\.?"
    rf"(?:{AND}({WD})\b\.?)?(?P<close>\))?"
)
ANOTHER_DAY = re.compile(rf",?\s*(?:dnia\s+)?\d|\s*(?:i|oraz|lub|,|/)\s*(?:we?\s+)?{WD}\b")


def _before(low: str, start: int) -> Iterator[Weekday]:
    """„w środę 13 maja”; not „Wtorek. 13 maja”: a full stop closes only what is short."""
    found = BEFORE.search(low, max(0, start - 40), start)
    for weekday in _weekdays(found, (1, 2)) if found else ():
        if weekday.form == SHORT or low[weekday.end] != ".":
            yield weekday


def _after(low: str, end: int) -> Iterator[Weekday]:
    """„(pt)”, „, środa”, „w środę”; not „, w piątek 15 maja”, which is another day's."""
    found = AFTER.match(low, end)
    if not found:
        return iter(())
    if not (found["open"] and found["close"]):
        is_plural = WEEKDAY_WORDS[found[3]][1] == GENITIVE
        glued = not found["lead"]
        if glued or is_plural or found["open"] or ANOTHER_DAY.match(low, found.end()):
            return iter(())
    return _weekdays(found, (3, 4))


def _weekdays(found: re.Match[str], groups: tuple[int, int]) -> Iterator[Weekday]:
    for group in groups:
        if found[group]:
            yield Weekday(*WEEKDAY_WORDS[found[group]], found.start(group), found.end(group))


def _with_years(found: list[Mention], low: str) -> list[Mention]:
    """In „30 maja – 2 czerwca 2026” the first day borrows the year of the second."""
    for place in range(len(found) - 2, -1, -1):
        row, following = found[place], found[place + 1]
        between = low[row.end : following.start]
        if row.year is None and re.fullmatch(rf"{AND}|,?\s+", between):
            found[place] = replace(row, year=following.year)
    return found
