"""That other rules of derivation gave a public case another status, with the very text it had.

Written when what is public is derived anew (`workflow/derivation.py`), read by those who publish. It names what was
public before and what is public since, and nothing else. Only `seen_by` and `seen_at` ever change, once.
"""

from collections.abc import Sequence
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.fields import CodeArrayField, CodeField
from cases.models.need_to_know import KnownManager
from cases.vocabularies import proceedings


class StatusChangeQuerySet(models.QuerySet):
    def unseen(self) -> Self:
        return self.filter(seen_at__isnull=True)


class StatusChange(models.Model):
    """Stages are those of the proceedings, in their order."""

    case = models.ForeignKey(
        "Case", on_delete=models.CASCADE, related_name="status_changes", verbose_name=_("case")
    )
    changed_at = models.DateTimeField(verbose_name=_("changed at"))
    custody_before = CodeField(
        proceedings.CUSTODY_STATUSES, blank=True, default="", verbose_name=_("custody before")
    )
    custody_after = CodeField(
        proceedings.CUSTODY_STATUSES, blank=True, default="", verbose_name=_("custody since")
    )
    stages_before = CodeArrayField(proceedings.STAGES, verbose_name=_("stages before"))
    stages_after = CodeArrayField(proceedings.STAGES, verbose_name=_("stages since"))
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("seen by"),
    )
    seen_at = models.DateTimeField(null=True, verbose_name=_("seen at"))

    objects = KnownManager.from_queryset(StatusChangeQuerySet)()

    class Meta:
        verbose_name = _("change of status by other rules")
        verbose_name_plural = _("changes of status by other rules")
        ordering = ["-changed_at", "pk"]
        indexes = [
            models.Index(
                fields=["-changed_at"], name="status_change_unseen", condition=Q(seen_at__isnull=True)
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="status_change_seen_by_somebody_at_some_time",
                condition=Q(seen_at__isnull=True, seen_by__isnull=True)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.case}, {self.changed_at:%Y-%m-%d}"

    @property
    def words(self) -> list[tuple[str, str]]:
        """What changed, in words: (before, since) of custody and of the stages, as far as they differ."""
        custody = _custody(self.custody_before), _custody(self.custody_after)
        stages = _stages(self.stages_before), _stages(self.stages_after)
        return [pair for pair in (custody, stages) if pair[0] != pair[1]]


def _custody(code: str) -> str:
    return str(proceedings.CUSTODY_STATUSES.label(code)) if code else "–"


def _stages(codes: Sequence[str]) -> str:
    return ", ".join(str(proceedings.STAGES.label(code)) for code in codes) or "–"
