"""What was recognised in a draft's words, confirmed one by one."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.importing import confirming
from events.importing.forms import DayForm, Offered, PartnersForm, ProposedEventForm
from events.importing.page import RecognisedPage, page_of
from events.importing.proposal import Unknown
from events.models import Announcement
from portal.kernel.admin import PublishableAdmin
from portal.kernel.polish import counted
from portal.kernel.publishing import Status

RECOGNISED = "events_announcement_recognised"
PUBLIC = gettext_lazy("To wydarzenie jest na stronie: dopisze je osoba, która publikuje.")
STALE = gettext_lazy("W tym czasie coś tu już połączono. Sprawdź, zanim zrobisz to drugi raz.")


class RecognisedAdmin(PublishableAdmin):
    """Each proposal has a button of its own; nothing is written without one."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.recognised_view)
        return [path("<int:pk>/rozpoznane/", view, name=RECOGNISED), *super().get_urls()]

    def recognised_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        record = get_object_or_404(Announcement, pk=pk)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        if request.method != "POST":
            return self.recognised_page(request, record, page_of(record, timezone.now()))
        if record.status != Status.DRAFT or not self.has_change_permission(request, record):
            raise PermissionDenied
        return self.confirm(request, pk)

    @transaction.atomic
    def confirm(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The draft is locked, so that of two people at once the second sees the first's work."""
        record = get_object_or_404(Announcement.objects.select_for_update(), pk=pk)
        page = page_of(record, timezone.now())
        acts = {
            "_link": self.link,
            "_make": self.make,
            "_partners": self.add_partners,
            "_day": self.set_day,
        }
        act = next((acts[name] for name in acts if name in request.POST), None)
        if act and not act(request, record, page):
            return self.recognised_page(request, record, page)
        return redirect(f"admin:{RECOGNISED}", pk)

    def link(self, request: HttpRequest, record: Announcement, page: RecognisedPage) -> bool:
        key = str(request.POST["_link"])
        offered = {str(event.pk): event for card in page.cards for event in card.possible}
        event = offered.get(key)
        if event is None:
            messages.info(request, STALE)
        elif confirming.link_event(announcement=record, event=event, by=request.user):
            messages.success(request, _("Połączono z wydarzeniem: %s.") % event)
        return True

    def make(self, request: HttpRequest, record: Announcement, page: RecognisedPage) -> bool:
        """A new event; False when the form has to be shown again."""
        if not request.user.has_perm("events.add_event"):
            raise PermissionDenied
        card = page.card(str(request.POST["_make"]))
        if card is None or request.POST.get("seen") != str(record.version):
            messages.warning(request, STALE)
            return True
        card.form = ProposedEventForm.of(card.proposal, Offered.read(), request.POST)
        if not card.form.is_valid():
            return False
        event = card.form.save(commit=False)
        confirming.make_event(announcement=record, event=event, by=request.user)
        messages.success(request, _("Utworzono szkic wydarzenia: %s.") % event)
        return True

    def add_partners(
        self, request: HttpRequest, record: Announcement, page: RecognisedPage
    ) -> bool:
        if page.partners is None:
            messages.info(request, STALE)
            return True
        found = page.found.organizations
        form = PartnersForm(request.POST, events=page.linked, organizations=found)
        page.partners = form
        if not form.is_valid():
            return False
        event = form.events[form.cleaned_data["event"]]
        if event.status != Status.DRAFT and not request.user.has_perm("events.publish_event"):
            form.add_error("event", PUBLIC)
            return False
        try:
            partners = form.cleaned_data["partners"]
            made = confirming.add_partners(event=event, partners=partners, by=request.user)
        except ValidationError as refused:
            form.add_error(None, refused.messages)
            return False
        said = {"count": counted(made, "organizacja"), "event": event}
        messages.success(request, _("Dopisano do wydarzenia %(event)s: %(count)s.") % said)
        return True

    def set_day(self, request: HttpRequest, record: Announcement, page: RecognisedPage) -> bool:
        page.day = DayForm(request.POST)
        if not page.day.is_valid():
            return False
        day = page.day.cleaned_data["day"]
        confirming.set_day(announcement=record, day=day, by=request.user)
        messages.success(request, _("Zapisano datę publikacji."))
        return True

    def recognised_page(
        self, request: HttpRequest, record: Announcement, page: RecognisedPage
    ) -> HttpResponse:
        is_draft = record.status == Status.DRAFT
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Rozpoznane w tekście"),
            "record": record,
            "page": page,
            "unknown": [(row, self.add_address(request, row)) for row in page.found.unknown],
            "may_confirm": is_draft and self.has_change_permission(request, record),
            "may_make": request.user.has_perm("events.add_event"),
            "media": self.media + ProposedEventForm(offered=Offered([], [])).media,
        }
        return TemplateResponse(request, "admin/events/announcement/recognised.html", context)

    def add_address(self, request: HttpRequest, row: Unknown) -> str:
        """Where a name that no list has yet can be added; "" for who may not."""
        app = {"organization": "organizations", "venue": "venues", "series": "events"}[row.kind]
        if not request.user.has_perm(f"{app}.add_{row.kind}"):
            return ""
        return f"{reverse(f'admin:{app}_{row.kind}_add')}?{urlencode({'name': row.name})}"
