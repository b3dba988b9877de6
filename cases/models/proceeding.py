"""Proceedings against a person and the sentences they ended in. Charges are in `charge.py`."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from cases.models.constraints import ToldCheck, ToldUnique, not_before
from cases.models.fields import CodeField, PartialDateField
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.vocabularies import currencies, places, proceedings


@keep_history
class Proceeding(models.Model):
    case = models.ForeignKey(
        "Case", on_delete=models.CASCADE, related_name="proceedings", verbose_name=_("case")
    )
    number = models.PositiveSmallIntegerField(
        default=1,
        help_text=_("Counts the proceedings of this case; charges and events name it."),
        verbose_name=pgettext_lazy("of a proceeding", "number"),
    )
    jurisdiction = CodeField(places.COUNTRIES, blank=True, default="", verbose_name=_("jurisdiction"))
    kind = CodeField(proceedings.PROCEEDING_KINDS, default="criminal", verbose_name=_("kind"))
    stage_override = CodeField(proceedings.STAGES, blank=True, default="", verbose_name=_("stage override"))
    stage_override_source = models.ForeignKey(
        "Source",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="stage_overrides",
        verbose_name=_("stage override source"),
    )
    is_final = models.BooleanField(
        _("final judgment"),
        null=True,
        blank=True,
        help_text=_("Whether the judgment is final; a cassation appeal does not undo it."),
    )
    in_absentia = models.BooleanField(default=False, verbose_name=_("in absentia"))
    court = models.CharField(max_length=200, blank=True, default="", verbose_name=_("court"))
    counsel = CodeField(
        proceedings.COUNSEL,
        blank=True,
        default="",
        verbose_name=_("contact with counsel"),
        help_text=_("Public where the person is named."),
    )
    file_number = models.CharField(
        _("file number (private)"), max_length=100, blank=True, default="", help_text=_("Never public.")
    )

    objects = KnownManager()

    class Meta:
        verbose_name = _("proceeding")
        verbose_name_plural = _("proceedings")
        ordering = ["number"]
        constraints = [
            ToldUnique(
                fields=["case", "number"],
                name="proceeding_number_stands_once",
                field="number",
                violation_error_message=_("Another proceeding has this number."),
            ),
            ToldCheck(
                name="proceeding_stage_override_carries_source",
                field="stage_override_source",
                condition=Q(stage_override="") | Q(stage_override_source__isnull=False),
                violation_error_message=_("An overridden stage needs its source."),
            ),
        ]

    def __str__(self) -> str:
        kind = proceedings.PROCEEDING_KINDS.label(self.kind)
        return f"{self.number} – {kind}, {self.jurisdiction}".rstrip(", ")


@keep_history
class Sentence(models.Model):
    case = models.ForeignKey(
        "Case", on_delete=models.CASCADE, related_name="sentences", verbose_name=_("case")
    )
    proceeding = models.ForeignKey(
        Proceeding, on_delete=models.CASCADE, related_name="sentences", verbose_name=_("proceeding")
    )
    kind = CodeField(proceedings.SENTENCE_KINDS, verbose_name=_("kind"))
    years = models.PositiveSmallIntegerField(
        null=True, blank=True, verbose_name=pgettext_lazy("of a sentence", "years")
    )
    months = models.PositiveSmallIntegerField(
        null=True, blank=True, verbose_name=pgettext_lazy("of a sentence", "months")
    )
    days = models.PositiveSmallIntegerField(
        null=True, blank=True, verbose_name=pgettext_lazy("of a sentence", "days")
    )
    amount = models.DecimalField(
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Of a fine or a confiscation, also beside a term, with its currency."),
        verbose_name=pgettext_lazy("of a sentence", "sum"),
    )
    currency = CodeField(
        currencies.CURRENCIES,
        blank=True,
        default="",
        help_text=_("ISO 4217, or its name: AZN, Azerbaijani manat."),
        verbose_name=pgettext_lazy("of a sentence", "currency"),
    )
    words = models.CharField(
        max_length=200,
        blank=True,
        default="",
        help_text=_("As the source has it."),
        verbose_name=pgettext_lazy("of a sentence", "words"),
    )
    regime = CodeField(
        proceedings.REGIMES, blank=True, default="", verbose_name=pgettext_lazy("of a sentence", "regime")
    )
    date = PartialDateField(verbose_name=_("date"))
    expected_end_date = PartialDateField(_("expected end"), kind="plan")
    supersedes = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="superseded_by",
        verbose_name=_("supersedes"),
    )
    total = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parts",
        verbose_name=_("part of the total"),
        help_text=_("The sentence that adds this one up with others; the total alone stands."),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = pgettext_lazy("punishment", "sentence")
        verbose_name_plural = pgettext_lazy("punishment", "sentences")
        ordering = ["pk"]
        constraints = [
            not_before("expected_end_date", "date", "sentence_end_not_before_date"),
            ToldCheck(
                name="sentence_amount_has_currency",
                field="currency",
                condition=Q(amount__isnull=True) | ~Q(currency=""),
                violation_error_message=_("A sum needs its currency."),
            ),
            ToldCheck(
                name="sentence_currency_has_amount",
                field="amount",
                condition=Q(amount__isnull=False) | Q(currency=""),
                violation_error_message=_("A currency needs its sum."),
            ),
            ToldCheck(
                name="sentence_amount_is_above_zero",
                field="amount",
                condition=Q(amount__isnull=True) | Q(amount__gt=0),
                violation_error_message=_("A sum is more than nothing."),
            ),
            ToldCheck(
                name="sentence_does_not_supersede_itself",
                field="supersedes",
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("pk")),
                violation_error_message=_("A sentence cannot supersede itself."),
            ),
            ToldCheck(
                name="sentence_is_not_its_own_total",
                field="total",
                condition=Q(total__isnull=True) | ~Q(total=F("pk")),
                violation_error_message=_("A sentence cannot be part of itself."),
            ),
        ]

    def __str__(self) -> str:
        parts = [
            self.years and pgettext("short for years", "%(number)d y") % {"number": self.years},
            self.months and pgettext("short for months", "%(number)d m") % {"number": self.months},
            self.days and pgettext("short for days", "%(number)d d") % {"number": self.days},
        ]
        money = f"{self.amount:g} {self.currency}" if self.amount is not None else ""
        term = " ".join(str(part) for part in (*parts, money) if part)
        return f"{proceedings.SENTENCE_KINDS.label(self.kind)} {term}".strip()
