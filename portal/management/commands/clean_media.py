from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from shutil import rmtree
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from events.pictures import settle
from portal.kernel.images import Picture
from portal.kernel.pictures import shelf
from portal.kernel.polish import counted
from portal.pages.film_files import remove_orphans

AGE = timedelta(hours=1)  # younger ones may belong to a form that somebody is filling in


class Command(BaseCommand):
    """For a timer: the disk and the rows agree again, after a crash or an abandoned form."""

    help = "Usuwa pliki zdjęć i filmów, których nic już nie używa, i odtwarza brakujące."

    def handle(self, *args: Any, **options: Any) -> None:
        removed = clean(timezone.now())
        self.stdout.write(_("Usunięto: %s.") % counted(removed, "plik"))


def clean(at: datetime) -> int:
    """How many files went. They are listed before the rows: a new row's files are new too."""
    files = [(name, path) for name, path in shelf.all_files() if is_old(path, at)]
    names = set()
    for picture in all_pictures():
        names.add(picture.name)
        settle(picture)
    orphans = [path for name, path in files if name not in names]
    shelf.remove(orphans)
    for folder in shelf.unfinished():
        if is_old(folder, at):
            rmtree(folder, ignore_errors=True)
    return len(orphans) + remove_orphans((at - AGE).timestamp())


def all_pictures() -> Iterator[Any]:
    """Of every model: also of one that somebody adds later."""
    for model in apps.get_models():
        if issubclass(model, Picture):
            yield from model._default_manager.select_related()


def is_old(path: Path, at: datetime) -> bool:
    try:
        return path.stat().st_mtime < (at - AGE).timestamp()
    except FileNotFoundError:
        return False
