"""Pictures: what must be known of one before it may be shown, and which files it has."""

from pathlib import Path

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.kernel.pictures import shelf
from portal.kernel.pictures.decode import CARD, card_box, card_name, height_at, widths

PER_CENT = (MaxValueValidator(100),)


class People(models.TextChoices):
    """Whether somebody can be recognised, and why that may be shown.

    Copyright act (ustawa o prawie autorskim i prawach pokrewnych), art. 81: consent, unless a
    person is a mere detail of a gathering, or is widely known and seen in public office.
    """

    NONE = "none", _("nie, nikogo nie da się rozpoznać")
    AGREED = "agreed", _("tak, i zgodziły się na publikację")
    DETAIL = "detail", _("tak, ale są tylko szczegółem zgromadzenia lub imprezy publicznej")
    OFFICE = "office", _("tak, to osoby powszechnie znane, przy pełnieniu funkcji publicznej")


class Picture(models.Model):
    """A picture whose clean files are on the shelf, with what is known of it.

    Concrete beside its owner (`EventPicture`). `name` is random and names all its files; width
    and height are the master's, in pixels. Focal point: per cent from the left and the top.
    """

    name = models.CharField(_("nazwa plików"), max_length=32, unique=True, editable=False)
    width = models.PositiveIntegerField(_("szerokość"), editable=False)
    height = models.PositiveIntegerField(_("wysokość"), editable=False)
    alt = models.CharField(
        _("tekst alternatywny"),
        max_length=300,
        blank=True,
        help_text=_("Co widać na zdjęciu, jednym zdaniem, dla osób, które go nie zobaczą."),
    )
    decorative = models.BooleanField(_("tylko ozdobne"), default=False)
    people = models.CharField(
        _("Czy widać osoby, które można rozpoznać?"), max_length=10, choices=People
    )
    author = models.CharField(_("autor lub autorka"), max_length=120)
    licence = models.CharField(
        _("licencja"),
        max_length=120,
        help_text=_("Na przykład: CC BY 4.0, domena publiczna, za zgodą autorki."),
    )
    focal_x = models.PositiveSmallIntegerField(
        _("punkt ważny, od lewej (%)"), default=50, validators=PER_CENT
    )
    focal_y = models.PositiveSmallIntegerField(
        _("punkt ważny, od góry (%)"), default=50, validators=PER_CENT
    )

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
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_people_answered",
                condition=Q(people__in=People.values),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_has_files",
                condition=~Q(name="") & Q(width__gt=0) & Q(height__gt=0),
            ),
        ]

    @property
    def is_shown(self) -> bool:
        """Whether its renditions may be on the disk; the owner's state decides."""
        raise NotImplementedError

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height

    ## Files

    @property
    def card(self) -> str:
        """The piece around the focal point, in the shape of a shared link's picture."""
        return card_name(self.focal_x, self.focal_y)

    def wanted(self) -> set[str]:
        """The names of its renditions, without its own."""
        sizes = {f"{width}.{kind}" for width in widths(self.width) for kind in ("avif", "webp")}
        return {*sizes, self.card}

    def file_names(self) -> set[str]:
        return {f"{self.name}-{file}" for file in self.wanted()}

    def missing(self) -> set[str]:
        return {name for name in self.wanted() if not shelf.public(f"{self.name}-{name}").is_file()}

    def unwanted(self) -> list[Path]:
        """Files that are there and should not be: all of what is not shown."""
        kept = self.file_names() if self.is_shown else set()
        return [path for path in shelf.files_of(self.name) if path.name not in kept]

    ## What a page says

    def url(self, file: str) -> str:
        return shelf.url(f"{self.name}-{file}")

    @property
    def avif(self) -> str:
        return self.srcset("avif")

    @property
    def webp(self) -> str:
        return self.srcset("webp")

    def srcset(self, kind: str) -> str:
        return ", ".join(f"{self.url(f'{width}.{kind}')} {width}w" for width in widths(self.width))

    @property
    def small(self) -> str:
        return self.url(f"{widths(self.width)[0]}.webp")

    @property
    def large(self) -> str:
        return self.url(f"{self.large_width}.webp")

    @property
    def large_width(self) -> int:
        return widths(self.width)[-1]

    @property
    def large_height(self) -> int:
        return height_at(self.large_width, self.size)

    @property
    def card_url(self) -> str:
        return self.url(self.card)

    @property
    def card_size(self) -> tuple[int, int]:
        """In pixels, as `decode` makes it."""
        left, top, right, bottom = card_box(self.size, self.focal_x, self.focal_y)
        return CARD if right - left > CARD[0] else (right - left, bottom - top)
