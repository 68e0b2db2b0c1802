"""Publishing, waiting for an hour, withdrawing and looking at the page, for whoever may."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin.bin import BinAdmin
from portal.kernel.admin.desk import Button, Link
from portal.kernel.admin.preview_link import PreviewAdmin
from portal.kernel.admin.publication import GatedAdmin
from portal.kernel.admin.save_guard import SaveGuard
from portal.kernel.admin.withdrawal import WithdrawalAdmin
from portal.kernel.months import day_of
from portal.kernel.publishing import Publishable, State, Status
from portal.kernel.scheduling import said_hour
from portal.kernel.when import When

DEEDS: dict[State, Any] = {
    State.DRAFT: gettext_lazy("Opublikuj teraz"),
    State.SCHEDULED: gettext_lazy("Opublikuj teraz, nie czekaj"),
    State.WITHDRAWN: gettext_lazy("Przywróć na stronę"),
}


STANDS: dict[State, Any] = {
    State.DRAFT: gettext_lazy("Szkic: nikt poza biurem go nie widzi."),
    State.PUBLISHED: gettext_lazy("Opublikowane: zapisanie zmian od razu je pokaże."),
    State.DISCARDED: gettext_lazy("W koszu."),
}


class PublishableAdmin(SaveGuard, WithdrawalAdmin, PreviewAdmin, GatedAdmin, BinAdmin):
    """The admin of a `Publishable`."""

    publish_permission: ClassVar[str]
    gate_intro = gettext_lazy("Tu wybierasz, od kiedy zobaczą to wszyscy.")

    def may_publish(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.publish_permission)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Saving what is public publishes the change, so it takes the right to publish."""
        allowed: bool = super().has_change_permission(request, obj)
        if allowed and obj is not None and obj.status != Status.DRAFT:
            return self.may_publish(request)
        return allowed

    def is_for_bin(self, record: Any) -> bool:
        """What was once public is withdrawn, never thrown away."""
        return super().is_for_bin(record) and record.status == Status.DRAFT

    def buttons(self, request: HttpRequest, record: Any, at: datetime) -> list[Button]:
        state = record.state(at) if record else State.DRAFT
        if not self.may_publish(request) or state not in DEEDS:
            return []
        found = [Button("_publish", str(DEEDS[state]), self.through_gate, "publish")]
        if state == State.DRAFT:
            found.append(Button("_schedule", _("Zaplanuj…"), self.to_gate))
        elif state == State.SCHEDULED:
            found.append(Button("_schedule", _("Zmień porę"), self.to_gate))
            found.append(Button("_unschedule", _("Cofnij do szkicu"), self.unschedule))
        return found

    def unschedule(self, request: HttpRequest, record: Publishable, at: datetime) -> str:
        record.unschedule(at)
        return _("Cofnięto do szkicu: %s. Samo się już nie ukaże.") % record

    # The gate

    def may_pass(self, request: HttpRequest) -> bool:
        return self.may_publish(request)

    def is_out(self, record: Any, at: datetime) -> bool:
        return bool(record.is_public(at))

    def why_not(self, record: Any, at: datetime) -> str:
        state = record.state(at)
        if state == State.PUBLISHED:
            since = said_hour(record.published_at)
            return str(_("To już jest na stronie, od: %s. Nic nie zmieniono.") % since)
        return _("To leży w koszu: najpierw je wyjmij.") if state == State.DISCARDED else ""

    def deed(self, record: Any, at: datetime) -> str:
        return str(DEEDS[record.state(at)])

    def let_out(self, request: HttpRequest, record: Any, at: datetime) -> str:
        record.publish(at)
        return str(_("Opublikowano: %s.") % record)

    def may_wait(self, record: Any, at: datetime) -> bool:
        return record.state(at) in {State.DRAFT, State.SCHEDULED}

    def let_out_at(self, request: HttpRequest, record: Any, at: datetime, until: datetime) -> str:
        record.schedule(at, until)
        return _("Zaplanowano na %(hour)s: %(record)s.") % {
            "hour": said_hour(until),
            "record": record,
        }

    # Where it stands

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        found = self.preview_links(record, at)
        state, address = record.state(at), record.get_absolute_url()
        if state == State.WITHDRAWN:
            found.append(Link(_("Co jest pod adresem"), address))
        if state == State.PUBLISHED:
            found.append(Link(_("Zobacz na stronie"), address))
            if self.may_publish(request):
                found.append(Link(_("Wycofaj"), self.page_of(record, "withdraw")))
        return found

    def note(self, record: Any, at: datetime) -> str:
        state = record.state(at)
        if state == State.SCHEDULED:
            return scheduled_said(record)
        return withdrawn_said(record) if state == State.WITHDRAWN else str(STANDS[state])

    def read_only_note(self, record: Any, at: datetime) -> str:
        note = super().read_only_note(record, at)
        is_withdrawn = record.state(at) == State.WITHDRAWN
        return f"{withdrawn_said(record)} {note}" if is_withdrawn else note

    @admin.display(description=gettext_lazy("stan"), ordering="status")
    def state_label(self, record: Publishable) -> str:
        at = timezone.now()
        state = record.state(at)
        if state == State.SCHEDULED and record.published_at:
            return f"{state.label}: {said_hour(record.published_at)}"
        return str(state.label)


def scheduled_said(record: Any) -> str:
    hour = said_hour(record.published_at)
    return _("Zaplanowane na %s. Pojawi się samo, co do minuty.") % hour


def withdrawn_said(record: Any) -> str:
    day = When.on_day(day_of(record.withdrawn_at)).sentence()
    return _(
        "Wycofane %(day)s z powodem: „%(reason)s”. Pod adresem jest tylko tytuł, data i powód."
    ) % {"day": day, "reason": record.withdrawal_reason.rstrip(".")}
