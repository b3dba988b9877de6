"""Charges, and the articles of law they rest on.

An article means nothing without its country and code, and is kept exactly as printed: in Azerbaijan
`281-1` and `281.1` are different provisions.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.constraints import EMPTY, ToldCheck, ToldUnique
from cases.models.day_field import DayField
from cases.models.fields import CodeField, PartialDateField
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.vocabularies import charges, places


@keep_history
class LegalProvision(models.Model):
    country = CodeField(places.COUNTRIES, verbose_name=_("country"))
    code = CodeField(charges.LEGAL_CODES, verbose_name=pgettext_lazy("of law", "code"))
    article = models.CharField(
        max_length=40,
        help_text=_("Exactly as printed, hyphens and points included."),
        verbose_name=_("article"),
    )
    title = models.CharField(
        max_length=300, blank=True, default="", help_text=_("In English."), verbose_name=_("title")
    )
    title_original = models.CharField(
        max_length=300,
        blank=True,
        default="",
        help_text=_("In the language of the law."),
        verbose_name=_("title original"),
    )
    category = CodeField(charges.CHARGE_CATEGORIES, verbose_name=_("category"))
    valid_from = DayField(null=True, blank=True, verbose_name=_("valid from"))
    valid_to = DayField(kind="plan", null=True, blank=True, verbose_name=_("valid to"))
    source = models.CharField(
        max_length=300,
        blank=True,
        default="",
        help_text=_("Where this was checked."),
        verbose_name=_("source"),
    )

    class Meta:
        verbose_name = _("legal provision")
        verbose_name_plural = _("legal provisions")
        ordering = ["country", "code", "article"]
        constraints = [
            ToldUnique(
                fields=["country", "code", "article"],
                name="legal_provision_stands_once",
                field="article",
                violation_error_message=_("This article is on file already."),
            ),
            ToldCheck(
                name="legal_provision_has_article",
                field="article",
                condition=~Q(article=""),
                violation_error_message=EMPTY,
            ),
            ToldCheck(
                name="legal_provision_valid_to_not_before_from",
                field="valid_to",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("It cannot end before it begins."),
            ),
        ]

    @property
    def is_verified(self) -> bool:
        """Whether somebody noted where the article was checked; what was made while typing was not yet."""
        return bool(self.source)

    def __str__(self) -> str:
        return f"{self.country} {charges.LEGAL_CODES.label(self.code)} {self.article} {self.title}".strip()


@keep_history
class Charge(models.Model):
    case = models.ForeignKey("Case", on_delete=models.CASCADE, related_name="charges", verbose_name=_("case"))
    proceeding = models.ForeignKey(
        "Proceeding", on_delete=models.CASCADE, related_name="charges", verbose_name=_("proceeding")
    )
    provision = models.ForeignKey(
        LegalProvision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="charges",
        verbose_name=_("provision"),
    )
    verbatim = models.CharField(
        _("words of the source"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("Such as “treason charges”."),
    )
    category = CodeField(
        charges.CHARGE_CATEGORIES,
        blank=True,
        default="",
        help_text=_("Needed when no article is known; an article brings its own."),
        verbose_name=_("category"),
    )
    modality = CodeField(charges.MODALITIES, default="completed", verbose_name=_("modality"))
    status = CodeField(
        charges.CHARGE_STATUSES,
        default="alleged",
        verbose_name=pgettext_lazy("of a charge or intervention", "status"),
    )
    date = PartialDateField(verbose_name=_("date"))
    replaced_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaces",
        verbose_name=_("replaced by"),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = _("charge")
        verbose_name_plural = _("charges")
        ordering = ["pk"]
        constraints = [
            ToldCheck(
                name="charge_has_provision_or_words",
                field="verbatim",
                condition=Q(provision__isnull=False) | ~Q(verbatim=""),
                violation_error_message=_("Give the article, or the words of the source."),
            ),
            ToldCheck(
                name="charge_has_a_category",
                field="category",
                condition=Q(provision__isnull=False) | ~Q(category=""),
                violation_error_message=_("Without an article, choose the category the words mean."),
            ),
            ToldCheck(
                name="charge_not_replaced_by_itself",
                field="replaced_by",
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("pk")),
                violation_error_message=_("A charge cannot replace itself."),
            ),
            ToldCheck(
                name="charge_replaced_is_reclassified",
                field="status",
                condition=Q(replaced_by__isnull=True) | Q(status="reclassified"),
                violation_error_message=_("A charge that was replaced has the status “reclassified”."),
            ),
        ]

    def __str__(self) -> str:
        return self.verbatim or str(self.provision)
