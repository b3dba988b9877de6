"""How long what is published under a reference may be read: the last day, and nothing of why there is one.

Most references have none here and are read for ever. From the day after its last day a record is left out of every
answer by the day of whoever looks, before anybody has taken it out: the calendar needs no command. The day stands in
no document, no version and no answer. `register.py` writes it; `hidden_rows.py` takes what has ended out of bitmaps.
"""

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone


class ShownUntilQuerySet(models.QuerySet):
    def ended(self, today: date | None = None):
        """What is not to be read any more, on the site's own day unless another is given."""
        return self.filter(day__lt=today or timezone.localdate())


class ShownUntil(models.Model):
    reference = models.TextField(primary_key=True)
    day = models.DateField()

    objects = ShownUntilQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        verbose_name_plural = "last days shown"
        indexes = [models.Index(fields=["day"], name="shown_until_day")]

    def __str__(self):
        return f"{self.reference} until {self.day}"


class ShownQuerySet(models.QuerySet):
    """For tables with a `reference`: whoever reads them for the public asks for what is `shown`."""

    def shown(self):
        """What may be read today."""
        return self.filter(~Exists(ShownUntil.objects.ended().filter(reference=OuterRef("reference"))))

    def hidden(self, today: date):
        """What may be read no more on a day, and is there still."""
        return self.filter(reference__in=ShownUntil.objects.ended(today).values("reference"))
