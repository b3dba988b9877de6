"""A named person, as their published cases show them; the newest publication speaks first."""

from django.utils.translation import gettext as _

from cases.public.presentation.dates import written
from cases.public.presentation.words import label, labels, states
from cases.register.published_case import PublishedCase
from cases.vocabularies.people import GENDERS, GROUPS, LANGUAGES, NAME_KINDS, ROLES


def person_file(cases: list[PublishedCase]) -> dict:
    """`cases` are all published cases of the person, at least one."""
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
    return {
        "name": name,
        "other_names": other_names(people, but=name),
        "facts": [{"name": title, "value": value, "note": ""} for title, value in facts if value],
    }


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


def _first(people: list[dict], key: str):
    return next((person[key] for person in people if person.get(key)), "")


def _all(people: list[dict], key: str) -> list[str]:
    return list(dict.fromkeys(value for person in people for value in person.get(key, [])))
