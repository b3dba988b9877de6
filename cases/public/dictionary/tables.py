"""The data dictionary, from the register's own list of fields and the code lists behind them."""

from django.utils.translation import gettext_lazy

from cases.public.query.parameters import PARAMETERS
from cases.register.fields import FIELDS

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
            "entered": field.entered,
        }
        for field in FIELDS
        if "csv" in field.where
    ]


def parameters() -> list[dict]:
    """What may be asked of the list, of a file and of the other pages; first what may stand once."""
    return [
        {
            "name": each.name,
            "title": each.title,
            "kind": each.shape.kind,
            "repeatable": each.shape.repeatable,
            "advice": "" if each.shape.codes else each.shape.advice,
            "codes": each.shape.codes,
            "text": each.text,
            "example": f"{each.name}={each.shape.example}",
        }
        for each in sorted(PARAMETERS.values(), key=lambda each: each.shape.repeatable)
    ]
