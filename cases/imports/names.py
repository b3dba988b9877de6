"""What a cell of a list says with a name: other names, an age or a birth, and what is neither.

How names are spelt is for `spelling.py`.
"""

import re
from dataclasses import dataclass, field

from cases.imports.spelling import is_age

_IN_BRACKETS = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]|[“„«\"]([^“”„«»\"]+)[”“»\"]")
_AKA_WORDS = r"(?:a\.?k\.?a\.?|alias|nicknamed|ləqəbi|təxəllüsü|он же|она же|по прозвищу)"
_AKA = re.compile(rf"^{_AKA_WORDS}[\s:]+", re.IGNORECASE)
_AKA_WITHIN = re.compile(rf"[\s,;]+{_AKA_WORDS}(?:[\s:]+|$)", re.IGNORECASE)

_NUMBER_BEFORE = re.compile(r"^\s*(?:№\s*)?[0-9]{1,6}(?:\s*[.):]\s*|\s+)(?=[^\W\d_])")
_MARKS = "*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹"
_MARK_AFTER = re.compile(rf"(?:[\s{_MARKS}]+|(?<=[^\W\d_])[0-9]{{1,2}})$")
_AFTER = [re.compile(rf"(?:\s*[,;–—]\s*|\s+)({word}[0-9][^,;\n]*)$") for word in (r"[^\W\d_.]+\.?\s+", "")]
"""A number at the end, with the word before it, or without: `born 1977`, `45 yaş`."""

_DAY = r"((?:[0-9]{1,2}[./ -]\s?\w+[./ -]\s?)?(?:19|20)[0-9]{2})"
_BORN = re.compile(
    r"(?:born(?:\s+(?:in|on))?|b\.|dob|doğ\w*|təvəllüd\w*|род\.|родил(?:ся|ась)(?:\s+в)?|р\.|[гд]\.?\s?р\.)"
    rf"[\s:]*{_DAY}(?:\s*(?:г\.|год[ау]|[-–]?\s?c[iıuü]\s+il\w*|il\w*))?"
    rf"|{_DAY}\s*(?:г\.?\s?р\.?|г(?:ода|\.)?\s*рожд\w*\.?|born|(?:[-–]?\s?c[iıuü])?\s*(?:il\w*\s+)?"
    r"(?:təvəllüd|doğum|doğul)\w*)",
    re.IGNORECASE,
)
_SAYS_AGE = re.compile(r"\b(?:aged?|yaş\w*|old|y\.?/?o\.?|возраст)(?!\w)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_YOUNGEST, _LONGEST_TERM = 14, 30
"""A number alone is the age of somebody who can be held; of so many years nobody can tell whether they are a term."""

_SMALL_OF_NAMES = frozenset({
    "al", "el", "abu", "ibn", "bin", "bint", "ben", "von", "van", "de", "da", "аль", "эль", "абу", "ибн", "бин", "фон",
})  # fmt: skip
_NO_NAME = re.compile(
    r"\b(?:arrest|detain|releas|convict|sentenc|died|dead\b|deceas|wanted|fled|born|missing|kill|charg|accus|brother"
    r"|sister|father|mother|wife|husband|son of|həbs|saxlan|azad ol|azad ed|vəfat|ölüb|öldür|məhkum|doğul|təvəllüd"
    r"|qardaşı|bacısı|арест|задерж|освобо|осужд|умер|погиб|убит|розыск|брат|сестр|отец|мать|жена)",
    re.IGNORECASE,
)
"""What happened to somebody, and whose relative they are."""


@dataclass
class Named:
    """`born`: a day of birth or an age that stands with the name. `left_out`: what else does, and is no name."""

    name: str
    others: list[str] = field(default_factory=list)
    born: str = ""
    left_out: list[str] = field(default_factory=list)


def named_in(typed: str, *, aliases: bool = True) -> Named:
    """The name of a cell, without a number before it and marks of footnotes after it; `aliases`: what stands in
    brackets or quotation marks, or after “a.k.a.”, is taken for another name, if it can be one."""
    named = Named(typed)
    if aliases:
        _take_apart(named)
    name = _NUMBER_BEFORE.sub("", named.name.strip().lstrip(_MARKS))
    name = _MARK_AFTER.sub("", name)
    for pattern in _AFTER:
        after = pattern.search(name)
        if after and (_born(after[1]) or not _LETTER.search(after[1])):
            name = name[: after.start()]
            _sort(named, after[1].strip())
    name = _MARK_AFTER.sub("", name).strip()
    named.name = name or named.name
    return named


def _take_apart(named: Named) -> None:
    typed = named.name
    whole = _IN_BRACKETS.sub(" ", typed).strip()
    name, *after = _AKA_WITHIN.split(whole)
    if len(name.split()) < 2:
        name, after = whole, []  # a name of its own: Abdulla aka
    if not name:
        return
    named.name = " ".join(name.split()) if after or whole != typed.strip() else typed
    for text in after:
        named.others += _parts(text)
    for found in _IN_BRACKETS.finditer(typed):
        for part in _parts(next(filter(None, found.groups()))):
            other = _AKA.sub("", part).strip()
            if found[3] or other != part or _can_be_name(part):
                named.others += [other] if other else []
            else:
                _sort(named, part)


def _parts(text: str) -> list[str]:
    parts = (" ".join(each.split()).strip("“”„«»\"' ") for each in re.split(r"[;,/|]", text))
    return [each for each in parts if each]


def _sort(named: Named, text: str) -> None:
    born = _born(text)
    if born and not named.born:
        named.born = born
    else:
        named.left_out.append(text)


def _born(text: str) -> str:
    """The day of birth or the age that a text says, "" where nobody can tell that it says one."""
    if found := _BORN.fullmatch(text.strip()):
        return found[1] or found[2]
    if not is_age(text) or any(letter.isupper() for letter in text):
        return ""
    if _SAYS_AGE.search(text):
        return text
    years = int(re.findall(r"[0-9]+", text)[0])
    return text if years > (_LONGEST_TERM if _LETTER.search(text) else _YOUNGEST - 1) and years < 100 else ""


def _can_be_name(text: str) -> bool:
    """Whether words in brackets can be a name, as words in small letters, questions and numbers cannot."""
    words = re.split(r"[\s-]+", text)
    first = next((each for each in words if each.casefold() not in _SMALL_OF_NAMES), "")
    small = [each for each in words if each[:1].islower() and each not in _SMALL_OF_NAMES]
    if re.search(r"[0-9?!]", text) or not first or first[:1].islower():
        return False
    return len(small) < 2 and not _NO_NAME.search(text)
