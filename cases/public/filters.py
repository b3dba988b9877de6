"""The one FilterSet over published cases: what each parameter of the contract means, on the page and in the file.

A repeated parameter matches any of its values, different parameters must all match. How each is answered is in
`cases/register/selection.py`; this module says which values are allowed, and asks.
"""

import re
from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django_filters import CharFilter, ChoiceFilter, DateFilter, FilterSet, MultipleChoiceFilter
from django_filters.constants import EMPTY_VALUES
from pyroaring import BitMap

from cases.public.query import BadParameter, Query, nearest
from cases.register.fields import FACETS
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import DEFAULT_SORT, SORTS, PublishedCase
from cases.register.reading import Look
from cases.register.search import MOST_PHRASES, SearchResult, phrases_of, search
from cases.register.selection import ORDERS, Selection
from cases.text.date_parts import FIRST_YEAR, LAST_YEAR
from cases.vocabularies.places import REGIONS, STATES
from cases.vocabularies.provisions import PROVISION_SHAPE, PROVISIONS

RELEVANCE = "relevance"
YES_NO = {"true": True, "false": False}
DAY_RANGE = ("from", "to")
DATES = (*DAY_RANGE, "held_on", "updated_since")


class WellFormedField(forms.MultipleChoiceField):
    """Values of a shape, where the values themselves are data; whether one was ever published is asked elsewhere."""

    def __init__(self, *, shape: str, **options):
        super().__init__(**options)
        self.shape = re.compile(shape)

    def valid_value(self, value):
        return bool(self.shape.fullmatch(value))


class WellFormedFilter(MultipleChoiceFilter):
    field_class = WellFormedField


class IsoDateField(forms.DateField):
    """A day as YYYY-MM-DD and in no other way, so that one address means one thing everywhere."""

    def to_python(self, value):
        if value and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise forms.ValidationError("not a day", code="invalid")
        day = super().to_python(value)
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError("not a day", code="invalid")
        return day


class IsoDateFilter(DateFilter):
    field_class = IsoDateField


def _codes(parameter: str) -> MultipleChoiceFilter:
    # As a function: the base class copies the filters for every request, and some lists have hundreds of codes.
    codes = [(code, code) for code in FACETS[parameter].codes.codes]
    return MultipleChoiceFilter(choices=lambda: codes, method="by_codes")


def _day(method: str) -> DateFilter:
    return IsoDateFilter(method=method, input_formats=["%Y-%m-%d"])


class CaseFilterSet(FilterSet):
    q = CharFilter(method="by_words")
    kind = _codes("kind")
    violation = _codes("violation")
    method = _codes("method")
    origin = _codes("origin")
    host = _codes("host")
    location = _codes("location")
    region = WellFormedFilter(shape=r"\S(.{0,98}\S)?", method="by_codes")
    cooperating = _codes("cooperating")
    transit = _codes("transit")
    destination = _codes("destination")
    cross_border = MultipleChoiceFilter(choices=[(word, word) for word in YES_NO], method="by_yes_or_no")
    charge = _codes("charge")
    charge_status = _codes("charge_status")
    provision = WellFormedFilter(shape=PROVISION_SHAPE, method="by_codes")
    custody = _codes("custody")
    stage = _codes("stage")
    role = _codes("role")
    group = _codes("group")
    agency = WellFormedFilter(shape=r"A(-[0-9A-Z]{4}){3}", method="by_codes")
    campaign = WellFormedFilter(shape=r"K(-[0-9A-Z]{4}){3}", method="by_codes")
    gender = _codes("gender")
    from_ = _day("by_period")
    to = _day("by_period")
    held_on = _day("by_day_held")
    updated_since = _day("by_update")
    sort = ChoiceFilter(choices=[(name, name) for name in (*SORTS, RELEVANCE)])

    class Meta:
        model = PublishedCase
        fields = []

    def __init__(self, data: QueryDict, cases: Selection):
        """`cases` are all there are; the base class asks for a queryset, which nothing uses."""
        # The base class copies every filter and makes a form of them for each request. Those nobody asked for are
        # most of them, and were a tenth of the time of a page.
        self.base_filters = {name: declared for name, declared in self.base_filters.items() if name in data}
        super().__init__(data, queryset=PublishedCase.objects.none())
        self.cases = cases

    @classmethod
    def get_filters(cls):
        """`from` is a word of Python, so its filter is declared as `from_`."""
        return {name.rstrip("_"): declared for name, declared in super().get_filters().items()}

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

    @cached_property
    def rows(self) -> BitMap:
        """The numbers of the rows found."""
        return self.narrowed().rows

    def in_order(self, start: int, stop: int) -> list[int]:
        """The row numbers from position `start` to before `stop`, in the order asked for."""
        if self.order == RELEVANCE:
            return self._by_relevance(start, stop)
        if self.order in ORDERS:
            return self.narrowed().in_order(self.order, start, stop)
        return PublishedCase.objects.numbers_in_order(self.order, self.rows, self.cases.rows, start, stop)

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
        """What the words searched find among all cases, before any other parameter."""
        return search(self.cases.bitmaps, self.values["q"])

    def check(self) -> None:
        """Raise BadParameter for the first value that cannot be answered."""
        for name, errors in self.form.errors.as_data().items():
            given = (errors[0].params or {}).get("value") or self.data.get(name, "")
            raise _bad_value(name, str(given))
        values = self._values
        if values["from"] and values["to"] and values["from"] > values["to"]:
            raise BadParameter("to", values["to"].isoformat(), problem=_("The period ends before it begins."))
        if values["q"] and len(phrases_of(values["q"])) > MOST_PHRASES:
            problem = _("A search may have at most %d quoted phrases.") % MOST_PHRASES
            raise BadParameter("q", values["q"], problem=problem)
        if values["sort"] == RELEVANCE and not values["q"]:
            raise BadParameter(
                "sort", RELEVANCE, problem=_("Only a search for words can be sorted by relevance.")
            )

    def by_codes(self, cases, name, value):
        return cases.any_of(name, value)

    def by_yes_or_no(self, cases, name, value):
        return cases.any_of(name, {YES_NO[word] for word in value})

    def by_day_held(self, cases, name, value):
        return cases.possibly_held_on(value)

    def by_update(self, cases, name, value):
        return cases.updated_since(value)

    def by_period(self, cases, name, value):
        """Both ends are one question, whichever of them is given."""
        first, last = (self.values[side] for side in DAY_RANGE)
        return cases.overlapping(first, last)

    def by_words(self, cases, name, value):
        return cases.among(self.found.rows)


def find(query: Query, look: Look) -> CaseFilterSet:
    """The FilterSet of a query over the register as it was at the look, checked: raises BadParameter."""
    filters = CaseFilterSet(query.as_data(), Selection.everything(look.bitmaps))
    filters.check()
    check_references(filters)
    return filters


def check_references(filters: CaseFilterSet) -> None:
    """Refuse references and articles that no published case or list has: what was never public does not exist here."""
    for name in ("agency", "campaign", "provision", "region"):
        wanted = filters.values[name] or []
        for value in wanted and sorted(set(wanted) - _published(filters.cases, name, wanted)):
            raise BadParameter(name, value, problem=_("Nothing of this reference is published."))


def _published(cases: Selection, name: str, wanted: list[str]) -> set[str]:
    if name == "campaign":
        return set(PublishedCampaign.objects.titles(wanted))
    used = {value for value in wanted if cases.bitmaps.of((name, value))}
    return used | {provision.key for provision in PROVISIONS} if name == "provision" else used


def _bad_value(name: str, value: str) -> BadParameter:
    if name in DATES:
        return BadParameter(
            name,
            value,
            problem=_("This is not a day."),
            hint=_("Write days as year, month, day: 2024-10-03."),
        )
    suggestion = nearest(value, _known_values(name))
    if name == "sort":
        hint = _("Possible orders: %s.") % ", ".join((*SORTS, RELEVANCE))
    elif name == "cross_border":
        hint = _("Possible values: true, false.")
    elif name in ("agency", "campaign"):
        hint = _("A reference has three groups of four characters.")
    elif name == "provision":
        hint = _("An article is written country:code:article, for example AZ:CC:274.")
    elif name == "region":
        hint = _("A region is an ISO 3166-2 code, for example AZ-BA, or the name a case prints.")
    elif FACETS[name].codes is STATES:
        hint = _("Countries are two capital letters (ISO 3166-1), or not_stated.")
    else:
        hint = _("The codes are listed in the data dictionary.")
    return BadParameter(
        name, value, problem=_("This parameter has no such value."), hint=hint, suggestion=suggestion
    )


def _known_values(name: str) -> tuple[str, ...]:
    if name == "sort":
        return (*SORTS, RELEVANCE)
    if name == "cross_border":
        return tuple(YES_NO)
    if name == "region":
        return REGIONS.codes
    codes = FACETS[name].codes if name in FACETS else None
    return codes.codes if codes else ()
