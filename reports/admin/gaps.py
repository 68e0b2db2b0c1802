"""„Kompletność”: what is still to be settled before a report goes out, each with its buttons."""

from dataclasses import dataclass
from datetime import datetime
from itertools import count
from textwrap import shorten
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel.admin import Link, PublishableAdmin
from portal.kernel.admin.publication import REASON_LENGTH, Remark
from portal.kernel.findings import Finding
from reports.gaps import Deed, Gap, Kind, Review, gap_findings, left_out, refuse_gaps
from reports.gaps.actions import SettledAlreadyError, add_all, settle, take_back
from reports.gaps.answers import review_of
from reports.gaps.evidence import Evidence, evidence_of
from reports.gaps.gate import FIELD
from reports.gaps.linking import Candidate, free, likest
from reports.models import Report

SHOWN = 50  # cards of one kind; the next ones come when these are settled
REASONED = {Deed.OMIT, Deed.LEAVE}
# What the buttons say; a line that is left out is told apart from one that stays.
OMIT_WORDS = {
    Kind.ORPHAN: gettext_lazy("Pomiń ten wiersz"),
    Kind.GONE: gettext_lazy("Pomiń ten wiersz"),
}
LEAVE_WORDS = {
    Kind.ORPHAN: gettext_lazy("Zostaw wiersz w podsumowaniu"),
    Kind.GONE: gettext_lazy("Zostaw wiersz w podsumowaniu"),
}


class SettleForm(forms.Form):
    """One press of one button."""

    key = forms.CharField(max_length=120)
    mark = forms.CharField(max_length=12)
    deed = forms.ChoiceField(choices=Deed.choices)
    reason = forms.CharField(
        max_length=200,
        required=False,
        error_messages={"max_length": gettext_lazy("Skróć powód do 200 znaków.")},
    )
    target = forms.CharField(max_length=40, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if {"key", "mark", "deed"} & self.errors.keys():
            raise ValidationError(_("Nie wiadomo, co zrobić. Spróbuj jeszcze raz."))
        deed = data.get("deed")
        if deed in REASONED and not data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Napisz, dlaczego: powód zostaje w aktach."))
        if deed == Deed.LINK and not data.get("target"):
            self.add_error("target", _("Wybierz wpis, o którym mówi ten wiersz."))
        return data


class TakeBackForm(forms.Form):
    line = forms.IntegerField(required=False, min_value=1)
    waiver = forms.IntegerField(required=False, min_value=1)


@dataclass(frozen=True)
class Card:
    """A gap on the page. `form` is what was sent about it and refused."""

    number: int
    gap: Gap
    choices: list[Candidate]
    form: SettleForm | None = None

    @property
    def adds(self) -> bool:
        return Deed.ADD in self.gap.deeds

    @property
    def records(self) -> bool:
        return Deed.RECORD in self.gap.deeds

    @property
    def reasons(self) -> list[tuple[str, Any]]:
        """(deed, words of its button) of those that need a reason."""
        words = {
            Deed.OMIT: OMIT_WORDS.get(self.gap.kind, _("Pomiń z tym powodem")),
            Deed.LEAVE: LEAVE_WORDS.get(self.gap.kind, _("Zostaw z tym powodem")),
        }
        return [(deed.value, words[deed]) for deed in words if deed in self.gap.deeds]


@dataclass(frozen=True)
class Pile:
    """The cards of one kind; `more`: how many did not fit."""

    kind: Kind
    cards: list[Card]
    more: int

    @property
    def adds_all(self) -> bool:
        return len(self.cards) > 1 and self.cards[0].adds


class GapPages(PublishableAdmin):
    def get_urls(self) -> list[URLPattern]:
        return [self.route("kompletnosc", self.gaps_view, "gaps"), *super().get_urls()]

    def links(self, request: HttpRequest, record: Any, at: datetime) -> list[Link]:
        return [*super().links(request, record, at), Link(_("Kompletność"), self.gaps_url(record))]

    def gaps_url(self, record: Any) -> str:
        return self.page_of(record, "gaps")

    # The gate

    def findings(self, record: Any, at: datetime) -> list[Finding]:
        return [*super().findings(record, at), *found_once(record, at)]

    def remarks(self, record: Any, findings: list[Finding]) -> list[Remark]:
        """Of gaps, the way leads to their page."""
        rows = super().remarks(record, findings)
        url, way = self.gaps_url(record), _("Rozstrzygnij na stronie „Kompletność”")
        return [
            Remark(row.finding, "", url, way) if row.finding.field == FIELD else row for row in rows
        ]

    def let_out_with(
        self, request: HttpRequest, record: Any, at: datetime, data: dict[str, Any]
    ) -> str:
        """Not while something certain is open; what was left out stays in the history."""
        refuse_gaps(record, at)
        said = super().let_out_with(request, record, at, data)
        keep_in_history(record)
        return said

    # The page

    def gaps_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        report = get_object_or_404(Report, pk=pk)
        if not self.has_view_permission(request, report):
            raise PermissionDenied
        if request.method != "POST":
            return self.gaps_page(request, report)
        if not self.has_change_permission(request, report):
            raise PermissionDenied
        return self.settle_one(request, report)

    def settle_one(self, request: HttpRequest, report: Report) -> HttpResponse:
        """What one button asks for; refused, the page comes back with what was written."""
        form = SettleForm(request.POST)
        is_one = "key" in request.POST
        try:
            if is_one and not form.is_valid():
                return self.gaps_page(request, report, form)
            said = self.settled(request, report, form)
        except SettledAlreadyError as already:
            messages.info(request, already.messages[0])
        except ValidationError as refused:
            if is_one:
                form.add_error(None, refused)
                return self.gaps_page(request, report, form)
            messages.error(request, refused.messages[0])
        else:
            messages.success(request, said)
        return redirect(self.gaps_url(report))

    def settled(self, request: HttpRequest, report: Report, form: SettleForm) -> str:
        at, by = timezone.now(), request.user
        if "kind" in request.POST:
            return add_all(report=report, kind=request.POST["kind"], by=by, at=at)
        if "key" not in request.POST:
            return take_back(report=report, by=by, **taken(request))
        return settle(report=report, by=by, at=at, **form.cleaned_data)

    @transaction.atomic
    def gaps_page(
        self, request: HttpRequest, report: Report, form: SettleForm | None = None
    ) -> HttpResponse:
        evidence = evidence_of(report, timezone.now())
        found = review_of(evidence)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Kompletność"),
            "record": report,
            "opts": self.opts,
            "found": found,
            "piles": piles_of(found, evidence, form),
            "form": form if form and not is_open(found, form) else None,
            "may_settle": self.has_change_permission(request, report),
            "may_publish": self.may_publish(request),
        }
        return TemplateResponse(request, "admin/reports/report/gaps.html", context)


def found_once(record: Any, at: datetime) -> list[Finding]:
    """Read once for a saved state of the record, since a page asks again and again."""
    known = getattr(record, "known_gaps", None)
    if known is None or known[0] != record.version:
        known = record.version, gap_findings(record, at)
        record.known_gaps = known
    found: list[Finding] = known[1]
    return found


def keep_in_history(report: Any) -> None:
    """Beside the publication: what was left out, and the doubts that were overruled."""
    said = " ".join(filter(None, (left_out(report), getattr(report, "_change_reason", None))))
    row = report.history.order_by("-history_date", "-history_id").first()
    if said and row:
        row.history_change_reason = shorten(said, REASON_LENGTH, placeholder=" […]")
        row.save(update_fields=["history_change_reason"])


def taken(request: HttpRequest) -> dict[str, int | None]:
    form = TakeBackForm(request.POST)
    if not form.is_valid() or not any(form.cleaned_data.values()):
        raise ValidationError(_("Nie wiadomo, co cofnąć. Spróbuj jeszcze raz."))
    return {name: form.cleaned_data[name] for name in ("line", "waiver")}


def is_open(found: Review, form: SettleForm) -> bool:
    return any(gap.key == form.data.get("key") for gap in found.open)


def piles_of(found: Review, evidence: Evidence, form: SettleForm | None) -> list[Pile]:
    """What is open, by kind, in the order of `Kind`."""
    numbers, offered, piles = count(1), free(evidence), []
    for kind in Kind:
        own = [gap for gap in found.open if gap.kind == kind]
        if own:
            cards = [
                Card(next(numbers), gap, choices_of(gap, offered), sent_about(gap, form))
                for gap in first_of(own, form)
            ]
            piles.append(Pile(kind, cards, len(own) - len(cards)))
    return piles


def choices_of(gap: Gap, offered: list[Candidate]) -> list[Candidate]:
    return likest(offered, gap.sentence) if Deed.LINK in gap.deeds else []


def sent_about(gap: Gap, form: SettleForm | None) -> SettleForm | None:
    return form if form and form.data.get("key") == gap.key else None


def first_of(gaps: list[Gap], form: SettleForm | None) -> list[Gap]:
    """Those that fit, and the one that was just sent wherever it stands."""
    sent = form.data.get("key") if form else None
    return [gap for place, gap in enumerate(gaps) if place < SHOWN or gap.key == sent]
