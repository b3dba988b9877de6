"""How a document names one of its own facts: what a position is about, in which step somebody took part."""

from django.utils.translation import gettext as _

from cases.vocabularies.actions import INTERVENTION_KINDS
from cases.vocabularies.proceedings import EVENT_KINDS
from cases.vocabularies.terms import CodeList
from cases.wording.texts import Text, text_of, typed
from cases.wording.words import label, lower_first, states


def attribution_sentence(item: dict, written_in: str) -> Text:
    """“Attributed to Y by Z”. An agency keeps its name; what stands in its place was typed in the record."""
    to = item["to"] if item.get("agency") else typed(item.get("to", ""), written_in)
    who = to or states([item.get("country", "")]) or _("somebody not named")
    by = typed(item.get("by") or "", written_in)
    if by:
        return Text.around(_("Attributed to %(who)s by %(by)s") % {"who": who, "by": by}, who, by)
    return Text.around(_("Attributed to %(who)s; by whom is not stated") % {"who": who}, who)


def named_fact(document: dict, name: str) -> Text:
    """The fact in the reader's words. Documents name it in English, or by its text, as `workflow/document_parts.label`
    does; some that were sealed earlier name it in the language of whoever published."""
    written_in = document.get("text_language", "")
    for event in document.get("events", []):
        if name and name == event["description"]:
            return text_of(event, "description", written_in=written_in)
    for item in document.get("attributions", []):
        if name == f"attributed to {item['to'] or item['country']} by {item['by']}":
            sentence = attribution_sentence(item, written_in)
            return Text.around(lower_first(sentence), sentence)
    kind, colon, actor = name.partition(": ")
    if colon and (called := _called(INTERVENTION_KINDS, kind)):
        return Text.around(f"{called}: {actor}", typed(actor, written_in))
    return Text(called) if (called := _called(EVENT_KINDS, name)) else typed(name, written_in)


def _called(codes: CodeList, word: str) -> str:
    """The label in the reader's language of what is called by this word in any."""
    found = next((term.code for term in codes if word and word in term.in_every_language()), "")
    return label(codes, found)
