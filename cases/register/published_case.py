"""Published cases: one flat row each, and the questions readers may ask of them.

The columns come from `fields.py`, their values from `row.py`. Each parameter of the public contract is one
method of the QuerySet with the same name; several codes within one are alternatives, several methods all
hold.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.db import models
from django.db.models import Count, F, Func, Max, Q, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from cases.register.day_spans import DaySpansField
from cases.register.fields import FACETS, STORED_FIELDS, Field

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


class PublishedCaseQuerySet(models.QuerySet):
    def kind(self, codes: Iterable[str]):
        return self._one_of("kind", codes)

    def violation(self, codes: Iterable[str]):
        return self._any_of("violation", codes)

    def method(self, codes: Iterable[str]):
        return self._any_of("method", codes)

    def origin(self, codes: Iterable[str]):
        """Alpha-2 codes or `not_stated`, as for the five parameters that follow."""
        return self._any_of("origin", codes)

    def host(self, codes: Iterable[str]):
        return self._any_of("host", codes)

    def location(self, codes: Iterable[str]):
        return self._any_of("location", codes)

    def cooperating(self, codes: Iterable[str]):
        return self._any_of("cooperating", codes)

    def transit(self, codes: Iterable[str]):
        return self._any_of("transit", codes)

    def destination(self, codes: Iterable[str]):
        return self._any_of("destination", codes)

    def cross_border(self, values: Iterable[bool]):
        """Cases known to be, or known not to be, cross-border; where it is not known neither matches."""
        return self._one_of("cross_border", values)

    def charge(self, codes: Iterable[str]):
        """A charge of the category was ever brought, whatever became of it."""
        return self._any_of("charge", codes)

    def charge_status(self, codes: Iterable[str]):
        return self._any_of("charge_status", codes)

    def provision(self, codes: Iterable[str]):
        """country:code:article, the article as printed."""
        return self._any_of("provision", codes)

    def custody(self, codes: Iterable[str]):
        """Custody as last known."""
        return self._one_of("custody", codes)

    def stage(self, codes: Iterable[str]):
        """Some proceeding has reached the stage."""
        return self._any_of("stage", codes)

    def role(self, codes: Iterable[str]):
        return self._any_of("role", codes)

    def group(self, codes: Iterable[str]):
        return self._any_of("group", codes)

    def agency(self, references: Iterable[str]):
        """Something is attributed to the agency, by whomever."""
        return self._any_of("agency", references)

    def campaign(self, references: Iterable[str]):
        return self._any_of("campaign", references)

    def gender(self, codes: Iterable[str]):
        return self._one_of("gender", codes)

    def overlapping(self, earliest: date | None, latest: date | None):
        """The case, by its bounds, may share a day with `earliest`–`latest`; undated cases never match."""
        if earliest and latest and earliest > latest:
            return self.none()
        return self.filter(span__overlaps=(earliest, latest))

    def held_on(self, day: date):
        """The possibly held on that day, each with `certain`: whether the document makes it certain."""
        return self.filter(possibly_held__covers=day).annotate(certain=Q(certainly_held__covers=day))

    def certainly_held_on(self, day: date):
        return self.filter(certainly_held__covers=day)

    def updated_since(self, day: date):
        """The current version was published on that day (UTC) or later."""
        return self.filter(published_at__gte=datetime.combine(day, time.min, UTC))

    def of_person(self, reference: str):
        return self.filter(person_reference=reference) if reference else self.none()

    def undated(self):
        """Those without bounds, which `overlapping` leaves out whatever the dates."""
        return self.filter(span__isnull=True)

    def held_undated(self):
        """Those held at a time nobody stated, which `held_on` leaves out on every day."""
        return self.filter(possibly_held=[])

    def sorted_by(self, sort: str):
        """In the order of one of SORTS; a KeyError for any other value."""
        return self.order_by(*SORTS[sort])

    def facet_values(self, parameter: str):
        """Rows of (parameter, value as text, number of cases), to be read alone or in a union with others.

        A case counts once for each value it has, so the numbers may add up to more than there are cases. What
        is empty or null is a row too.
        """
        field = FACETS[parameter]
        value = Func(F(field.name), function="unnest", set_returning=True) if field.is_list else F(field.name)
        return (
            self.order_by()
            .annotate(facet=Value(parameter), facet_value=Cast(value, models.CharField()))
            .values_list("facet", "facet_value")
            .annotate(facet_count=Count("row_number", distinct=True))
        )

    def facet_counts(self, parameter: str) -> dict[str, int]:
        """Value → number of cases, most frequent first; booleans are `true` and `false`."""
        counts = self.facet_values(parameter).order_by("-facet_count", "facet_value")
        return {value: count for _, value, count in counts if value}

    def agency_names(self, references: Iterable[str]) -> dict[str, str]:
        """Name by agency reference, as the newest published case prints it."""
        references = list(references)
        attribution = Func(
            F("document__attributions"),
            function="jsonb_array_elements",
            set_returning=True,
            output_field=models.JSONField(),
        )
        names = (
            self._any_of("agency", references)
            .annotate(
                attributed_agency=KeyTextTransform("agency", attribution),
                agency_name=KeyTextTransform("to", attribution),
            )
            .order_by()
            .values_list("attributed_agency", "agency_name")
            .annotate(newest=Max("published_at"))
            .order_by("newest")
        )
        return {reference: name for reference, name, _ in names if reference in references}

    def _one_of(self, parameter: str, values):
        return self.filter(**{f"{FACETS[parameter].name}__in": list(values)})

    def _any_of(self, parameter: str, values):
        return self.filter(**{f"{FACETS[parameter].name}__overlap": list(values)})


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
    """A row number is given once and never again, also when the case is withdrawn."""

    row_number = models.BigIntegerField(primary_key=True)
    document = models.JSONField()
    span = DaySpansField(null=True)
    possibly_held = DaySpansField(null=True)
    certainly_held = DaySpansField(default=list)
    name_keys = ArrayField(models.TextField(), default=list)
    words = ArrayField(models.TextField(), default=list)
    searchable_text = models.TextField(default="")
    sort_name = models.TextField(default="")

    objects = PublishedCaseQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        indexes = [
            GinIndex(
                name="published_case_codes",
                fields=sorted({field.name for field in FACETS.values() if field.is_list}),
            ),
            GinIndex(name="published_case_name_keys", fields=["name_keys"]),
            GinIndex(name="published_case_words", fields=["words"]),
            GistIndex(name="published_case_span", fields=["span"]),
            GistIndex(name="published_case_possibly_held", fields=["possibly_held"]),
            models.Index(
                F("start_earliest").desc(nulls_last=True), "row_number", name="published_case_newest_start"
            ),
            models.Index(fields=["start_earliest", "row_number"], name="published_case_start"),
            models.Index(fields=["-published_at", "row_number"], name="published_case_published"),
            models.Index(fields=["sort_name", "row_number"], name="published_case_sort_name"),
            models.Index(fields=["-last_checked", "row_number"], name="published_case_checked"),
            models.Index(fields=["person_reference"], name="published_case_person"),
            models.Index(fields=["custody_status"], name="published_case_custody"),
        ]

    def __str__(self):
        return self.title
