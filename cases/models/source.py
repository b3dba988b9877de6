"""What was published or said, and the citations that tie it to a case, a campaign, or one fact of theirs.

One table of citations serves every kind of fact; per-field tables made other projects' downloads slow.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.constraints import ToldCheck, ToldUnique
from cases.models.day_field import DayField
from cases.models.fields import LONGEST_TEXT, PAST_DAY, CodeField, PartialDateField
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.vocabularies import people, sources


@keep_history
class Source(models.Model):
    kind = CodeField(sources.SOURCE_KINDS, default="news_article", verbose_name=_("kind"))
    title = models.CharField(max_length=500, verbose_name=_("title"))
    publisher = models.CharField(max_length=300, blank=True, default="", verbose_name=_("publisher"))
    author = models.CharField(max_length=300, blank=True, default="", verbose_name=_("author"))
    language = CodeField(people.LANGUAGES, blank=True, default="", verbose_name=_("language"))
    url = models.URLField(pgettext_lazy("of a web page", "address"), max_length=2000, blank=True, default="")
    archived_url = models.URLField(_("archived copy"), max_length=2000, blank=True, default="")
    published_date = PartialDateField(pgettext_lazy("date of a source", "published"))
    accessed_date = DayField(_("read on"), null=True, blank=True, validators=PAST_DAY)
    reliability = CodeField(sources.RELIABILITIES, blank=True, default="", verbose_name=_("reliability"))
    derived_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="copies",
        help_text=_("The source this one copies or retells; copies are not counted as independent."),
        verbose_name=_("derived from"),
    )
    is_public = models.BooleanField(
        pgettext_lazy("source", "public"),
        default=False,
        help_text=_("Ticked: title, publisher and address may be shown. Unticked: never."),
    )
    notes = models.TextField(_("private notes"), blank=True, default="", max_length=LONGEST_TEXT)

    objects = KnownManager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title"]
        constraints = [
            ToldCheck(
                name="source_not_derived_from_itself",
                field="derived_from",
                condition=Q(derived_from__isnull=True) | ~Q(derived_from=F("pk")),
                violation_error_message=_("A source cannot be derived from itself."),
            ),
            ToldUnique(
                fields=["url"],
                # Those that circles hold are never public, and nobody else may learn of them by an error.
                condition=~Q(url="") & Q(is_public=True),
                told_where=~Q(url=""),
                name="source_address_stands_once",
                field="url",
                violation_error_message=_("A source with this address is on file already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher})" if self.publisher else self.title


@keep_history
class Citation(models.Model):
    TARGETS = (
        "violation",
        "charge",
        "sentence",
        "event",
        "attribution",
        "intervention",
        "assessment",
        "affiliation",
        "participation",
        "lawyer",
    )

    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="citations", verbose_name=_("source")
    )
    case = models.ForeignKey(
        "Case",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("case"),
    )
    campaign = models.ForeignKey(
        "Campaign",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("campaign"),
    )
    violation = models.ForeignKey(
        "Violation",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("violation"),
    )
    charge = models.ForeignKey(
        "Charge",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("charge"),
    )
    sentence = models.ForeignKey(
        "Sentence",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=pgettext_lazy("punishment", "sentence"),
    )
    event = models.ForeignKey(
        "Event",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("event"),
    )
    attribution = models.ForeignKey(
        "Attribution",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("attribution"),
    )
    intervention = models.ForeignKey(
        "Intervention",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("intervention"),
    )
    assessment = models.ForeignKey(
        "Assessment",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("assessment"),
    )
    affiliation = models.ForeignKey(
        "Affiliation",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("affiliation"),
    )
    participation = models.ForeignKey(
        "Participation",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=pgettext_lazy("of an official", "part"),
    )
    lawyer = models.ForeignKey(
        "Lawyer",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("lawyer"),
    )
    credibility = CodeField(sources.CREDIBILITIES, blank=True, default="", verbose_name=_("credibility"))
    pinpoint = models.CharField(
        _("place in the source"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Page, paragraph, minute."),
    )
    claimed_field = models.CharField(
        max_length=60,
        blank=True,
        default="",
        help_text=_("The field this source gives a value for, e.g. start date."),
        verbose_name=_("claimed field"),
    )
    claimed_value = models.CharField(max_length=500, blank=True, default="", verbose_name=_("claimed value"))
    preferred = models.BooleanField(_("preferred of several"), null=True, blank=True)
    preference_reason = models.CharField(
        max_length=500, blank=True, default="", verbose_name=_("preference reason")
    )
    remark = models.TextField(
        blank=True,
        default="",
        help_text=_("Public: what the source's author says about the claim."),
        verbose_name=_("remark"),
        max_length=LONGEST_TEXT,
    )
    notes = models.TextField(_("private notes"), blank=True, default="", max_length=LONGEST_TEXT)

    objects = KnownManager()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="citation_on_case_or_campaign",
                condition=Q(case__isnull=False, campaign__isnull=True)
                | Q(case__isnull=True, campaign__isnull=False),
            ),
            ToldCheck(
                name="citation_value_names_its_field",
                field="claimed_field",
                condition=Q(claimed_value="") | ~Q(claimed_field=""),
                violation_error_message=_("Say which field the value is for."),
            ),
            ToldCheck(
                name="citation_preference_says_why",
                field="preference_reason",
                condition=Q(preferred__isnull=True) | ~Q(preference_reason=""),
                violation_error_message=_("Say why this value is preferred or not."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}"

    @property
    def target(self) -> str:
        """Name of the kind of fact this citation is tied to; `case` or `campaign` if to none."""
        for name in self.TARGETS:
            if getattr(self, f"{name}_id"):
                return name
        return "case" if self.case_id else "campaign"
