import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from portal.erasure.columns import walked
from portal.erasure.forms import WantedForm
from portal.erasure.places import Place, find
from portal.erasure.traces import scrub
from portal.kernel.polish import counted
from portal.models import User


class Command(BaseCommand):
    """The check after an erasure and after restoring a backup. Changes no record.

    What is looked for comes from standard input, a variant a line, since arguments stand in the
    shell's history and in the list of processes. Fails while anything is found.
    """

    help = "Wypisuje miejsca, w których są jeszcze czyjeś dane. Nazwiska czyta z wejścia."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--oczysc-plik",
            action="store_true",
            dest="scrub",
            help="przepisuje plik bazy bez śladów po usuniętych danych (VACUUM)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["scrub"]:
            self.scrub()
        first, *others = [line.strip() for line in sys.stdin if line.strip()] or [""]
        form = WantedForm({"name": first, "others": "\n".join(others)})
        if not form.is_valid():
            raise CommandError(" ".join(str(said) for row in form.errors.values() for said in row))
        found = find(form.wanted, [*walked(), User])
        for place in found:
            self.stdout.write(told(place))
        if found:
            raise CommandError(_("Znaleziono: %s.") % counted(len(found), "miejsce"))
        self.stdout.write(_("Nic nie znaleziono."))

    def scrub(self) -> None:
        if not scrub([model._meta.db_table for model in walked()]):
            raise CommandError(_("Baza jest zajęta: spróbuj, gdy nikt z niej nie korzysta."))
        self.stdout.write(_("Przepisano plik bazy."))


def told(place: Place) -> str:
    """Where, without a word of what stands there: „events.Event 12: body”."""
    doubt = "" if place.is_sure else _(" (podobne)")
    key = "" if place.model._meta.app_label == "sessions" else f" {place.pk}"
    return f"{place.model._meta.label}{key}: {place.field.name}{doubt}"
