"""The code lists whose words stand on public pages, by theme, for the page that says what they mean.

Countries, regions and languages are left out: they are standards with hundreds of entries that need no definition.
The anchor of a list is its name (`violations`), that of a code both (`violations-detention`).
"""

from django.utils.translation import gettext_lazy

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
        {
            CASE_KINDS: gettext_lazy("Kinds of case"),
            VIOLATIONS: gettext_lazy("What was done"),
            METHODS: gettext_lazy("Methods across borders"),
        },
    ),
    (
        gettext_lazy("People"),
        {
            IDENTITIES: gettext_lazy("How a person is shown"),
            ROLES: gettext_lazy("Roles"),
            GROUPS: gettext_lazy("Affected groups"),
            GENDERS: gettext_lazy("Gender"),
            NAME_KINDS: gettext_lazy("Kinds of name"),
            COUNTING_UNITS: gettext_lazy("Units a group is counted in"),
        },
    ),
    (
        gettext_lazy("Custody, courts and law"),
        {
            CUSTODY_STATUSES: gettext_lazy("Custody"),
            STAGES: gettext_lazy("Stages of proceedings"),
            PROCEEDING_KINDS: gettext_lazy("Kinds of proceedings"),
            EVENT_KINDS: gettext_lazy("Events"),
            DECISIONS: gettext_lazy("Decisions"),
            CHARGE_CATEGORIES: gettext_lazy("Categories of charges"),
            CHARGE_STATUSES: gettext_lazy("What became of a charge"),
            MODALITIES: gettext_lazy("Form of the alleged offence"),
            LEGAL_CODES: gettext_lazy("Codes of law"),
            SENTENCE_KINDS: gettext_lazy("Sentences"),
            REGIMES: gettext_lazy("Prison regimes"),
        },
    ),
    (
        gettext_lazy("Who says so"),
        {
            SOURCE_KINDS: gettext_lazy("Kinds of source"),
            RELIABILITIES: gettext_lazy("Reliability of a source"),
            CREDIBILITIES: gettext_lazy("Credibility of a claim"),
            ATTRIBUTION_LEVELS: gettext_lazy("Levels of attribution"),
            INVOLVEMENTS: gettext_lazy("Degrees of involvement"),
            OFFICIAL_POSITIONS: gettext_lazy("What the authorities say"),
        },
    ),
    (
        gettext_lazy("What others did and found"),
        {
            INTERVENTION_KINDS: gettext_lazy("Interventions"),
            INTERVENTION_STATUSES: gettext_lazy("What became of an intervention"),
            ASSESSMENT_FRAMEWORKS: gettext_lazy("Frameworks of assessment"),
            ASSESSMENT_CATEGORIES: gettext_lazy("Categories of assessment"),
            ASSESSMENT_OUTCOMES: gettext_lazy("Outcomes of assessment"),
        },
    ),
)


def code_themes() -> list[dict]:
    """The themes with their lists: anchor, title, where the list comes from, and its terms."""
    return [
        {"title": title, "lists": [_list(codes, name) for codes, name in lists.items()]}
        for title, lists in THEMES
    ]


def _list(codes: CodeList, title: str) -> dict:
    return {
        "anchor": codes.name,
        "title": title,
        "ours": codes.source == PROPOSED,
        "source": codes.source,
        "terms": [
            {
                "anchor": f"{codes.name}-{term.code}",
                "code": term.code,
                "label": term.label,
                "definition": term.definition,
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
