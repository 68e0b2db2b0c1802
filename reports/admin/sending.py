from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from events.admin.sending import SendingPages
from events.sending import Story
from events.social import Poster
from reports.models import Report
from reports.texts import newest_version, report_square, report_story, report_texts, sent_version


class ReportSending(SendingPages):
    """Of a published report: its newest version, as visitors read it."""

    def sendable(self) -> Any:
        return Report.objects.kept()

    def story(self, record: Any, at: datetime) -> Story:
        return report_story(sent_version(record, at))

    def around(self, record: Any, at: datetime) -> dict[str, Any]:
        return {"texts": report_texts(sent_version(record, at))}

    def square(self, record: Any, at: datetime) -> Poster:
        return report_square(sent_version(record, at))

    def file_name(self, record: Any) -> str:
        return f"podsumowanie-{record.span.slug}"

    def unsendable(self, record: Any, at: datetime) -> str:
        if newest_version(record, at):
            return ""
        return _("Najpierw opublikuj to podsumowanie: wysyła się to, co czytają odwiedzający.")
