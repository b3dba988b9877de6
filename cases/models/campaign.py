"""Campaigns that join cases, what was done about them, and how others assessed them."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.constraints import EMPTY, ToldCheck, not_before
from cases.models.fields import (
    LONGEST_SUMMARY,
    LONGEST_TEXT,
    CodeArrayField,
    CodeField,
    PartialDateField,
    ReferenceField,
)
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.models.publishable import Publishable, PublishableQuerySet
from cases.vocabularies import actions, languages, places


class CampaignQuerySet(PublishableQuerySet):
    def complete(self) -> Self:
        """With everything a public document is made of, in a constant number of queries."""
        return self.prefetch_related(
            "events__place",
            "events__agency",
            "events__translations",
            "events__court",
            "official_positions__source",
            "official_positions__event",
            "interventions",
            "citations__source__derived_from",
            "translations",
        )


@keep_history
class Campaign(Publishable):
    """A wave of repression that several cases belong to, such as a crackdown before a summit."""

    reference = ReferenceField(prefix="K", unique=True, verbose_name=_("reference"))
    title = models.CharField(max_length=300, verbose_name=_("title"))
    summary = models.TextField(
        blank=True,
        default="",
        help_text=_("Public, in our own words."),
        verbose_name=_("summary"),
        max_length=LONGEST_SUMMARY,
    )
    text_language = CodeField(
        languages.TEXT_LANGUAGES,
        default="en",
        verbose_name=_("language of the texts"),
        help_text=_("In which title, summary and the texts of events are written here."),
    )
    states = CodeArrayField(places.STATES, verbose_name=_("countries"))
    start_date = PartialDateField(pgettext_lazy("date", "start"))
    end_date = PartialDateField(pgettext_lazy("date", "end"))
    notes = models.TextField(_("private notes"), blank=True, default="", max_length=LONGEST_TEXT)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-pk"]
        permissions = [
            ("submit_campaign", "Can submit a campaign for review"),
            ("return_campaign", "Can return a submitted campaign"),
            ("publish_campaign", "Can publish a reviewed campaign"),
            ("withdraw_campaign", "Can withdraw a published campaign"),
        ]
        triggers = Publishable.triggers()
        constraints = [
            *Publishable.constraints("campaign"),
            not_before("end_date", "start_date", "campaign_end_not_before_start"),
            ToldCheck(
                name="campaign_not_stated_stands_alone",
                field="states",
                condition=~Q(states__contains=[places.NOT_STATED]) | Q(states__len=1),
                violation_error_message=_("“Not stated” cannot stand beside a country."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


@keep_history
class Intervention(models.Model):
    case = models.ForeignKey(
        "Case",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="interventions",
        verbose_name=_("case"),
    )
    campaign = models.ForeignKey(
        Campaign,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="interventions",
        verbose_name=_("campaign"),
    )
    kind = CodeField(actions.INTERVENTION_KINDS, verbose_name=_("kind"))
    actor = models.CharField(max_length=300, verbose_name=_("actor"))
    addressee = models.CharField(max_length=300, blank=True, default="", verbose_name=_("addressee"))
    date = PartialDateField(verbose_name=_("date"))
    requested = models.TextField(
        blank=True,
        default="",
        verbose_name=pgettext_lazy("of an intervention", "requested"),
        max_length=LONGEST_TEXT,
    )
    response = models.TextField(
        blank=True,
        default="",
        verbose_name=pgettext_lazy("of an intervention", "response"),
        max_length=LONGEST_TEXT,
    )
    impact = models.TextField(
        blank=True,
        default="",
        verbose_name=pgettext_lazy("of an intervention", "impact"),
        max_length=LONGEST_TEXT,
    )
    status = CodeField(
        actions.INTERVENTION_STATUSES,
        blank=True,
        default="",
        verbose_name=pgettext_lazy("of a charge or intervention", "status"),
    )
    response_to = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="responses",
        verbose_name=_("response to"),
    )
    linked_by_us = models.BooleanField(
        default=False,
        help_text=_("Ticked when no source ties it to this campaign or case, and shown so."),
        verbose_name=_("linked by us"),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = _("intervention")
        verbose_name_plural = _("interventions")
        ordering = [F("date_earliest").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                name="intervention_on_case_or_campaign",
                condition=Q(case__isnull=False, campaign__isnull=True)
                | Q(case__isnull=True, campaign__isnull=False),
            ),
            ToldCheck(
                name="intervention_no_response_to_itself",
                field="response_to",
                condition=Q(response_to__isnull=True) | ~Q(response_to=F("pk")),
                violation_error_message=_("An intervention cannot answer itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{actions.INTERVENTION_KINDS.label(self.kind)}: {self.actor}"


@keep_history
class Assessment(models.Model):
    """What a named body found under a named framework. Never a yes or no of ours on a person."""

    case = models.ForeignKey(
        "Case", on_delete=models.CASCADE, related_name="assessments", verbose_name=_("case")
    )
    assessor = models.CharField(max_length=200, verbose_name=_("assessor"))
    framework = CodeField(actions.ASSESSMENT_FRAMEWORKS, verbose_name=_("framework"))
    categories = CodeArrayField(actions.ASSESSMENT_CATEGORIES, verbose_name=_("categories"))
    outcome = CodeField(
        actions.ASSESSMENT_OUTCOMES, verbose_name=pgettext_lazy("of an assessment", "outcome")
    )
    date = PartialDateField(verbose_name=_("date"))
    document = models.ForeignKey(
        "Source",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assessments",
        verbose_name=pgettext_lazy("of an assessment", "document"),
    )
    withdrawn_date = PartialDateField(pgettext_lazy("date of an assessment", "withdrawn"))

    objects = KnownManager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["pk"]
        constraints = [
            ToldCheck(
                name="assessment_names_its_assessor",
                field="assessor",
                condition=~Q(assessor=""),
                violation_error_message=EMPTY,
            ),
            not_before("withdrawn_date", "date", "assessment_withdrawn_not_before_date"),
        ]

    def __str__(self) -> str:
        return f"{self.assessor}: {actions.ASSESSMENT_OUTCOMES.label(self.outcome)}"
