"""Custody in words: as of when, according to which source, and whether time has passed it by."""

from datetime import date

from django.utils.translation import gettext as _

from cases.public.counting import recently_checked
from cases.public.presentation.dates import written
from cases.public.presentation.words import label, lower_first
from cases.vocabularies.proceedings import CUSTODY_STATUSES, IN_CUSTODY

FREE = frozenset({"at_liberty", "released"})
UNKNOWN = "unknown"


def status_mark(code: str, *, last_known: bool = False) -> str:
    """`held`, `lapsed` (held when last heard of), `free`, or `other`."""
    if code in IN_CUSTODY:
        return "lapsed" if last_known else "held"
    return "free" if code in FREE else "other"


def custody_status(document: dict, *, today: date) -> dict | None:
    """What the case page says about custody; None where nothing was stated at all.

    A form of custody whose term has run out, or that nobody confirmed within six months, is last known, never over.
    """
    custody = document.get("custody") or {}
    code = custody.get("status", "")
    if not code:
        return None
    checked = document.get("last_checked", "")
    stale = code in IN_CUSTODY and not recently_checked(checked, today=today)
    word = _("Custody unknown") if code == UNKNOWN else label(CUSTODY_STATUSES, code)
    last_known = custody.get("last_known", False)
    sentences = [
        _as_of(custody),
        _("Set by the editors on the word of that source.") if custody.get("overridden") else "",
        _("Last checked %s.") % written({"text": checked}) if checked else "",
        _("Nobody has confirmed it within the last six months.") if stale and not last_known else "",
    ]
    return {
        "mark": status_mark(code, last_known=last_known or stale),
        "word": _("Last known: %s") % lower_first(word) if last_known else word,
        "sentences": [sentence for sentence in sentences if sentence],
        "sources": [custody["source"]] if custody.get("source") else [],
    }


def _as_of(custody: dict) -> str:
    """As of when, according to whom, and whether it has been passed by: one sentence."""
    day = written(custody.get("as_of"))
    if custody["status"] == UNKNOWN and not (day or custody.get("source")):
        return _("No source states it.")
    clauses = [_("Status as of %s") % day if day else _("Status as of a day that is not stated")]
    if custody.get("source"):
        clauses.append(_("according to source %d") % custody["source"])
    if custody.get("last_known"):
        clauses.append(_("not confirmed since"))
    return ", ".join(clauses) + "."
