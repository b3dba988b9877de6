"""The flat row of a public document: one function, `row`, from which every column of a case is filled.

Nothing here asks the database: the same document always gives the same row, which `check.py` relies on.
What the columns mean stands in `fields.py`; the keys of the document in `documents/keys.py`.
"""

import re
from datetime import date, timedelta

from cases.register.custody import confirmed_day, held_at
from cases.register.fields import TRANSLATED, translated_column
from cases.register.figures import ARREST_EVENTS
from cases.register.finding_aids import name_tokens, searchable_text, sort_name, words
from cases.register.sentences import longest_term, standing_sentences
from cases.register.time_spans import case_span, certainly_held, possibly_held
from cases.text.addresses import is_web_address
from cases.vocabularies.actions import TRIED_WITH
from cases.vocabularies.charges import LEGAL_CODES
from cases.vocabularies.proceedings import MEASURES, REGIMES, SENTENCE_KINDS

_TITLED = ("title", "summary")
_DAY_OR_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")


def _of_the_web(address: str) -> str:
    return address if is_web_address(address) else ""


def row(document: dict) -> dict:
    """Column name → value, for everything of a case's row that comes from its document."""
    return printed(document) | {
        "document": document,
        "last_known_from": _last_known_from(document["custody"]),
        "confirmed_day": confirmed_day(document),
        "overlaps_with": (document["people"] or {}).get("overlaps") or [],
        "span": case_span(document),
        "possibly_held": possibly_held(document),
        "certainly_held": certainly_held(document),
        "name_tokens": sorted(name_tokens(document)),
        "words": sorted(words(document)),
        "searchable_text": searchable_text(document),
        "sort_name": sort_name(document),
    }


def printed(document: dict) -> dict:
    """The same for the fields of `fields.py` alone: what readers see of it."""
    return (
        _subject(document)
        | _conduct(document)
        | _where(document)
        | _when(document)
        | _proceedings(document)
        | _claims(document)
        | _others(document)
        | _sources(document)
        | _translations(document)
    )


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _last_known_from(custody: dict) -> date | None:
    """The first day on which the status is only last known; None if no such day can be named."""
    if custody["in_doubt"]:
        return date.min
    runs_out = day(custody["runs_out"])
    return runs_out + timedelta(days=1) if runs_out and runs_out < date.max else None


def charges_of(document: dict) -> list[dict]:
    """Every charge of every proceeding, in order."""
    return [charge for proceeding in document["proceedings"] for charge in proceeding["charges"]]


def courts_of(document: dict) -> list[str]:
    """Every court that took a decision, in the order of the events, and then those that proceedings name."""
    deciding = [event["court"] for event in document["events"]]
    return _once([*deciding, *(proceeding["court"] for proceeding in document["proceedings"])])


def age_at_arrest(document: dict) -> tuple[int, int] | None:
    """Least and greatest age the person can have had when first arrested: as stated, else by the year of birth and the
    year of the first arrest; None where that is not known to the year.

    The day of birth is not asked for, since only its year is public.
    """
    stated, person = document["age_at_arrest"], document["person"] or {}
    if stated is not None:
        return stated, stated
    born, years = person.get("birth_year"), _years_of_arrest(document)
    if born is None or not years or years[0] <= born:
        return None
    return years[0] - born - 1, years[1] - born


def _years_of_arrest(document: dict) -> tuple[int, int] | None:
    """First and last year in which the first arrest can lie; None where it has no bounds, or there was none."""
    arrests = [
        event["date"]
        for event in document["events"]
        if event["kind"] in ARREST_EVENTS and not event["in_absentia"] and event["date"]["earliest"]
    ]
    if not arrests:
        return None
    first = min(arrests, key=lambda each: each["earliest"])
    return (day(first["earliest"]).year, day(first["latest"]).year) if first["latest"] else None


def age_text(document: dict) -> str:
    """`34`, or `33–34` where the year of birth allows both."""
    ages = age_at_arrest(document)
    return "–".join(str(age) for age in sorted({*ages})) if ages else ""


def article_text(charge: dict) -> str:
    """`AZ Criminal Code 274`: country, code and article as printed; nothing where no article was stated."""
    if not charge.get("article"):
        return ""
    code = charge["code"]
    name = LEGAL_CODES[code].en if code in LEGAL_CODES else code
    return " ".join(part for part in (charge["country"], name, charge["article"]) if part)


def place_text(place: dict | None) -> str:
    """Facility and locality, as far as they may be public."""
    place = place or {}
    return ", ".join(part for part in (place.get("facility"), place.get("locality")) if part)


def _subject(document: dict) -> dict:
    person, people = document["person"] or {}, document["people"] or {}
    return {
        "reference": document["reference"],
        "sample": document["sample"],
        "kind": document["kind"],
        "title": document["title"],
        "name": person.get("name", ""),
        "other_names": [name["text"] for name in person.get("other_names", [])],
        "person_reference": person.get("reference", ""),
        "identity": document["identity"],
        "gender": person.get("gender", ""),
        "birth_year": person.get("birth_year"),
        "nationalities": person.get("nationalities", []),
        "roles": _once([*person.get("roles", []), *document["roles"]]),
        "groups": person.get("groups", []),
        "people_min": people.get("min"),
        "people_max": people.get("max"),
        "people_words": people.get("words", ""),
        "summary": document["summary"],
    }


def _conduct(document: dict) -> dict:
    by_rank = sorted(document["violations"], key=lambda violation: not violation["primary"])
    return {
        "co_defendants": co_defendants(document),
        "measures": _once(event["kind"] for event in document["events"] if event["kind"] in MEASURES),
        "violations": _once(violation["kind"] for violation in by_rank),
        "methods": document["methods"],
        "cross_border": document["cross_border"]["value"],
        "campaigns": [campaign["reference"] for campaign in document["campaigns"]],
    }


def co_defendants(document: dict) -> list[str]:
    """References of the cases that were tried together with this one."""
    return _once(each["reference"] for each in document["relations"] if each["kind"] == TRIED_WITH)


def _where(document: dict) -> dict:
    states, place = document["states"], document["place"] or {}
    return {
        **{
            name: states[name]
            for name in ("origin", "host", "location", "cooperating", "transit", "destination")
        },
        "place": place_text(place),
        "region": place.get("region") or place.get("region_name") or "",
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
    }


def _when(document: dict) -> dict:
    columns = {}
    for side in ("start", "end"):
        partial = document[side]
        columns |= {
            f"{side}_date": partial["text"],
            f"{side}_earliest": day(partial["earliest"]),
            f"{side}_latest": day(partial["latest"]),
            f"{side}_words": partial["words"],
        }
    return columns


def _proceedings(document: dict) -> dict:
    charges = charges_of(document)
    standing = standing_sentences(document)
    return {
        "custody_status": document["custody"]["status"],
        "status_as_of": document["custody"]["as_of"]["text"],
        "last_checked": _day_or_month(document["last_checked"]),
        "confirmed_on": document["custody"]["confirmed"]["text"],
        **_held_at(document),
        "counsel": _once(proceeding["counsel"] for proceeding in document["proceedings"]),
        "courts": courts_of(document),
        "court_references": _once(event["court_reference"] for event in document["events"]),
        "procedural_stage": [proceeding["stage"] for proceeding in document["proceedings"]],
        "charges": [charge["text"] or charge["title"] for charge in charges],
        "charge_articles": [article_text(charge) for charge in charges],
        "charge_categories": [charge["category"] for charge in charges],
        "charge_statuses": [charge["status"] for charge in charges],
        "provisions": _once(_provision(charge) for charge in charges),
        "sentence": "; ".join(sentence_text(sentence) for sentence in standing),
        "sentence_months": longest_term(standing),
    }


def _held_at(document: dict) -> dict:
    stay = held_at(document)
    return {
        "held_at": stay["place"]["facility"] if stay else "",
        "held_at_as_of": stay["as_of"]["text"] if stay else "",
        "held_at_reference": stay["place"]["reference"] if stay else "",
    }


def _claims(document: dict) -> dict:
    attributions = document["attributions"]
    return {
        "attributed_to": [attribution["to"] for attribution in attributions],
        "attributed_by": [attribution["by"] for attribution in attributions],
        "attribution_level": [attribution["level"] for attribution in attributions],
        "agencies": _once(each["agency"] for each in attributions if each["level"] != "rejected"),
        "official_position": _once(position["position"] for position in document["official_positions"]),
        "assessments": [_assessment_text(assessment) for assessment in document["assessments"]],
        "interventions": [_intervention_text(intervention) for intervention in document["interventions"]],
    }


def _others(document: dict) -> dict:
    """Who else is named: where the people belong, who took part for the state, who defended them."""
    affiliations, parts = document["affiliations"], document["participations"]
    return {
        "organisations": [each["organisation"] for each in affiliations],
        "organisation_roles": [each["role"] for each in affiliations],
        "organisation_references": _once(each["reference"] for each in affiliations),
        "officials": [each["official"] for each in parts],
        "official_roles": [each["role"] for each in parts],
        "official_agencies": [each["agency"] for each in parts],
        "official_references": _once(each["reference"] for each in parts),
        "lawyers": [each["lawyer"] for each in document["lawyers"]],
        "age_at_arrest": age_text(document),
    }


def _sources(document: dict) -> dict:
    sources = document["sources"]
    return {
        "source_count": sum(1 for source in sources if source["independent"]),
        "source_titles": [source.get("title", "") for source in sources],
        "source_urls": [_of_the_web(source.get("url", "")) for source in sources],
        "archived_urls": [_of_the_web(source.get("archived_url", "")) for source in sources],
    }


def _translations(document: dict) -> dict:
    columns = {translated_column(text, language): "" for text in _TITLED for language in TRANSLATED}
    for each in document["translations"]:
        column = translated_column(each["field"], each["language"])
        if column in columns:
            columns[column] = each["text"]
    return columns | {
        "text_language": document["text_language"],
        "translations": [_translation_text(each) for each in document["translations"]],
        "event_texts": [text for event in document["events"] for text in _event_texts(event, document)],
    }


def _event_texts(event: dict, document: dict) -> list[str]:
    """`2024-08-21 detained, en: At home.`, and the same in every other language in which it is told."""
    head = " ".join(filter(None, (event["date"]["text"], event["kind"])))
    own = [(document["text_language"], event["description"])] if event["description"] else []
    told = [*own, *((each["language"], each["text"]) for each in event["translations"])]
    return [f"{head}, {language}: {text}" for language, text in told]


def _translation_text(translation: dict) -> str:
    """`az title: person, from en, by A. Sample`."""
    source, by = translation["from_language"], translation["by"]
    made = [translation["way"], source and f"from {source}", by and f"by {by}"]
    return f"{translation['language']} {translation['field']}: {', '.join(filter(None, made))}"


def _day_or_month(text: str) -> str:
    if text and not _DAY_OR_MONTH.fullmatch(text):
        raise ValueError(f"last_checked: {text!r} is neither a day nor a month")
    return text


def _once(values) -> list[str]:
    """The values that say something, each once, in their order."""
    return list(dict.fromkeys(value for value in values if value))


def _provision(charge: dict) -> str:
    parts = (charge["country"], charge["code"], charge["article"])
    return ":".join(parts) if all(parts) else ""


def sentence_text(sentence: dict) -> str:
    kind, regime = sentence["kind"], sentence["regime"]
    term = [
        f"{sentence[unit]} {unit if sentence[unit] != 1 else unit[:-1]}"
        for unit in ("years", "months", "days")
        if sentence[unit]
    ]
    parts = [
        SENTENCE_KINDS[kind].en if kind in SENTENCE_KINDS else kind,
        " ".join(term) or ("" if sentence["amount"] else sentence["words"]),
        " ".join(filter(None, (sentence["amount"], sentence["currency"]))),
        REGIMES[regime].en if regime in REGIMES else regime,
    ]
    return ", ".join(part for part in parts if part)


def _assessment_text(assessment: dict) -> str:
    parts = [assessment["framework"], assessment["outcome"]]
    if any(assessment["withdrawn_date"].values()):
        parts.append("withdrawn")
    return ":".join(parts)


def _intervention_text(intervention: dict) -> str:
    ends = " → ".join(end for end in (intervention["actor"], intervention["addressee"]) if end)
    return ": ".join(part for part in (intervention["kind"], ends) if part)
