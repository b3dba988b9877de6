"""A text of a record in another language of the site: a title, a summary, what is told of an event.

The record's own texts stand in the record, in the language it names (`text_language`); here stands what was made of
them, with who made it, in which way, and from which language. It is part of the record like any other row: edited,
reviewed, published, masked and deleted with it.
"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.constraints import EMPTY, ToldCheck, ToldUnique
from cases.models.fields import LONGEST_SUMMARY, LONGEST_TEXT, CodeField
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.vocabularies import languages

models.TextField.register_lookup(Length)

LONGEST_TITLE = 300
LONGEST = {"title": LONGEST_TITLE, "summary": LONGEST_SUMMARY, "description": LONGEST_TEXT}
"""Characters of a translation: as many as the text itself may have."""


class Translated(models.TextChoices):
    """Which text of the record."""

    TITLE = "title", pgettext_lazy("text of a record", "Title")
    SUMMARY = "summary", pgettext_lazy("text of a record", "Summary")
    # Of the event the row names.
    DESCRIPTION = "description", pgettext_lazy("text of a record", "Text of an event")


def _no_longer_than_the_text(field: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"translation_of_a_{field}_has_its_length",
        condition=~Q(field=field) | Q(text__length__lte=LONGEST[field]),
    )


def _once(record: str) -> list[ToldUnique]:
    """A text of the record, or of one event, is given once in each language."""
    sentence = _("This text is there in this language already.")
    return [
        ToldUnique(
            fields=[record, "field", "language"],
            condition=Q(event__isnull=True),
            name=f"translation_of_a_{record}_once",
            field="language",
            violation_error_message=sentence,
        ),
        ToldUnique(
            fields=[record, "event", "language"],
            name=f"translation_of_an_event_of_a_{record}_once",
            field="language",
            violation_error_message=sentence,
        ),
    ]


@keep_history
class Translation(models.Model):
    case = models.ForeignKey(
        "Case",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="translations",
        verbose_name=_("case"),
    )
    campaign = models.ForeignKey(
        "Campaign",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="translations",
        verbose_name=_("campaign"),
    )
    field = models.CharField(
        pgettext_lazy("of a translation", "which text"),
        max_length=12,
        choices=Translated.choices,
        default=Translated.TITLE,
    )
    event = models.ForeignKey(
        "Event",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="translations",
        verbose_name=_("event"),
        help_text=_("Whose text it is. Saved events only."),
    )
    language = CodeField(languages.TEXT_LANGUAGES, verbose_name=_("language"), help_text="")
    text = models.TextField(
        verbose_name=_("text"), max_length=LONGEST_SUMMARY, help_text=_("Public, like the text itself.")
    )
    way = CodeField(
        languages.TRANSLATION_WAYS, default="person", verbose_name=pgettext_lazy("of a translation", "made")
    )
    from_language = CodeField(
        languages.LANGUAGES,
        blank=True,
        default="",
        verbose_name=_("from the language"),
    )
    translated_by = models.CharField(
        _("translated by"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Public: a name, a bureau, “the desk”. Empty where it is not to be said."),
    )

    objects = KnownManager()

    class Meta:
        verbose_name = pgettext_lazy("text of a record", "translation")
        verbose_name_plural = pgettext_lazy("text of a record", "translations")
        ordering = ["field", F("event").asc(nulls_first=True), "language", "pk"]
        constraints = [
            models.CheckConstraint(
                name="translation_on_case_or_campaign",
                condition=Q(case__isnull=False, campaign__isnull=True)
                | Q(case__isnull=True, campaign__isnull=False),
            ),
            ToldCheck(
                name="translation_of_an_event_names_it",
                field="event",
                condition=~Q(field="description") | Q(event__isnull=False),
                violation_error_message=_("Choose the event whose text this is."),
            ),
            ToldCheck(
                name="translation_of_a_record_names_no_event",
                field="event",
                condition=Q(field="description") | Q(event__isnull=True),
                violation_error_message=_(
                    "Title and summary are those of the record; leave the event empty."
                ),
            ),
            ToldCheck(
                name="translation_says_something",
                field="text",
                condition=~Q(text=""),
                violation_error_message=EMPTY,
            ),
            ToldCheck(
                name="translation_of_a_title_is_one_line",
                field="text",
                condition=~Q(field="title") | ~Q(text__contains="\n"),
                violation_error_message=_("A title is one line."),
            ),
            *[_no_longer_than_the_text(field) for field in LONGEST],
            ToldCheck(
                name="translation_says_from_which_language",
                field="from_language",
                condition=Q(way="facts") | ~Q(from_language=""),
                violation_error_message=_("Say from which language it was translated."),
            ),
            ToldCheck(
                name="translation_of_facts_is_of_no_language",
                field="from_language",
                condition=~Q(way="facts") | Q(from_language=""),
                violation_error_message=_("What is made from the facts is translated from no language."),
            ),
            ToldCheck(
                name="translation_is_of_another_language",
                field="from_language",
                condition=~Q(from_language=F("language")),
                violation_error_message=_("This is the language it was translated into."),
            ),
            *_once("case"),
            *_once("campaign"),
        ]

    def __str__(self) -> str:
        return f"{Translated(self.field).label}, {languages.TEXT_LANGUAGES.label(self.language)}"
