"""The pages behind „Coś się zmieniło?” and „Odbyło się?”: one question each, and back again."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from events import actions
from events.admin.happenings import BY_SLUG, HELD_ON, NOT_HELD, Happening, offered_now
from events.change_forms import HeldOnForm
from events.models import Event
from events.models.event import Outcome
from portal.kernel.admin import PublishableAdmin

PAGE, HELD, UNSAID = "events_event_happened", "events_event_held", "events_event_unsaid"


class ChangePages(PublishableAdmin):
    """What was public is changed by whoever may publish; „odbyło się” is said by who writes."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/zmiana/<slug:slug>/", view(self.happened_view), name=PAGE),
            path("<int:pk>/odbylo-sie/", view(self.held_view), name=HELD),
            path("<int:pk>/cofnij-odbylo-sie/", view(self.unsaid_view), name=UNSAID),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        event = context.get("original")
        if event is not None:
            context["desk_ask"] = self.asked(request, event, timezone.now())
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return response

    def asked(self, request: HttpRequest, event: Event, at: datetime) -> dict[str, Any]:
        """What the panel above the form offers; empty parts are not drawn."""
        may_answer = self.may_answer(request)
        may_change = self.has_change_permission(request, event)
        began = event.starts_at <= at
        is_public = event.is_public(at)
        return {
            "event": event,
            "question": may_answer and began and event.outcome == Outcome.EXPECTED,
            "is_over": event.ends_at <= at,
            "held_on": HELD_ON if HELD_ON.offered(event, at) else None,
            "held": may_answer and event.outcome == Outcome.HELD,
            "not_held": NOT_HELD
            if may_change and is_public and NOT_HELD.offered(event, at)
            else None,
            "happenings": offered_now(event, at) if may_change and is_public else [],
        }

    def may_answer(self, request: HttpRequest) -> bool:
        """A record of what took place, not a publication: whoever writes may say it."""
        return request.user.has_perm("events.change_event")

    def held_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.answered(request, pk, actions.say_held, _("Zapisano: odbyło się."))

    def unsaid_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.answered(request, pk, actions.unsay_held, _("Cofnięto: portal znów pyta."))

    def answered(self, request: HttpRequest, pk: int, action: Any, said: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.may_answer(request):
            raise PermissionDenied
        try:
            with transaction.atomic():
                event = get_object_or_404(Event.objects.select_for_update(), pk=pk)
                action(event=event, by=request.user, at=timezone.now())
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
        else:
            messages.success(request, said)
        return redirect("admin:events_event_change", pk)

    @transaction.atomic
    def happened_view(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        """Asks what is needed for this one change, then makes and tells it."""
        event, at = get_object_or_404(Event, pk=pk), timezone.now()
        happening = self.find_happening(request, event, slug, at)
        if happening is None:
            messages.warning(request, _("Stan wydarzenia już się zmienił. Sprawdź go poniżej."))
            return redirect("admin:events_event_change", pk)
        form = happening.form(request.POST or None, instance=event, at=at)
        if form.is_valid():
            return self.happened(request, form, at)
        return TemplateResponse(
            request,
            "admin/events/event/happened.html",
            {
                **self.admin_site.each_context(request),
                "form": form,
                "record": get_object_or_404(Event, pk=pk),
                "opts": self.opts,
                "title": happening.title,
                "happening": happening,
                "media": self.media + form.media,
            },
        )

    def find_happening(
        self, request: HttpRequest, event: Event, slug: str, at: datetime
    ) -> Happening | None:
        """None when it no longer makes sense: somebody was quicker, or time went on."""
        happening = BY_SLUG.get(slug)
        if happening is None:
            raise Http404
        allowed = self.may_answer(request)
        if happening is not HELD_ON:
            allowed = self.has_change_permission(request, event) and event.is_public(at)
        if not allowed:
            raise PermissionDenied
        return happening if happening.offered(event, at) else None

    def happened(self, request: HttpRequest, form: Any, at: datetime) -> HttpResponse:
        event = form.instance
        if isinstance(form, HeldOnForm):
            when, event.when = event.when, form.promised
            actions.say_held(event=event, by=request.user, at=at, when=when)
            messages.success(request, _("Zapisano: odbyło się. Teraz można napisać notatkę."))
        else:
            reason = form.cleaned_data["change_reason"]
            actions.change_event(
                event=event, before=form.before, by=request.user, at=at, reason=reason
            )
            messages.success(request, _("Zapisano. Zmianę widać już na stronie."))
        return redirect("admin:events_event_change", event.pk)
