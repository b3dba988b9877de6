"""What somebody typed for a date, cut into tokens: numbers, months, words with a meaning, marks.

Each letter is looked at a fixed number of times, so no text is slow. What tokens mean together is in `typed_dates`.
"""

import re
import unicodedata
from dataclasses import dataclass, replace

from cases.text.date_kinds import Kind, Meaning
from cases.text.date_words import (
    DECADE_ENDINGS,
    ENDINGS,
    INFLECTED,
    LONGEST,
    NUMBER_ENDINGS,
    WORDS,
    folded,
    is_cyrillic,
)

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－⁃➖"), "-")
_QUOTES = dict.fromkeys(map(ord, "’‘ʼʻ`´′＇"), "'")
_SIGNS = {"-": Kind.DASH, "/": Kind.SLASH, ".": Kind.DOT}
_HIDDEN = re.compile(r"(?:[0-9]{3}x|[0-9]{2}xx|[0-9]{4}-(?:xx|[0-9]{2}-xx))(?:-(?:xx|[0-9]{2}))?")
_SILENT = ",;:()[]\"“”«»„'"


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    value: object = None
    """Of a number itself; of a month (calendar, number); else as in `date_words`."""
    digits: int = 0
    """How many digits a number was written with."""
    word: str = ""
    decade: bool = False
    spaced: bool = False
    """Whether a space stands before it and after it (dashes only)."""


@dataclass(slots=True)
class _Piece:
    """Digits, letters or one sign; `raw` in small letters, `text` folded; `glued` to the piece before it."""

    raw: str
    text: str
    glued: bool

    @property
    def is_number(self) -> bool:
        return self.raw[0].isdigit()

    @property
    def is_word(self) -> bool:
        return self.raw[0].isalpha()


def plain(typed: str) -> str:
    """`typed` with one kind of digit, dash, apostrophe and space, and nothing that cannot be seen."""
    letters = []
    for letter in unicodedata.normalize("NFKC", typed).translate(_DASHES).translate(_QUOTES):
        category = unicodedata.category(letter)
        if category == "Nd":
            letters.append(str(unicodedata.decimal(letter)))
        elif category == "Cf":
            continue  # soft hyphens, joiners, marks of direction
        else:
            letters.append(letter)
    return " ".join("".join(letters).split())


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text that went through `plain`."""
    pieces = _pieces(text)
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        made, at = _next(pieces, at, text)
        tokens.extend(made)
    return tokens


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    start, glued = 0, False
    while start < len(text):
        if text[start] == " ":
            start, glued = start + 1, False
            continue
        end = start + 1
        if text[start].isdigit():
            while end < len(text) and text[end].isdigit():
                end += 1
        elif text[start].isalpha():
            while end < len(text) and _goes_on(text, end):
                end += 1
        raw = text[start:end].lower().replace("'", "") if end > start + 1 else text[start].lower()
        pieces.append(_Piece(raw, folded(text[start:end].replace("'", "") or "'"), glued))
        start, glued = end, True
    return pieces


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on at this letter: п'ятниця and Eylül'de are words, an apostrophe at the end is none."""
    if text[at] == "'":
        return at + 1 < len(text) and text[at + 1].isalpha()
    return text[at].isalpha() or unicodedata.category(text[at]).startswith("M")


def _next(pieces: list[_Piece], at: int, text: str) -> tuple[list[Token], int]:
    """The tokens that begin at piece `at`, and where the next begin."""
    piece = pieces[at]
    if piece.is_number:
        return _number(pieces, at)
    if piece.text == "c":
        # Latin c: the Russian "from" in a Russian date, "circa" in another.
        dotted = at + 1 < len(pieces) and pieces[at + 1].text == "."
        if not dotted and any(map(is_cyrillic, text)):
            return [Token(Kind.SINCE, "sharp")], at + 1
        return [Token(Kind.MARK, "~")], at + (2 if dotted else 1)
    if found := _phrase(pieces, at):
        return found
    if piece.is_word and piece.text in INFLECTED:
        meaning, adds = INFLECTED[piece.text]
        made = [Token(meaning.kind, meaning.value, word=piece.text)]
        return made + ([Token(adds)] if adds else []), at + 1
    if piece.text in _SIGNS:
        spaced = not piece.glued and at + 1 < len(pieces) and not pieces[at + 1].glued
        return [Token(_SIGNS[piece.text], spaced=spaced)], at + 1
    if piece.text in _SILENT:
        return [], at + 1
    if piece.text in "~?%":
        return [Token(Kind.MARK, piece.text)], at + 1
    return [Token(Kind.UNKNOWN, word=piece.raw)], at + 1


def _phrase(pieces: list[_Piece], at: int) -> tuple[list[Token], int] | None:
    """The longest phrase that begins here; between its words a hyphen may stand."""
    words: list[str] = []
    ends = []
    here = at
    while here < len(pieces) and len(words) < LONGEST:
        if words and pieces[here].text == "-" and pieces[here].glued:
            here += 1
            continue
        words.append(pieces[here].text)
        here += 1
        ends.append(here)
    while words:
        if meaning := WORDS.get(tuple(words)):
            end = ends[len(words) - 1]
            # "dək" is an ending; "dek" is short for December.
            if words == ["dek"] and "ə" in pieces[at].raw:
                return [Token(Kind.UP_TO)], end
            if words == [pieces[at].text] and meaning.kind is Kind.MONTH:
                return _month(pieces, end, meaning)
            return [Token(meaning.kind, meaning.value, word=" ".join(words))], end
        words.pop()
    return None


def _month(pieces: list[_Piece], at: int, meaning: Meaning) -> tuple[list[Token], int]:
    """A month, and an ending behind a hyphen: may-dan."""
    token = Token(meaning.kind, meaning.value)
    if at + 1 < len(pieces) and pieces[at].text == "-" and pieces[at].glued and pieces[at + 1].glued:
        ending = pieces[at + 1].text
        if ending in ENDINGS and _is_ending(pieces[at + 1]):
            return [token, *_added(ENDINGS[ending])], at + 2
    return [token], at


def _number(pieces: list[_Piece], at: int) -> tuple[list[Token], int]:
    """A number with its ending, a time of day (10:30), or a year with hidden digits (202X, 2024-XX)."""
    raw = pieces[at].raw
    # '24 is a year.
    quoted = at > 0 and pieces[at - 1].text == "'" and pieces[at].glued and len(raw) == 2
    number = Token(Kind.NUMBER, int(raw[:9]), digits=len(raw), word="'" if quoted else "")
    if len(raw) <= 2 and len(pieces) > at + 2 and pieces[at + 1].text == ":" and pieces[at + 2].is_number:
        return _time(pieces, at + 2)
    if hidden := _hidden(pieces, at):
        return hidden
    joined = at + 2 < len(pieces) and pieces[at + 1].text in "-'" and pieces[at + 1].glued
    place = at + 2 if joined else at + 1
    if place < len(pieces) and pieces[place].glued and pieces[place].is_word:
        ending = pieces[place].text
        # 30-е is a day, 40-е are years.
        is_decade = (
            number.value % 10 == 0 and (len(raw) == 4 or (len(raw) == 2 and number.value > 30))
        ) or ending not in NUMBER_ENDINGS
        if ending in DECADE_ENDINGS and is_decade:
            return [replace(number, decade=True)], place + 1
        if ending in NUMBER_ENDINGS and _is_ending(pieces[place]):
            return [number, *_added(NUMBER_ENDINGS[ending])], place + 1
    return [number], at + 1


def _is_ending(piece: _Piece) -> bool:
    """Whether it is one where it might be: "dək" is, "dek" is short for December."""
    return piece.text != "dek" or "ə" in piece.raw


def _added(kind: Kind | None) -> list[Token]:
    return [Token(kind)] if kind else []


def _time(pieces: list[_Piece], at: int) -> tuple[list[Token], int]:
    """A time of day whose minutes are piece `at`, with seconds and an ending (21:00-da) if it has them."""
    at += 1
    while at + 1 < len(pieces) and pieces[at].text == ":" and pieces[at + 1].is_number:
        at += 2
    if (
        at + 1 < len(pieces)
        and pieces[at].text == "-"
        and pieces[at].glued
        and pieces[at + 1].text in ENDINGS
    ):
        at += 2
    return [Token(Kind.TIME)], at


def _hidden(pieces: list[_Piece], at: int) -> tuple[list[Token], int] | None:
    """A date of ours with hidden digits, as far as it goes without a gap."""
    run = [pieces[at].raw]
    at += 1
    while at < len(pieces) and pieces[at].glued and len(run) < 6:
        run.append(pieces[at].raw.replace("х", "x"))
        at += 1
    text = "".join(run)
    end = len(run)
    while end > 1:
        text = "".join(run[:end])
        if "x" in text and _HIDDEN.fullmatch(text):
            return [Token(Kind.EDTF, text.upper())], at - len(run) + end
        end -= 1
    return None
