"""From files to drafts: each file by itself, and none of them twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.importing.encodings import UnreadableError
from events.importing.files import Source
from events.importing.names import Registry
from events.importing.parts import Parts, parts_of
from events.importing.proposal import Recognised
from events.importing.recognising import recognise
from events.models import Announcement
from portal.kernel.months import day_of
from portal.kernel.names import fold

# Kept in the history of the draft: no later change of the draft makes the file a new one.
DIGEST = "Wczytano z pliku; skrót treści %s"


@dataclass(frozen=True)
class Look:
    """What would come of one file; `double` or `similar` is what stands already."""

    parts: Parts
    found: Recognised
    double: Announcement | None = None
    similar: Announcement | None = None


def look(source: Source, registry: Registry) -> Look:
    """Writes nothing. UnreadableError, in Polish, for what holds no text."""
    parts = parts_of(source)
    published = day_of(parts.published_at) if parts.published_at else None
    found = recognise(parts.title, parts.lead, parts.body, published=published, registry=registry)
    double = imported(parts.digest)
    return Look(parts, found, double, None if double else similar(parts))


def imported(digest: str) -> Announcement | None:
    """The draft that this text became, whatever it is called by now; the bin included."""
    rows = Announcement.history.filter(history_change_reason=DIGEST % digest)  # type: ignore[attr-defined]  # simple_history's
    return Announcement.objects.filter(pk__in=rows.values("id")).first()


def similar(parts: Parts) -> Announcement | None:
    """One of the same title and, where both have one, of the same day; the bin included."""
    title = fold(parts.title)
    rows = Announcement.objects.filter(folded__startswith=title).order_by("pk")
    return next((row for row in rows if fold(row.title) == title and same_day(row, parts)), None)


def same_day(row: Announcement, parts: Parts) -> bool:
    if row.published_at is None or parts.published_at is None:
        return True
    return day_of(row.published_at) == day_of(parts.published_at)


@transaction.atomic
def import_text(*, parts: Parts, kind: str, by: Any) -> tuple[Announcement, bool]:
    """The draft, and whether it was made now; the same text a second time is the first draft.

    Raises ValidationError, and writes nothing, for what no draft can hold.
    """
    wait_for_turn()
    if double := imported(parts.digest):
        return double, False
    draft = Announcement(
        kind=kind or Announcement.Kind.NEWS,
        title=parts.title,
        lead=parts.lead,
        body=parts.body,
        published_at=parts.published_at,
    )
    draft.full_clean()
    draft._history_user = by  # type: ignore[attr-defined]  # simple_history's hook
    draft._change_reason = DIGEST % parts.digest  # type: ignore[attr-defined]  # the same
    draft.save()
    return draft, True


def wait_for_turn() -> None:
    """One import at a time, so that two at once do not bring the same text twice."""
    rows = ContentType.objects.select_for_update()
    rows.get(app_label="events", model="announcement")


@dataclass(frozen=True)
class Brought:
    """What became of one file; `why` is a Polish sentence when nothing did."""

    name: str
    draft: Announcement | None = None
    made: bool = False
    why: str = ""
    failed: bool = False


def bring(seen: Look, *, by: Any, even_similar: bool = False) -> Brought:
    """One file into a draft, or the sentence why not; the others go on."""
    name = seen.parts.name
    if seen.similar and not even_similar:
        return Brought(name, seen.similar, why=similar_sentence(seen.similar))
    try:
        draft, made = import_text(parts=seen.parts, kind=seen.found.kind, by=by)
    except ValidationError as refused:
        return Brought(name, why=" ".join(refused.messages), failed=True)
    return Brought(name, draft, made, "" if made else double_sentence(draft))


def double_sentence(draft: Announcement) -> str:
    if draft.is_discarded:
        return _("Ten tekst już wczytano, a szkic leży w koszu: %s.") % draft.title
    return _("Ten tekst już wczytano: %s.") % draft.title


def similar_sentence(row: Announcement) -> str:
    return _("Jest już aktualność o tym tytule i dniu, ale z inną treścią: %s.") % row.title


def seen_or_why(source: Source, registry: Registry) -> Look | str:
    """What would come of a file, or the sentence why nothing can."""
    try:
        return look(source, registry)
    except UnreadableError as refused:
        return str(refused)


def told(seen: Look) -> Iterator[str]:
    """What a person should know of a file before and after it is brought in."""
    yield from seen.parts.remarks
    yield from seen.found.doubts
    for row in seen.found.events:
        yield from row.doubts
