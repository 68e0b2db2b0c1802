"""The page that says how every figure is counted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from events.social import absolute
from reports.figures import DEFINITIONS, Group


def figure_list(request: HttpRequest) -> HttpResponse:
    """Every definition, by what it is about; each has an anchor of its own, its key."""
    groups = [
        {"label": group.label, "figures": [row for row in DEFINITIONS if row.group == group]}
        for group in Group
    ]
    crumbs = [
        {"title": _("Start"), "url": reverse("home")},
        {"title": _("Podsumowania"), "url": reverse("reports:report_list")},
        {"title": _("Jak liczymy"), "url": ""},
    ]
    canonical = absolute(reverse("reports:figure_list"))
    context = {"groups": groups, "crumbs": crumbs, "canonical": canonical}
    return render(request, "reports/figure_list.html", context)
