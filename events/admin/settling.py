"""„Rozlicz ustalenie”: a page of its own for one promise, a click from done."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import settling
from events.checks import note_findings
from events.models import AttendanceNote, Commitment
from events.promises import Promise, promise_data
from events.settle_forms import FORMS, SettleForm
from portal.kernel.admin import DeskAdmin
from portal.kernel.months import day_of

APPROVE = "events.approve_attendancenote"
MEANWHILE = gettext_lazy(
    "W tym czasie ktoś zmienił to ustalenie: nad formularzem widać, jak jest teraz. Twój tekst "
    "został. Wyślij go jeszcze raz, jeśli ma to zastąpić."
)
ALREADY = gettext_lazy("Tak już jest zapisane. Drugi raz nie trzeba.")


class SettlingPages(DeskAdmin):
    """Open to whoever writes notes; the note is approved with it by whoever approves them."""

    def get_urls(self) -> list[URLPattern]:
        return [self.route("rozlicz", self.settle_view, "settle"), *super().get_urls()]

    @transaction.atomic
    def settle_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm("events.change_commitment"):
            raise PermissionDenied
        at, row = timezone.now(), self.settled_row(request, pk)
        may = request.user.has_perm(APPROVE) and settling.is_in_step(row.note)
        today = day_of(at)
        asked = request.POST.get("deed") if request.method == "POST" else None
        forms = {
            form.key: form(
                request.POST if form.key == asked else None, row=row, today=today, approves=may
            )
            for form in FORMS
        }
        sent = forms.get(asked or "")
        if sent and sent.is_valid() and (done := self.settled(request, sent, at)):
            return done
        return self.settle_page(request, row, list(forms.values()))

    def settled_row(self, request: HttpRequest, pk: int) -> Commitment:
        """Locked by its note while it is being settled, so that two at once come one by one."""
        if request.method == "POST":
            notes = AttendanceNote.objects.select_for_update().filter(commitments=pk)
            notes.values_list("pk").first()
        rows = Commitment.objects.select_related("note__event__series", "note__current")
        return get_object_or_404(rows, pk=pk)

    def settled(self, request: HttpRequest, form: SettleForm, at: datetime) -> HttpResponse | None:
        """None when the page has to be shown again."""
        row, wanted = form.row, form.wanted()
        known = note_findings(row.note, at) if self.approves(form) else []
        try:
            new = settling.settle(
                commitment=row, wanted=wanted, seen=form.cleaned_data["seen"], by=request.user
            )
        except settling.SettledMeanwhileError:
            form.see_again(row)
            form.add_error(None, MEANWHILE)
            return None
        wanted.write_on(row)
        if self.approves(form):
            return self.approved(request, row, known, at)
        return self.saved_row(request, row, _("Zapisano: %s.") if new else str(ALREADY))

    def approves(self, form: SettleForm) -> bool:
        return bool(form.cleaned_data.get("approve"))

    def approved(
        self, request: HttpRequest, row: Commitment, known: list[Any], at: datetime
    ) -> HttpResponse:
        version = settling.approve_settled(note=row.note, known=known, by=request.user, at=at)
        if version is None:
            messages.warning(request, _("Zapisano, na razie tylko tyle: przeczytaj jeszcze uwagi."))
            return redirect("admin:events_attendancenote_publication", row.note_id)
        return self.saved_row(request, row, _("Zapisano i zatwierdzono: %s."))

    def saved_row(self, request: HttpRequest, row: Commitment, said: str) -> HttpResponse:
        told = said % promise_of(row).standing.removesuffix(".") if "%" in said else said
        waits = row.public and is_waiting(row)
        rest = _(" Na stronie po zatwierdzeniu notatki.") if waits else ""
        messages.success(request, told + rest)
        return redirect("admin:index")

    def settle_page(
        self, request: HttpRequest, row: Commitment, forms: list[SettleForm]
    ) -> HttpResponse:
        note, bound = row.note, next((form for form in forms if form.is_bound), None)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Rozlicz ustalenie"),
            "row": row,
            "standing": promise_of(row).standing,
            "forms": forms,
            "opened": (bound or self.first_form(row, forms)).key,
            "approves": "approve" in forms[0].fields,
            "why_waits": self.why_waits(request, note),
            "note_url": reverse("admin:events_attendancenote_change", args=[note.pk]),
            "history_url": self.page_of(row, "history"),
        }
        return TemplateResponse(request, "admin/events/commitment/settle.html", context)

    def first_form(self, row: Commitment, forms: list[SettleForm]) -> SettleForm:
        """What is open is most likely done; what is settled is corrected as it was settled."""
        return forms[1] if row.state == Commitment.State.DROPPED else forms[0]

    def why_waits(self, request: HttpRequest, note: AttendanceNote) -> str:
        """Why the page does not change at once."""
        if settling.is_in_step(note):
            return _("Na stronie po zatwierdzeniu notatki, a zatwierdza ją publikacja.")
        if note.current is None:
            return _("Notatka nie jest jeszcze zatwierdzona: do tego czasu nic z niej nie widać.")
        return _("Notatka ma też inne niezatwierdzone zmiany: na stronie po jej zatwierdzeniu.")


def promise_of(row: Commitment) -> Promise:
    return Promise.of(promise_data(row))


def is_waiting(row: Commitment) -> bool:
    """Whether visitors will read of it once the note is approved."""
    note = AttendanceNote.objects.select_related("current").get(pk=row.note_id)
    frozen = note.current.commitments() if note.current else ()
    return promise_of(row) not in frozen
