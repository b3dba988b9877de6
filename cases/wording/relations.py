"""How records hang together, in words. "Follows" says order in time; causes are claimed by no wording of ours."""

from django.utils.translation import gettext as _

from cases.register.titles import Title
from cases.text.references import is_reference
from cases.vocabularies.actions import TRIED_WITH
from cases.wording.named_facts import named_fact
from cases.wording.samples import marked
from cases.wording.texts import Text, text_of

INVERSE = {
    "precedes": "follows",
    "follows": "precedes",
    "encompasses": "part_of",
    "part_of": "encompasses",
    "consequence_of": "said_to_lead_to",
    "causes": "consequence_of",
}


def references_in(document: dict) -> set[str]:
    """Cases and campaigns the document is tied to."""
    people = document.get("people") or {}
    ties = [document.get("part_of", ""), *people.get("overlaps", [])]
    ties += [
        item.get("reference", "") for item in (*document.get("campaigns", []), *document.get("relations", []))
    ]
    return {reference for reference in ties if is_reference(reference)}


def with_titles(document: dict, published: dict[str, Title]) -> dict:
    """The document tied to no other cases and campaigns than those `published`, and with their titles in the reader's
    language, where they have one in it.

    A published document names some ties by reference alone; `titles` of the answer names those.
    """

    titles = {reference: _in_words(title) for reference, title in published.items()}

    def kept(items: list[dict]) -> list[dict]:
        named = ((item, item.get("reference", "")) for item in items)
        return [
            item | {"title": titles[reference]} if reference in titles else item
            for item, reference in named
            if reference in titles or not is_reference(reference)
        ]

    changed = {name: kept(document.get(name, [])) for name in ("campaigns", "relations")}
    if document.get("people"):
        overlaps = [each for each in document["people"].get("overlaps", []) if each in titles]
        changed["people"] = document["people"] | {"overlaps": overlaps}
    changed["titles"] = titles
    changed["part_of"] = document.get("part_of", "") if document.get("part_of") in titles else ""
    return document | changed


def _in_words(title: Title) -> Text:
    holder = {"title": title.text, "translations": title.translations}
    words = text_of(holder, "title", written_in=title.written_in)
    return Text.around(marked(words, title.sample), words)


def related(document: dict) -> list[dict]:
    """Everything a case is tied to: campaigns, the case it is part of, overlapping cases, relations."""
    people = document.get("people") or {}
    ties = [
        (_("Belongs to the campaign"), item["reference"], item["title"]) for item in document["campaigns"]
    ]
    titles = document.get("titles", {})
    if document.get("part_of"):
        ties.append((_("Is part of the case"), document["part_of"], titles.get(document["part_of"], "")))
    ties += [
        (_("May count some of the same people"), reference, titles.get(reference, ""))
        for reference in people.get("overlaps", [])
    ]
    return [
        {"word": word, "reference": reference, "title": title, "text": "", "route": _route(reference)}
        for word, reference, title in ties
    ] + relations(document)


def relations(document: dict) -> list[dict]:
    """Each with the word as read from this record towards the other."""
    return [
        {
            "word": relation_word(item.get("kind", ""), item.get("direction", "from")),
            "reference": item.get("reference", ""),
            "title": _title(document, item),
            "text": named_fact(document, item.get("text", "")),
            "route": _route(item.get("reference", "")),
        }
        for item in document.get("relations", [])
    ]


def _title(document: dict, item: dict) -> str:
    """Of another record as `with_titles` put it there; else a fact of this one, or the record itself."""
    reference = item.get("reference", "")
    if reference and reference == document.get("reference"):
        return text_of(document, "title", written_in=document.get("text_language", ""))
    return item["title"] if reference else named_fact(document, item.get("title", ""))


def relation_word(kind: str, direction: str) -> str:
    """`from`: this record is the subject of the relation; `to`: it is the object."""
    read = kind if direction == "from" else INVERSE.get(kind, kind)
    words = {
        "precedes": _("Came before"),
        "follows": _("Followed"),
        "encompasses": _("Includes"),
        "part_of": _("Is part of"),
        "parallel": _("Happened alongside"),
        TRIED_WITH: _("Tried together with"),
        "causes": _("Is said to have led to"),
        "said_to_lead_to": _("Is said to have led to"),
        "consequence_of": _("Is said to be a consequence of"),
    }
    return words.get(read, _("Is connected with"))


def _route(reference: str) -> str:
    """Which page the reference leads to; empty for what is no reference of a public record."""
    if not is_reference(reference):
        return ""
    return {"C-": "public:case_detail", "K-": "public:campaign_detail", "P-": "public:person_detail"}.get(
        reference[:2], ""
    )
