"""Counts beside the choices of the list: each facet without its own filter, all of them in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Count, DateField, F, Func, Value
from django.db.models.functions import Cast

from cases.public.filters import DAY_RANGE, CaseFilterSet
from cases.register.fields import FACETS
from cases.register.published_case import PublishedCaseQuerySet

THEMES: dict[str, tuple[str, ...]] = {
    "what": ("violation", "charge", "charge_status", "provision", "method"),
    "where": ("location", "origin", "host", "destination", "cooperating", "transit", "cross_border"),
    "custody": ("custody", "stage"),
    "who": ("kind", "role", "group", "gender"),
    "context": ("campaign", "agency"),
}
"""The counted parameters by theme, in the order of the page; with the dates, all that can be chosen."""

UNDATED = "undated"
UNDATED_HELD = "undated_held"
CERTAIN = "certain"
OPEN = "open"
OPEN_HELD = "open_held"


@dataclass(frozen=True)
class Counts:
    """`facets`: parameter → value → cases. The others are None unless a date filter makes them matter.

    `open` are the cases found by `from` and `to` that have no known end; `open_held` those found by `held_on` whose
    custody has none and that are not certain.
    """

    facets: dict[str, dict[str, int]]
    undated: int | None = None
    undated_held: int | None = None
    certain: int | None = None
    open: int | None = None
    open_held: int | None = None


def count(filters: CaseFilterSet) -> Counts:
    """One query for everything."""
    single: dict[str, int] = {}
    parts = [filters.narrowed([parameter]).facet_values(parameter) for parameter in FACETS]
    if filters.values["from"] or filters.values["to"]:
        single |= {UNDATED: 0, OPEN: 0}
        parts.append(_one(filters.narrowed(DAY_RANGE).undated(), UNDATED))
        parts.append(_one(filters.narrowed().filter(_lasts_on("span")), OPEN))
    if filters.values["held_on"]:
        single |= {UNDATED_HELD: 0, CERTAIN: 0, OPEN_HELD: 0}
        parts.append(_one(filters.narrowed(["held_on"]).held_undated(), UNDATED_HELD))
        parts.append(_one(filters.narrowed().filter(certain=True), CERTAIN))
        held_on = _lasts_on("possibly_held", since=filters.values["held_on"])
        parts.append(_one(filters.narrowed().filter(held_on, certain=False), OPEN_HELD))
    facets: dict[str, dict[str, int]] = {parameter: {} for parameter in FACETS}
    for parameter, value, number in parts[0].union(*parts[1:], all=True):
        if parameter not in facets:
            single[parameter] = number
        elif value:
            facets[parameter][value] = number
    return Counts(
        facets={parameter: _most_first(values) for parameter, values in facets.items()},
        undated=single.get(UNDATED),
        undated_held=single.get(UNDATED_HELD),
        certain=single.get(CERTAIN),
        open=single.get(OPEN),
        open_held=single.get(OPEN_HELD),
    )


def count_values(cases: PublishedCaseQuerySet, parameters: Iterable[str]) -> dict[str, dict[str, int]]:
    """Cases by value of several parameters, most frequent first; one query, nothing left out."""
    counts: dict[str, dict[str, int]] = {parameter: {} for parameter in parameters}
    first, *rest = (cases.facet_values(parameter) for parameter in counts)
    for parameter, value, number in first.union(*rest, all=True):
        if value:
            counts[parameter][value] = number
    return {parameter: _most_first(values) for parameter, values in counts.items()}


def _lasts_on(spans: str, *, since: date | None = None) -> Func:
    """The spans have no last day; with `since`, the one that includes that day has none."""
    if since is None:
        return Func(F(spans), function="upper_inf", output_field=BooleanField())
    onwards = Func(Cast(Value(since), DateField()), template="daterange(%(expressions)s, NULL)")
    return Func(F(spans), onwards, function="multirange_contains_range", output_field=BooleanField())


def _one(cases: PublishedCaseQuerySet, name: str):
    return (
        cases.order_by()
        .annotate(facet=Value(name), facet_value=Value(""))
        .values_list("facet", "facet_value")
        .annotate(facet_count=Count("row_number"))
    )


def _most_first(values: dict[str, int]) -> dict[str, int]:
    return dict(sorted(values.items(), key=lambda item: (-item[1], item[0])))
