"""Campaigns that join cases, what was done about them, and how others assessed them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.vocabularies import actions, places

from .constraints import EMPTY, ToldCheck, not_before
from .fields import CodeArrayField, CodeField, PartialDateField, ReferenceField
from .history import keep_history
from .publishable import Publishable, PublishableQuerySet


class CampaignQuerySet(PublishableQuerySet):
    def complete(self):
        """With everything a public document is made of, in a constant number of queries."""
        return self.prefetch_related(
            "events__place",
            "events__agency",
            "official_positions__source",
            "official_positions__event",
            "interventions",
            "citations__source__derived_from",
        )


@keep_history
class Campaign(Publishable):
    """A wave of repression that several cases belong to, such as a crackdown before a summit."""

    reference = ReferenceField(prefix="K", unique=True)
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True, default="", help_text=_("Public, in our own words."))
    states = CodeArrayField(places.STATES, verbose_name=_("countries"))
    start_date = PartialDateField(pgettext_lazy("date", "start"))
    end_date = PartialDateField(pgettext_lazy("date", "end"))
    notes = models.TextField(_("private notes"), blank=True, default="")

    objects = CampaignQuerySet.as_manager()

    class Meta:
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

    def __str__(self):
        return self.title


@keep_history
class Intervention(models.Model):
    case = models.ForeignKey(
        "Case", null=True, blank=True, on_delete=models.CASCADE, related_name="interventions"
    )
    campaign = models.ForeignKey(
        Campaign, null=True, blank=True, on_delete=models.CASCADE, related_name="interventions"
    )
    kind = CodeField(actions.INTERVENTION_KINDS)
    actor = models.CharField(max_length=300)
    addressee = models.CharField(max_length=300, blank=True, default="")
    date = PartialDateField()
    requested = models.TextField(blank=True, default="")
    response = models.TextField(blank=True, default="")
    impact = models.TextField(blank=True, default="")
    status = CodeField(actions.INTERVENTION_STATUSES, blank=True, default="")
    response_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="responses"
    )
    linked_by_us = models.BooleanField(
        default=False, help_text=_("Ticked when no source ties it to this campaign or case, and shown so.")
    )

    class Meta:
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

    def __str__(self):
        return f"{actions.INTERVENTION_KINDS.label(self.kind)}: {self.actor}"


@keep_history
class Assessment(models.Model):
    """What a named body found under a named framework. Never a yes or no of ours on a person."""

    case = models.ForeignKey("Case", on_delete=models.CASCADE, related_name="assessments")
    assessor = models.CharField(max_length=200)
    framework = CodeField(actions.ASSESSMENT_FRAMEWORKS)
    categories = CodeArrayField(actions.ASSESSMENT_CATEGORIES)
    outcome = CodeField(actions.ASSESSMENT_OUTCOMES)
    date = PartialDateField()
    document = models.ForeignKey(
        "Source", null=True, blank=True, on_delete=models.PROTECT, related_name="assessments"
    )
    withdrawn_date = PartialDateField(pgettext_lazy("date of an assessment", "withdrawn"))

    class Meta:
        constraints = [
            ToldCheck(
                name="assessment_names_its_assessor",
                field="assessor",
                condition=~Q(assessor=""),
                violation_error_message=EMPTY,
            ),
            not_before("withdrawn_date", "date", "assessment_withdrawn_not_before_date"),
        ]

    def __str__(self):
        return f"{self.assessor}: {actions.ASSESSMENT_OUTCOMES.label(self.outcome)}"
