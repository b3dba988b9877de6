"""Guarding table cells, so that a spreadsheet shows them as text and never runs them as a formula.

A cell that a spreadsheet could take for a formula gets an apostrophe in front; our own import takes
exactly that apostrophe away again: `unguarded(guarded(cell)) == cell` for every text. The rule
follows OWASP's page on CSV injection, widened by what spreadsheets skip or treat as equal: leading
white space and invisible characters, and the full-width and small forms of the signs.
"""

import re
import unicodedata
from collections.abc import Sequence

GUARD = "'"
_STARTERS = frozenset("=+-@|%\u2212")
_LINE_AND_TAB = frozenset("\t\r\n")

# Invisible characters that Unicode counts neither as space nor as format character: grapheme joiner,
# Hangul fillers, Khmer inherent vowels, Mongolian and common variation selectors.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def guarded(cell: str) -> str:
    """The cell as it goes into a file: `=1+1` → `'=1+1`; `-5.2` and ordinary text stay.

    A cell that already looks guarded (`'=x` typed by somebody) gets a second apostrophe, so that
    the two can be told apart on the way back in.
    """
    if not cell or _begins_plainly(cell):
        return cell
    return GUARD + cell if _needs_guard(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`; a text that carries no guard stays as it is."""
    if cell.startswith(GUARD) and _needs_guard(cell[1:]):
        return cell[1:]
    return cell


def guarded_parts(parts: Sequence[str]) -> list[str]:
    """The parts of a cell that is several texts joined, each guarded by itself: whoever splits it opens no formula.

    A part in which nothing is seen gets an apostrophe too. So do an empty one and a number with a sign where more parts
    follow them: what joins the parts could then be taken for the beginning of a formula, or for the rest of one.
    `unguarded_parts(guarded_parts(parts)) == parts`.
    """
    return [
        GUARD + part if _needs_guard_as_part(part, more_follow=at == 0 < len(parts) - 1) else part
        for at, part in enumerate(parts)
    ]


def unguarded_parts(parts: Sequence[str]) -> list[str]:
    """The parts of a split cell as they were before `guarded_parts`."""
    return [
        part[1:]
        if part.startswith(GUARD) and _needs_guard_as_part(part[1:], more_follow=at == 0 < len(parts) - 1)
        else part
        for at, part in enumerate(parts)
    ]


def _needs_guard_as_part(part: str, *, more_follow: bool) -> bool:
    """Whether a part needs the apostrophe; `more_follow`: it is the first one of several, the beginning of the cell."""
    if part and _begins_plainly(part):
        return False
    if _is_blank(part):
        return bool(part) or more_follow
    return _needs_guard(part) or (more_follow and part.lstrip(GUARD)[0] in _STARTERS)


def _begins_plainly(text: str) -> bool:
    """Whether the first character settles it, as it does of nearly all texts."""
    return text[0].isascii() and text[0].isalnum()


def _is_blank(part: str) -> bool:
    return all(character == GUARD or _is_skipped(character) for character in part)


def _needs_guard(cell: str) -> bool:
    return _could_run(cell.lstrip(GUARD))


def _could_run(cell: str) -> bool:
    if _PLAIN_NUMBER.fullmatch(cell):
        return False
    for character in cell:
        if character in _LINE_AND_TAB:
            return True
        if not _is_skipped(character):
            return unicodedata.normalize("NFKC", character)[0] in _STARTERS
    return False


def _is_skipped(character: str) -> bool:
    return (
        character.isspace()
        or unicodedata.category(character) in {"Cf", "Cc"}
        or _INVISIBLE.match(character) is not None
    )
