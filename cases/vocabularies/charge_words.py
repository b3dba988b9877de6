"""Which category a charge in words is of, by beginnings of words in English, Azerbaijani and Russian.

Lists of prisoners say “drug trafficking” or “госизмена” where no article is known.
"""

import re

from cases.vocabularies.charges import CHARGE_CATEGORIES

BEGINNINGS: dict[str, tuple[str, ...]] = {
    "treason": ("treason", "xəyanət", "измен", "госизмен"),
    "espionage": ("espionage", "spying", "spy", "casus", "cəsus", "шпион"),
    "separatism": ("separatis", "separatç", "сепарати"),
    "terrorism": ("terror", "террор"),
    "extremism": ("extremis", "ekstremis", "ekstremiz", "экстреми"),
    "sabotage": ("sabotage", "sabotaj", "təxribat", "диверси", "саботаж"),
    "coup": ("coup", "çevriliş", "переворот"),
    "armed_group": ("armed group", "armed formation", "qanunsuz silahlı", "вооружённ", "вооруженн"),
    "incitement": ("incitement", "inciting", "возбужден", "разжиган"),
    "army_discredit": ("discredit", "дискредит"),
    "defamation": ("defam", "libel", "slander", "böhtan", "клевет"),
    "public_order": ("hooligan", "xuliqan", "хулиган", "riot", "беспоряд", "iğtişaş"),
    "resistance": ("resist", "disobe", "müqavimət", "tabesizlik", "неповинов", "сопротивл"),
    "drugs": ("drug", "narcotic", "narkot", "наркот"),
    "weapons": ("weapon", "firearm", "explosive", "silah", "оруж", "взрывчат"),
    "economic": ("fraud", "tax", "money launder", "dələduz", "vergi", "мошенни", "налог", "хищен", "отмыван"),
    "corruption": ("brib", "corrupt", "rüşvət", "korrupsi", "взят", "коррупц"),
    "official_abuse": ("abuse of", "vəzifə səlahiyyət", "злоупотреблен", "превышен"),
    "documents": ("forge", "saxta", "подделк", "подлож"),
    "violent": ("murder", "assault", "bodily", "qəsdən adam", "убийств", "побо", "насили"),
    "sexual": ("rape", "sexual", "zorlama", "изнасил"),
}  # fmt: skip


def category_of(words: str) -> str:
    """The code of CHARGE_CATEGORIES of that name in any language, else of the only one whose words these are; "" where
    none or several fit."""
    said = " ".join(words.casefold().split())
    called = {
        term.code
        for term in CHARGE_CATEGORIES
        for text in (*term.in_every_language(), term.code)
        if text.casefold() == said
    }
    found = called or {
        code
        for code, beginnings in BEGINNINGS.items()
        if any(re.search(rf"\b{re.escape(each)}", said) for each in beginnings)
    }
    return found.pop() if len(found) == 1 else ""
