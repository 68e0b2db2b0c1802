"""What a next version of a report puts right: how it differs from the last one, in words.

Compares what readers read. An address, or a definition put better, is no difference.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from portal.kernel.admin.word_diff import Compared, compared
from portal.kernel.when import When
from reports.models import Correction, Report, ReportVersion

Content = dict[str, Any]
Key = tuple[int | None, int | None, str]
QUIET = {"url"}  # of a source: where it leads is no part of what it says
SENTENCE = 200  # of the columns that hold a figure's old and new value


@dataclass(frozen=True)
class Difference:
    """One thing as it was read and as it will be; empty where it was not, or will not be."""

    what: str
    before: str
    after: str
    figure: str = ""

    @property
    def texts(self) -> Compared:
        """Side by side, with what differs marked."""
        return compared(self.before, self.after)


@dataclass(frozen=True)
class Differences:
    """`figures` read differently now; of `trails` only the records behind have changed; `fresh`
    figures were not counted in the last version."""

    figures: tuple[Difference, ...] = ()
    trails: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    texts: tuple[Difference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.figures or self.trails or self.fresh or self.texts)


def differences(old: Content, new: Content) -> Differences:
    known = {row["key"]: row for row in old["figures"]}
    pairs = [(known[row["key"]], row) for row in new["figures"] if row["key"] in known]
    same = [(before, after) for before, after in pairs if reads_alike(before, after)]
    return Differences(
        figures=tuple(told(*pair) for pair in pairs if not reads_alike(*pair)),
        trails=tuple(short_label(after) for before, after in same if trail(before, after)),
        fresh=tuple(short_label(row) for row in new["figures"] if row["key"] not in known),
        texts=(*worded(old, new), *sections(old, new), *lines(old, new)),
    )


def reads_alike(before: Content, after: Content) -> bool:
    return bool((before["text"], before["missing"]) == (after["text"], after["missing"]))


def told(before: Content, after: Content) -> Difference:
    return Difference(short_label(after), before["sentence"], after["sentence"], after["key"])


def short_label(figure: Content) -> str:
    """„łączna frekwencja”, without what follows the semicolon."""
    return str(figure["label"]).partition(";")[0]


def trail(before: Content, after: Content) -> bool:
    """Whether the records behind it, or its parts, say something else than they did."""
    if before.get("parts", []) != after.get("parts", []) and "parts" in before:
        return True
    old, new = before["sources"], after["sources"]
    return len(old) != len(new) or any(map(differs, old, new))


def differs(old: Content, new: Content) -> bool:
    return any(old[key] != new[key] for key in (old.keys() & new.keys()) - QUIET)


def worded(old: Content, new: Content) -> Iterator[Difference]:
    names = {
        "title": _("Tytuł"),
        "case_number": _("Znak sprawy"),
        "data_through": _("Dane do"),
        "lead": _("Wstęp"),
        "closing": _("Zakończenie"),
    }
    for key, name in names.items():
        before, after = plain_text(key, old), plain_text(key, new)
        if before != after:
            yield Difference(name, before, after)
    if old["is_example"] != new["is_example"]:
        words = {True: _("tak"), False: _("nie")}
        yield Difference(_("Przykład"), words[old["is_example"]], words[new["is_example"]])


def plain_text(key: str, content: Content) -> str:
    text = str(content.get(key, ""))
    if key == "closing":
        return " ".join(strip_tags(text.replace("</", " </")).split())
    if key == "data_through":
        return When.on_day(date.fromisoformat(text)).short()
    return text


def sections(old: Content, new: Content) -> Iterator[Difference]:
    known = {row["month"]: row for row in old["sections"]}
    for row in new["sections"]:
        before = known.get(row["month"], {"heading": "", "opening": ""})
        for key, name in (("heading", _("nagłówek")), ("opening", _("zdanie otwierające"))):
            if before[key] != row[key]:
                what = f"{before['heading'] or row['heading']}: {name}"
                yield Difference(what, before[key], row[key])


def lines(old: Content, new: Content) -> Iterator[Difference]:
    """A line is known by its record; one that a person wrote, by its words."""
    before, after = lines_of(old), lines_of(new)
    for key in [*before, *(key for key in after if key not in before)]:
        was, will = before.get(key, ("", "")), after.get(key, ("", ""))
        if was != will:
            yield Difference(
                f"{will[0] or was[0]}: {_('wiersz')}", shown(was, will), shown(will, was)
            )


def lines_of(content: Content) -> dict[Key, tuple[str, str]]:
    """{which line: (the heading it stands under, its words with the date beside them)}"""
    found: dict[Key, tuple[str, str]] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for section in content["sections"]:
        for group in section["groups"]:
            for line in group["lines"]:
                words = (section["month"], line["text"])
                seen[words] += 1
                found[key_of(line, *words, seen[words])] = (
                    section["heading"],
                    words_of(line, group),
                )
    return found


def key_of(line: Content, month: str, text: str, nth: int) -> Key:
    event, activity = line["event"], line["activity"]
    return event, activity, "" if event or activity else f"{month} {nth} {text}"


def words_of(line: Content, group: Content) -> str:
    return f"{line['when']}: {line['text']}" if group["dated"] and line["when"] else line["text"]


def shown(line: tuple[str, str], other: tuple[str, str]) -> str:
    """With its month, where the line has moved to another."""
    heading, words = line
    return f"{words} ({heading})" if words and other[0] not in {"", heading} else words


## What is kept of it, for ever


def corrections_of(found: Differences, *, note: str, first: int, at: datetime) -> list[Content]:
    """Frozen: one for each figure that reads differently, and one for all that is words."""
    rows = [correction(row, note, at) for row in found.figures]
    if found.texts or not rows:
        rows.append(correction(Difference("", "", ""), note, at))
    return [{**row, "number": number} for number, row in enumerate(rows, start=first)]


def correction(row: Difference, note: str, at: datetime) -> Content:
    return {
        "figure": row.figure,
        "label": row.what,
        "before": row.before,
        "after": row.after,
        "text": note,
        "at": at.isoformat(),
    }


def next_number(report: Report) -> int:
    """Corrections of a report are numbered through all its versions."""
    rows = Correction.objects.filter(version__report=report)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


def keep(version: ReportVersion) -> None:
    """As rows too, so that later pages find them without reading what was frozen."""
    Correction.objects.bulk_create(
        Correction(
            version=version,
            number=row["number"],
            figure=row["figure"],
            text=row["text"],
            before=row["before"][:SENTENCE],
            after=row["after"][:SENTENCE],
            at=version.published_at,
        )
        for row in version.content["corrections"]
    )
