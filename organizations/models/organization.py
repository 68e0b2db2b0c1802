from datetime import datetime

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import Versioned, keep_history
from portal.kernel.merging import Mergeable, MergeableQuerySet
from portal.kernel.names import slugify
from portal.kernel.naming import Named
from portal.kernel.publishing import Publishable, PublishableQuerySet
from portal.kernel.richtext import RichTextField


class OrganizationQuerySet(MergeableQuerySet["Organization"], PublishableQuerySet["Organization"]):  # type: ignore[override]  # as_manager() of two parents
    def in_order(self) -> "OrganizationQuerySet":
        return self.order_by("sort_key", "pk")


@keep_history
class Organization(Publishable, Versioned, Mergeable, Named):
    """An NGO, an informal group, a city unit, an institution or a company.

    Public only when published: one that merely sat in the audience is the office's own note,
    since informal groups and one-person foundations are people too.
    """

    class Kind(models.TextChoices):
        NGO = "ngo", _("organizacja pozarządowa")
        INFORMAL = "informal", _("grupa nieformalna")
        CITY = "city", _("jednostka miejska")
        INSTITUTION = "institution", _("instytucja")
        COMPANY = "company", _("firma")
        BODY = "body", _("rada lub komisja")
        OTHER = "other", _("nie wiemy jeszcze")

    kind = models.CharField(_("rodzaj"), max_length=12, choices=Kind, default=Kind.NGO)
    field = models.CharField(
        _("czym się zajmuje"),
        max_length=120,
        blank=True,
        help_text=_("Kilka słów, np. „zdrowie psychiczne”."),
    )
    description = RichTextField(_("opis"))
    website = models.URLField(_("strona"), blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("organizacja")
        verbose_name_plural = _("organizacje")
        ordering = ("sort_key", "pk")
        permissions = [("publish_organization", "Może publikować i wycofywać organizacje")]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="organizations_organization_named", condition=~models.Q(name="")
            ),
        ]

    @property
    def slug(self) -> str:
        return slugify(self.name) or "organizacja"

    def get_absolute_url(self) -> str:
        return reverse("organizations:organization_detail", args=[self.pk, self.slug])

    def public_url(self, at: datetime) -> str:
        """The page's address, or "" where a visitor would find nothing."""
        return self.get_absolute_url() if self.is_public(at) else ""
