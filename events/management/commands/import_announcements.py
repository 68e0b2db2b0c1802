from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from events.importing.files import Unread, folder
from events.importing.intake import Brought, Look, bring, double_sentence, seen_or_why, told
from events.importing.names import Registry
from events.importing.published import day_said
from events.importing.said import lines


class Command(BaseCommand):
    help = "Zamienia teksty z folderu (Markdown, HTML, txt) w szkice aktualności."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="tylko pokaż, nic nie zapisuj")
        parser.add_argument("--account", default="", help="na czyje konto zapisać w historii")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit code 1 when any text could not be read; the others are drafts all the same."""
        self.dry, self.counts = options["dry_run"], Counter[str]()
        path, by = options["folder"], account(options["account"])
        if not path.is_dir():
            raise CommandError(_("Nie ma takiego folderu: %s.") % path)
        registry = Registry.load()
        for file in folder(path):
            self.stdout.write(f"\n{file.name}")
            if isinstance(file, Unread):
                self.skip(file.why, "foreign" if file.foreign else "unread")
                continue
            seen = seen_or_why(file, registry)
            if isinstance(seen, str):
                self.skip(seen, "unread")
            else:
                self.take(seen, by)
        self.finish()

    def take(self, seen: Look, by: Any) -> None:
        self.say(seen)
        if seen.double:
            self.skip(double_sentence(seen.double), "double")
        elif self.dry:
            self.count(Brought(seen.parts.name, seen.similar, made=not seen.similar))
        else:
            self.count(bring(seen, by=by))

    def count(self, brought: Brought) -> None:
        if brought.made:
            self.counts["made"] += 1
            self.stdout.write("  " + (_("Byłby szkic.") if self.dry else _("Wczytano szkic.")))
        elif brought.failed:
            self.skip(brought.why, "unread")
        else:
            self.skip(brought.why or _("Podobna aktualność już jest."), "similar")

    def say(self, seen: Look) -> None:
        at = seen.parts.published_at
        self.stdout.write(f"  {seen.parts.title}")
        self.stdout.write("  " + (_("Publikacja: %s.") % day_said(at) if at else ""))
        for label, words in lines(seen.found):
            self.stdout.write(f"  {label}: {words}")
        for sentence in dict.fromkeys(told(seen)):
            self.stdout.write(f"  – {sentence}")

    def skip(self, why: str, reason: str) -> None:
        self.counts[reason] += 1
        self.stdout.write("  " + _("Pominięto: %s") % why)

    def finish(self) -> None:
        counts = self.counts
        made = _("szkice, które by powstały") if self.dry else _("nowe szkice")
        self.stdout.write("")
        for label, key in (
            (made, "made"),
            (_("wczytane już wcześniej"), "double"),
            (_("podobne do istniejących, pominięte"), "similar"),
            (_("inne pliki, pominięte"), "foreign"),
            (_("nieodczytane"), "unread"),
        ):
            self.stdout.write(f"{label}: {counts[key]}")
        if counts["unread"]:
            raise CommandError(_("Nie odczytano wszystkich tekstów: powody są wyżej."))


def account(name: str) -> Any:
    """Whose change the history shows; nobody's when no name is given."""
    if not name:
        return None
    found = get_user_model().objects.filter(username=name).first()
    if found is None:
        raise CommandError(_("Nie ma konta „%s”.") % name)
    return found
