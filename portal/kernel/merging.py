"""Two records of one thing become one: the lost one stays as a row that says where it went."""

from datetime import datetime
from typing import Any, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from portal.kernel.discarding import DiscardableQuerySet
from portal.kernel.links import Mover, links_to
from portal.kernel.names import fold
from portal.kernel.publishing import Publishable, Status

M = TypeVar("M", bound=models.Model, covariant=True)


class MergeableQuerySet(DiscardableQuerySet[M]):
    def kept(self) -> Self:
        """Without those that another record stands for now."""
        return super().kept().filter(merged_into__isnull=True)


class Mergeable(models.Model):
    """Chains do not arise: what was merged into the lost one is merged into the kept one too."""

    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_here",
        verbose_name=_("połączono z"),
    )

    class Meta:
        abstract = True


def retire(lost: Any, kept: Any, at: datetime) -> None:
    """Off the site, or into the bin, with the way to the kept one."""
    lost.merged_into = kept
    status = getattr(lost, "status", Status.DRAFT)
    if status == Status.WITHDRAWN:
        lost.save()
    elif status == Status.PUBLISHED and lost.is_public(at):
        lost.withdraw(at, str(_("To samo, co: %s.") % kept)[:300])
    else:
        if status == Status.PUBLISHED:
            lost.unschedule(at)
        lost.discard(at)


class Merging:
    """One record takes in another of its model. What is special about a model overrides."""

    # Fields that mean something together only.
    groups: tuple[tuple[str, ...], ...] = ()
    # The model of other names, by its relation to the record; "" where there is none.
    aliases = ""

    def refusal(self, kept: Any, lost: Any, at: datetime) -> str:
        """Why the two cannot be merged so, in a sentence; "" when they can."""
        if kept.pk == lost.pk:
            return str(_("To jeden i ten sam wpis: wybierz inny."))
        for record in (kept, lost):
            if record.merged_into_id:
                said = {"record": record, "kept": record.merged_into}
                return str(_("„%(record)s” połączono już z: %(kept)s.") % said)
            if record.is_discarded:
                return str(_("„%s” leży w koszu: najpierw wyjmij.") % record)
        return self.address_refusal(kept, lost, at)

    def address_refusal(self, kept: Any, lost: Any, at: datetime) -> str:
        """A public address must not lead where visitors find nothing."""
        if not isinstance(lost, Publishable) or not lost.is_public(at) or kept.is_public(at):
            return ""
        return str(
            _("„%s” jest na stronie, a ten drugi wpis nie: niech zostanie ten ze strony.") % lost
        )

    def carry_out(
        self, kept: Any, lost: Any, *, values: set[str], rows: set[str], at: datetime, by: Any
    ) -> None:
        """`values`: fields taken from the lost one; `rows`: keys of twins whose lost row stays.

        ValidationError, with nothing changed, when the two cannot be one in this way.
        """
        if refusal := self.refusal(kept, lost, at):
            raise ValidationError(refusal)
        with transaction.atomic():
            self.merge(kept, lost, values, rows, at, by)

    def merge(
        self, kept: Any, lost: Any, values: set[str], rows: set[str], at: datetime, by: Any
    ) -> None:
        names = [kept.name, lost.name]
        reason = str(_("Połączono: „%(lost)s” z „%(kept)s”") % {"lost": lost, "kept": kept})
        mover = Mover(kept, lost, reason, by)
        for name in values:
            setattr(kept, name, getattr(lost, name))
        kept.clean_fields(exclude={f.name for f in kept._meta.fields if f.name not in values})
        kept.validate_constraints()
        for links in links_to(type(kept)):
            mover.move(links, rows)
        self.keep_names(mover, names)
        mover.mark(lost)
        retire(lost, kept, at)
        mover.touch()
        mover.save(kept)

    def keep_names(self, mover: Mover, names: list[str]) -> None:
        """By what the two were called, the one is still found."""
        if not self.aliases:
            return
        rows = getattr(mover.kept, self.aliases)
        known = {fold(mover.kept.name), *rows.values_list("folded", flat=True)}
        for name in names:
            if fold(name) not in known:
                known.add(fold(name))
                alias = rows.model(**{rows.field.name: mover.kept}, name=name)
                mover.save(alias)
