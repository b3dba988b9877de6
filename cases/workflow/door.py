"""The door's own movements of one locked record, whoever decided them: into the register, out of it, marked.

None of them touches another record: what follows for those is in `consequences.py`. Who may decide is in
`publishing.py` and `shared.py`.
"""

from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.utils import timezone

from cases.models import (
    Action,
    Case,
    Ending,
    FormerText,
    Hiding,
    LedgerText,
    MaskState,
    NameMask,
    Person,
    PublishedCampaign,
    Record,
    State,
)
from cases.models.classification import RANK
from cases.register import register
from cases.register.documents.reading import UnreadableText
from cases.workflow.document import Document
from cases.workflow.last_days import keep_last_day
from cases.workflow.naming import note_naming
from cases.workflow.review_log import log
from cases.workflow.uses import clear_earlier_uses, clear_uses, note_uses, wait_for_changes


@dataclass
class Outcome:
    """What one change did to public records: the records themselves, for messages and links.

    `version` is the public version a publication made, `anonymised` are records that are gone without trace and wait
    as drafts under a new reference, `masked` those in whose text the name of somebody hidden was masked; `hidden`
    are those people.
    """

    marked: list[Record] = field(default_factory=list)
    republished: list[Record] = field(default_factory=list)
    withdrawn: list[Record] = field(default_factory=list)
    published: list[Record] = field(default_factory=list)
    anonymised: list[Record] = field(default_factory=list)
    masked: list[Record] = field(default_factory=list)
    hidden: list[Person] = field(default_factory=list)
    version: int | None = None

    def __bool__(self) -> bool:
        changed = self.marked, self.republished, self.withdrawn, self.published, self.anonymised, self.masked
        return any((*changed, self.hidden))

    def add(self, other: "Outcome") -> None:
        self.marked += other.marked
        self.republished += other.republished
        self.withdrawn += other.withdrawn
        self.published += other.published
        self.anonymised += other.anonymised
        self.masked += other.masked
        self.hidden += [person for person in other.hidden if person not in self.hidden]


def public_document(record: Record) -> dict | None:
    """The document the public sees of a record now; None if it is not public."""
    if record.published_version is None:
        return None
    return LedgerText.objects.of(record.reference).first().document


def make_public(record: Record, *, document: Document) -> int:
    """Write a locked record's Document to the register; answers its public version. The caller sets the state.

    A ValueError if it shows less of the person than the public last knew under this reference: such a record is
    anonymised first (`anonymising.py`).
    """
    identity = document.content.get("identity") or "named"
    known = record.reference_identity
    if known and RANK[identity] > RANK[known]:
        raise ValueError(f"reference: {record.reference} was public with more of the person")
    wait_for_changes(document.used)
    published = register.put(document.content)
    record.published_version, record.published_at = published.version, published.at
    record.reference_identity = identity
    record.save(update_fields=["published_version", "published_at", "reference_identity"])
    note_uses(record, document.used)
    note_naming(record, document.content)
    keep_last_day(record)
    return published.version


def take_out(record: Record, *, by: User | None, reason: str, announced: bool) -> None:
    """Remove a locked public record from the register, with the texts of all its versions; what names it has to
    follow."""
    keep_former_texts(record)
    register.withdraw(record.reference, announced=announced)
    version = record.published_version
    clear_uses(record)
    record.published_version = record.published_edit_version = None
    record.state = State.WITHDRAWN
    record.review_wanted = ""
    record.save(update_fields=["published_version", "published_edit_version", "state", "review_wanted"])
    close_masks(record)
    log(record, Action.WITHDRAWN, by=by, reason=reason, public_version=version, is_announced=announced)
    Hiding.objects.standing().of(record).update(ended_at=timezone.now(), ended_by=by, ending=Ending.WITHDRAWN)


def drop_earlier_versions(record: Record) -> int:
    """Remove the texts of a locked public record's versions before the current one; answers how many."""
    keep_former_texts(record)
    clear_earlier_uses(record)
    dropped = register.delete_earlier_texts(record.reference)
    keep_last_day(record)
    return dropped


def close_masks(record: Record) -> None:
    """The public text in which names were masked, or might have to be, is not public any more."""
    open_masks = NameMask.objects.of(record).filter(state__in=[MaskState.STANDING, MaskState.WAITING])
    open_masks.update(state=MaskState.REWORDED, decided_at=timezone.now())


def keep_former_texts(record: Record) -> None:
    """Keep at the desk what is public of a locked case, before it goes: an anonymised one must not repeat it."""
    if not isinstance(record, Case):
        return
    documents = [text.document for text in LedgerText.objects.of(record.reference) if _is_readable(text)]
    listed = {each["reference"] for document in documents for each in document.get("campaigns", ())}
    documents += PublishedCampaign.objects.filter(reference__in=listed).values_list("document", flat=True)
    kept, _made = FormerText.objects.get_or_create(case=record, reference=record.reference)
    kept.documents += [document for document in documents if document not in kept.documents]
    kept.save(update_fields=["documents"])


def _is_readable(text: LedgerText) -> bool:
    try:
        return bool(text.document)
    except UnreadableText:
        return False  # `check_register` names it; it must not keep anybody from hiding the record


def mark(record: Record, *, by: User | None, reason: str) -> None:
    """Ask for a review of a locked public record because something it uses changed."""
    lines = [line for line in record.review_wanted.split("\n") if line and line != reason]
    record.review_wanted = "\n".join([*lines, reason])
    record.save(update_fields=["review_wanted"])
    log(record, Action.MARKED, by=by, reason=reason)
