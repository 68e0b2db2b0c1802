import hashlib
from dataclasses import dataclass
from textwrap import shorten

from django.db import models
from django.utils.translation import gettext_lazy as _

READ = 480  # letters of a sentence that a waiver keeps; its mark takes the rest of 500


class Kind(models.TextChoices):
    """What was found; the label heads its cards."""

    MISSING_EVENT = "missing_event", _("Odbyły się, a nie ma o nich wiersza")
    UNANSWERED = "unanswered", _("Nikt nie powiedział, czy się odbyły")
    MISSING_ACTIVITY = "missing_activity", _("Działania bez wiersza")
    ORPHAN = "orphan", _("Wiersze, za którymi nie stoi żaden wpis")
    GONE = "gone", _("Wiersze, których wpisu już nie ma")
    NO_NOTE = "no_note", _("Spotkania bez notatki")
    UNAPPROVED = "unapproved", _("Notatki, których nikt nie zatwierdził")
    CHANGED = "changed", _("Notatki zmienione po zatwierdzeniu")
    TWO_PLACES = "two_places", _("Jedno spotkanie, dwa miejsca")
    TWO_COUNTS = "two_counts", _("Jedno spotkanie, dwie liczby")
    OTHER_UNIT = "other_unit", _("Liczby, których nie ma w notatce")
    OTHER_WORD = "other_word", _("Ta sama liczba, inne słowo")
    FIGURE = "figure", _("Tekst mówi inaczej niż liczby")


# Certain, so these stop a publication; all else may be a matter of reading, and warns.
HARD = {
    Kind.MISSING_EVENT,
    Kind.UNANSWERED,
    Kind.MISSING_ACTIVITY,
    Kind.ORPHAN,
    Kind.GONE,
    Kind.NO_NOTE,
    Kind.UNAPPROVED,
}


class Deed(models.TextChoices):
    """What the page of gaps may do about one, besides leading to the record."""

    ADD = "add", _("Dodaj wiersz")
    OMIT = "omit", _("Pomiń, bo…")
    LINK = "link", _("Połącz z wpisem")
    RECORD = "record", _("Zrób z tego działanie")
    LEAVE = "leave", _("Zostaw tak, bo…")


@dataclass(frozen=True)
class Detail:
    """One of the texts side by side: where it stands, what it says, and the way there."""

    where: str
    words: str
    url: str = ""


@dataclass(frozen=True)
class Way:
    """A link to the form where it can be mended."""

    label: str
    url: str


@dataclass(frozen=True)
class Gap:
    """One thing to settle. `key` stays the same while it is the same thing.

    `facts` are what a reason to leave it rests on: when they change, it is asked again. `subject`
    is the short name of what it is about. `before` is the reason of an earlier, outdated waiver.
    """

    key: str
    kind: Kind
    subject: str
    sentence: str
    facts: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    ways: tuple[Way, ...] = ()
    deeds: tuple[Deed, ...] = (Deed.LEAVE,)
    before: str = ""

    @property
    def is_hard(self) -> bool:
        return self.kind in HARD

    @property
    def mark(self) -> str:
        """Knows the same facts again."""
        said = "\n".join((self.key, *self.facts))
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    @property
    def as_read(self) -> str:
        """What a waiver keeps of it: the sentence, and the mark of its facts."""
        return f"{shorten(self.sentence, READ, placeholder='…')} #{self.mark}"

    @property
    def number(self) -> int:
        """The primary key that the gap's own key ends with."""
        return int(self.key.rpartition(":")[2])


def sentence_of(finding: str) -> str:
    """A waiver's finding without its mark."""
    return finding.rpartition(" #")[0] or finding


def mark_of(finding: str) -> str:
    return finding.rpartition(" #")[2]
