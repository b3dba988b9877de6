"""The versions of a published case, as far as the ledger still has their texts.

Only a case that is published has versions here: nothing is read for one that was withdrawn. What an old version says
of other records is cut down to those that are published now, with the titles they have now.
"""

from dataclasses import dataclass
from datetime import datetime

from cases.register.documents.rules import is_by_earlier_rules
from cases.register.ledger import LedgerText
from cases.register.published_case import PublishedCase
from cases.register.titles import titles_of
from cases.wording.relations import references_in, with_titles


@dataclass(frozen=True)
class Version:
    """`document` is None where the text was removed, and where it was no text of the case but a withdrawal.

    The ledger does not tell to which record a removed text belonged, so nothing says when that was published.
    """

    number: int
    published_at: datetime | None = None
    document: dict | None = None
    is_withdrawal: bool = False

    @property
    def is_by_earlier_rules(self) -> bool:
        return self.document is not None and is_by_earlier_rules(self.document)


MOST_LISTED = 50
"""Versions of one case on a page. The others have their addresses, by number."""


def newest_versions_of(case: PublishedCase) -> list[Version]:
    """From the current one down, MOST_LISTED and the one before those; two queries."""
    last = max(0, case.version - MOST_LISTED - 1)
    texts = LedgerText.objects.of(case.reference).filter(version__lte=case.version, version__gt=last)
    return _versions(texts.select_related("entry"), range(case.version, last, -1))


def readable_versions_of(case: PublishedCase) -> list[Version]:
    """The newest versions that have a text, without it: what there is to compare. One query."""
    texts = LedgerText.objects.of(case.reference).filter(version__lte=case.version, type="case")
    known = texts.values_list("version", "entry__at")[:MOST_LISTED]
    return [Version(number, published_at) for number, published_at in known]


def some_versions_of(case: PublishedCase, *numbers: int) -> list[Version]:
    """These versions, in the order they are named."""
    texts = LedgerText.objects.of(case.reference).filter(version__in=numbers).select_related("entry")
    return _versions(texts, numbers)


def _versions(texts, numbers) -> list[Version]:
    kept = {text.version: text for text in texts}
    documents = {number: text.document for number, text in kept.items() if text.type == "case"}
    titles = titles_of(reference for document in documents.values() for reference in references_in(document))
    return [
        Version(
            number,
            kept[number].entry.at,
            with_titles(documents[number], titles) if number in documents else None,
            is_withdrawal=number not in documents,
        )
        if number in kept
        else Version(number)
        for number in numbers
    ]
