"""The only ways to write the register: `put` a public document, `withdraw` one, `forget_earlier` versions.

Every function locks the one state row before anything else, appends to the ledger and changes the flat row in
the same transaction. Who may publish what is decided in `cases/workflow/` before it calls here.
"""

import json
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from cases.register.ledger import LedgerText, Tombstone, canonical
from cases.register.published_campaign import PublishedCampaign, campaign_row
from cases.register.published_case import PublishedCase
from cases.register.row import row
from cases.register.state import RegisterState
from cases.text.references import is_reference

SCHEMA = 1
PREFIXES = {"case": "C-", "campaign": "K-"}
WITHDRAWAL = "withdrawal"


class Put(NamedTuple):
    version: int
    changed: bool
    at: datetime


@transaction.atomic
def put(document: dict, *, at: datetime | None = None) -> Put:
    """Make the document the current version of its reference, as of `at` (now, unless given).

    A document equal to the current version changes nothing and answers that version. A ValueError names the
    field for which a document cannot be taken.
    """
    document, columns = _checked(document)
    reference = document["reference"]
    state = RegisterState.objects.locked()
    at = _moment(at)
    latest = LedgerText.objects.of(reference).select_related("entry").first()
    if latest and latest.text == canonical(document):
        return Put(latest.version, False, latest.entry.at)

    version = latest.version + 1 if latest else 1
    LedgerText.objects.append(state, document=document, version=version, at=at)
    columns |= {"version": version, "published_at": at}
    if document["type"] == "campaign":
        PublishedCampaign.objects.update_or_create(reference=reference, defaults=columns)
    elif not PublishedCase.objects.filter(reference=reference).update(**columns):
        PublishedCase.objects.create(row_number=state.take_row_number(), **columns)
    Tombstone.objects.filter(reference=reference).delete()
    _moved(state)
    return Put(version, True, at)


@transaction.atomic
def withdraw(reference: str, *, announced: bool, at: datetime | None = None) -> None:
    """Take a record out: its row, and text and nonce of all its versions.

    Announced: a tombstone says that and when, and the ledger gets an entry for it. Silent: nothing remains
    that tells the reference from one that never existed, an earlier announcement included; the ledger keeps
    hashes nobody can tie to it. A LookupError if nothing is or was announced under the reference.
    """
    state = RegisterState.objects.locked()
    at = _moment(at)
    versions = LedgerText.objects.of(reference)
    latest = versions.first()
    if latest is None or (announced and latest.type == WITHDRAWAL):
        raise LookupError(f"{reference} is not published")

    PublishedCase.objects.filter(reference=reference).delete()
    PublishedCampaign.objects.filter(reference=reference).delete()
    Tombstone.objects.filter(reference=reference).delete()
    versions.delete()
    if announced:
        Tombstone.objects.create(reference=reference, withdrawn_at=at)
        LedgerText.objects.append(
            state, document=_withdrawal(reference, at), version=latest.version + 1, at=at
        )
    _moved(state)


@transaction.atomic
def forget_earlier(reference: str) -> int:
    """Delete text and nonce of all versions before the current one, as when an identity was narrowed.

    Answers how many. The chain still verifies, and what they said can no longer be confirmed by guessing.
    """
    state = RegisterState.objects.locked()
    latest = LedgerText.objects.of(reference).first()
    if latest is None:
        raise LookupError(f"{reference} is not published")
    forgotten, _ = LedgerText.objects.of(reference).filter(version__lt=latest.version).delete()
    if forgotten:
        _moved(state)
    return forgotten


def _moved(state: RegisterState) -> None:
    state.sequence += 1
    state.save()


def _moment(at: datetime | None) -> datetime:
    at = at or timezone.now()
    if timezone.is_naive(at):
        raise ValueError("at: a moment needs a time zone")
    return at


def _withdrawal(reference: str, at: datetime) -> dict:
    return {
        "schema": SCHEMA,
        "type": WITHDRAWAL,
        "reference": reference,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
    }


def _checked(document: dict) -> tuple[dict, dict]:
    """The document as JSON gives it back, and its columns; a ValueError names the field that is wrong."""
    document = json.loads(canonical(document))
    for name in ("schema", "type", "reference"):
        if name not in document:
            raise ValueError(f"{name}: missing")
    if document["schema"] != SCHEMA:
        raise ValueError(f"schema: {document['schema']!r} is not {SCHEMA}")
    if document["type"] not in PREFIXES:
        raise ValueError(f"type: {document['type']!r} is not one of {', '.join(PREFIXES)}")
    reference, prefix = document["reference"], PREFIXES[document["type"]]
    if not (isinstance(reference, str) and is_reference(reference) and reference.startswith(prefix)):
        raise ValueError(f"reference: {reference!r} is no reference of a {document['type']}")
    try:
        return document, campaign_row(document) if document["type"] == "campaign" else row(document)
    except KeyError as missing:
        raise ValueError(f"{missing.args[0]}: missing") from missing
