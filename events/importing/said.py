"""What was recognised, in words of one line each: for the command and for the table of files."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from events.importing.proposal import EventProposal, Recognised


def lines(found: Recognised) -> Iterator[tuple[str, str]]:
    """(what it is, its words); nothing of what was not found."""
    for row in found.events:
        yield _("Wydarzenie"), event_words(row)
    groups = (
        (_("Organizacje"), (row.known.label for row in found.organizations)),
        (_("Osoby"), found.people),
        (_("Liczby"), found.counts),
        (_("Spoza spisów"), (row.name for row in found.unknown)),
    )
    for label, names in groups:
        if told := ", ".join(names):
            yield label, told


def event_words(row: EventProposal) -> str:
    """„13.05.2026 14.00–18.00; Zakręcony Pan Cogito; Spotkajmy się w 3miejscu, nr 3”"""
    about = "ok. " if row.planned_end else ""
    when = "–".join(filter(None, (row.when_from or _("bez daty"), about + row.when_to)))
    cycle = row.series.label if row.series else row.title
    number = _("nr %d") % row.edition if row.edition else ""
    place = ", ".join(filter(None, (row.venue.label if row.venue else "", row.room)))
    return "; ".join(filter(None, (when, place, ", ".join(filter(None, (cycle, number))))))
