"""Makes everything that is derived from the published documents anew: rows, cells, bitmaps, words of names, agencies.

For when a rule of derivation has changed (`MAKE` in `state.py`), or `check.py` found something wrong. The ledger and
its texts are not touched.
"""

from collections.abc import Callable, Iterable

from django.db import transaction

from cases.register.common_words import INTERVAL, promote_common_words
from cases.register.facet_block import FacetBlock
from cases.register.later_case import LaterCase
from cases.register.ledger import LedgerText, canonical
from cases.register.name_index import NameToken
from cases.register.published_agency import PublishedAgency
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells
from cases.register.register import columns_of, whole_second
from cases.register.replacing import Change, replace_rows
from cases.register.state import MAKE, RegisterState

DERIVED = (
    PublishedCase,
    PublishedCampaign,
    PublishedCells,
    FacetBlock,
    LaterCase,
    NameToken,
    PublishedAgency,
)
BATCH = 2_000


def repair(report: Callable[[int], None] = lambda done: None) -> int:
    """Derive everything from the newest versions; answers how many cases there are, tells `report` as it goes.

    One transaction: readers see the register as it was until all of it is there, writers wait. Rows keep their
    numbers, and go in by them, so that each block of the bitmaps is written a few times and not with every batch.
    """
    with transaction.atomic():
        state = RegisterState.objects.locked()
        state.sequence += 1
        state.rebuilt_at = state.sequence
        state.draw_epoch()
        numbers = dict(PublishedCase.objects.values_list("reference", "row_number"))
        newest = {"case": [], "campaign": []}
        for reference, entry, type_ in LedgerText.objects.latest().values_list("reference", "entry", "type"):
            if type_ in newest:
                newest[type_].append((reference, entry))
        for model in DERIVED:
            model.objects.all().delete()
        for text in _texts([entry for _reference, entry in newest["campaign"]]):
            PublishedCampaign.objects.create(reference=text.reference, **_columns(text))
        cases = [
            (numbers.get(reference) or state.take_row_number(), entry) for reference, entry in newest["case"]
        ]
        cases.sort()
        for done in range(0, len(cases), BATCH):
            batch = {entry: number for number, entry in cases[done : done + BATCH]}
            replace_rows(
                [
                    Change(
                        None, columns | {"row_number": batch[text.entry_id]}, canonical(columns["document"])
                    )
                    for text in _texts(batch)
                    for columns in [_columns(text)]
                ],
                state,
            )
            report(done + len(batch))
        if len(cases) >= INTERVAL:
            promote_common_words(state, before=0)
        state.make = MAKE
        state.save()
    return len(cases)


def _texts(entries: Iterable[int]) -> Iterable[LedgerText]:
    return LedgerText.objects.filter(entry__in=list(entries)).select_related("entry")


def _columns(text: LedgerText) -> dict:
    version = {"version": text.version, "published_at": whole_second(text.entry.at)}
    return columns_of(text.document) | version
