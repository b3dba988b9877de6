"""What else countries are called: names of pycountry (formal and common ones, three-letter codes), and common ones.

Only for reading what somebody types; what is printed are the labels of `places`. A name of a region that is often typed
as a country leads to the region.
"""

import re
import unicodedata
from types import MappingProxyType

import pycountry

_ALSO = {
    "AE": "UAE, Emirates, ОАЭ, BƏƏ",
    "BA": "Bosnia",
    "BO": "Bolivia",
    "AM": "Hayastan",
    "BY": "Belorussia, Byelorussia, Белоруссия",
    "CD": "DR Congo, DRC, Congo-Kinshasa, Democratic Republic of Congo, Zaire",
    "CG": "Congo-Brazzaville, Republic of Congo",
    "CI": "Ivory Coast",
    "CN": "PRC, Mainland China, КНР",
    "CV": "Cape Verde",
    "CZ": "Czech, Česko",
    "DE": "FRG, Deutschland, ФРГ",
    "GB": "UK, U.K., Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Англия, Великобритания",
    "GE": "Sakartvelo",
    "IR": "Persia, IRI",
    "KG": "Kirghizia, Kirgizia, Киргизия, Кыргызстан, Qırğızıstan",
    "KP": "DPRK, КНДР",
    "KR": "Republic of Korea",
    "LA": "Laos",
    "MD": "Moldavia, Молдавия",
    "MK": "Macedonia, FYROM",
    "MO": "Macau",
    "MM": "Burma",
    "NL": "Holland, Голландия",
    "PL": "Polska",
    "PS": "Palestinian Territories, West Bank, Gaza",
    "RU": "Russia, РФ, RF, Российская Федерация",
    "SA": "KSA",
    "SY": "Syria",
    "SZ": "Swaziland",
    "TL": "East Timor",
    "TM": "Turkmenia, Туркмения",
    "TR": "Turkey, Turkiye",
    "TW": "Republic of China, ROC",
    "US": "USA, U.S., U.S.A., America, США, ABŞ, Америка",
    "VA": "Vatican, Holy See",
    "XK": "Kosova, XKX, Republic of Kosovo",
    "stateless": "Stateless person, Apatride, Apatrid, Апатрид, Без гражданства, Лицо без гражданства, "
    "Vətəndaşlığı yoxdur, Vətəndaşlığı olmayan, Vətəndaşlığı olmayan şəxs, Vatansız",
}
"""Common names, former and short ones; no name stands for two countries."""

REGIONS_TYPED_AS_COUNTRIES = MappingProxyType(
    {
        "UA-43": "Crimea, Republic of Crimea, Крым, Krım",
        "UA-40": "Sevastopol, Севастополь",
        "UA-14": "Donetsk People's Republic, DPR, DNR, ДНР",
        "UA-09": "Luhansk People's Republic, Lugansk People's Republic, LPR, LNR, ЛНР",
        "GE-AB": "Abkhazia, Republic of Abkhazia, Апсны, Абхазия, Abxaziya, Abxazia",
        "GE-AJ": "Adjara, Ajara, Adjaria, Аджария, Acarıstan",
        "GE": "South Ossetia, Tskhinvali, Tskhinvali Region, Южная Осетия, Cənubi Osetiya",
        "AZ-NX": "Nakhchivan, Nakhichevan, Нахчыван, Нахичевань, Naxçıvan",
        "AZ": "Nagorno-Karabakh, Nagorno Karabakh, Karabakh, Artsakh, Нагорный Карабах, Карабах, Dağlıq Qarabağ, "
        "Qarabağ",
        "MD-SN": "Transnistria, Transdniestria, Pridnestrovie, Приднестровье, Dnestryanı",
        "CY": "Northern Cyprus, Turkish Republic of Northern Cyprus, TRNC",
        "SO": "Somaliland",
        "CN-XZ": "Tibet, Тибет",
        "CN-XJ": "Xinjiang, East Turkestan",
        "RU-CE": "Chechnya, Chechen Republic, Ichkeria, Чечня, Чеченская Республика, Çeçenistan",
        "RU-DA": "Dagestan, Дагестан, Dağıstan",
        "RU-IN": "Ingushetia, Ингушетия, İnquşetiya",
        "RU-KB": "Kabardino-Balkaria, Кабардино-Балкария",
        "RU-KC": "Karachay-Cherkessia, Карачаево-Черкесия",
        "RU-SE": "North Ossetia, North Ossetia-Alania, Северная Осетия",
        "RU-AD": "Adygea, Адыгея",
        "RU-BA": "Bashkortostan, Башкортостан",
        "RU-TA": "Tatarstan, Татарстан",
        "UZ-QR": "Karakalpakstan, Каракалпакстан, Qaraqalpaqstan",
        "IQ": "Kurdistan, Iraqi Kurdistan",
    }
)
"""ISO 3166-2 code – of a region that has none the country – and what is typed for it. Where a place is entered says
nothing about whose it is: what a source calls it stands in the record's words."""


def names_of(code: str) -> tuple[str, ...]:
    """What a country is called beside its labels; none for a code that is no country."""
    known = pycountry.countries.get(alpha_2=code)
    fields = ("name", "official_name", "common_name", "alpha_3")
    formal = [getattr(known, field, "") for field in fields] if known else []
    return tuple(name for name in [*formal, *_split(_ALSO.get(code, ""))] if name)


def region_typed(text: str) -> str:
    """The code of a region that is typed as a country – of one without a code its country; empty for any other."""
    return next((_TYPED[form] for form in forms(text) if form in _TYPED), "")


def forms(text: str) -> list[str]:
    """How a name may be on file, as it is typed first: without dots, accents and the article, as the standard turns it
    (“Iran, Islamic Republic of”), and without the word for the kind of state."""
    simple = plain(text)
    turned = re.sub(r"\s*\(([^()]+)\)$", r", \1", simple)
    bare = _STATE_BEFORE.sub("", _STATE_AFTER.sub("", simple)).strip()
    return list(dict.fromkeys(form for form in (text.strip().casefold(), simple, turned, bare) if form))


def plain(text: str) -> str:
    """Small letters without accents, dots, curly apostrophes and an article before; Cyrillic letters stay whole."""
    text = text.strip().casefold().replace("’", "'").replace(".", "")
    kept = (c if "а" <= c <= "џ" else unicodedata.normalize("NFD", c) for c in text)
    text = "".join(c for c in "".join(kept) if not unicodedata.combining(c))
    return text.removeprefix("the ").strip()


_STATE_BEFORE = re.compile(
    r"^(?:(?:autonomous |islamic )?republic|state|kingdom|commonwealth|grand duchy|principality) of (?:the )?"
    r"|^республика "
)
_STATE_AFTER = re.compile(
    r" (?:(?:autonomous )?republic|respublikası|respublikasi|federasiyası|federasiyasi|cumhuriyeti|республика)$"
)


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


_TYPED = {
    form: code
    for code, names in REGIONS_TYPED_AS_COUNTRIES.items()
    for name in _split(names)
    for form in forms(name)
}
