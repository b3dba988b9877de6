"""Dated steps: arrests, hearings, transfers, releases. Custody and stage follow from them (`custody.py`)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.constraints import not_before
from cases.models.fields import LONGEST_TEXT, CodeField, PartialDateField
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.vocabularies import proceedings


@keep_history
class Event(models.Model):
    case = models.ForeignKey(
        "Case", null=True, blank=True, on_delete=models.CASCADE, related_name="events", verbose_name=_("case")
    )
    campaign = models.ForeignKey(
        "Campaign",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="events",
        verbose_name=_("campaign"),
    )
    proceeding = models.ForeignKey(
        "Proceeding",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        verbose_name=_("proceeding"),
    )
    kind = CodeField(proceedings.EVENT_KINDS, verbose_name=_("kind"))
    date = PartialDateField(verbose_name=_("date"))
    order = models.PositiveSmallIntegerField(_("order within the day"), default=0)
    until = PartialDateField(
        pgettext_lazy("order of detention", "until"),
        kind="plan",
        help_text=_(
            "How long it runs or lasts: remand, administrative sentence, hunger strike, a seized passport."
        ),
    )
    held_since = PartialDateField(_("held since"), help_text=_("Custody acknowledged: held since when."))
    decision = CodeField(proceedings.DECISIONS, blank=True, default="", verbose_name=_("decision"))
    custody_stated = CodeField(
        proceedings.CUSTODY_STATUSES,
        blank=True,
        default="",
        verbose_name=_("custody, as stated"),
        help_text=_("Where the source states the form of custody and the event alone does not."),
    )
    taken_into_custody = models.BooleanField(
        default=False, help_text=_("At a verdict: taken away in court."), verbose_name=_("taken into custody")
    )
    in_absentia = models.BooleanField(default=False, verbose_name=_("in absentia"))
    place = models.ForeignKey(
        "Place",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
        verbose_name=_("place"),
    )
    agency = models.ForeignKey(
        "Agency",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
        verbose_name=_("agency"),
    )
    court = models.ForeignKey(
        "Agency",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decisions",
        limit_choices_to={"kind": "judiciary"},
        verbose_name=_("court"),
        help_text=_("The court that decided, where a court did."),
    )
    verb = models.CharField(
        _("the source's verb"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("Verbatim: “detained”, “arrested”, “jailed” mean different things in law."),
    )
    description = models.TextField(
        blank=True, default="", help_text=_("Public."), verbose_name=_("description"), max_length=LONGEST_TEXT
    )
    conditions = models.TextField(
        _("conditions (private)"),
        blank=True,
        default="",
        help_text=_("Of release or detention. Never public."),
        max_length=LONGEST_TEXT,
    )

    objects = KnownManager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = [F("date_earliest").asc(nulls_last=True), "order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="event_on_case_or_campaign",
                condition=Q(case__isnull=False, campaign__isnull=True)
                | Q(case__isnull=True, campaign__isnull=False),
            ),
            not_before("until", "date", "event_until_not_before_date"),
            not_before("date", "held_since", "event_not_before_held_since"),
        ]

    def __str__(self) -> str:
        return f"{proceedings.EVENT_KINDS.label(self.kind)} {self.date}".strip()
