"""What was typed as a row of tokens: numbers, codes, countries, words for article and part, marks between articles."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from cases.text.law.codes import CODE_NAMES, COUNTRY_NAMES, Written

_LONGEST_NAME = 6
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_NUMBER = re.compile(r"(?<=\d)(?:\^\s*([0-9]+)|([⁰¹²³⁴⁵⁶⁷⁸⁹]+))")
_DASHES = re.compile("\\s*[\u2010-\u2015\u2212]\\s*")
_SUFFIXED = re.compile("['’-]")
# What the law calls it, beside its number: 275 (госизмена), ст. 275 «Государственная измена».
_TITLE = re.compile(r"\([^()\d]{3,}\)|[«“„\"][^«»“”„\"\d]{3,}[»”\"]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0640]")
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.\-/]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
    r"|(?P<mark>[,;&+/§()]|-(?=\s*\d))"
    r"|(?P<quote>[«»“”„\"'‘’])"
)
_CODE_WITH_YEAR = re.compile(r"\b(cc|cao|cpc|cm)\s?(\d{4})\b")
_COUNTRY_WITH_CODE = re.compile(r"\b(az|ru)-(cc|cao|cpc)\b-?")
# Part and point as English prints them: 280.3(2), 234(4)(3), 282.2 (2).
_IN_BRACKETS = re.compile(r"(?<=[\d)])(?:\((\d{1,2})\)|\s\((\d)\))")
_SPACED = re.compile(r"\d{1,3}(?:\s*\.\s*\d{1,2})+\s*\.?")
# The number of a law in Turkey: 5237 sayılı TCK.
_NUMBERED_LAW = re.compile(r"\b\d{3,5} say[ıi]l[ıi]\b")

_ARTICLE_LIST = "art arts ст стст § m md mad мадде მ ماده مواد"
_ARTICLE = frozenset(_ARTICLE_LIST.split())
_ARTICLE_BEGINS = ("articl", "madd", "стат", "հոդված", "მუხლ")
_PART_LIST = "ч п пп абз pt pts para paras بند تبصره"
_PART = frozenset(_PART_LIST.split())
_PART_BEGINS = (
    *(
        "част",
        "пункт",
        "подп",
        "part",
        "point",
        "paragraph",
        "subpar",
        "hiss",
        "bənd",
        "fıkra",
        "bent",
        "bend",
    ),
    *("ნაწილ", "ქვეპუნქტ", "մաս", "կետ"),
)
_BETWEEN_LIST = (
    "and with in conjunction through via by и с через və ilə vasitəsilə ve ile delaletiyle yollamasıyla "
    "და և ու و та"
)
_BETWEEN = frozenset(_BETWEEN_LIST.split())
# Endings of numbers and names, and words that say nothing of which article.
_IDLE_LIST = (
    "the of under law no № nolu sayılı ci cü cı cu nci ncı ncu ncü inci ıncı uncu üncü ин й я ый ая ой го ю ե "
    "nın nin nun nün ın in un ün нын нин ე მე ის რդ րդ ին ի respublikasının при по to s republic il ilin года год г "
    # What was done with the article: charged, convicted.
    "charged accused convicted sentenced indicted tried wanted ittiham ittihamı olunur olunub edilir edilib təqsirli "
    "bilinib məhkum обвиняется обвиняют обвинен обвинён обвинена обвинение осужден осуждён осуждена приговорен "
    "приговорён предусмотренного предусмотренное предусмотренной преступления преступление признакам"
)
_ORDINALS = {"перв": "1", "втор": "2", "трет": "3", "четверт": "4", "четвёрт": "4", "пят": "5", "шест": "6"}
_ORDINAL = re.compile(rf"({'|'.join(_ORDINALS)})[а-яё]{{2,3}}")
_IDLE = frozenset(_IDLE_LIST.split())


@dataclass(frozen=True)
class Token:
    """`kind` is number, article, part, between, letter (a point of a part), written or unknown; `text` as compared."""

    kind: str
    text: str
    written: Written | None = None


def tokens_of(typed: str) -> list[Token]:
    """The tokens of a line, in order; what says nothing is left out."""
    found: list[Token] = []
    raw = [
        (match.lastgroup or "", match[0], match.start(), match.end())
        for match in _TOKEN.finditer(_plain(typed))
    ]
    at = 0
    while at < len(raw):
        named = _named([text for _kind, text, _start, _end in raw[at : at + _LONGEST_NAME]])
        if named:
            length, written = named
            found.append(Token("written", " ".join(each[1] for each in raw[at : at + length]), written))
            at += length
            continue
        token = _token(raw, at)
        if token and token.kind == "unknown" and found and found[-1].kind == "part":
            token = _ordinal(token)
        if token:
            found.append(token)
        at += 1
    return found


def _plain(typed: str) -> str:
    text = _RAISED_NUMBER.sub(
        lambda match: "^" + (match[1] or match[2].translate(_RAISED)), _UNSEEN.sub("", typed)
    )
    text = unicodedata.normalize("NFKC", text).replace("İ", "i").casefold().replace("i̇", "i")
    text = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
    text = _TITLE.sub(" ", text)
    text = _NUMBERED_LAW.sub(" ", _IN_BRACKETS.sub(r" part \1\2 ", text))
    if _SPACED.fullmatch(text.strip()):
        text = "".join(text.split())
    text = _DASHES.sub(lambda match: "-" if match[0].strip() == match[0] else " - ", text)
    text = _COUNTRY_WITH_CODE.sub(r"\1 \2 ", _CODE_WITH_YEAR.sub(r"\1 \2", text))
    return text.replace("^", "-").replace("٫", ".")


@lru_cache(maxsize=1)
def _all_names() -> dict[tuple[str, ...], Written]:
    return {**COUNTRY_NAMES, **CODE_NAMES}


def _named(words: list[str]) -> tuple[int, Written] | None:
    """How many of these words name a code or country, and which; the longest name counts."""
    for length in range(len(words), 0, -1):
        key = tuple(part for word in words[:length] for part in _SUFFIXED.split(word))
        written = _all_names().get(key) or _all_names().get(tuple(part for part in key if part not in _IDLE))
        if written:
            return length, written
    return None


def _ordinal(token: Token) -> Token:
    """A part by its ordinal, as in часть вторая."""
    named = _ORDINAL.fullmatch(token.text)
    return Token("number", _ORDINALS[named[1]]) if named else token


def _token(raw: list[tuple[str, str, int, int]], at: int) -> Token | None:
    kind, text, start, _end = raw[at]
    if kind == "number":
        return Token("number", text)
    if kind == "quote":
        return None
    if kind == "mark":
        return Token("article", text) if text == "§" else (None if text in "()" else Token("between", text))
    if text in _ARTICLE or text.startswith(_ARTICLE_BEGINS):
        return Token("article", text)
    if text in _PART or text.startswith(_PART_BEGINS):
        return Token("part", text)
    if text in _BETWEEN:
        return Token("between", text)
    is_suffix = at > 0 and raw[at - 1][0] == "number" and raw[at - 1][3] == start
    if is_suffix or text in _IDLE or all(piece in _IDLE for piece in text.split("-")):
        return None
    return Token("letter" if len(text) == 1 else "unknown", text)
