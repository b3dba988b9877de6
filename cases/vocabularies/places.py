"""Countries, states, and how exactly a place is known. Regions are in ``regions``.

Country names come from CLDR (through Babel) for the codes ISO 3166-1 has assigned officially. Where CLDR's
name takes a side or names a status, a plainer one stands in ``_PLAINER``.
"""

import unicodedata

from babel import Locale

from .regions import REGIONS
from .terms import LABEL_LANGUAGES, PROPOSED, CodeList, OfCode, Term

__all__ = ["COUNTRIES", "NOT_STATED", "PRECISIONS", "REGIONS", "STATES"]

NOT_STATED = "not_stated"

_NOT_ISO_3166_1 = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)
"""Two-letter codes CLDR names which are reserved, private or not countries."""

_PLAINER = {
    "CG": ("Congo (Brazzaville)", "Konqo (Brazzavil)", "Конго (Браззавиль)"),
    "CD": ("Congo (Kinshasa)", "Konqo (Kinşasa)", "Конго (Киншаса)"),
    "FK": ("Falkland Islands (Malvinas)", "Folklend (Malvin) adaları", "Фолклендские (Мальвинские) острова"),
    "HK": ("Hong Kong", "Honq Konq", "Гонконг"),
    "KG": ("Kyrgyzstan", "Qırğızıstan", "Кыргызстан"),
    "KP": ("North Korea", "Şimali Koreya", "Северная Корея"),
    "KR": ("South Korea", "Cənubi Koreya", "Южная Корея"),
    "MM": ("Myanmar", "Myanma", "Мьянма"),
    "MO": ("Macao", "Makao", "Макао"),
    "PS": ("Palestine", "Fələstin", "Палестина"),
    "US": ("United States", "Amerika Birləşmiş Ştatları", "США"),
}


def _in_full(name: str) -> str:
    """Write out CLDR's Russian abbreviations for islands, and begin with a capital as a label does."""
    name = name.replace("о-ва ", "острова ").replace("о-в ", "остров ").replace(" о-ва", " острова")
    return name[0].upper() + name[1:]


def _alphabetically(term: Term) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", term.en) if not unicodedata.combining(sign))


def _countries() -> list[Term]:
    names = [Locale(language).territories for language in LABEL_LANGUAGES]
    codes = {code for code in names[0] if len(code) == 2 and code.isalpha()} - _NOT_ISO_3166_1
    countries = []
    for code in codes:
        labels = _PLAINER.get(code) or [_in_full(territories[code]) for territories in names]
        countries.append(
            Term(code, *labels, OfCode("The country or territory ISO 3166-1 lists as %(code)s.", code))
        )
    return sorted(countries, key=_alphabetically)


COUNTRIES = CodeList("countries", "Countries", "ISO 3166-1", _countries())

# fmt: off
STATES = CodeList("states", "States", "ISO 3166-1", [
    *COUNTRIES,
    Term(NOT_STATED, "Not stated", "Bildirilməyib", "Не указано",
         "The sources do not say which state it is.", PROPOSED),
])

PRECISIONS = CodeList("precisions", "Precision of a place", PROPOSED, [
    Term("exact", "Exact spot", "Dəqiq nöqtə", "Точное место", "The coordinates mark the spot itself."),
    Term("facility", "Facility", "Müəssisə", "Учреждение", "The coordinates mark a building or compound."),
    Term("locality", "Town or village", "Yaşayış məntəqəsi", "Населённый пункт",
         "The coordinates mark the middle of a town or village."),
    Term("region", "Region", "Region", "Регион", "The coordinates mark the middle of a region."),
    Term("country", "Country", "Ölkə", "Страна", "The coordinates mark the middle of a country."),
    Term("unknown", "Precision unknown", "Dəqiqliyi məlum deyil", "Точность неизвестна",
         "Nobody says how exact the coordinates are."),
])
# fmt: on
