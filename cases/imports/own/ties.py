"""What ties records to each other: parts, overlaps, campaigns, relations. Both ends have to be in the file."""

from collections.abc import Callable, Iterable
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from cases.imports.key_table import KeyTable, mark
from cases.imports.own.labels import event_label, intervention_label, labelled
from cases.imports.own.rows import Rows
from cases.models import Campaign, Case, Relation
from cases.vocabularies.actions import TRIED_WITH

if TYPE_CHECKING:
    from cases.imports.own.record_rows import Told

Written = dict[str, Any]
End = tuple[str, int]
Tie = tuple[str, End, End]


class Ties:
    """`holds` says of a reference whether the file has a document of it."""

    def __init__(self, rows: Rows, holds: Callable[[str], bool]) -> None:
        self._rows, self._holds = rows, holds
        self._keys = KeyTable()
        self._overlaps: set[tuple[int, int]] = set()
        self._relations: dict[Tie, None] = {}
        self._after: dict[Tie, list[Tie]] = {}
        self.untold_campaigns: dict[str, str] = {}
        self.left_out: list[tuple[str, str]] = []

    def key_of(self, reference: str) -> int:
        """The key of a record of the file, made up when it is first mentioned."""
        known = mark(reference)
        key = self._keys.get(known)
        if key is None:
            key = self._keys[known] = self._rows.new_key(Case if reference.startswith("C-") else Campaign)
        return key

    def campaign(self, written: Written) -> int:
        """Of a campaign that is no document of the file its cases tell the title."""
        if not self._holds(written["reference"]):
            self.untold_campaigns.setdefault(written["reference"], written["title"])
        return self.key_of(written["reference"])

    def has_campaign(self, reference: str) -> None:
        self.untold_campaigns.pop(reference, None)

    def case(self, reference: str, told: "Told") -> int | None:
        if not reference:
            return None
        if not self._holds(reference):
            self.left_out.append((told.document["reference"], reference))
            return None
        key = self.key_of(reference)
        told.used.add(("case", key))
        return key

    def overlaps(self, references: Iterable[str], told: "Told") -> None:
        for reference in references:
            if (other := self.case(reference, told)) is not None:
                self._overlaps |= {(told.key, other), (other, told.key)}

    def add(self, told: "Told") -> None:
        before: Tie | None = None
        for each in told.document["relations"]:
            tie = self._tie(each, told)
            if tie is None:
                continue
            self._relations.setdefault(tie)
            if before is not None and before != tie:
                self._after.setdefault(tie, []).append(before)
            before = tie

    def _tie(self, written: Written, told: "Told") -> Tie | None:
        own = (told.owner, told.key)
        near = self._own_fact(written["text"], told) if written["text"] else own
        reference = written["reference"]
        far: End | None
        if not reference:
            far = self._own_fact(written["title"], told)
        elif reference == told.document["reference"]:
            far = own
        elif self._holds(reference):
            far = ("case" if reference.startswith("C-") else "campaign", self.key_of(reference))
            told.used.add(far)
        else:
            far = None
        if near is None or far is None:
            self.left_out.append((told.document["reference"], reference or written["title"]))
            return None
        if written["kind"] == TRIED_WITH:
            near, far = sorted((near, far))
        elif written["direction"] == "to":
            near, far = far, near
        return (written["kind"], near, far)

    def _own_fact(self, text: str, told: "Told") -> End | None:
        for part, kind, label in (
            ("events", "event", event_label),
            ("interventions", "intervention", intervention_label),
        ):
            at = labelled(text, told.document[part], label)
            if at is not None:
                return (kind, told.keys[part][at])
        return None

    def finish(self) -> None:
        for case, other in sorted(self._overlaps):
            self._rows.add(Case.overlaps_with.through, from_case=case, to_case=other)
        for kind, (start, start_key), (finish, finish_key) in self._in_order():
            self._rows.add(Relation, kind=kind, **{f"from_{start}": start_key, f"to_{finish}": finish_key})

    def _in_order(self) -> list[Tie]:
        """So that each record lists its own as its document does; as far as all of them agree."""
        if not self._after:
            return list(self._relations)
        order = TopologicalSorter({tie: self._after.get(tie, ()) for tie in self._relations})
        try:
            return list(order.static_order())
        except CycleError:
            return list(self._relations)
