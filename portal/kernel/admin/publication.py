"""The gate before others read it: what the checks found is read there, and the hour chosen."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import FieldDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin.desk import DeskAdmin
from portal.kernel.admin.gate_forms import HourForm, NowForm
from portal.kernel.findings import Finding, blocking, doubtful
from portal.kernel.scheduling import said_hour

REASON_LENGTH = 100  # of the history's column


@dataclass(frozen=True)
class Remark:
    """A finding as the desk shows it: the field's name, and the way there.

    `way`: the words of the link, where it leads elsewhere than to the form.
    """

    finding: Finding
    label: str
    url: str
    way: str = ""


class GatedAdmin(DeskAdmin):
    """What goes out by a button: at once when nothing is doubtful, else through a page."""

    gate_title: ClassVar[Any] = gettext_lazy("Publikacja")
    gate_intro: ClassVar[Any] = gettext_lazy("Zanim inni to zobaczą.")
    before: ClassVar[Any] = gettext_lazy("Zanim to opublikujesz")
    anyway: ClassVar[Any] = gettext_lazy("Publikuję mimo to")
    overruled: ClassVar[Any] = gettext_lazy("Opublikowano mimo uwag: %s")
    overruled_until: ClassVar[Any] = gettext_lazy("Zaplanowano mimo uwag: %s")
    # What a model shows above the button: a partial that is given `shown`, see `to_show`.
    gate_part: ClassVar[str] = ""

    class Media:
        js = (Script("js/publish.js", defer=True),)

    def may_pass(self, request: HttpRequest) -> bool:
        raise NotImplementedError

    def is_out(self, record: Any, at: datetime) -> bool:
        """Whether it went out already, so that there is nothing to be ready for."""
        return False

    def why_not(self, record: Any, at: datetime) -> str:
        """Why there is nothing to let out now: somebody did it already, it lies in the bin."""
        return ""

    def deed(self, record: Any, at: datetime) -> str:
        """What the button does at once, in words: „Opublikuj teraz”."""
        raise NotImplementedError

    def let_out(self, request: HttpRequest, record: Any, at: datetime) -> str:
        """Do it; the sentence says what was done. ValidationError when it cannot be."""
        raise NotImplementedError

    def let_out_with(
        self, request: HttpRequest, record: Any, at: datetime, data: dict[str, Any]
    ) -> str:
        """The same from the page, with what `now_form` asked for there."""
        return self.let_out(request, record, at)

    def now_form(self, record: Any, at: datetime) -> type[NowForm]:
        """The form of the button; a model that asks for more on the page extends it."""
        return NowForm

    def to_show(self, record: Any, at: datetime) -> Any:
        """What `gate_part` draws."""
        return None

    def seen_too(self, record: Any, at: datetime) -> str:
        """What the page spoke of besides the record's version and the findings; when it differs
        by the time the button is pressed, the page asks again."""
        return ""

    def asks_first(self, record: Any, at: datetime) -> str:
        """Why the button leads to the page instead of doing it at once; "" when it does it."""
        if self.findings(record, at):
            return _("Zapisano, na razie tylko tyle: przeczytaj jeszcze uwagi.")
        return ""

    def may_wait(self, record: Any, at: datetime) -> bool:
        """Whether an hour may be chosen."""
        return False

    def let_out_at(self, request: HttpRequest, record: Any, at: datetime, until: datetime) -> str:
        raise NotImplementedError

    def through_gate(self, request: HttpRequest, record: Any, at: datetime) -> str | HttpResponse:
        """The button's act: with a finding, the page asks first."""
        if not self.may_pass(request):
            raise PermissionDenied
        if refusal := self.why_not(record, at):
            raise ValidationError(refusal)
        if sentence := self.asks_first(record, at):
            messages.warning(request, sentence)
            return redirect(self.page_of(record, "publication"))
        return self.let_out(request, record, at)

    def to_gate(self, request: HttpRequest, record: Any, at: datetime) -> HttpResponse:
        messages.success(request, _("Zapisano. Podaj teraz porę."))
        return redirect(self.page_of(record, "publication"))

    def get_urls(self) -> list[URLPattern]:
        gate = self.route("publikacja", self.publication_view, "publication")
        return [gate, *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The same findings, quietly, while it is still being written."""
        record, at = context.get("original"), timezone.now()
        quiet = record is not None and request.method == "GET" and not self.is_out(record, at)
        if quiet and self.has_change_permission(request, record):
            context["desk_before"] = self.before
            context["desk_remarks"] = self.remarks(record, self.findings(record, at))
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return response

    def remarks(self, record: Any, findings: list[Finding]) -> list[Remark]:
        return [
            Remark(found, self.field_label(found.field), self.page_of(record) + anchor(found.field))
            for found in findings
        ]

    def field_label(self, field: str) -> str:
        declared = getattr(self.form, "base_fields", {}).get(field)
        if declared is not None and declared.label:
            return capfirst(str(declared.label))
        try:
            found: Any = self.opts.get_field(field)
        except FieldDoesNotExist:
            return ""
        return capfirst(str(getattr(found, "verbose_name", "")))

    @transaction.atomic
    def publication_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.may_pass(request):
            raise PermissionDenied
        at, rows = timezone.now(), self.model._default_manager.all()
        if request.method == "POST":
            rows = rows.select_for_update()
        record = get_object_or_404(rows, pk=pk)
        if refusal := self.why_not(record, at):
            messages.info(request, refusal)
            return redirect(self.page_of(record))
        gate = Gate(self, request, record, at)
        return gate.decided() or gate.page()


class Gate:
    """One visit to the page."""

    def __init__(self, desk: GatedAdmin, request: HttpRequest, record: Any, at: datetime) -> None:
        self.desk, self.request, self.record, self.at = desk, request, record, at
        self.findings = desk.findings(record, at)
        self.doubts = doubtful(self.findings)
        sent = request.POST if request.method == "POST" else None
        common = {"seen": self.seen(), "doubts": self.doubts, "word": desk.anyway}
        self.is_now = sent is not None and "_now" in sent
        self.now = desk.now_form(record, at)(sent if self.is_now else None, **common)
        self.hour = HourForm(
            None if self.is_now else sent,
            initial={"hour": request.GET.get("pora", "")} if "pora" in request.GET else None,
            at=at,
            waits=self.waits(),
            **common,
        )

    def waits(self) -> datetime | None:
        found: datetime | None = getattr(self.record, "published_at", None)
        return found if found and found > self.at else None

    def seen(self) -> str:
        """Of which version, and with which findings, this page speaks."""
        rows = [f"{row.level.value} {row.sentence}" for row in self.findings]
        said = "\n".join([*rows, self.desk.seen_too(self.record, self.at)])
        return f"{self.record.version}-{hashlib.sha256(said.encode()).hexdigest()[:12]}"

    def decided(self) -> HttpResponse | None:
        """What was pressed is done, unless something is still to be said first."""
        if self.request.method != "POST" or blocking(self.findings):
            return None
        form = self.now if self.is_now else self.hour
        if not form.is_valid() or not form.is_asked:
            return None
        try:
            said = self.let_out()
        except ValidationError as refused:
            form.add_error(None, refused)
            return None
        messages.success(self.request, said)
        return redirect(self.desk.page_of(self.record))

    def let_out(self) -> str:
        desk, request, record, at = self.desk, self.request, self.record, self.at
        if self.doubts:
            deed = desk.overruled if self.is_now else desk.overruled_until
            said = str(deed) % " ".join(row.sentence for row in self.doubts)
            record._change_reason = shorten(said, REASON_LENGTH, placeholder=" […]")
        if self.is_now:
            return desk.let_out_with(request, record, at, self.now.cleaned_data)
        return desk.let_out_at(request, record, at, self.hour.cleaned_data["hour"])

    def page(self) -> HttpResponse:
        desk, record = self.desk, self.record
        until, refusal = self.hour.read()
        is_new = until is not None and until != self.waits()
        context = {
            **desk.admin_site.each_context(self.request),
            "title": desk.gate_title,
            "intro": desk.gate_intro,
            "record": record,
            "opts": desk.opts,
            "blocks": desk.remarks(record, blocking(self.findings)),
            "doubts": desk.remarks(record, self.doubts),
            "part": desk.gate_part,
            "shown": desk.to_show(record, self.at),
            "now": self.now,
            "deed": self.label(desk.deed(record, self.at)),
            "hour": self.hour if desk.may_wait(record, self.at) else None,
            "until": until.isoformat() if until and is_new else "",
            "wait": self.label(_("Zaplanuj na %s") % said_hour(until)) if until else "",
            "refusal": "" if self.hour.is_bound else refusal,
            "media": desk.media,
        }
        return TemplateResponse(self.request, "admin/publication.html", context)

    def label(self, deed: str) -> str:
        """The button says, too, that doubts are overruled by it."""
        return _("%s – mimo uwag") % deed if self.doubts else deed


def anchor(field: str) -> str:
    return f"#id_{field}" if field else ""
