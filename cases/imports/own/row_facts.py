"""The facts in the document that a line of `/cases.csv` tells of: proceedings, events, claims, who took part."""

from typing import Any

from cases.imports.own import printed
from cases.imports.own.cells_back import Values
from cases.imports.own.errors import Unfit
from cases.imports.own.fact_rows import NOT_SAID
from cases.imports.own.made_reference import made_reference
from cases.register.documents import keys
from cases.register.documents.dates import dated
from cases.register.documents.shape import Shape
from cases.text.partial_dates import PartialDate, PartialDateError
from cases.vocabularies.charges import PROVISIONS
from cases.vocabularies.places import NOT_STATED
from cases.vocabularies.proceedings import MEASURES
from cases.vocabularies.provisions import UNVERIFIED_PROVISIONS

Written = dict[str, Any]

LAW = {
    (each.country, each.code, each.article): (each.title, each.category)
    for each in (*UNVERIFIED_PROVISIONS, *PROVISIONS)
}


_BLANKS: dict[int, Written] = {}


def blank(shape: Shape) -> Written:
    """`shape.empty()`, copied from one that was made before: there are a hundred in a document."""
    made = _BLANKS.get(id(shape))
    if made is None:
        made = _BLANKS[id(shape)] = shape.empty()
    return {name: value.copy() if isinstance(value, dict | list) else value for name, value in made.items()}


def proceedings(values: Values, numbers: list[int]) -> list[Written]:
    stages = values["procedural_stage"]
    charges = [_charge(values, at, numbers) for at in range(len(values["charges"]))]
    sentences = [
        {**blank(keys.SENTENCE), **each, "number": number, "sources": [*numbers]}
        for number, each in enumerate(printed.sentences(values["sentence"]), start=1)
    ]
    count = max(len(stages), len(values["counsel"]), 1 if charges or sentences else 0)
    proceedings = [
        {
            **blank(keys.PROCEEDING),
            "number": number,
            "jurisdiction": _jurisdiction(values),
            "kind": "criminal",
            "court": "",
            "counsel": "",
            "charges": [],
            "sentences": [],
        }
        for number in range(1, count + 1)
    ]
    for name, of_each in (("counsel", values["counsel"]), ("court", values["courts"])):
        for proceeding, said in zip(proceedings, of_each, strict=False):
            proceeding[name] = said
    if proceedings:
        proceedings[0] |= {"charges": charges, "sentences": sentences}
    return proceedings


def _jurisdiction(values: Values) -> str:
    for name in ("location", "origin"):
        if len(values[name]) == 1 and values[name][0] != NOT_STATED:
            return values[name][0]
    return ""


def _charge(values: Values, at: int, numbers: list[int]) -> Written:
    country, code, article = printed.article(values["charge_articles"][at])
    text, category = values["charges"][at], values["charge_categories"][at]
    title = LAW.get((country, code, article), ("", ""))[0]
    if not (article or text):
        raise Unfit("charges", "", f"the charge at position {at + 1} has neither words nor an article")
    if not category:
        raise Unfit("charge_categories", "", f"the charge at position {at + 1} has no category")
    return {
        **blank(keys.CHARGE),
        "number": at + 1,
        "text": "" if article and text == title else text,
        "country": country,
        "code": code,
        "article": article,
        "title": title,
        "category": category,
        "modality": "completed",
        "status": values["charge_statuses"][at],
        "sources": [*numbers],
    }


def events(values: Values, numbers: list[int]) -> list[Written]:
    """Those of which a text is told, and of the measures the others, without a date."""
    events: list[Written] = []
    head: tuple[str, str] | None = None
    for text in values["event_texts"]:
        told = printed.event_text(text)
        own = told["language"] == values["text_language"]
        same = head == (told["date"], told["kind"]) and not own
        if same and told["language"] not in {each["language"] for each in events[-1]["translations"]}:
            events[-1]["translations"].append(_event_translation(told, values))
            continue
        head = (told["date"], told["kind"])
        try:
            date = dated(PartialDate(told["date"]))
        except PartialDateError:
            raise Unfit("event_texts", text, "does not begin with an EDTF date") from None
        event = {**blank(keys.CASE_EVENT), "kind": told["kind"], "date": date, "sources": [*numbers]}
        if own:
            event["description"] = told["text"]
        else:
            event["translations"] = [_event_translation(told, values)]
        events.append(event)
    told_kinds = {each["kind"] for each in events}
    for kind in values["measures"]:
        if kind in MEASURES and kind not in told_kinds:
            events.append({**blank(keys.CASE_EVENT), "kind": kind, "sources": [*numbers]})
    events.sort(key=lambda event: event["date"]["earliest"] or "9999-99-99")
    only = 1 if len(values["procedural_stage"]) == 1 else None
    return [event | {"proceeding": only} for event in events]


def _event_translation(told: Written, values: Values) -> Written:
    said = {"field": "description", "language": told["language"], "text": told["text"]}
    return {**blank(keys.TRANSLATION), **said, "way": "person", "from_language": values["text_language"]}


def attributions(values: Values, numbers: list[int]) -> list[Written]:
    return [
        {**blank(keys.ATTRIBUTION), "to": to, "by": by, "level": level, "sources": numbers[:1]}
        for to, by, level in zip(
            values["attributed_to"], values["attributed_by"], values["attribution_level"], strict=True
        )
    ]


def affiliations(values: Values, numbers: list[int]) -> list[Written]:
    return [
        {
            **blank(keys.AFFILIATION),
            "organisation": name,
            "reference": made_reference("O", name),
            "kind": "unknown",
            "role": role,
            "sources": [*numbers],
        }
        for name, role in zip(values["organisations"], values["organisation_roles"], strict=True)
    ]


def participations(values: Values, sources: list[Written]) -> list[Written]:
    """An official is the same one where office, agency and the source that names them are."""
    source = sources[0] if sources else {}
    seen = (source.get("url") or source.get("title"), source.get("archived_url"))
    return [
        {
            **blank(keys.PARTICIPATION),
            "official": name,
            "reference": made_reference("J", name, role, agency, *seen),
            "office": role,
            "agency": agency,
            "role": role,
            "sources": [1] if sources else [],
        }
        for name, role, agency in zip(
            values["officials"], values["official_roles"], values["official_agencies"], strict=True
        )
    ]


def assessment(text: str, numbers: list[int]) -> Written:
    said = printed.assessment(text)
    withdrawn = {**blank(keys.DATE), "words": NOT_SAID} if said.pop("withdrawn") else blank(keys.DATE)
    return {
        **blank(keys.ASSESSMENT),
        **said,
        "assessor": NOT_SAID,
        "withdrawn_date": withdrawn,
        "sources": [*numbers],
    }
