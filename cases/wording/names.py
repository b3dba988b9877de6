"""Names of persons: the one a reader of this language reads best, and all further ones."""

from django.utils.translation import get_language

from cases.vocabularies.people import LANGUAGES, NAME_KINDS
from cases.wording.words import label

SCRIPTS = {"az": "Latn", "ru": "Cyrl"}
"""Script of names by language of the page. English readers get the main name as it is published."""


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
