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
from datetime import UTC, datetime
from hashlib import sha256

from django.db import models

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

    def append(self, state: RegisterState, *, document: dict, version: int, at: datetime) -> "LedgerText":
        """Seal the document as the next entry. `state` must be locked; the caller saves it."""
        text, nonce = canonical(document), secrets.token_bytes(NONCE_BYTES)
        number, content = state.head_number + 1, content_hash(nonce, text)
        entry = LedgerEntry.objects.create(
            number=number,
            at=at,
            content_hash=content,
            previous=state.head_hash,
            entry_hash=entry_hash(state.head_hash, number, at, content),
        )
        state.head_number, state.head_hash = number, entry.entry_hash
        return self.create(
            entry=entry,
            reference=document["reference"],
            type=document["type"],
            version=version,
            nonce=nonce,
            text=text,
        )


class LedgerText(models.Model):
    """What an entry sealed: a version's text and nonce, deleted when the text must not remain.

    The text is kept as the very characters that were hashed. A type `withdrawal` is an announced withdrawal.
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
        return json.loads(self.text)


class Tombstone(models.Model):
    """An announced withdrawal: the reference and when, nothing else. A silent one leaves no trace at all."""

    reference = models.TextField(primary_key=True)
    withdrawn_at = models.DateTimeField()

    class Meta:
        app_label = "cases"

    def __str__(self):
        return self.reference
