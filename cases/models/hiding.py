"""That somebody hid a record in an emergency, without a second person; and how that ended, which takes two.

Written by `workflow/hiding.py` alone. While a hiding stands, nothing of its record is public, or can become so.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Self, TypeAlias

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.campaign import Campaign
from cases.models.case import Case
from cases.models.fields import LONGEST_TEXT
from cases.models.need_to_know import KnownManager
from cases.models.person import Person
from cases.models.source import Source

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Hideable: TypeAlias = Case | Campaign | Person | Source

KINDS = ("case", "campaign", "person", "source")


class Ending(models.TextChoices):
    # Two people agreed that it may be seen again.
    SHOWN = "shown", pgettext_lazy("end of a hiding", "Shown again")
    # Somebody who publishes took it out of the register for good, announced or not.
    WITHDRAWN = "withdrawn", pgettext_lazy("end of a hiding", "Withdrawn")


class HidingQuerySet(models.QuerySet["Hiding"]):
    def of(self, record: Hideable) -> Self:
        return self.filter(**{type(record).__name__.lower(): record})

    def standing(self) -> Self:
        """What is hidden now, the newest first."""
        return self.filter(ended_at__isnull=True).order_by("-hidden_at", "-pk")

    def told(self) -> Self:
        """With the records and the people, for a list."""
        return self.select_related("hidden_by", "asked_by", *KINDS)

    def by_since(self, by: "User", moment: datetime) -> Self:
        """What an account has hidden since a moment, whatever became of it."""
        return self.filter(hidden_by=by, hidden_at__gt=moment)


def _person_who(text: str, *, null: bool = False) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, null=null, on_delete=models.PROTECT, related_name="+", verbose_name=text
    )


def _one_record() -> Q:
    """Exactly one of the four."""
    condition = Q()
    for kind in KINDS:
        condition |= Q(**{f"{other}__isnull": other != kind for other in KINDS})
    return condition


class Hiding(models.Model):
    """`is_beyond_limit`: the account had hidden as many within the hour as may pass without a word.

    `followed_at`: when everything that named the record had been narrowed; until then that is hidden as a whole.
    `was_public`: of a source, whether it was marked public.
    """

    case = models.ForeignKey(Case, null=True, on_delete=models.CASCADE, related_name="hidings")
    campaign = models.ForeignKey(Campaign, null=True, on_delete=models.CASCADE, related_name="hidings")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="hidings")
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="hidings")
    hidden_by = _person_who("hidden by")
    hidden_at = models.DateTimeField()
    reason = models.TextField(blank=True, default="", max_length=LONGEST_TEXT)
    is_beyond_limit = models.BooleanField(default=False)
    was_public = models.BooleanField(default=False)
    followed_at = models.DateTimeField(null=True)
    asked_by = _person_who("asked by", null=True)
    asked_at = models.DateTimeField(null=True)
    asked_because = models.TextField(blank=True, default="", max_length=LONGEST_TEXT)
    ended_by = _person_who("ended by", null=True)
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=12, choices=Ending.choices, blank=True, default="")

    objects = KnownManager.from_queryset(HidingQuerySet)()

    class Meta:
        verbose_name = _("hiding in an emergency")
        verbose_name_plural = _("hidings in an emergency")
        ordering = ["-hidden_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="hiding_of_one_record", condition=_one_record()),
            *(
                models.UniqueConstraint(
                    fields=[kind], condition=Q(ended_at__isnull=True), name=f"hiding_of_{kind}_stands_once"
                )
                for kind in KINDS
            ),
            models.CheckConstraint(
                name="hiding_asked_back_by_somebody_at_some_time",
                condition=Q(asked_by__isnull=True, asked_at__isnull=True)
                | Q(asked_by__isnull=False, asked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="hiding_ended_says_how_and_when",
                condition=Q(ended_at__isnull=True, ending="") | (Q(ended_at__isnull=False) & ~Q(ending="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record}, {self.hidden_at:%Y-%m-%d %H:%M}"

    @property
    def record_kind(self) -> str:
        """What it is, in a word."""
        return str(self.record._meta.verbose_name)

    @property
    def record(self) -> Hideable:
        return next(record for kind in KINDS if (record := getattr(self, kind)) is not None)
