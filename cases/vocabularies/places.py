"""Countries, states, and how exactly a place is known. Regions are in `regions`.

Country names come from CLDR (through Babel) for the codes ISO 3166-1 has assigned officially. Where CLDR's
name takes a side or names a status, a plainer one stands in `_PLAINER`.
"""

import unicodedata

from babel import Locale

from cases.vocabularies.regions import REGIONS
from cases.vocabularies.terms import PROPOSED, CldrTerm, CodeList, OfCode, Term, cldr_name

__all__ = ["COUNTRIES", "NATIONALITIES", "NOT_STATED", "PRECISIONS", "REGIONS", "STATES"]

NOT_STATED, STATELESS, KOSOVO = "not_stated", "stateless", "XK"

_NOT_ISO_3166_1 = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)
"""Two-letter codes CLDR names which are reserved, private or not countries."""

_PLAINER = {
    "CG": "Congo (Brazzaville)",
    "CD": "Congo (Kinshasa)",
    "FK": "Falkland Islands (Malvinas)",
    "HK": "Hong Kong",
    "KG": "Kyrgyzstan",
    "KP": "North Korea",
    "KR": "South Korea",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
    "US": "United States",
}
"""Translated like other labels: where the catalogue has none, the plainer English name stands, not CLDR's."""


class Country(CldrTerm):
    """A country whose names are CLDR's alone, in every language."""

    wordings = ()


def _alphabetically(term: Term) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", term.en) if not unicodedata.combining(sign))


def _country(code: str) -> Term:
    definition = OfCode("The country or territory ISO 3166-1 lists as %(code)s.", code)
    if code == KOSOVO:
        definition = OfCode("Kosovo: ISO 3166-1 lists no code; %(code)s is the one in common use.", code)
    if code in _PLAINER:
        return Term(code, _PLAINER[code], definition)
    return Country(code, cldr_name("territories", code, "en"), definition, names="territories")


def _countries() -> list[Term]:
    codes = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()}
    return sorted(map(_country, codes - _NOT_ISO_3166_1), key=_alphabetically)


COUNTRIES = CodeList("countries", "Countries", "ISO 3166-1", _countries())

# fmt: off
STATES = CodeList("states", "States", "ISO 3166-1", [
    *COUNTRIES,
    Term(NOT_STATED, "Not stated", "The sources do not say which state it is.", PROPOSED),
])

NATIONALITIES = CodeList("nationalities", "Nationalities", "ISO 3166-1", [
    *COUNTRIES,
    Term(STATELESS, "Stateless", "No state considers the person its national.", PROPOSED),
])

PRECISIONS = CodeList("precisions", "Precision of a place", PROPOSED, [
    Term("exact", "Exact spot", "The coordinates mark the spot itself."),
    Term("facility", "Facility", "The coordinates mark a building or compound."),
    Term("locality", "Town or village", "The coordinates mark the middle of a town or village."),
    Term("region", "Region", "The coordinates mark the middle of a region."),
    Term("country", "Country", "The coordinates mark the middle of a country."),
    Term("unknown", "Precision unknown", "Nobody says how exact the coordinates are."),
])
# fmt: on
