"""What stands beside a day and does not change which day it is: weekdays, times of day, nights, hours.

`typed_dates` reads the rest; nights, which are two days, it adds itself.
"""

from dataclasses import dataclass

from cases.text.date_kinds import Kind
from cases.text.date_tokens import Token

NIGHTS = {Kind.NIGHT, Kind.NIGHT_INTO}
_TIMES = {Kind.TIME, Kind.DAYTIME, *NIGHTS}
_JOINTS = {Kind.DASH, Kind.TO, Kind.AND}
_HOURS_OF_NIGHT = {"ночи", "ночі"}
_ABOUT_THEN = {"radelerinde", "sularinda", "civarinda", "or so"}
_OF_DATES = {Kind.MONTH, Kind.DOT, Kind.SLASH, Kind.DASH, Kind.NUMBER}


@dataclass(frozen=True, slots=True)
class Company:
    """`rest` is the date; `timed`: a time stood beside it; `weekdays` as numbers, Monday 0."""

    rest: list[Token]
    timed: bool
    weekdays: list[int]
    nights: set[Kind]


def without_company(tokens: list[Token]) -> Company:
    marked = _hours_marked(_dotted_times_marked(tokens))
    rest: list[Token] = []
    timed = False
    for at, token in enumerate(marked):
        if token.kind in _TIMES:
            _drop_what_leads_to(rest, token, marked[at - 2 : at] if at > 1 else [])
            timed = True
        elif token.word in _ABOUT_THEN and at and marked[at - 1].kind is Kind.TIME:
            continue  # about ten, not about that day
        elif token.kind is not Kind.WEEKDAY:
            rest.append(token)
    while timed and rest and rest[-1].kind in _JOINTS:
        rest.pop()
    while timed and rest and rest[0].kind is Kind.DASH:
        rest.pop(0)
    return Company(
        rest,
        timed,
        [token.value for token in tokens if token.kind is Kind.WEEKDAY],
        {token.kind for token in marked} & NIGHTS,
    )


def _hours_marked(tokens: list[Token]) -> list[Token]:
    """The tokens with hours (at 10, 10 pm, 10–11 h) made times."""
    made: list[Token] = []
    for at, token in enumerate(tokens):
        following = tokens[at + 1].kind if at + 1 < len(tokens) else None
        is_hour = token.kind is Kind.HOUR or (token.word in _HOURS_OF_NIGHT and made and _is_hour(made[-1]))
        if is_hour:
            if made and _is_small(made[-1]):
                made.pop()
                if len(made) > 1 and made[-1].kind in _JOINTS and _is_small(made[-2]):
                    made[-2:] = [Token(Kind.TIME), made[-1]]
            made.append(Token(Kind.TIME))
        elif _is_small(token) and following not in _OF_DATES and _is_after_at(made):
            made.append(Token(Kind.TIME))
        else:
            made.append(token)
    return made


def _dotted_times_marked(tokens: list[Token]) -> list[Token]:
    """The tokens with the last 10.30 made a time, where there is a whole date beside it."""
    numbers = [token for token in tokens if token.kind is Kind.NUMBER]
    named = any(token.kind is Kind.MONTH for token in tokens)
    if sum(map(_is_small, numbers)) < (3 if named else 4) or not any(token.digits == 4 for token in numbers):
        return tokens
    for at in range(len(tokens) - 2):
        hour, dot, minute = tokens[at : at + 3]
        beside = [*tokens[max(at - 1, 0) : at], *tokens[at + 3 : at + 4]]
        alone = all(token.kind not in _OF_DATES or token.digits == 4 for token in beside)
        if alone and _is_small(hour) and dot.kind is Kind.DOT and _is_small(minute) and minute.digits == 2:
            return [*tokens[:at], Token(Kind.TIME), *tokens[at + 3 :]]
    return tokens


def _is_hour(token: Token) -> bool:
    return token.kind is Kind.TIME or _is_small(token)


def _is_small(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.digits <= 2


def _is_after_at(made: list[Token]) -> bool:
    before = made[-1] if made else None
    if before and before.kind is Kind.MARK and len(made) > 1:
        before = made[-2]
    return before is not None and before.kind is Kind.AT


def _drop_what_leads_to(rest: list[Token], time: Token, before: list[Token]) -> None:
    """Take off the end of `rest` what belongs to the time: at about 10:00, early morning, between 9:00 and 10:00."""
    if [token.kind in kinds for token, kinds in zip(before, (_TIMES, _JOINTS), strict=False)] == [True, True]:
        rest.pop()
        if rest and rest[-1].kind in (Kind.BETWEEN, Kind.SINCE):
            rest.pop()
    if rest and rest[-1].kind is Kind.MARK and time.kind is Kind.TIME:
        rest.pop()
    if rest and rest[-1].kind in (Kind.AT, Kind.PART):
        rest.pop()
