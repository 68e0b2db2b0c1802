"""The page that removes personal data. What is typed travels in the body of POST and nowhere else:
not in addresses, messages, the session or the browser's cache."""

import uuid
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_safe

from portal.erasure.backups import folder, made_before
from portal.erasure.columns import walked
from portal.erasure.erase import erase
from portal.erasure.forms import ConfirmForm, WantedForm
from portal.erasure.found import forms, records
from portal.erasure.pictures import candidates
from portal.erasure.places import Choice, Place, digest, find, is_same
from portal.erasure.told import told
from portal.erasure.traces import scrub
from portal.erasure.wanted import Wanted
from portal.kept_forms import end_key, take_key
from portal.kernel.admin.kept_form import KEY, key_of
from portal.models import Erasure, User

FORMS, PICTURES, SEEN, DO = "forms", "pictures", "seen", "erase"


def may_erase(request: HttpRequest) -> None:
    if not request.user.has_perm("portal.erase_personal_data"):
        raise PermissionDenied


@never_cache
@sensitive_post_parameters()
@sensitive_variables()
def erasure(request: HttpRequest) -> HttpResponse:
    """What; then where, and on what grounds; then it is gone."""
    may_erase(request)
    form = WantedForm(request.POST or None)
    if not form.is_valid():
        return first_page(request, form)
    if DO not in request.POST:
        return second_page(request, form.wanted, find(form.wanted), ConfirmForm(initial=form.data))
    return confirmed(request, form.wanted)


def first_page(request: HttpRequest, form: WantedForm) -> HttpResponse:
    rows = Erasure.objects.select_related("by")
    context = page(request, _("Usuń dane osobowe"), form=form, erasures=rows[:50])
    return TemplateResponse(request, "admin/erasure.html", context)


@sensitive_variables()
def confirmed(request: HttpRequest, wanted: Wanted) -> HttpResponse:
    """All of it or nothing; a second click finds what the first one did."""
    form, at = ConfirmForm(request.POST), timezone.now()
    if not form.is_valid():
        return second_page(request, wanted, find(wanted), form)
    with transaction.atomic():
        key = key_of(request.POST.get(KEY)) or uuid.uuid4()
        if first := take_key(key=key, by=request.user, at=at):
            return redirect(first.address or reverse("admin:erasure"))
        places = find(wanted)
        done = None
        if is_same(request.POST.get(SEEN, ""), places):
            done = erased(request, wanted, places, form, at)
        end_key(key=key, by=request.user, address=address_of(done) if done else "")
    if done is None:
        return second_page(request, wanted, places, form)
    scrub([model._meta.db_table for model in walked() if model._meta.label in done.found])
    return redirect(address_of(done))


def address_of(done: Erasure) -> str:
    return reverse("admin:erasure_done", args=[done.pk])


@sensitive_variables()
def erased(
    request: HttpRequest, wanted: Wanted, places: list[Place], form: ConfirmForm, at: datetime
) -> Erasure:
    choice = choice_of(request)
    ticked = set(request.POST.getlist(PICTURES))
    chosen = [one.picture for one in candidates(places, choice) if one.key in ticked]
    return erase(
        wanted=wanted,
        places=places,
        choice=choice,
        pictures=chosen,
        reason=form.cleaned_data["reason"],
        by=request.user,
        at=at,
    )


def choice_of(request: HttpRequest) -> Choice:
    """Before anybody has ticked anything: all that is certain, no holder of an office."""
    if DO not in request.POST:
        return Choice()
    ticked = frozenset(request.POST.getlist(FORMS))
    return Choice(ticked, office_holders="office_holders" in request.POST)


@sensitive_variables()
def second_page(
    request: HttpRequest, wanted: Wanted, places: list[Place], form: ConfirmForm
) -> HttpResponse:
    """A dry run: nothing is written."""
    choice, at = choice_of(request), timezone.now()
    ticked = set(request.POST.getlist(PICTURES))
    seen = request.POST.get(SEEN, "")
    context = page(
        request,
        _("Co zostanie usunięte"),
        form=form,
        wanted=wanted,
        forms=forms(places, choice),
        records=records(places, at),
        times=sum(len(place.hits) for place in places),
        pictures=candidates(places, choice),
        ticked=ticked,
        has_office=any(place.is_of_office for place in places),
        accounts=accounts(wanted),
        seen=digest(places),
        changed=DO in request.POST and not is_same(seen, places),
        key=uuid.uuid4(),
    )
    return TemplateResponse(request, "admin/erasure_confirm.html", context)


def accounts(wanted: Wanted) -> list[User]:
    """Of staff who are called so: left as they are, and said."""
    keys = {place.pk for place in find(wanted, [User])}
    return list(User.objects.filter(pk__in=keys))


@never_cache
@require_safe
def erasure_done(request: HttpRequest, pk: int) -> HttpResponse:
    """What was removed where, and where it still may be."""
    may_erase(request)
    done = get_object_or_404(Erasure.objects.select_related("by"), pk=pk)
    context = page(
        request,
        _("Usunięto dane osobowe"),
        done=done,
        told=told(done),
        backups=made_before(done.at),
        folder=folder(),
    )
    return TemplateResponse(request, "admin/erasure_done.html", context)


def page(request: HttpRequest, title: str, **context: Any) -> dict[str, Any]:
    return {**admin.site.each_context(request), "title": title, **context}
