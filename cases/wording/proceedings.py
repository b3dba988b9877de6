"""Proceedings with their charges and sentences, each article with the country and code it belongs to."""

from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cases.register.sentences import stands
from cases.vocabularies.charges import CHARGE_CATEGORIES, CHARGE_STATUSES, LEGAL_CODES, MODALITIES
from cases.vocabularies.places import STATES
from cases.vocabularies.proceedings import COUNSEL, PROCEEDING_KINDS, REGIMES, SENTENCE_KINDS, STAGES
from cases.vocabularies.provisions import TITLE
from cases.wording.dates import written
from cases.wording.numbers import grouped
from cases.wording.paths import definition_path, provision_path
from cases.wording.texts import Text, typed
from cases.wording.words import label, lower_first

SAYS_FINAL = {"convicted_final": True, "convicted_not_final": False}
"""Stages whose label says whether the judgment is final."""


def proceedings(document: dict) -> list[dict]:
    """The proceedings that have something to say, in their numbering."""
    return [_proceeding(item, document) for item in document.get("proceedings", [])]


def article(charge: dict) -> str:
    """Country, code and article as printed; empty where no article was stated."""
    if not charge.get("article"):
        return ""
    parts = (label(STATES, charge.get("country", "")), label(LEGAL_CODES, charge.get("code", "")))
    return _("%(law)s, article %(article)s") % {
        "law": ", ".join(part for part in parts if part),
        "article": charge["article"],
    }


def provision_title(title: str) -> Text:
    """The title of an article, which documents have in English: in words of ours where we translated it."""
    own = pgettext(TITLE, title) if title else ""
    return Text(own) if own != title else typed(title, "en")


def _proceeding(item: dict, document: dict) -> dict:
    notes = [
        label(STATES, item.get("jurisdiction", "")),
        item.get("court", ""),
        _("contact with counsel: %s") % lower_first(label(COUNSEL, item["counsel"]))
        if item.get("counsel")
        else "",
        _stage(item, document.get("text_language", "")),
        _finality(item),
        _("in absentia") if item.get("in_absentia") else "",
    ]
    return {
        "number": item.get("number"),
        "kind": label(PROCEEDING_KINDS, item.get("kind", "")),
        "notes": [note for note in notes if note],
        "stage_sources": [item["stage_source"]] if item.get("stage_source") else [],
        "charges": [_charge(charge, document) for charge in item.get("charges", [])],
        "numbered": len(item.get("charges", [])) > 1,
        "sentences": [_sentence(sentence, item, document) for sentence in item.get("sentences", [])],
    }


def _stage(item: dict, written_in: str) -> str:
    """The stage with the day it rests on, where that is known."""
    if item.get("stage") in ("", "none", None):
        return ""
    words, as_of = label(STAGES, item["stage"]), written(item.get("stage_as_of"), written_in)
    if not as_of:
        return words
    return Text.around(_("%(stage)s, as of %(date)s") % {"stage": words, "date": as_of}, as_of)


def _finality(item: dict) -> str:
    """Whether the judgment is final, unless the stage says it already."""
    final = item.get("final")
    if final is None or SAYS_FINAL.get(item.get("stage")) is final:
        return ""
    return _("judgment final") if final else _("judgment not final")


def _charge(charge: dict, document: dict) -> dict:
    modality = charge.get("modality", "")
    printed = article(charge)
    category = label(CHARGE_CATEGORIES, charge.get("category", "")) or _("Charge")
    title = provision_title(charge.get("title", ""))
    return {
        "number": charge.get("number"),
        "text": typed(charge.get("text", ""), document.get("text_language", "")),
        "head": Text.around(" – ".join(part for part in (printed, title) if part) or category, title),
        "article": printed,
        "path": provision_path(*(charge.get(part, "") for part in ("country", "code", "article"))),
        "category": category,
        "defined": definition_path(CHARGE_CATEGORIES, charge["category"]) if charge.get("category") else "",
        "modality": label(MODALITIES, modality) if modality != "completed" else "",
        "status": label(CHARGE_STATUSES, charge.get("status", "")),
        "date": written(charge.get("date"), document.get("text_language", "")),
        "replaced_by": charge.get("replaced_by"),
        "sources": charge.get("sources", []),
    }


def _sentence(sentence: dict, proceeding: dict, document: dict) -> dict:
    kind = label(SENTENCE_KINDS, sentence.get("kind", ""))
    return {
        "title": _("Sentence: %s")
        % ", ".join(part for part in (kind, _term(sentence), _sum(sentence)) if part),
        "words": typed(sentence.get("words", ""), document.get("text_language", "")),
        "regime": label(REGIMES, sentence.get("regime", "")),
        "date": written(sentence.get("date"), document.get("text_language", "")),
        "expected_end": written(sentence.get("expected_end"), document.get("text_language", "")),
        "why_not_standing": _why_not_standing(sentence, proceeding),
        "sources": sentence.get("sources", []),
    }


def _why_not_standing(sentence: dict, proceeding: dict) -> str:
    """Of a sentence that does not stand by itself: another took its place, or a total holds it."""
    if stands(sentence, proceeding):
        return ""
    return _("replaced by a later sentence") if sentence["superseded"] else _("part of the total")


def _sum(sentence: dict) -> str:
    """The sum of a fine with the code of its currency, as the language writes numbers."""
    if not sentence.get("amount"):
        return ""
    whole, _point, rest = sentence["amount"].partition(".")
    mark = get_format("DECIMAL_SEPARATOR")
    return f"{grouped(int(whole))}{mark + rest if rest else ''} {sentence.get('currency', '')}".strip()


def _term(sentence: dict) -> str:
    return term(*(sentence.get(unit) or 0 for unit in ("years", "months", "days")))


def term(years: int, months: int, days: int) -> str:
    """A length in words, e.g. “12 years, 6 months”; empty for none."""
    parts = [
        ngettext("%d year", "%d years", years) % years if years else "",
        ngettext("%d month", "%d months", months) % months if months else "",
        ngettext("%d day", "%d days", days) % days if days else "",
    ]
    return ", ".join(part for part in parts if part)
