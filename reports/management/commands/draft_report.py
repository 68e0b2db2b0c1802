from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone

from portal.kernel.months import Month, MonthSpan
from portal.kernel.polish import counted
from reports.redrafting import redraft
from reports.told import told


class Command(BaseCommand):
    help = "Tworzy lub uzupełnia projekt podsumowania: draft_report 2026-03 [2026-05]"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("pierwszy", help="miesiąc, np. 2026-03")
        parser.add_argument("ostatni", nargs="?", help="ostatni miesiąc, np. 2026-05")

    def handle(self, *args: Any, **options: Any) -> None:
        span = span_of(options["pierwszy"], options["ostatni"])
        try:
            drafted = redraft(span=span, by=None, at=timezone.now())
        except ValidationError as refused:
            raise CommandError(refused.messages[0]) from refused
        report = drafted.report
        lines = counted(report.lines.count(), "wiersz")
        address = settings.SITE_URL + reverse("admin:reports_report_change", args=[report.pk])
        self.stdout.write(f"Projekt: {report.title} ({lines}).")
        if not drafted.is_new:
            self.stdout.write(told(drafted))
        self.stdout.write(f"Popraw i opublikuj: {address}")


def span_of(first: str, last: str | None) -> MonthSpan:
    """Raises CommandError with the kernel's Polish sentence. „2026-01--2026-05” works too."""
    try:
        if last is None:
            return MonthSpan.parse(first)
        return MonthSpan.of(Month.parse(first), Month.parse(last))
    except ValueError as error:
        raise CommandError(str(error)) from error
