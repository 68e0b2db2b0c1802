"""Saving what visitors read publishes the change: nothing that the checks block gets out so."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kernel.admin.desk import DeskAdmin
from portal.kernel.findings import Finding, blocking, doubtful
from portal.kernel.publishing import Status

BLOCKED = "desk_blocked"  # on the request, while the form is shown again


class Blocked(Exception):
    """The save is taken back; its findings come beside the fields."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.findings = findings


class SaveGuard(DeskAdmin):
    """Restoring an older version saves by the same form, and is held back by it too."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)
        except Blocked as refused:
            setattr(request, BLOCKED, refused.findings)
            request.saved_record = None  # type: ignore[attr-defined]  # it was taken back
            return super().changeform_view(request, *args, **kwargs)

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """What was wrong before this save does not stop it: nothing gets worse by it."""
        record = super().get_object(request, object_id, from_field)
        if record is not None and request.method == "POST" and is_out(record):
            known = self.findings(record, timezone.now())
            request.desk_known = known  # type: ignore[attr-defined]
        return record

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        found = getattr(request, BLOCKED, [])
        return refusing(form, found) if found else form

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Saved, but not for good until this transaction ends."""
        known: list[Finding] | None = getattr(request, "desk_known", None)
        found: list[Finding] = []
        if known is not None and is_out(obj):
            stored = self.model._default_manager.get(pk=obj.pk)
            found = self.findings(stored, timezone.now())
        if new := [row for row in blocking(found) if row not in (known or ())]:
            raise Blocked(new)
        response = super().response_change(request, obj)
        for doubt in doubtful(found):
            messages.warning(request, _("Zapisano, ale sprawdź: %s") % doubt.sentence)
        return response


def is_out(record: Any) -> bool:
    """Public now, or at its hour without anybody looking again."""
    return bool(record.status == Status.PUBLISHED)


def refusing(form: Any, findings: list[Finding]) -> Any:
    """The form, with those findings as errors beside their fields."""

    class Refusing(form):  # type: ignore[misc]  # made for one request
        def _post_clean(self) -> None:
            super()._post_clean()
            for row in findings:
                self.add_error(row.field if row.field in self.fields else None, said(row))

    return Refusing


def said(finding: Finding) -> str:
    if not finding.instead:
        return finding.sentence
    return _("%(sentence)s Czy chodziło o „%(instead)s”?") % {
        "sentence": finding.sentence,
        "instead": finding.instead,
    }
