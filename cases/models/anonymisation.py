"""That a case shows less of its person than it once did: what it said before, and the day it may appear again.

Only `cases.workflow` writes here. Nothing of it is ever public: it is what would tie the record that is gone to the
one that comes.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.fields import CodeField
from cases.models.need_to_know import KnownManager
from cases.vocabularies import people


class FormerText(models.Model):
    """What the public could read under a reference that a case has left, or may leave.

    `documents` are the public documents of all its versions, newest first, and those of the campaigns that listed it.
    """

    case = models.ForeignKey("Case", on_delete=models.CASCADE, related_name="former_texts", editable=False)
    reference = models.TextField(editable=False)
    documents = models.JSONField(default=list, editable=False)

    objects = KnownManager()

    class Meta:
        verbose_name = _("former public text")
        verbose_name_plural = _("former public texts")
        constraints = [
            models.UniqueConstraint(fields=["case", "reference"], name="former_text_of_reference_stands_once")
        ]

    def __str__(self) -> str:
        return self.reference


class Anonymisation(models.Model):
    """`former_identity`: the most that was public of the person. `appears_on`: the day, chosen at random, before
    which the case is on no public surface. `approved_*`: the text that a colleague has approved for that day, as a
    digest, the day it was made, and the names of protected persons they confirmed to be somebody else's."""

    case = models.OneToOneField(
        "Case", on_delete=models.CASCADE, related_name="anonymisation", editable=False
    )
    former_identity = CodeField(people.IDENTITIES, editable=False)
    appears_on = models.DateField(editable=False)
    approved_on = models.DateField(null=True, editable=False)
    approved_digest = models.CharField(max_length=64, blank=True, default="", editable=False)
    approved_names = ArrayField(models.TextField(), default=list, blank=True, editable=False)

    objects = KnownManager()

    class Meta:
        verbose_name = _("anonymisation")
        verbose_name_plural = _("anonymisations")
        constraints = [
            models.CheckConstraint(
                name="anonymisation_approved_text_has_day",
                condition=Q(approved_on__isnull=True, approved_digest="")
                | (Q(approved_on__isnull=False) & ~Q(approved_digest="")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.case.reference}, {self.appears_on:%Y-%m-%d}"
