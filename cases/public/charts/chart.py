"""What a chart is: bars with their numbers, and the rule by which they were counted."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from cases.public.query.filters import CaseFilterSet
from cases.public.query.query import Query

MOST_BARS = 12
"""Values of one chart on the page and in its picture."""


class Shape(StrEnum):
    COLUMNS = "columns"
    BAND = "band"
    BARS = "bars"


@dataclass(frozen=True)
class Bar:
    """One value. `cells` are its columns in the file; `certain` is the lower edge of a band, `at` where on its
    axis the value lies, `tick` what may be written below it.

    `query` is that of the list of exactly the cases counted, None where no address can name them. What stands `apart`
    is no point of the axis.
    """

    label: str
    count: int
    cells: tuple
    query: str | None = None
    certain: int | None = None
    tick: str = ""
    at: int | None = None
    apart: bool = False


@dataclass(frozen=True)
class Part:
    """Bars that belong together; with a title where there are several parts."""

    bars: list[Bar]
    title: str = ""


@dataclass(frozen=True)
class Chart:
    """`rule` is printed beside the chart, `brief` in the picture; `whole` is what shares are taken of."""

    name: str
    title: str
    rule: str
    brief: str
    shape: Shape
    columns: tuple[str, ...]
    parts: list[Part]
    notes: list[str]
    counted: str
    whole: int | None = None
    rest: str = ""
    """The parameter whose page has all values."""

    @property
    def bars(self) -> list[Bar]:
        return [bar for part in self.parts for bar in part.bars]

    @property
    def most(self) -> int:
        return max((bar.count for bar in self.bars), default=0)

    @property
    def alt(self) -> str:
        """What the picture shows, in a sentence or two."""
        highest = max(self.bars, key=lambda bar: bar.count, default=None)
        if not highest or not highest.count:
            return _("%(title)s: nothing to show.") % {"title": self.title}
        return _("%(title)s. The highest number is %(count)d: %(label)s. The table has all numbers.") % {
            "title": self.title,
            "count": highest.count,
            "label": highest.label,
        }


Build = Callable[[CaseFilterSet, Query, bool], Chart]
"""Makes a chart for the cases of a query; `True` for all its values, `False` for as many as a page has room for."""
