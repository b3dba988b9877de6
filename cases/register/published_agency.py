"""Names of the agencies that published cases attribute conduct to, and of the facilities they name, each with the
number of cases that print it."""

from collections import Counter

from django.db import connection, models
from django.db.models import F
from django.db.models.expressions import RawSQL
from django.utils import timezone

from cases.register.custody import facilities

AgencyName = tuple[str, str]
"""Reference and name."""


def agency_names(document: dict) -> set[AgencyName]:
    """The agencies and facilities of a case, as its document prints them."""
    return facilities(document) | {
        (attribution["agency"], attribution["to"])
        for attribution in document["attributions"]
        if attribution["agency"]
    }


class PublishedAgencyQuerySet(models.QuerySet):
    def shown(self):
        """The names that a case prints which may be read today, with the number of such cases as `uses_shown`."""
        hidden = RawSQL(
            "(SELECT count(*) FROM cases_shownuntil AS ended JOIN cases_publishedcase AS hidden USING (reference) "
            "WHERE ended.day < %s AND (hidden.document->'attributions' @> jsonb_build_array(jsonb_build_object("
            "'agency', cases_publishedagency.reference, 'to', cases_publishedagency.name)) "
            "OR jsonb_path_exists(hidden.document, '$.** ? (@.reference == $reference && @.facility == $name)', "
            "jsonb_build_object('reference', cases_publishedagency.reference, 'name', cases_publishedagency.name))))",
            [timezone.localdate()],
            output_field=models.IntegerField(),
        )
        return self.annotate(uses_shown=F("uses") - hidden).filter(uses_shown__gt=0)

    def change_uses(self, changes: Counter[AgencyName]) -> None:
        """Add to the uses of names, or take away; what nobody prints any more goes.

        The caller holds the state row's lock.
        """
        rows = [(*key, change) for key, change in sorted(changes.items()) if change]
        if not rows:
            return
        table = self.model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (reference, name, uses) "
                "SELECT * FROM unnest(%s::text[], %s::text[], %s::int[]) "
                f"ON CONFLICT (reference, name) DO UPDATE SET uses = {table}.uses + excluded.uses",
                [list(column) for column in zip(*rows, strict=True)],
            )
        self.filter(uses=0).delete()


class PublishedAgency(models.Model):
    pk = models.CompositePrimaryKey("reference", "name")
    reference = models.TextField()
    name = models.TextField()
    uses = models.IntegerField()

    objects = PublishedAgencyQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        verbose_name_plural = "published agencies"

    def __str__(self):
        return self.name
