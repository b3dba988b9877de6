"""The code lists that are explained to readers and to the desk, each once, by theme.

A new list of words gets its place here; those that are known by their standard alone (countries, languages) have none.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_noop

from cases.vocabularies.actions import (
    ASSESSMENT_CATEGORIES,
    ASSESSMENT_FRAMEWORKS,
    ASSESSMENT_OUTCOMES,
    INTERVENTION_KINDS,
    INTERVENTION_STATUSES,
    RELATION_KINDS,
)
from cases.vocabularies.attributions import (
    AGENCY_KINDS,
    ATTRIBUTION_LEVELS,
    INVOLVEMENTS,
    OFFICES,
    OFFICIAL_POSITIONS,
)
from cases.vocabularies.charges import CHARGE_CATEGORIES, CHARGE_STATUSES, LEGAL_CODES, MODALITIES
from cases.vocabularies.custody import CUSTODY_STATUSES, HELD_NOW
from cases.vocabularies.languages import TRANSLATION_WAYS
from cases.vocabularies.organisations import AFFILIATION_ROLES, ORGANISATION_KINDS
from cases.vocabularies.people import CONSENTS, GENDERS, GROUPS, IDENTITIES, NAME_KINDS, RISK_OUTCOMES, ROLES
from cases.vocabularies.proceedings import (
    COUNSEL,
    DECISIONS,
    EVENT_KINDS,
    MEASURES,
    PROCEEDING_KINDS,
    REGIMES,
    SENTENCE_KINDS,
    STAGES,
)
from cases.vocabularies.role_families import ROLE_FAMILIES
from cases.vocabularies.sources import CREDIBILITIES, RELIABILITIES, SOURCE_KINDS
from cases.vocabularies.terms import CodeList
from cases.vocabularies.violations import CASE_KINDS, COUNTING_UNITS, METHODS, VIOLATIONS


@dataclass(frozen=True)
class Theme:
    """`title` is an English sentence of the catalogues."""

    title: str
    public: tuple[CodeList, ...]
    desk: tuple[CodeList, ...] = ()
    """Those beside them that nothing public is said in."""


THEMES = (
    Theme(gettext_noop("What a record is about"), (CASE_KINDS, VIOLATIONS, METHODS, TRANSLATION_WAYS)),
    Theme(
        gettext_noop("People"),
        (
            IDENTITIES,
            ROLES,
            ROLE_FAMILIES,
            GROUPS,
            GENDERS,
            NAME_KINDS,
            COUNTING_UNITS,
            ORGANISATION_KINDS,
            AFFILIATION_ROLES,
        ),
        desk=(CONSENTS, RISK_OUTCOMES),
    ),
    Theme(
        gettext_noop("Custody, courts and law"),
        (
            CUSTODY_STATUSES,
            HELD_NOW,
            STAGES,
            PROCEEDING_KINDS,
            EVENT_KINDS,
            MEASURES,
            DECISIONS,
            CHARGE_CATEGORIES,
            CHARGE_STATUSES,
            MODALITIES,
            LEGAL_CODES,
            SENTENCE_KINDS,
            REGIMES,
            OFFICES,
            COUNSEL,
        ),
    ),
    Theme(
        gettext_noop("Who says so"),
        (
            SOURCE_KINDS,
            RELIABILITIES,
            CREDIBILITIES,
            ATTRIBUTION_LEVELS,
            INVOLVEMENTS,
            OFFICIAL_POSITIONS,
        ),
        desk=(AGENCY_KINDS,),
    ),
    Theme(
        gettext_noop("What others did and found"),
        (
            INTERVENTION_KINDS,
            INTERVENTION_STATUSES,
            ASSESSMENT_FRAMEWORKS,
            ASSESSMENT_CATEGORIES,
            ASSESSMENT_OUTCOMES,
        ),
        desk=(RELATION_KINDS,),
    ),
)
