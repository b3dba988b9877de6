"""Partial dates in plain words, by language: the one file of what a catalogue cannot say. Months are CLDR's.

Used to echo a typed date back to the person who typed it, and for dates in running text. Phrases
avoid endings that depend on the number (Azerbaijani `2024-cü`), so one pattern fits every date.
"""

from dataclasses import dataclass
from functools import cache

from babel import localedata

from cases.text.date_parts import Parts, Side, parts_of


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns of one language; `{0}` and `{1}` are dates. A year may read otherwise within a date."""

    around: str
    approximate: str
    uncertain: str
    day_hidden: str
    month_hidden: str
    both_hidden: str
    years: str
    no_year: str
    between: str
    open_end: str
    open_start: str
    quoted: str
    words_only: str
    year: str = "{0}"
    year_within: str = "{0}"


PHRASES = {
    "en": Phrases(
        around="around {0}",
        approximate="{0} (approximate)",
        uncertain="{0} (uncertain)",
        day_hidden="{0}, day not stated",
        month_hidden="{0}, month not stated",
        both_hidden="{0}, month and day not stated",
        years="some time from {0} to {1}",
        no_year="{0}, year not stated",
        between="between {0} and {1}",
        open_end="from {0}, end not known",
        open_start="until {0}, start not known",
        quoted="“{0}”",
        words_only="“{0}”, no date given",
    ),
    "az": Phrases(
        around="təxminən {0}",
        approximate="{0} (təxmini)",
        uncertain="{0} (dəqiq deyil)",
        day_hidden="{0}, günü göstərilməyib",
        month_hidden="{0}, ayı göstərilməyib",
        both_hidden="{0}, ayı və günü göstərilməyib",
        years="{0}–{1} illəri arasında",
        no_year="{0}, ili göstərilməyib",
        between="{0} ilə {1} arasında",
        open_end="başlanğıcı {0}, sonu məlum deyil",
        open_start="sonu {0}, başlanğıcı məlum deyil",
        quoted="«{0}»",
        words_only="«{0}», tarix göstərilməyib",
    ),
    "ru": Phrases(
        around="примерно {0}",
        approximate="{0} (примерно)",
        uncertain="{0} (неточно)",
        day_hidden="{0}, день не указан",
        month_hidden="{0}, месяц не указан",
        both_hidden="{0}, месяц и день не указаны",
        years="между {0} и {1} годами",
        no_year="{0}, год не указан",
        between="с {0} по {1}",
        open_end="с {0}, окончание неизвестно",
        open_start="по {0}, начало неизвестно",
        quoted="«{0}»",
        words_only="«{0}», дата не указана",
        year="{0} год",
        year_within="{0} года",
    ),
}


def phrase(text: str, words: str, language: str = "en", *, within: bool = False) -> str:
    """The date `text` (EDTF) and the source's `words` in words of `language`; "" if both are empty.

    `within`: as a single date reads behind a word such as "since". A language we have no words for is answered in
    English.
    """
    language = language if language in PHRASES else "en"
    phrases = PHRASES[language]
    if not text:
        return phrases.words_only.format(words) if words else ""
    read = _whole(parts_of(text), language, within=within)
    return f"{read} ({phrases.quoted.format(words)})" if words else read


def _whole(parts: Parts, language: str, *, within: bool = False) -> str:
    phrases = PHRASES[language]
    if parts.yearless:
        days = [f"{day} {_month(month, language, within=True)}" for month, day in parts.yearless]
        return phrases.no_year.format(phrases.between.format(*days) if days[1:] else days[0])
    if not parts.is_interval:
        return _single(parts.start, language, within=within)
    if parts.end is None:
        return phrases.open_end.format(_bound(parts.start, language, within=True))
    if parts.start is None:
        return phrases.open_start.format(_bound(parts.end, language))
    same_year = parts.start.year == parts.end.year and parts.start.month and parts.end.month
    brief = bool(same_year and not parts.start.mark and not parts.end.mark and not parts.start.hidden)
    start = _bound(parts.start, language, within=True, with_year=not brief)
    return phrases.between.format(start, _bound(parts.end, language))


def _single(side: Side, language: str, *, within: bool = False) -> str:
    phrases = PHRASES[language]
    text = _plain(side, language, within=within)
    if side.mark in ("~", "%"):
        text = phrases.around.format(text)
    return phrases.uncertain.format(text) if side.mark in ("?", "%") else text


def _bound(side: Side, language: str, *, within: bool = False, with_year: bool = True) -> str:
    """One side of an interval: its marks follow in brackets, because words are in front of it already."""
    phrases = PHRASES[language]
    text = _plain(side, language, within=within, with_year=with_year)
    if side.mark in ("~", "%"):
        text = phrases.approximate.format(text)
    return phrases.uncertain.format(text) if side.mark in ("?", "%") else text


def _plain(side: Side, language: str, *, within: bool = False, with_year: bool = True) -> str:
    phrases = PHRASES[language]
    if "X" in side.year:
        return phrases.years.format(side.earliest.year, side.latest.year)
    if side.month is None:
        year = (phrases.year_within if within else phrases.year).format(side.year)
        pattern = {"month": phrases.month_hidden, "both": phrases.both_hidden}.get(side.hidden, "{0}")
        return pattern.format(year)
    month = _month(side.month, language, within=side.day is not None or within)
    year = f" {phrases.year_within.format(side.year)}" if with_year else ""
    day = f"{side.day} " if side.day else ""
    text = f"{day}{month}{year}"
    return phrases.day_hidden.format(text) if side.hidden == "day" else text


def _month(month: int, language: str, *, within: bool) -> str:
    """A month beside a day or after "from", where some languages bend it (Russian "мая"), or by itself ("май")."""
    return _months(language)["format" if within else "stand-alone"][month]


@cache
def _months(language: str) -> dict[str, dict[int, str]]:
    """The names by form and number, as CLDR writes them for this language alone.

    Where a language has no form of its own for a month by itself, there is an alias, with what differs beside it, if
    anything. `Locale.months` follows aliases into data that all languages share: Turkish got Azerbaijani months.
    """
    forms = localedata.load(language)["months"]
    within, alone = forms["format"]["wide"], forms["stand-alone"]["wide"]
    own = alone[-1] if isinstance(alone, tuple) else alone
    return {"format": within, "stand-alone": {**within, **own} if isinstance(own, dict) else within}


def taken_back(typed: str) -> tuple[str, str]:
    """What an echo says, as (date, words of the source): so that it can be typed as it was printed."""
    for phrases in PHRASES.values():
        opening, closing = phrases.words_only.split("{0}")
        if typed.startswith(opening) and typed.endswith(closing):
            return "", typed.removeprefix(opening).removesuffix(closing)
    for phrases in PHRASES.values():
        opening, closing = phrases.quoted.split("{0}")
        date, quote, rest = typed.partition(f" ({opening}")
        if quote and rest.endswith(f"{closing})"):
            return date, rest.removesuffix(f"{closing})")
    return typed, ""
