from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.desk.own_due import messages_counted
from portal.mailing import send_waiting


@require_POST
def send_mail(request: HttpRequest) -> HttpResponse:
    """„Wyślij ponownie”, for whoever may change events, as the mail tells of their changes."""
    if not request.user.has_perm("events.change_event"):
        raise PermissionDenied
    done = send_waiting(timezone.now())
    if done.sent:
        messages.success(request, _("Wysłano: %s.") % messages_counted(done.sent))
    if done.refused:
        left = messages_counted(done.refused)
        sentence = _("Nie wyszło: %(left)s. %(why)s Treść czeka, spróbuj później.")
        messages.warning(request, sentence % {"left": left, "why": done.why})
    if not done.sent and not done.refused:
        messages.success(request, _("Cała poczta już wyszła."))
    return redirect("admin:index")
