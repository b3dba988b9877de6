"""What was decided about a record, by whom, when and why; and what each published document used.

Only `cases.workflow` writes here.
"""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.fields import LONGEST_TEXT
from cases.models.history import keep_history
from cases.models.need_to_know import KnownManager


class Action(models.TextChoices):
    # Somebody saved a change, of the record itself or of a person it is about.
    EDITED = "edited", pgettext_lazy("step taken", "Edited")
    # Handed over for review.
    SUBMITTED = "submitted", pgettext_lazy("step taken", "Submitted")
    # Sent back with a reason.
    RETURNED = "returned", pgettext_lazy("step taken", "Returned")
    # A version went into the register.
    PUBLISHED = "published", pgettext_lazy("step taken", "Published")
    # Taken out of the register.
    WITHDRAWN = "withdrawn", pgettext_lazy("step taken", "Withdrawn")
    # A case that was tried together with it was published, and is named in it since.
    TIED = "tied", pgettext_lazy("step taken", "Tied to another case")
    # Published anew by an upgrade, which made pages for the buildings it names.
    LED = "led", pgettext_lazy("step taken", "Led to the page of a building")
    # Something it uses changed; a reviewer should look.
    MARKED = "marked", pgettext_lazy("step taken", "Marked for review")
    # Published anew with less, or withdrawn, because an identity, consent or source was narrowed.
    NARROWED = "narrowed", pgettext_lazy("step taken", "Narrowed")
    # The name of somebody who is hidden was masked in its public text.
    MASKED = "masked", pgettext_lazy("step taken", "Name masked")
    # What was masked wrongly is public again, by a second person's decision.
    UNMASKED = "unmasked", pgettext_lazy("step taken", "Mask lifted")
    # Reviewed and allowed; goes into the register by itself on the day chosen for it.
    APPROVED = "approved", pgettext_lazy("step taken", "Approved")
    # Another day was chosen for it.
    DAY_CHOSEN = "day_chosen", pgettext_lazy("step taken", "Another day chosen")
    # Hidden in an emergency, by whoever saw it; and shown again, by two.
    HIDDEN = "hidden", pgettext_lazy("step taken", "Hidden at once")
    SHOWN = "shown", pgettext_lazy("step taken", "Shown again")


class ReviewQuerySet(models.QuerySet["Review"]):
    def of(self, record: models.Model) -> Self:
        """The reviews of one case or campaign, newest first."""
        return self.filter(**{type(record).__name__.lower(): record}).order_by("-pk")

    def since_last_publication(self, record: models.Model) -> Self:
        of_record = self.of(record)
        published = of_record.filter(action=Action.PUBLISHED).first()
        return of_record.filter(pk__gt=published.pk) if published else of_record

    def worked_on(self, record: models.Model, accounts: Iterable[int]) -> bool:
        """Whether one of the accounts, given by key, submitted or edited the record, or somebody it is about, since it
        was last published."""
        work = self.since_last_publication(record)
        return work.filter(by__in=accounts, action__in=[Action.EDITED, Action.SUBMITTED]).exists()


@keep_history
class Review(models.Model):
    case = models.ForeignKey("Case", null=True, on_delete=models.CASCADE, related_name="reviews")
    campaign = models.ForeignKey("Campaign", null=True, on_delete=models.CASCADE, related_name="reviews")
    action = models.CharField(max_length=12, choices=Action.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True, default="", max_length=LONGEST_TEXT)
    edit_version = models.PositiveIntegerField()
    public_version = models.PositiveIntegerField(null=True)
    is_announced = models.BooleanField(null=True)

    objects = KnownManager.from_queryset(ReviewQuerySet)()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="review_on_case_or_campaign",
                condition=Q(case__isnull=False, campaign__isnull=True)
                | Q(case__isnull=True, campaign__isnull=False),
            ),
            models.CheckConstraint(
                name="review_return_and_withdrawal_say_why",
                condition=~Q(action__in=["returned", "withdrawn"]) | ~Q(reason=""),
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                name="review_withdrawal_says_whether_announced",
                condition=~Q(action="withdrawn") | Q(is_announced__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.at:%Y-%m-%d %H:%M}"


@keep_history
class PublishedUse(models.Model):
    """That the public document of a case or campaign uses this shared record, or, `is_earlier`, that none but an
    earlier version did, whose text is still kept."""

    case = models.ForeignKey("Case", null=True, on_delete=models.CASCADE, related_name="published_uses")
    campaign = models.ForeignKey(
        "Campaign", null=True, on_delete=models.CASCADE, related_name="published_uses"
    )
    record_type = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    is_earlier = models.BooleanField(default=False)

    objects = KnownManager()

    class Meta:
        indexes = [models.Index(fields=["record_type", "record_id"], name="published_use_of_record")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "record_type", "record_id"],
                condition=Q(case__isnull=False),
                name="published_use_by_case_stands_once",
            ),
            models.UniqueConstraint(
                fields=["campaign", "record_type", "record_id"],
                condition=Q(campaign__isnull=False),
                name="published_use_by_campaign_stands_once",
            ),
            models.CheckConstraint(
                name="published_use_by_case_or_campaign",
                condition=Q(case__isnull=False, campaign__isnull=True)
                | Q(case__isnull=True, campaign__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id}"
