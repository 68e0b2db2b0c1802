"""What every record's admin shares: folded search, late saves told, publishing by a button.

Lists and forms only: what a button does is a model's method or an action.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.admin import SimpleHistoryAdmin

from portal.kernel.names import fold
from portal.kernel.publishing import Publishable, State, Status


@dataclass(frozen=True)
class Button:
    """A submit button of the form: saves first, then does what its label says."""

    name: str
    label: str
    act: Callable[[HttpRequest, Any, datetime], str]
    kind: str = ""


@dataclass(frozen=True)
class Link:
    label: str
    url: str


class VersionedForm(forms.ModelForm):
    """Knows which version it began from, and tells whoever saves second."""

    began_from = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["began_from"].initial = self.instance.version

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        instance = self.instance
        if instance.pk and data.get("began_from") is not None:
            stored = type(instance)._default_manager.values_list("version", flat=True)
            if stored.get(pk=instance.pk) != data["began_from"]:
                raise ValidationError(
                    _(
                        "Ktoś zapisał w tym czasie nowszą wersję. Twój tekst jest nadal poniżej: "
                        "skopiuj go, otwórz stronę ponownie i porównaj."
                    )
                )
        return data


class DeskAdmin(SimpleHistoryAdmin):  # type: ignore[misc]  # untyped upstream
    """An admin with buttons that act after saving, links above the form, and folded search."""

    list_per_page = 50
    save_on_top = False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Neither database folds Polish: the stored words are folded, so the term must be."""
        found: tuple[QuerySet[Any], bool] = super().get_search_results(
            request, queryset, fold(search_term)
        )
        return found

    def buttons(self, request: HttpRequest, record: Any, at: datetime) -> list[Button]:
        return []

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        return []

    def note(self, record: Any, at: datetime) -> str:
        """A sentence above the form: where the record stands."""
        return ""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record, at = context.get("original"), timezone.now()
        if record is not None:
            context["desk_buttons"] = self.buttons(request, record, at)
            context["desk_links"] = self.links(request, record, at)
            context["desk_note"] = self.note(record, at)
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return response

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        at = timezone.now()
        for button in self.buttons(request, obj, at):
            if button.name in request.POST:
                return self.press(request, obj, button, at)
        response: HttpResponse = super().response_change(request, obj)
        return response

    def press(
        self, request: HttpRequest, record: Any, button: Button, at: datetime
    ) -> HttpResponse:
        """Do it and come back to the form, which says what happened or what stands against it."""
        try:
            messages.success(request, button.act(request, record, at))
        except ValidationError as refused:
            for sentence in refused.messages:
                messages.error(request, sentence)
        return HttpResponseRedirect(request.path)


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
    """Publishing, withdrawing and looking at the page, for whoever may."""

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
        if not self.may_publish(request) or record.state(at) == State.PUBLISHED:
            return []
        back = record.state(at) == State.WITHDRAWN
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
