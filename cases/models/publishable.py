"""What cases and campaigns share: a public reference and a place in the workflow.

The moves between states are functions of `cases.workflow`; nothing else changes these fields.
"""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where the desk's text stands. Whether an earlier version is public is `published_version`."""

    # Being written; for a record that is public, a correction being written.
    DRAFT = "draft", pgettext_lazy("state of a record", "Draft")
    # Handed to a colleague; any edit takes it back to draft.
    SUBMITTED = "submitted", pgettext_lazy("state of a record", "Submitted")
    # Reviewed; it goes into the register by itself on the day chosen for it.
    APPROVED = "approved", pgettext_lazy("state of a record", "Approved")
    # The register holds this very text.
    PUBLISHED = "published", pgettext_lazy("state of a record", "Published")
    # Taken out of the register; can be edited and submitted again.
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a record", "Withdrawn")


class PublishableQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Records of which some version is in the register now."""
        return self.filter(published_version__isnull=False)

    def awaiting_review(self) -> Self:
        return self.filter(state=State.SUBMITTED)

    def unfinished(self) -> Self:
        return self.filter(state=State.DRAFT)

    def marked_for_review(self) -> Self:
        """Public records whose person, source, agency, place or campaign changed since publication."""
        return self.exclude(review_wanted="")


class Publishable(models.Model):
    # Set when the record is made, by the loader of our sample records, and never changed: no form has it.
    is_sample = models.BooleanField(_("fictional sample"), default=False, editable=False)
    state = models.CharField(
        max_length=12,
        choices=State.choices,
        default=State.DRAFT,
        editable=False,
        verbose_name=pgettext_lazy("of a record", "state"),
    )
    edit_version = models.PositiveIntegerField(default=1, editable=False)
    edited_at = models.DateTimeField(null=True, editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    published_version = models.PositiveIntegerField(_("public version"), null=True, editable=False)
    published_edit_version = models.PositiveIntegerField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    # The identity the public last knew under this reference; it outlives a withdrawal.
    reference_identity = models.CharField(max_length=10, blank=True, default="", editable=False)
    review_wanted = models.TextField(_("review wanted because"), blank=True, default="", editable=False)

    class Meta:
        abstract = True

    @staticmethod
    def constraints(name: str) -> list[models.BaseConstraint]:
        """What holds for every publishable record; `name` begins the constraints' names."""
        return [
            models.CheckConstraint(
                name=f"{name}_published_means_public",
                condition=~Q(state="published")
                | Q(
                    published_version__isnull=False,
                    published_edit_version__isnull=False,
                    published_edit_version=F("edit_version"),
                ),
            ),
            models.CheckConstraint(
                name=f"{name}_withdrawn_means_not_public",
                condition=~Q(state="withdrawn") | Q(published_version__isnull=True),
            ),
            models.CheckConstraint(
                name=f"{name}_public_has_moment",
                condition=Q(published_version__isnull=True) | Q(published_at__isnull=False),
            ),
        ]

    @staticmethod
    def triggers() -> list[pgtrigger.Trigger]:
        """What the database holds to for every publishable record, whatever code writes: a sample stays one, and
        nothing else becomes one."""
        return [pgtrigger.ReadOnly(name="is_sample_for_ever", fields=["is_sample"])]

    @property
    def is_public(self) -> bool:
        return self.published_version is not None
