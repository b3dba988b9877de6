"""A published case as its page shows it, made from the document of one version."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.register.time_spans import certainly_held, possibly_held
from cases.vocabularies.people import GENDERS, GROUPS, IDENTITIES, ROLES
from cases.vocabularies.places import NOT_STATED, REGIONS, STATES
from cases.vocabularies.violations import CASE_KINDS, COUNTING_UNITS, METHODS, VIOLATIONS
from cases.wording.anchors import tied
from cases.wording.claims import assessments, attributions, official_positions
from cases.wording.custody import custody_status
from cases.wording.custody_clock import custody_clock
from cases.wording.dates import written
from cases.wording.events import interventions, timeline
from cases.wording.facts import fact
from cases.wording.involved import affiliations, age_words, lawyers, participations
from cases.wording.names import are_names_chosen, name_for_reader, name_in_script, other_names
from cases.wording.paths import definition_path, place_path
from cases.wording.places import other_spellings, place_words
from cases.wording.proceedings import proceedings
from cases.wording.relations import related
from cases.wording.sentence import one_sentence
from cases.wording.sources import case_marks, source_list
from cases.wording.texts import Text, all_own, text_of, typed
from cases.wording.words import label, listed, lower_first, quoted, states

STATE_ROLES = ("origin", "location", "host", "cooperating", "transit", "destination")
ALWAYS_SAID = ("origin", "location")


def case_file(document: dict, *, today: date) -> dict:
    """Everything the page prints, by part. `today` decides what counts as checked recently."""
    people = [document["person"]] if document.get("person") else []
    title = text_of(document, "title", written_in=document["text_language"])
    heading = called(document, title)
    script_name = name_in_script(
        [name for person in people for name in person.get("other_names", [])], but=f"{heading} {title}"
    )
    file = {
        "kind": label(CASE_KINDS, document["kind"]),
        "sample": document["sample"],
        "sentence": one_sentence(document),
        "script_name": script_name,
        "other_names": other_names(people, but=script_name["text"] if script_name else ""),
        "title": heading,
        "subtitle": title if title != heading else None,
        "summary": text_of(document, "summary", written_in=document["text_language"]),
        "is_translated": all_own(document),
        "marks": case_marks(document),
        "status": custody_status(document, today=today),
        "clock": custody_clock(
            possibly_held(document), certainly_held(document), status=document["custody"]["status"]
        ),
        "facts": [each for each in case_facts(document) if each["value"] or each["always"]],
        "on_map": _on_map(document.get("place")),
        "violations": violations(document),
        "timeline": timeline(document),
        "proceedings": proceedings(document),
        "attributions": attributions(document),
        "affiliations": affiliations(document),
        "participations": participations(document),
        "lawyers": lawyers(document),
        "positions": official_positions(document),
        "interventions": interventions(document),
        "assessments": assessments(document),
        "related": related(document),
        "sources": source_list(document),
        "sources_hidden": document.get("identity") in ("initials", "withheld"),
    }
    return tied(file)


def called(document: dict, title: Text) -> Text:
    """What a reader of this language calls the case: by its title, or where there is none in the language by the name
    of the person in the reader's script, if one is on record."""
    person = document.get("person") or {}
    if not title.language or not person.get("name") or not are_names_chosen():
        return title
    name = name_for_reader(person)
    return Text(name) if name != person["name"] and name not in title else title


def people_words(document: dict) -> Text:
    """The head count of a group: in numbers where stated, else in the words of the source."""
    people = document.get("people") or {}
    least, most = people.get("min"), people.get("max")
    words = typed(people.get("words", ""), document["text_language"])
    if least is None and most is None:
        return Text.around(_("“%s”, no number given") % words, words) if words else words
    if least is not None and most is not None and least != most:
        count = _("%(least)d to %(most)d people") % {"least": least, "most": most}
    elif least is None:
        count = _("at most %d people") % most
    elif most is None:
        count = _("at least %d people") % least
    else:
        count = ngettext("%d person", "%d people", least) % least
    return Text.around(f"{count} ({quoted(words)})" if words else count, words)


def _counted_as(unit: str) -> str:
    return _("counted as: %s") % lower_first(label(COUNTING_UNITS, unit)) if unit else ""


def case_facts(document: dict) -> list[dict]:
    person, people = document.get("person") or {}, document.get("people") or {}
    identity = document.get("identity", "")
    roles = list(dict.fromkeys([*person.get("roles", []), *document.get("roles", [])]))
    place = document.get("place")
    cross = document.get("cross_border") or {}
    written_in = document["text_language"]
    return [
        fact(_("Kind of case"), label(CASE_KINDS, document["kind"])),
        fact(_("Name"), label(IDENTITIES, identity) if identity in ("initials", "withheld") else ""),
        fact(_("Who they are"), typed(people.get("description", ""), written_in)),
        fact(_("How many"), people_words(document), note=_counted_as(people.get("unit", ""))),
        fact(_("Role"), listed(ROLES, roles), defined=definition_path(ROLES)),
        fact(_("Affected group"), listed(GROUPS, person.get("groups", [])), defined=definition_path(GROUPS)),
        fact(_("Gender"), label(GENDERS, person.get("gender", ""))),
        fact(_("Born"), person.get("birth_year") or ""),
        fact(_("Age at arrest"), age_words(document)),
        fact(_("Died"), written(person.get("death"), written_in)),
        fact(_("Nationality"), states(person.get("nationalities", []))),
        fact(_("Targeted because of"), document.get("targeted_because_of", "")),
        fact(_("Place"), place_words(place), note=_spellings(place), always=True, links=_region_link(place)),
        fact(_("Start"), written(document.get("start"), written_in), always=True),
        fact(_("End"), written(document.get("end"), written_in)),
        *[_state_fact(document, role) for role in STATE_ROLES],
        fact(
            _("Across borders"),
            "" if cross.get("value") is None else (_("yes") if cross["value"] else _("no")),
            note=_crossing(cross.get("basis", "")),
        ),
        fact(_("Method of transnational repression"), listed(METHODS, document.get("methods", []))),
        fact(_("Last checked by us"), written({"text": document.get("last_checked", "")})),
    ]


def _crossing(basis: str) -> str:
    """What tells that a case went across borders; a basis we have no words for is left out."""
    words = {
        "host": _("the target lived in another state"),
        "location": _("it happened in another state"),
        "place": _("a place it names lies in another state"),
    }
    return words.get(basis, "")


def _links(*links: tuple[str, str]) -> list[dict]:
    return [{"words": words, "path": path} for words, path in links if path]


def _state_fact(document: dict, role: str) -> dict:
    names = {
        "origin": _("State of origin (whose repression)"),
        "location": _("Where it happened"),
        "host": _("Where the target lived"),
        "cooperating": _("Said to have cooperated"),
        "transit": _("Passed through"),
        "destination": _("Destination"),
    }
    stated = document["states"]
    codes = stated.get(role, [])
    note = ""
    if role in stated.get("inferred", []):
        basis = typed(stated.get("basis", ""), document["text_language"])
        note = (
            Text.around(_("inferred by us from: %s") % basis, basis) if basis else Text(_("inferred by us"))
        )
    value = "" if codes == [NOT_STATED] else states(codes)
    links = [(label(STATES, code), place_path(code)) for code in codes] if role == "location" else []
    return fact(
        names[role], value, note=note, always=role in ALWAYS_SAID or bool(codes), links=_links(*links)
    )


def _on_map(place: dict | None) -> dict | None:
    """What the small map of the place is to show; how it is drawn is the page's affair."""
    return {"country": place.get("country", ""), "region": place.get("region", "")} if place else None


def _region_link(place: dict | None) -> list[dict]:
    """The way to the page of the region, where it is given by a code."""
    region = (place or {}).get("region", "")
    return _links((label(REGIONS, region), place_path("", region))) if region else []


def _spellings(place: dict | None) -> str:
    spellings = other_spellings(place)
    return _("also written %s") % ", ".join(spellings) if spellings else ""


def violations(document: dict) -> list[dict]:
    return [
        {
            "label": label(VIOLATIONS, item["kind"]),
            "date": written(item.get("date"), document["text_language"]),
            "end": written(item.get("end"), document["text_language"]),
            "place": place_words(item.get("place")),
            "assessor": typed(item.get("assessor", ""), document["text_language"]),
            "primary": item.get("primary", False),
            "sources": item.get("sources", []),
        }
        for item in document.get("violations", [])
    ]
