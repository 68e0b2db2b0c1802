"""How many meetings, activities, people, organizations and places a text says there were.

In digits and in words. What counts a part is no claim about the whole and is left in peace:
„na jednym z trzech spotkań”, „w tym dwa spotkania”, „w trzech miejscach Krakowa”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.gaps.numerals import WRITTEN, value_of

CASES = {
    "spotkanie": "spotkanie spotkania spotkań spotkaniu spotkaniom spotkaniem spotkaniami "
    "spotkaniach",
    "działanie": "działanie działania działań działaniu działaniom działaniem działaniami "
    "działaniach",
    "osoba": "osoba osoby osób osobie osobom osobę osobą osobami osobach",
    "organizacja": "organizacja organizacje organizacji organizacjom organizację organizacją "
    "organizacjami organizacjach",
    "miejsce": "miejsce miejsca miejsc miejscu miejscom miejscem miejscami miejscach",
}
FORMS = {form: noun for noun, forms in CASES.items() for form in forms.split()}
NOUN = rf"(?i:(?P<noun>{'|'.join(sorted(FORMS, key=len, reverse=True))}))\b"
DIGITS = re.compile(
    # „8 z 12 organizacji” is no 12 organizations, and „w 2026 r.” no amount at all.
    r"(?<!\bz\s)(?<!\bze\s)(?<![\d,.])\b(?P<value>\d{1,3}(?:[ \xa0]\d{3})+|\d{1,6})\s+"
    rf"(?P<which>[a-ząćęłńóśźż]+(?:e|ych|ich|ymi|imi)\s+)?{NOUN}"
)
WORDS = re.compile(
    rf"(?i:\b(?P<value>{WRITTEN}))\s+"
    rf"(?P<which>(?:(?:nasz|własn|otwart|różn|inn)[a-ząęó]*\s+){{0,2}}){NOUN}"
)
# „nie licząc 3 spotkań”: what a sum leaves out is no sum.
LEFT_OUT = re.compile(r"(?i)\bnie\s+(?:licząc|wliczono|wliczamy)\s+$")
# Before a number in words, what makes it one of a part: „z trzech spotkań”, „te dwa spotkania”.
OF_A_PART = re.compile(
    r"(?i)(?:\b(?:z|ze|po|co|każde|w\s+tym|między\s+innymi|jeszcze|tylko|kolejn\w+|ostatni\w*"
    r"|pierwsz\w+|następn\w+|te|tych|tymi|tym)|m\.in\.)\s+$"
)
# After it, what makes it meetings of somebody else: „dwa spotkania z radnymi”.
OF_OTHERS = re.compile(
    r"(?i)\s+(?:z|ze|o|dla|poza|dotycz\w+|poświęcon\w+|na\s+temat|na\s+rzecz|w\s+ramach|zespoł\w+"
    r"|komisji|rady)\b"
)
# „w trzech miejscach Krakowa” is a turn of speech; „Gościły nas trzy miejsca” is a count.
HOSTED = re.compile(r"(?i)\bgości\w+\s+nas\s+$")
ALL_PLACES = re.compile(r"(?i)\s*(?:$|[.,:;!?–)]|(?:i|oraz)\b|naszych\s+spotkań)")
MORE = re.compile(r"(?i)\b(?:ponad|przeszło)\s+$")
MANY = 10  # people or organizations in words; „dwie organizacje” are two of those that came
SINGULAR = {"miejsce", "miejscu", "miejscem"}  # „zajął 3 miejsce”


@dataclass(frozen=True)
class Amount:
    """`is_ours`: of „nasze spotkania” alone. `is_more`: „ponad 40 osób” may be 41."""

    noun: str
    value: int
    words: str
    is_ours: bool = False
    is_more: bool = False


def amounts(text: str) -> Iterator[Amount]:
    """Each claim of how many there were, digits first."""
    for found in DIGITS.finditer(text):
        value = int("".join(found["value"].split()))
        is_place = FORMS[found["noun"].lower()] == "miejsce"
        if is_all_places(found, value) if is_place else not is_after(LEFT_OUT, found):
            yield amount(found, value)
    for found in WORDS.finditer(text):
        value = value_of(found["value"])
        if is_of_all(found, value):
            yield amount(found, value)


def amount(found: re.Match[str], value: int) -> Amount:
    noun, which = FORMS[found["noun"].lower()], found["which"] or ""
    return Amount(noun, value, found[0], "nasz" in which.lower(), is_after(MORE, found))


def is_after(words: re.Pattern[str], found: re.Match[str]) -> bool:
    return bool(words.search(found.string[: found.start()]))


def is_of_all(found: re.Match[str], value: int) -> bool:
    """Whether a number in words counts the whole, as far as its neighbours tell."""
    noun, which = FORMS[found["noun"].lower()], found["which"].lower()
    if is_after(OF_A_PART, found) or is_after(LEFT_OUT, found):
        return False
    if noun == "miejsce":
        return is_all_places(found, value)
    if noun in {"osoba", "organizacja"}:
        return value >= MANY
    if value == 1 or "inn" in which:
        return "nasz" in which or ("inn" in which and noun == "działanie")
    return "nasz" in which or not OF_OTHERS.match(found.string, found.end())


def is_all_places(found: re.Match[str], value: int) -> bool:
    if is_after(HOSTED, found):
        return True
    is_plural = value > 1 and found["noun"].lower() not in SINGULAR
    return is_plural and bool(ALL_PLACES.match(found.string, found.end()))
