"""Dates as people type them, turned into EDTF: ``3.10.2024`` → ``2024-10-03``, ``c. 2024`` → ``2024~``.

Days come before months, as everywhere in the region the record is about; a month by name may stand
on either side of the day. What is no date is left as it is, and ``partial_dates`` says what is wrong.
"""

import re
import unicodedata

from cases.text.date_parts import OPEN, PartialDateError, parts_of
from cases.text.date_phrases import MONTHS


def _month_numbers() -> dict[str, int]:
    full = {name.lower(): number for names in MONTHS.values() for number, name in enumerate(names, start=1)}
    short = {name[:3].lower(): number for number, name in enumerate(MONTHS["en"], start=1)}
    return full | short | {"sept": 9}


_MONTH_NUMBERS = _month_numbers()
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_YEAR_WORD = r"(?:[ -]*(?:-?c[iıuü] ?il|il|год|года|г)\.?)?"

# (pattern, EDTF to build from its groups); the whole of one date must match.
_SHAPES = [
    # 3.10.2024, 03/10/2024, 3-10-2024: day first
    (r"(?P<d>[0-9]{1,2})[./-](?P<m>[0-9]{1,2})[./-](?P<y>[0-9]{4})", "y m d"),
    # 2024.10.03, 2024/10/03
    (r"(?P<y>[0-9]{4})[./](?P<m>[0-9]{1,2})[./](?P<d>[0-9]{1,2})", "y m d"),
    # 10.2024, 10/2024
    (r"(?P<m>[0-9]{1,2})[./](?P<y>[0-9]{4})", "y m"),
    # 3 October 2024, 3rd of October, 2024, 3 октября 2024 г.
    (
        rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?(?P<name>{_MONTH})\.?,? "
        rf"(?P<y>[0-9]{{4}}){_YEAR_WORD}",
        "y m d",
    ),
    # October 3, 2024
    (rf"(?P<name>{_MONTH})\.? (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<y>[0-9]{{4}})", "y m d"),
    # October 2024, октябрь 2024 года
    (rf"(?P<name>{_MONTH})\.?,? (?P<y>[0-9]{{4}}){_YEAR_WORD}", "y m"),
    # 3 October, October 3: no year
    (rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?(?P<name>{_MONTH})", "m d"),
    (rf"(?P<name>{_MONTH})\.? (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?", "m d"),
    # 2024 год, 2024-cü il
    (rf"(?P<y>[0-9]{{4}}){_YEAR_WORD}", "y"),
]
_SHAPES = [(re.compile(pattern), build) for pattern, build in _SHAPES]

_AROUND = re.compile(
    r"(?:around|about|approximately|approx\.?|circa|ca?\.|ca|c|~|təxminən|около|примерно|ок\.) ?(?=\w)"
)
_MAYBE = re.compile(r"(?:maybe|perhaps|possibly|probably|bəlkə|возможно|вероятно) (?=\w)")
_FROM = re.compile(r"(?:from|since|с|со) (?=\w)")
_UNTIL = re.compile(r"(?:until|till|up to|по|до) (?=\w)")
_TO = re.compile(r" (?:to|until|till|and|по|до|və|и) | - ")
_YEAR = re.compile(r"[0-9]{4}")
_TWO_YEARS = re.compile(r"(?P<start>[0-9]{4})-(?P<end>[0-9]{4})")


def edtf_from_typed(typed: str) -> str:
    """The EDTF text for what was typed (one line, length already checked).

    Raises ``PartialDateError`` if it is no date. Valid EDTF comes back as it is, except that an
    unknown end or start (``2024-05/``) is written as an open one (``2024-05/..``).
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    edtf = text.upper().replace("Х", "X")  # a Cyrillic Х looks the same on the keyboard of the region
    if _is_valid(edtf):
        return edtf
    readable = _readable(text.replace("İ", "i").lower())
    parts_of(readable)
    return readable


def _is_valid(edtf: str) -> bool:
    try:
        parts_of(edtf)
    except PartialDateError:
        return False
    return True


def _readable(text: str) -> str:
    """``text`` with the shapes people use turned into EDTF, as far as they are recognised."""
    if text.startswith("between "):
        text = text.removeprefix("between ")
    text = re.sub(r" ?[–—] ?", " - ", text)
    if years := _TWO_YEARS.fullmatch(text):
        return f"{years['start']}/{years['end']}"
    single = _one(text)
    if single is not None:
        return single
    if until := _UNTIL.match(text):
        return f"{OPEN}/{_side(text[until.end() :])}"
    begun = _FROM.match(text)
    rest = text[begun.end() :] if begun else text
    separated = rest.split("/") if rest.count("/") == 1 else _TO.split(rest)
    if len(separated) == 2:
        start, end = (side.strip() for side in separated)
        # "1 May and 30 June 2024", "May to June 2024": the year stands once, at the end.
        if not _YEAR.search(start) and (year := _YEAR.search(end)) and start not in ("", OPEN):
            start = f"{start} {year[0]}"
        return f"{_side(start)}/{_side(end)}"
    return f"{_side(rest)}/{OPEN}" if begun else text.upper()


def _side(text: str) -> str:
    if text in ("", OPEN):
        return OPEN
    found = _one(text)
    return text.upper() if found is None else found


def _one(text: str) -> str | None:
    """One date, with its words of doubt, as EDTF; None if no shape fits."""
    mark = ""
    if around := _AROUND.match(text):
        text, mark = text[around.end() :], "~"
    elif maybe := _MAYBE.match(text):
        text, mark = text[maybe.end() :], "?"
    if text[-1:] in ("?", "~", "%"):
        text, own = text[:-1].rstrip(), text[-1]
        mark = own if mark in ("", own) else "%"
    for shape, build in _SHAPES:
        if match := shape.fullmatch(text):
            return _built(match.groupdict(), build, mark)
    return f"{text.upper()}{mark}" if _is_valid(text.upper()) else None


def _built(groups: dict[str, str], build: str, mark: str) -> str:
    month = groups.get("m") or _MONTH_NUMBERS.get(groups.get("name") or "", "")
    parts = {"y": groups.get("y"), "m": f"{int(month):02}" if month else None, "d": None}
    if groups.get("d"):
        parts["d"] = f"{int(groups['d']):02}"
    if build == "m d":
        return f"XXXX-{parts['m']}-{parts['d']}"
    return "-".join(parts[name] for name in build.split()) + mark
