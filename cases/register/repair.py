"""Makes everything that is derived from the published documents anew: rows, cells, bitmaps, words of names, agencies.

For when a rule of derivation has changed (`DERIVATION_VERSION` in `state.py`), or `check.py` found something
wrong. The ledger and its texts are not touched, and nobody's version is counted up.

It goes through the rows in batches, each a transaction of its own that says in the state row how far it came
(`derived_below`). Whoever calls `repair` after it was interrupted goes on from there. Until the last batch is done the
public pages answer that the site is being prepared (`reading.NotReady`), since what is counted is not whole; the desk
can go on publishing between two batches.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet

from cases.register.common_words import promote_common_words
from cases.register.facet_block import FacetBlock
from cases.register.further_case import FurtherCase
from cases.register.ledger import LedgerText, canonical
from cases.register.name_index import NameToken
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells
from cases.register.published_name import PublishedName
from cases.register.register import columns_of, whole_second
from cases.register.replacing import Change, replace_rows
from cases.register.state import DERIVATION_VERSION, RegisterState

OF_ROWS = (PublishedCase, PublishedCells, FurtherCase)
"""What there is for each row, by its number."""
OF_ALL_ROWS = (FacetBlock, NameToken, PublishedName)
"""What counts rows together."""
DERIVED = (*OF_ROWS, *OF_ALL_ROWS, PublishedCampaign)
BATCH = 2_000


class Status(NamedTuple):
    """What a row says of custody, and of the stage of each proceeding."""

    custody: str
    stages: list[str]


class StatusChange(NamedTuple):
    """That a case has another status than it had, by other rules and with the same text."""

    reference: str
    before: Status
    after: Status


class NoRow(Exception):
    """No row can be made from a text; says from which, and why. The batch it is in was not done."""


def repair(
    report: Callable[[int], None] = lambda done: None,
    note: Callable[[list[StatusChange]], None] = lambda changes: None,
) -> int:
    """Derive everything from the newest versions, or go on where that was interrupted; answers how many cases it is.

    `report` is told how many rows were gone through. `note` gets the cases of a batch that have another status now,
    within the transaction of the batch: what it writes is kept if and only if the batch is. Raises NoRow.
    """
    _begin()
    done = 0
    while size := _make_batch(note):
        done += size
        report(done)
    return PublishedCase.objects.count()


@transaction.atomic
def _begin() -> None:
    """Take away all that counts rows together, make the campaigns anew, and say that no row was made yet."""
    state = RegisterState.objects.locked()
    if state.derivation_version == DERIVATION_VERSION and state.derived_below is not None:
        return
    _move(state)
    for model in (*OF_ALL_ROWS, PublishedCampaign):
        model.objects.all().delete()
    for text in _latest("campaign").select_related("entry"):
        PublishedCampaign.objects.create(reference=text.reference, **_columns(text))
    last = PublishedCase.objects.aggregate(last=Max("row_number"))["last"] or 0
    state.next_row_number = max(state.next_row_number, last + 1)
    state.derivation_version, state.derived_below = DERIVATION_VERSION, 0
    state.save()


@transaction.atomic
def _make_batch(note: Callable[[list[StatusChange]], None]) -> int:
    """Make the next rows anew; answers how many there were, 0 when all is done."""
    state = RegisterState.objects.locked()
    if state.derived_below is None:
        return 0
    _move(state)
    waiting = PublishedCase.objects.filter(row_number__gte=state.derived_below).order_by("row_number")
    rows = list(waiting.values_list("reference", "row_number", "custody_status", "procedural_stage")[:BATCH])
    if rows:
        before = {reference: Status(custody, stages) for reference, _number, custody, stages in rows}
        after = _replace({reference: number for reference, number, *_status in rows}, state)
        changes = [
            StatusChange(reference, before[reference], status)
            for reference, status in after.items()
            if status != before[reference]
        ]
        if changes:
            note(changes)
    else:
        # What has no row has no status either that it could have changed.
        rows = list(_without_row()[:BATCH])
        _replace({reference: state.take_row_number() for reference in rows}, state)
    if not rows:
        state.derived_below = None
        promote_common_words(state, before=0)
    state.save()
    return len(rows)


def _replace(numbers: dict[str, int], state: RegisterState) -> dict[str, Status]:
    """Make the rows with these numbers, by reference; none for what is no published case any more.

    Nothing stays of any row between the last that was made and these, or, where there are none, after the last.
    """
    stale = {"row_number__gte": state.derived_below}
    if numbers:
        state.derived_below = stale["row_number__lt"] = max(numbers.values()) + 1
    for model in OF_ROWS:
        model.objects.filter(**stale).delete()
    texts = LedgerText.objects.latest_of(numbers)
    rows = [
        _columns(texts[reference]) | {"row_number": number}
        for reference, number in numbers.items()
        if reference in texts and texts[reference].type == "case"
    ]
    replace_rows([Change(None, row, canonical(row["document"])) for row in rows], state)
    return {row["reference"]: Status(row["custody_status"], row["procedural_stage"]) for row in rows}


def _latest(type_: str) -> QuerySet[LedgerText]:
    """The newest versions of the records that are of this type in them, in the order of their references."""
    later = LedgerText.objects.filter(reference=OuterRef("reference"), version__gt=OuterRef("version"))
    return LedgerText.objects.filter(~Exists(later), type=type_).order_by("reference")


def _without_row() -> QuerySet:
    """References of published cases that have no row."""
    row = PublishedCase.objects.filter(reference=OuterRef("reference"))
    return _latest("case").filter(~Exists(row)).values_list("reference", flat=True)


def _columns(text: LedgerText) -> dict:
    try:
        columns = columns_of(text.document, published=text.entry.at)
    except (KeyError, TypeError, ValueError, AttributeError) as reason:
        raise NoRow(f"{text}: no row can be made from its text ({reason!r})") from reason
    return columns | {"version": text.version, "published_at": whole_second(text.entry.at)}


def _move(state: RegisterState) -> None:
    """Nothing that anybody read before is of use any more."""
    state.sequence += 1
    state.rebuilt_at = state.sequence
    state.draw_epoch()
