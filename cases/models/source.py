"""What was published or said, and the citations that tie it to a case, a campaign, or one fact of theirs.

One table of citations serves every kind of fact; per-field tables made other projects' downloads slow.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.vocabularies import people, sources

from .constraints import ToldCheck, ToldUnique
from .fields import PAST_DAY, CodeField, PartialDateField
from .history import keep_history


@keep_history
class Source(models.Model):
    kind = CodeField(sources.SOURCE_KINDS, default="news_article")
    title = models.CharField(max_length=500)
    publisher = models.CharField(max_length=300, blank=True, default="")
    author = models.CharField(max_length=300, blank=True, default="")
    language = CodeField(people.LANGUAGES, blank=True, default="")
    url = models.URLField(pgettext_lazy("of a web page", "address"), max_length=2000, blank=True, default="")
    archived_url = models.URLField(_("archived copy"), max_length=2000, blank=True, default="")
    published_date = PartialDateField(pgettext_lazy("date of a source", "published"))
    accessed_date = models.DateField(_("read on"), null=True, blank=True, validators=PAST_DAY)
    reliability = CodeField(sources.RELIABILITIES, blank=True, default="")
    derived_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="copies",
        help_text=_("The source this one copies or retells; copies are not counted as independent."),
    )
    is_public = models.BooleanField(
        pgettext_lazy("source", "public"),
        default=False,
        help_text=_("Ticked: title, publisher and address may be shown. Unticked: never."),
    )
    notes = models.TextField(_("private notes"), blank=True, default="")

    class Meta:
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
                condition=~Q(url=""),
                name="source_address_stands_once",
                field="url",
                violation_error_message=_("A source with this address is on file already."),
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.publisher})" if self.publisher else self.title


@keep_history
class Citation(models.Model):
    TARGETS = ("violation", "charge", "sentence", "event", "attribution", "intervention", "assessment")

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="citations")
    case = models.ForeignKey(
        "Case", null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    campaign = models.ForeignKey(
        "Campaign", null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    violation = models.ForeignKey(
        "Violation", null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    charge = models.ForeignKey(
        "Charge", null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    sentence = models.ForeignKey(
        "Sentence", null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    event = models.ForeignKey(
        "Event", null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    attribution = models.ForeignKey(
        "Attribution", null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    intervention = models.ForeignKey(
        "Intervention", null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    assessment = models.ForeignKey(
        "Assessment", null=True, blank=True, on_delete=models.CASCADE, related_name="citations"
    )
    credibility = CodeField(sources.CREDIBILITIES, blank=True, default="")
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
    )
    claimed_value = models.CharField(max_length=500, blank=True, default="")
    preferred = models.BooleanField(_("preferred of several"), null=True, blank=True)
    preference_reason = models.CharField(max_length=500, blank=True, default="")
    remark = models.TextField(
        blank=True, default="", help_text=_("Public: what the source's author says about the claim.")
    )
    notes = models.TextField(_("private notes"), blank=True, default="")

    class Meta:
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

    def __str__(self):
        return f"{self.source}"

    @property
    def target(self):
        """Name of the kind of fact this citation is tied to; ``case`` or ``campaign`` if to none."""
        for name in self.TARGETS:
            if getattr(self, f"{name}_id"):
                return name
        return "case" if self.case_id else "campaign"
