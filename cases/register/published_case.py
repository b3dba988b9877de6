"""Published cases: one flat row each.

The columns come from `fields.py`, their values from `row.py`. Which rows a reader's parameters select is asked of
bitmaps (`selection.py`), not of this table: it holds what is shown of them, and what is searched.
"""

from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F
from django.db.models.expressions import RawSQL
from pyroaring import BitMap

from cases.register.bit_string import bit_string
from cases.register.day_spans import DaySpansField
from cases.register.fields import STORED_FIELDS, Field
from cases.register.shown_until import ShownQuerySet

SORTS = {
    "-start": (F("start_earliest").desc(nulls_last=True), "row_number"),
    "start": (F("start_earliest").asc(nulls_last=True), "row_number"),
    "-published": ("-published_at", "row_number"),
    "published": ("published_at", "row_number"),
    "name": ("sort_name", "row_number"),
    "-checked": ("-last_checked", "row_number"),
}
"""Values of `sort`. Undated cases come last either way; `relevance` is what `search.py` returns."""

DEFAULT_SORT = "-start"

FEW = 5_000
"""Up to so many rows are sorted; of more, the sort's index is walked."""


OverlappingGroup = tuple[int, str, int, list[str]]
"""Row number, reference, lowest head count, references it is said to overlap with."""


class PublishedCaseQuerySet(ShownQuerySet):
    def of_person(self, reference: str):
        return self.filter(person_reference=reference) if reference else self.none()

    def sorted_by(self, sort: str):
        """In the order of one of SORTS; a KeyError for any other value."""
        return self.order_by(*SORTS[sort])

    def groups_that_overlap(self, rows: BitMap) -> Iterable[OverlappingGroup]:
        """These groups, and the groups with a number they are said to overlap with."""
        # Arrays rather than IN, so that both sides of the OR are asked of an index.
        either = _holds(
            "(row_number = ANY(%s) OR reference = ANY(ARRAY("
            "SELECT unnest(overlaps_with) FROM cases_publishedcase WHERE row_number = ANY(%s))))",
            list(rows),
            list(rows),
        )
        groups = self.filter(either, kind="group", people_min__isnull=False)
        return groups.values_list("row_number", "reference", "people_min", "overlaps_with")

    def numbers_in_order(self, sort: str, rows: BitMap, stored: BitMap, start: int, stop: int) -> list[int]:
        """Numbers of `rows` from position `start` to before `stop`, in one of SORTS; `stored` are all there are.

        Few rows are fetched and sorted. Of many, the index of the order is walked, from whichever end is nearer,
        and a string of bits tells which of its entries count.
        """
        stop = min(stop, len(rows))
        cases = self.sorted_by(sort).values_list("row_number", flat=True)
        if len(rows) <= FEW:
            return list(cases.filter(_holds("row_number = ANY(%s)", list(rows)))[start:stop])
        if rows != stored:
            last = rows.max()
            # The planner takes a bare `get_bit` for rare and would sort; of a condition like this it expects half.
            chosen = "CASE WHEN row_number <= %s THEN get_bit(%s, row_number::int) = 1 END"
            cases = cases.filter(_holds(chosen, last, bit_string(rows, last + 1)))
        if start <= len(rows) // 2:
            return list(cases[start:stop])
        return list(cases.reverse()[len(rows) - stop : len(rows) - start])[::-1]


def _holds(condition: str, *parameters) -> RawSQL:
    return RawSQL(condition, parameters, output_field=models.BooleanField())


def _column(field: Field) -> models.Field:
    match field.type:
        case "texts" | "codes":
            return ArrayField(models.TextField(), verbose_name=field.label, default=list)
        case "integer":
            return models.IntegerField(field.label, null=True)
        case "number":
            return models.FloatField(field.label, null=True)
        case "date":
            return models.DateField(field.label, null=True)
        case "moment":
            return models.DateTimeField(field.label)
        case "boolean":
            return models.BooleanField(field.label, null=True)
        case _:
            return models.TextField(field.label, default="", unique=field.name == "reference")


class _Columns(models.Model):
    """The columns of the one list."""

    class Meta:
        abstract = True
        app_label = "cases"


for _field in STORED_FIELDS:
    _column(_field).contribute_to_class(_Columns, _field.name)


class PublishedCase(_Columns):
    """A row number is given once and never again, also when the case is withdrawn.

    `last_known_from`: the first day on which custody is only last known, whoever reads it. The list compares it with
    today, and a page of rows must not have to fetch fifty documents for one word of each. `confirmed_day`: the day
    from which a source certainly shows the person in custody.
    """

    row_number = models.BigIntegerField(primary_key=True)
    document = models.JSONField()
    overlaps_with = ArrayField(models.TextField(), default=list)
    last_known_from = models.DateField(null=True)
    confirmed_day = models.DateField(null=True)
    span = DaySpansField(null=True)
    possibly_held = DaySpansField(null=True)
    certainly_held = DaySpansField(default=list)
    name_tokens = ArrayField(models.TextField(), default=list)
    words = ArrayField(models.TextField(), default=list)
    searchable_text = models.TextField(default="")
    sort_name = models.TextField(default="")

    objects = PublishedCaseQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        indexes = [
            GinIndex(name="published_case_words", fields=["words"]),
            models.Index(
                F("start_earliest").desc(nulls_last=True), "row_number", name="published_case_newest_start"
            ),
            models.Index(fields=["start_earliest", "row_number"], name="published_case_start"),
            models.Index(fields=["-published_at", "row_number"], name="published_case_published"),
            models.Index(fields=["sort_name", "row_number"], name="published_case_sort_name"),
            models.Index(fields=["-last_checked", "row_number"], name="published_case_checked"),
            models.Index(fields=["person_reference"], name="published_case_person"),
        ]

    def __str__(self):
        return self.title
