"""The public document that a line of `/cases.csv` tells of: the way back of `register/row.py`.

What a line has no column for is left empty; a fact rests on all sources of the case, since the line does not say on
which. Custody and stage follow from what the line tells; where it says otherwise, that is taken as stated by editors.
"""

from collections.abc import Mapping
from typing import Any

from cases.imports.own import printed
from cases.imports.own.cells_back import Values
from cases.imports.own.errors import Unfit
from cases.imports.own.fact_rows import NOT_SAID
from cases.imports.own.made_reference import made_reference
from cases.register.custody import derive_into
from cases.register.documents import keys
from cases.register.documents.dates import dated
from cases.register.documents.writing import new
from cases.text.custody.derivation import Custody
from cases.text.institutions import is_place_of_detention
from cases.text.partial_dates import PartialDate, PartialDateError
from cases.vocabularies.actions import TRIED_WITH
from cases.vocabularies.charges import PROVISIONS
from cases.vocabularies.places import COUNTRIES, NOT_STATED, REGIONS
from cases.vocabularies.proceedings import MEASURES
from cases.vocabularies.provisions import UNVERIFIED_PROVISIONS
from cases.vocabularies.violations import FINDINGS
from cases.workflow.document import cross_border

Written = dict[str, Any]

STATES = ("origin", "host", "location", "cooperating", "transit", "destination")
TRANSLATED = ("title", "summary")
LAW = {
    (each.country, each.code, each.article): (each.title, each.category)
    for each in (*UNVERIFIED_PROVISIONS, *PROVISIONS)
}


def document_of_row(values: Values, *, titles: Mapping[str, str], today: Any) -> Written:
    """`titles`: of other cases of the file, by reference. Raises Unfit."""
    identity = values["identity"]
    sources = _sources(values)
    numbers = [source["number"] for source in sources]
    states = {name: values[name] for name in STATES}
    place = _place(values)
    person = _person(values)
    content = {
        "sample": bool(values["sample"]),
        "rules": keys.CASE.empty()["rules"],
        "kind": values["kind"],
        "title": values["title"],
        "summary": values["summary"],
        "text_language": values["text_language"],
        "translations": _translations(values),
        "identity": identity,
        "person": person,
        "people": _people(values),
        "roles": [] if person else values["roles"],
        "violations": _violations(values, numbers),
        "methods": values["methods"],
        "states": {**states, "inferred": [], "basis": ""},
        "cross_border": cross_border(states, place, []),
        "place": place,
        "start": _dated(values, "start_date", "start_words"),
        "end": _dated(values, "end_date", "end_words"),
        "custody": keys.CUSTODY.empty(),
        "held": [],
        "stays": [],
        "last_checked": values["last_checked"],
        "proceedings": _proceedings(values, numbers),
        "events": _events(values, numbers),
        "attributions": _attributions(values, numbers),
        "affiliations": _affiliations(values, numbers),
        "participations": _participations(values, sources),
        "lawyers": [{"lawyer": name, "sources": numbers[:1]} for name in values["lawyers"]],
        "age_at_arrest": int(values["age_at_arrest"]) if values["age_at_arrest"].isdecimal() else None,
        "official_positions": [
            {**keys.OFFICIAL_POSITION.empty(), "position": each, "sources": [*numbers]}
            for each in values["official_position"]
        ],
        "interventions": [
            {**keys.INTERVENTION.empty(), **printed.intervention(each), "sources": [*numbers]}
            for each in values["interventions"]
        ],
        "assessments": [_assessment(each, numbers) for each in values["assessments"]],
        "campaigns": [{"reference": each, "title": each} for each in values["campaigns"]],
        "part_of": "",
        "targeted_because_of": "",
        "relations": [_tried_with(each, titles) for each in values["co_defendants"]],
        "sources": sources,
        "citations": _citations(values, numbers),
    }
    document = new("case", values["reference"], **content)
    _derive(document, values, today)
    return document


def _sources(values: Values) -> list[Written]:
    titled = values["identity"] in ("", "named")
    described = list(
        zip(values["source_titles"], values["source_urls"], values["archived_urls"], strict=True)
    ) or [("", "", "")] * max(values["source_count"] or 0, 0)
    sources = []
    for number, (title, url, archived) in enumerate(described, start=1):
        source = {
            "number": number,
            "kind": "news_article",
            "language": "",
            "reliability": "",
            "independent": True,
        }
        if titled:
            source |= {"title": title, "publisher": "", "author": "", "url": url, "archived_url": archived}
            source |= {"published": keys.DATE.empty(), "accessed": ""}
        sources.append(source)
    return sources


def _citations(values: Values, numbers: list[int]) -> list[Written]:
    cited = [("case", number) for number in numbers] + [("lawyer", 1) for _name in values["lawyers"]]
    return [{**keys.CITATION.empty(), "target": target, "source": number} for target, number in cited]


def _dated(values: Values, name: str, words: str) -> Written:
    try:
        return dated(PartialDate(values[name], values[words]))
    except PartialDateError:
        raise Unfit(name, values[name], "is no EDTF date, such as 2024-10-03 or 2024~") from None


def _person(values: Values) -> Written | None:
    """Of everybody whose case it is at least a gender is known, be it as unknown."""
    if values["kind"] != "person" or not values["gender"]:
        return None
    return {
        **keys.PERSON.empty(),
        "reference": values["person_reference"],
        "name": values["name"],
        "other_names": [
            {**keys.NAME.empty(), "text": name, "kind": "official"} for name in values["other_names"]
        ],
        **{name: values[name] for name in ("gender", "birth_year", "nationalities", "roles", "groups")},
    }


def _people(values: Values) -> Written | None:
    if values["kind"] == "person":
        return None
    said = {"min": values["people_min"], "max": values["people_max"], "words": values["people_words"]}
    return {**keys.PEOPLE.empty(), **said}


def _violations(values: Values, numbers: list[int]) -> list[Written]:
    return [
        {
            **keys.VIOLATION.empty(),
            "kind": kind,
            "primary": at == 0,
            "assessor": NOT_SAID if kind in FINDINGS else "",
            "sources": [*numbers],
        }
        for at, kind in enumerate(values["violations"])
    ]


def _place(values: Values) -> Written | None:
    text, region = values["place"], values["region"]
    if not (text or region or values["latitude"] is not None):
        return None
    is_code = region in REGIONS
    facility, _comma, locality = text.rpartition(", ")
    if not facility:
        facility, locality = (text, "") if is_place_of_detention(text) else ("", text)
    country = _country_of_place(values)
    # Below *named* the region alone shows.
    name = (facility or locality) if values["identity"] in ("", "named") else ""
    return {
        "reference": made_reference("F", country, region, facility, locality) if facility else "",
        "country": country,
        "region": region if is_code else "",
        "region_name": "" if is_code else region,
        "locality": locality,
        "facility": facility,
        "names": [name] if name else [],
        "latitude": values["latitude"],
        "longitude": values["longitude"],
        "precision": "" if values["latitude"] is None else "locality",
    }


def _country_of_place(values: Values) -> str:
    code = values["region"][:2] if values["region"] in REGIONS else ""
    stated = (each for name in ("location", "origin", "host") for each in values[name] if each != NOT_STATED)
    return code if code in COUNTRIES else next(stated, "")


def _proceedings(values: Values, numbers: list[int]) -> list[Written]:
    stages = values["procedural_stage"]
    charges = [_charge(values, at, numbers) for at in range(len(values["charges"]))]
    sentences = [
        {**keys.SENTENCE.empty(), **each, "number": number, "sources": [*numbers]}
        for number, each in enumerate(printed.sentences(values["sentence"]), start=1)
    ]
    count = max(len(stages), len(values["counsel"]), 1 if charges or sentences else 0)
    proceedings = [
        {
            **keys.PROCEEDING.empty(),
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
        **keys.CHARGE.empty(),
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


def _events(values: Values, numbers: list[int]) -> list[Written]:
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
        event = {**keys.CASE_EVENT.empty(), "kind": told["kind"], "date": date, "sources": [*numbers]}
        if own:
            event["description"] = told["text"]
        else:
            event["translations"] = [_event_translation(told, values)]
        events.append(event)
    told_kinds = {each["kind"] for each in events}
    for kind in values["measures"]:
        if kind in MEASURES and kind not in told_kinds:
            events.append({**keys.CASE_EVENT.empty(), "kind": kind, "sources": [*numbers]})
    events.sort(key=lambda event: event["date"]["earliest"] or "9999-99-99")
    only = 1 if len(values["procedural_stage"]) == 1 else None
    return [event | {"proceeding": only} for event in events]


def _event_translation(told: Written, values: Values) -> Written:
    said = {"field": "description", "language": told["language"], "text": told["text"]}
    return {**keys.TRANSLATION.empty(), **said, "way": "person", "from_language": values["text_language"]}


def _attributions(values: Values, numbers: list[int]) -> list[Written]:
    return [
        {**keys.ATTRIBUTION.empty(), "to": to, "by": by, "level": level, "sources": numbers[:1]}
        for to, by, level in zip(
            values["attributed_to"], values["attributed_by"], values["attribution_level"], strict=True
        )
    ]


def _affiliations(values: Values, numbers: list[int]) -> list[Written]:
    return [
        {
            **keys.AFFILIATION.empty(),
            "organisation": name,
            "reference": made_reference("O", name),
            "kind": "unknown",
            "role": role,
            "sources": [*numbers],
        }
        for name, role in zip(values["organisations"], values["organisation_roles"], strict=True)
    ]


def _participations(values: Values, sources: list[Written]) -> list[Written]:
    """An official is the same one where office, agency and the source that names them are."""
    source = sources[0] if sources else {}
    seen = (source.get("url") or source.get("title"), source.get("archived_url"))
    return [
        {
            **keys.PARTICIPATION.empty(),
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


def _assessment(text: str, numbers: list[int]) -> Written:
    said = printed.assessment(text)
    withdrawn = {**keys.DATE.empty(), "words": NOT_SAID} if said.pop("withdrawn") else keys.DATE.empty()
    return {
        **keys.ASSESSMENT.empty(),
        **said,
        "assessor": NOT_SAID,
        "withdrawn_date": withdrawn,
        "sources": [*numbers],
    }


def _tried_with(reference: str, titles: Mapping[str, str]) -> Written:
    said = {"kind": TRIED_WITH, "direction": "from", "reference": reference}
    return {**keys.RELATION.empty(), **said, "title": titles.get(reference, reference)}


def _translations(values: Values) -> list[Written]:
    translations = []
    for text in values["translations"]:
        said = printed.translation(text)
        column = f"{said['field']}_{said['language']}"
        if not values.get(column):
            raise Unfit("translations", text, f"has no text in the column {column}")
        translations.append(said | {"text": values[column]})
    told = {f"{each['field']}_{each['language']}" for each in translations}
    for name in values:
        if name.startswith(("title_", "summary_")) and values[name] and name not in told:
            raise Unfit(
                name, values[name], "has no entry in the column translations that says how it was made"
            )
    return translations


def _derive(document: Written, values: Values, today: Any) -> None:
    derived = derive_into(document, today)
    stated = False
    if document["sources"]:
        stated = _state_custody(document, values) | _state_stages(document, values)
    if stated:
        document["custody"]["runs_out"] = None
        derived = derive_into(document, today)
    if values["identity"] in ("initials", "withheld"):
        _tell_order(document, derived)


def _state_custody(document: Written, values: Values) -> bool:
    custody = document["custody"]
    if (custody["status"], custody["as_of"]["text"]) == (values["custody_status"], values["status_as_of"]):
        return False
    as_of = dated(PartialDate(values["status_as_of"]))
    if not as_of["text"] and values["identity"] in ("", "named"):
        as_of["words"] = NOT_SAID
    custody |= {"status": values["custody_status"], "as_of": as_of, "source": 1, "overridden": True}
    return True


def _state_stages(document: Written, values: Values) -> bool:
    stated = False
    for proceeding, stage in zip(document["proceedings"], values["procedural_stage"], strict=False):
        if proceeding["stage"] != stage:
            proceeding |= {
                "stage": stage,
                "stage_as_of": keys.DATE.empty(),
                "stage_source": 1,
                "stage_stated": True,
            }
            stated = True
    return stated


def _tell_order(document: Written, derived: Custody) -> None:
    """Where only months show, events say in which order they came."""
    for place, moment in enumerate(derived.moments, start=1):
        if isinstance(moment.step.key, int):
            document["events"][moment.step.key]["order"] = place
