"""Regions by ISO 3166-2: of the South Caucasus and some of Russia in three languages, of all countries by the standard.

Names are those of the standard and decide nothing about whose a place is; what a source calls it stays with the record.
"""

import re
from functools import cache

import pycountry

from cases.vocabularies.terms import CodeList, OfCode, Term

_AZERBAIJAN_CITIES = (
    ("AZ-BA", "Baku"),
    ("AZ-GA", "Ganja"),
    ("AZ-LA", "Lankaran (city)"),
    ("AZ-MI", "Mingachevir"),
    ("AZ-NA", "Naftalan"),
    ("AZ-NV", "Nakhchivan (city)"),
    ("AZ-SA", "Shaki (city)"),
    ("AZ-SM", "Sumqayit"),
    ("AZ-SR", "Shirvan"),
    ("AZ-XA", "Khankendi"),
    ("AZ-YE", "Yevlakh (city)"),
)

_AZERBAIJAN_DISTRICTS = (
    ("AZ-ABS", "Absheron District"),
    ("AZ-AGA", "Aghstafa District"),
    ("AZ-AGC", "Aghjabadi District"),
    ("AZ-AGM", "Aghdam District"),
    ("AZ-AGS", "Aghdash District"),
    ("AZ-AGU", "Aghsu District"),
    ("AZ-AST", "Astara District"),
    ("AZ-BAB", "Babek District"),
    ("AZ-BAL", "Balakan District"),
    ("AZ-BAR", "Barda District"),
    ("AZ-BEY", "Beylagan District"),
    ("AZ-BIL", "Bilasuvar District"),
    ("AZ-CAB", "Jabrayil District"),
    ("AZ-CAL", "Jalilabad District"),
    ("AZ-CUL", "Julfa District"),
    ("AZ-DAS", "Dashkasan District"),
    ("AZ-FUZ", "Fuzuli District"),
    ("AZ-GAD", "Gadabay District"),
    ("AZ-GOR", "Goranboy District"),
    ("AZ-GOY", "Goychay District"),
    ("AZ-GYG", "Goygol District"),
    ("AZ-HAC", "Hajigabul District"),
    ("AZ-IMI", "Imishli District"),
    ("AZ-ISM", "Ismayilli District"),
    ("AZ-KAL", "Kalbajar District"),
    ("AZ-KAN", "Kangarli District"),
    ("AZ-KUR", "Kurdamir District"),
    ("AZ-LAC", "Lachin District"),
    ("AZ-LAN", "Lankaran District"),
    ("AZ-LER", "Lerik District"),
    ("AZ-MAS", "Masally District"),
    ("AZ-NEF", "Neftchala District"),
    ("AZ-OGU", "Oghuz District"),
    ("AZ-ORD", "Ordubad District"),
    ("AZ-QAB", "Gabala District"),
    ("AZ-QAX", "Qakh District"),
    ("AZ-QAZ", "Gazakh District"),
    ("AZ-QBA", "Guba District"),
    ("AZ-QBI", "Gubadly District"),
    ("AZ-QOB", "Gobustan District"),
    ("AZ-QUS", "Gusar District"),
    ("AZ-SAB", "Sabirabad District"),
    ("AZ-SAD", "Sadarak District"),
    ("AZ-SAH", "Shahbuz District"),
    ("AZ-SAK", "Shaki District"),
    ("AZ-SAL", "Salyan District"),
    ("AZ-SAR", "Sharur District"),
    ("AZ-SAT", "Saatly District"),
    ("AZ-SBN", "Shabran District"),
    ("AZ-SIY", "Siyazan District"),
    ("AZ-SKR", "Shamkir District"),
    ("AZ-SMI", "Shamakhi District"),
    ("AZ-SMX", "Samukh District"),
    ("AZ-SUS", "Shusha District"),
    ("AZ-TAR", "Tartar District"),
    ("AZ-TOV", "Tovuz District"),
    ("AZ-UCA", "Ujar District"),
    ("AZ-XAC", "Khachmaz District"),
    ("AZ-XCI", "Khojaly District"),
    ("AZ-XIZ", "Khizi District"),
    ("AZ-XVD", "Khojavend District"),
    ("AZ-YAR", "Yardimli District"),
    ("AZ-YEV", "Yevlakh District"),
    ("AZ-ZAN", "Zangilan District"),
    ("AZ-ZAQ", "Zagatala District"),
    ("AZ-ZAR", "Zardab District"),
)

_OTHERS = (
    ("AZ-NX", "Nakhchivan (autonomous republic)"),
    ("RU-AD", "Adygea"),
    ("RU-AST", "Astrakhan Region"),
    ("RU-BA", "Bashkortostan"),
    ("RU-CE", "Chechnya"),
    ("RU-DA", "Dagestan"),
    ("RU-IN", "Ingushetia"),
    ("RU-KB", "Kabardino-Balkaria"),
    ("RU-KC", "Karachay-Cherkessia"),
    ("RU-KDA", "Krasnodar Territory"),
    ("RU-KL", "Kalmykia"),
    ("RU-LEN", "Leningrad Region"),
    ("RU-MOS", "Moscow Region"),
    ("RU-MOW", "Moscow"),
    ("RU-ROS", "Rostov Region"),
    ("RU-SE", "North Ossetia"),
    ("RU-SPE", "Saint Petersburg"),
    ("RU-STA", "Stavropol Territory"),
    ("RU-TA", "Tatarstan"),
    ("RU-VGG", "Volgograd Region"),
    ("GE-AB", "Abkhazia"),
    ("GE-AJ", "Adjara"),
    ("GE-GU", "Guria"),
    ("GE-IM", "Imereti"),
    ("GE-KA", "Kakheti"),
    ("GE-KK", "Kvemo Kartli"),
    ("GE-MM", "Mtskheta-Mtianeti"),
    ("GE-RL", "Racha-Lechkhumi and Kvemo Svaneti"),
    ("GE-SJ", "Samtskhe-Javakheti"),
    ("GE-SK", "Shida Kartli"),
    ("GE-SZ", "Samegrelo-Zemo Svaneti"),
    ("GE-TB", "Tbilisi"),
    ("MD-SN", "Transnistria"),
    ("UA-40", "Sevastopol"),
    ("UA-43", "Crimea"),
    ("AM-AG", "Aragatsotn"),
    ("AM-AR", "Ararat"),
    ("AM-AV", "Armavir"),
    ("AM-ER", "Yerevan"),
    ("AM-GR", "Gegharkunik"),
    ("AM-KT", "Kotayk"),
    ("AM-LO", "Lori"),
    ("AM-SH", "Shirak"),
    ("AM-SU", "Syunik"),
    ("AM-TV", "Tavush"),
    ("AM-VD", "Vayots Dzor"),
)


_DEFINITION = "The subdivision ISO 3166-2 lists as %(code)s."


class _OfTheStandard(Term):
    """A region by the name the standard has, the same in every language."""

    wordings = ()

    @property
    def label_now(self) -> str:
        return self.en


class _Regions(CodeList):
    """Those of ours, which are listed and translated; every other one of the standard is known as well."""

    __slots__ = ()

    def __contains__(self, code: object) -> bool:
        return super().__contains__(code) or code in _of_the_standard()

    def __getitem__(self, code: str) -> Term:
        return self._by_code.get(code) or _of_the_standard().get(code) or super().__getitem__(code)

    def label(self, code: str) -> str:
        return self[code].label if code in self else code


REGIONS = _Regions(
    "regions",
    "Regions",
    "ISO 3166-2",
    [
        Term(code, name, OfCode(_DEFINITION, code))
        for code, name in (*_AZERBAIJAN_CITIES, *_AZERBAIJAN_DISTRICTS, *_OTHERS)
    ],
)


@cache
def _of_the_standard() -> dict[str, Term]:
    """The first-level regions of all countries by code; they are read from their file when one is asked for first."""
    return {
        each.code: _OfTheStandard(
            each.code, each.name, OfCode(_DEFINITION, each.code), "ISO 3166-2", "regions"
        )
        for each in pycountry.subdivisions
        if not each.parent_code
    }


def regions_of(country: str) -> tuple[Term, ...]:
    """The regions of a country, ours before those of the standard alone."""
    start = f"{country}-"
    ours = {term.code: term for term in REGIONS if term.code.startswith(start)}
    others = (term for code, term in _of_the_standard().items() if code.startswith(start))
    return (*ours.values(), *(term for term in others if term.code not in ours))


_KIND = re.compile(
    r"\s+(?:District|Region|Territory|rayonu|şəhəri|vilayəti|diyarı|Muxtar Respublikası|район|область|край"
    r"|Автономная Республика|\([^()]+\))$"
)


def bare_names(code: str) -> tuple[str, ...]:
    """A region's labels in every language, and each without the word for its kind: “Absheron District”, “Absheron”.

    Where another region is called just so, it alone is: Moscow is no name of the Moscow Region.
    """
    labels = REGIONS[code].in_every_language()
    bare = (_KIND.sub("", label) for label in labels)
    return tuple(
        dict.fromkeys([*labels, *(each for each in bare if each not in _whole_names() or each in labels)])
    )


@cache
def _whole_names() -> frozenset[str]:
    return frozenset(label for term in REGIONS for label in term.in_every_language())
