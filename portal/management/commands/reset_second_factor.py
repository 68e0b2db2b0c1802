from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.factors import remove_factor
from portal.accounts.throttling import unlock


class Command(BaseCommand):
    help = "Zdejmuje z konta drugi składnik: gdy zginął telefon i kody, a nie ma kto pomóc."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="nazwa konta")

    def handle(self, *args: Any, **options: Any) -> None:
        """For whoever runs the server; stands in the log of accounts without a name."""
        name = options["username"]
        user = get_user_model()._default_manager.filter(username=name).first()
        if user is None:
            raise CommandError(_("Nie ma konta „%s”.") % name)
        remove_factor(user=user, by=None, at=timezone.now())
        unlock(name)
        self.stdout.write(_("Zdjęto. Przy następnym logowaniu portal poprosi o nowy telefon."))
