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
from cases.wording.words import joined, label, labels, lower_first

MOST_ROLES = 2
MOST_CHARGES = 4


def one_sentence(document: dict) -> str:
    """What happened, and a second short sentence for the charges."""
    sentences = [_what_happened(document), _what_for(document)]
    return " ".join(sentence for sentence in sentences if sentence)


def _what_happened(document: dict) -> str:
    primary = next((each for each in document.get("violations", []) if each.get("primary")), None)
    what = lower_first(label(VIOLATIONS, primary["kind"])) if primary else _("an unspecified act")
    said = {"who": _who(document), "what": what, "when": written(document.get("start"))}
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
    return pattern % said


def _who(document: dict) -> str:
    """The person as far as they are named, with their roles; a group or practice by its description."""
    person, people = document.get("person") or {}, document.get("people") or {}
    roles = list(dict.fromkeys([*person.get("roles", []), *document.get("roles", [])]))
    words = ", ".join(map(lower_first, role_labels(roles[:MOST_ROLES], person.get("gender", ""))))
    if document["kind"] != "person":
        return people.get("description") or document["title"] or label(CASE_KINDS, document["kind"])
    if not person.get("name"):
        if words:
            return _("Somebody whose name is not shown (%(roles)s)") % {"roles": words}
        return _("Somebody whose name is not shown")
    return _("%(name)s (%(roles)s)") % {"name": person["name"], "roles": words} if words else person["name"]


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
