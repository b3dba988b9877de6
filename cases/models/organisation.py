"""Employers, outlets, parties and other organisations, and who is said to belong to them.

An affiliation stands on a case: it is a fact of that case, with citations of its own.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.constraints import ToldUnique
from cases.models.fields import CodeField, ReferenceField
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.vocabularies import organisations, places


@keep_history
class Organisation(models.Model):
    reference = ReferenceField(prefix="O", unique=True, verbose_name=_("reference"))
    name = models.CharField(max_length=200, verbose_name=pgettext_lazy("of a place or agency", "name"))
    spellings = ArrayField(
        models.CharField(max_length=200),
        blank=True,
        default=list,
        verbose_name=_("other names and spellings"),
        help_text=_("Separated by commas."),
    )
    country = CodeField(places.COUNTRIES, blank=True, default="", verbose_name=_("country"))
    kind = CodeField(organisations.ORGANISATION_KINDS, default="unknown", verbose_name=_("kind"))

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["country", "name"]
        constraints = [
            ToldUnique(
                fields=["country", "name"],
                name="organisation_stands_once",
                field="name",
                violation_error_message=_("An organisation of this name and country is on file already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.country})" if self.country else self.name


@keep_history
class Affiliation(models.Model):
    case = models.ForeignKey(
        "Case", on_delete=models.CASCADE, related_name="affiliations", verbose_name=_("case")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="affiliations",
        verbose_name=_("organisation"),
        help_text=_("Employer, outlet, party, community: what the person or the group belongs to."),
    )
    role = CodeField(organisations.AFFILIATION_ROLES, verbose_name=pgettext_lazy("organisation", "tie"))
    words = models.CharField(
        _("post, in words"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("As the source has it: “editor-in-chief”, “since 2019”."),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ["pk"]
        constraints = [
            ToldUnique(
                fields=["case", "organisation", "role"],
                name="affiliation_stands_once",
                field="organisation",
                violation_error_message=_("This tie stands here already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation.name} – {organisations.AFFILIATION_ROLES.label(self.role)}"
