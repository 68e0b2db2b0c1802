"""Lists and forms only: what a button does is a model's method or an action."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.admin import SimpleHistoryAdmin

from portal.kernel.admin.choices import kept_or_chosen
from portal.kernel.admin.editor import DeskEditor
from portal.kernel.admin.history import HistoryPages
from portal.kernel.admin.kept_form import KeptForm
from portal.kernel.admin.missing import MissingSaid
from portal.kernel.findings import Finding
from portal.kernel.names import fold
from portal.kernel.richtext import RichTextField, render

READ_ONLY = gettext_lazy("Tylko do odczytu: co opublikowano, zmienia osoba z prawem publikacji.")


@dataclass(frozen=True)
class Button:
    """A submit button of the form: saves first, then does what its label says.

    What it did comes back as a sentence; a page that has still to ask something as an answer.
    """

    name: str
    label: str
    act: Callable[[HttpRequest, Any, datetime], str | HttpResponse]
    kind: str = ""


@dataclass(frozen=True)
class Link:
    label: str
    url: str


class RowsInline(admin.StackedInline):
    """Rows of a few fields each, with labels, one under another on a phone."""

    extra = 0
    classes = ("rows",)
    add_text: ClassVar[Any] = gettext_lazy("Dodaj następny wiersz")
    select_related: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.select_related(*self.select_related) if self.select_related else rows

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """The choices are read once for all rows, not once for each."""
        rows = kept_or_chosen(db_field, request, of=self.parent_model)
        kwargs = {**rows, **kwargs}
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None:
            field.choices = list(field.choices)
        return field


def as_read(field: RichTextField) -> Callable[[Any], str]:
    """A column of the admin that shows the field's text."""

    @admin.display(description=field.verbose_name)
    def shown(record: Any) -> str:
        return render(getattr(record, field.name))

    return shown


class DeskAdmin(KeptForm, HistoryPages, MissingSaid, SimpleHistoryAdmin):  # type: ignore[misc]  # untyped
    """An admin with buttons that act after saving, links above the form, and folded search."""

    list_per_page = 50
    save_on_top = False
    view_on_site = False  # `links` knows whether there is a page to look at
    # Django puts a model's name into sentences without declining it; these are whole.
    add_title: ClassVar[Any] = gettext_lazy("Nowy wpis")
    formfield_overrides = {RichTextField: {"widget": DeskEditor}}
    # What stands in for fields that exist in the form alone when a record may only be read.
    read_instead: dict[str, str] = {}

    def __init__(self, model: Any, site: Any) -> None:
        """Rich text is read as it looks, not as its tags."""
        super().__init__(model, site)
        rich = [field for field in model._meta.fields if isinstance(field, RichTextField)]
        for field in rich:
            setattr(self, f"{field.name}_as_read", as_read(field))
        texts = {field.name: f"{field.name}_as_read" for field in rich}
        self.read_instead = {**texts, **self.read_instead}

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs = {**kept_or_chosen(db_field, request), **kwargs}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs = {**kept_or_chosen(db_field, request), **kwargs}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = capfirst(self.opts.verbose_name_plural)
        response: HttpResponse = super().changelist_view(
            request, {"title": title, **(extra_context or {})}
        )
        return response

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        title = capfirst(self.opts.verbose_name) if object_id else self.add_title
        context = {"title": title, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def get_inline_formsets(self, *args: Any, **kwargs: Any) -> list[Any]:
        found: list[Any] = super().get_inline_formsets(*args, **kwargs)
        for rows in found:
            data = json.loads(rows.inline_formset_data())
            data["options"]["addText"] = str(getattr(rows.opts, "add_text", RowsInline.add_text))
            rows.inline_formset_data = json.dumps(data)
        return found

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Neither database folds Polish: the stored words are folded, so the term must be."""
        found: tuple[QuerySet[Any], bool] = super().get_search_results(
            request, queryset, fold(search_term)
        )
        return found

    def buttons(self, request: HttpRequest, record: Any, at: datetime) -> list[Button]:
        """`record` is None on the page where a new one is written."""
        return []

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        return []

    def findings(self, record: Any, at: datetime) -> list[Finding]:
        """What is wrong or doubtful in a saved record, before others read it."""
        return []

    def note(self, record: Any, at: datetime) -> str:
        """A sentence above the form: where the record stands."""
        return ""

    def read_only_note(self, record: Any, at: datetime) -> str:
        """The same for who may only read it."""
        return str(READ_ONLY)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [(name, self.readable(options)) for name, options in fieldsets]

    def readable(self, options: dict[str, Any]) -> dict[str, Any]:
        """Fields of the form alone have nothing to show to who may only read."""
        own = self.form.declared_fields
        rows = [(row,) if isinstance(row, str) else row for row in options["fields"]]
        kept = [
            tuple(
                self.read_instead.get(name, name)
                for name in row
                if name not in own or name in self.read_instead
            )
            for row in rows
        ]
        return {**options, "fields": [row for row in kept if row]}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), *self.read_instead.values())

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record, at = context.get("original"), timezone.now()
        # One way to save: it stays on the page, whose links say what comes next.
        context["show_save_and_add_another"] = context["show_save_and_continue"] = False
        may_save = record is None or self.has_change_permission(request, record)
        if may_save and not context.get("is_popup"):
            context["desk_buttons"] = self.buttons(request, record, at)
        if record is not None:
            context["desk_links"] = self.links(request, record, at)
            context["desk_note"] = (self.note if may_save else self.read_only_note)(record, at)
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return response

    def response_add(self, request: HttpRequest, obj: Any, *args: Any) -> HttpResponse:
        if IS_POPUP_VAR in request.POST:
            response: HttpResponse = super().response_add(request, obj, *args)
            return response
        return self.saved(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if IS_POPUP_VAR in request.POST:
            response: HttpResponse = super().response_change(request, obj)
            return response
        return self.saved(request, obj)

    def saved(self, request: HttpRequest, record: Any) -> HttpResponse:
        """Do what the pressed button says, and come back to the page with what came of it."""
        at = timezone.now()
        pressed = (row for row in self.buttons(request, record, at) if row.name in request.POST)
        if button := next(pressed, None):
            return self.press(request, record, button, at)
        messages.success(request, _("Zapisano: %s.") % record)
        return HttpResponseRedirect(self.page_of(record))

    def press(
        self, request: HttpRequest, record: Any, button: Button, at: datetime
    ) -> HttpResponse:
        try:
            done = button.act(request, record, at)
        except ValidationError as refused:
            for sentence in refused.messages:
                messages.error(request, sentence)
            return HttpResponseRedirect(self.page_of(record))
        if isinstance(done, HttpResponse):
            return done
        messages.success(request, done)
        return HttpResponseRedirect(self.page_of(record))

    def page_of(self, record: Any, what: str = "change") -> str:
        return reverse(f"admin:{self.name_of(what)}", args=[record.pk])

    def name_of(self, what: str) -> str:
        """The name of an address of this model's: „events_event_withdraw”."""
        return f"{self.opts.app_label}_{self.opts.model_name}_{what}"

    def route(self, word: str, view: Callable[..., HttpResponse], what: str) -> URLPattern:
        """A page about one record, for staff: „12/wycofaj/”."""
        guarded = self.admin_site.admin_view(view)
        found: URLPattern = path(f"<int:pk>/{word}/", guarded, name=self.name_of(what))
        return found
