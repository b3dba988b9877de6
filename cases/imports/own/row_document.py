"""The public document that a line of `/cases.csv` tells of: the way back of `register/row.py`.

What a line has no column for is left empty; a fact rests on all sources of the case, since the line does not say on
which. Custody and stage follow from what the line tells; where it says otherwise, that is taken as stated by editors.
"""

from collections.abc import Mapping
from typing import Any

from cases.imports.own import printed, row_facts
from cases.imports.own.cells_back import Values
from cases.imports.own.errors import Unfit
from cases.imports.own.fact_rows import NOT_SAID
from cases.imports.own.made_reference import made_reference
from cases.imports.own.row_facts import blank
from cases.register.custody import derive_into
from cases.register.documents import keys
from cases.register.documents.dates import dated
from cases.register.documents.rules import RULES
from cases.text.custody.derivation import Custody
from cases.text.institutions import is_place_of_detention
from cases.text.partial_dates import PartialDate, PartialDateError
from cases.vocabularies.actions import TRIED_WITH
from cases.vocabularies.places import COUNTRIES, NOT_STATED, REGIONS
from cases.vocabularies.violations import FINDINGS
from cases.workflow.document import cross_border

Written = dict[str, Any]

STATES = ("origin", "host", "location", "cooperating", "transit", "destination")
TRANSLATED = ("title", "summary")


def document_of_row(values: Values, *, titles: Mapping[str, str], today: Any) -> Written:
    """`titles`: of other cases of the file, by reference. Raises Unfit."""
    identity = values["identity"]
    sources = _sources(values)
    numbers = [source["number"] for source in sources]
    states = {name: values[name] for name in STATES}
    place = _place(values)
    person = _person(values)
    document = {
        "schema": keys.SCHEMA,
        "type": "case",
        "reference": values["reference"],
        "sample": bool(values["sample"]),
        "rules": RULES,
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
        "custody": blank(keys.CUSTODY),
        "held": [],
        "stays": [],
        "last_checked": values["last_checked"],
        "proceedings": row_facts.proceedings(values, numbers),
        "events": row_facts.events(values, numbers),
        "attributions": row_facts.attributions(values, numbers),
        "affiliations": row_facts.affiliations(values, numbers),
        "participations": row_facts.participations(values, sources),
        "lawyers": [{"lawyer": name, "sources": numbers[:1]} for name in values["lawyers"]],
        "age_at_arrest": int(values["age_at_arrest"]) if values["age_at_arrest"].isdecimal() else None,
        "official_positions": [
            {**blank(keys.OFFICIAL_POSITION), "position": each, "sources": [*numbers]}
            for each in values["official_position"]
        ],
        "interventions": [
            {**blank(keys.INTERVENTION), **printed.intervention(each), "sources": [*numbers]}
            for each in values["interventions"]
        ],
        "assessments": [row_facts.assessment(each, numbers) for each in values["assessments"]],
        "campaigns": [{"reference": each, "title": each} for each in values["campaigns"]],
        "part_of": "",
        "targeted_because_of": "",
        "relations": [_tried_with(each, titles) for each in values["co_defendants"]],
        "sources": sources,
        "citations": _citations(values, numbers),
    }
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
            source |= {"published": blank(keys.DATE), "accessed": ""}
        sources.append(source)
    return sources


def _citations(values: Values, numbers: list[int]) -> list[Written]:
    cited = [("case", number) for number in numbers] + [("lawyer", 1) for _name in values["lawyers"]]
    return [{**blank(keys.CITATION), "target": target, "source": number} for target, number in cited]


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
        **blank(keys.PERSON),
        "reference": values["person_reference"],
        "name": values["name"],
        "other_names": [
            {**blank(keys.NAME), "text": name, "kind": "official"} for name in values["other_names"]
        ],
        **{name: values[name] for name in ("gender", "birth_year", "nationalities", "roles", "groups")},
    }


def _people(values: Values) -> Written | None:
    if values["kind"] == "person":
        return None
    said = {"min": values["people_min"], "max": values["people_max"], "words": values["people_words"]}
    return {**blank(keys.PEOPLE), **said}


def _violations(values: Values, numbers: list[int]) -> list[Written]:
    return [
        {
            **blank(keys.VIOLATION),
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
    name = facility or locality
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


def _tried_with(reference: str, titles: Mapping[str, str]) -> Written:
    said = {"kind": TRIED_WITH, "direction": "from", "reference": reference}
    return {**blank(keys.RELATION), **said, "title": titles.get(reference, reference)}


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
    if document["sources"]:
        _state_stages(document, values)
        if _state_custody(document, values):
            derived = derive_into(document, today, known=derived)
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


def _state_stages(document: Written, values: Values) -> None:
    for proceeding, stage in zip(document["proceedings"], values["procedural_stage"], strict=False):
        if proceeding["stage"] != stage:
            proceeding |= {
                "stage": stage,
                "stage_as_of": blank(keys.DATE),
                "stage_source": 1,
                "stage_stated": True,
            }


def _tell_order(document: Written, derived: Custody) -> None:
    """Where only months show, events say in which order they came."""
    for place, moment in enumerate(derived.moments, start=1):
        if isinstance(moment.step.key, int):
            document["events"][moment.step.key]["order"] = place
