"""The custody of one person over all their cases, in words: how often, how many days in all, and each stretch."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.text.custody.days import Span
from cases.text.custody.in_all import InAll, in_all
from cases.text.custody.spans import Spell
from cases.wording.custody_clock import short_days
from cases.wording.dates import written_day
from cases.wording.numbers import grouped


@dataclass(frozen=True)
class CaseOfLife:
    """A case as it is led to, and its stretches of custody in their order."""

    path: str
    title: str
    spells: list[Spell]


def life(cases: list[CaseOfLife], *, today: date) -> dict | None:
    """`times` and `days` in words, a `note` on how far they reach, and `stretches`; None where nobody was ever held."""
    counted = in_all([case.spells for case in cases], today)
    if counted is None:
        return None
    told = [(case, spell) for case in cases for spell in case.spells]
    told.sort(key=lambda each: each[1].begin[0] or each[1].begin[1] or date.max)
    return {
        "times": _times(counted),
        "days": _days(counted),
        "note": _note(counted, today),
        "stretches": [
            {
                "from": _side(spell.begin),
                "to": _end(spell),
                "days": short_days([spell.possible], [spell.certain] if spell.certain else []),
                "path": case.path,
                "title": case.title,
            }
            for case, spell in told
        ],
    }


def _times(counted: InAll) -> str:
    least, most = counted.least_times, counted.most_times
    if least == most:
        return ngettext("Held %(times)d time", "Held %(times)d times", least) % {"times": least}
    return ngettext(
        "Held at least %(least)d time, at most %(most)d",
        "Held at least %(least)d times, at most %(most)d",
        least,
    ) % {"least": least, "most": most}


def _days(counted: InAll) -> str:
    least, most = counted.least_days, counted.most_days
    if most is None:
        return ngettext("at least %(days)s day in all", "at least %(days)s days in all", least) % {
            "days": grouped(least)
        }
    if most > least:
        return ngettext(
            "at least %(least)s day in all, at most %(most)s",
            "at least %(least)s days in all, at most %(most)s",
            least,
        ) % {"least": grouped(least), "most": grouped(most)}
    return ngettext("%(days)s day in all", "%(days)s days in all", least) % {"days": grouped(least)}


def _note(counted: InAll, today: date) -> str:
    if counted.most_days is None:
        return _(
            "The most is not known, since nobody says when it began. Days that two cases tell of count once."
        )
    if counted.is_open:
        told = _(
            "Some of it is not known to have ended: the most counts up to %(day)s. Days that two cases tell of count "
            "once."
        )
        return told % {"day": written_day(today)}
    return _("First and last day count; days that two cases tell of count once.")


def _side(span: Span) -> str:
    first, last = span
    if first and last:
        return written_day(first) if first == last else f"{written_day(first)} / {written_day(last)}"
    if first:
        return _("%(day)s or later") % {"day": written_day(first)}
    return _("%(day)s or earlier") % {"day": written_day(last)} if last else _("day not known")


def _end(spell: Spell) -> str:
    if spell.is_over and not spell.may_go_on:
        return _side(spell.end)
    return _("end not known")
