from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.demo.load import load
from portal.demo.people import ACCOUNTS


class Command(BaseCommand):
    help = "Wypełnia pustą bazę treścią pokazową i podaje konta do wypróbowania."

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuses in production: the passphrases of these accounts are public.

        Loads once; a later run only says the accounts again.
        """
        if settings.MODE == "production":
            raise CommandError(
                _("Treść pokazowa ma jawne hasła, więc na prawdziwym portalu jej nie wczytamy.")
            )
        if load(now=timezone.now()):
            self.stdout.write(_("Wczytano treść pokazową: zimę i wiosnę 2026 roku."))
        self.stdout.write(_("Konta do wypróbowania panelu (/admin/):"))
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.username:<14} {account.password}")
        self.stdout.write(_("Po haśle panel pyta o kod z telefonu: w pokazie sam go podpowiada."))
