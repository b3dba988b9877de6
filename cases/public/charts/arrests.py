"""Arrests over time: the first of each proceeding, by month, or by year or decade where there are many."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.charts.chart import Bar, Chart, Part, Shape
from cases.public.query.filters import CaseFilterSet
from cases.public.query.parameters import DAY_RANGE
from cases.public.query.query import Query
from cases.register.figures import ARREST, UNCLEAR, UNDATED
from cases.wording.dates import written_text
from cases.wording.numbers import grouped

MOST_MONTHS, MOST_YEARS = 96, 60


def arrests(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    counts = filters.narrowed().times_of(ARREST)
    undated = counts.pop(UNDATED, 0)
    unit = _unit(counts)
    bars = list(_bars(counts, unit))
    titles = {
        "month": _("Arrests per month"),
        "year": _("Arrests per year"),
        "decade": _("Arrests per decade"),
    }
    rule = _(
        "The first arrest or detention of each proceeding. Arrests of no stated proceeding count once for a case if "
        "none of its proceedings has one, and so does a detention where no arrest is told of. The arrest of a group "
        "counts once. These are arrests documented by us, which says nothing about how often people are arrested."
    )
    return Chart(
        name="arrests",
        title=titles[unit],
        rule=rule,
        brief=_("First arrest or detention of each proceeding, as documented by us."),
        shape=Shape.COLUMNS,
        columns=("period", "arrests"),
        parts=[Part(bars)],
        notes=list(_notes(filters, undated)),
        counted=_("Arrests"),
    )


def _unit(counts: Counter[str]) -> str:
    months = sorted(value for value in counts if "-" in value)
    years = sorted(int(value[:4]) for value in counts if value != UNCLEAR)
    if years and years[-1] - years[0] >= MOST_YEARS:
        return "decade"
    if months and _month_number(months[-1]) - _month_number(months[0]) >= MOST_MONTHS:
        return "year"
    return "month" if months or not years else "year"


def _bars(counts: Counter[str], unit: str) -> Iterator[Bar]:
    """Every month, year or decade from the first to the last, and what is known less well in a bar of its own."""
    periods: Counter[int] = Counter()
    unknown = 0
    for value, count in counts.items():
        if value == UNCLEAR or (unit == "month" and "-" not in value):
            unknown += count
        else:
            periods[_number(value, unit)] += count
    for number in range(min(periods), max(periods) + 1) if periods else ():
        yield _bar(number, unit, periods[number])
    if unknown:
        label = {
            "month": _("month not known"),
            "year": _("year not known"),
            "decade": _("year not known"),
        }[unit]
        yield Bar(label, unknown, ("not_known", unknown), tick="?", apart=True)


def _bar(number: int, unit: str, count: int) -> Bar:
    if unit == "month":
        year, month = divmod(number, 12)
        key = f"{year:04}-{month + 1:02}"
        return Bar(written_text(key), count, (key, count), tick=str(year) if month == 0 else "")
    if unit == "year":
        return Bar(str(number), count, (f"{number:04}", count), tick=str(number))
    first, last = number * 10, number * 10 + 9
    return Bar(f"{first}–{last}", count, (f"{first:04}/{last:04}", count), tick=str(first))


def _number(value: str, unit: str) -> int:
    if unit == "month":
        return _month_number(value)
    return int(value[:4]) // (10 if unit == "decade" else 1)


def _month_number(value: str) -> int:
    year, month = value.split("-")
    return int(year) * 12 + int(month) - 1


def _notes(filters: CaseFilterSet, undated: int) -> Iterator[str]:
    if undated:
        yield ngettext(
            "%(count)s arrest without any known date is left out.",
            "%(count)s arrests without any known date are left out.",
            undated,
        ) % {"count": grouped(undated)}
    if any(filters.values[side] for side in DAY_RANGE):
        yield _("All arrests of the cases chosen are shown, also those outside the period.")
