"""Agencies that did things or are said to have, and who says so.

An attribution is a claim by somebody: “attributed to Y by Z”. It is never a finding of this project.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.models.constraints import ToldCheck, ToldUnique
from cases.models.fields import LONGEST_TEXT, CodeField, PartialDateField, ReferenceField
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.vocabularies import attributions, places


@keep_history
class Agency(models.Model):
    reference = ReferenceField(prefix="A", unique=True, verbose_name=_("reference"))
    name = models.CharField(max_length=200, verbose_name=pgettext_lazy("of a place or agency", "name"))
    spellings = ArrayField(
        models.CharField(max_length=200),
        blank=True,
        default=list,
        verbose_name=_("other names and spellings"),
        help_text=_("Separated by commas."),
    )
    country = CodeField(places.COUNTRIES, blank=True, default="", verbose_name=_("country"))
    kind = CodeField(attributions.AGENCY_KINDS, default="unknown", verbose_name=_("kind"))
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        verbose_name=pgettext_lazy("agency", "parent"),
    )

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["country", "name"]
        constraints = [
            ToldUnique(
                fields=["country", "name"],
                name="agency_stands_once",
                field="name",
                violation_error_message=_("An agency of this name and country is on file already."),
            ),
            ToldCheck(
                name="agency_not_part_of_itself",
                field="parent",
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("pk")),
                violation_error_message=_("An agency cannot be part of itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.country})" if self.country else self.name


@keep_history
class Attribution(models.Model):
    case = models.ForeignKey(
        "Case", on_delete=models.CASCADE, related_name="attributions", verbose_name=_("case")
    )
    violation = models.ForeignKey(
        "Violation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="attributions",
        verbose_name=_("violation"),
    )
    agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attributions",
        verbose_name=_("agency"),
    )
    attributed_to = models.CharField(
        _("attributed to (words)"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("When no agency is named: the source's words, such as “security services”."),
    )
    country = CodeField(places.COUNTRIES, blank=True, default="", verbose_name=_("of which state"))
    attributed_by = models.CharField(
        max_length=200,
        help_text=_("Who makes the claim, which may not be who reports it: “attributed to Y by Z”."),
        verbose_name=_("attributed by"),
    )
    involvement = CodeField(attributions.INVOLVEMENTS, blank=True, default="", verbose_name=_("involvement"))
    level = CodeField(
        attributions.ATTRIBUTION_LEVELS, default="1", verbose_name=pgettext_lazy("of attribution", "level")
    )
    source = models.ForeignKey(
        "Source",
        on_delete=models.PROTECT,
        related_name="attributions",
        help_text=_("The source that reports it."),
        verbose_name=_("source"),
    )
    method_seen = models.BooleanField(
        _("the investigation's own method was seen"),
        default=False,
        help_text=_("Required for level 3, investigated."),
    )
    notes = models.TextField(_("private notes"), blank=True, default="", max_length=LONGEST_TEXT)

    objects = KnownManager()

    class Meta:
        verbose_name = _("attribution")
        verbose_name_plural = _("attributions")
        ordering = ["pk"]
        constraints = [
            ToldCheck(
                name="attribution_names_whom",
                field="attributed_to",
                condition=Q(agency__isnull=False) | ~Q(attributed_to="") | ~Q(country=""),
                violation_error_message=_("Say to whom: an agency, words, or a state."),
            ),
            ToldCheck(
                name="attribution_says_by_whom",
                field="attributed_by",
                condition=~Q(attributed_by=""),
                violation_error_message=_("Say who makes the claim."),
            ),
            ToldCheck(
                name="attribution_investigated_needs_method_seen",
                field="level",
                condition=~Q(level="3") | Q(method_seen=True),
                violation_error_message=_(
                    "Level 3 only where the investigation's own method was seen; else level 2."
                ),
            ),
        ]

    def __str__(self) -> str:
        return gettext("attributed to %(whom)s by %(by)s") % {"whom": self.whom, "by": self.attributed_by}

    @property
    def whom(self) -> str:
        return self.agency.name if self.agency else (self.attributed_to or self.country)


@keep_history
class OfficialPosition(models.Model):
    """What a state says about it: printed beside the claim it answers."""

    case = models.ForeignKey(
        "Case",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="official_positions",
        verbose_name=_("case"),
    )
    campaign = models.ForeignKey(
        "Campaign",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="official_positions",
        verbose_name=_("campaign"),
    )
    event = models.ForeignKey(
        "Event",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="official_positions",
        verbose_name=_("event"),
    )
    attribution = models.ForeignKey(
        Attribution,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="official_positions",
        verbose_name=_("attribution"),
    )
    position = CodeField(
        attributions.OFFICIAL_POSITIONS, verbose_name=pgettext_lazy("of a state", "position")
    )
    stated_by = models.CharField(max_length=200, blank=True, default="", verbose_name=_("stated by"))
    date = PartialDateField(verbose_name=_("date"))
    text = models.TextField(_("what was said"), blank=True, default="", max_length=LONGEST_TEXT)
    source = models.ForeignKey(
        "Source",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="official_positions",
        verbose_name=_("source"),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = _("official position")
        verbose_name_plural = _("official positions")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="official_position_on_case_or_campaign",
                condition=Q(case__isnull=False, campaign__isnull=True)
                | Q(case__isnull=True, campaign__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{attributions.OFFICIAL_POSITIONS.label(self.position)} {self.stated_by}".strip()
