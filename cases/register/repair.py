"""Makes everything that is derived from the published documents anew: rows, cells, bitmaps, words of names, agencies.

For when a rule of derivation has changed (`MAKE` in `state.py`), or `check.py` found something wrong. The ledger and
its texts are not touched.
"""

from collections.abc import Callable, Iterator
from itertools import islice

from django.db import transaction

from cases.register.common_words import INTERVAL, promote_common_words
from cases.register.facet_block import FacetBlock
from cases.register.later_case import LaterCase
from cases.register.ledger import LedgerText
from cases.register.name_index import NameToken
from cases.register.published_agency import PublishedAgency
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.published_cells import PublishedCells
from cases.register.register import columns_of, whole_second
from cases.register.replacing import Change, replace_rows
from cases.register.state import MAKE, RegisterState

DERIVED = (PublishedCase, PublishedCells, FacetBlock, LaterCase, NameToken, PublishedAgency)
BATCH = 2_000


def repair(report: Callable[[int], None] = lambda done: None) -> int:
    """Derive everything from the newest versions; answers how many cases there are, tells `report` as it goes.

    One transaction: readers see the register as it was until all of it is there, writers wait. Rows keep their
    numbers.
    """
    with transaction.atomic():
        state = RegisterState.objects.locked()
        state.sequence += 1
        state.rebuilt_at = state.sequence
        numbers = dict(PublishedCase.objects.values_list("reference", "row_number"))
        for model in DERIVED:
            model.objects.all().delete()
        for text in _newest("campaign"):
            PublishedCampaign.objects.update_or_create(reference=text.reference, defaults=_columns(text))
        cases = _newest("case")
        done = 0
        while batch := list(islice(cases, BATCH)):
            replace_rows([_change(text, numbers, state) for text in batch], state)
            done += len(batch)
            report(done)
        if done >= INTERVAL:
            promote_common_words(state, before=0)
        state.make = MAKE
        state.save()
    return done


def _newest(type_: str) -> Iterator[LedgerText]:
    """The newest texts that are of the type; what was a case and is a withdrawal now is none."""
    return (text for text in LedgerText.objects.latest().iterator(chunk_size=BATCH) if text.type == type_)


def _change(text: LedgerText, numbers: dict[str, int], state: RegisterState) -> Change:
    number = numbers.get(text.reference) or state.take_row_number()
    return Change(None, _columns(text) | {"row_number": number}, text.text)


def _columns(text: LedgerText) -> dict:
    version = {"version": text.version, "published_at": whole_second(text.entry.at)}
    return columns_of(text.document) | version
