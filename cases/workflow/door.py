"""The door's own movements of one locked record, whoever decided them: into the register, out of it, marked.

None of them touches another record: what follows for those is in `consequences.py`. Who may decide is in
`publishing.py` and `shared.py`.
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.contrib.auth.models import User
from django.utils import timezone

from cases.models import Action, LedgerText, MaskState, NameMask, Record, State
from cases.models.classification import RANK
from cases.register import register
from cases.register.documents.reading import read
from cases.register.ledger import canonical
from cases.text.references import new_reference
from cases.workflow.document import Document
from cases.workflow.last_days import keep_last_day
from cases.workflow.naming import note_naming
from cases.workflow.review_log import log
from cases.workflow.uses import clear_earlier_uses, clear_uses, note_uses


@dataclass
class Outcome:
    """What one change did to public records: the records themselves, for messages and links.

    `version` is the public version a publication made, `renamed` the records that are known by a new reference since,
    `masked` those in whose text the name of somebody hidden was masked.
    """

    marked: list[Record] = field(default_factory=list)
    republished: list[Record] = field(default_factory=list)
    withdrawn: list[Record] = field(default_factory=list)
    renamed: list[Record] = field(default_factory=list)
    masked: list[Record] = field(default_factory=list)
    version: int | None = None

    def __bool__(self) -> bool:
        return bool(self.marked or self.republished or self.withdrawn or self.renamed or self.masked)

    def add(self, other: "Outcome") -> None:
        self.marked += other.marked
        self.republished += other.republished
        self.withdrawn += other.withdrawn
        self.renamed += other.renamed
        self.masked += other.masked


class Entered(NamedTuple):
    """The public version that a record has now, and whether it is known by a new reference since."""

    version: int
    renamed: bool


def public_document(record: Record) -> dict | None:
    """The document the public sees of a record now; None if it is not public."""
    if record.published_version is None:
        return None
    return LedgerText.objects.of(record.reference).first().document


def make_public(record: Record, *, document: Document) -> Entered:
    """Write a locked record's Document to the register.

    Where the person now shows less than the public last knew under this reference, the record gets a new one and
    the texts of all earlier versions go; what names it by the old one has to follow. The caller sets the state.
    """
    identity = document.content.get("identity") or "named"
    known = record.reference_identity
    renamed = bool(known) and RANK[identity] > RANK[known]
    if renamed:
        if record.is_public:
            register.withdraw(record.reference, announced=True)
        document = replace(document, content=_renamed(record, document.content))
    published = register.put(document.content)
    record.published_version, record.published_at = published.version, published.at
    record.reference_identity = identity
    record.save(update_fields=["published_version", "published_at", "reference_identity"])
    if renamed:
        clear_uses(record)
    note_uses(record, document.used)
    keep_last_day(record)
    note_naming(record, document.content)
    return Entered(published.version, renamed)


def _renamed(record: Record, content: dict) -> dict:
    """Give a locked record a new reference; returns the document's content with it wherever the old one stood."""
    old, record.reference = record.reference, new_reference(record.reference[0])
    record.save(update_fields=["reference"])
    return read(canonical(content).replace(old, record.reference))


def take_out(record: Record, *, by: User | None, reason: str, announced: bool) -> None:
    """Remove a locked public record from the register, with the texts of all its versions; what names it has to
    follow."""
    register.withdraw(record.reference, announced=announced)
    version = record.published_version
    clear_uses(record)
    record.published_version = record.published_edit_version = None
    record.state = State.WITHDRAWN
    record.review_wanted = ""
    record.save(update_fields=["published_version", "published_edit_version", "state", "review_wanted"])
    close_masks(record)
    log(record, Action.WITHDRAWN, by=by, reason=reason, public_version=version, is_announced=announced)


def drop_earlier_versions(record: Record) -> int:
    """Remove the texts of a locked public record's versions before the current one; answers how many."""
    clear_earlier_uses(record)
    dropped = register.delete_earlier_texts(record.reference)
    keep_last_day(record)
    return dropped


def close_masks(record: Record) -> None:
    """The public text in which names were masked, or might have to be, is not public any more."""
    open_masks = NameMask.objects.of(record).filter(state__in=[MaskState.STANDING, MaskState.WAITING])
    open_masks.update(state=MaskState.REWORDED, decided_at=timezone.now())


def mark(record: Record, *, by: User | None, reason: str) -> None:
    """Ask for a review of a locked public record because something it uses changed."""
    lines = [line for line in record.review_wanted.split("\n") if line and line != reason]
    record.review_wanted = "\n".join([*lines, reason])
    record.save(update_fields=["review_wanted"])
    log(record, Action.MARKED, by=by, reason=reason)
