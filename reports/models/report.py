from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Event
from portal.kernel.history import Versioned, keep_history
from portal.kernel.months import Month, MonthSpan
from portal.kernel.publishing import Publishable, PublishableQuerySet
from portal.kernel.richtext import RichTextField
from reports.models.activity import Activity


class ReportQuerySet(PublishableQuerySet["Report"]):
    def newest_first(self) -> "ReportQuerySet":
        return self.order_by("-last_month", "first_month", "-pk")

    def of(self, span: MonthSpan) -> "ReportQuerySet":
        return self.filter(first_month=span.first.first_day, last_month=span.last.first_day)


@keep_history
class Report(Publishable, Versioned):
    """The account of a month or a span of months: the staff's working copy.

    Visitors never read it: they read its `ReportVersion`s, frozen when published.
    Never called „sprawozdanie”, which is the statutory one.
    """

    # Months are stored as their first days: both databases compare and sort dates alike.
    first_month = models.DateField(_("pierwszy miesiąc"), editable=False)
    last_month = models.DateField(_("ostatni miesiąc"), editable=False)
    title = models.CharField(_("tytuł"), max_length=200)
    lead = models.TextField(_("wstęp"), blank=True)
    # What the draft wrote: where the text differs, a person did, and drafting leaves it alone.
    drafted_lead = models.TextField(editable=False, default="", blank=True)
    data_through = models.DateField(
        _("dane do dnia"), help_text=_("Ostatni dzień, który to podsumowanie obejmuje.")
    )
    drafted_through = models.DateField(editable=False, null=True)
    case_number = models.CharField(
        _("znak sprawy"),
        max_length=60,
        blank=True,
        help_text=_("Np. „OR-09.0640.5.2026”. Stoi w nagłówku PDF i Worda."),
    )
    closing = RichTextField(_("zakończenie i podziękowania"))
    drafted_closing = models.TextField(editable=False, default="", blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("podsumowanie")
        verbose_name_plural = _("podsumowania")
        ordering = ("-last_month", "first_month", "-pk")
        permissions = [("publish_report", "Może publikować i wycofywać podsumowania")]
        constraints = [
            *Publishable.Meta.constraints,
            models.UniqueConstraint("first_month", "last_month", name="reports_report_once"),
            models.CheckConstraint(
                name="reports_report_months_in_order", condition=Q(last_month__gte=F("first_month"))
            ),
            models.CheckConstraint(
                name="reports_report_data_from_its_months",
                condition=Q(data_through__gte=F("first_month")),
                violation_error_message=_("Dane kończą się przed początkiem okresu."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def span(self) -> MonthSpan:
        return MonthSpan(Month.of(self.first_month), Month.of(self.last_month))

    def get_absolute_url(self) -> str:
        return reverse("reports:report_detail", args=[self.span.slug])

    def clean(self) -> None:
        """Refuse a last day of data outside the report's own months."""
        if self.data_through and not (
            self.span.first.first_day <= self.data_through <= self.span.last.last_day
        ):
            raise ValidationError(
                {"data_through": _("Ten dzień nie należy do okresu podsumowania.")}
            )


@keep_history
class ReportSection(models.Model):
    """A month of a report: its heading and its opening sentence."""

    report = models.ForeignKey(
        Report, models.CASCADE, related_name="sections", verbose_name=_("podsumowanie")
    )
    month = models.DateField(_("miesiąc"), editable=False)
    heading = models.CharField(_("nagłówek"), max_length=200)
    opening = models.TextField(_("zdanie otwierające"), blank=True)
    drafted_opening = models.TextField(editable=False, default="", blank=True)

    class Meta:
        verbose_name = _("miesiąc podsumowania")
        verbose_name_plural = _("miesiące podsumowania")
        ordering = ("month", "pk")
        constraints = [
            models.UniqueConstraint("report", "month", name="reports_reportsection_once")
        ]

    def __str__(self) -> str:
        return self.heading


class ReportLineQuerySet(models.QuerySet["ReportLine"]):
    def in_order(self) -> "ReportLineQuerySet":
        """As pages show them: by month, own meetings first, what went on for months last."""
        rank = Case(
            *(When(part=part, then=place) for place, part in enumerate(ReportLine.Part)),
            output_field=models.PositiveSmallIntegerField(),
        )
        return self.order_by("month", rank, "position", "pk")


@keep_history
class ReportLine(models.Model):
    """One line of a month, and what stands behind it: an event, an activity, or a person's word."""

    class Part(models.TextChoices):
        MEETING = "meeting", _("nasze spotkania")
        ACTIVITY = "activity", _("działania")
        STANDING = "standing", _("działania ciągłe")

    report = models.ForeignKey(
        Report, models.CASCADE, related_name="lines", verbose_name=_("podsumowanie")
    )
    # The first day of its month, as in ReportSection; a person may move it to another.
    month = models.DateField(_("miesiąc"))
    part = models.CharField(_("część"), max_length=8, choices=Part, default=Part.ACTIVITY)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)
    text = models.TextField(_("treść"), max_length=600)
    drafted_text = models.TextField(editable=False, default="", blank=True)
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="report_lines",
        verbose_name=_("wydarzenie"),
    )
    activity = models.ForeignKey(
        Activity,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="report_lines",
        verbose_name=_("działanie"),
    )
    # Drafting again found no record behind it any more: somebody decides what becomes of it.
    gone = models.BooleanField(
        _("wpisu, z którego powstał, już nie ma"), default=False, editable=False
    )
    included = models.BooleanField(_("w podsumowaniu"), default=True)
    omission_reason = models.CharField(
        _("dlaczego pominięto"), max_length=200, blank=True, help_text=_("Zostaje w aktach.")
    )

    objects = ReportLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("wiersz podsumowania")
        verbose_name_plural = _("wiersze podsumowania")
        ordering = ("month", "part", "position", "pk")
        constraints = [
            models.UniqueConstraint(
                "report",
                "event",
                name="reports_reportline_event_once",
                condition=Q(event__isnull=False),
            ),
            models.UniqueConstraint(
                "report",
                "activity",
                name="reports_reportline_activity_once",
                condition=Q(activity__isnull=False),
            ),
            models.CheckConstraint(
                name="reports_reportline_one_source",
                condition=Q(event__isnull=True) | Q(activity__isnull=True),
            ),
            models.CheckConstraint(
                name="reports_reportline_omitted_with_reason",
                condition=Q(included=True) | ~Q(omission_reason=""),
                violation_error_message=_("Napisz, dlaczego ten wiersz pominięto."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_edited(self) -> bool:
        """Whether a person has written here; drafting again leaves such a line alone."""
        return self.text != self.drafted_text
