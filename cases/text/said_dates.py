"""One date as somebody said it – "3 May", "late 2013", "summer", "15 Mehr 1402" – and the EDTF it stands for.

A `Said` may lack what stands only at the other end of a period ("3" in "3–5 May"); `typed_dates` fills it in
and then asks for its `span`.
"""

from calendar import monthrange
from dataclasses import dataclass, replace

from cases.text.date_kinds import Kind
from cases.text.date_parts import HIDDEN_YEAR, PartialDateError
from cases.text.date_tokens import Token
from cases.text.hijri_dates import YEARS, gregorian_days
from cases.text.month_names import GREGORIAN, LUNAR
from cases.text.translatable import N_

TWO_DIGIT_YEAR = N_("This is not a date we can read: the year has two digits, write all four.")
NO_YEAR = N_("The year is missing: a month alone may be that of any year.")
NO_MONTH = N_("The month is missing: a day alone may be that of any month.")
WHICH_WINTER = N_(
    "A winter lies in two years: write “winter 2013/14”, or the months, and the winter into the words of the source."
)
WHICH_YAZ = N_("“Yaz” is spring in Azerbaijani and summer in Turkish: write the months.")
TWO_YEARS = N_(
    "One month in two years is two months: choose one, and put the other into the words of the source."
)
WHICH_CALENDAR = N_(
    "The Hijra has a solar and a lunar calendar: write SH (solar) or AH (lunar) behind the year, e.g. 1402/07/15 SH."
)
OTHER_CALENDAR = N_("The year %(year)d does not belong to the calendar of this date.")
NO_SUCH_DAY = N_("The calendar of this date has no such day: %(day)s.")

_SEASON_MONTHS = {1: (3, 5), 2: (6, 8), 3: (9, 11)}
_WINTER, _YAZ = 4, "yaz"
_COMPANY = {Kind.NOISE, Kind.YEAR_WORD, Kind.YEARS_WORD, Kind.TOWARDS, Kind.AT}
_SIGNS = {Kind.DASH, Kind.SLASH, Kind.DOT}
_BARE = {Kind.NUMBER, Kind.MONTH, Kind.EDTF, *_SIGNS}


@dataclass(frozen=True, slots=True)
class Span:
    """EDTF of one date, or of the first and last of a period; `less`: says less than what was typed."""

    first: str
    last: str = ""
    less: bool = False

    @property
    def end(self) -> str:
        return self.last or self.first

    @property
    def text(self) -> str:
        return f"{self.first}/{self.last}" if self.last else self.first


@dataclass(frozen=True, slots=True)
class Said:
    """What one date names; None and "" where it names no such thing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | str | None = None
    part: str = ""
    decade: bool = False
    next_year: bool = False
    """Of a winter: whether both its years are named, `year` the first of them."""
    calendar: str = GREGORIAN
    mark: str = ""
    hidden: str = ""
    edtf: str = ""
    short_year: bool = False
    """The year has two digits."""

    def span(self) -> Span:
        """Raises `PartialDateError` where something is missing, doubtful or no day."""
        if self.edtf:
            return Span(self.edtf + self.mark)
        if self.short_year:
            raise PartialDateError(TWO_DIGIT_YEAR)
        if self.year is None:
            return self._yearless()
        if self.calendar != GREGORIAN:
            return self._converted()
        if self.season:
            first, last = self._season_months()
            return self._within(*self._part_of(first, last), less=True)
        if self.decade:
            return self._decade()
        if self.part and self.day is None:
            if self.month is not None:
                return self._part_of_month()
            return self._within(*self._part_of((self.year, 1), (self.year, 12)), less=True)
        hidden = {"day": "-XX", "month": "-XX", "both": "-XX-XX"}.get(self.hidden, "")
        return Span(self._plain() + hidden + self.mark, less=bool(self.part))

    def _plain(self) -> str:
        month = f"-{self.month:02}" if self.month is not None else ""
        return f"{self.year:04}{month}" + (f"-{self.day:02}" if self.day is not None else "")

    def _yearless(self) -> Span:
        if self.month is None:
            raise PartialDateError(NO_MONTH if self.day is not None else NO_YEAR)
        if self.day is None or self.calendar != GREGORIAN:
            raise PartialDateError(NO_YEAR)
        return Span(f"{HIDDEN_YEAR}-{self.month:02}-{self.day:02}", less=bool(self.mark or self.part))

    def _within(self, first: tuple[int, int], last: tuple[int, int], *, less: bool) -> Span:
        start, end = (f"{year:04}-{month:02}{self.mark}" for year, month in (first, last))
        return Span(start, end if end != start else "", less)

    def _season_months(self) -> tuple[tuple[int, int], tuple[int, int]]:
        if self.season == _YAZ:
            raise PartialDateError(WHICH_YAZ)
        if self.season == _WINTER:
            if not self.next_year:
                raise PartialDateError(WHICH_WINTER)
            return (self.year, 12), (self.year + 1, 2)
        first, last = _SEASON_MONTHS[self.season]
        return (self.year, first), (self.year, last)

    def _part_of(
        self, first: tuple[int, int], last: tuple[int, int]
    ) -> tuple[tuple[int, int], tuple[int, int]]:
        """The months of a half or a third, the thirds of equal length."""
        count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
        begin, end = _share(self.part, count)
        start = first[0] * 12 + first[1] - 1
        return divmod_month(start + begin), divmod_month(start + end - 1)

    def _part_of_month(self) -> Span:
        length = monthrange(self.year, self.month)[1] if 1 <= self.month <= 12 else 30
        begin, end = {"early": (1, 10), "mid": (11, 20), "late": (21, length), "half 1": (1, 15)}.get(
            self.part, (16, length)
        )
        month = f"{self.year:04}-{self.month:02}"
        return Span(f"{month}-{begin:02}{self.mark}", f"{month}-{end:02}{self.mark}", less=True)

    def _decade(self) -> Span:
        begin, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "half 1": (0, 4), "half 2": (5, 9)}.get(
            self.part, (0, 9)
        )
        return Span(f"{self.year + begin}{self.mark}", f"{self.year + end}{self.mark}", less=True)

    def _converted(self) -> Span:
        if self.calendar not in YEARS:
            raise PartialDateError(WHICH_CALENDAR)
        if self.year not in YEARS[self.calendar]:
            raise PartialDateError(OTHER_CALENDAR, year=self.year)
        try:
            first, last = gregorian_days(self.calendar, self.year, self.month, self.day)
        except ValueError as error:
            shown = "/".join(str(part) for part in (self.year, self.month, self.day) if part is not None)
            raise PartialDateError(NO_SUCH_DAY, day=shown) from error
        mark = self.mark
        if self.calendar == LUNAR:
            mark = joined_marks(mark, "~")
        text = [f"{day.isoformat()}{mark}" for day in (first, last)]
        return Span(text[0], text[1] if first != last else "", less=True)


def divmod_month(months: int) -> tuple[int, int]:
    year, month = divmod(months, 12)
    return year, month + 1


def _share(part: str, count: int) -> tuple[int, int]:
    """Begin and end (excluded) of a part among `count` months."""
    third, half = count // 3, count // 2
    return {
        "early": (0, third),
        "mid": (third, count - third),
        "late": (count - third, count),
        "half 1": (0, half),
        "half 2": (half, count),
    }.get(part, (0, count))


def joined_marks(one: str, other: str) -> str:
    """Both doubts in one mark: around and perhaps are %."""
    both = {*one, *other}
    return "%" if both == {"?", "~"} or "%" in both else "".join(both)


def said(tokens: list[Token]) -> Said | None:
    """The one date that `tokens` name; None if they are no single date."""
    found = Said()
    bare: list[Token] = []
    languages, plural = set(), False
    for token in tokens:
        if token.kind in _BARE:
            bare.append(token)
        elif token.kind is Kind.MARK:
            found = replace(found, mark=joined_marks(found.mark, token.value))
        elif token.kind is Kind.SEASON and not found.season:
            found = replace(found, season=token.value)
        elif token.kind is Kind.PART and not found.part:
            found = replace(found, part=token.value)
        elif token.kind is Kind.CALENDAR:
            found = replace(found, calendar=found.calendar or token.value)
        elif token.kind is Kind.HIDDEN and not found.hidden:
            found = replace(found, hidden=token.value)
        elif token.kind not in _COMPANY:
            return None
        plural = plural or token.kind is Kind.YEARS_WORD
        languages.add(token.value if token.kind is Kind.YEAR_WORD else None)
    found = _with_numbers(found, _without_idle_signs(bare))
    if found is None or not _is_sound(found):
        return None
    if found.season == _YAZ and languages & {"az", "tr"}:
        found = replace(found, season=1 if "az" in languages else 2)
    if plural and found.month is None:
        if found.year is not None and found.year % 10 == 0:
            return replace(found, decade=True)
        return replace(found, short_year=found.short_year or found.day is not None)
    return found


def _without_idle_signs(bare: list[Token]) -> list[Token]:
    """Signs stand between two numbers or months; the dot of an abbreviation and the dash of "mid-April" say nothing."""
    kept: list[Token] = []
    for index, token in enumerate(bare):
        if token.kind in _SIGNS:
            following = bare[index + 1].kind if index + 1 < len(bare) else None
            between_numbers = kept and kept[-1].kind is Kind.NUMBER and following is Kind.NUMBER
            if token.kind is Kind.DOT and not between_numbers:
                continue
            if token.kind is Kind.DASH and not kept and following is not None:
                continue
        kept.append(token)
    return kept


def _is_sound(found: Said) -> bool:
    if found.short_year:
        return True
    if found.season and (found.month is not None or found.day is not None or found.decade):
        return False
    named = (found.year, found.month, found.day, found.season, found.edtf or None, found.part or None)
    if found.hidden == "day" and (found.month is None or found.day is not None):
        return False
    if found.hidden in ("month", "both") and (found.year is None or found.month is not None):
        return False
    if found.hidden == "year" and found.year is not None:
        return False
    return any(each is not None for each in named)


def _with_numbers(found: Said, bare: list[Token]) -> Said | None:
    if not bare:
        return found
    if bare[0].kind is Kind.EDTF:
        return replace(found, edtf=bare[0].value) if len(bare) == 1 else None
    named = [token for token in bare if token.kind not in _SIGNS]
    signs = [token.kind for token in bare if token.kind in _SIGNS]
    pattern = "".join("M" if token.kind is Kind.MONTH else _size(token) for token in named)
    alternating = all((token.kind in _SIGNS) <= bool(index % 2) for index, token in enumerate(bare))
    if "s" in pattern:
        return replace(found, short_year=True)
    if found.season:
        return _of_season(found, named, signs, pattern)
    if "M" in pattern:
        return _with_month(found, named, signs, pattern)
    if not signs or (len(signs) == len(named) - 1 and len(set(signs)) == 1 and alternating):
        return _numeric(found, named, signs, pattern)
    return None


def _size(token: Token) -> str:
    """y a year, d one or two digits, s a year of two digits, else -."""
    if token.word == "'":
        return "s"
    if token.digits == 4:
        return "y"
    return "d" if token.digits <= 2 else "-"


def _of_season(found: Said, named: list[Token], signs: list[Kind], pattern: str) -> Said | None:
    if pattern == "y":
        return replace(found, year=named[0].value)
    if pattern == "d":
        return replace(found, short_year=True)
    if pattern not in ("yy", "yd") or len(signs) != 1:
        return None
    year, other = named[0].value, named[1].value
    follows = other in (year + 1, (year + 1) % 100)
    if found.season == _WINTER and follows:
        return replace(found, year=year, next_year=True)
    return None


_WITH_MONTH = {
    "dMy": "dmy",
    "yMd": "ymd",
    "Mdy": "mdy",
    "ydM": "ydm",
    "yM": "ym",
    "My": "my",
    "dM": "dm",
    "Md": "md",
}
_SHORT_YEARS = ("dMd", "Mdd")


def _with_month(found: Said, named: list[Token], signs: list[Kind], pattern: str) -> Said | None:
    where = [token for token in named if token.kind is Kind.MONTH]
    calendar, month = where[0].value
    if calendar != GREGORIAN and found.calendar not in (GREGORIAN, calendar, "hijri"):
        return None
    found = replace(found, month=month, calendar=calendar or found.calendar)
    if pattern == "M":
        return found
    if pattern in _SHORT_YEARS and (pattern == "dMd" or not signs):
        return replace(found, short_year=True)
    order = _WITH_MONTH.get(pattern)
    # "2014-3 May" and "May 3-5" are no single days.
    if order is None or (order == "ydm" and signs) or (order == "mdy" and Kind.SLASH in signs):
        return None
    return _placed(found, named, order)


_NUMERIC = {"ddy": "dmy", "ydd": "ymd", "dy": "my", "yd": "ym"}


def _numeric(found: Said, named: list[Token], signs: list[Kind], pattern: str) -> Said | None:
    if pattern in ("y", "d"):
        if named[0].decade and pattern == "d":
            return replace(found, short_year=True)
        return _placed(replace(found, decade=named[0].decade), named, "y" if pattern == "y" else "d")
    if pattern == "ddd" and signs:
        return replace(found, short_year=True)
    if pattern == "dd":
        return _placed(found, named, "dm") if signs == [Kind.DOT] else None
    if pattern == "dy" and not signs:
        return _placed(found, named, "dy")
    order = _NUMERIC.get(pattern)
    if order is None or (len(named) == 2 and not signs):
        return None
    return _placed(found, named, order)


def _placed(found: Said, named: list[Token], order: str) -> Said:
    names = {"d": "day", "m": "month", "y": "year"}
    values = {
        names[letter]: token.value
        for letter, token in zip(order, named, strict=True)
        if token.kind is Kind.NUMBER
    }
    return replace(found, **values)
