"""Dates as people type them, turned into EDTF: `3.10.2024` → `2024-10-03`, `summer 2014` → `2014-06/2014-08`.

Days come before months, as everywhere in the region the record is about; a month by name may stand on either
side of the day. `date_tokens` cuts the text, `said_dates` reads one date, here they are put together: periods,
bounds, nights. What is no date is refused with a reason; nothing is guessed.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cases.text.date_company import without_company
from cases.text.date_kinds import Kind
from cases.text.date_parts import NOT_READABLE, OPEN, PartialDateError, parts_of
from cases.text.date_spans import falls_on, night, with_hidden_years
from cases.text.date_tokens import Token, plain, tokens_of
from cases.text.said_dates import TWO_DIGIT_YEAR, TWO_YEARS, Said, Span, joined_marks, said
from cases.text.translatable import N_

TWO_DATES = N_(
    "These are two dates or more: enter each in a row of its own. A period is written with “to”, as in "
    "“29 April to 30 May 2014”."
)
_EDTF_SIGNS = set("0123456789X-?~%/.")
_OPEN_END, _OPEN_START = re.compile(r" ?/ ?[.]{2}$"), re.compile(r"^[.]{2} ?/ ?")
_FROM_TO = re.compile(r"(?<=[0-9])[.]{2}(?=[0-9])")
_ISO_TIME = re.compile(
    r"(?<=[0-9])[Tt](?P<time>[0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})?$"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The EDTF of what was typed; `less`: it says less than that, so the words should stay."""

    text: str
    less: bool = False


@lru_cache(maxsize=65_536)
def read_typed(typed: str) -> Reading:
    """Read what was typed (one line, length already checked); a list says the same days over and over.

    Raises `PartialDateError` if it is no date. Valid EDTF comes back as it is, except that an
    unknown end or start (`2024-05/`) is written as an open one (`2024-05/..`).
    """
    text = _opened(plain(typed))
    edtf = text.upper().replace("Х", "X")  # a Cyrillic Х looks the same on the keyboard of the region
    try:
        parts_of(edtf)
    except PartialDateError as error:
        reading = _Sentence(tokens_of(_as_said(text))).read()
        if isinstance(reading, Reading):
            return reading
        raise (
            reading or (error if _EDTF_SIGNS.issuperset(edtf) else PartialDateError(NOT_READABLE))
        ) from None
    return Reading(edtf)


def _opened(text: str) -> str:
    """`text` with an end left empty (`2024-05/`) written as an open one."""
    start, slash, end = text.partition("/")
    return f"{start.strip() or OPEN}/{end.strip() or OPEN}" if slash and not (start and end) else text


def _as_said(text: str) -> str:
    """`text` with the signs of EDTF and ISO 8601 around other words (3 May 2014/.., 1.5.2024..3.5.2024) as dashes."""
    text = _OPEN_START.sub("- ", _OPEN_END.sub(" -", text))
    return _ISO_TIME.sub(r" \g<time>", _FROM_TO.sub(" - ", text))


class _Sentence:
    """The tokens of one typed date, and the first reason found why a part of them is none."""

    def __init__(self, tokens: list[Token]):
        self.why: PartialDateError | None = None
        company = without_company(tokens)
        self.tokens, self.less = company.rest, company.timed
        self.weekdays, self.nights = company.weekdays, company.nights

    def read(self) -> Reading | PartialDateError | None:
        """The date, the reason why it is none, or None if nothing is known about it.

        Raises `PartialDateError` where no other reading is to be tried.
        """
        span = self._span()
        if span is None:
            return self.why
        if self.nights:
            span = night(span, into=Kind.NIGHT_INTO in self.nights)
        try:
            parts_of(span.text)
        except PartialDateError as error:
            return self.why or error
        other_day = any(not falls_on(span, weekday) for weekday in self.weekdays)
        return Reading(span.text, span.less or self.less or other_day)

    def _span(self) -> Span | None:
        tokens = [token for token in self.tokens if token.kind not in (Kind.LIMIT, Kind.NOISE)]
        if not tokens or any(token.kind is Kind.UNKNOWN for token in tokens):
            return None
        limits = {token.value for token in self.tokens if token.kind is Kind.LIMIT}
        if "start" in limits and tokens[0].kind is Kind.PART:
            # Azerbaijani "sonu": the end, of a year or of a period.
            tokens = [Token(Kind.TO, "sharp"), *tokens[1:]]
        # "3-Oct-24" would also be a period of two days.
        if (whole := said(tokens)) and whole.short_year:
            raise PartialDateError(TWO_DIGIT_YEAR)
        tokens = _without_no_year(tokens)
        if not tokens:
            return None
        tokens = _with_year_in_front(tokens)
        if len(tokens) > 1 and Kind.DASH in (tokens[0].kind, tokens[-1].kind):
            return self._half_open(tokens)
        span = self._one(tokens) or self._bounded(tokens, limits) or self._period(tokens)
        if span is None and self.why is None and _names_several(tokens):
            self.why = PartialDateError(TWO_DATES)
        return span

    # One date

    def _one(self, tokens: list[Token]) -> Span | None:
        found = said(tokens)
        return self._sound(found.span) if found else None

    def _sound(self, made) -> Span | None:
        """What `made` gives if it is a date; else the reason is kept."""
        try:
            span = made()
            parts_of(span.text)
        except PartialDateError as error:
            self.why = self.why or error
            return None
        return span

    # Bounds: before, since, up to now

    def _bounded(self, tokens: list[Token], limits: set) -> Span | None:
        first, last = tokens[0], tokens[-1]
        if first.kind is Kind.SOME_TIME or last.kind is Kind.SOME_TIME:
            return self._hidden_years(tokens)
        if Kind.BETWEEN in (first.kind, last.kind):
            return self._between(tokens[1:] if first.kind is Kind.BETWEEN else tokens[:-1])
        if last.kind is Kind.NOW:
            return self._until_now(tokens[:-1])
        if first.kind in (Kind.SINCE, Kind.DATED):
            return self._since(tokens, sharp=(first.value is not None and first.value != "") or bool(limits))
        if first.kind is Kind.AFTER:
            return self._after(tokens[1:])
        if first.kind in (Kind.BEFORE, Kind.TO):
            return self._ending(tokens[1:], sharp=first.value == "sharp" or bool(limits))
        return self._behind(tokens)

    def _behind(self, tokens: list[Token]) -> Span | None:
        """Azerbaijani and Turkish words follow the date: 2014-cü ildən sonra, mayın 3-dən 5-dək."""
        last = tokens[-1].kind
        if last is Kind.PART and len(tokens) > 1 and tokens[-2].kind is Kind.OUT_OF:
            last = Kind.BEFORE  # "əvvəl" behind "-dan" is before, else early
        if last is Kind.UP_TO:
            return self._split(tokens[:-1], {Kind.OUT_OF}) or self._ending(tokens[:-1], sharp=True)
        if last in (Kind.AFTER, Kind.SINCE, Kind.BEFORE):
            rest = tokens[:-1]
            rest = rest[:-1] if rest and rest[-1].kind is Kind.OUT_OF else rest
            return self._ending(rest, sharp=False) if last is Kind.BEFORE else self._open(rest, sharp=False)
        if last is Kind.OUT_OF:
            return self._open(tokens[:-1], sharp=True)
        return self._split(tokens, {Kind.OUT_OF})

    def _half_open(self, tokens: list[Token]) -> Span | None:
        """A period of which one end is left empty: "May 2014 –", "– May 2014"."""
        if tokens[-1].kind is Kind.DASH:
            return self._open(tokens[:-1], sharp=True)
        return self._ending(tokens[1:], sharp=True)

    def _open(self, tokens: list[Token], *, sharp: bool) -> Span | None:
        span = self._any(tokens)
        return span and self._sound(lambda: Span(span.first, OPEN, span.less or not sharp))

    def _ending(self, tokens: list[Token], *, sharp: bool) -> Span | None:
        span = self._any(tokens)
        return span and self._sound(lambda: Span(OPEN, span.end, span.less or not sharp))

    def _any(self, tokens: list[Token]) -> Span | None:
        if not tokens:
            return None
        span = self._one(tokens) or self._period(tokens)
        return None if span and OPEN in (span.first, span.last) else span

    def _since(self, tokens: list[Token], *, sharp: bool) -> Span | None:
        first, rest = tokens[0], tokens[1:]
        if rest and rest[-1].kind is Kind.SINCE:  # from May 2014 onwards
            rest = rest[:-1]
        period = self._split(rest, {Kind.TO, Kind.UP_TO, Kind.TOWARDS})
        if period or not rest:
            return period
        if rest[-1].kind is Kind.UP_TO:
            return self._split(rest[:-1], {Kind.TO, Kind.OUT_OF})
        if first.kind is Kind.DATED:
            span = self._one(rest)
            return span and replace(span, less=True)
        # "from 3–5 May" is a period; "from 2024-05" is not.
        if not said(rest) and (period := self._split_at_signs(rest)):
            return period
        return self._open(rest, sharp=sharp)

    def _after(self, tokens: list[Token]) -> Span | None:
        """After a day, perhaps also before another: "after 3 May and before 5 June 2014"."""
        for at, token in enumerate(tokens):
            if token.kind in (Kind.BEFORE, Kind.TO) and at:
                left = tokens[: at - (tokens[at - 1].kind is Kind.AND)]
                span = self._joined(left, tokens[at + 1 :], token)
                return span and replace(span, less=True)
        return self._open(tokens, sharp=False)

    def _until_now(self, tokens: list[Token]) -> Span | None:
        while tokens and tokens[-1].kind in (Kind.TO, Kind.DASH, Kind.UP_TO, Kind.OUT_OF, Kind.SLASH):
            tokens = tokens[:-1]
        if tokens and tokens[0].kind is Kind.SINCE:
            tokens = tokens[1:]
        return self._open(tokens, sharp=True)

    def _hidden_years(self, tokens: list[Token]) -> Span | None:
        """Some year of ten or of a hundred; other years are a period."""
        if tokens[0].kind is Kind.SOME_TIME:
            tokens = tokens[1:]
        if tokens and tokens[-1].kind is Kind.SOME_TIME:
            tokens = tokens[:-1]
        span = self._split(tokens, {Kind.TO}) or self._split_at_signs(tokens)
        return span and with_hidden_years(span)

    def _between(self, tokens: list[Token]) -> Span | None:
        # Azerbaijani "ilə" is "with" and "to the year".
        joints = [Token(Kind.AND) if token.word == "ile" else token for token in tokens]
        span = (
            self._split(joints, {Kind.AND, Kind.TO, Kind.OUT_OF})
            or self._split(tokens, {Kind.AND, Kind.TO})
            or self._split_at_signs(tokens)
        )
        years = any(token.kind is Kind.YEARS_WORD and token.word.isalpha() for token in tokens)
        return with_hidden_years(span) if span and years else span

    # Periods

    def _period(self, tokens: list[Token]) -> Span | None:
        span = (
            self._split(tokens, {Kind.TO}) or self._split(tokens, {Kind.OR}) or self._split_at_signs(tokens)
        )
        if span:
            return span
        if self.nights:
            return self._split(tokens, {Kind.AND, Kind.TOWARDS}) or self._split_anywhere(tokens)
        if self._split(tokens, {Kind.AND}):
            self.why = PartialDateError(TWO_DATES)
        return None

    def _split(self, tokens: list[Token], kinds: set[Kind]) -> Span | None:
        for at in range(1, len(tokens) - 1):
            if tokens[at].kind in kinds:
                right = tokens[at + 1 :]
                if right[-1].kind is Kind.UP_TO and len(right) > 1:
                    right = right[:-1]
                if span := self._joined(tokens[:at], right, tokens[at]):
                    return span
        return None

    def _split_at_signs(self, tokens: list[Token]) -> Span | None:
        """At a dash with spaces around it first, then at any."""
        signs = [at for at, token in enumerate(tokens) if token.kind in (Kind.DASH, Kind.SLASH)]
        for at in sorted(signs, key=lambda at: not tokens[at].spaced):
            if span := self._joined(tokens[:at], tokens[at + 1 :], tokens[at]):
                return span
        return None

    def _split_anywhere(self, tokens: list[Token]) -> Span | None:
        """Turkish "8 Eylül'ü 9 Eylül'e bağlayan gece" has nothing between its days."""
        spans = (self._joined(tokens[:at], tokens[at:], Token(Kind.TO)) for at in range(1, len(tokens)))
        return next(filter(None, spans), None)

    def _joined(self, left: list[Token], right: list[Token], joint: Token) -> Span | None:
        # "1990–2000-ci illər" are years, not decades: the word belongs to both.
        ends = [
            said([token for token in side if token.kind is not Kind.YEARS_WORD]) for side in (left, right)
        ]
        if None in ends:
            return None
        start, end = ends
        if _is_year_after(end, start):
            end = Said(year=start.year + 1)
        loose = joint.kind in (Kind.OR, Kind.SLASH) or (joint.kind is Kind.DASH and not joint.spaced)
        if loose and start.month and not start.day and end.year and not end.month and start.year:
            self.why = self.why or PartialDateError(TWO_YEARS)
            return None
        if loose and end.month and not end.day and start.year and not start.month:
            self.why = self.why or PartialDateError(TWO_YEARS)
            return None
        start, end = _filled(start, end, share_marks=joint.kind is Kind.OR)
        return self._sound(lambda: _whole(start, end, either=joint.kind is Kind.OR))


def _is_year(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.digits == 4


def _without_no_year(tokens: list[Token]) -> list[Token]:
    """Without the words "year not stated", where no year stands indeed."""
    stated = any(map(_is_year, tokens))
    return [token for token in tokens if stated or token.kind is not Kind.HIDDEN or token.value != "year"]


def _with_year_in_front(tokens: list[Token]) -> list[Token]:
    """Azerbaijani "mayın 3-dən 5-dək 2014" as "2014 mayın 3-dən 5-dək": words behind the dates come last."""
    last = len(tokens) - 1
    if last and tokens[last].kind is Kind.YEAR_WORD:
        last -= 1
    if last and _is_year(tokens[last]) and tokens[last - 1].kind is Kind.UP_TO:
        return [*tokens[last:], *tokens[:last]]
    return tokens


def _names_several(tokens: list[Token]) -> bool:
    months = sum(token.kind is Kind.MONTH for token in tokens)
    years = sum(map(_is_year, tokens))
    days = sum(token.kind is Kind.NUMBER and token.digits <= 2 for token in tokens)
    return months > 1 or years > 1 or days > 1 == months or any(token.kind is Kind.AND for token in tokens)


def _filled(start: Said, end: Said, *, share_marks: bool) -> tuple[Said, Said]:
    """Both ends of a period with what stands only at the other: "3–5 May 2014", "3 May 2014 – 5 June"."""
    lacks_year = [side.year is None and not side.edtf for side in (start, end)]
    if _names_nothing_but_part(start):
        start = replace(end, part=start.part, mark=start.mark, day=None)
    calendar = start.calendar or end.calendar
    start, end = (replace(side, calendar=calendar) for side in (start, end))
    start, end = _with_month_of(start, end), _with_month_of(end, start)
    start, end = (
        replace(side, year=other.year, short_year=other.short_year)
        if lacks and other.year is not None
        else side
        for side, other, lacks in ((start, end, lacks_year[0]), (end, start, lacks_year[1]))
    )
    if share_marks or lacks_year[0] != lacks_year[1]:
        mark = joined_marks(start.mark, end.mark)
        start, end = replace(start, mark=mark), replace(end, mark=mark)
    # "30 December – 3 January 2015" and "30 December 2014 – 3 January" pass the turn of the year.
    turns = start.month and end.month and start.month > end.month and lacks_year[0] != lacks_year[1]
    if turns and lacks_year[0]:
        start = replace(start, year=start.year - 1)
    elif turns:
        end = replace(end, year=end.year + 1)
    return start, end


def _names_nothing_but_part(side: Said) -> bool:
    return bool(side.part) and not (side.year or side.month or side.day or side.season)


def _is_year_after(end: Said, start: Said) -> bool:
    """Whether 2018/19 are two years: there is no month 19, and 19 follows 18."""
    is_year = start.year is not None and start.month is None
    return (
        is_year
        and end == Said(day=end.day)
        and end.day is not None
        and 12 < end.day == (start.year + 1) % 100
    )


def _with_month_of(side: Said, other: Said) -> Said:
    if side.day is not None and side.month is None and other.day is not None:
        return replace(side, month=other.month)
    return side


def _whole(start: Said, end: Said, *, either: bool) -> Span:
    first, last = start.span(), end.span()
    less = first.less or last.less or either
    if either and parts_of(last.text).start.earliest < parts_of(first.text).start.earliest:
        first, last = last, first
    return Span(first.first, last.end, less)
