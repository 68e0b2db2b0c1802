from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.desk.own_due import messages_counted
from portal.mailing import send_waiting


class Command(BaseCommand):
    """For a timer: sends what a mail server once refused. Fails while it still refuses."""

    help = "Wysyła pocztę, która jeszcze nie wyszła."

    def handle(self, *args: Any, **options: Any) -> None:
        done = send_waiting(timezone.now())
        if done.refused:
            left = messages_counted(done.refused)
            raise CommandError(_("Nie wyszło: %(left)s. %(why)s") % {"left": left, "why": done.why})
        self.stdout.write(_("Wysłano: %s.") % messages_counted(done.sent))
