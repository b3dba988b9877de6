"""Lawyers of the people in a case: private, unless a public source names them in that role."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.constraints import ToldUnique
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.models.source import Citation


class LawyerQuerySet(models.QuerySet):
    def named_openly(self) -> Self:
        """Those for whom a public source is cited that names them as a lawyer of their case."""
        return self.filter(Exists(_public_citations()))

    def private_beside(self, case: int | None) -> Self:
        """Those whose names no public text may print without a second look: whom no public source names in this role,
        neither in that case (a key, or None for a record of another kind) nor in any other."""
        known = self.named_openly().values("name")
        return self.exclude(Exists(_public_citations())).filter(Q(case=case) | ~Q(name__in=known))


def _public_citations() -> models.QuerySet:
    return Citation._base_manager.filter(lawyer=OuterRef("pk"), source__is_public=True)


@keep_history
class Lawyer(models.Model):
    case = models.ForeignKey("Case", on_delete=models.CASCADE, related_name="lawyers", verbose_name=_("case"))
    name = models.CharField(
        pgettext_lazy("of a person", "name"),
        max_length=200,
        help_text=_(
            "Private, until a public source that names them as a lawyer of this case is cited for it."
        ),
    )

    objects = KnownManager.from_queryset(LawyerQuerySet)()

    class Meta:
        verbose_name = _("lawyer")
        verbose_name_plural = _("lawyers")
        ordering = ["pk"]
        constraints = [
            ToldUnique(
                fields=["case", "name"],
                name="lawyer_stands_once",
                field="name",
                violation_error_message=_("This lawyer stands here already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
