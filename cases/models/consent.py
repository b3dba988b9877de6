"""Consent, held for the person and for the case; the rule that joins the two is in `workflow.permission`."""

from django.db import models
from django.db.models import BaseConstraint, Q
from django.utils.translation import gettext_lazy as _

from cases.models.constraints import ToldCheck
from cases.models.day_field import DayField
from cases.models.fields import LONGEST_TEXT, CodeField
from cases.vocabularies import people


class Consent(models.Model):
    """Who agreed to what, for how long, and who spoke to whom."""

    consent = CodeField(people.CONSENTS, default="none_public_source", verbose_name=_("consent"))
    consent_by = CodeField(people.CONSENT_BY, blank=True, default="", verbose_name=_("consent by"))
    consent_date = DayField(_("consent given on"), null=True, blank=True)
    consent_expires_date = DayField(_("consent ends on"), kind="plan", null=True, blank=True)
    consent_scope = models.TextField(
        blank=True,
        default="",
        help_text=_("What may be shown, where, and what not, in their words."),
        verbose_name=_("consent scope"),
        max_length=LONGEST_TEXT,
    )
    consent_spoken = models.TextField(
        _("who spoke to whom"),
        blank=True,
        default="",
        help_text=_("Never public: who asked, who answered, how."),
        max_length=LONGEST_TEXT,
    )

    class Meta:
        abstract = True

    @staticmethod
    def constraints(name: str) -> list[BaseConstraint]:
        """What holds for every consent; `name` begins the constraints' names."""
        return [
            ToldCheck(
                name=f"{name}_consent_ends_after_it_began",
                field="consent_expires_date",
                condition=Q(consent_expires_date__isnull=True)
                | Q(consent_date__isnull=True)
                | Q(consent_expires_date__gte=models.F("consent_date")),
                violation_error_message=_("The consent ends before it was given."),
            ),
            ToldCheck(
                name=f"{name}_given_consent_says_by_whom",
                field="consent_by",
                condition=Q(consent="none_public_source") | ~Q(consent_by=""),
                violation_error_message=_("Say who gave or refused the consent."),
            ),
        ]
