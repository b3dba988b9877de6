"""Custody in words: as of when, according to which source, and whether time has passed it by."""

from datetime import date

from django.utils.translation import gettext as _

from cases.text.partial_dates import PartialDate
from cases.vocabularies.proceedings import CUSTODY_STATUSES, IN_CUSTODY
from cases.wording.dates import written, written_text
from cases.wording.recency import recently_checked
from cases.wording.words import label, lower_first

FREE = frozenset({"at_liberty", "released"})
UNKNOWN = "unknown"


def status_mark(code: str, *, last_known: bool = False) -> str:
    """`held`, `lapsed` (held when last heard of), `free`, or `other`."""
    if code in IN_CUSTODY:
        return "lapsed" if last_known else "held"
    return "free" if code in FREE else "other"


def unconfirmed_since(
    code: str, *, as_of: str, last_checked: str, run_out: bool | None, today: date
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


def unconfirmed_words(since: str) -> str:
    return _("not confirmed since %s") % written_text(since) if since else _("not recently confirmed")


def custody_status(document: dict, *, today: date) -> dict | None:
    """What the case page says about custody; None where nothing was stated at all.

    A form of custody whose term has run out, or that nobody confirmed within six months, is last known, never over.
    """
    custody = document.get("custody") or {}
    code = custody.get("status", "")
    if not code:
        return None
    checked = document.get("last_checked", "")
    run_out = custody.get("last_known", False)
    since = unconfirmed_since(
        code,
        as_of=(custody.get("as_of") or {}).get("text", ""),
        last_checked=checked,
        run_out=run_out,
        today=today,
    )
    last_known = since is not None
    word = _("Custody unknown") if code == UNKNOWN else label(CUSTODY_STATUSES, code)
    if last_known:
        word = _("Last known: %(custody)s, %(unconfirmed)s") % {
            "custody": lower_first(word),
            "unconfirmed": unconfirmed_words(since),
        }
    sentences = [
        _as_of(custody),
        _("Set by the editors on the word of that source.") if custody.get("overridden") else "",
        _("Last checked %s.") % written({"text": checked}) if checked else "",
        _("Nobody has confirmed it within the last six months.") if last_known and not run_out else "",
    ]
    return {
        "mark": status_mark(code, last_known=last_known),
        "word": word,
        "sentences": [sentence for sentence in sentences if sentence],
        "sources": [custody["source"]] if custody.get("source") else [],
    }


def _as_of(custody: dict) -> str:
    """As of when and according to whom: one sentence."""
    day = written(custody.get("as_of"))
    if custody["status"] == UNKNOWN and not (day or custody.get("source")):
        return _("No source states it.")
    clauses = [_("Status as of %s") % day if day else _("Status as of a day that is not stated")]
    if custody.get("source"):
        clauses.append(_("according to source %d") % custody["source"])
    return ", ".join(clauses) + "."
