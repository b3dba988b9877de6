"""Whether a case shows less of its person than the public once knew, and what of its text still stands as it stood.

The record that is gone and the one that comes must not be told to be one. What is refused here is what can be told
by comparing words; what a person has to weigh is in `docs/safety.md`. Steps are in `anonymising.py`.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from cases.models import Anonymisation, Case
from cases.models.classification import RANK
from cases.text.word_runs import runs_of, same_words, shared_runs
from cases.workflow.permission import identity_of

SHOWN_AT_ONCE = 20
"""So many shared runs are listed; who has mended them sees the next."""

_NAMES_OF_OTHERS = frozenset(
    {
        "agency",
        "court",
        "organisation",
        "official",
        "lawyer",
        "assessor",
        "actor",
        "addressee",
        "stated_by",
        "by",
        "place",
        "person",
        "reference",
    }
)
"""What names a body, a place or a record, and cannot be said in other words."""


def is_narrower(case: Case, today: date) -> bool:
    """Whether a case shows less of its person than the public last knew under its reference."""
    known = case.reference_identity
    return bool(known) and RANK.get(identity_of(case, today), 0) > RANK[known]


def anonymisation_of(case: Case, today: date) -> Anonymisation | None:
    """How the case was anonymised, while it shows less than it once did; else None."""
    found = getattr(case, "anonymisation", None)
    if found is None or RANK.get(identity_of(case, today), 0) <= RANK[found.former_identity]:
        return None
    return found


def is_waiting(case: Case, today: date) -> bool:
    """Whether the day on which an anonymised case may appear is still to come."""
    found = anonymisation_of(case, today)
    return found is not None and not case.is_public and found.appears_on > today


def words_in_common(case: Case, content: dict) -> list[tuple[str, str]]:
    """What of a new public document stands in what was public under the references the case has left: pairs of
    the part of the document and the words as the new one prints them. Titles and summaries of every language also
    count as a whole."""
    former = [
        document
        for text in case.former_texts.exclude(reference=case.reference)
        for document in text.documents
    ]
    known = runs_of(text for document in former for _part, text in _prose(document))
    found = [
        (part, text)
        for part, field, text in _titles(content)
        if any(
            field == old and same_words(text, before)
            for document in former
            for _part, old, before in _titles(document)
        )
    ]
    whole = set(found)
    found += [
        (part, words)
        for part, text in _prose(content)
        if (part, text) not in whole
        for words in shared_runs(text, known)
    ]
    return list(dict.fromkeys(found))


def _titles(content: dict) -> Iterator[tuple[str, str, str]]:
    """Title and summary in each language: the part of the document, which of the two, and the text."""
    for field in ("title", "summary"):
        yield field, field, content.get(field, "")
    for each in content.get("translations", ()):
        yield "translations", each["field"], each["text"]


def _prose(content: dict) -> Iterator[tuple[str, str]]:
    """Every text of a document with the part it stands in; names of bodies, places and laws left out."""
    for part, value in content.items():
        if part not in _NAMES_OF_OTHERS:
            yield from ((part, text) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        left_out = _NAMES_OF_OTHERS | _names_in(value)
        for name, item in value.items():
            if name not in left_out:
                yield from _texts(item)


def _names_in(item: dict) -> set[str]:
    """Keys under which a charge has the title of its law, and an attribution the name of its agency."""
    names = {"title"} if item.get("article") else set()
    return names | ({"to"} if item.get("agency") else set())
