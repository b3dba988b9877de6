"""The ledger of published versions: a chain of hashes that stays, and texts that can be removed.

An entry seals a content hash, not a text. The content hash is over a random nonce and the text, so once
both are deleted nobody can confirm a guess about what the text was, while the chain still verifies without
it.

    content_hash = SHA-256(16 random bytes + canonical JSON in UTF-8)
    entry_hash   = SHA-256(previous entry's hash | number | moment | content_hash)

Entries are appended by `register.py` alone; `check.py` verifies them.
"""

import json
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256

from django.db import models

from cases.register.bulk import copy_in
from cases.register.documents.reading import read
from cases.register.state import RegisterState

NONCE_BYTES = 16


def canonical(document: dict) -> str:
    """The document as the one JSON text that is hashed: sorted keys, no spaces, characters as they are."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def content_hash(nonce: bytes, text: str) -> str:
    return sha256(bytes(nonce) + text.encode()).hexdigest()


def entry_hash(previous: str, number: int, at: datetime, content: str) -> str:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return sha256(f"{previous}|{number}|{moment}|{content}".encode()).hexdigest()


class LedgerEntry(models.Model):
    """One link of the chain. Says nothing of which record it was about."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, unique=True)
    entry_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        app_label = "cases"
        verbose_name_plural = "ledger entries"
        ordering = ["number"]

    def __str__(self):
        return f"entry {self.number}"


class LedgerTextQuerySet(models.QuerySet):
    def of(self, reference: str):
        """The versions of one record, newest first."""
        return self.filter(reference=reference).order_by("-version")

    def latest(self):
        """The newest version of each record, by reference."""
        return self.order_by("reference", "-version").distinct("reference").select_related("entry")

    def latest_of(self, references: Iterable[str]) -> dict[str, "LedgerText"]:
        """The newest version of each of these, by reference; those that have none are left out."""
        return {text.reference: text for text in self.filter(reference__in=list(references)).latest()}

    def first_published(self, references: Iterable[str]) -> dict[str, datetime]:
        """When the first version of each of these was published, where that version's text is still kept."""
        first = self.filter(reference__in=list(references), version=1)
        return dict(first.values_list("reference", "entry__at"))

    def append(
        self, state: RegisterState, entries: Iterable[tuple[str, str, int, str]], *, at: datetime
    ) -> list[int]:
        """Seal entries given as (type, reference, version, canonical text), in their order; answers their numbers.

        `state` must be locked; the caller saves it.
        """
        links, texts = [], []
        for type_, reference, version, text in entries:
            nonce = secrets.token_bytes(NONCE_BYTES)
            number, content = state.head_number + 1, content_hash(nonce, text)
            link = entry_hash(state.head_hash, number, at, content)
            links.append(
                {
                    "number": number,
                    "at": at,
                    "content_hash": content,
                    "previous": state.head_hash,
                    "entry_hash": link,
                }
            )
            texts.append(
                {
                    "entry": number,
                    "reference": reference,
                    "type": type_,
                    "version": version,
                    "nonce": nonce,
                    "text": text,
                }
            )
            state.head_number, state.head_hash = number, link
        copy_in(LedgerEntry, links)
        copy_in(self.model, texts)
        return [link["number"] for link in links]


class LedgerText(models.Model):
    """What an entry sealed: a version's text and nonce, deleted when the text must not remain.

    The text is kept as the very characters that were hashed. A type
    `withdrawal` is an announced withdrawal, a type `merger` says into which record this one went.
    """

    entry = models.OneToOneField(LedgerEntry, primary_key=True, on_delete=models.PROTECT, related_name="text")
    reference = models.TextField()
    type = models.TextField()
    version = models.PositiveIntegerField()
    nonce = models.BinaryField()
    text = models.TextField()

    objects = LedgerTextQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        constraints = [
            models.UniqueConstraint(fields=["reference", "version"], name="ledger_text_version_once")
        ]

    def __str__(self):
        return f"{self.reference} version {self.version}"

    @property
    def document(self) -> dict:
        """What was published as this version, with every key a document has today; read anew with each call.

        Raises UnreadableText.
        """
        return read(self.text)


class Tombstone(models.Model):
    """An announced withdrawal: the reference and when, nothing else. A silent one leaves no trace at all."""

    reference = models.TextField(primary_key=True)
    withdrawn_at = models.DateTimeField()

    class Meta:
        app_label = "cases"

    def __str__(self):
        return self.reference
