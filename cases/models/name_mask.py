"""That somebody was public by name, and what became of it in the public texts of others once they were hidden.

Only `cases.workflow` writes here. What a text read before it was masked stands here and, until somebody rewords it, in
the desk's own text; nowhere that is public.
"""

from typing import TYPE_CHECKING, Self, cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.fields import LONGEST_TEXT
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager
from cases.models.person import Person

if TYPE_CHECKING:
    from cases.models.campaign import Campaign
    from cases.models.case import Case


class PublicNamingQuerySet(models.QuerySet):
    def hidden(self) -> Self:
        return self.filter(hidden_at__isnull=False)


@keep_history
class PublicNaming(models.Model):
    """A person whose name a public document gave as theirs, now or once; `hidden_at`: none does any more since then.

    `surname_elsewhere`: in how many public records that have nothing to do with the person the surname stands alone;
    null while nobody was hidden. Where they are too many to be looked at, they are counted and not listed.
    `masked_names`: which names were sought.
    """

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, related_name="naming", verbose_name=_("person")
    )
    hidden_at = models.DateTimeField(null=True, verbose_name=_("hidden at"))
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("hidden by"),
    )
    surname_elsewhere = models.PositiveIntegerField(_("the surname alone elsewhere"), null=True)
    masked_names = models.JSONField(_("names that were sought"), default=list)

    objects = KnownManager.from_queryset(PublicNamingQuerySet)()

    class Meta:
        verbose_name = _("naming of a person")
        verbose_name_plural = _("namings of persons")

    def __str__(self) -> str:
        return str(self.person)


class MaskState(models.TextChoices):
    # The public text has the mask.
    STANDING = "standing", pgettext_lazy("state of a mask", "Masked")
    # A surname in a record that has nothing to do with the person, or beside another given name: nothing was changed.
    WAITING = "waiting", pgettext_lazy("state of a mask", "To be decided")
    # Wrongly masked: what it read was put back.
    LIFTED = "lifted", pgettext_lazy("state of a mask", "Lifted")
    # Somebody else is meant: it stays as it is.
    LEFT = "left", pgettext_lazy("state of a mask", "Left as it is")
    # The record was published anew since, with a text that was reviewed, or is not public any more.
    REWORDED = "reworded", pgettext_lazy("state of a mask", "Reworded")


class NameMaskQuerySet(models.QuerySet):
    def of(self, record: models.Model) -> Self:
        return self.filter(**{type(record).__name__.lower(): record})

    def waiting(self) -> Self:
        return self.filter(state=MaskState.WAITING)

    def standing(self) -> Self:
        return self.filter(state=MaskState.STANDING)


@keep_history
class NameMask(models.Model):
    """One text of a public document that has, or may have, the name: `path` says where in the document, as JSON."""

    naming = models.ForeignKey(
        PublicNaming, on_delete=models.CASCADE, related_name="masks", verbose_name=_("person")
    )
    case = models.ForeignKey(
        "Case", null=True, on_delete=models.CASCADE, related_name="name_masks", verbose_name=_("case")
    )
    campaign = models.ForeignKey(
        "Campaign", null=True, on_delete=models.CASCADE, related_name="name_masks", verbose_name=_("campaign")
    )
    path = models.JSONField(_("where"))
    before = models.TextField(_("before"))
    after = models.TextField(_("after"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=MaskState.choices)
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("made by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("decided by"),
    )
    reason = models.TextField(_("reason"), blank=True, default="", max_length=LONGEST_TEXT)

    objects = KnownManager.from_queryset(NameMaskQuerySet)()

    class Meta:
        verbose_name = _("masked name")
        verbose_name_plural = _("masked names")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["made_at"], name="name_mask_waiting", condition=Q(state="waiting")),
        ]
        constraints = [
            models.CheckConstraint(
                name="name_mask_in_case_or_campaign",
                condition=Q(case__isnull=False, campaign__isnull=True)
                | Q(case__isnull=True, campaign__isnull=False),
            ),
            models.CheckConstraint(
                name="name_mask_decision_says_who_and_why",
                condition=~Q(state__in=["lifted", "left"])
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record}: {self.before} → {self.after}"

    @property
    def record(self) -> "Case | Campaign":
        return cast("Case | Campaign", self.case or self.campaign)
