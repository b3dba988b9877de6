"""The code lists whose words stand on public pages: those of the data, and all of them by theme with what they mean.

From the themes countries, regions and languages are left out: standards with hundreds of entries need no definition.
The anchor of a list is its name (`violations`), that of a code both (`violations-detention`).
"""

from django.utils.translation import gettext_lazy

from cases.public.query.parameters import PARAMETERS
from cases.register.fields import FIELDS
from cases.vocabularies.actions import (
    ASSESSMENT_CATEGORIES,
    ASSESSMENT_FRAMEWORKS,
    ASSESSMENT_OUTCOMES,
    INTERVENTION_KINDS,
    INTERVENTION_STATUSES,
)
from cases.vocabularies.attributions import ATTRIBUTION_LEVELS, INVOLVEMENTS, OFFICIAL_POSITIONS
from cases.vocabularies.charges import CHARGE_CATEGORIES, CHARGE_STATUSES, LEGAL_CODES, MODALITIES
from cases.vocabularies.people import GENDERS, GROUPS, IDENTITIES, NAME_KINDS, ROLES
from cases.vocabularies.proceedings import (
    CUSTODY_STATUSES,
    DECISIONS,
    EVENT_KINDS,
    PROCEEDING_KINDS,
    REGIMES,
    SENTENCE_KINDS,
    STAGES,
)
from cases.vocabularies.sources import CREDIBILITIES, RELIABILITIES, SOURCE_KINDS
from cases.vocabularies.terms import PROPOSED, CodeList
from cases.vocabularies.violations import CASE_KINDS, COUNTING_UNITS, METHODS, VIOLATIONS

THEMES = (
    (
        gettext_lazy("What a record is about"),
        (
            CASE_KINDS,
            VIOLATIONS,
            METHODS,
        ),
    ),
    (
        gettext_lazy("People"),
        (
            IDENTITIES,
            ROLES,
            GROUPS,
            GENDERS,
            NAME_KINDS,
            COUNTING_UNITS,
        ),
    ),
    (
        gettext_lazy("Custody, courts and law"),
        (
            CUSTODY_STATUSES,
            STAGES,
            PROCEEDING_KINDS,
            EVENT_KINDS,
            DECISIONS,
            CHARGE_CATEGORIES,
            CHARGE_STATUSES,
            MODALITIES,
            LEGAL_CODES,
            SENTENCE_KINDS,
            REGIMES,
        ),
    ),
    (
        gettext_lazy("Who says so"),
        (
            SOURCE_KINDS,
            RELIABILITIES,
            CREDIBILITIES,
            ATTRIBUTION_LEVELS,
            INVOLVEMENTS,
            OFFICIAL_POSITIONS,
        ),
    ),
    (
        gettext_lazy("What others did and found"),
        (
            INTERVENTION_KINDS,
            INTERVENTION_STATUSES,
            ASSESSMENT_FRAMEWORKS,
            ASSESSMENT_CATEGORIES,
            ASSESSMENT_OUTCOMES,
        ),
    ),
)


def code_lists() -> list[CodeList]:
    """Every code list some column of the file or parameter uses, countries and regions included, once."""
    of_columns = [field.codes for field in FIELDS if "csv" in field.where]
    of_parameters = [each.shape.codes for each in PARAMETERS.values()]
    return [codes for codes in dict.fromkeys([*of_columns, *of_parameters]) if codes]


def code_themes() -> list[dict]:
    """The themes with their lists: anchor, title, where the list comes from, and its terms."""
    return [{"title": title, "lists": [_list(codes) for codes in lists]} for title, lists in THEMES]


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
