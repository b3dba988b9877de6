"""Custody in words: one sentence for every place that says it, the list, a case, the feed, the difference, the desk.

It says the status, as of which day, and whether somebody confirmed it since; time passes a status by, and never ends
it.
"""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from cases.text.partial_dates import PartialDate
from cases.vocabularies.proceedings import CUSTODY_STATUSES, IN_CUSTODY
from cases.wording.dates import written, written_text
from cases.wording.recency import recently_checked
from cases.wording.words import label, lower_first

FREE = frozenset({"at_liberty", "released"})
UNKNOWN = "unknown"


class Custody(NamedTuple):
    """`word` is the status, `notes` the days it rests on, each said once; together they are the `sentence`.

    `mark` is `held`, `lapsed` (held when last heard of), `free`, or `other`.
    """

    mark: str
    word: str
    notes: list[str]
    is_last_known: bool

    @property
    def sentence(self) -> str:
        return ", ".join((self.word, *self.notes))


def custody_words(
    code: str, *, as_of: str = "", last_checked: str = "", run_out: bool = False, today: date
) -> Custody | None:
    """None where nothing was stated. Days are EDTF, empty where none is known; `run_out`: the stated term has passed.

    A form of custody whose term has run out, or that nobody confirmed within six months, is last known, never over.
    """
    if not code:
        return None
    since = _unconfirmed_since(code, as_of, last_checked, run_out, today)
    notes = [as_of_words(as_of) if as_of != since else ""]
    if since is not None:
        notes.append(
            _("not confirmed since %s") % written_text(since) if since else _("not recently confirmed")
        )
    elif last_checked:
        notes.append(_("checked %s") % written_text(last_checked))
    return Custody(
        mark=_mark(code, is_last_known=since is not None),
        word=status_word(code, is_last_known=since is not None),
        notes=[note for note in notes if note],
        is_last_known=since is not None,
    )


def status_word(code: str, *, is_last_known: bool = False) -> str:
    word = _("Custody unknown") if code == UNKNOWN else label(CUSTODY_STATUSES, code)
    return _("Last known: %s") % lower_first(word) if is_last_known else word


def as_of_words(day: str) -> str:
    return _("as of %s") % written_text(day) if day else ""


def _mark(code: str, *, is_last_known: bool) -> str:
    if code in IN_CUSTODY:
        return "lapsed" if is_last_known else "held"
    return "free" if code in FREE else "other"


def _unconfirmed_since(
    code: str, as_of: str, last_checked: str, run_out: bool | None, today: date
) -> str | None:
    """The day (EDTF, empty if none is known) since which nobody confirmed a form of custody; None while it is current.

    What has run out was not confirmed since its own day; what is old, since somebody last looked. The limit is that
    of the count of those held.
    """
    if run_out:
        return as_of
    if code not in IN_CUSTODY or recently_checked(last_checked, today=today):
        return None
    first_days = {day: PartialDate(day).earliest for day in (as_of, last_checked)}
    return max((day for day, first in first_days.items() if first), key=first_days.get, default="")


def custody_status(document: dict, *, today: date) -> dict | None:
    """What the case page says about custody: the sentence, and according to whom. None where nothing was stated."""
    custody = document.get("custody") or {}
    as_of = custody.get("as_of") or {}
    run_out = custody.get("last_known", False)
    words = custody_words(
        custody.get("status", ""),
        as_of=as_of.get("text", ""),
        last_checked=document.get("last_checked", ""),
        run_out=run_out,
        today=today,
    )
    if words is None:
        return None
    notes = [
        *_stated(custody),
        _("Set by the editors on the word of that source.") if custody.get("overridden") else "",
        _("Nobody has confirmed it within the last six months.")
        if words.is_last_known and not run_out
        else "",
    ]
    return {
        "mark": words.mark,
        "sentence": words.sentence,
        "notes": [note for note in notes if note],
        "sources": [custody["source"]] if custody.get("source") else [],
    }


def _stated(custody: dict) -> list[str]:
    """According to whom, and what is known of the day where that is no date."""
    as_of, source = custody.get("as_of") or {}, custody.get("source")
    if custody["status"] == UNKNOWN and not (written(as_of) or source):
        return [_("No source states it.")]
    stated = [_("According to source %d.") % source] if source else []
    if not as_of.get("text"):
        words = written(as_of)
        stated.append(_("Status as of %s.") % words if words else _("Status as of a day that is not stated."))
    return stated
