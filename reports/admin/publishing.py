"""The button that publishes a report: a first version, or the next one with its correction."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin import PublishableAdmin
from portal.kernel.admin.gate_forms import NowForm
from portal.kernel.findings import Finding
from portal.kernel.publishing import State
from reports.actions import NOTE_LENGTH, publish_report
from reports.frozen import checksum
from reports.gaps.texts import text_findings
from reports.hints import lead_hint
from reports.models import Report
from reports.prospect import Prospect, prospect_of


class CorrectionForm(NowForm):
    """A correction says publicly what it puts right."""

    note = forms.CharField(
        label=gettext_lazy("Co poprawiono i dlaczego"),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text=gettext_lazy(
            "Przeczytają to wszyscy: na stronie podsumowania, przy poprawionych liczbach "
            "i na liście sprostowań."
        ),
        error_messages={"required": gettext_lazy("Napisz, co poprawiono i dlaczego.")},
    )


class Publishing(PublishableAdmin):
    """Nothing is published again without showing first what it changes."""

    gate_title = gettext_lazy("Publikacja podsumowania")
    gate_intro = gettext_lazy(
        "Wydanie zamraża tekst, liczby i to, z czego powstały, i zostaje pod swoim adresem na "
        "zawsze: nie da się go zmienić ani usunąć. Błąd poprawia dopiero następne wydanie, "
        "ze sprostowaniem."
    )
    gate_part = "admin/reports/report/_prospect.html"

    def why_not(self, record: Any, at: datetime) -> str:
        """What is public already may come out again, as its next version, if it differs."""
        if record.is_discarded:
            return str(super().why_not(record, at))
        return prospect(record, at).nothing_new if record.is_public(at) else ""

    def deed(self, record: Any, at: datetime) -> str:
        last = record.versions.order_by("number").values_list("number", flat=True).last()
        if last is None:
            return _("Opublikuj podsumowanie")
        if record.state(at) == State.WITHDRAWN and not prospect(record, at).is_correction:
            return _("Przywróć na stronę")
        number: int = last + 1
        return _("Opublikuj wydanie %d ze sprostowaniem") % number

    def findings(self, record: Any, at: datetime) -> list[Finding]:
        return [*super().findings(record, at), *texts_once(record, at)]

    def may_wait(self, record: Any, at: datetime) -> bool:
        """A version freezes what is known when it comes out."""
        return False

    def asks_first(self, record: Any, at: datetime) -> str:
        if found := super().asks_first(record, at):
            return found
        if prospect(record, at).is_correction:
            return _("Zapisano. Przejrzyj zmiany i napisz, co poprawiono i dlaczego.")
        if prospect(record, at).last is None:
            return _("Zapisano. Jeszcze jedno pytanie: pierwsze wydanie zostaje na zawsze.")
        return ""

    def now_form(self, record: Any, at: datetime) -> type[NowForm]:
        return CorrectionForm if prospect(record, at).is_correction else NowForm

    def to_show(self, record: Any, at: datetime) -> Any:
        return prospect(record, at)

    def seen_too(self, record: Any, at: datetime) -> str:
        return checksum(prospect(record, at).content)

    def let_out(self, request: HttpRequest, record: Any, at: datetime) -> str:
        return self.let_out_with(request, record, at, {})

    def let_out_with(
        self, request: HttpRequest, record: Any, at: datetime, data: dict[str, Any]
    ) -> str:
        version = publish_report(report=record, by=request.user, at=at, note=data.get("note", ""))
        numbers = [row["number"] for row in version.content["corrections"]]
        if not numbers:
            return _("Opublikowano wydanie %d.") % version.number
        if len(numbers) > 1:
            said = _("Opublikowano wydanie %(version)d ze sprostowaniami nr %(first)d–%(last)d.")
            given = {"version": version.number, "first": numbers[0], "last": numbers[-1]}
            return said % given
        return _("Opublikowano wydanie %(version)d ze sprostowaniem nr %(number)d.") % {
            "version": version.number,
            "number": numbers[0],
        }

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Above the form of what was published: what has changed since, and the way to the gate."""
        record, at = context.get("original"), timezone.now()
        if record is not None and request.method == "GET":
            add_lead_hint(context, record, at)
            found = prospect(record, at)
            context["prospect"] = found if found.last else None
            if self.may_publish(request) and found.is_correction:
                context["gate"] = self.page_of(record, "publication")
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return response


def add_lead_hint(context: dict[str, Any], record: Report, at: datetime) -> None:
    """What the records say now, under the lead, as it stands under each opening."""
    field = context["adminform"].form.fields.get("lead")
    if field is not None:
        said = {"hint": lead_hint(record, at)}
        field.help_text = render_to_string("admin/reports/report/_hint.html", said).strip()


def texts_once(record: Any, at: datetime) -> list[Finding]:
    """Read once for a saved state of the record, as the gaps are."""
    known = getattr(record, "known_texts", None)
    if known is None or known[0] != record.version:
        known = record.version, text_findings(record, at)
        record.known_texts = known
    found: list[Finding] = known[1]
    return found


def prospect(record: Report, at: datetime) -> Prospect:
    """Made once for a saved state of the record, since a page asks for it again and again."""
    known = getattr(record, "known_prospect", None)
    if known is None or known[0] != record.version:
        known = record.version, prospect_of(record, at)
        record.known_prospect = known  # type: ignore[attr-defined]  # for this one request
    found: Prospect = known[1]
    return found
