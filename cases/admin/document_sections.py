"""A public document as lines of text by section, and two of them side by side."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import get_language, gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.register.fields import FIELDS
from cases.text.partial_dates import PartialDate
from cases.vocabularies import (
    actions,
    attributions,
    charges,
    custody,
    people,
    places,
    proceedings,
    sources,
    violations,
)

ABOUT = ("kind", "title", "summary", "identity")
UNTOLD = frozenset({"schema", "rules", "type", "reference", "earliest", "latest"})
ALIKE = 0.6
"""Two lines that resemble each other so much are one line that changed."""
LABELS = {
    "kind": _("Kind"),
    "title": _("Title"),
    "summary": _("Summary"),
    "identity": _("Identity"),
    "person": _("Person"),
    "people": _("People"),
    "roles": _("Roles"),
    "violations": _("Violations"),
    "methods": _("Methods"),
    "cross_border": _("Cross border"),
    "place": _("Place"),
    "start": pgettext_lazy("date", "Start"),
    "end": pgettext_lazy("date", "End"),
    "custody": _("Custody"),
    "last_checked": _("Last checked"),
    "proceedings": _("Proceedings"),
    "events": _("Events"),
    "attributions": _("Attributions"),
    "official_positions": _("Official positions"),
    "interventions": _("Interventions"),
    "assessments": _("Assessments"),
    "campaigns": _("Campaigns"),
    "part_of": _("Part of"),
    "targeted_because_of": _("Targeted because of"),
    "relations": _("Relations"),
    "sources": _("Sources"),
    "citations": _("Citations"),
    "reference": _("Reference"),
    "name": pgettext_lazy("of a person", "Name"),
    "other_names": _("Other names"),
    "gender": _("Gender"),
    "birth_year": _("Birth year"),
    "death": _("Death"),
    "nationalities": _("Nationalities"),
    "groups": _("Groups"),
    "description": _("Description"),
    "words": pgettext_lazy("in a document", "Words"),
    "overlaps": _("Overlaps"),
    "date": _("Date"),
    "primary": pgettext_lazy("violation", "Primary"),
    "assessor": _("Assessor"),
    "country": _("Country"),
    "region": _("Region"),
    "region_name": _("Region name"),
    "locality": _("Locality"),
    "facility": _("Facility"),
    "names": pgettext_lazy("of a place", "Names"),
    "latitude": _("Latitude"),
    "longitude": _("Longitude"),
    "precision": _("Precision"),
    "origin": pgettext_lazy("country", "Origin"),
    "host": pgettext_lazy("country", "Host"),
    "location": pgettext_lazy("country", "Location"),
    "cooperating": pgettext_lazy("country", "Cooperating"),
    "transit": pgettext_lazy("country", "Transit"),
    "destination": pgettext_lazy("country", "Destination"),
    "value": pgettext_lazy("in a document", "Value"),
    "status": pgettext_lazy("in a document", "Status"),
    "as_of": _("As of"),
    "source": _("Source"),
    "last_known": _("Last known"),
    "overridden": pgettext_lazy("in a document", "Overridden"),
    "number": pgettext_lazy("in a document", "Number"),
    "jurisdiction": _("Jurisdiction"),
    "stage": _("Stage"),
    "stage_as_of": _("Stage as of"),
    "stage_source": _("Stage source"),
    "in_absentia": _("In absentia"),
    "court": _("Court"),
    "charges": _("Charges"),
    "sentences": pgettext_lazy("punishment", "Sentences"),
    "text": pgettext_lazy("in a document", "Text"),
    "code": pgettext_lazy("of law", "Code"),
    "article": _("Article"),
    "category": _("Category"),
    "modality": _("Modality"),
    "replaced_by": _("Replaced by"),
    "years": pgettext_lazy("of a sentence", "Years"),
    "months": pgettext_lazy("of a sentence", "Months"),
    "days": pgettext_lazy("of a sentence", "Days"),
    "regime": pgettext_lazy("of a sentence", "Regime"),
    "expected_end": _("Expected end"),
    "superseded": pgettext_lazy("sentence", "Superseded"),
    "until": pgettext_lazy("order of detention", "Until"),
    "held_since": _("Held since"),
    "decision": _("Decision"),
    "custody_stated": _("Custody stated"),
    "taken_into_custody": _("Taken into custody"),
    "agency": _("Agency"),
    "proceeding": _("Proceeding"),
    "involvement": _("Involvement"),
    "level": pgettext_lazy("of attribution", "Level"),
    "position": pgettext_lazy("of a state", "Position"),
    "stated_by": _("Stated by"),
    "about": pgettext_lazy("in a document", "About"),
    "actor": _("Actor"),
    "addressee": _("Addressee"),
    "requested": pgettext_lazy("of an intervention", "Requested"),
    "response": pgettext_lazy("of an intervention", "Response"),
    "impact": pgettext_lazy("of an intervention", "Impact"),
    "response_to": _("Response to"),
    "linked_by_us": _("Linked by us"),
    "framework": _("Framework"),
    "categories": _("Categories"),
    "outcome": pgettext_lazy("of an assessment", "Outcome"),
    "withdrawn_date": _("Withdrawn date"),
    "direction": pgettext_lazy("of a relation", "Direction"),
    "language": _("Language"),
    "publisher": _("Publisher"),
    "author": _("Author"),
    "published": pgettext_lazy("date of a source", "Published"),
    "reliability": _("Reliability"),
    "independent": pgettext_lazy("source", "Independent"),
    "credibility": _("Credibility"),
    "pinpoint": _("Pinpoint"),
    "claimed_value": _("Claimed value"),
    "preferred": pgettext_lazy("in a document", "Preferred"),
    "preference_reason": _("Preference reason"),
    "remark": _("Remark"),
    "script": pgettext_lazy("of a name", "Script"),
    "states": _("Countries"),
    "url": pgettext_lazy("of a web page", "Address"),
    "archived_url": _("Archived copy"),
    "accessed": _("Read on"),
    "target": pgettext_lazy("citation", "For"),
    "by": pgettext_lazy("claim", "According to"),
    "to": pgettext_lazy("claim", "Attributed to"),
    "min": _("At least"),
    "max": _("At most"),
    "unit": pgettext_lazy("people", "Counted"),
    "final": _("Final judgment"),
    "verb": _("In the words of the source"),
    "claimed_field": _("Gives a value for"),
    "inferred": _("Inferred by us"),
    "basis": _("Resting on"),
}
"""What each key of a document is called."""
NAMES_A_KEY = frozenset({("states", "inferred"), ("cross_border", "basis")})
"""Where the value is itself a key of the document."""
DIRECTIONS = {
    "from": pgettext_lazy("direction of a relation", "from"),
    "to": pgettext_lazy("direction of a relation", "to"),
}
DAYS = frozenset({"last_checked", "accessed"})
TARGETS = {
    "case": _("the whole record"),
    "campaign": _("the whole record"),
    "violation": _("this violation"),
    "charge": _("this charge"),
    "sentence": pgettext_lazy("punishment", "this sentence"),
    "event": _("this event"),
    "attribution": _("this attribution"),
    "intervention": _("this intervention"),
    "assessment": _("this assessment"),
}
FIELD_LABELS = {field.name: field.label for field in FIELDS}

WORDS = {
    ("", "kind"): violations.CASE_KINDS,
    ("", "identity"): people.IDENTITIES,
    ("", "roles"): people.ROLES,
    ("", "methods"): violations.METHODS,
    ("person", "gender"): people.GENDERS,
    ("person", "roles"): people.ROLES,
    ("person", "groups"): people.GROUPS,
    ("person", "nationalities"): places.COUNTRIES,
    ("people", "unit"): violations.COUNTING_UNITS,
    ("violations", "kind"): violations.VIOLATIONS,
    ("custody", "status"): custody.CUSTODY_STATUSES,
    ("other_names", "kind"): people.NAME_KINDS,
    ("other_names", "language"): people.LANGUAGES,
    ("other_names", "script"): people.SCRIPTS,
    ("charges", "country"): places.COUNTRIES,
    ("charges", "code"): charges.LEGAL_CODES,
    ("place", "precision"): places.PRECISIONS,
    ("proceedings", "kind"): proceedings.PROCEEDING_KINDS,
    ("proceedings", "jurisdiction"): places.COUNTRIES,
    ("proceedings", "stage"): proceedings.STAGES,
    ("charges", "category"): charges.CHARGE_CATEGORIES,
    ("charges", "modality"): charges.MODALITIES,
    ("charges", "status"): charges.CHARGE_STATUSES,
    ("sentences", "kind"): proceedings.SENTENCE_KINDS,
    ("sentences", "regime"): proceedings.REGIMES,
    ("events", "kind"): proceedings.EVENT_KINDS,
    ("events", "custody"): custody.CUSTODY_STATUSES,
    ("events", "decision"): proceedings.DECISIONS,
    ("events", "custody_stated"): custody.CUSTODY_STATUSES,
    ("attributions", "country"): places.COUNTRIES,
    ("place", "country"): places.COUNTRIES,
    ("sources", "language"): people.LANGUAGES,
    ("attributions", "involvement"): attributions.INVOLVEMENTS,
    ("attributions", "level"): attributions.ATTRIBUTION_LEVELS,
    ("official_positions", "position"): attributions.OFFICIAL_POSITIONS,
    ("interventions", "kind"): actions.INTERVENTION_KINDS,
    ("interventions", "status"): actions.INTERVENTION_STATUSES,
    ("assessments", "framework"): actions.ASSESSMENT_FRAMEWORKS,
    ("assessments", "categories"): actions.ASSESSMENT_CATEGORIES,
    ("assessments", "outcome"): actions.ASSESSMENT_OUTCOMES,
    ("relations", "kind"): actions.RELATION_KINDS,
    ("sources", "kind"): sources.SOURCE_KINDS,
    ("sources", "reliability"): sources.RELIABILITIES,
    ("citations", "credibility"): sources.CREDIBILITIES,
    **{("states", name): places.STATES for name in ("origin", "host", "location", "cooperating", "transit")},
    ("states", "destination"): places.STATES,
}
"""Which list a code is read from, by the part of the document it stands in and its key."""


@dataclass(frozen=True)
class Section:
    """``rows`` are (before, after, how): how is same, added, removed or changed."""

    name: str
    rows: list

    @property
    def differs(self):
        return any(how != "same" for _, _, how in self.rows)


def compared(before, after):
    """Sections of two documents (``before`` may be None), line beside line; empty ones are left out.

    A stored document comes back with its keys in another order; both are read in the order of ``after``.
    """
    order = {}
    _note_order(after, order)
    old, new = sections(_in_order(before or {}, order)), sections(after)
    names = [*new, *(name for name in old if name not in new)]
    return [Section(name, _rows(old.get(name, []), new.get(name, []))) for name in names]


def _note_order(value, order, part=""):
    if isinstance(value, dict):
        for key, item in value.items():
            order.setdefault((part, key), len(order))
            _note_order(item, order, key)
    for item in value if isinstance(value, list) else ():
        _note_order(item, order, part)


def _in_order(value, order, part=""):
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: (order.get((part, key), len(order)), key))
        return {key: _in_order(value[key], order, key) for key in keys}
    return [_in_order(item, order, part) for item in value] if isinstance(value, list) else value


def sections(document):
    """Lines of text by section name, in the document's order."""
    told = {
        pgettext("section of a document", "About"): [
            line for key in ABOUT if key in document for line in _lines("", {key: document[key]})
        ]
    }
    for key, value in document.items():
        if key not in ABOUT and key not in UNTOLD:
            told[_words(key)] = _section(key, value)
    return {name: lines for name, lines in told.items() if lines}


def _section(key, value):
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [_text(key, "", item) for item in value]
    if isinstance(value, dict) and not _is_date(value):
        return list(_lines(key, value))
    return list(filter(None, [_text("", key, value)]))


def _lines(part, mapping):
    for key, value in mapping.items():
        text = "" if key in UNTOLD or value is False else _text(part, key, value)
        if text:
            yield f"{_words(key)}: {text}"


def _text(part, key, value):
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, dict):
        return _date(value) if _is_date(value) else " · ".join(_lines(key or part, value))
    if isinstance(value, list):
        nested = any(isinstance(item, dict) for item in value)
        return (" | " if nested else ", ").join(_text(part, key, item) for item in value)
    if key in DAYS:
        return PartialDate(value).echo(get_language())
    if key == "target":
        return str(TARGETS.get(value, value))
    if key == "claimed_field":
        return str(FIELD_LABELS.get(value, value))
    if (part, key) in NAMES_A_KEY:
        return _words(value)
    if (part, key) == ("relations", "direction"):
        return str(DIRECTIONS[value])
    code_list = WORDS.get((part, key))
    return str(code_list.label(value)) if code_list is not None else str(value)


def _is_date(value):
    return "text" in value and "words" in value and "earliest" in value


def _date(value):
    return PartialDate(value["text"], value["words"]).echo(get_language())


def _words(key):
    # A stored document may have been made by an earlier program, with keys of its own.
    return str(LABELS.get(key) or key.replace("_", " ").capitalize())


def _rows(old, new):
    rows = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        left, right = old[i1:i2], new[j1:j2]
        if tag == "equal":
            rows += [(a, b, "same") for a, b in zip(left, right, strict=True)]
            continue
        rows += _paired(left, right)
    return rows


def _paired(left, right):
    """Lines that took each other's place side by side: each new one beside the old one it resembles."""
    rows, left = [], list(left)
    for new in right:
        likeness = [SequenceMatcher(a=old, b=new, autojunk=False).ratio() for old in left]
        best = max(range(len(left)), key=likeness.__getitem__, default=None)
        if best is not None and (likeness[best] > ALIKE or len(left) == len(right) == 1):
            rows += [(old, "", "removed") for old in left[:best]]
            rows.append((left[best], new, "changed"))
            left = left[best + 1 :]
        else:
            rows.append(("", new, "added"))
    return [*rows, *((old, "", "removed") for old in left)]
