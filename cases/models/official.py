"""Judges, prosecutors and investigators, as officials of an agency, and the parts they took in proceedings.

An official is on file for an office alone: a public source must name them in it, and goes with every mention. They
are no persons of this record: they have no case and no private relations, and do not stand among the names people are
found by.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.fields import CodeField, ReferenceField
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.models.source import Source
from cases.vocabularies import attributions


@keep_history
class Official(models.Model):
    reference = ReferenceField(prefix="J", unique=True, verbose_name=_("reference"))
    name = models.CharField(max_length=200, verbose_name=pgettext_lazy("of a person", "name"))
    spellings = ArrayField(
        models.CharField(max_length=200),
        blank=True,
        default=list,
        verbose_name=_("other names and spellings"),
        help_text=_("Separated by commas."),
    )
    office = CodeField(attributions.OFFICES, verbose_name=_("office"))
    agency = models.ForeignKey(
        "Agency",
        on_delete=models.PROTECT,
        related_name="officials",
        verbose_name=_("agency"),
        help_text=_("Court, prosecution or service in which they hold the office."),
    )
    source = models.ForeignKey(
        "Source",
        on_delete=models.PROTECT,
        related_name="officials",
        limit_choices_to={"is_public": True},
        verbose_name=_("source"),
        help_text=_("A public source that names them in this office."),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = pgettext_lazy("noun", "official")
        verbose_name_plural = pgettext_lazy("noun", "officials")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return f"{self.name} – {attributions.OFFICES.label(self.office)}, {self.agency.name}"


@keep_history
class Participation(models.Model):
    """That an official took part in what a case is about. Without a public source of the office it shows nowhere."""

    case = models.ForeignKey(
        "Case", on_delete=models.CASCADE, related_name="participations", verbose_name=_("case")
    )
    official = models.ForeignKey(
        Official,
        on_delete=models.PROTECT,
        related_name="participations",
        verbose_name=pgettext_lazy("noun", "official"),
    )
    role = CodeField(
        attributions.OFFICES,
        verbose_name=_("took part as"),
        help_text=_("The office in which they took part in this case."),
    )
    event = models.ForeignKey(
        "Event",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="participations",
        verbose_name=_("event"),
    )
    words = models.CharField(
        _("part, in words"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("As the source has it: “presided over the trial”."),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = pgettext_lazy("of an official", "part")
        verbose_name_plural = _("parts of officials")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.official.name} – {attributions.OFFICES.label(self.role)}"

    @property
    def source(self) -> Source:
        """That of the office: a part is told as openly as that, and no more."""
        return self.official.source
