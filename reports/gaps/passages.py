"""What each text says about one meeting: announcements, its page, its note, the report itself.

A sentence of the report belongs to a meeting when it names it, and no other, by its title or by
its cycle; in a month, a cycle's name means the edition of that month.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.importing.sentences import split
from events.models import Announcement, Event
from events.subject import quoted
from portal.kernel.lookalikes import Names
from portal.kernel.months import Month
from portal.kernel.rich_reading import plain_text
from reports.gaps.evidence import Evidence
from reports.gaps.links import announcement_url, event_url, note_url, report_url

Kind = Announcement.Kind


@dataclass(frozen=True)
class Passage:
    """A text about one meeting. Counts of an invitation are hopes, and are not compared."""

    where: str
    text: str
    url: str
    for_counts: bool = True
    for_places: bool = True


Passages = dict[int, list[Passage]]


def passages_of(evidence: Evidence) -> Passages:
    """By the meeting's primary key, the report's own words last."""
    found: Passages = defaultdict(list)
    for meeting in evidence.facts.meetings:
        found[meeting.event.pk] += of_records(meeting.event, evidence)
    for key, passage in of_report(evidence):
        found[key].append(passage)
    return found


## Records


def of_records(event: Event, evidence: Evidence) -> Iterator[Passage]:
    page = f"{event.lead}\n{plain_text(evidence.bodies.get(event.pk, ''))}"
    yield Passage(_("Strona wydarzenia"), page, event_url(event.pk), for_counts=False)
    for announcement in evidence.announcements.get(event.pk, ()):
        yield from of_announcement(announcement, event)
    if note := evidence.notes.get(event.pk):
        yield Passage(_("Notatka, zdania"), note.summary, note_url(note))


def of_announcement(announcement: Announcement, event: Event) -> Iterator[Passage]:
    """As a whole for its places; field by field for its counts, which a title says otherwise."""
    body, url = plain_text(announcement.body), announcement_url(announcement)
    name = f"{str(announcement.get_kind_display()).capitalize()} {quoted(announcement.title)}"
    whole = "\n".join((announcement.title, announcement.lead, body))
    yield Passage(name, whole, url, for_counts=False)
    if announcement.kind == Kind.INVITATION or is_before(announcement, event):
        return
    fields = ((_("tytuł"), announcement.title), (_("wstęp"), announcement.lead), (_("treść"), body))
    for field, text in fields:
        yield Passage(f"{name}, {field}", text, url, for_places=False)


def is_before(announcement: Announcement, event: Event) -> bool:
    out = announcement.published_at
    return out is not None and out < event.starts_at


## The report's own words


def of_report(evidence: Evidence) -> Iterator[tuple[int, Passage]]:
    url, named = report_url(evidence.report), Named.of(evidence)
    for key, line in evidence.line_of_event.items():
        if key in evidence.meetings:
            yield key, Passage(_("Wiersz podsumowania"), line.text, url)
    for where, text, month in prose_of(evidence):
        for sentence in split(text):
            if event := named.only(sentence, month):
                yield event, Passage(where, sentence, url)


def prose_of(evidence: Evidence) -> Iterator[tuple[str, str, Month | None]]:
    """(where it stands, its words, its month) of all that no record stands behind."""
    report = evidence.report
    yield _("Wstęp podsumowania"), report.lead, None
    for section in evidence.sections:
        month = Month.of(section.month)
        yield _("Otwarcie: %s") % month.nominative, section.opening, month
    for line in evidence.included:
        if not line.event_id and not line.activity_id:
            yield _("Wiersz dopisany ręcznie"), line.text, Month.of(line.month)
    yield _("Zakończenie podsumowania"), plain_text(report.closing), None


@dataclass(frozen=True)
class Named:
    """The meetings by their titles and cycles; making it costs more than asking it."""

    events: dict[str, list[tuple[int, Month]]]
    names: Names

    @classmethod
    def of(cls, evidence: Evidence) -> "Named":
        events: dict[str, list[tuple[int, Month]]] = defaultdict(list)
        for meeting in evidence.facts.meetings:
            for name in names_of_event(meeting.event):
                events[name].append((meeting.event.pk, meeting.month))
        return cls(events, Names(events))

    def only(self, sentence: str, month: Month | None) -> int | None:
        """The one meeting that the sentence names; None when it names none or several."""
        meant = {self.meant(row.name, month) for row in self.names.find(sentence)}
        return meant.pop() if len(meant) == 1 else None

    def meant(self, name: str, month: Month | None) -> int | None:
        found = [(event, own) for event, own in self.events[name] if month in {None, own}]
        found = found or self.events[name]
        return found[0][0] if len(found) == 1 else None


def names_of_event(event: Event) -> Iterable[str]:
    return {event.title, *((event.series.name,) if event.series else ())}
