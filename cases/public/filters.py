"""The one FilterSet over published cases: what each parameter of the contract means, on the page and in the file.

A repeated parameter matches any of its values, different parameters must all match. The QuerySet has a method for
each parameter, of the same name; this module says which values are allowed and calls it.
"""

import re
from collections.abc import Iterable

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django_filters import CharFilter, ChoiceFilter, DateFilter, FilterSet, MultipleChoiceFilter

from cases.public.query import BadParameter, Query, nearest
from cases.register.fields import FACETS
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import DEFAULT_SORT, SORTS, PublishedCase, PublishedCaseQuerySet
from cases.register.search import SearchResult, search
from cases.text.date_parts import FIRST_YEAR, LAST_YEAR
from cases.vocabularies.places import STATES
from cases.vocabularies.provisions import PROVISIONS

RELEVANCE = "relevance"
YES_NO = {"true": True, "false": False, "yes": True, "no": False}
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


def _codes(parameter: str, **options) -> MultipleChoiceFilter:
    return MultipleChoiceFilter(choices=FACETS[parameter].codes.choices, method="by_codes", **options)


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
    cooperating = _codes("cooperating")
    transit = _codes("transit")
    destination = _codes("destination")
    cross_border = MultipleChoiceFilter(choices=[(word, word) for word in YES_NO], method="by_cross_border")
    charge = _codes("charge")
    charge_status = _codes("charge_status")
    provision = WellFormedFilter(shape=r"[A-Z]{2}:[^:\s]{1,20}:[^:]{1,60}", method="by_codes")
    custody = _codes("custody")
    stage = _codes("stage")
    role = _codes("role")
    group = _codes("group")
    agency = WellFormedFilter(shape=r"A(-[0-9A-Z]{4}){3}", method="by_codes")
    campaign = WellFormedFilter(shape=r"K(-[0-9A-Z]{4}){3}", method="by_codes")
    gender = _codes("gender")
    from_ = _day("by_day_range")
    to = _day("by_day_range")
    held_on = _day("by_day")
    updated_since = _day("by_day")
    sort = ChoiceFilter(choices=[(name, name) for name in (*SORTS, RELEVANCE)], method="by_sort")

    class Meta:
        model = PublishedCase
        fields = []

    @classmethod
    def get_filters(cls):
        """`from` is a word of Python, so its filter is declared as `from_`."""
        return {name.rstrip("_"): declared for name, declared in super().get_filters().items()}

    def narrowed(self, without: Iterable[str] = ()) -> PublishedCaseQuerySet:
        """The cases every parameter matches, except those in `without`, in the order of the search or none."""
        cases = self.found.queryset
        for name, value in self.values.items():
            if name not in without:
                cases = self.filters[name].filter(cases, value)
        return cases

    def rows(self) -> PublishedCaseQuerySet:
        """The cases found, in the order asked for."""
        return self.narrowed() if self.order == RELEVANCE else self.narrowed().sorted_by(self.order)

    @property
    def order(self) -> str:
        return self.values["sort"] or (RELEVANCE if self.values["q"] else DEFAULT_SORT)

    @property
    def values(self) -> dict:
        """The values by parameter, checked and in their types; raises BadParameter."""
        self.check()
        return self.form.cleaned_data

    @cached_property
    def found(self) -> SearchResult:
        """What the words searched find among all cases, before any other parameter."""
        words = self.values["q"]
        return search(self.queryset, words) if words else SearchResult(self.queryset)

    def check(self) -> None:
        """Raise BadParameter for the first value that cannot be answered."""
        for name, errors in self.form.errors.as_data().items():
            given = (errors[0].params or {}).get("value") or self.data.get(name, "")
            raise _bad_value(name, str(given))
        values = self.form.cleaned_data
        if values["from"] and values["to"] and values["from"] > values["to"]:
            raise BadParameter("to", values["to"].isoformat(), problem=_("The period ends before it begins."))
        if values["sort"] == RELEVANCE and not values["q"]:
            raise BadParameter(
                "sort", RELEVANCE, problem=_("Only a search for words can be sorted by relevance.")
            )

    def by_codes(self, cases, name, value):
        return getattr(cases, name)(value)

    def by_cross_border(self, cases, name, value):
        return cases.cross_border({YES_NO[word] for word in value})

    def by_day(self, cases, name, value):
        return getattr(cases, name)(value)

    def by_day_range(self, cases, name, value):
        """Both ends are one question, asked once."""
        first, last = (self.values[side] for side in DAY_RANGE)
        return cases if name == "to" and first else cases.overlapping(first, last)

    def by_words(self, cases, name, value):
        """Already asked: `narrowed` starts from what the words found."""
        return cases

    def by_sort(self, cases, name, value):
        """The order is put on last, in `rows`."""
        return cases


def find(query: Query) -> CaseFilterSet:
    """The FilterSet of a query, checked: raises BadParameter."""
    filters = CaseFilterSet(query.as_data(), queryset=PublishedCase.objects.all())
    filters.check()
    check_references(filters)
    return filters


def check_references(filters: CaseFilterSet) -> None:
    """Refuse references and articles that no published case or list has: what was never public does not exist here."""
    for name in ("agency", "campaign", "provision"):
        wanted = filters.values[name]
        for value in wanted and sorted(set(wanted) - _published(name, wanted)):
            raise BadParameter(name, value, problem=_("Nothing of this reference is published."))


def _published(name: str, wanted: list[str]) -> set[str]:
    if name == "campaign":
        return set(PublishedCampaign.objects.titles(wanted))
    if name == "agency":
        return set(PublishedCase.objects.agency_names(wanted))
    verified = {provision.key for provision in PROVISIONS}
    unlisted = set(wanted) - verified
    used = PublishedCase.objects.provision(unlisted).values_list("provisions", flat=True) if unlisted else ()
    return verified.union(*used)


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
    codes = FACETS[name].codes if name in FACETS else None
    return codes.codes if codes else ()
