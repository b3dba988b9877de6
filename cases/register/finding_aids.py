"""What a case is found by: keys of its public names, words of its public text, and the text for quoted words.

How names and words are folded is a matter of `cases/text/names.py`; how they are asked is in `search.py`.
"""

import re
import unicodedata

from cases.text.names import fold, search_keys
from cases.text.names import word_keys as keys_of
from cases.vocabularies.charges import CHARGE_CATEGORIES, LEGAL_CODES
from cases.vocabularies.people import ROLES

_NOT_WORD = re.compile(r"[\W_]+")


def names(document: dict) -> list[str]:
    """Every name the document shows of a named person; none of anybody else."""
    person = document["person"] or {}
    if document["identity"] != "named":
        return []
    other = [name["text"] for name in person.get("other_names", [])]
    return [name for name in (person.get("name", ""), *other) if name]


def name_keys(document: dict) -> set[str]:
    return set().union(*(search_keys(name) for name in names(document)))


def words(document: dict) -> set[str]:
    return set().union(*(keys_of(text) for text in _texts(document)))


def searchable_text(document: dict) -> str:
    """All words a quoted search looks through, plain; texts are parted so that no phrase spans two."""
    return "\n".join(dict.fromkeys(f" {plain_words(text)} " for text in _texts(document)))


def plain_words(text: str) -> str:
    """The words as they are, but for case and punctuation: what makes a quoted word equal."""
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def sort_name(document: dict) -> str:
    """What the list sorts by name with: the name, or the title where there is none, in Latin letters."""
    return fold((document["person"] or {}).get("name", "") or document["title"])


def _texts(document: dict) -> list[str]:
    people = document["people"] or {}
    texts = [
        *names(document),
        document["title"],
        document["summary"],
        people.get("description", ""),
        people.get("words", ""),
        *(campaign["title"] for campaign in document["campaigns"]),
    ]
    for role in [*(document["person"] or {}).get("roles", []), *document["roles"]]:
        texts += _labels(ROLES, role)
    for proceeding in document["proceedings"]:
        for charge in proceeding["charges"]:
            texts += [charge["text"], charge["title"], charge["article"]]
            texts += _labels(CHARGE_CATEGORIES, charge["category"]) + _labels(LEGAL_CODES, charge["code"])
    for attribution in document["attributions"]:
        texts += [attribution["to"], attribution["by"]]
    texts += [event["agency"] for event in document["events"]]
    for source in document["sources"]:
        # A source that must not be told apart has neither in the document.
        texts += [source.get("title", ""), source.get("publisher", "")]
    for place in _places(document):
        texts += [place.get(part, "") for part in ("facility", "locality", "region_name")]
        texts += place.get("names", [])
    return [text for text in texts if text]


def _places(document: dict) -> list[dict]:
    bearers = [document, *document["violations"], *document["events"]]
    return [bearer["place"] for bearer in bearers if bearer["place"]]


def _labels(codes, code: str) -> list[str]:
    if code not in codes:
        return []
    term = codes[code]
    return [term.en, term.az, term.ru]
