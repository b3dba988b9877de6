"""The rows of each value of a parameter that no field of the register answers: worked out of all cases and the day."""

from datetime import date

from pyroaring import BitMap

from cases.register.figures import DETENTION, unnumbered
from cases.register.selection import Selection
from cases.vocabularies.role_families import ROLE_FAMILIES, roles_of
from cases.wording.recency import recent_since


def held_rows(cases: Selection, today: date) -> dict[str, BitMap]:
    held = cases.held()
    confirmed = held.confirmed_since(recent_since(today)).rows
    return {"confirmed": confirmed, "unconfirmed": held.rows - confirmed}


def sample_rows(cases: Selection) -> dict[str, BitMap]:
    samples = cases.samples().rows
    return {"true": samples, "false": cases.rows - samples}


def family_rows(cases: Selection, today: date) -> dict[str, BitMap]:
    return {family: cases.any_of("role", roles_of(family)).rows for family in ROLE_FAMILIES.codes}


def length_rows(cases: Selection, today: date) -> dict[str, BitMap]:
    """A case with several detentions of one class has a mark for each, and is found once."""
    found: dict[str, BitMap] = {}
    for value, rows in cases.bitmaps.values(DETENTION).items():
        found[unnumbered(value)] = found.get(unnumbered(value), BitMap()) | rows
    return found
