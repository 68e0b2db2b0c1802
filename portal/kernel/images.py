"""Pictures: what must be known of one before it may be shown."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Picture(models.Model):
    """File, alternative text or "decorative", author, licence and focal point.

    Concrete beside its owner (`EventPicture`). Focal point: per cent from the left and the top.
    """

    file = models.ImageField(_("plik"), upload_to="obrazy/%Y/")
    alt = models.CharField(
        _("tekst alternatywny"),
        max_length=300,
        blank=True,
        help_text=_("Co widać na zdjęciu, jednym zdaniem, dla osób, które go nie zobaczą."),
    )
    decorative = models.BooleanField(_("tylko ozdobne"), default=False)
    author = models.CharField(_("autor lub autorka"), max_length=120)
    licence = models.CharField(_("licencja"), max_length=120)
    focal_x = models.PositiveSmallIntegerField(_("punkt ważny, od lewej (%)"), default=50)
    focal_y = models.PositiveSmallIntegerField(_("punkt ważny, od góry (%)"), default=50)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_alt_or_decorative",
                condition=(Q(decorative=True) & Q(alt="")) | (Q(decorative=False) & ~Q(alt="")),
                violation_error_message=_("Opisz zdjęcie albo zaznacz, że jest tylko ozdobne."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_focal_point_inside",
                condition=Q(focal_x__range=(0, 100)) & Q(focal_y__range=(0, 100)),
            ),
        ]
