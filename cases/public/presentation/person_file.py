"""A named person, as their published cases show them; the newest publication speaks first."""

from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cases.public.presentation.dates import written
from cases.public.presentation.status import UNKNOWN, custody_status
from cases.public.presentation.words import label, labels, lower_first, states
from cases.register.published_case import PublishedCase
from cases.vocabularies.people import GENDERS, GROUPS, LANGUAGES, NAME_KINDS, ROLES

SCRIPTS = {"az": "Latn", "ru": "Cyrl"}
"""Script of names by language of the page. English readers get the main name as it is published."""


def person_file(cases: list[PublishedCase], *, today: date) -> dict:
    """`cases` are all published cases of the person, at least one. `today` as for a case."""
    newest_first = sorted(cases, key=lambda case: case.published_at, reverse=True)
    people = [case.document["person"] for case in newest_first]
    facts = [
        (_("Role"), ", ".join(labels(ROLES, _all(people, "roles")))),
        (_("Affected group"), ", ".join(labels(GROUPS, _all(people, "groups")))),
        (_("Gender"), label(GENDERS, _first(people, "gender"))),
        (_("Born"), _first(people, "birth_year")),
        (_("Died"), next((day for person in people if (day := written(person.get("death")))), "")),
        (_("Nationality"), states(_all(people, "nationalities"))),
    ]
    name = _first(people, "name")
    spellings = [spelling for person in people for spelling in person.get("other_names", [])]
    script_name = name_in_script(spellings, but=name)
    shown = {name, script_name["text"]} if script_name else {name}
    return {
        "name": name,
        "sentence": _sentence(name, _all(people, "roles"), len(cases)),
        "custody": _custody_now(cases, today),
        "script_name": script_name,
        "other_names": [other for other in other_names(people) if other["text"] not in shown],
        "facts": [{"name": title, "value": value, "note": ""} for title, value in facts if value],
    }


def name_in_script(names: list[dict], *, but: str = "") -> dict | None:
    """The first of these names that a reader of this language reads best; None where there is none, or it is shown."""
    language = get_language() or "en"
    own = [name for name in names if name.get("language") == language in SCRIPTS]
    # A Russian reader can also read what another language writes in Cyrillic; Latin letters say no language.
    legible = [name for name in names if language == "ru" and name.get("script") == SCRIPTS["ru"]]
    in_script = [name for name in own if name.get("script") == SCRIPTS[language]]
    name = next(iter([*in_script, *legible, *own]), None)
    if name is None or name["text"] in but:
        return None
    return {"text": name["text"], "language": name.get("language", "")}


def other_names(people: list[dict], *, but: str = "") -> list[dict]:
    """Every further name of these persons once, with its language and kind."""
    names = {}
    for person in people:
        for name in person.get("other_names", []):
            notes = (label(NAME_KINDS, name.get("kind", "")), label(LANGUAGES, name.get("language", "")))
            names.setdefault(
                name["text"],
                {
                    "text": name["text"],
                    "language": name.get("language", ""),
                    "note": ", ".join(note for note in notes if note),
                },
            )
    names.pop(but, None)
    return list(names.values())


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
        "title": newest.title,
    }


def _first(people: list[dict], key: str):
    return next((person[key] for person in people if person.get(key)), "")


def _all(people: list[dict], key: str) -> list[str]:
    return list(dict.fromkeys(value for person in people for value in person.get(key, [])))
