"""What an erasure removed, in words; it was counted and never kept."""

from dataclasses import dataclass

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.erasure.columns import base_of, is_history
from portal.erasure.erase import PICTURES
from portal.kernel.polish import counted
from portal.models import Erasure


@dataclass(frozen=True)
class Told:
    """„Wydarzenia: 3 wpisy”, „Wydarzenia, historia zmian: 5 wersji”."""

    what: str
    counted: str


def told(done: Erasure) -> list[Told]:
    """Records before their histories, pictures last."""
    found = [told_of(label, count) for label, count in done.found.items() if label != PICTURES]
    found.sort(key=lambda row: row.what)
    if count := done.found.get(PICTURES):
        found.append(Told(_("Zdjęcia usunięte razem z plikami"), counted(count, "zdjęcie")))
    return found


def told_of(label: str, count: int) -> Told:
    """A model that is no more is called as it was."""
    try:
        model = apps.get_model(label)
    except LookupError:
        return Told(label, counted(count, "wpis"))
    name = str(capfirst(base_of(model)._meta.verbose_name_plural))
    if is_history(model):
        return Told(_("%s, historia zmian") % name, counted(count, "wersja"))
    return Told(name, counted(count, "wpis"))
