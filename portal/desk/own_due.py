"""What this one person has not saved, and mail that did not go out."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.desk.line import Line, Urgency
from portal.desk.words import at_hour
from portal.kernel.admin.kept_form import with_copy
from portal.kernel.polish import NBSP, agree, number
from portal.models import OutgoingMail, WorkingCopy

UNDER_WAY = timedelta(minutes=2)


def own_due(user: Any, at: datetime) -> Iterator[Line]:
    """Two queries."""
    yield from unsaved(user, at)
    yield from unsent(user, at)


def unsaved(user: Any, at: datetime) -> Iterator[Line]:
    """Private: each person's own. A place outside the desk would be nobody's form."""
    desk = reverse("admin:index")
    own = WorkingCopy.objects.filter(owner=user.pk, place__startswith=desk)
    for pk, place, label, kept_at in own.values_list("pk", "place", "label", "kept_at"):
        yield Line(
            kind="unsaved",
            text=_("Niezapisane: %s") % (label or _("formularz nr %d") % pk),
            why=_("zapamiętano %s") % at_hour(kept_at, at),
            url=with_copy(place),
            action=_("Wróć do pisania"),
            urgency=Urgency.NOW,
        )


def unsent(user: Any, at: datetime) -> Iterator[Line]:
    """One line for all: one button sends all. What is being sent this minute is not late yet."""
    if not user.has_perm("events.change_event"):
        return
    late = Q(tries__gt=0) | Q(written_at__lt=at - UNDER_WAY)
    refusals = list(OutgoingMail.objects.waiting().filter(late).values_list("refusal", flat=True))
    if refusals:
        yield Line(
            kind="mail",
            text=_("Poczta nie wyszła: %s") % messages_counted(len(refusals)),
            why=refusals[-1] or _("Jeszcze nie próbowano."),
            url=reverse("admin:send_mail"),
            action=_("Wyślij ponownie"),
            urgency=Urgency.NOW,
            is_deed=True,
        )


def messages_counted(n: int) -> str:
    """„3 wiadomości”"""
    return f"{number(n)}{NBSP}{agree(n, 'wiadomość', 'wiadomości', 'wiadomości')}"
