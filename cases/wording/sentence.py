"""The first sentence of a case: who, what happened, where, when, what for; what is not stated is said.

Whole patterns, one for each set of things known. Labels are put in as they are: no pattern needs one inflected.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from cases.vocabularies.charges import CHARGE_CATEGORIES
from cases.vocabularies.people import ROLES
from cases.vocabularies.places import NOT_STATED, STATES
from cases.vocabularies.violations import CASE_KINDS, VIOLATIONS
from cases.wording.dates import written
from cases.wording.names import are_names_chosen, name_for_reader
from cases.wording.texts import Text, text_of, typed
from cases.wording.words import joined, label, labels, lower_first

MOST_ROLES = 2
MOST_CHARGES = 4


def one_sentence(document: dict) -> Text:
    """What happened, and a second short sentence for the charges."""
    what_happened = _what_happened(document)
    sentences = [what_happened, _what_for(document)]
    return Text.around(" ".join(sentence for sentence in sentences if sentence), what_happened)


def _what_happened(document: dict) -> Text:
    primary = next((each for each in document.get("violations", []) if each.get("primary")), None)
    what = lower_first(label(VIOLATIONS, primary["kind"])) if primary else _("an unspecified act")
    who, when = _who(document), written(document.get("start"), document["text_language"])
    said = {"who": who, "what": what, "when": when}
    said["where"] = joined(_countries(document, "location"), last=_("and"))
    said["origin"] = joined(_countries(document, "origin"), last=_("and"))
    if said["where"] and "location" in document["states"].get("inferred", []):
        said["where"] = _("%(countries)s (country inferred by us)") % {"countries": said["where"]}
    match bool(said["where"]), bool(said["origin"]), bool(said["when"]):
        case True, _origin, True:
            pattern = _("%(who)s: %(what)s in %(where)s, %(when)s.")
        case True, _origin, False:
            pattern = _("%(who)s: %(what)s in %(where)s, on a date not stated.")
        case False, True, True:
            pattern = _(
                "%(who)s: %(what)s, %(when)s; where is not stated, the state behind it is %(origin)s."
            )
        case False, True, False:
            pattern = _("%(who)s: %(what)s; where and when is not stated, the state behind it is %(origin)s.")
        case False, False, True:
            pattern = _("%(who)s: %(what)s, %(when)s; where is not stated.")
        case _:
            pattern = _("%(who)s: %(what)s; where and when is not stated.")
    return Text.around(pattern % said, who, when)


def _who(document: dict) -> Text:
    """The person as far as they are named, with their roles; a group or practice by its description."""
    person, people = document.get("person") or {}, document.get("people") or {}
    roles = list(dict.fromkeys([*person.get("roles", []), *document.get("roles", [])]))
    words = ", ".join(map(lower_first, role_labels(roles[:MOST_ROLES], person.get("gender", ""))))
    if document["kind"] != "person":
        written_in = document["text_language"]
        described = typed(people.get("description", ""), written_in)
        return (
            described
            or text_of(document, "title", written_in=written_in)
            or Text(label(CASE_KINDS, document["kind"]))
        )
    if not person.get("name"):
        if words:
            return Text(_("Somebody whose name is not shown (%(roles)s)") % {"roles": words})
        return Text(_("Somebody whose name is not shown"))
    name = name_for_reader(person) if are_names_chosen() else person["name"]
    return Text(_("%(name)s (%(roles)s)") % {"name": name, "roles": words} if words else name)


def role_labels(roles: Iterable[str], gender: str) -> list[str]:
    """What roles are called of somebody of this gender."""
    return [ROLES[role].label_of(gender) if role in ROLES else role for role in roles]


def _countries(document: dict, role: str) -> list[str]:
    return [label(STATES, code) for code in document["states"].get(role, []) if code != NOT_STATED]


def _what_for(document: dict) -> str:
    """The charges ever brought, by category; nothing where nobody is said to have been charged."""
    charges = [charge for proceeding in document.get("proceedings", []) for charge in proceeding["charges"]]
    categories = [charge.get("category", "") for charge in charges]
    known = dict.fromkeys(category for category in categories if category not in ("", "unspecified"))
    words = [lower_first(text) for text in labels(CHARGE_CATEGORIES, known)]
    if not words:
        return _("There were charges; which is not stated.") if charges else ""
    if len(words) > MOST_CHARGES:
        return _("Charges: %(charges)s and others.") % {"charges": ", ".join(words[:MOST_CHARGES])}
    return _("Charges: %(charges)s.") % {"charges": joined(words, last=_("and"))}
