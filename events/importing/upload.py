"""Files that a person sends at once: looked at first, and brought in when they say so.

Between the two pages the texts travel in the form, signed: what comes in is what was looked at,
and nothing has to be kept or cleaned up when nobody comes back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from events.importing.encodings import UnreadableError
from events.importing.files import Source, read, refuse_name, refuse_size
from events.importing.intake import Look, double_sentence, seen_or_why, similar_sentence, told
from events.importing.names import Registry
from events.importing.published import day_said
from events.importing.said import lines

MOST = 50  # files at once; more go through the command
HEAVIEST = 2_000_000  # letters of the form that carries them, below Django's own limit
SALT = "events.importing.upload"
KEPT = timedelta(hours=12)


@dataclass(frozen=True)
class Row:
    """One file of the table: what would come of it, or why nothing can."""

    name: str
    look: Look | None
    why: str = ""
    packed: str = ""
    place: int = 0  # among those that can be brought in

    @property
    def day(self) -> str:
        at = self.look.parts.published_at if self.look else None
        return day_said(at) if at else ""

    @property
    def state(self) -> str:
        """A sentence when it stands already, itself or one like it."""
        if not self.look:
            return ""
        double, similar = self.look.double, self.look.similar
        if double:
            return double_sentence(double)
        return similar_sentence(similar) if similar else ""

    @property
    def lines(self) -> list[tuple[str, str]]:
        return list(lines(self.look.found)) if self.look else []

    @property
    def told(self) -> list[str]:
        return list(dict.fromkeys(told(self.look))) if self.look else []

    @property
    def may_come(self) -> bool:
        return bool(self.look and not self.look.double)

    @property
    def is_chosen(self) -> bool:
        """Ticked beforehand: what is neither a double nor like something that stands."""
        return bool(self.look and not self.look.double and not self.look.similar)


class TooMuchError(Exception):
    """Its sentence, in Polish, says what does not fit into one upload."""


def looked_at(files: Iterable[Any], registry: Registry) -> list[Row]:
    """TooMuchError for what no form could carry."""
    files = list(files)
    if len(files) > MOST:
        raise TooMuchError(_("Wybierz najwyżej %d plików naraz.") % MOST)
    rows = numbered(row_of(file, registry) for file in files)
    if sum(len(row.packed) for row in rows) > HEAVIEST:
        raise TooMuchError(_("Te pliki są razem za duże: wczytaj je po kilka."))
    return rows


def numbered(rows: Iterable[Row]) -> list[Row]:
    """The place of each text in the form, of which the unread ones have none."""
    found, place = [], 0
    for row in rows:
        found.append(replace(row, place=place))
        place += row.look is not None
    return found


def row_of(file: Any, registry: Registry) -> Row:
    name = str(file.name)
    try:
        refuse_name(name)
        refuse_size(file.size or 0)
        source = read(name, file.read())
    except UnreadableError as refused:
        return Row(name, None, str(refused))
    return row_of_source(source, registry, packed(source))


def row_of_source(source: Source, registry: Registry, sealed: str) -> Row:
    seen = seen_or_why(source, registry)
    if isinstance(seen, str):
        return Row(source.name, None, seen)
    return Row(source.name, seen, packed=sealed)


def packed(source: Source) -> str:
    told = [source.name, source.text, source.is_html, list(source.remarks)]
    return signing.dumps(told, salt=SALT, compress=True)


def unpacked(sealed: str) -> Source | None:
    """None for what did not come from the first page, or came long ago."""
    try:
        name, text, is_html, remarks = signing.loads(sealed, salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        return None
    return Source(name, text, is_html, tuple(remarks))
