"""The code lists whose words stand on public pages: those of the data, and all of them by theme with what they mean.

From the themes countries, regions and languages are left out: standards with hundreds of entries need no definition.
The anchor of a list is its name (`violations`), that of a code both (`violations-detention`).
"""

from django.utils.translation import gettext as _

from cases.public.query.parameters import PARAMETERS
from cases.register.fields import FIELDS
from cases.vocabularies.terms import PROPOSED, CodeList
from cases.vocabularies.themes import THEMES


def code_lists() -> list[CodeList]:
    """Every code list some column of the file or parameter uses, countries and regions included, once."""
    of_columns = [field.codes for field in FIELDS if "csv" in field.where]
    of_parameters = [each.shape.codes for each in PARAMETERS.values()]
    return [codes for codes in dict.fromkeys([*of_columns, *of_parameters]) if codes]


def code_themes() -> list[dict]:
    """The themes with their lists: anchor, title, where the list comes from, and its terms."""
    return [{"title": _(theme.title), "lists": [_list(codes) for codes in theme.public]} for theme in THEMES]


def _list(codes: CodeList) -> dict:
    return {
        "anchor": codes.name,
        "title": codes.heading,
        "ours": codes.source == PROPOSED,
        "source": codes.source,
        "terms": [
            {
                "anchor": f"{codes.name}-{term.code}",
                "code": term.code,
                "label": term.label,
                "definition": term.meaning,
                "source": _beyond(codes.source, term.source),
                "ours": term.source == PROPOSED != codes.source,
                "verified": term.verified,
            }
            for term in codes
        ],
    }


def _beyond(source: str, of_term: str) -> str:
    """What the source of a term adds to that of its list: often a number."""
    return of_term.removeprefix(source).strip(" ,")
