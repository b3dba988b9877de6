"""The one row every writer locks first, so that the register has one writer at a time.

It holds the sequence that moves with every write (readers compare it to notice a change), the next row number
and the ledger's head. PostgreSQL's own sequences would not do: they commit out of order.
"""

import secrets

from django.db import models
from django.db.models import Q

GENESIS = "0" * 64
DERIVATION_VERSION = 11
"""By which program things are derived from documents: rows, cells, words, bitmaps. To be raised whenever the same
document would give others; `prepare` then derives them anew (`repair.py`). 3: marks of arrests, lengths, flows.
4: documents name the rules of their status; and whether a term has run out, which the upgrade to 3 left unsaid.
5: which rows are fictional samples. 6: custody from facts and decisions, from which day it is last known, when it was
confirmed. 7: each value of a joined cell has its own guard; no hidden characters; addresses of the web alone.
8: where somebody is held, courts, organisations, officials, lawyers, counsel, age at arrest, measures, co-defendants,
languages of texts. 9: marks of what happened, of sentences and regimes, which the search of words finds. 10: when each
thing happened, days held, sentences and sources to sort by; a case lasts as long as somebody may be held.
11: words also without their endings; names in Greek letters."""


def this_derivation_version() -> int:
    """As a function, so that a new version is no change of a table."""
    return DERIVATION_VERSION


this_make = this_derivation_version
"""As migration 0004 calls it."""


class RegisterStateQuerySet(models.QuerySet):
    def locked(self) -> "RegisterState":
        """The row, locked until the transaction ends. Made on first use; several may try at once."""
        state = self.select_for_update().filter(pk=1).first()
        if state is None:
            self.bulk_create([RegisterState(pk=1)], ignore_conflicts=True)
            state = self.select_for_update().get(pk=1)
        return state

    def current(self) -> "RegisterState":
        """The row as it is now, unlocked; a fresh one where nothing was ever written."""
        return self.filter(pk=1).first() or RegisterState(pk=1)


class RegisterState(models.Model):
    """Bitmaps that a worker read before the sequence was `rebuilt_at` are of no use to it: something went since.

    The head of the ledger tells one history from another, as after a copy was restored; writes that add nothing to the
    ledger draw a new `epoch` instead.

    While everything is derived anew (`repair.py`), rows from the number `derived_below` on wait for their turn, and
    nothing that counts rows together knows them. It is null when all is derived.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(default=0)
    next_row_number = models.PositiveBigIntegerField(default=1)
    head_number = models.PositiveBigIntegerField(default=0)
    head_hash = models.CharField(max_length=64, default=GENESIS)
    rebuilt_at = models.PositiveBigIntegerField(default=0)
    epoch = models.CharField(max_length=32, default="", blank=True)
    derivation_version = models.PositiveIntegerField(default=this_derivation_version)
    derived_below = models.PositiveBigIntegerField(null=True)

    objects = RegisterStateQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        constraints = [models.CheckConstraint(name="register_state_is_one_row", condition=Q(id=1))]

    def __str__(self):
        return f"sequence {self.sequence}, entry {self.head_number}"

    @property
    def moment(self) -> tuple[int, int, str, str]:
        """What no other moment of this register has, nor of a copy of it that went on by itself."""
        return self.sequence, self.head_number, self.head_hash, self.epoch

    def draw_epoch(self) -> None:
        self.epoch = secrets.token_hex(16)

    @property
    def is_derived_by_this_program(self) -> bool:
        """Whether all that is derived was derived by this program's rules."""
        return self.derivation_version == DERIVATION_VERSION and self.derived_below is None

    def has_derived(self, row_number: int) -> bool:
        return self.derived_below is None or row_number < self.derived_below

    def take_row_number(self) -> int:
        """A number no row ever had; the caller saves the state."""
        self.next_row_number += 1
        return self.next_row_number - 1
