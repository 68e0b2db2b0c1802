from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.kernel.history import keep_history
from portal.kernel.naming import NameVariant


@keep_history
class Alias(NameVariant):
    organization = models.ForeignKey(
        "organizations.Organization",
        models.CASCADE,
        related_name="aliases",
        verbose_name=_("organizacja"),
    )

    class Meta(NameVariant.Meta):
        verbose_name = _("inna nazwa organizacji")
        verbose_name_plural = _("inne nazwy organizacji")
        constraints = [
            models.UniqueConstraint(
                "organization",
                "folded",
                name="organizations_alias_once",
                violation_error_message=_("Ta nazwa jest już zapisana."),
            )
        ]
