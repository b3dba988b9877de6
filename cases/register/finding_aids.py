"""What a case is found by: words of its public names and of its public text, and the text for quoted words.

How names and words are folded is a matter of `cases/text/names.py`; how they are asked is in `search.py`, which also
finds cases by the labels of their codes: those need not stand in every row.
"""

import re

from cases.register.name_index import tokens_of
from cases.text.names import fold
from cases.text.romanisation import normalised
from cases.text.search_words import is_azerbaijani, keys_of_text
from cases.vocabularies.charges import LEGAL_CODES

_NOT_WORD = re.compile(r"[\W_]+")


def names(document: dict) -> list[str]:
    """Every name the document shows of a named person; none of anybody else."""
    person = document["person"] or {}
    if document["identity"] != "named":
        return []
    other = [name["text"] for name in person.get("other_names", [])]
    return [name for name in (person.get("name", ""), *other) if name]


def name_tokens(document: dict) -> list[str]:
    return tokens_of(names(document))


def words(document: dict) -> set[str]:
    """Keys of all words. Texts whose letters tell how to read their words are read each by itself."""
    all_texts = [text for _kind, text in texts(document)]
    others = "\n".join(text for text in all_texts if not is_azerbaijani(text))
    return keys_of_text(others).union(*(keys_of_text(text) for text in all_texts if is_azerbaijani(text)))


def searchable_text(document: dict) -> str:
    """All words a quoted search looks through, plain; texts are parted so that no phrase spans two."""
    return "\n".join(dict.fromkeys(f" {plain_words(text)} " for _kind, text in texts(document)))


def plain_words(text: str) -> str:
    """The words as they are, but for case, punctuation and stress marks: what makes a quoted word equal.

    Both Turkic i are one letter, since QIZIL and İLHAM do not tell which small one they stand for.
    """
    return _NOT_WORD.sub(" ", normalised(text).casefold()).strip()


def sort_name(document: dict) -> str:
    """What the list sorts by name with: the name, or the title where there is none, in Latin letters."""
    return fold((document["person"] or {}).get("name", "") or document["title"])


def texts(document: dict) -> list[tuple[str, str]]:
    """Every text a case is found by, with what it is."""
    people = document["people"] or {}
    found = [
        *(("name", name) for name in names(document)),
        ("title", document["title"]),
        ("summary", document["summary"]),
        *(("translation", each["text"]) for each in document["translations"]),
        ("people", people.get("description", "")),
        ("people", people.get("words", "")),
        *(("campaign", campaign["title"]) for campaign in document["campaigns"]),
    ]
    for proceeding in document["proceedings"]:
        for charge in proceeding["charges"]:
            parts = (charge["text"], charge["title"], charge["article"], _label(LEGAL_CODES, charge["code"]))
            found += [("charge", part) for part in parts]
    for attribution in document["attributions"]:
        found += [("attribution", attribution["to"]), ("attribution", attribution["by"])]
    found += [("agency", event[key]) for event in document["events"] for key in ("agency", "court")]
    # Officials and lawyers are named on their case, and people are not found by them.
    found += [("organisation", each["organisation"]) for each in document["affiliations"]]
    for source in document["sources"]:
        # A source that must not be told apart has neither in the document.
        found += [("source", source.get("title", "")), ("source", source.get("publisher", ""))]
    for place in _places(document):
        found += [("place", place.get(part, "")) for part in ("facility", "locality", "region_name")]
        found += [("place", name) for name in place.get("names", [])]
    return [(kind, text) for kind, text in found if text]


def _places(document: dict) -> list[dict]:
    bearers = [document, *document["violations"], *document["events"]]
    return [bearer["place"] for bearer in bearers if bearer["place"]]


def _label(codes, code: str) -> str:
    return codes[code].en if code in codes else ""
