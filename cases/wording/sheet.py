"""A document as plain words by part and field: what two versions are compared by.

The words are those of the page. A value is a text, a list of lines, or prose, whose changes are shown word by word.
"""

from typing import NamedTuple

from django.utils.translation import gettext as _

from cases.register.custody import held_at
from cases.vocabularies.languages import LANGUAGES, TEXT_LANGUAGES
from cases.wording.campaign_file import campaign_facts
from cases.wording.case_file import case_facts, violations
from cases.wording.claims import assessments, attributions, official_positions
from cases.wording.custody import as_of_words, held_at_words, status_word
from cases.wording.events import interventions, timeline
from cases.wording.involved import affiliations, lawyers, participations
from cases.wording.proceedings import proceedings
from cases.wording.relations import related, relations
from cases.wording.samples import marked
from cases.wording.sources import source_list
from cases.wording.texts import how_made, in_language
from cases.wording.words import label, quoted


class Field(NamedTuple):
    """`name` is empty where a part has no more than this one field."""

    part: str
    name: str
    value: str | list[str]
    is_prose: bool = False


def sheet(document: dict) -> list[Field]:
    """Every field a page prints of a case or campaign, in the order of the page; empty ones included."""
    return _campaign(document) if document.get("type") == "campaign" else _case(document)


def _campaign(document: dict) -> list[Field]:
    return [
        Field("", _("Title"), marked(document["title"], document["sample"])),
        Field("", _("Summary"), document.get("summary", ""), is_prose=True),
        *_glance(campaign_facts(document)),
        Field(_("Timeline"), "", [event_line(item) for item in timeline(document)]),
        Field(_("Interventions"), "", [intervention_line(item) for item in interventions(document)]),
        Field(
            _("What the authorities say"), "", [position_line(item) for item in official_positions(document)]
        ),
        Field(_("Related records"), "", [related_line(item) for item in relations(document)]),
        Field(_("Sources"), "", [_source(item) for item in source_list(document)]),
        *_translations(document),
    ]


def _case(document: dict) -> list[Field]:
    happened = _("What happened")
    return [
        Field("", _("Title"), marked(document["title"], document["sample"])),
        Field("", _("Other names"), _other_names(document)),
        Field("", _("Custody"), _custody(document)),
        Field("", _("Held at"), _held_at(document)),
        *_glance(case_facts(document)),
        Field(happened, _("Summary"), document.get("summary", ""), is_prose=True),
        Field(happened, _("What was done"), [violation_line(item) for item in violations(document)]),
        Field(_("Timeline"), "", [event_line(item) for item in timeline(document)]),
        *_proceedings(document),
        Field(
            _("Who did it, according to whom"),
            "",
            [attribution_line(item) for item in attributions(document)],
        ),
        Field(_("Organisations"), "", [involved_line(item) for item in affiliations(document)]),
        Field(
            _("People of the proceedings"),
            _("Officials"),
            [involved_line(item) for item in participations(document)],
        ),
        Field(
            _("People of the proceedings"), _("Lawyers"), [involved_line(item) for item in lawyers(document)]
        ),
        Field(_("Official position"), "", [position_line(item) for item in official_positions(document)]),
        Field(_("Assessments"), "", [assessment_line(item) for item in assessments(document)]),
        Field(_("Interventions"), "", [intervention_line(item) for item in interventions(document)]),
        Field(_("Related records"), "", [related_line(item) for item in related(document)]),
        Field(_("Sources"), "", [_source(item) for item in source_list(document)]),
        *_translations(document),
    ]


def _translations(document: dict) -> list[Field]:
    """What the record says in other languages; each language of the site has its fields, filled or not."""
    part, written_in = _("In other languages"), document["text_language"]
    told, made = [], []
    for event, item in zip(document["events"], timeline(document), strict=True):
        head = f"{_dated(item)}: {item['title']}"
        for each in event["translations"]:
            told.append(_line(label(LANGUAGES, each["language"]), head, each["text"], how_made(each)))
    names = {"title": _("Title"), "summary": _("Summary")}
    fields = [Field(part, _("Language of the texts"), label(LANGUAGES, written_in))]
    for code in TEXT_LANGUAGES.codes:
        language = label(LANGUAGES, code)
        for field, name in names.items():
            text = in_language(document, field, code, written_in=written_in) if code != written_in else ""
            fields.append(Field(part, f"{name} ({language})", text, is_prose=True))
    for each in document["translations"]:
        name = f"{names[each['field']]} ({label(LANGUAGES, each['language'])})"
        made.append(f"{name}: {how_made(each)}")
    return [*fields, Field(part, _("Texts of events"), told), Field(part, _("How they were made"), made)]


def _glance(facts: list[dict]) -> list[Field]:
    part = _("At a glance")
    return [Field(part, fact["name"], _line(fact["value"], fact["note"], between=" – ")) for fact in facts]


def _line(*parts, between: str = " · ") -> str:
    return between.join(str(part) for part in parts if part)


def _other_names(document: dict) -> list[str]:
    return [name["text"] for name in (document.get("person") or {}).get("other_names", [])]


def _custody(document: dict) -> str:
    """What the document states. That nobody confirmed it of late is no difference of two documents."""
    custody = document.get("custody") or {}
    if not custody.get("status"):
        return ""
    word = status_word(custody["status"], is_last_known=custody.get("in_doubt", False))
    return _line(word, as_of_words((custody.get("as_of") or {}).get("text", "")), between=", ")


def _held_at(document: dict) -> str:
    stay = held_at(document)
    return held_at_words(stay["place"]["facility"], stay["as_of"]["text"]) if stay else ""


def _dated(item: dict) -> str:
    return item["date"] or _("date not stated")


def violation_line(item: dict) -> str:
    days = _line(_dated(item), item["end"], between=" – ")
    return _line(item["label"], days, item["place"], item["assessor"])


def event_line(item: dict) -> str:
    head = f"{_dated(item)}: {item['title']}"
    return _line(head, quoted(item["verb"]), *item["notes"], item["description"])


def _proceedings(document: dict) -> list[Field]:
    part, kept = _("Proceedings and charges"), {"proceedings": [], "charges": [], "sentences": []}
    for item in proceedings(document):
        kept["proceedings"].append(proceeding_line(item))
        kept["charges"] += [charge_line(each) for each in item["charges"]]
        kept["sentences"] += [sentence_line(each) for each in item["sentences"]]
    return [
        Field(part, _("Proceedings"), kept["proceedings"]),
        Field(part, _("Charges"), kept["charges"]),
        Field(part, _("Sentences"), kept["sentences"]),
    ]


def proceeding_line(item: dict) -> str:
    return _line(item["kind"], *item["notes"])


def charge_line(item: dict) -> str:
    return _line(
        item["head"],
        quoted(item["text"]),
        item["category"],
        item["modality"],
        item["status"],
        item["date"],
    )


def sentence_line(item: dict) -> str:
    return _line(
        item["title"],
        item["date"],
        item["regime"],
        item["expected_end"] and _("expected to end %s") % item["expected_end"],
        quoted(item["words"]),
        item["why_not_standing"],
    )


def attribution_line(item: dict) -> str:
    return _line(item["sentence"], item["involvement"], item["level"])


def involved_line(item: dict) -> str:
    return _line(item["sentence"], *item["notes"])


def position_line(item: dict) -> str:
    return _line(item["position"], item["stated_by"], item["date"], item["about"], item["text"])


def assessment_line(item: dict) -> str:
    withdrawn = item["withdrawn"] and _("taken back %s") % item["withdrawn"]
    return _line(
        item["assessor"], item["framework"], item["outcome"], item["date"], *item["categories"], withdrawn
    )


def intervention_line(item: dict) -> str:
    ends = _line(item["actor"], item["addressee"], between=" → ")
    head = f"{_dated(item)}: {item['title']}"
    return _line(head, ends, item["status"], item["requested"], item["response"], item["impact"])


def related_line(item: dict) -> str:
    return _line(item["word"], item["title"] or item["reference"], item["text"], between=": ")


def _source(item: dict) -> str:
    remarks = [_line(each["text"], each["claim"], each["notes"]) for each in item["remarks"]]
    return _line(item["title"], *item["about"], *item["grade"], item["link"], item["archived"], *remarks)
