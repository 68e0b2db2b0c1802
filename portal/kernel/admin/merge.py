"""Two records of one thing at the desk: choose the other, compare, make them one."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin.bin import BinAdmin
from portal.kernel.admin.desk import Link
from portal.kernel.admin.merge_form import MergeForm, Pair
from portal.kernel.merging import Merging
from portal.kernel.names import fold
from portal.kernel.similar_names import SimilarNames

OTHER, WORDS = "z", "szukaj"
MOST = 30  # records offered
MERGED = gettext_lazy("Połączono z: %s. Stare adresy prowadzą tam, a tu nic się już nie zmienia.")


class MergeAdmin(BinAdmin):
    """The admin of a `Mergeable`. The record of the address is the one that stays."""

    change_form_template = "admin/merge_change_form.html"
    merging: ClassVar[Merging]
    merge_title: ClassVar[Any] = gettext_lazy("Połączenie dwóch wpisów")

    def get_urls(self) -> list[URLPattern]:
        return [
            self.route("scal", self.merge_view, "merge"),
            self.route("rozlacz", self.unmerge_view, "unmerge"),
            *super().get_urls(),
        ]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody goes on writing what another record stands for."""
        allowed: bool = super().has_change_permission(request, obj)
        return allowed and not (obj is not None and obj.merged_into_id)

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        found: list[Link] = super().links(request, record, at)
        if record.merged_into_id:
            kept = self.page_of(record.merged_into)
            return [Link(_("Otwórz wpis, który został"), kept)]
        if self.has_change_permission(request, record):
            found.append(Link(_("Połącz z takim samym"), self.page_of(record, "merge")))
        return found

    def read_only_note(self, record: Any, at: datetime) -> str:
        if record.merged_into_id:
            return str(str(MERGED) % record.merged_into)
        return super().read_only_note(record, at)

    def why_not(self, record: Any, at: datetime) -> str:
        """Asked before publishing, where there is any."""
        if record.merged_into_id:
            return str(_("Połączono to z: %s. Najpierw rozłącz.") % record.merged_into)
        above: Any = super()  # of a Publishable's admin
        return str(above.why_not(record, at))

    def take_back(self, request: HttpRequest, record: Any) -> None:
        if record.merged_into_id:
            messages.error(request, self.why_not(record, timezone.now()))
            return
        super().take_back(request, record)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        response = super().render_change_form(request, context, *args, **kwargs)
        if (record := context.get("original")) is not None:
            shown: Any = response
            shown.context_data |= self.merge_context(request, record)
        return response

    def merge_context(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        """What was merged here, and the way to take a merging back."""
        found: dict[str, Any] = {"desk_merged": list(record.merged_here.all()[:MOST])}
        if record.merged_into_id:
            found["desk_take_back"] = ""
            if self.may_unmerge(request, record):
                found["desk_unmerge"] = self.page_of(record, "unmerge")
        return found

    # Choosing the other one

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        kept = get_object_or_404(self.model, pk=pk)
        if kept.merged_into_id and self.has_view_permission(request, kept):
            messages.info(request, str(MERGED) % kept.merged_into)
            return redirect(self.page_of(kept))
        if not self.has_change_permission(request, kept):
            raise PermissionDenied
        key = str(request.GET.get(OTHER, ""))
        if not (key.isascii() and key.isdecimal() and len(key) < 10):
            return self.choose_page(request, kept)
        if request.method == "POST":
            return self.merge(request, pk, int(key))
        lost = get_object_or_404(self.model, pk=key)
        return self.pair_page(request, kept, lost)

    def choose_page(self, request: HttpRequest, kept: Any) -> HttpResponse:
        words = str(request.GET.get(WORDS, ""))[:100].strip()
        found = self.searched(kept, words) if words else self.similar(kept)
        context = {
            **self.merge_page_context(request, kept),
            "words": words,
            "found": found[:MOST],
            "more": max(len(found) - MOST, 0),
        }
        return TemplateResponse(request, "admin/merge_choose.html", context)

    def others(self, kept: Any) -> Any:
        return self.model._default_manager.kept().exclude(pk=kept.pk)

    def searched(self, kept: Any, words: str) -> list[Any]:
        """By names and other names; a table without folded names is small enough to read."""
        rows, part = self.others(kept), fold(words)
        if not part:
            return []
        if not hasattr(self.model, "folded"):
            return [row for row in rows if part in fold(str(row))]
        by_name = Q(folded__contains=part)
        if self.merging.aliases:
            by_name |= Q(**{f"{self.merging.aliases}__folded__contains": part})
        return list(rows.filter(by_name).distinct().order_by("sort_key", "pk")[: 10 * MOST])

    def similar(self, kept: Any) -> list[Any]:
        """Those whose names look like its own."""
        named = list(self.others(kept).values_list("pk", "name"))
        own = [kept.name]
        if relation := self.merging.aliases:
            aliases = getattr(kept, relation)
            own += aliases.values_list("name", flat=True)
            owner = f"{aliases.field.name}_id"
            known = {pk for pk, _name in named}
            rows = aliases.model.objects.values_list(owner, "name")
            named += [(pk, name) for pk, name in rows if pk in known]
        names = SimilarNames(named)
        keys = list(dict.fromkeys(row.pk for name in own for row in names.find(name)))
        rows = self.model._default_manager.in_bulk(keys)
        return [rows[key] for key in keys]

    # The two side by side

    def pair_page(
        self, request: HttpRequest, kept: Any, lost: Any, form: MergeForm | None = None
    ) -> HttpResponse:
        at = timezone.now()
        refusal = self.merging.refusal(kept, lost, at)
        pair = form.pair if form else Pair(self.merging, kept, lost)
        context = {
            **self.merge_page_context(request, kept),
            "lost": lost,
            "pair": pair,
            "form": form or MergeForm(None, pair),
            "refusal": refusal,
            "swap": self.swap_address(request, kept, lost),
            "may_merge": not refusal and self.may_merge(request, kept, lost),
        }
        return TemplateResponse(request, "admin/merge.html", context)

    def may_merge(self, request: HttpRequest, kept: Any, lost: Any) -> bool:
        """Whoever may change both: what was public takes the right to publish."""
        return all(self.has_change_permission(request, record) for record in (kept, lost))

    def swap_address(self, request: HttpRequest, kept: Any, lost: Any) -> str:
        if kept.pk == lost.pk or not self.has_change_permission(request, lost):
            return ""
        return f"{self.page_of(lost, 'merge')}?{OTHER}={kept.pk}"

    @transaction.atomic
    def merge(self, request: HttpRequest, pk: int, key: int) -> HttpResponse:
        """Both rows are locked: a second click finds that it is done."""
        rows = self.model._base_manager.select_for_update().filter(pk__in={pk, key})
        found = {row.pk: row for row in rows.order_by("pk")}
        kept, lost = found.get(pk), found.get(key)
        if lost is None or kept is None:
            return redirect(self.page_of(get_object_or_404(self.model, pk=pk), "merge"))
        if lost.merged_into_id == kept.pk:
            messages.info(request, _("To już połączono. Drugi raz nie trzeba."))
            return redirect(self.page_of(kept))
        if not self.may_merge(request, kept, lost) and not self.explained(kept, lost):
            raise PermissionDenied
        return self.merge_now(request, kept, lost)

    def explained(self, kept: Any, lost: Any) -> bool:
        """Whether a sentence says more than a refusal would."""
        return bool(lost.merged_into_id or lost.is_discarded)

    def merge_now(self, request: HttpRequest, kept: Any, lost: Any) -> HttpResponse:
        at = timezone.now()
        if self.merging.refusal(kept, lost, at):
            return self.pair_page(request, kept, lost)
        form = MergeForm(request.POST, Pair(self.merging, kept, lost))
        if not form.is_valid():
            if form.non_field_errors():
                form = self.begun_anew(form)
            return self.pair_page(request, kept, lost, form)
        try:
            with transaction.atomic():
                self.merging.carry_out(
                    kept, lost, values=form.values, rows=form.rows, at=at, by=request.user
                )
        except ValidationError as refused:
            return self.not_merged(request, kept, lost, refused)
        messages.success(request, _("Połączono. Został wpis: %s.") % kept)
        return redirect(self.page_of(kept))

    def begun_anew(self, form: MergeForm) -> MergeForm:
        """With the numbers of the versions as they are now, and what was chosen kept."""
        data: Any = QueryDict(mutable=True)
        data.update(form.data)
        data["kept_version"] = form.pair.kept.version
        data["lost_version"] = form.pair.lost.version
        anew = MergeForm(data, form.pair)
        anew.is_valid()
        anew.add_error(None, form.non_field_errors().as_data())
        return anew

    def not_merged(
        self, request: HttpRequest, kept: Any, lost: Any, refused: ValidationError
    ) -> HttpResponse:
        """Nothing was written: both as they were, and why."""
        for record in (kept, lost):
            record.refresh_from_db()
        form = MergeForm(request.POST, Pair(self.merging, kept, lost))
        form.is_valid()
        form.add_error(None, refused.messages)
        return self.pair_page(request, kept, lost, form)

    def merge_page_context(self, request: HttpRequest, kept: Any) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": self.merge_title,
            "opts": self.opts,
            "record": kept,
        }

    # Taking it back

    def may_unmerge(self, request: HttpRequest, record: Any) -> bool:
        """As merging: what was public takes the right to publish."""
        return bool(self.has_change_permission(request, record.merged_into))

    def unmerge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The lost record stands for itself again; what had moved stays where it is."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        with transaction.atomic():
            record = get_object_or_404(self.model._base_manager.select_for_update(), pk=pk)
            if not self.may_use_bin(request):
                raise PermissionDenied
            if record.merged_into_id:
                self.unmerge(request, record)
            else:
                messages.info(request, _("Tego z niczym nie połączono."))
        return redirect(self.page_of(record))

    def unmerge(self, request: HttpRequest, record: Any) -> None:
        if not self.may_unmerge(request, record):
            raise PermissionDenied
        record._change_reason = _("Rozłączono")
        record.merged_into = None
        record.save()
        messages.success(
            request, _("Rozłączono: %s. Co przeszło do drugiego wpisu, zostało przy nim.") % record
        )
