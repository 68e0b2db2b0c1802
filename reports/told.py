"""What drafting did, in a message: on the desk and from the command."""

from collections.abc import Sequence
from textwrap import shorten

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.subject import quoted
from portal.kernel.polish import NBSP, agree, counted, number
from reports.drafted import Drafted, Remark

NAMED = 6  # texts to check, in one message
LETTERS = 50  # of a text that its name shows
PLACES = {
    "lead": gettext_lazy("wstęp"),
    "closing": gettext_lazy("zakończenie"),
    "opening": gettext_lazy("otwarcie"),
    "line": gettext_lazy("wiersz"),
}


def told(drafted: Drafted) -> str:
    """„Dodano 3 wiersze, odświeżono 1, 2 zapisów już nie ma. Tego, co ktoś napisał, …”"""
    if drafted.is_new:
        lines = len(drafted.added)
        made = _("Projekt jest gotowy (%s): popraw go i opublikuj.") % counted(lines, "wiersz")
        return made if lines else _("Projekt jest gotowy, ale z tego okresu nic nie zapisano.")
    if drafted.is_nothing_new:
        return _("Nic nowego: projekt zgadza się z tym, co zapisano.")
    return " ".join([*what_changed(drafted), *what_stays(drafted)])


def what_changed(drafted: Drafted) -> list[str]:
    parts = [part for part in (added(drafted), changed(drafted), gone(drafted)) if part]
    if drafted.back:
        parts.append(_("znów jest %s") % so_many_records(len(drafted.back)))
    said = ", ".join(parts)
    found = [f"{said[0].upper()}{said[1:]}."] if said else []
    if drafted.texts:
        found.append(_("Wstęp, otwarcia miesięcy i podziękowania odświeżono tam, gdzie trzeba."))
    return found


def added(drafted: Drafted) -> str:
    lines = len(drafted.added)
    return _("dodano %s") % counted(lines, "wiersz") if lines else ""


def changed(drafted: Drafted) -> str:
    if not drafted.changed:
        return ""
    if drafted.added:
        return _("odświeżono %s") % number(drafted.changed)
    return _("odświeżono %s") % counted(drafted.changed, "wiersz")


def gone(drafted: Drafted) -> str:
    lines = len(drafted.gone)
    return _("%s już nie ma") % of_so_many_records(lines) if lines else ""


def of_so_many_records(n: int) -> str:
    """„1 zapisu”, „2 zapisów”: the genitive, as after „nie ma”."""
    return f"{number(n)} {'zapisu' if n == 1 else 'zapisów'}"


def so_many_records(n: int) -> str:
    return f"{number(n)} {agree(n, 'zapis', 'zapisy', 'zapisów')}"


def what_stays(drafted: Drafted) -> list[str]:
    """That nobody's words were touched, and how many of them no longer fit their records."""
    found = [_("Tego, co ktoś napisał, nie ruszono.")]
    remarks = len(drafted.remarks)
    if remarks:
        texts = "tekstu poprawionego" if remarks == 1 else "tekstów poprawionych"
        said = _(
            "Zmieniły się zapisy, które stoją za treścią %(number)s %(texts)s ręcznie. Sprawdź: "
        )
        found.append(said % {"number": number(remarks), "texts": texts} + named(drafted.remarks))
    return found


def named(remarks: Sequence[Remark]) -> str:
    """„wstęp, otwarcie „Marzec…”, wiersz „Dzień Ziemi” i jeszcze 3.”"""
    said = ", ".join(name_of(row) for row in remarks[:NAMED])
    more = len(remarks) - NAMED
    return (_("%(said)s i jeszcze %(more)d.") if more > 0 else "%(said)s.") % {
        "said": said,
        "more": more,
    }


def name_of(remark: Remark) -> str:
    """The lead and the closing stand alone; openings and lines are known by how they begin."""
    name = str(PLACES[remark.place])
    if remark.pk is None:
        return name
    words = shorten(remark.text.replace(NBSP, " "), LETTERS, placeholder="…")
    return f"{name} {quoted(words)}"
