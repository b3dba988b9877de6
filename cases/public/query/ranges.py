"""Questions with two ends, e.g. `from` and `to`: one question, whichever of its ends is given.

Both ends are part of it. What each finds is said in `cases/register/selection.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy, pgettext_lazy

from cases.public.query.shapes import DAY, DAYS_LONG, MONTHS_LONG, Shape, Text
from cases.register import marks
from cases.register.figures import ARRESTED, BEGAN, RELEASED, VERDICT
from cases.register.selection import Selection
from cases.wording.dates import written_day
from cases.wording.numbers import grouped

End = date | int | None


@dataclass(frozen=True)
class Range:
    """`both`, `one`, `least` and `most` are phrases after "Cases": with two ends, with twice the same, with one of
    them. `titles` and `texts` are those of its two parameters."""

    first: str
    last: str
    title: Text
    titles: tuple[Text, Text]
    texts: tuple[Text, Text]
    both: Text
    one: Text
    least: Text
    most: Text
    find: Callable[[Selection, End, End], Selection]
    shape: Shape = DAY
    happening: str = ""
    """Of `figures.HAPPENINGS`: what lies in it for certain is found."""

    @property
    def ends(self) -> tuple[str, str]:
        return self.first, self.last

    def phrase(self, values: dict) -> str:
        first, last = (values.get(end) for end in self.ends)
        if first and last:
            return (
                self.one % _said(first)
                if first == last
                else self.both
                % {
                    "first": _said(first),
                    "last": _said(last),
                }
            )
        return self.least % _said(first) if first else self.most % _said(last)

    def rest_of_phrase(self, values: dict) -> str:
        """Both ends are said where the first of them stands."""
        return "" if values.get(self.first) else self.phrase(values)


def _said(end: date | int) -> str:
    return grouped(end) if isinstance(end, int) else written_day(end)


def _days(
    name: str,
    title: Text,
    titles: tuple[Text, Text],
    texts: tuple[Text, Text],
    phrases: tuple[Text, Text, Text, Text],
) -> Range:
    def find(cases: Selection, first: End, last: End) -> Selection:
        return cases.happening(name, first, last)

    ends = f"{name}_from", f"{name}_to"
    return Range(*ends, title, titles, texts, *phrases, find, happening=name)


def only_perhaps(cases: Selection, asked: Range, first: End, last: End) -> Selection:
    """Those in which it may have happened in the days, as far as its date allows, and did not for certain."""
    certain = cases.happening(asked.happening, first, last)
    return cases.among(cases.possibly_happening(asked.happening, first, last).rows - certain.rows)


def _of_number(number: str) -> Callable[[Selection, End, End], Selection]:
    return lambda cases, least, most: cases.numbering(number, least, most)


_A_DAY = gettext_lazy("A day.")

SPAN = Range(
    "from",
    "to",
    gettext_lazy("Lasted into"),
    (gettext_lazy("Lasted into, from"), gettext_lazy("Lasted into, to")),
    (gettext_lazy("A day; with “to” a period in which the case may have lasted."), _A_DAY),
    pgettext_lazy("after “Cases”", "that may have lasted into the time between %(first)s and %(last)s"),
    pgettext_lazy("after “Cases”", "that may have lasted into %s"),
    pgettext_lazy("after “Cases”", "that may have lasted into %s or later"),
    pgettext_lazy("after “Cases”", "that may have begun on %s or before"),
    lambda cases, first, last: cases.overlapping(first, last),
)

_BEGAN = _days(
    BEGAN,
    gettext_lazy("Began"),
    (gettext_lazy("Began, from"), gettext_lazy("Began, to")),
    (gettext_lazy("A day; cases that certainly began on it or later, by the start they state."), _A_DAY),
    (
        pgettext_lazy("after “Cases”", "that began between %(first)s and %(last)s"),
        pgettext_lazy("after “Cases”", "that began on %s"),
        pgettext_lazy("after “Cases”", "that began on or after %s"),
        pgettext_lazy("after “Cases”", "that began on or before %s"),
    ),
)
_ARRESTED = _days(
    ARRESTED,
    gettext_lazy("Arrest"),
    (gettext_lazy("Arrest, from"), gettext_lazy("Arrest, to")),
    (
        gettext_lazy("A day; cases with an arrest, the first of a proceeding, certainly on it or later."),
        _A_DAY,
    ),
    (
        pgettext_lazy("after “Cases”", "with an arrest between %(first)s and %(last)s"),
        pgettext_lazy("after “Cases”", "with an arrest on %s"),
        pgettext_lazy("after “Cases”", "with an arrest on or after %s"),
        pgettext_lazy("after “Cases”", "with an arrest on or before %s"),
    ),
)
_RELEASED = _days(
    RELEASED,
    gettext_lazy("Release"),
    (gettext_lazy("Release, from"), gettext_lazy("Release, to")),
    (
        gettext_lazy(
            "A day; cases with a release from custody, also under conditions, certainly on it or later."
        ),
        _A_DAY,
    ),
    (
        pgettext_lazy("after “Cases”", "with a release between %(first)s and %(last)s"),
        pgettext_lazy("after “Cases”", "with a release on %s"),
        pgettext_lazy("after “Cases”", "with a release on or after %s"),
        pgettext_lazy("after “Cases”", "with a release on or before %s"),
    ),
)
_VERDICT = _days(
    VERDICT,
    gettext_lazy("Verdict"),
    (gettext_lazy("Verdict, from"), gettext_lazy("Verdict, to")),
    (gettext_lazy("A day; cases with a verdict, guilty or not, certainly on it or later."), _A_DAY),
    (
        pgettext_lazy("after “Cases”", "with a verdict between %(first)s and %(last)s"),
        pgettext_lazy("after “Cases”", "with a verdict on %s"),
        pgettext_lazy("after “Cases”", "with a verdict on or after %s"),
        pgettext_lazy("after “Cases”", "with a verdict on or before %s"),
    ),
)
_DAYS_HELD = Range(
    "days_held_from",
    "days_held_to",
    gettext_lazy("Days held, at least"),
    (gettext_lazy("Days held, from"), gettext_lazy("Days held, to")),
    (
        gettext_lazy(
            "A number of days; cases in which somebody was held for so many or more, all stretches together, as far "
            "as that is certain. Without a known end it is counted to the last day a source shows them held."
        ),
        gettext_lazy("A number of days."),
    ),
    pgettext_lazy("after “Cases”", "with %(first)s to %(last)s days in custody at least"),
    pgettext_lazy("after “Cases”", "with %s days in custody at least, and no more known"),
    pgettext_lazy("after “Cases”", "with %s days in custody or more"),
    pgettext_lazy("after “Cases”", "with no more than %s days in custody for certain"),
    _of_number(marks.DAYS_HELD),
    DAYS_LONG,
)
_SENTENCE = Range(
    "sentence_from",
    "sentence_to",
    gettext_lazy("Sentence, in months"),
    (gettext_lazy("Sentence in months, from"), gettext_lazy("Sentence in months, to")),
    (
        gettext_lazy(
            "A number of months; cases whose longest prison sentence in force has so many or more. One for life, or to "
            "death, is longer than any."
        ),
        gettext_lazy("A number of months."),
    ),
    pgettext_lazy("after “Cases”", "with a sentence of %(first)s to %(last)s months"),
    pgettext_lazy("after “Cases”", "with a sentence of %s months"),
    pgettext_lazy("after “Cases”", "with a sentence of %s months or more"),
    pgettext_lazy("after “Cases”", "with a sentence of %s months or less"),
    _of_number(marks.TERM),
    MONTHS_LONG,
)

RANGES = (_BEGAN, SPAN, _ARRESTED, _RELEASED, _VERDICT, _DAYS_HELD, _SENTENCE)
RANGE_OF = {end: each for each in RANGES for end in each.ends}
HAPPENINGS = tuple(each for each in RANGES if each.happening)
RANGE_OF_HAPPENING = {each.happening: each for each in HAPPENINGS}
PERHAPS = "perhaps"
"""The parameter that asks, of each of HAPPENINGS that it names, for what may lie in the days and not for certain."""
