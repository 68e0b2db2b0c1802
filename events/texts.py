"""What is to be sent about an event or an announcement, from the facts that its page says.

What changed or is off comes first; what nobody knows is not asserted.
"""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from events.changes import Told, to_go_by
from events.leads import lead_of
from events.models import Announcement, Event
from events.models.event import Outcome
from events.news import Strip, strips
from events.page import Fact, facts, more
from events.sending import Short, Story
from events.social import OFF, absolute, date_head
from events.tense import status_sentence, stopped
from portal.kernel.months import day_of
from portal.kernel.typography import typeset
from portal.kernel.when import Precision

## Of an event


def event_story(event: Event, at: datetime) -> Story:
    """Reads what `for_page()` fetched."""
    changed = to_go_by(event, at)
    shown = not event.is_off and event.is_ahead(at)
    return Story(
        title=typeset(f"Przykład: {event.title}" if event.is_example else event.title),
        first=tuple(change_sentence(change) for change in changed),
        lead=typeset(lead_of(event, at) or status_sentence(event, at)),
        facts=tuple(fact_rows(event, at)) if shown else (),
        body=event.body if shown else "",
        address=absolute(event.get_absolute_url()),
        address_text=_("Szczegóły i dodanie do kalendarza"),
        short=short_of(event, changed, at),
        about=typeset(event.lead) if shown else "",
    )


def change_sentence(change: Told) -> str:
    """„ZMIANA MIEJSCA. Teraz: Biblioteka, ul. Rajska 12. Poprzednio: Kaffka, ul. Długa 5.”"""
    said = [f"{change.headline.upper()}."]
    if change.now and not change.is_back:
        said.append(f"Teraz: {stopped(change.now)}")
    if change.before and not change.is_back:
        said.append(f"Poprzednio: {stopped(change.before)}")
    return typeset(" ".join(said))


def fact_rows(event: Event, at: datetime) -> Iterator[tuple[str, str, str]]:
    """The facts of its page, each as a term and one line."""
    yield _("Kiedy"), event.when.short(), event.when.iso_start
    for fact in (*facts(event, at)[1:], *more(event, at)):
        # „Wstęp: wolny”, as the term has said the word.
        text = one_line(fact).removeprefix(f"{fact.term} ")
        yield str(fact.term), typeset(text), ""


def one_line(fact: Fact) -> str:
    return " ".join(f"{line.lead}{line.text}" for line in fact.lines)


def short_of(event: Event, changed: list[Told], at: datetime) -> Short:
    off = OFF.get(Outcome(event.outcome), "")
    heads = [change.headline for change in changed if not change.is_off]
    return Short(
        first=", ".join([off] if off else heads).upper(),
        title=f"Przykład: {event.title}" if event.is_example else event.title,
        when=date_head(event.when, day_of(at).year, hour="") if off else when_shortly(event, at),
        where="" if off else ", ".join(p for p in (event.place_name, event.place_address) if p),
        entry="bez zapisów" if may_walk_in(event, at) else "",
        address=short_address(event),
    )


def when_shortly(event: Event, at: datetime) -> str:
    """„13 maja, 14.00–18.00”"""
    hours = event.when.hours() if event.when.first_day == event.when.last_day else ""
    if event.precision != Precision.TIME or not hours:
        return date_head(event.when, day_of(at).year, hour="")
    day = date_head(event.when, day_of(at).year, hour="").rpartition(", ")[0]
    return f"{day}, {hours}"


def may_walk_in(event: Event, at: datetime) -> bool:
    return event.is_ahead(at) and event.sign_up == Event.SignUp.NONE


def short_address(event: Event) -> str:
    """That of posters and QR codes: it knows what has changed since."""
    return absolute(reverse("events:event_poster", args=[event.pk, event.sequence]))


## Of an announcement


def announcement_story(item: Announcement, about: list[Event], at: datetime) -> Story:
    """`about`: its public events, with their changes."""
    found = strips(item, about, at)
    address = absolute(item.get_absolute_url())
    return Story(
        title=typeset(f"Przykład: {item.title}" if item.is_example else item.title),
        first=tuple(strip_sentence(row) for row in found),
        lead=typeset(item.lead),
        facts=(),
        body=item.body,
        address=address,
        address_text=_("Czytaj na stronie Pełnomocnika"),
        short=announcement_short(item, about, found, address, at),
    )


def strip_sentence(row: Strip) -> str:
    said = [stopped(row.sentence)]
    said += [f"Teraz: {stopped(row.now)}"] if row.now else []
    said += [f"Poprzednio: {stopped(row.before)}"] if row.before else []
    return typeset(" ".join(said))


def announcement_short(
    item: Announcement, about: list[Event], found: list[Strip], address: str, at: datetime
) -> Short:
    """Of one event it says when and where; else its title must do."""
    one = about[0] if len(about) == 1 and about[0].is_ahead(at) else None
    from_event = short_of(one, [], at) if one else None
    return Short(
        first=first_words(found),
        title=item.title,
        when=from_event.when if from_event else "",
        where=from_event.where if from_event else "",
        entry=from_event.entry if from_event else "",
        address=address,
    )


def first_words(found: list[Strip]) -> str:
    """„ODWOŁANE” of the first event that is off; else that something has changed."""
    off = [OFF[Outcome(row.event.outcome)] for row in found if row.event.is_off]
    if off:
        return off[0].upper()
    return _("ZMIANA") if any(row.kind == "change" for row in found) else ""
