"""The one table of parameters: each is declared here, once, and is the same on every surface.

Made from it: what a query may hold (`query.py`), the FilterSet (`filters.py`), the counted choices (`facets.py`), chips
and headings (`heading.py`), errors that name what was probably meant, and the table of parameters on `/data/`.

To add a parameter, add an entry to the table:

- Codes, countries, references or other values of a field of the register: give the field its `facet` in
  `register/fields.py`, and write `_field(name, title, phrase, theme)` here. Without a code list it needs a `shape` too.
- A choice that is worked out, since it compares with today: `rows` gives the rows of each value. It is then filtered
  by, counted beside every other choice, and has a page of all values, as a field's facet has:

      Parameter("held", codes(HELD_NOW), _("Held now"), _held_now, "custody", _("…"), rows=held_rows)

- A question without choices to count, e.g. a day: no `theme`, and a `method` of django-filter, which is a function of
  the cases, the name and the value, and answers those of the cases that the value finds.

The order is that of the heading ("Cases of killing, in Russia"), and within a theme that of the page.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from pyroaring import BitMap

from cases.public.query.ranges import PERHAPS, RANGE_OF_HAPPENING, RANGES, SPAN, Range
from cases.public.query.rows_of_values import family_rows, held_rows, length_rows, sample_rows
from cases.public.query.shapes import (
    AGENCY,
    ARTICLE,
    CAMPAIGN,
    COUNTRY,
    DAY,
    FACILITY,
    FLAG,
    LENGTH,
    OFFICIAL,
    ORGANISATION,
    PAGE,
    REGION,
    WORDS,
    YES_NO,
    Choices,
    Named,
    Orders,
    Shape,
    Text,
    codes,
)
from cases.register.fields import FACETS, FIELD
from cases.register.figures import DETENTION
from cases.register.marks import EVENT, SENTENCE
from cases.register.published_case import SORTS
from cases.register.selection import ORDERS, Selection
from cases.vocabularies.custody import HELD_NOW
from cases.vocabularies.events import EVENT_KINDS
from cases.vocabularies.places import STATES
from cases.vocabularies.proceedings import SENTENCE_KINDS
from cases.vocabularies.role_families import ROLE_FAMILIES

RELEVANCE = "relevance"
DAY_RANGE = SPAN.ends

SEARCH, LIST, FILE = "search", "list", "file"
"""What a parameter is for: choosing cases, on every surface; showing a list of them; writing them into a file."""

THEMES: dict[str, Text] = {
    "what": _("What happened"),
    "where": _("Where"),
    "custody": _("Custody and court"),
    "who": _("Who"),
    "context": _("Context"),
}
"""The counted parameters stand under these, in this order."""


@dataclass(frozen=True)
class Parameter:
    """`phrase` follows "Cases" in a heading, with %s for the values; as a function it gets all values of the search.
    `text` says on `/data/` what it does. With a `theme` the cases of each value are counted."""

    name: str
    shape: Shape
    title: Text
    phrase: Text | Callable[[dict], str] = ""
    theme: str = ""
    text: Text = ""
    method: str | Callable = "by_values"
    """Of django-filter: what the values find. By its name a method of the FilterSet."""
    rows: Callable[[Selection, date], dict[str, BitMap]] | None = None
    """From all cases and today the rows of each value, where the register has none marked."""
    rows_on: Callable[[Selection, date], dict[str, BitMap]] | None = None
    """The same on a day, where `held_on` asks for one and the values mean another thing on each."""
    used_for: tuple[str, ...] = (SEARCH,)
    elsewhere: Text = ""
    """What to do about it where it has no meaning."""

    @property
    def chooses(self) -> bool:
        """Whether it chooses cases, rather than how they are shown."""
        return SEARCH in self.used_for

    @property
    def counted(self) -> bool:
        """Whether the cases of each value are counted beside it: a facet."""
        return bool(self.theme)

    @property
    def named(self) -> bool:
        """Whether its values are references of records with a name."""
        return isinstance(self.shape, Named)

    def words(self, value, names: dict[str, str]) -> str:
        return self.shape.words(value, names)


def _field(
    name: str, title: Text, phrase: Text | Callable, theme: str, shape: Shape | None = None
) -> Parameter:
    """A parameter whose values are those of the register's field of that facet."""
    field = FACETS[name]
    if shape is None:
        shape = COUNTRY if field.codes is STATES else codes(field.codes)
    return Parameter(name, shape, title, phrase, theme, field.description)


def _across_borders(values: dict) -> str:
    wanted = set(values["cross_border"])
    if len(wanted) > 1:
        return pgettext("after “Cases”", "known to be across borders or not")
    if wanted == {"true"}:
        return pgettext("after “Cases”", "across borders")
    return pgettext("after “Cases”", "within one state")


def _held_now(values: dict) -> str:
    wanted = set(values["held"])
    if len(wanted) > 1:
        return pgettext("after “Cases”", "held now")
    if wanted == {"confirmed"}:
        return pgettext("after “Cases”", "held now, confirmed within six months")
    return pgettext("after “Cases”", "held now, not confirmed within six months")


def _ends(asked: Range) -> tuple[Parameter, Parameter]:
    """The two parameters of a question with two ends."""
    phrases = asked.phrase, asked.rest_of_phrase
    first, last = (
        Parameter(name, asked.shape, title, phrase, text=text, method="by_range")
        for name, title, phrase, text in zip(asked.ends, asked.titles, phrases, asked.texts, strict=True)
    )
    return first, last


def _perhaps(values: dict) -> str:
    return pgettext("after “Cases”", "perhaps and not certainly")


def _samples(values: dict) -> str:
    wanted = set(values["sample"])
    if len(wanted) > 1:
        return pgettext("after “Cases”", "that are fictional samples or not")
    if wanted == {"true"}:
        return pgettext("after “Cases”", "that are fictional samples")
    return pgettext("after “Cases”", "that are no fictional samples")


_TABLE: tuple[Parameter, ...] = (
    _field("kind", _("Person, group or pattern"), pgettext_lazy("after “Cases”", "about %s"), "who"),
    _field("violation", _("What was done"), pgettext_lazy("after “Cases”", "of %s"), "what"),
    _field("role", _("Role"), pgettext_lazy("after “Cases”", "about people with the role %s"), "who"),
    Parameter(
        "role_family",
        codes(ROLE_FAMILIES),
        _("Roles in families"),
        pgettext_lazy("after “Cases”", "about %s"),
        "who",
        _("Roles that are asked for together; each stands for the cases of any of its roles."),
        rows=family_rows,
    ),
    _field("group", _("Affected group"), pgettext_lazy("after “Cases”", "in the affected group “%s”"), "who"),
    _field("gender", _("Gender"), pgettext_lazy("after “Cases”", "about people of the gender %s"), "who"),
    _field("charge", _("Charge, ever brought"), pgettext_lazy("after “Cases”", "with charges of %s"), "what"),
    _field(
        "charge_status",
        _("What became of a charge"),
        pgettext_lazy("after “Cases”", "with a charge that is %s"),
        "what",
    ),
    _field("provision", _("Article of law"), pgettext_lazy("after “Cases”", "under %s"), "what", ARTICLE),
    _field("method", _("Method across borders"), pgettext_lazy("after “Cases”", "by %s"), "what"),
    _field("location", _("Where it happened"), pgettext_lazy("after “Cases”", "in %s"), "where"),
    _field("region", _("Region"), pgettext_lazy("after “Cases”", "in the region %s"), "where", REGION),
    _field("origin", _("Whose repression"), pgettext_lazy("after “Cases”", "originating from %s"), "where"),
    _field(
        "host", _("Where the target lived"), pgettext_lazy("after “Cases”", "of people living in %s"), "where"
    ),
    _field(
        "destination", _("Destination"), pgettext_lazy("after “Cases”", "with the destination %s"), "where"
    ),
    _field(
        "cooperating",
        _("Said to have cooperated"),
        pgettext_lazy("after “Cases”", "with cooperation attributed to %s"),
        "where",
    ),
    _field("transit", _("Passed through"), pgettext_lazy("after “Cases”", "passing through %s"), "where"),
    _field(
        "custody",
        _("Custody, last known"),
        pgettext_lazy("after “Cases”", "custody last known as %s"),
        "custody",
    ),
    Parameter(
        "held",
        codes(HELD_NOW),
        _("Held now"),
        _held_now,
        "custody",
        _(
            "Cases of somebody in custody when last heard of, confirmed by a source within the last six months or not."
        ),
        rows=held_rows,
    ),
    replace(
        _field("held_at", _("Held at"), pgettext_lazy("after “Cases”", "held at %s"), "custody", FACILITY),
        rows_on=lambda cases, day: cases.at_on(day),
    ),
    _field("stage", _("Stage of proceedings"), pgettext_lazy("after “Cases”", "at the stage %s"), "custody"),
    _field("measure", _("Measures and treatment"), pgettext_lazy("after “Cases”", "with %s"), "custody"),
    Parameter(
        DETENTION,
        LENGTH,
        _("Length of detention"),
        pgettext_lazy("after “Cases”", "with a detention of the length “%s”"),
        "custody",
        _(
            "Cases with a stretch of custody of that length: completed, or not known to have ended and certain for as "
            "long as that at least."
        ),
        rows=length_rows,
    ),
    Parameter(
        EVENT,
        codes(EVENT_KINDS),
        pgettext_lazy("parameter", "Event"),
        pgettext_lazy("after “Cases”", "with the event “%s”"),
        "what",
        _("Kinds of events that the case tells of."),
        rows=lambda cases, _today: cases.bitmaps.values(EVENT),
    ),
    Parameter(
        SENTENCE,
        codes(SENTENCE_KINDS),
        _("Kind of sentence"),
        pgettext_lazy("after “Cases”", "with the sentence “%s”"),
        "custody",
        _("Kinds of sentences that the case tells of, in force or not."),
        rows=lambda cases, _today: cases.bitmaps.values(SENTENCE),
    ),
    _field(
        "campaign", _("Campaign"), pgettext_lazy("after “Cases”", "in the campaign %s"), "context", CAMPAIGN
    ),
    _field(
        "agency", _("Attributed to"), pgettext_lazy("after “Cases”", "attributed to %s"), "context", AGENCY
    ),
    _field(
        "court",
        pgettext_lazy("parameter", "Court"),
        pgettext_lazy("after “Cases”", "decided by %s"),
        "custody",
        AGENCY,
    ),
    _field(
        "counsel",
        _("Contact with counsel"),
        pgettext_lazy("after “Cases”", "with contact with counsel “%s”"),
        "custody",
    ),
    _field(
        "organisation",
        _("Organisation"),
        pgettext_lazy("after “Cases”", "about people tied to %s"),
        "who",
        ORGANISATION,
    ),
    _field(
        "official",
        pgettext_lazy("parameter", "Official"),
        pgettext_lazy("after “Cases”", "in which %s took part"),
        "context",
        OFFICIAL,
    ),
    _field("cross_border", _("Across borders"), _across_borders, "where", YES_NO),
    *(end for asked in RANGES for end in _ends(asked)),
    Parameter(
        PERHAPS,
        Choices(
            _("question"),
            "began&began_from=2024-01-01",
            values=tuple(RANGE_OF_HAPPENING),
            said=lambda value: str(RANGE_OF_HAPPENING[value].title),
        ),
        _("Perhaps"),
        _perhaps,
        text=_(
            "Of what days are asked for (began, arrested, released, verdict): the cases in which it may lie in them, "
            "since its date is not known as closely, in place of those in which it certainly does."
        ),
        method=lambda cases, _name, _values: cases,
    ),
    Parameter(
        "held_on",
        DAY,
        _("Held on"),
        pgettext_lazy("after “Cases”", "held on %s"),
        text=_("A day; cases whose person may have been held on it."),
        method=lambda cases, _name, day: cases.possibly_held_on(day),
    ),
    Parameter(
        "updated_since",
        DAY,
        _("Published since"),
        pgettext_lazy("after “Cases”", "published since %s"),
        text=_("A day; cases whose current version was published on it or later."),
        method=lambda cases, _name, day: cases.updated_since(day),
    ),
    Parameter(
        "sample",
        YES_NO,
        _("Fictional samples"),
        _samples,
        text=FIELD["sample"].description,
        method=lambda cases, _name, values: cases.among(
            BitMap.union(*(sample_rows(cases)[value] for value in values))
        ),
    ),
    Parameter(
        "q",
        WORDS,
        _("Words"),
        pgettext_lazy("after “Cases”", "matching “%s”"),
        text=_(
            "Names in any spelling or script, and words in any form, also of public sources; names of places and "
            "articles, and what codes are called; words in quotation marks as they stand; or a reference."
        ),
        method="by_words",
    ),
    Parameter(
        "sort",
        Orders(
            _("one of several words"), "-published", orders=tuple(dict.fromkeys([*SORTS, *ORDERS, RELEVANCE]))
        ),
        _("Order"),
        text=_(
            "The order: start, published, checked, name, held (days in custody), sentence (its length), sources (how "
            "many), relevance; a minus sign turns it round."
        ),
        used_for=(LIST, FILE),
        elsewhere=_("This has an order of its own; leave “sort” out."),
    ),
    Parameter(
        "page",
        PAGE,
        _("Page"),
        text=_("Which twenty-five cases of the list, from 1 on; a file holds all of them."),
        used_for=(LIST,),
        elsewhere=_("This has no pages; leave “page” out."),
    ),
    Parameter(
        "excel",
        FLAG,
        _("For Excel"),
        text=_("Of the file: a byte-order mark at its beginning, and semicolons between its cells."),
        used_for=(FILE,),
        elsewhere=_("“excel” chooses how a file is written; a page has no such choice."),
    ),
)

PARAMETERS: dict[str, Parameter] = {each.name: each for each in _TABLE}


def parameters_of(surface: str) -> tuple[str, ...]:
    """The names that may stand in the query of a `list`, of a `file`, or where only the `search` matters."""
    return tuple(each.name for each in PARAMETERS.values() if {SEARCH, surface} & {*each.used_for})


SEARCH_PARAMETERS = parameters_of(SEARCH)
LIST_PARAMETERS = parameters_of(LIST)
FILE_PARAMETERS = parameters_of(FILE)
