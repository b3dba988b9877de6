"""Currencies in which fines are set: those of ISO 4217 in use that CLDR names, and those that our countries had.

Names come from CLDR (through Babel), as those of countries do.
"""

from datetime import date

from babel import Locale
from babel.numbers import get_territory_currencies

from cases.vocabularies.places import COUNTRIES
from cases.vocabularies.terms import CldrTerm, CodeList, OfCode, Term, cldr_name

_IN_USE = date(2026, 1, 1)
_FORMER = ("AZM", "BYB", "BYR", "GEK", "RUR", "SUR", "TJR", "TMM", "TRL", "UAK")


class Currency(CldrTerm):
    """A currency whose names are CLDR's alone, in every language."""

    wordings = ()


def _currency(code: str) -> Term:
    definition = OfCode("The currency ISO 4217 lists as %(code)s.", code)
    return Currency(code, cldr_name("currencies", code, "en"), definition, names="currencies")


def _currencies() -> list[Term]:
    named = {*Locale("en").currencies} & {*Locale("ru").currencies}
    codes = {
        code
        for country in COUNTRIES.codes
        for code in get_territory_currencies(country, start_date=_IN_USE, tender=True)
    }
    return [_currency(code) for code in sorted(codes | {*_FORMER}) if code in named]


CURRENCIES = CodeList("currencies", "Currencies", "ISO 4217", _currencies())
