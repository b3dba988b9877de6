"""What else countries are called: names of pycountry (formal and common ones, three-letter codes), and common ones.

Only for reading what somebody types; what is printed are the labels of `places`. A name of a region that is often typed
as a country leads to the region.
"""

from types import MappingProxyType

import pycountry

_ALSO = {
    "AE": "UAE, Emirates, ОАЭ, BƏƏ",
    "BA": "Bosnia",
    "BO": "Bolivia",
    "BY": "Belorussia, Byelorussia, Белоруссия",
    "CD": "DR Congo, DRC, Congo-Kinshasa, Democratic Republic of Congo, Zaire",
    "CG": "Congo-Brazzaville, Republic of Congo",
    "CI": "Ivory Coast",
    "CN": "PRC, Mainland China, КНР",
    "CV": "Cape Verde",
    "CZ": "Czech",
    "GB": "UK, U.K., Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Англия, Великобритания",
    "IR": "Persia",
    "KG": "Kirghizia, Kirgizia, Киргизия",
    "KP": "DPRK, КНДР",
    "KR": "Republic of Korea",
    "LA": "Laos",
    "MD": "Moldavia, Молдавия",
    "MK": "Macedonia, FYROM",
    "MM": "Burma",
    "NL": "Holland, Голландия",
    "PS": "Palestinian Territories, West Bank, Gaza",
    "RU": "Russia, РФ, RF",
    "SY": "Syria",
    "SZ": "Swaziland",
    "TL": "East Timor",
    "TM": "Turkmenia, Туркмения",
    "TR": "Turkey, Turkiye",
    "US": "USA, U.S., U.S.A., America, США, ABŞ, Америка",
    "VA": "Vatican, Holy See",
    "XK": "Kosova, XKX, Republic of Kosovo",
}
"""Common names, former and short ones; no name stands for two countries."""

REGIONS_TYPED_AS_COUNTRIES = MappingProxyType(
    {
        "UA-43": "Crimea, Republic of Crimea, Крым, Krım",
        "UA-40": "Sevastopol, Севастополь",
        "UA-14": "Donetsk People's Republic, DPR, DNR, ДНР",
        "UA-09": "Luhansk People's Republic, Lugansk People's Republic, LPR, LNR, ЛНР",
        "GE-AB": "Abkhazia, Republic of Abkhazia, Абхазия, Abxaziya",
        "GE": "South Ossetia, Tskhinvali, Tskhinvali Region, Южная Осетия, Cənubi Osetiya",
        "AZ": "Nagorno-Karabakh, Nagorno Karabakh, Karabakh, Artsakh, Нагорный Карабах, Карабах, Dağlıq Qarabağ, "
        "Qarabağ",
        "MD-SN": "Transnistria, Transdniestria, Pridnestrovie, Приднестровье, Dnestryanı",
        "CY": "Northern Cyprus, Turkish Republic of Northern Cyprus, TRNC",
        "SO": "Somaliland",
        "CN-XZ": "Tibet, Тибет",
        "CN-XJ": "Xinjiang, East Turkestan",
        "RU-CE": "Chechnya, Ichkeria, Чечня, Çeçenistan",
        "RU-DA": "Dagestan, Дагестан, Dağıstan",
        "RU-TA": "Tatarstan, Татарстан",
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
    return _TYPED.get(text.strip().casefold(), "")


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


_TYPED = {
    name.casefold(): code for code, names in REGIONS_TYPED_AS_COUNTRIES.items() for name in _split(names)
}
