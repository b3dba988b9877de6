"""Articles as lists, indictments and news print them, read into the key of each and how it was committed.

`read_articles("28, 220.1")` is one charge, `AZ:CC:220.1` prepared; `read_articles("234.4.3, 28-228.1")` are two. A
number is kept as the law prints it. In Russia part and point are no part of it: they stay in the words of the source.
"""

import re
from dataclasses import dataclass, field, replace

from cases.text.law.codes import (
    CURRENT_YEARS,
    FIRST_OF_CRIMES,
    FORMER_YEARS,
    LAST,
    MODIFIERS,
    NUMBERED_APART,
    PARTS_OF_30,
    Written,
    shape_of,
)
from cases.text.law.words import VIA, Token, tokens_of
from cases.text.translatable import N_

LONGEST = 500
"""Characters of what can be one article, or a list of them."""

_CODE = re.compile(r"(?P<country>[A-Z]{2}):(?P<code>CC|CAO|CPC|LAW)(?P<year>\d{4})?")
_KEY = re.compile(rf"(?P<law>{_CODE.pattern}):(?P<number>[^:]+)")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_PREFIXED = re.compile(r"(?P<modifier>(?:28|29|30|32|33)(?:\.\d{1,2})?)-(?P<rest>\d\d.*)")
# Some write the part of such an article after a dot: articles 30.3 and 33.5 there are none.
_MODIFIES_RU = re.compile(r"(?:30|33)\.\d")
_RANGE = re.compile(r"(\d{3})[\d.]*-(\d{3})[\d.]*")


class ArticleError(ValueError):
    """Why what was typed is no article: `sentence` with gaps for `gaps`, to be translated; `str` of it is English."""

    def __init__(self, sentence: str, **gaps: object) -> None:
        self.sentence, self.gaps = sentence, gaps
        super().__init__(sentence % gaps)


@dataclass(frozen=True)
class Article:
    """`code` has its year where it is no longer in force; `modality` is a code of `MODALITIES`."""

    country: str
    code: str
    number: str
    modality: str = "completed"

    @property
    def key(self) -> str:
        """`AZ:CC:234.4.3`, `AZ:CC1960:57`: the form filters and rows use."""
        return f"{self.country}:{self.code}:{self.number}"

    @property
    def head(self) -> str:
        """The number of the article that this one is a point of: `234` of `234.4.3`, `281-1` of `281-1.2`."""
        if self.country == "AZ":
            return self.number.split(".")[0]
        return self.number.split("/")[0]


@dataclass
class _Found:
    """A number with the words of the law around it, while a line is read."""

    number: str
    parts: list[str] = field(default_factory=list)
    country: str = ""
    code: str = ""
    year: str = ""
    said: str = ""
    """The modality, where words say it."""
    joined: str = ""
    """The mark or word that alone stands between the number before it and this one."""


def read_code(text: str) -> tuple[str, str, str]:
    """Country, code and year ("" for the one in force) of `AZ:CC` or `AZ:CC1960`. Raises ArticleError."""
    match = _CODE.fullmatch(text.strip())
    if not match:
        raise ArticleError(N_("“%(typed)s” is no code of law; write it as AZ:CC."), typed=text.strip())
    _code_of_year(match["country"], match["code"], match["year"] or "")
    return match["country"], match["code"], match["year"] or ""


def read_article(typed: str, *, code: str = "AZ:CC") -> Article:
    """The one article of a line; `code` says what a bare number means. Raises ArticleError, also for several."""
    articles = read_articles(typed, code=code)
    if len(articles) > 1:
        raise ArticleError(
            N_("These are %(count)d articles: %(keys)s. Write each on a line of its own."),
            count=len(articles),
            keys=", ".join(article.key for article in articles),
        )
    return articles[0]


def read_articles(typed: str, *, code: str = "AZ:CC") -> list[Article]:
    """Every article of a line, in order. Raises ArticleError for what cannot be one."""
    if len(typed) > LONGEST:
        raise ArticleError(N_("This is longer than %(most)d characters."), most=LONGEST)
    if key := _KEY.fullmatch(typed.strip()):
        typed, code = key["number"], key["law"]
    usual = read_code(code)
    found = _numbers(tokens_of(typed), usual[0])
    if not found:
        raise ArticleError(N_("No number of an article stands here."))
    return _with_modality([(each, *_resolved(each, usual)) for each in found])


# Tokens into numbers, each with its parts and its code


def _numbers(tokens: list[Token], usual: str) -> list[_Found]:
    found: list[_Found] = []
    loose: list[str] = []  # parts that stand before their article: ч. 2 ст. 205
    said = ""
    named = _named_law(tokens)
    parts_lead = next((token.kind == "part" for token in tokens if token.kind in ("part", "number")), False)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "modality":
            said = token.text
        elif token.kind == "said" and found:
            found[-1].said = token.text
        elif token.kind == "part" and _is(tokens, at + 1, "number", "letter"):
            at += 1
            forward = _is_before_article(tokens, at) and (
                parts_lead or not _is(tokens, at - 2, "number", "article")
            )
            (loose if forward or not found else found[-1].parts).append(tokens[at].text)
        elif token.kind == "letter":
            (loose if not found else found[-1].parts).append(token.text)
        elif token.kind == "number" and _is_part(tokens, at) and found:
            found[-1].parts.append(token.text)
        elif token.kind == "number" and not _is_year(tokens, at):
            numbers = _split(token.text, named.country or usual)
            found += [_Found(number, joined=_joined(tokens, at) if found else "") for number in numbers]
            found[-1].parts, found[-1].said, loose, said = loose, said, [], ""
        at += 1
    if found:
        found[-1].parts += loose
        found[-1].said = found[-1].said or said
    for each in found:
        each.country, each.code, each.year = named.country, named.code, named.year
    return found


def _named_law(tokens: list[Token]) -> _Found:
    """The law that a line names: its years, where one is stated, go before the one that a name implies."""
    named = _Found("")
    for token in tokens:
        if token.kind == "unknown":
            raise ArticleError(N_("“%(word)s” is not understood here."), word=token.text)
        if token.written:
            _note_code(named, token.written)
    years = {
        token.text
        for at, token in enumerate(tokens)
        if token.kind == "year" or (token.kind == "number" and _is_year(tokens, at))
    }
    if len(years) > 1:
        raise ArticleError(N_("Two laws stand here: %(one)s and %(other)s."), **_two(sorted(years)))
    named.year = next(iter(years), named.year)
    return named


def _two(names: list[str]) -> dict[str, str]:
    return {"one": names[0], "other": names[1]}


def _joined(tokens: list[Token], at: int) -> str:
    """What stands between a number and the article before it; empty where that is nothing, or several marks."""
    between = []
    for token in reversed(tokens[:at]):
        if token.kind in ("number", "letter") and between:
            break
        between += [token.text] if token.kind == "between" else []
    return between[0] if len(between) == 1 else ""


def _is(tokens: list[Token], at: int, *kinds: str) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind in kinds


def _is_part(tokens: list[Token], at: int) -> bool:
    """Whether the number stands before its word, as in `234-cü maddənin 4-cü hissəsi`, `2. fıkrası`."""
    return _is(tokens, at + 1, "part") and not _is(tokens, at + 2, "number", "letter")


def _is_before_article(tokens: list[Token], at: int) -> bool:
    """Whether an article follows a part, with nothing but further parts between."""
    for token in tokens[at + 1 :]:
        if token.kind in ("article", "number"):
            return True
        if token.kind == "between":
            return False
    return False


def _is_year(tokens: list[Token], at: int) -> bool:
    """A year stands beside the name of a law."""
    beside = tokens[max(at - 1, 0) : at] + tokens[at + 1 : at + 2]
    return bool(_YEAR.fullmatch(tokens[at].text)) and any(token.written for token in beside)


def _note_code(named: _Found, written: Written) -> None:
    """What a name of a code or country says holds for the whole line; two that differ are a mistake."""
    for name in ("country", "code", "year"):
        said, known = getattr(written, name), getattr(named, name)
        if said and known and said != known and name != "year":
            raise ArticleError(N_("Two laws stand here: %(one)s and %(other)s."), one=known, other=said)
        setattr(named, name, known or said)


def _split(number: str, country: str) -> list[str]:
    """`28-228.1` is what modifies an article, and the article; `29/32.5` are two numbers."""
    pieces = number.split("/") if country in NUMBERED_APART else [number]
    numbers: list[str] = []
    for piece in pieces:
        while match := _PREFIXED.fullmatch(piece):
            numbers.append(match["modifier"])
            piece = match["rest"]
        numbers.append(piece)
    return numbers


# A number into an article of a code


def _resolved(found: _Found, usual: tuple[str, str, str]) -> tuple[Article, list[str]]:
    """The article, and the parts of it that are not in its number."""
    country = found.country or usual[0]
    code = found.code or (usual[1] if country == usual[0] else "CC")
    year = found.year or (usual[2] if (country, code) == usual[:2] and not found.code else "")
    key = _code_of_year(country, code, year)
    number, parts = _number_and_parts(found, country, code)
    if not shape_of(country, code).fullmatch(number):
        raise ArticleError(
            N_("“%(number)s” is no number of an article of %(law)s."), number=number, law=f"{country}:{key}"
        )
    first = int(re.split(r"\D", number)[0])
    last = LAST.get((country, key), 999)
    if not 0 < first <= last:
        raise ArticleError(
            N_("%(law)s has no article %(number)s; its last is %(last)d."),
            law=f"{country}:{key}",
            number=number,
            last=last,
        )
    return Article(country, key, number), parts


def _number_and_parts(found: _Found, country: str, code: str) -> tuple[str, list[str]]:
    """The number as the country's law writes it, and the parts that stay outside of it."""
    if _RANGE.fullmatch(found.number):
        raise ArticleError(N_("“%(number)s” is a range. Write each article by itself."), number=found.number)
    parts = [part for part in found.parts if part[0].isdigit()]
    if country == "AZ":
        if any(part.isalpha() for part in found.parts):
            sentence = N_(
                "A point stands here by its letter, and %(law)s has none. Say which code it is, such as УК РФ."
            )
            raise ArticleError(sentence, law=f"{country}:{code}")
        return _with_part(found.number, parts), []
    if country == "RU":
        number = found.number.replace("-", ".")
        if code == "CC" and _MODIFIES_RU.fullmatch(number):
            number, part = number.split(".")
            parts.insert(0, part)
        return number, parts
    if country == "TR" and parts and "/" not in found.number:
        return f"{found.number}/{parts[0]}", parts
    return found.number, parts


def _code_of_year(country: str, code: str, year: str) -> str:
    """`CC` of the code in force, `CC1960` of one that is not."""
    if not year or year in CURRENT_YEARS.get((country, code), ()):
        return code
    former = FORMER_YEARS.get((country, code), {}).get(year)
    if former is None:
        raise ArticleError(
            N_("No code %(code)s of %(country)s of the year %(year)s is known."),
            code=code,
            country=country,
            year=year,
        )
    return former


def _with_part(number: str, parts: list[str]) -> str:
    """In Azerbaijan a part is written into the number: part 4 of article 234 is 234.4."""
    for part in parts:
        number = part if part.startswith(f"{number}.") else f"{number}.{part}"
    return number


# Articles that are no charge of their own


def _with_modality(resolved: list[tuple[_Found, Article, list[str]]]) -> list[Article]:
    charges: list[Article] = []
    pending: list[str] = []
    looks_back = False
    for found, article, parts in resolved:
        modality = _modifies(article, parts)
        if modality:
            looks_back = looks_back or (found.joined in VIA and bool(charges) and not pending)
            pending.append(modality)
            continue
        if looks_back:
            raise ArticleError(
                N_(
                    "It is not clear whether %(one)s or %(other)s was committed so. Write each on a line of its own."
                ),
                one=charges[-1].number,
                other=article.number,
            )
        if found.joined == "-" and charges and not pending:
            told = f"{charges[-1].number} – {article.number}"
            raise ArticleError(N_("“%(number)s” is a range. Write each article by itself."), number=told)
        _refuse_general_part(article)
        said = [found.said] if found.said else []
        charges.append(replace(article, modality=_strongest([*pending, *said])))
        pending = []
    if looks_back:
        charges[-1] = replace(charges[-1], modality=_strongest(pending))
    elif pending:
        raise ArticleError(
            N_("%(number)s is no charge of its own: it says how the next article was committed."),
            number=resolved[-1][1].number,
        )
    return charges


def _refuse_general_part(article: Article) -> None:
    if int(re.split(r"\D", article.number)[0]) < FIRST_OF_CRIMES.get((article.country, article.code), 0):
        raise ArticleError(
            N_(
                "%(number)s stands in the general part of %(law)s, and names no crime. Is it of another code?"
            ),
            number=article.number,
            law=f"{article.country}:{article.code}",
        )


def _modifies(article: Article, parts: list[str]) -> str:
    """The modality that an article says of the next one, "" for a charge."""
    modality = MODIFIERS.get((article.country, article.code), {}).get(article.head)
    if modality is None:
        return ""
    if modality:
        return modality
    found = {PARTS_OF_30[part] for part in parts if part in PARTS_OF_30}
    if len(found) != 1:
        raise ArticleError(
            N_("Article 30 is preparation (part 1) or attempt (part 3): its part has to be said.")
        )
    return found.pop()


def _strongest(modalities: list[str]) -> str:
    """Of several the one that says what this person is said to have done: who helps in an attempt, helps."""
    if "complicity" in modalities:
        return "complicity"
    return modalities[-1] if modalities else "completed"
