from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.promises import Promise
from organizations.models import Organization
from portal.kernel.counts import Method, Qualifier, Quantity, Unit
from portal.kernel.history import Versioned, keep_history


class AttendanceNoteVersion(models.Model):
    """A note as it was approved. Never changed: figures and reports point here.

    `data` holds {"summary": str, "counts": [{"unit", "qualifier", "value", "method", "source",
    "counted"}], "organizations": [{"id", "name", "public"}], "commitments": [{"id", "text",
    "owner", "due", "state", "done_on", "result", "public"}]}; the oldest lack "commitments".
    """

    note = models.ForeignKey(
        "events.AttendanceNote",
        models.PROTECT,
        related_name="versions",
        verbose_name=_("notatka"),
    )
    number = models.PositiveIntegerField(_("wersja"))
    data = models.JSONField(_("treść"))
    approved_at = models.DateTimeField(_("zatwierdzono"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name=_("kto zatwierdził")
    )
    own_work = models.BooleanField(_("zatwierdzono własną pracę"), default=False)

    class Meta:
        verbose_name = _("zatwierdzona wersja notatki")
        verbose_name_plural = _("zatwierdzone wersje notatki")
        ordering = ("note", "number")
        constraints = [
            models.UniqueConstraint("note", "number", name="events_attendancenoteversion_once"),
        ]

    def __str__(self) -> str:
        return f"wersja {self.number}"

    def quantity(self, unit: Unit) -> Quantity | None:
        """The count of that unit which figures use, or None when nobody gave one."""
        for row in self.data["counts"]:
            if row["unit"] == unit and row["counted"]:
                return Quantity(Qualifier(row["qualifier"]), row["value"], unit)
        return None

    def counts(self) -> list[dict[str, Any]]:
        """Every count with its sentence: [{"text", "method", "source", "counted", "unit"}]."""
        return [
            {
                "text": Quantity(Qualifier(row["qualifier"]), row["value"], Unit(row["unit"])).text,
                "method": Method(row["method"]).label,
                "source": row["source"],
                "counted": row["counted"],
                "unit": row["unit"],
            }
            for row in self.data["counts"]
        ]

    def commitments(self) -> tuple[Promise, ...]:
        """What was promised, internal promises among them, in the order of their ids."""
        return tuple(Promise.of(row) for row in self.data.get("commitments", []))


@keep_history
class AttendanceNote(Versioned):
    """Who came and what was said, as aggregates and organizations: no participants' data.

    The row is the office's working copy; what figures and pages read is `current`, the last
    approved version.
    """

    event = models.OneToOneField(
        Event, models.PROTECT, related_name="note", verbose_name=_("wydarzenie")
    )
    summary = models.TextField(
        _("co z tego wynikło"),
        blank=True,
        help_text=_("Dwa, trzy zdania. Po zatwierdzeniu widoczne na stronie wydarzenia."),
    )
    internal = models.TextField(
        _("tylko dla biura"), blank=True, help_text=_("Nigdzie niepublikowane. Bez danych osób.")
    )
    organizations = models.ManyToManyField(
        Organization, through="events.Presence", related_name="notes", blank=True
    )
    current = models.ForeignKey(
        AttendanceNoteVersion,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("zatwierdzona wersja"),
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("kto napisał"),
    )

    class Meta:
        verbose_name = _("notatka ze spotkania")
        verbose_name_plural = _("notatki ze spotkań")
        ordering = ("-event__sort_at", "-pk")
        permissions = [("approve_attendancenote", "Może zatwierdzać notatki")]

    def __str__(self) -> str:
        return f"Notatka: {self.event}"


@keep_history
class Presence(models.Model):
    """That an organization was there. Internal, unless it agreed to be named."""

    note = models.ForeignKey(
        AttendanceNote, models.CASCADE, related_name="presences", verbose_name=_("notatka")
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="presences", verbose_name=_("organizacja")
    )
    public = models.BooleanField(_("zgodziła się na podanie nazwy"), default=False)

    class Meta:
        verbose_name = _("obecna organizacja")
        verbose_name_plural = _("obecne organizacje")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                "note",
                "organization",
                name="events_presence_once",
                violation_error_message=_("Ta organizacja jest już na liście."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organization)
