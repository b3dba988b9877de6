"""A named person, as their published cases show them; the newest publication speaks first."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.register.custody import spells
from cases.register.published_case import PublishedCase
from cases.vocabularies.people import GENDERS, GROUPS, ROLES
from cases.wording.custody import UNKNOWN, custody_status
from cases.wording.dates import written
from cases.wording.life import CaseOfLife, life
from cases.wording.names import are_names_chosen, name_for_reader, name_in_script, other_names
from cases.wording.titles import marked_title
from cases.wording.words import label, labels, listed, lower_first, states


def person_file(cases: list[PublishedCase], *, today: date) -> dict:
    """`cases` are all published cases of the person, at least one. `today` as for a case."""
    newest_first = sorted(cases, key=lambda case: case.published_at, reverse=True)
    people = [case.document["person"] for case in newest_first]
    facts = [
        (_("Role"), listed(ROLES, _all(people, "roles"))),
        (_("Affected group"), listed(GROUPS, _all(people, "groups"))),
        (_("Gender"), label(GENDERS, _first(people, "gender"))),
        (_("Born"), _first(people, "birth_year")),
        (_("Died"), next((day for person in people if (day := written(person.get("death")))), "")),
        (_("Nationality"), states(_all(people, "nationalities"))),
        (_("Organisations"), ", ".join(_organisations(newest_first))),
    ]
    name = _first(people, "name")
    spellings = [spelling for person in people for spelling in person.get("other_names", [])]
    script_name, called = name_in_script(spellings, but=name), name
    if are_names_chosen():
        called = name_for_reader({"name": name, "other_names": spellings})
        script_name = {"text": name, "language": ""} if called != name else script_name
    shown = {called, name, script_name["text"]} if script_name else {called}
    return {
        "name": called,
        "sample": all(case.sample for case in cases),
        "sentence": _sentence(called, _all(people, "roles"), len(cases)),
        "custody": _custody_now(cases, today),
        "script_name": script_name,
        "other_names": [other for other in other_names(people) if other["text"] not in shown],
        "life": life([_of_life(case) for case in cases], today=today),
        "facts": [{"name": title, "value": value, "note": ""} for title, value in facts if value],
    }


def _sentence(name: str, roles: list[str], number: int) -> str:
    """Who it is, and in how many published cases."""
    words = ", ".join(lower_first(role) for role in labels(ROLES, roles))
    pattern = (
        ngettext(
            "%(name)s (%(roles)s) is the subject of %(number)d published case.",
            "%(name)s (%(roles)s) is the subject of %(number)d published cases.",
            number,
        )
        if words
        else ngettext(
            "%(name)s is the subject of %(number)d published case.",
            "%(name)s is the subject of %(number)d published cases.",
            number,
        )
    )
    return pattern % {"name": name, "roles": words, "number": number}


def _custody_now(cases: list[PublishedCase], today: date) -> dict | None:
    """Custody as the case says it whose status is the newest; None where no case says any."""
    stated = [case for case in cases if case.custody_status not in ("", UNKNOWN)]
    if not stated:
        return None
    newest = max(stated, key=lambda case: case.document["custody"]["as_of"]["earliest"] or "")
    # The number of a source means something on the page of its case only.
    custody = newest.document["custody"] | {"source": None, "overridden": False}
    return {
        "status": custody_status(newest.document | {"custody": custody}, today=today),
        "reference": newest.reference,
        "title": marked_title(newest),
    }


def _of_life(case: PublishedCase) -> CaseOfLife:
    path = reverse("public:case_detail", args=[case.reference])
    return CaseOfLife(path, marked_title(case), spells(case.document))


def _organisations(cases: list[PublishedCase]) -> list[str]:
    """Those that any case ties the person to, each once."""
    ties = [tie for case in cases for tie in case.document["affiliations"]]
    return list(dict.fromkeys(tie["organisation"] for tie in ties))


def _first(people: list[dict], key: str):
    return next((person[key] for person in people if person.get(key)), "")


def _all(people: list[dict], key: str) -> list[str]:
    return list(dict.fromkeys(value for person in people for value in person.get(key, [])))
