"""The one FilterSet over published cases: what a query finds, on every page and in every file.

It is made from the table of parameters. A repeated parameter matches any of its values, different parameters must all
match. How the register answers is in `cases/register/selection.py`.
"""

from collections.abc import Iterable
from datetime import date

from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django_filters import FilterSet
from django_filters.constants import EMPTY_VALUES
from pyroaring import BitMap

from cases.public.query.bad_parameter import BadParameter, nearest
from cases.public.query.parameters import PARAMETERS, RELEVANCE
from cases.public.query.query import Query
from cases.public.query.ranges import PERHAPS, RANGE_OF, RANGE_OF_HAPPENING, RANGES, End, Range, only_perhaps
from cases.register.published_case import DEFAULT_SORT, PublishedCase
from cases.register.search import AsksTooMuch, SearchResult, search
from cases.register.selection import ORDERS, Selection
from cases.register.snapshot import Snapshot


class CaseFilterSet(FilterSet):
    class Meta:
        model = PublishedCase
        fields = []

    def __init__(self, data: QueryDict, cases: Selection, *, today: date):
        """`cases` are all there are; the base class asks for a queryset, which nothing uses."""
        # The base class copies every filter and makes a form of them for each request. Those nobody asked for are
        # most of them, and were a tenth of the time of a page.
        self.base_filters = {name: declared for name, declared in self.base_filters.items() if name in data}
        super().__init__(data, queryset=PublishedCase.objects.none())
        self.cases, self.today = cases, today
        self._worked_out: dict[str, dict[str, BitMap]] = {}

    @classmethod
    def get_filters(cls):
        """A filter for each parameter of the table that has one."""
        filters = {each.name: each.shape.filter(each.name, each.method) for each in PARAMETERS.values()}
        return {name: declared for name, declared in filters.items() if declared is not None}

    def narrowed(self, without: Iterable[str] = ()) -> Selection:
        """The cases every parameter matches, except those in `without`."""
        cases = self.cases
        for name, rows in self._matching.items():
            if name not in without:
                cases = cases.among(rows)
        return cases

    @cached_property
    def _matching(self) -> dict[str, BitMap]:
        """The rows that match each parameter given, among all cases."""
        given = {name: value for name, value in self.values.items() if value not in EMPTY_VALUES}
        return {
            name: self.filters[name].filter(self.cases, value).rows
            for name, value in given.items()
            if name != "sort"
        }

    def rows_by_value(self, name: str) -> dict[str, BitMap]:
        """The rows of each value of a counted parameter among all cases."""
        asked, day = PARAMETERS[name], self.values["held_on"]
        work_out = asked.rows
        if asked.rows_on and day:
            return asked.rows_on(self.cases, day)
        if work_out is None:
            return self.cases.bitmaps.values(name)
        if name not in self._worked_out:
            self._worked_out[name] = work_out(self.cases, self.today)
        return self._worked_out[name]

    def count_of(self, name: str) -> dict[str, int]:
        """Value → number of cases that every other parameter matches, most frequent first."""
        cases = self.narrowed([name]) if self.values[name] else self.chosen
        return cases.count(self.rows_by_value(name))

    @cached_property
    def chosen(self) -> Selection:
        """The cases found."""
        return self.narrowed()

    @property
    def rows(self) -> BitMap:
        """The numbers of the rows found."""
        return self.chosen.rows

    def in_order(self, start: int, stop: int) -> list[int]:
        """The row numbers from position `start` to before `stop`, in the order asked for."""
        if self.order == RELEVANCE:
            return self._by_relevance(start, stop)
        if self.order in ORDERS:
            return self.narrowed().in_order(self.order, start, stop)
        stored = self.cases.bitmaps.stored
        return PublishedCase.objects.numbers_in_order(self.order, self.rows, stored, start, stop)

    def _by_relevance(self, start: int, stop: int) -> list[int]:
        """Found by name before found by words, better before worse; the newest first among equals."""
        numbers: list[int] = []
        for band in self.found.bands:
            cases = self.cases.among(band.rows & self.rows)
            if start < len(cases) and stop > 0:
                numbers += cases.in_order(DEFAULT_SORT, max(0, start), stop)
            start, stop = start - len(cases), stop - len(cases)
        return numbers

    @property
    def order(self) -> str:
        return self.values["sort"] or (RELEVANCE if self.values["q"] else DEFAULT_SORT)

    @property
    def values(self) -> dict:
        """The values by parameter, checked and in their types; raises BadParameter."""
        self.check()
        return self._values

    @cached_property
    def _values(self) -> dict:
        return dict.fromkeys(type(self).base_filters) | {"q": "", "sort": ""} | self.form.cleaned_data

    @cached_property
    def found(self) -> SearchResult:
        """What the words searched find among all cases, before any other parameter; raises BadParameter."""
        words = self.values["q"]
        try:
            return search(self.cases.bitmaps, words)
        except AsksTooMuch as error:
            raise BadParameter("q", words, problem=str(error)) from error

    def check(self) -> None:
        """Raise BadParameter for the first value that cannot be answered."""
        for name, errors in self.form.errors.as_data().items():
            given = (errors[0].params or {}).get("value") or self.data.get(name, "")
            raise _bad_value(name, str(given))
        values = self._values
        for asked in RANGES:
            first, last = (values[end] for end in asked.ends)
            if first and last and first > last:
                ends_early = _("The period ends before it begins.")
                too_little = _("The highest number asked for is below the lowest.")
                problem = ends_early if isinstance(last, date) else too_little
                raise BadParameter(asked.last, self.data[asked.last], problem=problem)
        if values["held_on"] and values["held_on"] > self.today:
            today = self.today.isoformat()
            raise BadParameter(
                "held_on",
                values["held_on"].isoformat(),
                problem=_("This day has not come yet: nobody is known to be held on it."),
                hint=_("Today is %(today)s.") % {"today": today},
                suggestion=today,
            )
        for happening in values[PERHAPS] or ():
            first, last = RANGE_OF_HAPPENING[happening].ends
            if not (values[first] or values[last]):
                raise BadParameter(
                    PERHAPS,
                    happening,
                    problem=_("No days are asked for in which it may have happened."),
                    hint=_("Ask with “%(first)s” or “%(last)s” as well.") % {"first": first, "last": last},
                )
        if values["sort"] == RELEVANCE and not values["q"]:
            raise BadParameter(
                "sort", RELEVANCE, problem=_("Only a search for words can be sorted by relevance.")
            )

    def by_values(self, cases, name, value):
        rows = self.rows_by_value(name)
        return cases.among(BitMap().union(*(rows[each] for each in value if each in rows)))

    def by_range(self, cases, name, value):
        """Both ends are one question, whichever of them is given."""
        asked = RANGE_OF[name]
        if asked.happening and asked.happening in (self.values[PERHAPS] or ()):
            return only_perhaps(cases, asked, *self.ends_of(asked))
        return asked.find(cases, *self.ends_of(asked))

    def ends_of(self, asked: Range) -> tuple[End, End]:
        """What is asked for, None for an end that is not given."""
        return self.values[asked.first], self.values[asked.last]

    def by_words(self, cases, name, value):
        return cases.among(self.found.rows)


def find(query: Query, snapshot: Snapshot) -> CaseFilterSet:
    """The FilterSet of a query over the register as it is in the snapshot, checked: raises BadParameter."""
    filters = CaseFilterSet(
        query.as_data(), Selection.everything(snapshot.bitmaps), today=timezone.localdate()
    )
    filters.check()
    check_published(filters)
    return filters


def check_published(filters: CaseFilterSet) -> None:
    """Refuse references and articles that no published case or list has."""
    for name in filters.filters:
        shape, wanted = PARAMETERS[name].shape, filters.values[name]
        for value in sorted(shape.unpublished(filters.cases, name, wanted)):
            raise BadParameter(name, value, problem=_("Nothing of this reference is published."))


def _bad_value(name: str, value: str) -> BadParameter:
    shape = PARAMETERS[name].shape
    return BadParameter(
        name,
        value,
        problem=shape.problem,
        hint=shape.advice,
        suggestion=nearest(value, shape.known),
    )
