"""Which category a charge in words is of, by beginnings of words in English, Azerbaijani and Russian.

Lists of prisoners say “drug trafficking” or “госизмена” where no article is known.
"""

import re
from functools import lru_cache

from cases.vocabularies.also_called import codes_called
from cases.vocabularies.charges import CHARGE_CATEGORIES

BEGINNINGS: dict[str, tuple[str, ...]] = {
    "treason": ("treason", "dövlətə xəyanət", "vətənə xəyanət", "xəyanət", "измена", "госизмен",
                "государственной измен", "государственную измен", "измене родине", "измену родине", "измены родине"),
    "espionage": ("espionage", "spying", "casus", "cəsus", "шпион"),
    "coup": ("coup", "seizure of power", "seizing power", "armed rebellion", "mutiny", "çevriliş", "silahlı qiyam",
             "hakimiyyəti zorla", "переворот", "захват власти", "вооружённый мятеж", "вооруженный мятеж"),
    "armed_group": ("illegal armed", "armed group", "armed formation", "qanunsuz silahlı", "незаконное вооруж",
                    "незаконные вооруж", "незаконного вооруж", "незаконных вооруж", "вооруженное формирован",
                    "вооружённое формирован", "вооруженного формирован", "вооружённого формирован"),
    "separatism": ("separatis", "separatç", "сепарати"),
    "terrorism": ("terror", "террор"),
    "extremism": ("extremis", "ekstremis", "ekstremiz", "экстреми"),
    "sabotage": ("sabotage", "sabotaj", "diversiya", "диверси", "саботаж"),
    "incitement": ("incitement to hatred", "inciting hatred", "nifrət", "возбуждение ненавист", "возбуждение враж",
                   "возбуждении ненавист", "разжиган"),
    "army_discredit": ("discrediting the army", "discrediting the armed", "discreditation of the", "дискредит"),
    "defamation": ("defam", "libel", "slander", "böhtan", "клевет"),
    "public_order": ("hooligan", "xuliqan", "хулиган", "riot", "mass disorder", "массовы", "iğtişaş"),
    "resistance": ("resist", "disobe", "müqavimət", "tabesizlik", "неповинов", "сопротивл",
                   "насилия в отношении представителя власти", "насилие в отношении представителя власти"),
    "drugs": ("drug", "narcotic", "narkot", "наркот"),
    "weapons": ("weapon", "firearm", "explosive", "silah", "оружи", "оружия", "взрывчат"),
    "economic": ("fraud", "tax", "money launder", "embezzle", "smuggl", "dələduz", "vergi", "qaçaqmal", "мошенни",
                 "налог", "хищен", "растрат", "отмыван", "контрабанд"),
    "corruption": ("bribe", "rüşvət", "korrupsi", "взятк", "взяточ", "коррупц"),
    "official_abuse": ("abuse of office", "abuse of power", "abuse of authority", "vəzifə səlahiyyət",
                       "злоупотребление должност", "злоупотребление полномоч", "превышение должност",
                       "превышение полномоч"),
    "documents": ("forged doc", "forgery of doc", "saxta sənəd", "подделка док", "подделк", "подложн"),
    "violent": ("murder", "assault", "bodily", "qəsdən adam", "adam öldür", "убийств", "побо", "вооруженное нападение",
                "вооружённое нападение", "причинение вреда"),
    "sexual": ("rape", "sexual", "zorlama", "изнасил"),
}  # fmt: skip

_CODES = [
    (len(each), code, re.compile(rf"\b{re.escape(each)}"))
    for code, beginnings in BEGINNINGS.items()
    for each in beginnings
]
_NOT = re.compile(
    r"\b(?:not|no|never|dropped|withdrawn|acquitted|cleared|не|нет|снят|прекращен|оправдан|deyil|bəraət|xitam)"
)
"""A charge that somebody was not given, or not any more, is for somebody to read."""


@lru_cache(maxsize=4_096)
def category_of(words: str) -> str:
    """The code of CHARGE_CATEGORIES of that name in any language, else of the longest beginning among its words; ""
    where there is none, or those of two categories are as long."""
    said = " ".join(words.replace("İ", "i").casefold().split())
    if said in _called():
        return _called()[said]
    if _NOT.search(said):
        return ""
    found = [(length, code) for length, code, beginning in _CODES if beginning.search(said)]
    longest = max((length for length, _code in found), default=0)
    fitting = {code for length, code in found if length == longest}
    return fitting.pop() if len(fitting) == 1 else ""


@lru_cache(maxsize=1)
def _called() -> dict[str, str]:
    names = {
        text.casefold(): term.code
        for term in CHARGE_CATEGORIES
        for text in (*term.in_every_language(), term.code)
        if term.code != "unspecified"
    }
    return codes_called(CHARGE_CATEGORIES.name) | names
