"""A whole search as one heading."""

from django.utils.translation import gettext as _

from cases.public.query.parameters import PARAMETERS, Parameter
from cases.wording.words import joined


def heading(values: dict, names: dict[str, str]) -> str:
    """The search in words: "Cases of killing, in Russia, held on 11 November 2024".

    `values` are those of the FilterSet, `names` titles and names by reference.
    """
    given = [parameter for name, parameter in PARAMETERS.items() if values.get(name)]
    parts = [_phrase(parameter, values, names) for parameter in given]
    said = ", ".join(part for part in parts if part)
    return _("Cases %s") % said if said else _("All cases")


def _phrase(parameter: Parameter, values: dict, names: dict[str, str]) -> str:
    """What a parameter adds; nothing where it does not choose cases, or another one has said it."""
    if not parameter.phrase:
        return ""
    if callable(parameter.phrase):
        return parameter.phrase(values)
    given = values[parameter.name] if parameter.shape.repeatable else [values[parameter.name]]
    return parameter.phrase % joined([parameter.shape.in_sentence(value, names) for value in given])
