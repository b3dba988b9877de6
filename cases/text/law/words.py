"""What was typed as a row of tokens: numbers, codes, countries, words for article and part, marks between articles."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from cases.text.law.codes import CODE_NAMES, COUNTRY_NAMES, Written

_LONGEST_NAME = 6
# Letters that look alike in both alphabets, as they are found in scanned and in mistyped texts.
_LATIN = str.maketrans("авсенікмортухјѕү", "abcehikmoptyxjsy")
_CYRILLIC = str.maketrans("abcehikmoptyx", "авсенікмортух")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_NUMBER = re.compile(r"(?<=\d)(?:\^\s*([0-9]+)|([⁰¹²³⁴⁵⁶⁷⁸⁹]+))")
_DASHES = re.compile("\\s*[\u2010-\u2015\u2043\u2212]\\s*")
_DOTS = re.compile("(?<=\\d)[\u00b7\u2027\u3002](?=\\d)")
_SUFFIXED = re.compile("['’-]")
# What the law calls it, beside its number: 275 (госизмена), ст. 275 «Государственная измена».
_TITLE = re.compile(r"\([^()\d]{3,}\)|[«“„\"][^«»“”„\"\d]{3,}[»”\"]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0640]")
# Articles that are meant and not named.
_AND_MORE = re.compile(
    r"\b(?:və s\b|və sair|və digər|и др\b|и другие|и т\. ?[дп]\b|etc\b|and others|and more|ve diğer|ve ark)\.?"
)
_TOKEN = re.compile(
    r"(?P<said>=[a-z]+)"
    r"|(?P<year>\((?:1[89]|20)\d\d\))"
    r"|(?P<number>\d+(?:[.\-/]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
    r"|(?P<mark>[,;&+/§()]|-(?=\s|\d))"
    r"|(?P<quote>[«»“”„\"'‘’])"
    r"|(?P<doubt>[?~])"
)
_CODE_WITH_YEAR = re.compile(r"\b(cc|cao|cpc|cm)\s?(\d{4})\b")
_COUNTRY_WITH_CODE = re.compile(r"\b(az|ru)-(cc|cao|cpc)\b-?")
# Part and point as English prints them: 280.3(2), 234(4)(3), 282.2 (2).
_IN_BRACKETS = re.compile(r"(?<=[\d)])(?:\((\d{1,2})\)|\s\((\d)\))")
_SPACED = re.compile(r"\d{1,3}(?:\s*\.\s*\d{1,2})+\s*\.?")
# The number of a law in Turkey: 5237 sayılı TCK.
_NUMBERED_LAW = re.compile(r"\b\d{3,5} say[ıi]l[ıi]\b")

_ARTICLE_LIST = "art arts ст стст § m mm md mad sec мадде მ ماده مواد"
_ARTICLE = frozenset(_ARTICLE_LIST.split())
_ARTICLE_BEGINS = ("articl", "section", "madd", "стат", "հոդված", "მუხლ")
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
VIA = frozenset({"через", "through", "via"})
"""What may stand between an article and how it was committed: ст. 205 через ч. 3 ст. 30."""
# How it was committed, in words; by how they begin.
_MODALITIES = {
    **dict.fromkeys(("attempt", "покуш", "попыт", "cəhd"), "attempt"),
    **dict.fromkeys(("preparation", "preparing", "приготовлен", "подготовк", "hazırlıq"), "preparation"),
    **dict.fromkeys(
        (
            "aiding",
            "abetting",
            "complicity",
            "пособнич",
            "подстрекат",
            "соучаст",
            "köməkçi",
            "iştirakçılı",
        ),
        "complicity",
    ),
}
# What makes it another law, or another article, where a title could stand; whole words, and how words begin.
_LAW_LIST = (
    "law laws code act acts statute procedure constitution qanun qanunu qanunun konstitusiyası konstitusiyasının "
    "kanun kanunu kanunun конституция конституции конституцией"
)
_LAWS = frozenset(_LAW_LIST.split())
_LAW_BEGINS = ("məcəllə", "закон", "кодекс", "convention", "конвенц", "konvensiya", "regulation")
_DOUBT_LIST = (
    "or not bis ter quater note except instead without other others или не нет либо кроме вместо примечание другие "
    "yox deyil ya yaxud qeyd digər başqa veya değil "
    # A number beside them is a term, or a sum.
    "year years month months day days лет года год месяц месяца месяцев суток сутки дней рублей il ay gün sutka "
    "günlük illik manat"
)
_DOUBT = frozenset(_DOUBT_LIST.split())
_SHORTEST_TITLE = 4
# Endings of a number after a hyphen.
_ENDING_LIST = "dən dan də da a ə ya yə ün un ın in nin nın th st я й ю ой ей ую ая е м х ми ти ое"
_ENDINGS = frozenset(_ENDING_LIST.split())
# Words of one letter that say nothing.
_SMALL = frozenset("вкоу")
# Endings of numbers and names, and words that say nothing of which article.
_IDLE_LIST = (
    "the of under law no № nolu sayılı ci cü cı cu nci ncı ncu ncü inci ıncı uncu üncü ин й я ый ая ой го ю ե "
    "for на "
    "nın nin nun nün ın in un ün нын нин ე მე ის რդ րդ ին ի respublikasının при по to s republic il ilin года год г "
    # What was done with the article: charged, convicted.
    "charged accused convicted sentenced indicted tried wanted ittiham ittihamı olunur olunub edilir edilib təqsirli "
    "bilinib məhkum "
    "commit committing üzrə əsasən təqsirləndirilir təqsirləndirilən nəzərdə tutulan "
    "tutulmuş "
    "обвинению предъявлено предъявлены предусмотренные предусмотренном соответствии следующим "
    "обвиняется обвиняют обвинен обвинён обвинена обвинение осужден осуждён осуждена приговорен "
    "приговорён предусмотренного предусмотренное предусмотренной преступления преступление признакам"
)
_ORDINALS = {"перв": "1", "втор": "2", "трет": "3", "четверт": "4", "четвёрт": "4", "пят": "5", "шест": "6"}
_ORDINAL = re.compile(rf"({'|'.join(_ORDINALS)})[а-яё]{{2,3}}")
_IDLE = frozenset(_IDLE_LIST.split())


@dataclass(frozen=True)
class Token:
    """`kind` is number, year (in brackets), article, part, between, letter (a point of a part), written, modality (a
    code, of the next number), said (the same, in brackets: of the number before) or unknown; `text` as compared."""

    kind: str
    text: str
    written: Written | None = None


def tokens_of(typed: str) -> list[Token]:
    """The tokens of a line, in order; what says nothing, and the title of an article at its end, is left out."""
    found: list[Token] = []
    plain = _plain(typed)
    raw = [
        _Raw(
            match.lastgroup or "",
            match[0],
            match.start(),
            match.end(),
            plain[max(match.start() - 1, 0) : match.start()],
        )
        for match in _TOKEN.finditer(plain)
    ]
    raw = [_in_its_script(raw, at) for at in range(len(raw))]
    at, in_title = 0, False
    while at < len(raw):
        named = _named([each.text for each in raw[at : at + _LONGEST_NAME]])
        if named:
            length, written = named
            found.append(Token("written", " ".join(each.text for each in raw[at : at + length]), written))
            at += length
            continue
        token = None if in_title else _token(raw, at, found)
        if token and token.kind == "unknown" and found and found[-1].kind == "part":
            token = _ordinal(token)
        if token and token.kind == "unknown":
            if _begins_title(raw, at, found, plain):
                in_title, token = True, None
            elif not _has_number(found) and (length := _leading_title(raw, at, plain)):
                at += length
                continue
        if token:
            found.append(token)
        at += 1
    if more := _AND_MORE.search(plain):
        found.append(Token("unknown", more[0]))
    return found


@dataclass(frozen=True)
class _Raw:
    kind: str
    text: str
    start: int
    end: int
    before: str
    """The sign before it."""


def _plain(typed: str) -> str:
    text = _RAISED_NUMBER.sub(
        lambda match: "^" + (match[1] or match[2].translate(_RAISED)), _UNSEEN.sub("", typed)
    )
    text = (
        unicodedata.normalize("NFKC", text).replace("İ", "i").casefold().replace("i̇", "i").replace("=", " ")
    )
    text = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
    text = _DOTS.sub(".", text)
    text = _TITLE.sub(
        lambda match: f" ={said} " if (said := _modality(match[0][1:-1].strip())) else " ", text
    )
    text = _NUMBERED_LAW.sub(" ", _IN_BRACKETS.sub(r" part \1\2 ", text))
    if _SPACED.fullmatch(text.strip()):
        text = "".join(text.split())
    text = _DASHES.sub(lambda match: "-" if match[0].strip() == match[0] else " - ", text)
    text = _COUNTRY_WITH_CODE.sub(r"\1 \2 ", _CODE_WITH_YEAR.sub(r"\1 \2", text))
    return text.replace("^", "-").replace("٫", ".")


def _modality(word: str) -> str:
    """The code of a word that says how it was committed; empty for another, and for several words."""
    if any(sign.isspace() for sign in word):
        return ""
    return next((code for begins, code in _MODALITIES.items() if word.startswith(begins)), "")


def _is_title(raw: list[_Raw], start: int, end: int) -> bool:
    """Whether words can be what an article is called; what another law is called, or could be, is none."""
    words = [each.text for each in raw[start:end]]
    if len(words[0]) < _SHORTEST_TITLE or not words[0][0].isalpha():
        return False
    if any(each.kind in ("number", "doubt") or each.text in _DOUBT for each in raw[start:end]):
        return False
    return not any(word in _LAWS or word.startswith(_LAW_BEGINS) for word in words)


def _begins_title(raw: list[_Raw], at: int, found: list[Token], plain: str) -> bool:
    """Whether what is not understood here is the title of the article before it, to the end of the line:
    `274 – high treason`."""
    if not _has_number(found) or found[-1].kind == "modality" or not _is_title(raw, at, len(raw)):
        return False
    if re.search("[-:,]", plain[raw[at - 1].end - 1 : raw[at].start]):
        return True
    return not _names_law(raw[at:]) and (raw[at - 1].kind in ("number", "quote") or _is_ending(raw, at - 1))


def _has_number(found: list[Token]) -> bool:
    return any(token.kind == "number" for token in found)


def _leading_title(raw: list[_Raw], at: int, plain: str) -> int:
    """How many words of a title lead to the first article of a line: `treason (274)`; 0 where they do not."""
    ends = (end for end in range(at + 1, len(raw)) if raw[end].kind == "number" or _is_article(raw[end].text))
    end = next(ends, at)
    if end == at or not _is_title(raw, at, end) or _names_law(raw[at:end]):
        return 0
    leads = raw[end].kind != "number" or re.search("[-:(]", plain[raw[end - 1].start : raw[end].start])
    return end - at if leads else 0


def _names_law(raw: list[_Raw]) -> bool:
    words = [each.text for each in raw]
    return any(_named(words[start : start + _LONGEST_NAME]) for start in range(len(words)))


def _is_article(word: str) -> bool:
    return word in _ARTICLE or word.startswith(_ARTICLE_BEGINS)


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


@lru_cache(maxsize=1)
def _named_words() -> frozenset[str]:
    return frozenset(word for name in _all_names() for word in name)


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    return _named_words() | _ARTICLE | _PART | _BETWEEN | _IDLE


def _is_known(word: str) -> bool:
    pieces = _SUFFIXED.split(word)
    return word.startswith((*_ARTICLE_BEGINS, *_PART_BEGINS)) or all(
        each in _known_words() for each in pieces
    )


def _in_its_script(raw: list[_Raw], at: int) -> _Raw:
    """A word with letters of the other alphabet that look alike, as the word that it is: Аrt., СМ for CM, м. 274.

    A word all of whose letters are of one alphabet is only taken for the name of a law or the word for an article.
    """
    each = raw[at]
    if each.kind != "word" or _is_known(each.text):
        return each
    if len(each.text) == 1:
        is_m = each.text == "м" and at + 1 < len(raw) and raw[at + 1].kind == "number"
        return replace(each, text="m") if is_m else each
    is_mixed = any(sign.isascii() for sign in each.text) and not each.text.isascii()
    for alphabet in (_LATIN, _CYRILLIC):
        text = each.text.translate(alphabet)
        if text != each.text and (_is_known(text) if is_mixed else _says_law(text)):
            return replace(each, text=text)
    return each


def _says_law(word: str) -> bool:
    return _is_article(word) or _SUFFIXED.split(word)[0] in _named_words()


def _is_ending(raw: list[_Raw], at: int) -> bool:
    """Whether a word is the ending of the number before it: 274-cü, 275-я."""
    if at < 1 or raw[at].kind != "word" or raw[at - 1].kind != "number":
        return False
    word, gap = raw[at], raw[at].start - raw[at - 1].end
    return gap <= 1 and (word.text in _IDLE or (word.before == "-" and word.text in _ENDINGS))


def _ordinal(token: Token) -> Token:
    """A part by its ordinal, as in часть вторая."""
    named = _ORDINAL.fullmatch(token.text)
    return Token("number", _ORDINALS[named[1]]) if named else token


def _token(raw: list[_Raw], at: int, found: list[Token]) -> Token | None:
    kind, text = raw[at].kind, raw[at].text
    if kind in ("number", "said", "year"):
        return Token(kind, text.strip("=()"))
    if kind == "quote":
        return None
    if kind == "doubt":
        return Token("unknown", text)
    if kind == "mark":
        return Token("article", text) if text == "§" else (None if text in "()" else Token("between", text))
    if _is_article(text):
        return Token("article", text)
    if text in _PART or text.startswith(_PART_BEGINS):
        return Token("part", text)
    if text in _BETWEEN:
        return Token("between", text)
    if _is_ending(raw, at) or text in _IDLE or all(piece in _IDLE for piece in text.split("-")):
        return None
    if said := _modality(text):
        return Token("modality", said)
    if len(text) == 1 and (raw[at - 1].kind == "quote" or any(token.kind == "part" for token in found)):
        return Token("letter", text)
    return None if text in _SMALL else Token("unknown", text)
