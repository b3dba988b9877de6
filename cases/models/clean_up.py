"""When what the calendar asks for was last carried out to its end (`workflow/expiry.py`): one row for the desk."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

LATE = timedelta(days=1)


class CleanUpQuerySet(models.QuerySet["CleanUp"]):
    def is_late(self) -> bool:
        """Whether none came to its end within a day."""
        return not self.filter(ended_at__gte=timezone.now() - LATE).exists()


class CleanUp(models.Model):
    """The last run, with how many public records it withdrew, and how many it published with less."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    ended_at = models.DateTimeField()
    withdrawn = models.PositiveIntegerField()
    narrowed = models.PositiveIntegerField()

    objects = CleanUpQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(name="clean_up_is_one_row", condition=Q(id=1))]

    def __str__(self) -> str:
        return f"{self.ended_at:%Y-%m-%d %H:%M}"
