"""What was deleted at the desk, with all its rows, so that an administrator can bring it back for a while.

Written by `workflow/deleting.py` alone. Nothing is kept of what was hidden or anonymised, or whose consent is over.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.need_to_know import hidden_rows
from cases.models.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

KEPT_FOR = timedelta(days=90)


class DeletedRecordQuerySet(models.QuerySet["DeletedRecord"]):
    def known_to(self, user: "User") -> Self:
        """Of what stood in no circle, or in circles they are in; and about nobody whom a circle keeps since."""
        rows = self.filter(circles__contained_by=list(user.circles.values_list("pk", flat=True)))
        hidden = hidden_rows(Person)
        return rows if hidden is None else rows.exclude(persons__overlap=[row["pk"] for row in hidden])

    def too_old(self, now: "datetime") -> Self:
        return self.filter(deleted_at__lt=now - KEPT_FOR)


class DeletedRecord(models.Model):
    """`rows` are those of every table that went with it, by table, as the database had them; `links` are (table, field,
    key of the row, value) of rows that stayed and led to it. `persons` are whom it was about."""

    kind = models.CharField(_("kind"), max_length=40)
    key = models.BigIntegerField(editable=False)
    name = models.TextField(_("what"))
    reference = models.CharField(_("reference"), max_length=40, blank=True, default="")
    deleted_at = models.DateTimeField(_("deleted at"), db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("deleted by")
    )
    rows = models.JSONField(editable=False)
    links = models.JSONField(editable=False)
    persons = ArrayField(models.BigIntegerField(), editable=False)
    circles = ArrayField(models.BigIntegerField(), editable=False)

    objects = DeletedRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("deleted record")
        verbose_name_plural = _("deleted records")
        ordering = ["-deleted_at", "-pk"]

    def __str__(self) -> str:
        return self.name
