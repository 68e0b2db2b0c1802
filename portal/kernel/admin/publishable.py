"""Publishing, withdrawing and looking at the page, for whoever may."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin.desk import Button, DeskAdmin, Link
from portal.kernel.publishing import Publishable, State, Status


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Powód"),
        max_length=300,
        help_text=gettext_lazy("Przeczytają go odwiedzający, którzy mają ten adres."),
        widget=forms.TextInput(attrs={"size": 80}),
    )


STATE_WORDS: dict[State, Any] = {
    State.DRAFT: gettext_lazy("Szkic: nikt poza biurem go nie widzi."),
    State.SCHEDULED: gettext_lazy("Zaplanowane: pojawi się o wyznaczonej porze."),
    State.PUBLISHED: gettext_lazy("Opublikowane: zapisanie zmian od razu je pokaże."),
    State.WITHDRAWN: gettext_lazy("Wycofane: pod adresem jest tylko tytuł, data i powód."),
}


class PublishableAdmin(DeskAdmin):
    """The admin of a `Publishable`."""

    publish_permission: ClassVar[str]

    def may_publish(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.publish_permission)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Saving what is public publishes the change, so it takes the right to publish."""
        allowed: bool = super().has_change_permission(request, obj)
        if allowed and obj is not None and obj.status != Status.DRAFT:
            return self.may_publish(request)
        return allowed

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was once public is withdrawn, never deleted."""
        allowed: bool = super().has_delete_permission(request, obj)
        return allowed and obj is not None and obj.published_at is None

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def buttons(self, request: HttpRequest, record: Any, at: datetime) -> list[Button]:
        state = record.state(at) if record else State.DRAFT
        if not self.may_publish(request) or state == State.PUBLISHED:
            return []
        back = state == State.WITHDRAWN
        label = _("Opublikuj ponownie") if back else _("Opublikuj teraz")
        return [Button("_publish", label, self.publish_now, "publish")]

    def publish_now(self, request: HttpRequest, record: Publishable, at: datetime) -> str:
        self.check_publishable(record)
        record.publish(at)
        return _("Opublikowano: %s.") % record

    def check_publishable(self, record: Any) -> None:
        """Raise ValidationError for what must not go out yet."""

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        if record.state(at) != State.PUBLISHED:
            return []
        found = [Link(_("Zobacz na stronie"), record.get_absolute_url())]
        if self.may_publish(request):
            found.append(Link(_("Wycofaj"), reverse(self.withdraw_name, args=[record.pk])))
        return found

    def note(self, record: Any, at: datetime) -> str:
        return str(STATE_WORDS[record.state(at)])

    @property
    def withdraw_name(self) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_withdraw"

    def get_urls(self) -> list[URLPattern]:
        withdraw = path(
            "<int:pk>/wycofaj/",
            self.admin_site.admin_view(self.withdraw_view),
            name=self.withdraw_name.removeprefix("admin:"),
        )
        return [withdraw, *super().get_urls()]

    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks for the reason that visitors will read, then takes the page off the site."""
        if not self.may_publish(request):
            raise PermissionDenied
        record = get_object_or_404(self.model, pk=pk)
        form = WithdrawForm(request.POST or None)
        if form.is_valid():
            return self.withdraw(request, record, form.cleaned_data["reason"])
        context = {
            **self.admin_site.each_context(request),
            "form": form,
            "record": record,
            "opts": self.opts,
            "title": _("Wycofanie ze strony"),
        }
        return TemplateResponse(request, "admin/withdraw.html", context)

    def withdraw(self, request: HttpRequest, record: Any, reason: str) -> HttpResponse:
        try:
            record.withdraw(timezone.now(), reason)
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
        else:
            messages.success(request, _("Wycofano: %s.") % record)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", record.pk)

    @admin.display(description=gettext_lazy("stan"), ordering="status")
    def state_label(self, record: Publishable) -> str:
        return str(record.state(timezone.now()).label)
