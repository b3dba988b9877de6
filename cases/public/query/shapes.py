"""The shapes a parameter's values can have: how they are written, checked, refused, and said in words.

A shape knows of no parameter; which parameter has which shape is in `parameters.py`. Each gives the filter of
django-filter that checks its values; what the values find is said there too.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django_filters import CharFilter, ChoiceFilter, DateFilter, Filter, MultipleChoiceFilter, NumberFilter

from cases.public.query.bad_parameter import BadParameter
from cases.register import marks
from cases.register.published_campaign import PublishedCampaign
from cases.register.search import asks_too_much
from cases.register.selection import Selection
from cases.text.date_parts import FIRST_YEAR, LAST_YEAR
from cases.vocabularies.charges import LEGAL_CODES
from cases.vocabularies.places import NOT_STATED, REGIONS, STATES
from cases.vocabularies.provisions import PROVISION_SHAPE, PROVISIONS, TITLE
from cases.vocabularies.terms import CodeList
from cases.wording.dates import written_day
from cases.wording.lengths import DETENTIONS, detention_in_words
from cases.wording.numbers import grouped
from cases.wording.words import label, lower_first

Text = str | Promise

_NO_SUCH_VALUE = gettext_lazy("This parameter has no such value.")
_CODE, _REFERENCE = gettext_lazy("code"), gettext_lazy("reference")
_IN_THE_DICTIONARY = gettext_lazy("The codes are listed in the data dictionary.")
_THREE_GROUPS = gettext_lazy("A reference has three groups of four characters.")


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


class WholeNumberField(forms.IntegerField):
    """In digits, from 1 on, and in no other way."""

    def to_python(self, value):
        if value and not re.fullmatch(r"[1-9][0-9]{0,5}", value):
            raise forms.ValidationError("not a whole number", code="invalid")
        return super().to_python(value)


class WholeNumberFilter(NumberFilter):
    field_class = WholeNumberField


@dataclass(frozen=True)
class Shape:
    """`kind` says in a word or two what a value is, `example` is one, with whatever cannot be left out
    beside it, `hint` says how one is written."""

    kind: Text
    example: str
    hint: Text = ""
    problem: Text = _NO_SUCH_VALUE
    repeatable: bool = False
    """Whether several values may stand; they are alternatives."""

    def filter(self, name: str, method: str | Callable) -> Filter | None:
        """The filter that checks the values of a parameter; None where the value chooses no cases."""
        return None

    @property
    def known(self) -> tuple[str, ...]:
        """The values there are, for suggestions; none where they are data."""
        return ()

    @property
    def codes(self) -> CodeList | None:
        return None

    @property
    def advice(self) -> str:
        """How a value is written, for somebody who wrote another."""
        return self.hint or (_("Possible values: %s.") % ", ".join(self.known) if self.known else "")

    def tidied(self, value: str) -> str:
        """The one way to write the value, where there are several."""
        return value

    def check(self, name: str, value: str) -> None:
        """Raise BadParameter for a value that need not reach the filter."""

    def unpublished(self, cases: Selection, name: str, wanted: Iterable[str]) -> set[str]:
        """Well-formed values that no published case or list has: what was never public does not exist here."""
        return set()

    def words(self, value, names: dict[str, str]) -> str:
        """A value in words; `names` are titles and names by reference."""
        return _("“%s”") % value

    def in_sentence(self, value, names: dict[str, str]) -> str:
        return self.words(value, names)


@dataclass(frozen=True)
class Words(Shape):
    """What somebody typed."""

    def filter(self, name, method):
        return CharFilter(field_name=name, method=method)

    def tidied(self, value):
        return value.strip()

    def check(self, name, value):
        if problem := asks_too_much(value):
            raise BadParameter(name, value, problem=problem)

    def in_sentence(self, value, names):
        return value


@dataclass(frozen=True)
class Codes(Shape):
    """Codes of a list of ours."""

    kind: Text = _CODE
    example: str = ""
    hint: Text = _IN_THE_DICTIONARY
    repeatable: bool = True
    of: CodeList | None = None

    def filter(self, name, method):
        # As a function: the base class copies the filters for every request, and some lists have hundreds of codes.
        choices = [(code, code) for code in self.known]
        return MultipleChoiceFilter(field_name=name, choices=lambda: choices, method=method)

    @property
    def known(self):
        return self.of.codes

    @property
    def codes(self):
        return self.of

    def words(self, value, names):
        return label(self.of, value)

    def in_sentence(self, value, names):
        """Labels of ordinary code lists lose their capital inside a sentence."""
        return lower_first(self.words(value, names))


def codes(of: CodeList) -> Codes:
    return Codes(of=of, example=of.codes[0])


@dataclass(frozen=True)
class Countries(Codes):
    def words(self, value, names):
        return _("not stated") if value == NOT_STATED else label(STATES, value)

    def in_sentence(self, value, names):
        return self.words(value, names)


@dataclass(frozen=True)
class YesNo(Shape):
    repeatable: bool = True

    def filter(self, name, method):
        return MultipleChoiceFilter(
            field_name=name, choices=[(word, word) for word in self.known], method=method
        )

    @property
    def known(self):
        return ("true", "false")

    def tidied(self, value):
        """Two words for one answer would be two choices of one facet."""
        return {"yes": "true", "no": "false"}.get(value, value)

    def words(self, value, names):
        return _("yes") if value == "true" else _("no")


@dataclass(frozen=True)
class Choices(Shape):
    """A few values that are of no code list, and how each is said."""

    repeatable: bool = True
    values: tuple[str, ...] = ()
    said: Callable[[str], str] = str

    def filter(self, name, method):
        return MultipleChoiceFilter(
            field_name=name, choices=[(each, each) for each in self.values], method=method
        )

    @property
    def known(self):
        return self.values

    def words(self, value, names):
        return self.said(value)


@dataclass(frozen=True)
class Data(Shape):
    """Values that are not of a list of ours but stand in the records, in a form they all have."""

    repeatable: bool = True
    pattern: str = ""
    """A regular expression of the whole value."""

    def filter(self, name, method):
        return WellFormedFilter(field_name=name, shape=self.pattern, method=method)

    def unpublished(self, cases, name, wanted):
        return {value for value in wanted if not cases.bitmaps.of((name, value))}

    def words(self, value, names):
        return value


@dataclass(frozen=True)
class Named(Data):
    """References of records with a title or name of their own (`names.py`)."""

    def words(self, value, names):
        return names.get(value) or value


@dataclass(frozen=True)
class Campaigns(Named):
    """Those published, whether a case belongs to them or not."""

    def unpublished(self, cases, name, wanted):
        return {*wanted} - {*PublishedCampaign.objects.shown().titles(wanted)}


@dataclass(frozen=True)
class Facilities(Named):
    """Those that a published case names, whether anybody is known to be held there."""

    def unpublished(self, cases, name, wanted):
        return super().unpublished(cases, marks.FACILITY, wanted)


@dataclass(frozen=True)
class Regions(Data):
    @property
    def known(self):
        return REGIONS.codes

    def words(self, value, names):
        """`RU-DA` as "Dagestan (Russia)": several countries have a region of one name. Free text stays as it is."""
        if value not in REGIONS:
            return value
        return _("%(region)s (%(country)s)") % {
            "region": label(REGIONS, value),
            "country": label(STATES, value.partition("-")[0]),
        }


@dataclass(frozen=True)
class Articles(Data):
    def unpublished(self, cases, name, wanted):
        return super().unpublished(cases, name, wanted) - {*_ARTICLE_TITLES}

    def words(self, value, names):
        """`AZ:CC:274` as "Azerbaijan, Criminal Code, 274 High treason"."""
        country, code, article = value.split(":", 2)
        law = f"{label(STATES, country)}, {label(LEGAL_CODES, code)}, {article}"
        title = _ARTICLE_TITLES.get(value, "")
        return f"{law} {pgettext(TITLE, title)}" if title else law


@dataclass(frozen=True)
class Days(Shape):
    def filter(self, name, method):
        return IsoDateFilter(field_name=name, method=method, input_formats=["%Y-%m-%d"])

    def words(self, value, names):
        return written_day(value)


@dataclass(frozen=True)
class Numbers(Shape):
    """How many; `unit` with %s for the number."""

    unit: Text = "%s"

    def filter(self, name, method):
        return WholeNumberFilter(field_name=name, method=method)

    def words(self, value, names):
        return self.unit % grouped(int(value))


@dataclass(frozen=True)
class Orders(Shape):
    """One of a few words that say in which order."""

    orders: tuple[str, ...] = ()

    def filter(self, name, method):
        return ChoiceFilter(field_name=name, choices=[(order, order) for order in self.orders])

    @property
    def known(self):
        return self.orders


@dataclass(frozen=True)
class Flag(Shape):
    """Given or not: its one value is 1."""

    def check(self, name, value):
        if value != "1":
            raise BadParameter(name, value, problem=_("The only value is 1."), suggestion="1")


_ARTICLE_TITLES = {provision.key: provision.title for provision in PROVISIONS}

WORDS = Words(gettext_lazy("words"), "lawyer")
COUNTRY = Countries(
    gettext_lazy("country"),
    "AZ",
    gettext_lazy("Countries are two capital letters (ISO 3166-1), or not_stated."),
    of=STATES,
)
LENGTH = Choices(gettext_lazy("class of length"), DETENTIONS[0], values=DETENTIONS, said=detention_in_words)
YES_NO = YesNo(gettext_lazy("true or false"), "true")
AGENCY = Named(_REFERENCE, "A-7K3F-9Q2M-T4XW", _THREE_GROUPS, pattern=r"A(-[0-9A-Z]{4}){3}")
FACILITY = Facilities(_REFERENCE, "F-7K3F-9Q2M-T4XW", _THREE_GROUPS, pattern=r"F(-[0-9A-Z]{4}){3}")
ORGANISATION = Named(_REFERENCE, "O-7K3F-9Q2M-T4XW", _THREE_GROUPS, pattern=r"O(-[0-9A-Z]{4}){3}")
OFFICIAL = Named(_REFERENCE, "J-7K3F-9Q2M-T4XW", _THREE_GROUPS, pattern=r"J(-[0-9A-Z]{4}){3}")
CAMPAIGN = Campaigns(_REFERENCE, "K-7K3F-9Q2M-T4XW", _THREE_GROUPS, pattern=r"K(-[0-9A-Z]{4}){3}")
ARTICLE = Articles(
    gettext_lazy("article of law"),
    "AZ:CC:274",
    gettext_lazy("An article is written country:code:article, for example AZ:CC:274."),
    pattern=PROVISION_SHAPE,
)
REGION = Regions(
    gettext_lazy("region"),
    "AZ-BA",
    gettext_lazy("A region is an ISO 3166-2 code, for example AZ-BA, or the name a case prints."),
    pattern=r"\S(.{0,98}\S)?",
)
DAY = Days(
    gettext_lazy("day"),
    "2024-10-03",
    gettext_lazy("Write days as year, month, day: 2024-10-03."),
    gettext_lazy("This is not a day."),
)
_NUMBER = gettext_lazy("whole number"), "30"
_DIGITS = (
    gettext_lazy("Write a number in digits, from 1 on: 30."),
    gettext_lazy("This is not a whole number from 1 on."),
)
DAYS_LONG = Numbers(*_NUMBER, *_DIGITS, unit=gettext_lazy("%s d."))
MONTHS_LONG = Numbers(*_NUMBER, *_DIGITS, unit=gettext_lazy("%s mo."))
PAGE = Shape(gettext_lazy("whole number"), "2")
PLAIN = Shape("", "")
"""Of what is no parameter of a search: a version, a reference."""
FLAG = Flag(gettext_lazy("1 or nothing"), "1")
