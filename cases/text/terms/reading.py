"""What a term of a sentence says: `read_term("7,5 years")` is seven years and six months.

A year and a month are parts of the calendar, and stay what they are: eighteen months are a year and six months, forty
days are forty days. Weeks are seven days, half a month fifteen. What cannot be said so is refused with its reason.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal

from cases.text.terms.errors import TermError
from cases.text.terms.money import split_money
from cases.text.terms.words import (
    DAYS,
    FINES,
    FRACTIONS,
    HALF_AFTER,
    IDLE,
    KINDS,
    LIMITS,
    LONE,
    MONTHS,
    NUMBERS,
    PHRASES,
    REGIME_WORDS,
    REGIMES,
    UNITS,
    WEEKS,
    WHOLE,
    YEARS,
    folded,
)
from cases.text.translatable import N_

LONGEST = 200
"""Characters of what can be a term: as many as are kept of the words of the source."""
MOST = 999
"""Years of the longest term that is believed."""
_DIGITS = 8
_ENDLESS = frozenset({"life_imprisonment", "death_penalty"})

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_DASH = "[-\u2010-\u2015\u2212]"
_NEGATIVE = re.compile(rf"(?:^|\s){_DASH}\d")
_HALF_SIGN = re.compile(r"(\d?)\s*½|(\d) 1/2(?!\d)")
_RANGE = re.compile(rf"\d\s*{_DASH}\s*\d|\d\s*/\s*\d|\d\s*\.\.+\s*\d")
# An ending written after a number: 8-ми лет.
_ENDING = re.compile(rf"(?<=\d){_DASH}(?:ти|ми|и|х)(?![^\W\d_])")
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?)|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?)|(?P<other>[^\s\w])"
)
_MARKS = frozenset(".,;:()+&/\"'«»“”„’-–—")


@dataclass(frozen=True)
class Term:
    """`kind` and `regime` are codes of SENTENCE_KINDS and REGIMES, "" where the words do not say; a number that is not
    stated is 0. `amount` is a sum of money beside or without a term, `currency` its code of ISO 4217."""

    years: int = 0
    months: int = 0
    days: int = 0
    kind: str = ""
    regime: str = ""
    amount: Decimal | None = None
    currency: str = ""

    @property
    def has_length(self) -> bool:
        return bool(self.years or self.months or self.days)


def read_term(typed: str, *, unit: str = YEARS, country: str = "") -> Term:
    """The term somebody typed, a fine, or both; a bare number counts `unit`: years, months or days, and a currency of
    several countries is that of `country`. Raises TermError."""
    if len(typed) > LONGEST:
        raise TermError(N_("This is longer than %(most)d characters."), most=LONGEST)
    plain = _plain(typed)
    if _RANGE.search(plain):
        raise TermError(N_("This is a range, not one term. Type the term that was given."))
    money, plain = split_money(plain, country=country)
    if _NEGATIVE.search(plain):
        raise TermError(N_("A term is more than nothing."))
    tokens = _tokens(plain)
    if money is None and any(kind == "fine" for kind, _value in tokens):
        raise TermError(N_("Say the sum of the fine with its currency, such as 500 AZN."))
    amounts = _amounts(tokens, "" if money else unit)
    kinds = {value for kind, value in tokens if kind == "kind"}
    regimes = {value for kind, value in tokens if kind == "regime"}
    if len(kinds) > 1 or len(regimes) > 1:
        raise TermError(N_("Two sentences stand here. Give each a row of its own."))
    kind, regime = next(iter(kinds), ""), next(iter(regimes), "")
    if kind in _ENDLESS and amounts:
        raise TermError(N_("“For life” and a number stand here. Give each sentence a row of its own."))
    if money and not amounts and not kind:
        kind = "fine"
    elif not amounts and kind not in _ENDLESS:
        raise TermError(N_("No number of years, months or days stands here."))
    term = _term(amounts, kind, regime)
    return replace(term, amount=money.amount, currency=money.currency) if money else term


def _plain(typed: str) -> str:
    text = _HALF_SIGN.sub(lambda match: f"{match[1] or match[2] or 0}.5 ", _UNSEEN.sub("", typed))
    text = folded(unicodedata.normalize("NFKC", text))
    for phrase, word in PHRASES.items():
        text = text.replace(phrase, folded(word))
    return _ENDING.sub(" ", text)


# Words and numbers into tokens, as kind and value: number and numeral, unit and one unit, half, kind, regime,
# fine


def _tokens(plain: str) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    words = [(match.lastgroup, match[0]) for match in _TOKEN.finditer(plain)]
    has_regime = any(word in REGIME_WORDS or "посел" in word or word == "settlement" for _kind, word in words)
    for kind, text in words:
        if kind == "number":
            if len(text) > _DIGITS:
                raise TermError(N_("No term is longer than %(most)d years."), most=MOST)
            found.append(("number", Decimal(text.replace(",", "."))))
        elif kind == "other":
            if text not in _MARKS:
                raise TermError(N_("“%(word)s” is not understood here."), word=text)
        else:
            found += _said(text, has_regime=has_regime)
    return found


def _said(word: str, *, has_regime: bool) -> list[tuple[str, object]]:
    if word in LIMITS:
        raise TermError(
            N_("“%(word)s” makes it a limit or a guess. Type the term that was given."), word=word
        )
    if word in NUMBERS:
        return [("numeral", NUMBERS[word])]
    if word in FRACTIONS:
        return [("number", FRACTIONS[word])]
    if word in UNITS:
        return [("one unit" if word in LONE else "unit", UNITS[word])]
    if word in WHOLE:
        number, unit = WHOLE[word]
        return [("number", number), ("unit", unit)]
    if word in HALF_AFTER:
        return [("half", None)]
    if word in FINES:
        return [("fine", None)]
    if word in KINDS:
        return [("kind", KINDS[word])]
    if has_regime and word in REGIMES:
        return [("regime", REGIMES[word])]
    if word in IDLE or word in REGIME_WORDS:
        return []
    pieces = word.split("-")
    if len(pieces) > 1 and all(pieces):
        return [said for piece in pieces for said in _said(piece, has_regime=has_regime)]
    raise TermError(N_("“%(word)s” is not understood here."), word=word)


# Tokens into amounts of units


def _amounts(tokens: list[tuple[str, object]], usual: str) -> dict[str, Decimal]:
    """`usual` is what a bare number counts; beside a sum, where it is empty, there is none."""
    amounts: dict[str, Decimal] = {}
    number: Decimal | None = None
    last_kind = last_unit = ""
    measures = [token for token in tokens if token[0] not in ("kind", "regime", "fine")]
    for at, (kind, value) in enumerate(measures):
        if kind in ("number", "numeral"):
            more = Decimal(str(value))
            # A number is often said twice: 3 (three).
            said_again = number == more and kind != last_kind
            number = more if number is None or said_again else _counted_on(number, more)
        elif kind == "half":
            number, added = _with_half(number, last_unit, measures[at + 1 : at + 2])
            if added:
                amounts[last_unit] += added
        else:
            unit = str(value)
            if unit in amounts:
                raise TermError(N_("Two terms stand here. Give each sentence a row of its own."))
            # A year and a half may be said without the one: il yarım.
            is_one = kind == "one unit" or [kind for kind, _value in measures[at + 1 : at + 2]] == ["half"]
            if number is None and not is_one:
                raise TermError(N_("No number of years, months or days stands here."))
            amounts[unit] = Decimal(1) if number is None else number
            number, last_unit = None, unit
        last_kind = kind
    if number is not None:
        if amounts or not usual:
            raise TermError(
                N_("After “%(number)s” stands no unit: years, months or days."), number=_shown(number)
            )
        amounts[usual] = number
    return amounts


def _counted_on(number: Decimal, more: Decimal) -> Decimal:
    """Twenty five is one number, in words; 12 6 is none."""
    if number >= 10 and number % 10 == 0 and 1 <= more <= 9:
        return number + more
    raise TermError(
        N_("Between “%(one)s” and “%(other)s” stands no unit: years, months or days."),
        one=_shown(number),
        other=_shown(more),
    )


def _with_half(
    number: Decimal | None, last_unit: str, following: list[tuple[str, object]]
) -> tuple[Decimal | None, Decimal]:
    """The number so far with a half, or what the half adds to the unit before it."""
    half = Decimal("0.5")
    if number is not None:
        return number + half, Decimal(0)
    if following and following[0][0] in ("unit", "one unit"):
        return half, Decimal(0)
    if last_unit:
        return None, half
    raise TermError(N_("Half of what? Say years, months or days."))


def _shown(number: Decimal) -> str:
    return f"{number.normalize():f}"


# Amounts into whole years, months and days


def _term(amounts: dict[str, Decimal], kind: str, regime: str) -> Term:
    months = amounts.get(YEARS, Decimal(0)) * 12
    if months % 1:
        raise TermError(
            N_("%(number)s years are no whole number of months. Type years and months."),
            number=_shown(amounts[YEARS]),
        )
    months += amounts.get(MONTHS, Decimal(0))
    days = amounts.get(DAYS, Decimal(0)) + amounts.get(WEEKS, Decimal(0)) * 7
    days += months % 1 * 30 if months % 1 == Decimal("0.5") else 0
    if months % 1 not in (0, Decimal("0.5")) or days % 1:
        raise TermError(N_("This is no whole number of days. Type months and days."))
    years, rest = divmod(int(months), 12)
    if years > MOST or days > MOST * 366:
        raise TermError(N_("No term is longer than %(most)d years."), most=MOST)
    if amounts and not (years or rest or days):
        raise TermError(N_("A term is more than nothing."))
    return Term(years, rest, int(days), kind, regime)
