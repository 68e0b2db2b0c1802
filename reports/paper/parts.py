"""The parts of a report, from its frozen content alone, in the words of its page.

Versions frozen earlier lack what came later: each part is read with `get`.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from portal.kernel.polish import counted
from reports.charts import Chart, charts_of
from reports.figures import Group
from reports.paper.blocks import (
    Block,
    Blocks,
    Heading,
    Paragraph,
    Picture,
    Points,
    Run,
    Runs,
    Table,
)
from reports.paper.rich import rich
from reports.paper.words import capital, day, heading, linked, paragraph, plain, said, whole

Content = dict[str, Any]
MOST_NOTES = 500  # on paper: ten pages that somebody may still leaf through


def lead(content: Content) -> Blocks:
    return tuple(paragraph(text, "lead") for text in lines_of(content.get("lead", "")))


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if said(line)]


def figures(content: Content, address: Callable[[str], str]) -> Blocks:
    """The main ones first, then the others group by group; earlier versions know no groups.

    `address` gives a figure's key the page of its sources.
    """
    if not content["figures"]:
        return ()
    found: list[Block] = [heading(2, _("W liczbach"))]
    for group in Group:
        rows = [row for row in content["figures"] if group_of(row) == group]
        if rows:
            others = group != Group.MAIN
            found += [heading(3, group.label)] if others else []
            found.append(figure_table(str(group.label), rows, address))
    return tuple(found)


def group_of(figure: Content) -> str:
    """A group that nobody knows any more hides no figure."""
    group: str = figure.get("group", "")
    return group if group in Group.values else Group.MAIN


def figure_table(title: str, rows: list[Content], address: Callable[[str], str]) -> Table:
    headers = (_("Co liczymy"), _("Ile"), _("Jak liczymy"))
    made = tuple(figure_row(row, address(row["key"])) for row in rows)
    return Table(title, headers, made, (4, 4, 6))


def figure_row(figure: Content, address: str) -> tuple[Runs, ...]:
    return (
        plain(capital(figure["label"])),
        plain(figure["sentence"], strong=True, href=whole(address)),
        plain(figure["definition"]),
    )


def charts(content: Content) -> Blocks:
    found: list[Block] = []
    for chart in charts_of(content):
        found += [
            heading(3, chart.title),
            Picture(chart.svg, said(chart.description), numbers(chart)),
        ]
    return (heading(2, _("Na wykresach")), *found) if found else ()


def numbers(chart: Chart) -> Table:
    rows = tuple(tuple(plain(cell) for cell in row) for row in chart.rows)
    return Table(chart.title, chart.headers, rows, (1, 1))


def sections(content: Content) -> Blocks:
    """A month without a word or a line is not written."""
    return tuple(
        block
        for section in content["sections"]
        if section["opening"] or section["groups"]
        for block in section_blocks(section)
    )


def section_blocks(section: Content) -> Iterable[Block]:
    yield heading(2, section["heading"])
    for text in lines_of(section["opening"]):
        yield paragraph(text)
    for group in section["groups"]:
        yield paragraph(group["intro"])
        yield Points(tuple((Paragraph(line_runs(line, group)),) for line in group["lines"]))


def line_runs(line: Content, group: Content) -> Runs:
    """„13 marca: pierwsza odsłona …”, the words linked to the event's page."""
    when = said(line["when"]) if group["dated"] else ""
    before = (Run(f"{when}: ", strong=True),) if when else ()
    return (*before, *linked(line["text"], line["url"]))


def months(content: Content) -> Blocks:
    """A single month needs no table of months."""
    if len(content["months"]) < 2:
        return ()
    title = _("Spotkania i działania według miesięcy")
    headers = (_("Miesiąc"), _("Spotkania"), _("Działania"), _("Frekwencja"))
    rows = tuple(month_row(month) for month in content["months"])
    note = _("Działania, które trwały kilka miesięcy, nie są tu liczone w żadnym z nich.")
    table = Table(title, headers, rows, (3, 2, 2, 5), (1, 2))
    return (heading(2, title), table, paragraph(note, "note"))


def month_row(month: Content) -> tuple[Runs, ...]:
    people = month["people"] or "–"
    missing = f" ({month['missing_text']})" if month["missing_text"] else ""
    counts = (str(month["meetings"]), str(month["activities"]))
    return (plain(month["label"]), *(plain(count) for count in counts), plain(people + missing))


def closing(content: Content) -> Blocks:
    """The thanks, under their own heading or under one of ours."""
    blocks = rich(content.get("closing") or "")
    if not blocks or isinstance(blocks[0], Heading):
        return blocks
    return (heading(2, _("Podziękowania")), *blocks)


def corrections(content: Content) -> Blocks:
    rows = content.get("corrections") or []
    if not rows:
        return ()
    table = Table(
        _("Sprostowania"),
        (_("Nr i data"), _("Co poprawiono"), _("Było"), _("Jest")),
        tuple(correction_row(row) for row in rows),
        (3, 6, 3, 3),
    )
    return (heading(2, _("Sprostowania")), table)


def correction_row(row: Content) -> tuple[Runs, ...]:
    which = capital(row.get("label") or "").partition(";")[0]
    return (
        plain(f"{row['number']}. {day(row['at'])}"),
        plain(f"{which}. {row['text']}" if which else row["text"]),
        plain(row.get("before") or "–"),
        plain(row.get("after") or "–", strong=True),
    )


def trail(content: Content, home: str) -> Blocks:
    """Which versions of which notes stand behind the figures."""
    return (heading(2, _("Skąd te liczby")), *notes(content), *where_to_ask(home))


def notes(content: Content) -> Blocks:
    count = len(content["notes"])
    if not count:
        return (paragraph(_("Za tymi liczbami nie stoi żadna zatwierdzona notatka.")),)
    said_of = paragraph(_("Liczby powstały z notatek: %s.") % counted(count, "notatka"))
    if count > MOST_NOTES:
        return (said_of, paragraph(_("Wszystkie wymienia plik CSV tego wydania.")))
    return (said_of, note_table(content))


def note_table(content: Content) -> Table:
    known = sources_by_note(content)
    return Table(
        _("Notatki ze spotkań, z których powstały liczby"),
        (_("Spotkanie"), _("Kiedy"), _("Notatka"), _("Zatwierdzona")),
        tuple(note_row(note, known.get(note["note"], {})) for note in content["notes"]),
        (6, 4, 3, 4),
    )


def where_to_ask(home: str) -> Blocks:
    words = plain(_("Co stoi za każdą liczbą z osobna, pokazuje strona podsumowania:"))
    return (Paragraph((*words, Run(" "), Run(home, href=home))),)


def sources_by_note(content: Content) -> dict[int, Content]:
    """What figures say of each note: the meeting, its date, who approved it and when."""
    return {
        source["note"]: source
        for figure in content["figures"]
        for source in figure["sources"]
        if source.get("note")
    }


def note_row(note: Content, source: Content) -> tuple[Runs, ...]:
    title = source.get("title") or _("wydarzenie nr %d") % note["event"]
    number = _("nr %(note)d, wersja %(version)d") % note
    role = source.get("approved_by") or ""
    approved = day(source.get("approved_at") or "")
    return (
        linked(title, source.get("url") or ""),
        plain(source.get("when") or ""),
        plain(number),
        plain(f"{approved} ({role})" if role else approved),
    )


def about(rows: Iterable[tuple[str, str]]) -> Blocks:
    """„Adres: …”, „Suma kontrolna: …” as points."""
    points = tuple(
        (Paragraph((Run(f"{said(term)}: ", strong=True), *linked_or_plain(text))),)
        for term, text in rows
    )
    return (heading(2, _("O tym dokumencie")), Points(points))


def linked_or_plain(text: str) -> Runs:
    return (Run(text, href=text),) if text.startswith("http") else plain(text)
