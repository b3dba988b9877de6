"""Dated entries: what happened when, and what was asked of whom."""

from django.utils.translation import gettext as _

from cases.register.documents.keys import PLACE
from cases.text.custody.spans import NOT_KNOWN_TO_BE_OUT
from cases.vocabularies.actions import INTERVENTION_KINDS, INTERVENTION_STATUSES
from cases.vocabularies.proceedings import CUSTODY_STATUSES, DECISIONS, EVENT_KINDS, IN_CUSTODY
from cases.wording.dates import written
from cases.wording.paths import agency_path, facility_path
from cases.wording.places import place_words
from cases.wording.texts import Text, text_of, typed, word_of_source
from cases.wording.words import label, lower_first

_TYPED = ("actor", "addressee", "requested", "response", "impact")


def timeline(document: dict) -> list[dict]:
    """The events in the order of the document, which is the order in time as far as it is known.

    `description` is its text as it was written, `told` in the reader's language where it is there in it; `leads_to`
    pages about what a case names in it. Each with what custody was after it: `after` for the line that is drawn on
    from it, and in words where it changed.
    """
    several = len(document.get("proceedings", [])) > 1
    written_in = document["text_language"]
    entries, status = [], ""
    for event in document.get("events", []):
        following = event.get("custody") or status
        if not status and _line_after(following) == "free":
            # Nobody was held so far, so there is no custody to tell of.
            following = ""
        entries.append(
            _event(event, several, document)
            | {
                # What a campaign alone names has no page.
                "leads_to": _pages_about(event) if document["type"] == "case" else [],
                "told": text_of(event, "description", written_in=written_in),
                "after": _line_after(following),
                "custody": label(CUSTODY_STATUSES, following) if following != status else "",
            }
        )
        status = following
    return entries


def _line_after(status: str) -> str:
    """`held`, `free`, or `unknown`; empty while custody was not a question yet."""
    if status in IN_CUSTODY:
        return "held"
    if status in NOT_KNOWN_TO_BE_OUT:
        return "unknown"
    return "free" if status else ""


def interventions(document: dict) -> list[dict]:
    return [_intervention(item, document["text_language"]) for item in document.get("interventions", [])]


def _event(event: dict, several_proceedings: bool, document: dict) -> dict:
    written_in = document["text_language"]
    title = label(EVENT_KINDS, event.get("kind", ""))
    if event.get("decision"):
        title = f"{title}: {lower_first(label(DECISIONS, event['decision']))}"
    notes = [
        place_words(event.get("place")),
        event.get("agency", ""),
        _("decided by: %s") % event["court"] if event.get("court") else "",
        _("in absentia") if event.get("in_absentia") else "",
        _dated(_("held since %s"), event.get("held_since"), written_in),
        _dated(_("until %s"), event.get("until"), written_in),
        _("proceeding %s") % event["proceeding"] if several_proceedings and event.get("proceeding") else "",
    ]
    return {
        "date": written(event.get("date"), written_in),
        "is_vague": _is_vague(event.get("date")),
        "title": title,
        "verb": word_of_source(event.get("verb", ""), document, event.get("sources", [])),
        "description": event.get("description", ""),
        "notes": [note for note in notes if note],
        "sources": event.get("sources", []),
    }


def _dated(words: str, value: dict | None, written_in: str) -> Text:
    day = written(value, written_in)
    return Text.around(words % day, day) if day else day


def _pages_about(event: dict) -> list[dict]:
    place = event["place"] or PLACE.empty()
    pages = [
        (_("About %(name)s"), place["facility"], facility_path(place["reference"])),
        (_("Cases decided by %(name)s"), event["court"], agency_path(event["court_reference"])),
    ]
    return [{"words": words % {"name": name}, "path": path} for words, name, path in pages if path]


def _is_vague(date: dict | None) -> bool:
    """Whether it can mean more than one day, or none that is known."""
    return not date or not date.get("earliest") or date["earliest"] != date.get("latest")


def _intervention(item: dict, written_in: str) -> dict:
    return {
        "date": written(item.get("date"), written_in),
        "is_vague": _is_vague(item.get("date")),
        "title": label(INTERVENTION_KINDS, item.get("kind", "")),
        **{name: typed(item.get(name, ""), written_in) for name in _TYPED},
        "status": label(INTERVENTION_STATUSES, item.get("status", "")),
        "linked_by_us": item.get("linked_by_us", False),
        "sources": item.get("sources", []),
    }
