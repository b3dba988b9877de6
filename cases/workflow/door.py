"""The door's own movements, whoever decided them: into the register, out of it, and narrower.

Who may decide is in ``publishing.py`` and ``shared.py``. When an identity, a consent or a source is narrowed,
a record whose public text still stands as reviewed is published anew from the narrowed record; one with
unreviewed changes, or one that may no longer be public, is withdrawn. Either way the texts of its earlier
versions go, and nobody has to wait for a second person.
"""

from dataclasses import dataclass, field

from django.utils import timezone

from cases.models import Action, Campaign, Case, PublishedUse, State
from cases.models.classification import RANK
from cases.models.custody import custody_of
from cases.register import register
from cases.register.ledger import LedgerText
from cases.text.references import new_reference

from .completeness import problems
from .document import document_of
from .permission import identity_of, objections
from .records import lock, log


@dataclass
class Outcome:
    """What one change did to public records: the records themselves, for messages and links."""

    marked: list = field(default_factory=list)
    republished: list = field(default_factory=list)
    withdrawn: list = field(default_factory=list)

    def __bool__(self):
        return bool(self.marked or self.republished or self.withdrawn)


def public_document(record):
    """The document the public sees of a record now; None if it is not public."""
    if record.published_version is None:
        return None
    return LedgerText.objects.of(record.reference).first().document


def public_identity(record):
    """The identity at which the public knows the record's person now; "" if it knows none."""
    return (public_document(record) or {}).get("identity", "")


def put(record, *, by, outcome, document=None):
    """Write a locked record's document to the register, whoever decided it; returns the public version.

    Where the person now shows less than before, the record gets a new reference and the texts of all earlier
    versions go.
    """
    known = public_identity(record)
    document = document or document_of(record)
    renamed = bool(known) and RANK[document.content["identity"]] > RANK[known]
    if renamed:
        register.withdraw(record.reference, announced=True)
        record.reference = new_reference(record.reference[0])
        record.save(update_fields=["reference"])
        document = document_of(record)
    now = timezone.now()
    version = register.put(document.content, at=now).version
    record.published_version = version
    record.published_edit_version = record.edit_version
    record.published_at = now
    record.state = State.PUBLISHED
    record.review_wanted = ""
    record.save(
        update_fields=[
            "published_version",
            "published_edit_version",
            "published_at",
            "state",
            "review_wanted",
        ]
    )
    _note_uses(record, document.used)
    if renamed:
        narrow_dependents(record, by=by, outcome=outcome)
    return version


def _note_uses(record, used):
    owner = {record._meta.model_name: record}
    PublishedUse.objects.filter(**owner).delete()
    PublishedUse.objects.bulk_create(
        PublishedUse(**owner, record_type=kind, record_id=key) for kind, key in sorted(used)
    )


def take_out(record, *, by, reason, announced, outcome):
    """Remove a locked public record from the register, whoever decided it, and from documents that name it."""
    register.withdraw(record.reference, announced=announced)
    version = record.published_version
    PublishedUse.objects.filter(**{record._meta.model_name: record}).delete()
    record.published_version = record.published_edit_version = None
    record.state = State.WITHDRAWN
    record.review_wanted = ""
    record.save(update_fields=["published_version", "published_edit_version", "state", "review_wanted"])
    log(record, Action.WITHDRAWN, by=by, reason=reason, public_version=version, is_announced=announced)
    narrow_dependents(record, by=by, outcome=outcome)


def mark(record, *, by, reason):
    """Ask for a review of a locked public record because something it uses changed."""
    lines = [line for line in record.review_wanted.split("\n") if line and line != reason]
    record.review_wanted = "\n".join([*lines, reason])
    record.save(update_fields=["review_wanted"])
    log(record, Action.MARKED, by=by, reason=reason)


def narrow_if_needed(record, *, by, outcome, reason):
    """Narrow a public case whose own consent or identity now allows less than the public sees."""
    if record.published_version is None or record._meta.model_name != "case":
        return
    today = timezone.localdate()
    known, now = public_identity(record), identity_of(record, today)
    forbidden = objections(record, custody_of(record, today=today), today)
    if forbidden or (known and now and RANK[now] > RANK[known]):
        narrow(record, by=by, outcome=outcome, reason=reason)


def narrow(record, *, by, outcome, reason):
    """Publish a public record anew with less, or withdraw it; adds to the Outcome."""
    record = lock(record)
    if record.published_version is None:
        return
    unreviewed = record.state != State.PUBLISHED or record.review_wanted
    if unreviewed or problems(record):
        take_out(record, by=by, reason=reason, announced=True, outcome=outcome)
        outcome.withdrawn.append(record)
        return
    version = put(record, by=by, outcome=outcome)
    register.forget_earlier(record.reference)
    log(record, Action.NARROWED, by=by, reason=reason, public_version=version)
    outcome.republished.append(record)


def dependents(record):
    """Public cases and campaigns whose documents used a record, whatever it is."""
    uses = PublishedUse.objects.filter(record_type=record._meta.model_name, record_id=record.pk)
    cases = Case.objects.public().filter(pk__in=uses.filter(case__isnull=False).values("case"))
    campaigns = Campaign.objects.public().filter(
        pk__in=uses.filter(campaign__isnull=False).values("campaign")
    )
    return [*cases.order_by("pk"), *campaigns.order_by("pk")]


def narrow_dependents(record, *, by, outcome):
    """Take a record that is gone, or known by a new reference, out of the documents that name it."""
    for other in dependents(record):
        narrow(other, by=by, outcome=outcome, reason="A record it refers to was withdrawn or narrowed.")
