"""Taking a page off the site, with the reason that its readers will see there."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin.desk import DeskAdmin, Link
from portal.kernel.preview import form_of
from portal.kernel.publishing import Publishable, State

MOST = 20  # links that one page lists


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Powód"),
        max_length=300,
        help_text=gettext_lazy("Przeczytają go odwiedzający, którzy mają ten adres."),
        widget=forms.TextInput(attrs={"size": 80}),
    )


class WithdrawalAdmin(DeskAdmin):
    def may_publish(self, request: HttpRequest) -> bool:
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        return [self.route("wycofaj", self.withdraw_view, "withdraw"), *super().get_urls()]

    @transaction.atomic
    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks for the reason that visitors will read, then takes the page off the site."""
        if not self.may_publish(request):
            raise PermissionDenied
        at, rows = timezone.now(), self.model._default_manager.all()
        if request.method == "POST":
            rows = rows.select_for_update()
        record = get_object_or_404(rows, pk=pk)
        if refusal := nothing_to_withdraw(record, at):
            messages.info(request, refusal)
            return redirect(self.page_of(record))
        form = WithdrawForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            return self.withdraw(request, record, at, form.cleaned_data["reason"])
        return self.withdraw_page(request, record, at, form)

    def withdraw_page(
        self, request: HttpRequest, record: Any, at: datetime, form: WithdrawForm
    ) -> HttpResponse:
        found = linking_to(record, at)
        context = {
            **self.admin_site.each_context(request),
            "form": form,
            "record": record,
            "opts": self.opts,
            "title": _("Wycofanie ze strony"),
            "linking": found[:MOST],
            "more": max(len(found) - MOST, 0),
        }
        return TemplateResponse(request, "admin/withdraw.html", context)

    def withdraw(
        self, request: HttpRequest, record: Any, at: datetime, reason: str
    ) -> HttpResponse:
        try:
            record.withdraw(at, reason)
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
        else:
            messages.success(request, _("Wycofano: %s. Możesz to cofnąć poniżej.") % record)
        return redirect(self.page_of(record))


def nothing_to_withdraw(record: Publishable, at: datetime) -> str:
    """A sentence for what is not on the site; "" for what is."""
    state = record.state(at)
    if state == State.WITHDRAWN:
        return _("To już wycofano. Powód i adres są poniżej.")
    if state == State.SCHEDULED:
        return _("Tego jeszcze nie ma na stronie: zamiast wycofywać, cofnij do szkicu.")
    return "" if state == State.PUBLISHED else _("Tego nie ma na stronie: to szkic.")


def linking_to(record: Publishable, at: datetime) -> list[Link]:
    """Public records whose pages lead to this one; each with the way to its form."""
    found = []
    for relation in record._meta.related_objects:
        source: Any = relation.related_model
        if isinstance(source, type) and issubclass(source, Publishable):
            rows = source.objects.public(at).filter(**{relation.field.name: record})  # type: ignore[attr-defined]  # every Publishable's own manager
            found += [(source._meta.verbose_name, row) for row in rows.distinct()[: MOST + 1]]
    return [Link(f"{kind}: {row}", form_of(row)) for kind, row in found]
