"""Codes of law, their years, how they are written, and what an article of theirs looks like.

General knowledge, except the rules of Azerbaijan's and Russia's numbers, which were checked: a hyphen belongs to the
number in Azerbaijan (`281-1` is not `281.1`), 28, 29 and 32 there and 30 and 33 in Russia only modify another article,
and `280.3` is an article in Russia.
"""

import re
from dataclasses import dataclass

CURRENT_YEARS = {
    ("AZ", "CC"): {"1999", "2000"},
    ("AZ", "CAO"): {"2015", "2016"},
    ("AZ", "CPC"): {"2000"},
    ("RU", "CC"): {"1996"},
    ("RU", "CAO"): {"2001", "2002"},
    ("RU", "CPC"): {"2001", "2002"},
    ("GE", "CC"): {"1999", "2000"},
    ("AM", "CC"): {"2021", "2022"},
    ("TR", "CC"): {"2004", "2005"},
}
"""Years by which the code in force is called: when it was adopted, or came into force. Its key has none."""

FORMER_YEARS = {
    ("AZ", "CC"): {"1960": "CC1960", "1961": "CC1960"},
    ("AZ", "CAO"): {"1984": "CAO1984", "2000": "CAO2000"},
    ("RU", "CC"): {"1960": "CC1960", "1961": "CC1960"},
    ("RU", "CAO"): {"1984": "CAO1984"},
    ("GE", "CC"): {"1960": "CC1960"},
    ("AM", "CC"): {"1961": "CC1961", "2003": "CC2003"},
    ("TR", "CC"): {"1926": "CC1926"},
}
"""Codes no longer in force, by the years they are called by, and the key each has."""

MODIFIERS = {
    ("AZ", "CC"): {"28": "preparation", "29": "attempt", "32": "complicity"},
    ("RU", "CC"): {"30": "", "33": "complicity"},
}
"""Articles that are no charge of their own: they say how the next one was committed, Russia's 30 by its part."""

PARTS_OF_30 = {"1": "preparation", "2": "preparation", "3": "attempt"}

_HYPHENATED = re.compile(r"\d{1,3}(?:-\d{1,2})?(?:\.\d{1,2}(?:-\d{1,2})?){0,4}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_DOTTED_TWICE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}")
_WITH_PART = re.compile(r"\d{1,3}(?:[-.]\d{1,2})?(?:/\d{1,2})?(?:[-.]\d{1,2})?")

SHAPES = {
    ("AZ", "CC"): _HYPHENATED,
    ("AZ", "CAO"): _HYPHENATED,
    ("AZ", "CPC"): _HYPHENATED,
    ("RU", "CC"): _DOTTED,
    ("RU", "CPC"): _DOTTED,
    ("RU", "CAO"): _DOTTED_TWICE,
}
"""What a number looks like, by code; those of other countries take `_WITH_PART`: Turkey prints 314/2."""

LAST = {("AZ", "CC"): 353, ("RU", "CC"): 361}
"""The number of the last article, where it is known."""

FIRST_OF_CRIMES = {("AZ", "CC"): 100, ("RU", "CC"): 105}
"""The number of the first article that names a crime: those before it are the general part."""

NUMBERED_APART = frozenset({"AZ", "RU"})
"""Where a stroke stands between two articles, and is no part of a number."""


def shape_of(country: str, code: str) -> re.Pattern[str]:
    return SHAPES.get((country, code[:3].rstrip("0123456789")), _WITH_PART)


@dataclass(frozen=True)
class Written:
    """What a word of the law says: a country, a code, the year of one, or several of these."""

    country: str = ""
    code: str = ""
    year: str = ""


def _names(table: dict[str, Written]) -> dict[tuple[str, ...], Written]:
    return {
        tuple(re.split(r"[\s-]+", form)): written
        for forms, written in table.items()
        for form in forms.split("|")
    }


CODE_NAMES = _names(
    {
        "ук|уголовный кодекс|уголовного кодекса|уголовному кодексу|уголовном кодексе": Written(code="CC"),
        "cm|cinayət məcəlləsi|cinayət məcəlləsinin|cinayet mecellesi|cinayet mecellesinin": Written(
            "AZ", "CC"
        ),
        "cc|pc|crc|cr c|cr code|crim code|criminal code|penal code": Written(code="CC"),
        "коап|ко ап|кодекс об административных правонарушениях|кодекса об административных правонарушениях"
        "|кодекс об административных проступках|кодекса об административных проступках"
        "|кодекс административных правонарушений|кодекса административных правонарушений": Written(
            code="CAO"
        ),
        "ixm|i̇xm|ıxm|inzibati xətalar məcəlləsi|inzibati xətalar məcəlləsinin": Written("AZ", "CAO"),
        "cao|code of administrative offences|code of administrative offenses|administrative offences code"
        "|administrative offenses code|administrative code": Written(code="CAO"),
        "упк|уголовно процессуальный кодекс|уголовно процессуального кодекса": Written(code="CPC"),
        "cpm|cinayət prosessual məcəlləsi|cinayət prosessual məcəlləsinin": Written("AZ", "CPC"),
        "azcc|az cc|azcrc|азкк": Written("AZ", "CC"),
        "azcao": Written("AZ", "CAO"),
        "rucc|rfcc": Written("RU", "CC"),
        "кодекс рф об административных правонарушениях|кодекса рф об административных правонарушениях"
        "|кодекса российской федерации об административных правонарушениях": Written("RU", "CAO"),
        "кодекса ар об административных правонарушениях"
        "|кодекса азербайджанской республики об административных правонарушениях"
        "|кодекса азербайджанской республики об административных проступках": Written("AZ", "CAO"),
        "cpc|code of criminal procedure|criminal procedure code": Written(code="CPC"),
        "tck|tcknın|türk ceza kanunu|türk ceza kanununun|turkish penal code": Written("TR", "CC"),
        "cmk": Written("TR", "CPC"),
        "სსკ|სისხლის სამართლის კოდექსი|სისხლის სამართლის კოდექსის": Written("GE", "CC"),
        "քր օր|քր օրենսգիրք|քրեական օրենսգիրք|քրեական օրենսգրքի|քր օրենսգրքի": Written("AM", "CC"),
        "islamic penal code|قانون مجازات اسلامی|قانون مجازات|ق م ا": Written("IR", "CC"),
        "кк україни|кримінального кодексу україни": Written("UA", "CC"),
    }
)

COUNTRY_NAMES = _names(
    {
        "az|azerbaijan|azerbaijani|of azerbaijan|azərbaycan respublikası|azərbaycan respublikasının|azərbaycan|ar"
        "|азербайджан|азербайджана|азербайджанской республики|ар|аз|азр|азерб": Written("AZ"),
        "азербайджанской сср|азсср|аз сср|azərbaycan ssr|azerbaijan ssr": Written("AZ", year="1960"),
        "ru|rf|russia|russian|of russia|russian federation|of the russian federation"
        "|рф|россии|российской федерации": Written("RU"),
        "рсфср|rsfsr": Written("RU", year="1960"),
        "ge|georgia|georgian|of georgia|грузии|საქართველოს": Written("GE"),
        "am|armenia|armenian|of armenia|ра|армении|республики армения|հհ|հայաստանի": Written("AM"),
        "tr|turkey|türkiye|turkish|of turkey|турции|türk": Written("TR"),
        "ir|iran|iranian|of iran|ирана|ایران": Written("IR"),
        "ua|ukraine|ukrainian|of ukraine|украины|україни": Written("UA"),
        "by cc|by pc|by criminal code": Written("BY", "CC"),
        "by cao": Written("BY", "CAO"),
        "uk rf|uk rossii": Written("RU", "CC"),
        "koap rf": Written("RU", "CAO"),
        "uk rb": Written("BY", "CC"),
        "belarus|of belarus|belarusian|рб|беларуси|республики беларусь": Written("BY"),
        "kz|kazakhstan|kazakh|of kazakhstan|рк|казахстана|республики казахстан": Written("KZ"),
        "kg|kyrgyzstan|kyrgyz|of kyrgyzstan|кр|кыргызстана|кыргызской республики": Written("KG"),
        "tj|tajikistan|tajik|of tajikistan|таджикистана|республики таджикистан": Written("TJ"),
        "uz|uzbekistan|uzbek|of uzbekistan|руз|узбекистана|республики узбекистан": Written("UZ"),
        "tm|turkmenistan|turkmen|of turkmenistan|туркменистана": Written("TM"),
    }
)
