"""Custody in words: one sentence for every place that says it, the list, a case, the feed, the difference, the desk.

It says the status, as of which day, and whether somebody confirmed it since; time passes a status by, and never ends
it.
"""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from cases.register.custody import confirmed_day, held_at
from cases.vocabularies.proceedings import CUSTODY_STATUSES, IN_CUSTODY
from cases.wording.dates import written, written_text
from cases.wording.paths import facility_path
from cases.wording.recency import is_recent
from cases.wording.texts import Text
from cases.wording.words import label, lower_first

FREE = frozenset({"at_liberty", "released"})
UNKNOWN = "unknown"


class Custody(NamedTuple):
    """`word` is the status, `notes` the days it rests on, each said once; together they are the `sentence`.

    `mark` is `held`, `lapsed` (held when last heard of, which is long ago or in doubt), `free`, or `other`.
    """

    mark: str
    word: str
    notes: list[str]
    is_last_known: bool

    @property
    def sentence(self) -> str:
        return ", ".join((self.word, *self.notes))


def custody_words(
    code: str,
    *,
    as_of: str = "",
    confirmed: str = "",
    confirmed_day: date | None = None,
    last_checked: str = "",
    is_last_known: bool = False,
    today: date,
) -> Custody | None:
    """None where nothing was stated. Days are EDTF, empty where none is known.

    `confirmed` is the day a source last shows the person held, `confirmed_day` that as a calendar day; `last_checked`
    the day one of us looked. What nobody confirmed within six months says so; time alone ends no custody.
    """
    if not code:
        return None
    notes = [as_of_words(as_of)]
    is_confirmed = code not in IN_CUSTODY or is_recent(confirmed_day, today=today)
    if not is_confirmed:
        since = confirmed or as_of
        notes = [as_of_words(as_of) if as_of != since else ""]
        notes.append(
            _("not confirmed since %s") % written_text(since) if since else _("not recently confirmed")
        )
    elif code in IN_CUSTODY and confirmed != as_of:
        notes.append(_("confirmed %s") % written_text(confirmed))
    elif code not in IN_CUSTODY and last_checked:
        notes.append(_("checked %s") % written_text(last_checked))
    return Custody(
        mark=_mark(code, is_lapsed=is_last_known or not is_confirmed),
        word=status_word(code, is_last_known=is_last_known),
        notes=[note for note in notes if note],
        is_last_known=is_last_known,
    )


def is_last_known(custody: dict, *, today: date) -> bool:
    """Whether the custody of a document is only last known on a day."""
    runs_out = custody["runs_out"]
    return custody["in_doubt"] or (runs_out is not None and date.fromisoformat(runs_out) < today)


def held_at_words(facility: str, as_of: str) -> str:
    """Where somebody is held, as last known, and since when nobody has said otherwise; empty where nobody says."""
    if not facility:
        return ""
    if not as_of:
        return _("At %s") % facility
    return _("At %(place)s, as of %(day)s") % {"place": facility, "day": written_text(as_of)}


def status_word(code: str, *, is_last_known: bool = False) -> str:
    word = _("Custody unknown") if code == UNKNOWN else label(CUSTODY_STATUSES, code)
    return _("Last known: %s") % lower_first(word) if is_last_known else word


def as_of_words(day: str) -> str:
    return _("as of %s") % written_text(day) if day else ""


def _mark(code: str, *, is_lapsed: bool) -> str:
    if code in IN_CUSTODY:
        return "lapsed" if is_lapsed else "held"
    return "free" if code in FREE else "other"


def custody_status(document: dict, *, today: date) -> dict | None:
    """What the case page says about custody: the sentence, and according to whom. None where nothing was stated."""
    custody = document["custody"]
    words = custody_words(
        custody["status"],
        as_of=custody["as_of"]["text"],
        confirmed=custody["confirmed"]["text"],
        confirmed_day=confirmed_day(document),
        last_checked=document["last_checked"],
        is_last_known=is_last_known(custody, today=today),
        today=today,
    )
    if words is None:
        return None
    notes = [
        *_stated(custody, document["text_language"]),
        _("Set by the editors on the word of that source.") if custody["overridden"] else "",
        _why_last_known(custody) if words.is_last_known else "",
    ]
    stay = held_at(document)
    return {
        "mark": words.mark,
        "sentence": words.sentence,
        "where": _where(stay) if stay else None,
        "notes": [note for note in notes if note],
        "sources": [custody["source"]] if custody["source"] else [],
    }


def _where(stay: dict) -> dict:
    place = stay["place"]
    return {
        "words": held_at_words(place["facility"], stay["as_of"]["text"]),
        "path": facility_path(place["reference"]),
        "sources": stay["sources"],
    }


def _why_last_known(custody: dict) -> str:
    if custody["in_doubt"] or not custody["runs_out"]:
        return _("What followed from the last steps is not known.")
    return _("The stated term ran to %s, and no source says what followed.") % written_text(
        custody["runs_out"]
    )


def _stated(custody: dict, written_in: str) -> list[str]:
    """According to whom, and what is known of the day where that is no date."""
    as_of, source = custody.get("as_of") or {}, custody.get("source")
    if custody["status"] == UNKNOWN and not (written(as_of) or source):
        return [_("No source states it.")]
    stated = [_("According to source %d.") % source] if source else []
    if not as_of.get("text"):
        words = written(as_of, written_in)
        told = _("Status as of %s.") % words if words else _("Status as of a day that is not stated.")
        stated.append(Text.around(told, words))
    return stated
