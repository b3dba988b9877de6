"""Sums of money as sentences print them: `500 AZN`, `1,5 млн рублей`, `$500`, `fine of 2 000 manats`.

A word such as *manat* or *som* is the currency of several countries: which one, an adjective beside it says, or the
country whose courts gave the sentence. What neither tells is refused. General knowledge; codes are those of ISO 4217.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from cases.text.terms.errors import TermError
from cases.text.terms.words import folded
from cases.text.translatable import N_

LARGEST = Decimal(10) ** 12
"""A sum is smaller than this."""

_CODE_LIST = (
    "AED AMD AUD AZM AZN BYN BYR CAD CHF CNY EUR GBP GEL ILS IQD IRR KGS KZT LBP MDL NZD OMR PLN RON RUB RUR SAR SUR "
    "SYP TJS TMM TMT TRL TRY UAH USD UZS YER"
)
CODES = frozenset(_CODE_LIST.split())
SYMBOLS = {
    "₼": "manat ₼", "₽": "rouble ₽", "$": "dollar", "€": "euro", "₾": "lari", "֏": "dram", "₸": "tenge", "₺": "lira ₺",
    "£": "pound", "₴": "hryvnia",
}  # fmt: skip
_OF_COUNTRY: dict[str, dict[str, str]] = {
    "manat": {"AZ": "AZN", "TM": "TMT"},
    "manat ₼": {"": "AZN"},
    "rouble": {"BY": "BYN", "": "RUB"},
    "rouble ₽": {"": "RUB"},
    "lari": {"": "GEL"},
    "dram": {"": "AMD"},
    "tenge": {"": "KZT"},
    "som": {"KG": "KGS", "UZ": "UZS"},
    "somoni": {"": "TJS"},
    "lira": {"LB": "LBP", "SY": "SYP", "": "TRY"},
    "lira ₺": {"": "TRY"},
    "dollar": {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "": "USD"},
    "euro": {"": "EUR"},
    "pound": {"LB": "LBP", "SY": "SYP", "": "GBP"},
    "rial": {"IR": "IRR", "OM": "OMR", "SA": "SAR", "YE": "YER"},
    "hryvnia": {"": "UAH"},
    "leu": {"MD": "MDL", "RO": "RON"},
}
"""The code of a currency by the country it is said of; with "", of every other."""

_WORDS = {
    r"manat\w*|манат\w*": "manat",
    r"rubl\w*|roubl\w*|рубл\w*|руб|р": "rouble",
    r"lari\w*|лари|ლარი\w*|ლარ\w*": "lari",
    r"dram\w*|драм\w*|դրամ\w*": "dram",
    r"tenge\w*|tengə\w*|тенге|теңге\w*": "tenge",
    r"so['’ʻ]?ms?|сом(?:ов|а|у|ом)?|сум(?:ов|а|у|ом)?|sum": "som",
    r"somoni\w*|сомони": "somoni",
    r"lira\w*|лир\w{0,2}|tl": "lira",
    r"dollar\w*|dolar\w*|доллар\w*": "dollar",
    r"euro\w*|avro\w*|евро": "euro",
    r"pounds?|фунт\w*": "pound",
    r"rial\w*|риал\w*|ریال": "rial",
    r"hryvni\w*|грив\w*|грн": "hryvnia",
    r"leu|lei|леев|лей|лея": "leu",
}
_CURRENCY = {re.compile(folded(pattern)): name for pattern, name in _WORDS.items()}
_ADJECTIVES = {
    r"azerbaijani|azərbaycan|азербайджанск\w+": "AZ",
    r"turkmen\w*|türkmən\w*|туркменск\w+": "TM",
    r"russian|rusiya|rus|российск\w+": "RU",
    r"belarus\w*|белорусск\w+|беларусск\w+": "BY",
    r"kyrgyz\w*|qırğız\w*|кыргызск\w+|киргизск\w+": "KG",
    r"uzbek\w*|özbək\w*|узбекск\w+": "UZ",
    r"turkish|türk|türkiyə|турецк\w+": "TR",
    r"georgian|gürcü\w*|грузинск\w+": "GE",
    r"armenian|erməni\w*|армянск\w+": "AM",
    r"kazakh\w*|qazax\w*|казахстанск\w+|казахск\w+": "KZ",
    r"iranian|iran|иранск\w+": "IR",
    r"us|u\.s\.|american|abş|американск\w+|сша": "US",
    r"canadian|канадск\w+": "CA",
    r"australian|австралийск\w+": "AU",
}
_COUNTRY = {re.compile(folded(pattern)): country for pattern, country in _ADJECTIVES.items()}
_THOUSANDS = {
    r"тыс\w*|thousand|min|bin": 3,
    r"млн|миллион\w*|mln|milyon|million": 6,
    r"млрд|миллиард\w*|mlrd|milyard|milyar|billion": 9,
}
_TIMES = {re.compile(folded(pattern)): zeros for pattern, zeros in _THOUSANDS.items()}
# Joined to the number: $5k, $1.5m.
_JOINED = {"k": 3, "m": 6, "bn": 9}


def _any(*patterns: re.Pattern[str]) -> str:
    return "|".join(each.pattern for each in patterns)


_NUMBER = (
    r"(?<![\d.,])(?P<number>"
    r"\d{1,3}(?:(?P<gap>[ .,'’])\d{3}(?:(?P=gap)\d{3})*)(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d{1,2})?(?!\d))"
)
_MANY = rf"(?:(?P<joined>k|m|bn)\b|\s*(?P<many>{_any(*_TIMES)})\b\.?)?"
_IN_WORDS = r"(?:\s*\([^()\d]{1,80}\))?"
_SIGN = "[" + re.escape("".join(SYMBOLS)) + "]"
_CODE = "|".join(sorted(map(folded, CODES)))
_BEFORE = re.compile(rf"(?:(?P<code>\b(?:{_CODE})(?![^\W\d_]))|(?:us)?(?P<sign>{_SIGN}))\s*{_NUMBER}{_MANY}")
_AFTER = re.compile(
    rf"{_NUMBER}{_MANY}{_IN_WORDS}\s*(?:(?P<of>{_any(*_COUNTRY)})\s+)?"
    rf"(?:(?P<sign>{_SIGN})|(?:(?P<code>{_CODE})|(?P<word>{_any(*_CURRENCY)}))\b\.?(?:\s+(?P<of_after>сша)\b)?)"
)
_MINUS = re.compile(r"(?:^|\s)[-\u2010-\u2015\u2212]\s?$")


@dataclass(frozen=True)
class Money:
    """`currency` is a code of ISO 4217."""

    amount: Decimal
    currency: str


def split_money(plain: str, *, country: str = "") -> tuple[Money | None, str]:
    """The sum that folded text names, and the text without it. Raises TermError for two, and for what is no sum."""
    found = [match for pattern in (_BEFORE, _AFTER) for match in pattern.finditer(plain)]
    # A sign may stand between two numbers: which of them it belongs to nobody can tell.
    if len(found) > 1:
        raise TermError(N_("Two sums stand here. Give each sentence a row of its own."))
    if not found:
        return None, plain
    match = found[0]
    if _MINUS.search(plain[: match.start()]):
        raise TermError(N_("A sum is more than nothing."))
    amount = _amount(match)
    return Money(amount, _currency(match, country)), f"{plain[: match.start()]} {plain[match.end() :]}"


def _amount(match: re.Match[str]) -> Decimal:
    number, gap = match["number"], match["gap"]
    zeros = _JOINED.get(match["joined"] or "", 0)
    zeros = zeros or next((many for form, many in _TIMES.items() if form.fullmatch(match["many"] or "")), 0)
    if zeros and gap in (".", ","):
        raise TermError(
            N_("“%(number)s” can be read in two ways. Type the sum in full."), number=match[0].strip()
        )
    plain = number.replace(gap, "") if gap else number
    amount = Decimal(plain.replace(",", ".")) * Decimal(10) ** zeros
    if not amount:
        raise TermError(N_("A sum is more than nothing."))
    if amount >= LARGEST:
        raise TermError(N_("No sum is as large as that."))
    if amount != amount.quantize(Decimal("0.01")):
        raise TermError(
            N_("“%(number)s” can be read in two ways. Type the sum in full."), number=match[0].strip()
        )
    return amount


def _currency(match: re.Match[str], country: str) -> str:
    given = match.groupdict()
    if given["code"]:
        return given["code"].upper()
    word = given.get("word") or ""
    name = SYMBOLS.get(given["sign"] or "") or next(
        name for form, name in _CURRENCY.items() if form.fullmatch(word)
    )
    said_of = given.get("of") or given.get("of_after") or ""
    of = next((code for form, code in _COUNTRY.items() if form.fullmatch(said_of)), "") or country
    codes = _OF_COUNTRY[name]
    code = codes.get(of) or codes.get("")
    if code is None:
        raise TermError(
            N_("“%(word)s” is the currency of several countries. Type its code: %(codes)s."),
            word=word,
            codes=", ".join(codes.values()),
        )
    return code
