"""A record's form that loses nothing: sent twice it saves once, late it asks, unsent it is kept.

What outlives an answer (keys of sent forms, working copies) is the site's: `self.admin_site`.
"""

import uuid
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from portal.kernel.admin.conflict import Conflict, began_from, chosen
from portal.kernel.admin.form_data import Data, moment, of_request

KEY, PLACE, KEEP, COPY = "_key", "_place", "_keep", "kopia"


class KeptForm:
    """Goes before ModelAdmin. `filled_with` on a request: what its form shows, not checked yet."""

    admin_site: Any
    model: Any
    opts: Any

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        asked: Any = request
        asked.filled_with = None
        at = timezone.now()
        if request.method != "POST":
            self.fill(asked, object_id)
            return self.opened(request, object_id, form_url, extra_context)
        if KEEP in request.POST:
            return self.put_aside(request, object_id, at)
        try:
            with transaction.atomic():
                return self.sent(asked, at, object_id, form_url, extra_context)
        except PermissionDenied:
            return self.refused(request, object_id, at)

    def opened(self, *args: Any) -> Any:
        return super().changeform_view(*args)  # type: ignore[misc]  # a mixin's

    ## Saving: once, and not over somebody else's work

    def sent(
        self, request: Any, at: datetime, object_id: str | None, form_url: str, context: Any
    ) -> Any:
        key = key_of(request.POST.get(KEY))
        if key and (first := self.admin_site.sent_already(request, key, at)):
            messages.info(request, _("Ten formularz już wysłano i zapisano. Drugi raz nie trzeba."))
            return HttpResponseRedirect(first)
        self.take_choices(request)
        response = self.late(request, object_id, at) or self.opened(
            request, object_id, form_url, context
        )
        self.remember(request, key, response)
        return response

    def remember(self, request: Any, key: uuid.UUID | None, response: Any) -> None:
        """The key stands only with what it made; the person's copy ends with it."""
        record = getattr(request, "saved_record", None)
        if key:
            address = response.get("Location") or (record and self.page_of(record)) or ""
            self.admin_site.form_sent(request, key, address if record else "")
        if record and not getattr(request, "kept_place", ""):
            self.admin_site.end_copy(request, self.admin_site.place_of(request))

    def page_of(self, record: Any, what: str = "change") -> str:
        raise NotImplementedError

    def log_addition(self, request: Any, obj: Any, message: Any) -> Any:
        request.saved_record = obj
        return super().log_addition(request, obj, message)  # type: ignore[misc]

    def log_change(self, request: Any, obj: Any, message: Any) -> Any:
        request.saved_record = obj
        return super().log_change(request, obj, message)  # type: ignore[misc]

    def take_choices(self, request: Any) -> None:
        data = of_request(request.POST)
        if (decided := chosen(data)) != data:
            request.POST = sent_data(decided)

    def late(self, request: Any, object_id: str | None, at: datetime) -> HttpResponse | None:
        """The page that asks, or leads on, when somebody saved after this form was opened."""
        typed = of_request(request.POST)
        if object_id is None or began_from(typed) is None:
            return None
        record = self.locked(request, object_id)
        if record is None or record.version == began_from(typed):
            return None
        if not self.has_change_permission(request, record):  # type: ignore[attr-defined]
            raise PermissionDenied
        conflict = Conflict(self, request, record, typed, at)
        if conflict.is_mine_only_old:
            messages.info(request, said_of_nothing_new(conflict))
            return HttpResponseRedirect(self.page_of(record))
        return self.conflict_page(request, record, conflict)

    def locked(self, request: HttpRequest, object_id: str) -> Any:
        """The row is locked until this save ends, so that two at once still come one by one."""
        found: Any = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if found is None or not hasattr(found, "version"):
            return None
        rows = self.model._base_manager.select_for_update().filter(pk=found.pk)
        rows.values_list("pk").first()
        return self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]

    def conflict_page(self, request: HttpRequest, record: Any, conflict: Conflict) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Dwie osoby zmieniły to samo"),
            "opts": self.opts,
            "record": record,
            "conflict": conflict,
            "form_key": uuid.uuid4(),
            "pressed": any(
                name.startswith("_") and name not in UNPRESSED for name in conflict.typed
            ),
        }
        return TemplateResponse(request, "admin/conflict.html", context)

    ## Working copies

    def put_aside(self, request: HttpRequest, object_id: str | None, at: datetime) -> HttpResponse:
        """Keeps what was typed, publishes and changes nothing."""
        self.take_choices(request)
        record = self.kept_record(request, object_id)
        self.admin_site.keep_copy(request, self.label_of(request, record), at)
        sentence = _("Odłożono. Nic się nie zmieniło ani nie opublikowało: widzisz to tylko ty.")
        messages.success(request, sentence)
        return HttpResponseRedirect(self.admin_site.place_of(request))

    def kept_record(self, request: HttpRequest, object_id: str | None) -> Any:
        """The record of this form; PermissionDenied for whoever may not see such a form."""
        if object_id is None:
            allowed, found = self.has_add_permission(request), None  # type: ignore[attr-defined]
        else:
            found = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
            allowed = self.has_view_or_change_permission(request, found)  # type: ignore[attr-defined]
        if not allowed:
            raise PermissionDenied
        return found

    def label_of(self, request: HttpRequest, record: Any) -> str:
        """What a list of copies calls it."""
        if record is not None:
            return str(record)[:300]
        typed = request.POST.get("title") or request.POST.get("name") or ""
        kind = str(getattr(self, "add_title", self.opts.verbose_name))
        return f"{kind}: {typed}"[:300] if typed else kind

    def refused(self, request: HttpRequest, object_id: str | None, at: datetime) -> HttpResponse:
        """The right is gone, the text is not: it becomes this person's copy."""
        record = self.kept_record(request, object_id)
        copy = self.admin_site.keep_copy(request, self.label_of(request, record), at)
        return self.admin_site.copy_page(request, copy, refused=True)  # type: ignore[no-any-return]

    def fill(self, request: Any, object_id: str | None) -> None:
        """„Wróć do niego”: the form opens with the copy in it."""
        if COPY not in request.GET:
            return
        place = self.admin_site.place_of(request)
        copy = request.filled_copy = self.admin_site.copy_at(request, place)
        if copy is not None:
            data = self.with_rows_of_today(request, object_id, copy.data)
            request.filled_with = sent_data(data)

    def with_rows_of_today(self, request: Any, object_id: str | None, data: Data) -> Data:
        """Rows that others added or removed meanwhile: Django pairs them by their number."""
        record = object_id and self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if not record or began_from(data) in {None, getattr(record, "version", None)}:
            return data
        return Conflict(self, request, record, data, timezone.now()).with_my_fields()

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)  # type: ignore[misc]
        data = getattr(request, "filled_with", None)
        return form if data is None else filled(form, data)

    def get_formset_kwargs(self, request: Any, obj: Any, inline: Any, prefix: str) -> Any:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)  # type: ignore[misc]
        data = getattr(request, "filled_with", None)
        if data is not None and f"{prefix}-TOTAL_FORMS" in data:
            kwargs["data"] = data
        return kwargs

    def _create_formsets(self, request: Any, obj: Any, change: bool) -> Any:
        formsets, inlines = super()._create_formsets(request, obj, change)  # type: ignore[misc]
        if getattr(request, "filled_with", None) is not None:
            for formset in formsets:
                hush(formset)
        return formsets, inlines

    def render_change_form(
        self, request: Any, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record, is_popup = context.get("original"), context.get("is_popup")
        may = record is None or self.has_change_permission(request, record)  # type: ignore[attr-defined]
        if not is_popup:
            context["kept"] = self.kept(request, may)
        if may:
            context["form_key"] = uuid.uuid4()
        response: HttpResponse = super().render_change_form(  # type: ignore[misc]
            request, context, *args, **kwargs
        )
        return response

    def kept(self, request: Any, may_save: bool) -> dict[str, Any]:
        """What the strip above the form says, and where the script keeps copies."""
        place, now = self.admin_site.place_of(request), timezone.now()
        is_sent = request.method == "POST"
        shown = None if is_sent else getattr(request, "filled_copy", None)
        copy = shown if is_sent or shown else self.admin_site.copy_at(request, place)
        return {
            "place": place,
            "copy": copy,
            "when": moment(copy.kept_at, now) if copy else "",
            "is_shown": shown is not None,
            "back": with_copy(place),
            "may_save": may_save,
            "is_unsaved": is_sent,
        }


UNPRESSED = {KEY, PLACE, "_save", IS_POPUP_VAR}


def with_copy(place: str) -> str:
    return f"{place}{'&' if '?' in place else '?'}{COPY}=1"


def key_of(text: str | None) -> uuid.UUID | None:
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None


def sent_data(data: Data) -> QueryDict:
    """As request.POST would hold it."""
    found = QueryDict(mutable=True)
    for name, texts in data.items():
        found.setlist(name, list(texts))
    found._mutable = False
    return found


def said_of_nothing_new(conflict: Conflict) -> str:
    if conflict.by_them or conflict.elsewhere:
        return _("W tym czasie zapisano nowszą wersję. W twojej nic nie było zmienione: oto ona.")
    return _("Już zapisano: w bazie jest dokładnie taki tekst.")


def filled(form: Any, data: MultiValueDict[str, str]) -> Any:
    """The form with what somebody once typed, which nobody has checked yet."""

    class Filled(form):  # type: ignore[misc]  # made at run time
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(data, *args, **kwargs)
            self._errors: Any = ErrorDict()
            self.cleaned_data: dict[str, Any] = {}

    return Filled


def hush(formset: Any) -> None:
    """Shows rows as they were typed, without a word on what is wrong in them."""
    if not formset.is_bound:
        return
    formset._errors = [ErrorDict() for _form in formset.forms]
    formset._non_form_errors = formset.error_class()
    for form in formset.forms:
        form._errors, form.cleaned_data = ErrorDict(), {}
