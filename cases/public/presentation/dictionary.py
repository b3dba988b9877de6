"""The data dictionary, from the register's own list of fields and the code lists behind them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.public.presentation.parameters import TITLES
from cases.public.query import CODED, SINGLE
from cases.register.fields import FACETS, FIELDS
from cases.vocabularies.terms import CodeList

TYPE_WORDS = {
    "text": gettext_lazy("text"),
    "texts": gettext_lazy("several texts"),
    "integer": gettext_lazy("whole number"),
    "number": gettext_lazy("number"),
    "date": gettext_lazy("day"),
    "moment": gettext_lazy("moment"),
    "boolean": gettext_lazy("true or false"),
    "code": gettext_lazy("code"),
    "codes": gettext_lazy("several codes"),
}


def columns() -> list[dict]:
    """The columns of the file, in their order."""
    return [
        {
            "name": field.name,
            "label": field.label,
            "type": TYPE_WORDS[field.type],
            "description": field.description,
            "codes": field.codes,
            "facet": field.facet,
        }
        for field in FIELDS
        if "csv" in field.where
    ]


def code_lists() -> list[CodeList]:
    """Every code list some column uses, once."""
    return list(dict.fromkeys(field.codes for field in FIELDS if "csv" in field.where and field.codes))


def parameters() -> list[dict]:
    """The parameters of the list and of the file."""
    others = {
        "q": _(
            "Names in any spelling or script, and words, also of the titles and publishers of public sources; words in "
            "quotation marks as they stand; or the reference of a case, a named person or a campaign."
        ),
        "from": _("A day; with “to” a period in which the case may have lasted."),
        "to": _("A day."),
        "held_on": _("A day; cases whose person may have been held on it."),
        "updated_since": _("A day; cases whose current version was published on it or later."),
        "sort": _("The order: start, published, checked, name, relevance; a minus sign turns it round."),
    }
    described = [
        {"name": name, "title": TITLES.get(name, _("Order")), "text": others[name]} for name in SINGLE
    ]
    return described + [
        {"name": name, "title": TITLES[name], "text": FACETS[name].description} for name in CODED
    ]
