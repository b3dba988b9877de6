"""A title and a summary made from the facts of a public document, in each language of the site.

For whoever writes a record and finds nothing to add to what its facts say. Names stand in the script of the language
where one is on record, roles as they are called of that person; below *named* the document has no name to take.
What time would make untrue is left out: somebody is *held* only where the document shows it on the day of making.
"""

from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from cases.register.custody import spells
from cases.register.documents.keys import PEOPLE
from cases.text.since import since
from cases.vocabularies.charges import CHARGE_CATEGORIES
from cases.vocabularies.places import NOT_STATED, STATES
from cases.vocabularies.proceedings import CUSTODY_STATUSES, IN_CUSTODY
from cases.vocabularies.violations import CASE_KINDS, VIOLATIONS
from cases.wording.custody import is_last_known
from cases.wording.dates import written
from cases.wording.names import name_for_reader
from cases.wording.sentence import one_sentence, role_labels
from cases.wording.words import joined, label, labels, lower_first, upper_first

MOST_CHARGES = 2
NO_ROLE = frozenset({"other"})
"""Roles that say nothing of whom a title is about."""
GIVEN_UP = frozenset({"dropped", "acquitted", "reclassified"})
"""Statuses of charges for which nobody is held any more."""
SAID_AS_THEY_ARE = frozenset({"house_arrest", "psychiatric_confinement", "unacknowledged_custody"})
"""Statuses of custody that "held" would say too little of."""


class Made(NamedTuple):
    title: str
    summary: str


def made_texts(document: dict, *, today: date) -> dict[str, Made]:
    """By language of the site: the title and the summary of one sentence that the facts of a case make."""
    made = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            made[language] = Made(_title(document, today), one_sentence(_in_words_of(language, document)))
    return made


def _in_words_of(language: str, document: dict) -> dict:
    """The document with its person, or its people, called as a reader of the language can read it."""
    person, people = document["person"], document["people"]
    if person:
        return document | {"person": person | {"name": name_for_reader(person)}}
    if people and language != document["text_language"]:
        return document | {"people": people | {"description": _who(document)}}
    return document


def _title(document: dict, today: date) -> str:
    title = upper_first(_what({"who": _who(document)}, document, today))
    states = document["states"]
    countries = [code for code in states["location"] or states["origin"] if code != NOT_STATED]
    return f"{title} ({', '.join(labels(STATES, countries))})" if countries else title


def _who(document: dict) -> str:
    """A person by role and name; people by their number, since what describes them is in one language."""
    person = document["person"]
    if document["kind"] != "person" or not person:
        return _people(document["people"] or PEOPLE.empty()) or label(CASE_KINDS, document["kind"])
    name = name_for_reader(person)
    roles = [role for role in person["roles"] if role not in NO_ROLE]
    role = next(iter(role_labels(roles, person["gender"])), "")
    if not name:
        return role or _("Somebody whose name is not shown")
    return _("%(role)s %(name)s") % {"role": role, "name": name} if role else name


def _people(people: dict) -> str:
    least, most = people["min"], people["max"]
    if least is not None:
        if least == most:
            return ngettext("%d person", "%d people", least) % least
        return ngettext("At least %(number)d person", "At least %(number)d people", least) % {"number": least}
    if most is not None:
        return ngettext("At most %(number)d person", "At most %(number)d people", most) % {"number": most}
    return ""


def _what(said: dict[str, str], document: dict, today: date) -> str:
    custody = document["custody"]
    if custody["status"] in IN_CUSTODY and not is_last_known(custody, today=today):
        charges = joined(_charges(document)[:MOST_CHARGES], last=_("and"))
        return _held(said | {"since": _since(document), "charges": charges}, custody["status"])
    primary = next((each for each in document["violations"] if each["primary"]), None)
    if primary is None:
        return said["who"]
    said |= {"what": lower_first(label(VIOLATIONS, primary["kind"])), "when": written(document["start"])}
    if said["when"]:
        return _("%(who)s: %(what)s, %(when)s") % said
    return _("%(who)s: %(what)s") % said


def _held(said: dict[str, str], status: str) -> str:
    if status in SAID_AS_THEY_ARE:
        said |= {"what": lower_first(label(CUSTODY_STATUSES, status))}
        return (_("%(who)s: %(what)s %(since)s") if said["since"] else _("%(who)s: %(what)s")) % said
    match bool(said["charges"]), bool(said["since"]):
        case True, True:
            return _("%(who)s, held on %(charges)s charges %(since)s") % said
        case True, False:
            return _("%(who)s, held on %(charges)s charges") % said
        case False, True:
            return _("%(who)s, held %(since)s") % said
        case _:
            return _("%(who)s, held") % said


def _since(document: dict) -> str:
    """From when the present stretch of custody lasts, as far as that is a day, a month or a year."""
    going_on = [spell for spell in spells(document) if not spell.is_over]
    first, last = going_on[-1].begin if going_on else (None, None)
    if first is None or last is None:
        return ""
    for length in (10, 7, 4):
        text = first.isoformat()[:length]
        if text == last.isoformat()[:length]:
            return since(text, get_language() or settings.LANGUAGE_CODE)
    return ""


def _charges(document: dict) -> list[str]:
    """What somebody is charged with, by category; of charges given up nothing."""
    categories = [
        charge["category"]
        for proceeding in document["proceedings"]
        for charge in proceeding["charges"]
        if charge["status"] not in GIVEN_UP
    ]
    known = dict.fromkeys(each for each in categories if each not in ("", "unspecified", "other"))
    return [lower_first(text) for text in labels(CHARGE_CATEGORIES, known)]
