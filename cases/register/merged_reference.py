"""References that were merged into another record's: who follows one is sent on to where the case is told now."""

from django.db import models


class MergedReference(models.Model):
    reference = models.TextField(primary_key=True)
    into = models.TextField()
    merged_at = models.DateTimeField()

    class Meta:
        app_label = "cases"
        indexes = [models.Index(fields=["into"], name="merged_reference_into")]

    def __str__(self):
        return f"{self.reference} → {self.into}"
