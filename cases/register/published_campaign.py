"""Published campaigns: one row each, made from the campaign's public document alone."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.register.row import day
from cases.register.shown_until import ShownQuerySet


def campaign_row(document: dict) -> dict:
    """The columns of `PublishedCampaign` that come from the document."""
    start = document["start"]
    return {
        "sample": document["sample"],
        "title": document["title"],
        "summary": document["summary"],
        "states": document["states"],
        "start_date": start["text"],
        "start_earliest": day(start["earliest"]),
        "start_latest": day(start["latest"]),
        "document": document,
    }


class PublishedCampaignQuerySet(ShownQuerySet):
    def titles(self, references) -> dict[str, str]:
        """Title by reference, of those that are published."""
        return dict(self.filter(reference__in=references).values_list("reference", "title"))


class PublishedCampaign(models.Model):
    reference = models.TextField(primary_key=True)
    version = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    title = models.TextField()
    summary = models.TextField()
    states = ArrayField(models.TextField())
    start_date = models.TextField()
    start_earliest = models.DateField(null=True)
    start_latest = models.DateField(null=True)
    sample = models.BooleanField(default=False)
    document = models.JSONField()

    objects = PublishedCampaignQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        ordering = [models.F("start_earliest").desc(nulls_last=True), "title", "reference"]

    def __str__(self):
        return self.title
