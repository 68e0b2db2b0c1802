"""The history of every record: read, compared, restored, its removed rows put back."""

import uuid
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.kernel.admin import past
from portal.kernel.admin.compared_versions import Comparison
from portal.kernel.admin.restoring import Restoring
from portal.kernel.admin.timeline import Block, saves_of
from portal.kernel.admin.told_history import Teller
from portal.kernel.months import local

PER_PAGE = 20


class HistoryPages:
    """Goes before ModelAdmin; for a model registered by `keep_history`."""

    admin_site: Any
    model: Any
    opts: Any
    is_restorable = True

    def get_urls(self) -> list[Any]:
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("<int:pk>/historia/porownaj/", view(self.compare_view), name=f"{name}_compare"),
            path(
                "<int:pk>/historia/wiersz/<slug:rows>/<int:version>/",
                view(require_POST(self.put_back_view)),
                name=f"{name}_put_back",
            ),
            path(
                "<int:object_id>/history/<int:version_id>/",
                view(self.history_form_view),
                name=f"{name}_simple_history",
            ),
            *super().get_urls(),  # type: ignore[misc]  # a mixin's
        ]

    def own_url(self, what: str, *args: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{what}", args=args)

    ## Reading

    def known(self, request: HttpRequest, object_id: Any) -> Any:
        """The record, also one that is gone; PermissionDenied for whoever may not see it."""
        found = self.get_object(request, unquote(str(object_id)))  # type: ignore[attr-defined]
        if found is None:
            rows = past.history_of(self.model, id=object_id).order_by(*past.NEWEST_FIRST)
            last = rows.first()
            if last is None:
                raise Http404
            found = last.instance
        if not self.has_view_or_change_permission(request, found):  # type: ignore[attr-defined]
            raise PermissionDenied
        return found

    def blocks(self, request: HttpRequest, record: Any) -> list[Block]:
        found: dict[Any, Block] = {}
        for inline in self.get_inline_instances(request, record):  # type: ignore[attr-defined]
            if past.has_history(inline.model) and inline.model not in found:
                found[inline.model] = block_of(inline, request, record)
        return list(found.values())

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        record = self.known(request, object_id)
        saves = saves_of(self.model, record.pk, self.blocks(request, record))
        page = Paginator(saves[::-1], PER_PAGE).get_page(request.GET.get(PAGE_VAR))
        shown = list(page.object_list)[::-1]
        earlier = saves[: saves.index(shown[0])] if shown else []
        entries = Teller(self.model, shown, earlier).entries()[::-1]
        context = {
            "entries": entries,
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number),
            "page_var": PAGE_VAR,
            "title": _("Historia: %s") % record,
            **(extra_context or {}),
        }
        return self.history_page(request, "admin/object_history_page.html", record, context)

    def history_page(
        self, request: HttpRequest, template: str, record: Any, context: dict[str, Any]
    ) -> HttpResponse:
        may_change = self.has_change_permission(request, record)  # type: ignore[attr-defined]
        common = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "record": record,
            "list_url": self.own_url("changelist"),
            "change_url": self.own_url("change", record.pk),
            "history_url": self.own_url("history", record.pk),
            "compare_url": self.own_url("compare", record.pk),
            "may_restore": may_change and self.is_restorable and self.is_there(record),
        }
        return TemplateResponse(request, template, {**common, **context})

    def is_there(self, record: Any) -> bool:
        return bool(self.model._base_manager.filter(pk=record.pk).exists())

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Any two versions side by side; without a choice, the newest and the one before it."""
        record = self.known(request, pk)
        rows = past.history_of(self.model, id=pk).select_related("history_user")
        chosen = [rows.filter(history_id=k).first() for k in self.asked_versions(request)]
        if not all(chosen):
            messages.info(request, _("Zaznacz dwie wersje, które chcesz porównać."))
            return HttpResponseRedirect(self.own_url("history", pk))
        older, newer = sorted(chosen, key=lambda row: (row.history_date, row.history_id))
        context = {
            "comparison": Comparison(record, older, newer, self.blocks(request, record)),
            "title": _("Porównanie dwóch wersji"),
            "older": older,
            "newer": newer,
        }
        return self.history_page(request, "admin/object_history_compare.html", record, context)

    def asked_versions(self, request: HttpRequest) -> list[int]:
        texts = [request.GET.get(name, "") for name in ("od", "do")]
        return [int(t) if t.isdecimal() and len(t) < 18 else 0 for t in texts]

    ## Restoring

    def history_form_view(
        self, request: HttpRequest, object_id: Any, version_id: Any, extra_context: Any = None
    ) -> HttpResponse:
        """What restoring that version would change; a POST restores it as a new save."""
        record = self.known(request, object_id)
        version = past.history_of(self.model, id=object_id, history_id=version_id)
        version = version.select_related("history_user").first()
        if version is None:
            raise Http404
        if request.method == "POST":
            return self.restore(request, record, version)
        is_there = self.is_there(record)
        blocks = self.blocks(request, record)
        last = past.history_of(self.model, id=object_id).order_by(*past.NEWEST_FIRST).first()
        context = {
            "comparison": Comparison(record, last, version, blocks, is_back=True),
            "version": version,
            "form_key": uuid.uuid4(),
            "title": _("Wersja z %s") % written(version.history_date),
            **(extra_context or {}),
        }
        if is_there and self.is_restorable:
            context["asked"] = Restoring(self, request, record, version).asked()
        return self.history_page(request, "admin/object_history_version.html", record, context)

    def restore(self, request: Any, record: Any, version: Any) -> HttpResponse:
        """Restoring is a change of the record as it is now, and takes the same right."""
        may = self.has_change_permission(request, record)  # type: ignore[attr-defined]
        if not (may and self.is_restorable and self.is_there(record)):
            raise PermissionDenied
        request.POST = Restoring(self, request, record, version).data()
        request.change_reason = _("Przywrócono wersję z %s") % written(version.history_date)
        request.kept_place = self.own_url("change", record.pk)
        response: HttpResponse = self.changeform_view(  # type: ignore[attr-defined]
            request, str(record.pk), form_url=request.kept_place
        )
        return response

    def save_form(self, request: Any, form: Any, change: bool) -> Any:
        if reason := getattr(request, "change_reason", ""):
            form.instance._change_reason = reason
        return super().save_form(request, form, change)  # type: ignore[misc]

    def put_back_view(self, request: HttpRequest, pk: int, rows: str, version: int) -> HttpResponse:
        """A removed row as it was; a second time it is there already."""
        record = self.known(request, pk)
        may = self.has_change_permission(request, record)  # type: ignore[attr-defined]
        if not (may and self.is_restorable and self.is_there(record)):
            raise PermissionDenied
        blocks = self.blocks(request, record)
        block = next((b for b in blocks if b.model._meta.model_name == rows), None)
        kept = block and past.history_of(block.model, **{block.key: pk}, history_id=version).first()
        if not block or not kept:
            raise Http404
        self.put_back(request, record, block, kept)
        return HttpResponseRedirect(self.own_url("history", pk))

    def put_back(self, request: HttpRequest, record: Any, block: Block, kept: Any) -> None:
        row = kept.instance
        try:
            with transaction.atomic():
                self.model._base_manager.select_for_update().filter(pk=record.pk).first()
                if block.model._base_manager.filter(pk=row.pk).exists():
                    messages.info(request, _("Ten wiersz już jest na swoim miejscu."))
                    return
                row._state.adding = True
                row.full_clean()
                record._change_reason = _("Przywrócono wiersz: %s") % block.label.lower()
                record.save()
                row.save(force_insert=True)
        except (ValidationError, IntegrityError) as refused:
            said = " ".join(getattr(refused, "messages", [])) or _("Taki wiersz już jest.")
            messages.error(request, _("Nie można przywrócić tego wiersza. %s") % said)
        else:
            messages.success(request, _("Przywrócono wiersz: %s.") % block.label.lower())


def written(at: datetime) -> str:
    return f"{local(at):%-d.%m.%Y, %-H.%M}"


def block_of(inline: Any, request: HttpRequest, record: Any) -> Block:
    formset = inline.get_formset(request, record)
    names = tuple(formset.form.base_fields)
    opts = inline.model._meta
    return Block(str(capfirst(opts.verbose_name_plural)), inline.model, formset.fk.attname, names)
