"""The only ways to write the register: `put` a public document, `withdraw` one, `merge` two, `delete_earlier_texts`,
and `show_until` a day.

Every function locks the one state row before anything else, appends to the ledger and changes the flat rows, with
everything that follows from them, in the same transaction. Who may publish what is decided in `cases/workflow/`
before it calls here.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import UTC, date, datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from cases.register.common_words import promote_common_words
from cases.register.custody import derive_into
from cases.register.documents.keys import MERGER, WITHDRAWAL
from cases.register.documents.reading import UnreadableText
from cases.register.documents.rules import is_by_earlier_rules
from cases.register.documents.writing import checked, new
from cases.register.ledger import LedgerText, Tombstone, canonical
from cases.register.ledger_words import NO_WORDS, keep_words, words_of
from cases.register.merged_reference import MergedReference
from cases.register.published_campaign import PublishedCampaign, campaign_row
from cases.register.replacing import Change, WaitingMarks, current_rows, replace_rows
from cases.register.row import row
from cases.register.shown_until import ShownUntil
from cases.register.state import RegisterState
from cases.text.references import is_reference

PREFIXES = {"case": "C-", "campaign": "K-"}


class Put(NamedTuple):
    version: int
    changed: bool
    at: datetime


class Prepared(NamedTuple):
    """A document that can be put: with its canonical text, its columns and the words of its index."""

    document: dict
    text: str
    columns: dict
    words: str | None

    @property
    def reference(self) -> str:
        return self.document["reference"]

    @property
    def row_text(self) -> str:
        """The document of the row as text: the sealed one, unless other rules gave it another status."""
        shown = self.columns["document"]
        return self.text if shown is self.document else canonical(shown)


def put(document: dict, *, at: datetime | None = None) -> Put:
    """Make the document the current version of its reference, as of `at` (now, unless given), in whole seconds.

    A document equal to the current version changes nothing and answers that version, also where that was sealed in
    the shape of an earlier program. A ValueError names the field for which a document cannot be taken.
    """
    return put_many([document], at=at)[0]


def put_many(documents: Iterable[dict], *, at: datetime | None = None) -> list[Put]:
    """The same for many documents of different references at once: all or none, under one lock.

    Some thousands at a time are quickest. Answers in the order of the documents.
    """
    return put_prepared(prepare(documents), at=at)


def prepare(documents: Iterable[dict]) -> list[Prepared]:
    """All that can be worked out about documents without the register, so that another process may do it meanwhile.

    A ValueError names the field for which a document cannot be taken.
    """
    return [_prepared(document) for document in documents]


@transaction.atomic
def put_prepared(
    prepared: list[Prepared], *, at: datetime | None = None, waiting: WaitingMarks | None = None
) -> list[Put]:
    """What `put_many` does, for documents that are prepared already. Whoever gives `waiting` marks calls
    `put_waiting` in the same transaction."""
    references = [each.reference for each in prepared]
    if len(set(references)) < len(references):
        twice = next(reference for reference in references if references.count(reference) > 1)
        raise ValueError(f"reference: {twice} stands twice")
    state = RegisterState.objects.locked()
    at = _moment(at)
    latest = LedgerText.objects.latest_of(references)
    puts, new = [], []
    for each in prepared:
        known = latest.get(each.reference)
        if known and _says_the_same(known, each):
            puts.append(Put(known.version, False, whole_second(known.entry.at)))
        else:
            puts.append(Put(known.version + 1 if known else 1, True, at))
            new.append((each, puts[-1].version))
    if not new:
        return puts

    # A merger that is undone leaves no version that still says where the record went.
    merged = [reference for reference, known in latest.items() if known.type == MERGER]
    LedgerText.objects.filter(reference__in=merged).delete()
    numbers = LedgerText.objects.append(
        state, [(each.document["type"], each.reference, version, each.text) for each, version in new], at=at
    )
    keep_words(zip(numbers, (each.words for each, _version in new), strict=True))
    state.sequence += 1
    first_new = state.next_row_number
    before = current_rows(each.reference for each, _version in new)
    changes = []
    for each, version in new:
        columns = each.columns | {"version": version, "published_at": at}
        if each.document["type"] == "campaign":
            PublishedCampaign.objects.update_or_create(reference=each.reference, defaults=columns)
        else:
            known = before.get(each.reference)
            number = known["row_number"] if known else state.take_row_number()
            changes.append(Change(known, columns | {"row_number": number}, each.row_text))
    if changes:
        replace_rows(changes, state, waiting=waiting)
    references = [each.reference for each, _version in new]
    Tombstone.objects.filter(reference__in=references).delete()
    MergedReference.objects.filter(reference__in=references).delete()
    promote_common_words(state, before=first_new)
    state.save()
    return puts


def put_waiting(waiting: WaitingMarks) -> None:
    """The end of several `put_prepared` in one transaction."""
    waiting.write(RegisterState.objects.locked().sequence)


@transaction.atomic
def withdraw(reference: str, *, announced: bool, at: datetime | None = None) -> None:
    """Take a record out: its row, text and nonce of all its versions, and the references that lead to it.

    Announced: a tombstone says that and when, and the ledger gets an entry for it. Silent: nothing remains
    that tells the reference from one that never existed, an earlier announcement included; the ledger keeps
    hashes nobody can tie to it. A LookupError if nothing is or was announced under the reference.
    """
    state = RegisterState.objects.locked()
    at = _moment(at)
    versions = LedgerText.objects.of(reference)
    latest = versions.select_related("entry").first()
    if latest is None or latest.type == MERGER or (announced and latest.type == WITHDRAWAL):
        raise LookupError(f"{reference} is not published")

    led_here = set(MergedReference.objects.filter(into=reference).values_list("reference", flat=True))
    state.sequence += 1
    state.draw_epoch()
    _take_out([reference], state)
    if announced:
        # Whoever follows a reference that led here is led to the announcement.
        versions.delete()
        Tombstone.objects.create(reference=reference, withdrawn_at=at)
        _announce(state, WITHDRAWAL, reference, {}, latest.version, at)
    else:
        MergedReference.objects.filter(into=reference).delete()
        LedgerText.objects.filter(reference__in={reference, *led_here}).delete()
    state.save()


@transaction.atomic
def merge(reference: str, *, into: str, at: datetime | None = None) -> None:
    """Take a case out because it is the same as another: its reference leads there from now on.

    The ledger gets an entry that says so; earlier versions keep their texts. References that led to the one
    merged lead to the other as well. A LookupError names the reference that is not a published case.
    """
    state = RegisterState.objects.locked()
    at = _moment(at)
    rows = current_rows([reference, into])
    for each in (reference, into):
        if each not in rows:
            raise LookupError(f"{each} is not a published case")
    if reference == into:
        raise LookupError(f"{reference} cannot be merged into itself")
    state.sequence += 1
    led_here = MergedReference.objects.filter(into=reference).values_list("reference", flat=True)
    latest = LedgerText.objects.latest_of([reference, *led_here])
    # Those that led here lead on; what said that they went to this one goes.
    LedgerText.objects.filter(reference__in=latest.keys() - {reference}).delete()
    _take_out([*latest], state)
    for each in sorted(latest):
        MergedReference.objects.create(reference=each, into=into, merged_at=at)
        _announce(state, MERGER, each, {"into": into}, latest[each].version, at)
    state.save()


@transaction.atomic
def show_until(last_days: Mapping[str, date | None]) -> bool:
    """Set the last day on which each of these references may be read; None: for ever. Answers whether one is another.

    What is public now is left out of all answers from the day after, see `shown_until.py`.
    """
    # Each edit of a public case comes by here, and mostly nothing is another: the state is left to others then.
    rows = ShownUntil.objects.select_for_update().filter(reference__in=last_days)
    stored = dict(rows.values_list("reference", "day"))
    changed = {reference: day for reference, day in last_days.items() if stored.get(reference) != day}
    if not changed:
        return False
    state = RegisterState.objects.locked()
    ShownUntil.objects.filter(reference__in=changed).delete()
    ShownUntil.objects.bulk_create(
        ShownUntil(reference=reference, day=day) for reference, day in sorted(changed.items()) if day
    )
    state.sequence += 1
    state.draw_epoch()
    state.save()
    return True


@transaction.atomic
def delete_earlier_texts(reference: str) -> int:
    """Delete text and nonce of all versions before the current one, as when an identity was narrowed.

    Answers how many. The chain still verifies, and what they said can no longer be confirmed by guessing.
    """
    state = RegisterState.objects.locked()
    latest = LedgerText.objects.latest_of([reference]).get(reference)
    if latest is None:
        raise LookupError(f"{reference} is not published")
    _all, by_table = LedgerText.objects.of(reference).filter(version__lt=latest.version).delete()
    deleted = by_table.get(LedgerText._meta.label, 0)
    if deleted:
        state.sequence += 1
        state.draw_epoch()
        state.save()
    return deleted


def whole_second(moment: datetime) -> datetime:
    """Rows and files say when something was published to the second, and are sorted by that."""
    return moment.replace(microsecond=0)


def _says_the_same(known: LedgerText, new: Prepared) -> bool:
    if known.text == new.text:
        return True
    try:
        return known.document == new.document
    except UnreadableText:
        return False  # `check.py` names it; what is right can still be published over it


def _take_out(references: list[str], state: RegisterState) -> None:
    rows = current_rows(references)
    if rows:
        replace_rows([Change(known, None) for known in rows.values()], state)
    PublishedCampaign.objects.filter(reference__in=references).delete()
    Tombstone.objects.filter(reference__in=references).delete()
    MergedReference.objects.filter(reference__in=references).delete()
    ShownUntil.objects.filter(reference__in=references).delete()


def _announce(
    state: RegisterState, type_: str, reference: str, said: dict, version: int, at: datetime
) -> None:
    """Append what was done with a record to the ledger, as the version after its last."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    document = new(type_, reference, at=moment, **said)
    numbers = LedgerText.objects.append(state, [(type_, reference, version + 1, canonical(document))], at=at)
    keep_words((number, NO_WORDS) for number in numbers)


def _moment(at: datetime | None) -> datetime:
    at = at or timezone.now()
    if timezone.is_naive(at):
        raise ValueError("at: a moment needs a time zone")
    return whole_second(at)


def _prepared(document: dict) -> Prepared:
    """A ValueError names the field that is wrong."""
    if document.get("type") in (WITHDRAWAL, MERGER):
        raise ValueError(f"type: {document['type']!r} is not one of {', '.join(PREFIXES)}")
    checked(document)
    reference, prefix = document["reference"], PREFIXES[document["type"]]
    if not (isinstance(reference, str) and is_reference(reference) and reference.startswith(prefix)):
        raise ValueError(f"reference: {reference!r} is no reference of a {document['type']}")
    return Prepared(document, canonical(document), columns_of(document), words_of(document))


def columns_of(document: dict, *, published: datetime | None = None) -> dict:
    """The columns that come from a document, of a case or a campaign.

    Status and stages that followed from other rules are derived anew, as on the day it was `published` (now, unless
    given).
    """
    if document["type"] == "campaign":
        return campaign_row(document)
    if is_by_earlier_rules(document):
        document = deepcopy(document)
        derive_into(document, timezone.localdate(published))
    return row(document)
