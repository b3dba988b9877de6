"""Names of what has a page of its own and is named in cases – agencies and courts, facilities, organisations and
officials – each with the number of cases that print it. The letter before a reference tells what it is of."""

from collections import Counter

from django.db import connection, models
from django.db.models import F
from django.db.models.expressions import RawSQL
from django.utils import timezone

from cases.register.custody import facilities

Named = tuple[str, str]
"""Reference and name."""

NAMED_IN = (
    ("attributions", "agency", "to"),
    ("events", "court_reference", "court"),
    ("affiliations", "reference", "organisation"),
    ("participations", "reference", "official"),
)
"""Parts of a case's document that name such records, with their keys for its reference and for its name; facilities
stand in places, wherever these do."""


def named_in(document: dict) -> set[Named]:
    """What a case names, as its document prints it."""
    return facilities(document) | {
        (each[reference], each[name])
        for part, reference, name in NAMED_IN
        for each in document[part]
        if each[reference]
    }


def _hidden_uses() -> str:
    table = "cases_publishedname"
    printed = " OR ".join(
        f"hidden.document->'{part}' @> jsonb_build_array(jsonb_build_object("
        f"'{reference}', {table}.reference, '{name}', {table}.name))"
        for part, reference, name in NAMED_IN
    )
    # The few hidden cases are read first and once: what they print is dear to ask, and is asked of nothing else.
    return (
        "(WITH hidden AS MATERIALIZED (SELECT document FROM cases_publishedcase WHERE reference IN "
        "(SELECT reference FROM cases_shownuntil WHERE day < %s)) "
        f"SELECT count(*) FROM hidden WHERE {printed} "
        "OR jsonb_path_exists(hidden.document, '$.** ? (@.reference == $reference && @.facility == $name)', "
        f"jsonb_build_object('reference', {table}.reference, 'name', {table}.name)))"
    )


class PublishedNameQuerySet(models.QuerySet):
    def shown(self):
        """The names that a case prints which may be read today, with the number of such cases as `uses_shown`."""
        hidden = RawSQL(_hidden_uses(), [timezone.localdate()], output_field=models.IntegerField())
        return self.annotate(uses_shown=F("uses") - hidden).filter(uses_shown__gt=0)

    def names_of(self, reference: str) -> list[str]:
        """The names of one record, that which most cases print first."""
        shown = self.shown().filter(reference=reference).exclude(name="")
        return list(shown.order_by("-uses_shown", "name").values_list("name", flat=True))

    def change_uses(self, changes: Counter[Named]) -> None:
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


class PublishedName(models.Model):
    pk = models.CompositePrimaryKey("reference", "name")
    reference = models.TextField()
    name = models.TextField()
    uses = models.IntegerField()

    objects = PublishedNameQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        verbose_name_plural = "published names"

    def __str__(self):
        return self.name
