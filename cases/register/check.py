"""Verifies that rows, versions and chain of the register agree, and names whatever does not.

It reads everything once, in one unchanging view of the database, and writes nothing.
"""

from collections.abc import Iterator
from itertools import groupby

from django.db import connection, transaction
from django.db.models import OuterRef, Subquery

from cases.register.ledger import LedgerEntry, LedgerText, Tombstone, content_hash, entry_hash
from cases.register.published_campaign import PublishedCampaign, campaign_row
from cases.register.published_case import PublishedCase
from cases.register.register import WITHDRAWAL
from cases.register.row import row
from cases.register.state import GENESIS, RegisterState


def check() -> list[str]:
    """Every problem as a sentence; none if the register is sound.

    - the chain runs unbroken and unforked from its beginning to the head the state names;
    - every entry's hash is that of its parts, every text's hash the one its entry sealed;
    - versions of a record follow one another without a gap, except for earlier ones that were forgotten;
    - every row equals the row made anew from its latest version, and none is missing or left over.
    """
    if connection.in_atomic_block:
        return list(_problems())
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return list(_problems())


def _problems() -> Iterator[str]:
    state = RegisterState.objects.current()
    yield from _chain_problems(state)
    yield from _text_problems()
    yield from _version_problems()
    yield from _row_problems(PublishedCase, "case", row)
    yield from _row_problems(PublishedCampaign, "campaign", campaign_row)
    yield from _withdrawal_problems()
    if PublishedCase.objects.filter(row_number__gte=state.next_row_number).exists():
        yield f"state: a row has a number that is still to be given ({state.next_row_number} or above)"


def _chain_problems(state: RegisterState) -> Iterator[str]:
    number, head = 0, GENESIS
    for entry in LedgerEntry.objects.order_by("number").iterator():
        if entry.number != number + 1:
            yield f"entry {number + 1}: missing before entry {entry.number}"
        if entry.previous != head:
            yield f"entry {entry.number}: does not follow from the entry before it"
        if entry.entry_hash != entry_hash(entry.previous, entry.number, entry.at, entry.content_hash):
            yield f"entry {entry.number}: its hash is not that of its parts"
        number, head = entry.number, entry.entry_hash
    if (state.head_number, state.head_hash) != (number, head):
        yield f"state: its head is entry {state.head_number}, the last entry is {number}"


def _text_problems() -> Iterator[str]:
    for version in LedgerText.objects.select_related("entry").order_by("entry").iterator():
        if version.entry.content_hash != content_hash(version.nonce, version.text):
            yield f"{version}: the text is not the one entry {version.entry_id} sealed"
        document = version.document
        if (document.get("reference"), document.get("type")) != (version.reference, version.type):
            yield f"{version}: the text is about {document.get('type')} {document.get('reference')}"


def _version_problems() -> Iterator[str]:
    versions = LedgerText.objects.order_by("reference", "version").values_list("reference", "version")
    for reference, group in groupby(versions.iterator(), key=lambda pair: pair[0]):
        known = [version for _, version in group]
        missing = sorted(set(range(known[0], known[-1])) - set(known))
        if missing:
            yield f"{reference}: version {', '.join(map(str, missing))} is missing"


def _latest(type_: str):
    newest = LedgerText.objects.of(OuterRef("reference")).values("version")[:1]
    return LedgerText.objects.filter(type=type_, version=Subquery(newest)).select_related("entry")


def _row_problems(model, type_: str, derive) -> Iterator[str]:
    rows = model.objects.order_by("reference").iterator()
    versions = _latest(type_).order_by("reference").iterator()
    published, latest = next(rows, None), next(versions, None)
    while published or latest:
        if latest is None or (published and published.reference < latest.reference):
            yield f"{published.reference}: the row has no version in the ledger"
            published = next(rows, None)
        elif published is None or latest.reference < published.reference:
            yield f"{latest.reference}: version {latest.version} has no row"
            latest = next(versions, None)
        else:
            yield from _column_problems(published, latest, derive)
            published, latest = next(rows, None), next(versions, None)


def _column_problems(published, latest: LedgerText, derive) -> Iterator[str]:
    try:
        expected = derive(latest.document)
    except (KeyError, TypeError, ValueError, AttributeError) as reason:
        yield f"{latest}: no row can be made from its text ({reason!r})"
        return
    expected |= {"version": latest.version, "published_at": latest.entry.at}
    for name, value in expected.items():
        if getattr(published, name) != value:
            yield f"{published.reference}: column {name} differs from version {latest.version}"


def _withdrawal_problems() -> Iterator[str]:
    announced = {text.reference: text.document.get("at") for text in _latest(WITHDRAWAL)}
    stones = dict(Tombstone.objects.values_list("reference", "withdrawn_at"))
    for reference in sorted(announced.keys() - stones.keys()):
        yield f"{reference}: its withdrawal was announced, but there is no tombstone"
    for reference in sorted(stones.keys() - announced.keys()):
        yield f"{reference}: the tombstone has no withdrawal in the ledger"
    for reference in sorted(stones.keys() & announced.keys()):
        if stones[reference].isoformat(timespec="microseconds") != announced[reference]:
            yield f"{reference}: the tombstone has another date than the withdrawal in the ledger"
