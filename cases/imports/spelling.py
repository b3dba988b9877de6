"""How real lists spell names, dates and ages, made into what the rules of entry read.

What stands in a cell beside a name is for `names.py`.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.imports.mapping import LAST_FIRST, TITLE, TITLE_AZ
from cases.text.partial_dates import PartialDate

_OF_FATHER = re.compile(
    r"(?:\s\S+\s(?:o[ğg]h?l[uyı]|q[ıi]z[ıi]|g[iı]z[iı]|kyzy|о[гғ]лы|оглу|[кг]ызы)|\s\S+(?:[оеё]вич|[оеё]вна|ична|[oe]vich|[oe]vna))$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\n|;| / |\s(?:and|və|и|&)\s", re.IGNORECASE)
_NUMERIC = re.compile(r"\b([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})\b")
_AGE = re.compile(
    r"^\s*(?:aged?|yaş[ıi]?|возраст)?[\s:]*([1-9][0-9]{0,2})(?:\.0)?"
    r"(?:\s*[-–]\s*[0-9]{1,3})?"
    r"(?:\s*(?:yaş\w*|il(?:lik)?|years?(?:\s+old)?|yrs?(?:\s+old)?|y\.?\s?/?o\.?|лет|года?)\b\.?.*|\s*\(.*\))?\s*$",
    re.IGNORECASE,
)
_WORD_OF_AGE = re.compile(r"\b(?:aged?|yaş|yrs?|years?|y/?o|лет|возраст)", re.IGNORECASE)
OLDEST = 120


def name_in_order(typed: str, *, order: str, capitals: str) -> str:
    """First name first, and in capitals only where words begin."""
    name = " ".join(typed.split())
    if order == LAST_FIRST and name.count(",") == 1:
        last, _comma, first = (part.strip() for part in name.partition(","))
        name = f"{first} {last}".strip()
    if capitals in (TITLE, TITLE_AZ):
        name = " ".join(_capitalised(word, turkic=capitals == TITLE_AZ) for word in name.split())
    return name


def _capitalised(word: str, *, turkic: bool) -> str:
    if not (word.isupper() and len(word) > 2):
        return word
    lower = _lower(word, turkic=True)
    if lower in ("oğlu", "qızı"):
        return lower
    parts = re.split(r"([-'’.])", word)
    return "".join(part[:1] + _lower(part[1:], turkic=turkic) for part in parts)


def _lower(text: str, *, turkic: bool) -> str:
    if turkic:
        text = text.replace("I", "ı")
    return text.replace("İ", "i").lower()


def seems_several(typed: str) -> bool:
    """Whether a cell of names seems to hold more than one."""
    return any(
        all(len(part.split()) > 1 for part in (typed[: m.start()], typed[m.end() :]))
        for m in _SEVERAL.finditer(typed)
    ) or _are_whole_names([part for part in typed.split(",") if not part.strip().isdecimal()])


def _are_whole_names(parts: list[str]) -> bool:
    """Whether what stands between commas are names of a first and a last name each, and not one last name, a first one
    and that of the father."""
    return len(parts) > 1 and all(len(_OF_FATHER.sub("", f" {part.strip()}").split()) > 1 for part in parts)


def a_month_first(typed: str) -> str:
    """10/03/2024 of who writes the month first, as a day everybody reads."""

    def turned(found: re.Match[str]) -> str:
        month, mark, day, year = found.groups()
        if int(month) > 12:
            raise ValidationError(
                _("“%(typed)s” has no month in the first place; in which order are the dates of this column?")
                % {"typed": typed}
            )
        return f"{day}{mark}{month}{mark}{year}"

    return _NUMERIC.sub(turned, typed)


def is_age(typed: str) -> bool:
    """Whether a cell of births may say an age; a year of two digits looks the same."""
    found = _AGE.match(typed)
    return found is not None and int(found[1]) <= OLDEST


def says_age(typed: str) -> bool:
    """Whether it says so in words."""
    return is_age(typed) and _WORD_OF_AGE.search(typed) is not None


def years_of_age(typed: str, as_of: PartialDate) -> str:
    """The two years in which somebody of that age on that day can have been born."""
    found = _AGE.match(typed)
    day = as_of.latest or as_of.earliest
    if not found or int(found[1]) > OLDEST or day is None:
        raise ValidationError(_("“%(typed)s” is no age.") % {"typed": typed})
    year = day.year - int(found[1])
    return f"{year - 1}/{year}"


def spelled_alike(name: str) -> str:
    """What two rows of one person share: the name whatever its case and spaces."""
    return " ".join(name.split()).casefold()
