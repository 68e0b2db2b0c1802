"""What the office's pages say until somebody edits them, and where their rows come from.

The texts lie in `texts/`, one file a page, as the editor would store them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps as real_apps
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from portal.kernel.richtext import clean
from portal.models import OfficeContact, SitePage

TEXTS = Path(__file__).parent / "texts"
Key = SitePage.Key


@dataclass(frozen=True)
class Default:
    """`check`: what the office must confirm before anybody relies on this text."""

    title: str
    lead: str
    check: tuple[str, ...] = ()


DEFAULTS = {
    Key.ABOUT: Default(
        "O Pełnomocniku",
        "Pełnomocnik łączy organizacje społeczne z miastem: słucha, odwiedza, zaprasza do rozmowy"
        " i mówi, co z niej wynikło.",
        ("zakres zadań zgadza się z zarządzeniem o powołaniu Pełnomocnika",),
    ),
    Key.EASY: Default(
        "O Pełnomocniku",
        "To jest tekst łatwy do czytania.",
        ("tekst sprawdziły osoby, dla których powstał; wtedy zmień jego ostatnią część",),
    ),
    Key.PRIVACY: Default(
        "Prywatność",
        "Żeby czytać ten portal, nie trzeba podawać żadnych danych.",
        (
            "Inspektor Ochrony Danych przeczytał klauzulę i zgadza się jego adres",
            "podstawy prawne i okres przechowywania zgadzają się z rejestrem czynności",
            "wiadomo, kto utrzymuje serwery i pocztę i co zapisuje w swoich dziennikach",
        ),
    ),
    Key.REUSE: Default(
        "Ponowne wykorzystywanie",
        "Teksty i dane z tego portalu możesz kopiować, zmieniać i publikować, także zarobkowo.",
        ("miasto chce udostępniać te treści bez warunków i opłat",),
    ),
    Key.COOKIES: Default(
        "Pliki cookie",
        "Odwiedzającym nie zapisujemy żadnych plików cookie.",
        ("przed portalem nie stoi nic, co samo zapisuje pliki cookie",),
    ),
    Key.CONTACT: Default(
        "Kontakt",
        "Masz pytanie albo pomysł? Widzisz u nas błąd? Powiedz nam o tym.",
    ),
}


def default_page(key: str) -> SitePage:
    """Unsaved: what is shown where there is no row."""
    own = Key(key)
    text, body = DEFAULTS[own], clean((TEXTS / f"{own.value}.html").read_text())
    return SitePage(key=own.value, title=text.title, lead=text.lead, body=body)


@receiver(post_migrate)
def keep_rows(sender: Any, using: str, apps: Any = real_apps, **_kwargs: Any) -> None:
    """After `migrate` and `flush`: the rows that are missing, and never a word over another.

    Saved by the models themselves, so that each row's history begins with our own text.
    """
    if sender.name != "portal" or not all(is_whole(m, apps) for m in (SitePage, OfficeContact)):
        return
    there = set(SitePage.objects.using(using).values_list("key", flat=True))
    for key in Key.values:
        if key not in there:
            default_page(key).save(using=using)
    if not OfficeContact.objects.using(using).exists():
        OfficeContact().save(using=using)


def is_whole(model: Any, apps: Any) -> bool:
    """Whether its table is as the model says: not while migrations stop half-way."""
    try:
        migrated = apps.get_model(model._meta.label)
    except LookupError:
        return False
    return columns(migrated) == columns(model)


def columns(model: Any) -> set[str]:
    return {field.column for field in model._meta.concrete_fields}
