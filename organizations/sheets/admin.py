"""The page of the sheet: organizations out as XLSX and CSV, and in again, looked at first."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organizations.models import Alias, Organization
from organizations.sheets.carrying import Carried
from organizations.sheets.columns import COLUMNS
from organizations.sheets.comparing import Comparison
from organizations.sheets.plan import Kind, Plan, choose
from organizations.sheets.refusal import SheetError
from organizations.sheets.saving import Saving
from organizations.sheets.table import HEAVIEST, Table, read_table
from organizations.sheets.writing import as_csv, as_xlsx, rows
from portal.kernel.admin import PublishableAdmin
from portal.kernel.months import day_of
from portal.kernel.polish import agree, counted

NAME = "organizations_organization_sheet"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES = {"xlsx": (as_xlsx, XLSX), "csv": (as_csv, "text/csv; charset=utf-8")}
MOST_SHOWN = 1000  # rows of one kind on the page; the rest is counted
MOST_DOUBTS = 1000  # choices that one form carries
STALE = gettext_lazy(
    "Arkusz czekał za długo albo wczytuje go kto inny niż ten, kto go sprawdził. "
    "Wybierz plik jeszcze raz."
)
LOADED = gettext_lazy("Ten arkusz już wczytano. Drugi raz nie trzeba.")
CHANGED = gettext_lazy(
    "W tym czasie ktoś zmienił organizacje z tego arkusza. Nic nie wczytano: "
    "poniżej widać, jak jest teraz."
)


class SheetAdmin(PublishableAdmin):
    """Organizations in and out; nothing is written before somebody has seen what would be."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.sheet_view)
        return [path("arkusz/", view, name=NAME), *super().get_urls()]

    def sheet_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            asked = request.GET.get("plik")
            return self.sheet_file(asked) if asked else self.sheet_page(request)
        if not self.may_load(request):
            raise PermissionDenied
        try:
            loads = "_load" in request.POST
            return self.load(request) if loads else self.look(request)
        except SheetError as refused:
            return self.sheet_page(request, refusal=str(refused))

    def may_load(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) or self.has_change_permission(request)

    def sheet_file(self, kind: str) -> HttpResponse:
        if kind not in FILES:
            raise Http404
        write, content_type = FILES[kind]
        at = timezone.now()
        response = HttpResponse(write(rows(at)), content_type=content_type)
        name = f"organizacje-{day_of(at):%Y-%m-%d}.{kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def compared(self, request: HttpRequest, table: Table) -> Plan:
        may_add = self.has_add_permission(request)
        comparison = Comparison(
            lambda row: bool(self.has_change_permission(request, row)), may_add=may_add
        )
        plan = comparison.plan(table, timezone.now())
        if len(plan.of(Kind.DOUBTFUL)) > MOST_DOUBTS:
            raise SheetError(
                _("Wątpliwych wierszy jest więcej niż %s. Podziel arkusz na mniejsze.")
                % counted(MOST_DOUBTS, "wiersz")
            )
        return plan

    def look(self, request: HttpRequest) -> HttpResponse:
        """The dry run."""
        file: Any = request.FILES.get("file")
        if file is None:
            raise SheetError(_("Wybierz plik: arkusz XLSX albo CSV."))
        table = read_table(str(file.name), file.read(HEAVIEST + 1))
        plan = self.compared(request, table)
        return self.plan_page(request, plan, Carried.of(str(file.name)[-120:], table, plan))

    def load(self, request: HttpRequest) -> HttpResponse:
        """What was shown, once, and only while nothing of it has changed."""
        carried = Carried.unpacked(request.POST.get("sheet", ""), request.user)
        if carried is None:
            raise SheetError(str(STALE))
        if self.is_loaded(request, carried):
            messages.info(request, str(LOADED))
            return redirect(f"admin:{NAME}")
        stands, plan = stand(), self.compared(request, carried.table)
        if plan.fingerprint != carried.fingerprint or not plan.is_ready():
            return self.changed_page(request, carried, plan)
        if missing := choose(plan, self.choices(request, plan)):
            return self.plan_page(request, plan, carried, missing)
        return self.load_now(request, carried, plan, stands)

    def is_loaded(self, request: HttpRequest, carried: Carried) -> bool:
        """Asked without leaving the key: it stands with what it made, or not at all."""
        with transaction.atomic():
            if self.admin_site.sent_already(request, carried.key, timezone.now()):
                return True
            self.admin_site.form_sent(request, carried.key, "")
            return False

    @transaction.atomic
    def load_now(
        self, request: HttpRequest, carried: Carried, plan: Plan, stands: Any
    ) -> HttpResponse:
        """Comparing takes long among thousands, so it is done before anybody has to wait."""
        if self.admin_site.sent_already(request, carried.key, timezone.now()):
            messages.info(request, str(LOADED))
            return redirect(f"admin:{NAME}")
        lock_all()
        if stand() != stands:
            self.admin_site.form_sent(request, carried.key, "")
            return self.changed_page(request, carried, self.compared(request, carried.table))
        done = Saving(carried.name, request.user).carry_out(plan)
        self.admin_site.form_sent(request, carried.key, reverse(f"admin:{NAME}"))
        messages.success(request, self.told(done.made, done.changed))
        return redirect(f"admin:{NAME}")

    def changed_page(self, request: HttpRequest, carried: Carried, plan: Plan) -> HttpResponse:
        messages.warning(request, str(CHANGED))
        return self.plan_page(request, plan, Carried.of(carried.name, carried.table, plan))

    def choices(self, request: HttpRequest, plan: Plan) -> list[tuple[int, str]]:
        numbers = [row.number for row in plan.of(Kind.DOUBTFUL)]
        return [(number, request.POST.get(f"row-{number}", "")) for number in numbers]

    def told(self, made: int, changed: int) -> str:
        new = agree(made, _("nowa"), _("nowe"), _("nowych"))
        other = agree(changed, _("zmieniona"), _("zmienione"), _("zmienionych"))
        return _("Wczytano arkusz: %(made)s, %(changed)s. Nowe są szkicami.") % {
            "made": f"{made} {new}",
            "changed": f"{changed} {other}",
        }

    # Pages

    def plan_page(
        self, request: HttpRequest, plan: Plan, carried: Carried, missing: list[int] | None = None
    ) -> HttpResponse:
        context: dict[str, Any] = {
            "plan": plan,
            "file": carried.name,
            "missing": missing or [],
            "most": MOST_SHOWN,
            "groups": {kind.value: plan.of(kind) for kind in Kind},
        }
        if plan.is_ready():
            context["packed"] = carried.packed(request.user)
            context["label"] = load_label(plan)
        return self.sheet_page(request, **context)

    def sheet_page(self, request: HttpRequest, **context: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Organizacje w arkuszu"),
            "opts": self.opts,
            "columns": COLUMNS,
            "kinds": [kind.label for kind in Organization.Kind],
            "may_load": self.may_load(request),
            "count": Organization.objects.kept().count(),
            **context,
        }
        return TemplateResponse(request, "admin/organizations/organization/sheet.html", context)


def lock_all() -> None:
    """Whoever saves an organization meanwhile waits, and then learns that it changed."""
    list(Organization.objects.select_for_update().values_list("pk"))


def stand() -> dict[str, int | None]:
    """Another once anybody saved any organization: each save counts its version."""
    rows = Organization.objects.aggregate(last=Max("pk"), saves=Sum("version"))
    return {**rows, "names": Alias.objects.count()}


def load_label(plan: Plan) -> str:
    """„Wczytaj 5 zmian”; beside doubts alone nobody knows yet how many."""
    if not plan.sure:
        return _("Wczytaj to, co wybrano")
    if plan.of(Kind.DOUBTFUL):
        return _("Wczytaj %s i to, co wybrano") % counted_changes(plan.sure)
    return _("Wczytaj %s") % counted_changes(plan.sure)


def counted_changes(number: int) -> str:
    """In the accusative: „1 zmianę”, „5 zmian”."""
    said = counted(number, "zmiana")
    return said.replace("zmiana", "zmianę")
