"""What a reader sent about a record or about the site, and how the desk handled it.

Of the reader it holds what they typed and nothing else: no address, no browser, and of the time only the hour. What
they typed is never changed; the desk's part is `state`, `note` and who set them.
"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.inbox.limits import LONGEST_CONTACT, LONGEST_TEXT


class Handling(models.TextChoices):
    # Nobody has looked at it.
    NEW = "new", _("New")
    # Somebody is looking into it.
    IN_WORK = "in_work", _("In work")
    # The record was changed, or there was nothing left to change.
    DONE = "done", _("Done")
    # Looked into, and the record stays as it is.
    REFUSED = "refused", _("Refused")


class CorrectionQuerySet(models.QuerySet):
    def waiting(self):
        """Those nobody has looked at."""
        return self.filter(state=Handling.NEW, second_box=False)

    def in_second_box(self):
        """Those that came when more had come than can be read, and that nobody has looked at."""
        return self.filter(second_box=True)


# Of the handling alone, so that what a reader wrote stands in one place and can be deleted there.
@pghistory.track(
    pghistory.UpdateEvent("changed"),
    fields=["id", "state", "note", "handled_by", "handled_at"],
    obj_field=pghistory.ObjForeignKey(related_name="history"),
    model_name="CorrectionHistory",
)
class Correction(models.Model):
    """`record` is a reference as it was typed: whether there is such a record is not for this table to say.

    What came above the limit of its hour lies in a second box until somebody handles it or throws it away."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    received_at = models.DateTimeField(_("received"), help_text=_("The hour, in UTC."))
    record = models.CharField(_("record"), max_length=16, blank=True, default="")
    wrong = models.TextField(_("what is wrong"), max_length=LONGEST_TEXT)
    proposal = models.TextField(
        _("what it should say, and how they know"), max_length=LONGEST_TEXT, blank=True, default=""
    )
    contact = models.CharField(_("contact"), max_length=LONGEST_CONTACT, blank=True, default="")
    language = models.CharField(_("language of the page"), max_length=8)
    digest = models.BinaryField(max_length=32, unique=True, editable=False)
    second_box = models.BooleanField(_("in the second box"), default=False, db_default=False, editable=False)
    state = models.CharField(_("state"), max_length=8, choices=Handling.choices, default=Handling.NEW)
    note = models.TextField(
        _("our note"), blank=True, default="", help_text=_("Private."), max_length=LONGEST_TEXT
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("handled by"),
    )
    handled_at = models.DateTimeField(_("handled at"), null=True, editable=False)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-received_at", "pk"]
        indexes = [
            models.Index(fields=["received_at"], name="correction_received"),
            models.Index(fields=["state", "-received_at"], name="correction_by_state"),
            models.Index(
                fields=["-received_at"], condition=Q(second_box=True), name="correction_in_second_box"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="correction_handled_by_somebody_at_some_time",
                condition=Q(handled_at__isnull=True, handled_by__isnull=True)
                | Q(handled_at__isnull=False, handled_by__isnull=False),
            ),
            models.CheckConstraint(
                name="correction_of_a_known_state", condition=Q(state__in=Handling.values)
            ),
        ]

    def __str__(self):
        return f"{self.record or gettext('No record named')}, {self.received_at:%Y-%m-%d}"
