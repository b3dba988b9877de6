"""Days in custody, at least and at most, from the published spans.

*At least* counts the days that were custody under every reading of the dates, and stops on the day custody was last
certain: nobody's word of the past says anything of today. *At most* counts the days that may have been custody, and
is given only where they have an end. First and last day both count.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.register.day_spans import Span
from cases.text.custody.spans import NOT_KNOWN_TO_BE_OUT
from cases.vocabularies.proceedings import IN_CUSTODY
from cases.wording.dates import written_day
from cases.wording.numbers import grouped


@dataclass(frozen=True)
class Clock:
    """Periods that ended, and the one without a known end, apart. `certain_until` is the last certain day of that."""

    periods: int
    completed_least: int
    completed_most: int | None
    open_least: int
    open_since: date | None
    certain_until: date | None
    is_open: bool

    @property
    def least(self) -> int:
        return self.completed_least + self.open_least

    @property
    def most(self) -> int | None:
        return None if self.is_open else self.completed_most


def clock(possible: list[Span] | None, certain: list[Span]) -> Clock | None:
    """None where custody was never a question, and where it was but no day of it is known."""
    if not possible:
        return None
    last = possible[-1]
    is_open = last[1] is None
    ended = possible[:-1] if is_open else possible
    open_certain = [span for span in certain if is_open and _begins_in(span, last)]
    ended_certain = [span for span in certain if span not in open_certain]
    bounded = all(first and end for first, end in ended)
    return Clock(
        periods=len(ended),
        completed_least=_days(ended_certain),
        completed_most=_days(ended) if bounded else None,
        open_least=_days(open_certain),
        open_since=open_certain[0][0] if open_certain else None,
        certain_until=open_certain[-1][1] if open_certain else None,
        is_open=is_open,
    )


def short_days(possible: list[Span] | None, certain: list[Span]) -> str:
    """For a row: "412 days", "398–412 days", "412+ days"; nothing where no day is certain."""
    counted = clock(possible, certain)
    if counted is None or not counted.least:
        return ""
    least, most = counted.least, counted.most
    if most is None:
        return ngettext("%(days)s+ day", "%(days)s+ days", least) % {"days": grouped(least)}
    if most > least:
        return ngettext("%(least)s–%(most)s day", "%(least)s–%(most)s days", most) % {
            "least": grouped(least),
            "most": grouped(most),
        }
    return ngettext("%(days)s day", "%(days)s days", least) % {"days": grouped(least)}


def custody_clock(possible: list[Span] | None, certain: list[Span], *, status: str) -> dict | None:
    """What the page of a case says: one line for what ended, one for what has no known end."""
    counted = clock(possible, certain)
    if counted is None:
        return None
    lines = []
    if counted.periods:
        lines.append(_completed(counted))
    if counted.is_open:
        lines.append(_continuing(counted, status))
    return {"lines": lines}


def _completed(counted: Clock) -> dict:
    least, most = counted.completed_least, counted.completed_most
    if most is None:
        figure = _at_least(least) if least else _("Days not known")
    elif most > least:
        figure = ngettext("%(least)s to %(most)s day", "%(least)s to %(most)s days", most) % {
            "least": grouped(least),
            "most": grouped(most),
        }
    else:
        figure = ngettext("%(days)s day", "%(days)s days", least) % {"days": grouped(least)}
    note = ngettext(
        "in custody that has ended, as far as the dates tell",
        "in %(periods)d periods of custody that have ended, as far as the dates tell",
        counted.periods,
    )
    return {"figure": figure, "note": note % {"periods": counted.periods}}


def _continuing(counted: Clock, status: str) -> dict:
    if not counted.open_least:
        note = _("in custody without a known end: no source makes a day of it certain")
        return {"figure": _("Days not known"), "note": note}
    if status in IN_CUSTODY:
        note = _("in custody, as far as anybody confirmed: certain from %(first)s to %(last)s")
    elif status in NOT_KNOWN_TO_BE_OUT:
        note = _("in custody, and whether it ended is not known: certain from %(first)s to %(last)s")
    else:
        note = _("in custody that ended on a day not known: certain from %(first)s to %(last)s")
    days = {"first": written_day(counted.open_since), "last": written_day(counted.certain_until)}
    return {"figure": _at_least(counted.open_least), "note": note % days}


def _at_least(days: int) -> str:
    return ngettext("At least %(days)s day", "At least %(days)s days", days) % {"days": grouped(days)}


def _begins_in(span: Span, whole: Span) -> bool:
    return whole[0] is None or (span[0] is not None and span[0] >= whole[0])


def _days(spans: list[Span]) -> int:
    return sum((last - first).days + 1 for first, last in spans if first and last)
