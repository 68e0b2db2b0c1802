"""The note on a phone: one screen for what is known right after a meeting.

It is the note's own admin with another form: it saves once, asks when two people wrote at the same
time, keeps the text when a session ends, and approves through the same gate.
"""

from collections.abc import Callable
from copy import copy
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    JsonResponse,
)
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events import actions
from events.admin.attendance_note import AttendanceNoteAdmin
from events.admin.note_page import NotePage
from events.models import AttendanceNote, Commitment, Count, Event, EventPicture, Presence
from events.note_form import PHOTO, PhotoForm, QuickNoteForm
from events.note_rows import (
    CommitmentForm,
    CountForm,
    CountRows,
    PresenceForm,
    PresenceRows,
)
from events.presences import Registry, open_names, settled
from events.quick_note import (
    FIRST,
    author_and_licence,
    note_of,
    why_no_note,
    with_first_rows,
    with_row,
    without_blank_rows,
)
from portal.kernel.admin import DeskAdmin, RowsInline
from portal.kernel.admin.form_data import Data, of_request
from portal.kernel.admin.kept_form import sent_data
from portal.kernel.pictures import shelf

SHOW = "_show"  # pressed to see the form again with what was typed, nothing saved
SAVED = "zapisano"  # in the address: the phone may forget its copy
MORE = {"counts": {"unit": "people", "qualifier": "exactly"}, "commitments": {"text": ""}}


class CountsHere(RowsInline):
    model = Count
    form = CountForm
    formset = CountRows
    fields = ("qualifier", "value", "unit", "method", "source", "counted")

    def missing(self, obj: Any) -> list[str]:
        stored = set(obj.counts.values_list("unit", flat=True)) if obj and obj.pk else set()
        return [unit for unit in FIRST if unit not in stored]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return len(self.missing(obj)) if request.method == "GET" else 0


class PresencesHere(RowsInline):
    model = Presence
    form = PresenceForm
    formset = PresenceRows
    fields = ("organization", "public", "new_name")
    select_related = ("organization",)

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Hidden, by number: the register is not read for it."""
        return db_field.formfield(**kwargs)


class CommitmentsHere(RowsInline):
    model = Commitment
    form = CommitmentForm
    fields = ("text", "owner", "due", "public")
    can_delete = False

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 2 if request.method == "GET" else 0

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """With the widgets of the form: the admin's own calendar is too small for a thumb."""
        widget = kwargs.get("widget")
        return db_field.formfield(**kwargs) if widget else db_field.formfield()


class QuickNote(AttendanceNoteAdmin):
    add_form_template = change_form_template = "admin/quick_note.html"
    form = QuickNoteForm
    fields: Any = ("began_from", "held", "names", "summary", "internal")
    inlines: Any = (CountsHere, PresencesHere, CommitmentsHere)
    formfield_overrides: Any = {}

    ## The page

    def note_view(self, request: Any, pk: int) -> HttpResponseBase:
        event, at = get_object_or_404(Event.objects.kept(), pk=pk), timezone.now()
        note = note_of(event)
        self.check_may(request, note)
        if refusal := why_no_note(event, at):
            return self.refusal_page(request, event, note, refusal)
        request.note_event, request.note_at = event, at
        if request.method != "POST":
            return self.changeform_view(request, str(note.pk) if note else None)  # type: ignore[no-any-return]
        self.prepare(request)
        if SHOW in request.POST:
            return self.shown(request, note)
        return as_asked(request, self.save_view(request))

    def save_view(self, request: Any) -> HttpResponse:
        """Two first notes of one meeting come one by one: the second finds the first."""
        with transaction.atomic():
            Event.objects.select_for_update().filter(pk=request.note_event.pk).first()
            note = note_of(request.note_event)
            if note and not request.POST.get("began_from"):
                request.POST = sent_data({**of_request(request.POST), "began_from": ["0"]})
            response: HttpResponse = self.changeform_view(request, str(note.pk) if note else None)
            return response

    def check_may(self, request: HttpRequest, note: AttendanceNote | None) -> None:
        if not (
            self.has_change_permission(request, note) if note else self.has_add_permission(request)
        ):
            raise PermissionDenied

    def refusal_page(
        self, request: HttpRequest, event: Event, note: AttendanceNote | None, refusal: str
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Notatka ze spotkania"),
            "event": event,
            "refusal": refusal,
            "whole": self.whole_form(note, event) if note else "",
        }
        return TemplateResponse(request, "admin/quick_note_refused.html", context)

    def whole_form(self, note: AttendanceNote | None, event: Event) -> str:
        """The full form, with all fields."""
        if note:
            return reverse("admin:events_attendancenote_change", args=[note.pk])
        return f"{reverse('admin:events_attendancenote_add')}?event={event.pk}"

    ## What was sent, before it is checked

    def prepare(self, request: Any) -> None:
        """Names become rows, a photograph gets its place: outside the transaction of the save."""
        data = of_request(request.POST)
        if data.get("names", [""])[0].strip() or open_names(data):
            data = settled(data, Registry())
        data = with_first_rows(data)
        more = data.get(SHOW, [""])[0]
        if more in MORE:
            data = with_row(data, more, MORE[more])
        request.POST = sent_data({**data, **self.held_photo(request)})

    def held_photo(self, request: Any) -> Data:
        """A file travels once: from here on its signed name stands for it."""
        if f"{PHOTO}-upload" not in request.FILES:
            return {}
        form = PhotoForm(request.POST, request.FILES, prefix=PHOTO)
        form.is_valid()
        if "upload" in form.errors:
            return {}
        del request.FILES[f"{PHOTO}-upload"]
        return {f"{PHOTO}-kept": [str(form["kept"].data)]}

    def shown(self, request: Any, note: AttendanceNote | None) -> HttpResponse:
        """The same form with what was typed; nothing is saved and nothing is found wrong."""
        asking = copy(request)
        asking.method, asking.note_typed = "GET", request.POST
        response: HttpResponse = self.changeform_view(asking, str(note.pk) if note else None)
        return response

    def fill(self, request: Any, object_id: str | None) -> None:
        typed = getattr(request, "note_typed", None)
        if typed is None:
            super().fill(request, object_id)
        else:
            request.filled_with = typed

    def late(self, request: Any, object_id: str | None, at: datetime) -> HttpResponse | None:
        whole, request.POST = request.POST, sent_data(without_blank_rows(of_request(request.POST)))
        try:
            return super().late(request, object_id, at)
        finally:
            request.POST = whole

    ## The form

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.event, form.at = request.note_event, request.note_at
        form.author = author_and_licence(request.user)
        return form

    def get_object(self, request: Any, object_id: str, from_field: Any = None) -> Any:
        note = super().get_object(request, object_id, from_field)
        if note is not None:
            note.event = request.note_event
        return note

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ()

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> Any:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, CountsHere) and request.method == "GET":
            kwargs["initial"] = [{"unit": unit} for unit in inline.missing(obj)]
        return kwargs

    def is_out(self, record: Any, at: datetime) -> bool:
        """Its findings wait for whoever approves it."""
        return True

    def render_change_form(
        self, request: Any, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        formsets = [rows.formset for rows in context["inline_admin_formsets"]]
        context["page"] = NotePage(self, request, context["adminform"].form, formsets)
        context["title"], context["subtitle"] = _("Notatka ze spotkania"), None
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return response

    ## Saving

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.event = request.note_event
        super().save_model(request, obj, form, change)

    def save_formset(self, request: Any, form: Any, formset: Any, change: bool) -> None:
        if isinstance(formset, PresenceRows):
            formset.name_new(request.user)
        super().save_formset(request, form, formset, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if form.has_photo:
            form.photo.save()
        if form.cleaned_data.get("held"):
            event = request.note_event
            actions.say_held(event=event, by=request.user, at=request.note_at)

    def saved(self, request: Any, record: Any) -> HttpResponse:
        response = super().saved(request, record)
        if response.get("Location") == self.page_of(record):
            response["Location"] = f"{self.page_of(record)}?{SAVED}=1"
        return response

    def page_of(self, record: Any, what: str = "change") -> str:
        if what == "change":
            return reverse("admin:events_event_note", args=[record.event_id])
        return super().page_of(record, what)

    ## What the page asks for

    def organizations_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """While somebody types: [{"id", "name", "also"}], at most eight."""
        if request.method != "GET":
            return HttpResponseNotAllowed(["GET"])
        event = get_object_or_404(Event.objects.kept(), pk=pk)
        self.check_may(request, note_of(event))
        found = Registry().offered(request.GET.get("q", "")[:100])
        rows = [{"id": row.pk, "name": row.name, "also": row.also} for row in found]
        return JsonResponse({"found": rows})

    def picture_view(self, request: HttpRequest, pk: int, picture: int) -> HttpResponse:
        """A waiting photograph for those who decide about it: it has no public file yet."""
        found = get_object_or_404(EventPicture, pk=picture, event=pk, waits=True)
        self.check_may(request, note_of(found.event))
        master = shelf.master(found.name)
        if not master.is_file():
            raise Http404
        response = HttpResponse(master.read_bytes(), content_type="image/jpeg")
        response["Cache-Control"] = "private, no-store"
        return response


def as_asked(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The script asks whether it is saved; all else it leaves to the browser to show."""
    if response.status_code == 302 and request.headers.get("Accept") == "application/json":
        return JsonResponse({"url": response["Location"]})
    return response


class NotePages(DeskAdmin):
    """Goes into the admin of events."""

    def get_urls(self) -> list[URLPattern]:
        quick = QuickNote(AttendanceNote, self.admin_site)
        picture = self.admin_site.admin_view(quick.picture_view)
        return [
            self.route("notatka", of(quick, quick.note_view), "note"),
            self.route(
                "notatka/organizacje", of(quick, quick.organizations_view), "note_organizations"
            ),
            path(
                "<int:pk>/notatka/zdjecie/<int:picture>/",
                picture,
                name=self.name_of("note_picture"),
            ),
            *super().get_urls(),
        ]


def of(quick: QuickNote, page: Callable[..., Any]) -> Callable[..., Any]:
    """The view says whose form it is, for the log-in page that carries a text through."""

    def view(request: HttpRequest, pk: int) -> HttpResponseBase:
        answer: HttpResponseBase = page(request, pk)
        return answer

    view.model_admin = quick  # type: ignore[attr-defined]  # as Django's own admin views do
    return view
