"""Names of persons: the one a reader of this language reads best, and all further ones."""

from functools import cache

from babel.core import get_global
from django.conf import settings
from django.utils.translation import get_language

from cases.text.romanisation import script_of as script_of_text
from cases.vocabularies.people import LANGUAGES, NAME_KINDS
from cases.wording.words import label

SAME_NAME = frozenset({"official", "transliteration"})
"""Kinds of names that say the main one in other letters."""


def are_names_chosen() -> bool:
    """Whether names are chosen for the language of the page. English readers get the main name as it is published."""
    return (get_language() or settings.LANGUAGE_CODE) != settings.LANGUAGE_CODE


@cache
def script_of(language: str) -> str:
    """The script a language is mostly written in, as CLDR has it (`Latn`); empty for one it does not know."""
    return next(
        (part for part in get_global("likely_subtags").get(language, "").split("_")[1:] if len(part) == 4), ""
    )


def name_in_script(names: list[dict], *, but: str = "") -> dict | None:
    """The first of these names that a reader of this language reads best; None where there is none, or it is shown."""
    if not are_names_chosen():
        return None
    language = get_language()
    script = script_of(language)
    own = [name for name in names if name.get("language") == language]
    # A Russian reader can also read what another language writes in Cyrillic; Latin letters say no language.
    legible = [name for name in names if script != "Latn" and name.get("script") == script]
    in_script = [name for name in own if name.get("script") == script]
    name = next(iter([*in_script, *legible, *own]), None)
    if name is None or name["text"] in but:
        return None
    return {"text": name["text"], "language": name.get("language", "")}


def name_for_reader(person: dict) -> str:
    """The person's name in the script that the language of the page is written in, where one is on record; else the
    main one. Never a name they go by otherwise: it would read as somebody else's."""
    language, main = get_language() or settings.LANGUAGE_CODE, person["name"]
    script = script_of(language)
    if not main or script_of_text(main) == script:
        return main
    same = [name for name in person["other_names"] if name["kind"] in SAME_NAME and name["script"] == script]
    own = [name for name in same if name["language"] == language]
    return next((name["text"] for name in [*own, *same]), main)


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
