"""The door's own movements, whoever decided them: into the register, out of it, and narrower.

Who may decide is in ``publishing.py`` and ``shared.py``. When an identity, a consent or a source is narrowed, a
record is published anew with what its new document and the public one have in common (``narrowing.py``), or withdrawn
if that may not be public. Either way the texts of its earlier versions go, and nobody waits for a second person.
"""

from dataclasses import dataclass, field, replace

from django.utils import timezone

from cases.models import Action, Campaign, Case, PublishedCampaign, PublishedCase, PublishedUse, State
from cases.models.classification import RANK
from cases.register import register
from cases.register.documents.reading import read
from cases.register.ledger import LedgerText, canonical
from cases.text.names import find_names
from cases.text.references import new_reference

from . import notes
from .completeness import problems, public_text
from .document import document_of
from .locking import lock
from .narrowing import common
from .permission import forbidden, identity_of, may_be_named
from .review_log import log


@dataclass
class Outcome:
    """What one change did to public records: the records themselves, for messages and links."""

    marked: list = field(default_factory=list)
    republished: list = field(default_factory=list)
    withdrawn: list = field(default_factory=list)

    def __bool__(self):
        return bool(self.marked or self.republished or self.withdrawn)

    def add(self, other):
        self.marked += other.marked
        self.republished += other.republished
        self.withdrawn += other.withdrawn


def public_document(record):
    """The document the public sees of a record now; None if it is not public."""
    if record.published_version is None:
        return None
    return LedgerText.objects.of(record.reference).first().document


def put(record, *, document, by, outcome):
    """Write a locked record's Document to the register, whoever decided it; returns the public version.

    Where the person now shows less than the public last knew under this reference, the record gets a new one and
    the texts of all earlier versions go. The caller sets the record's state.
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
        _forget_uses(record)
    _note_uses(record, document.used)
    if renamed:
        narrow_dependents(record, by=by, outcome=outcome, announced=True)
    return published.version


def _renamed(record, content):
    """Give a locked record a new reference; returns the document's content with it wherever the old one stood."""
    old, record.reference = record.reference, new_reference(record.reference[0])
    record.save(update_fields=["reference"])
    return read(canonical(content).replace(old, record.reference))


def _note_uses(record, used):
    """What only earlier versions used stays noted while their texts are kept: it may have to go from those too."""
    owner = {record._meta.model_name: record}
    known = _uses(record)
    for key, use in known.items():
        use.is_earlier = key not in used
    PublishedUse.objects.bulk_update(known.values(), ["is_earlier"])
    PublishedUse.objects.bulk_create(
        PublishedUse(**owner, record_type=kind, record_id=key) for kind, key in sorted(used - known.keys())
    )


def _uses(record):
    uses = PublishedUse.objects.filter(**{record._meta.model_name: record})
    return {(use.record_type, use.record_id): use for use in uses}


def forget_texts(record):
    """Remove the texts of a locked public record's versions before the current one; answers how many."""
    PublishedUse.objects.filter(**{record._meta.model_name: record}, is_earlier=True).delete()
    return register.forget_earlier(record.reference)


def _forget_uses(record):
    PublishedUse.objects.filter(**{record._meta.model_name: record}).delete()


def take_out(record, *, by, reason, announced, outcome):
    """Remove a locked public record from the register, whoever decided it, and from documents that name it."""
    register.withdraw(record.reference, announced=announced)
    version = record.published_version
    _forget_uses(record)
    record.published_version = record.published_edit_version = None
    record.state = State.WITHDRAWN
    record.review_wanted = ""
    record.save(update_fields=["published_version", "published_edit_version", "state", "review_wanted"])
    log(record, Action.WITHDRAWN, by=by, reason=reason, public_version=version, is_announced=announced)
    narrow_dependents(record, by=by, outcome=outcome, announced=announced)


def mark(record, *, by, reason):
    """Ask for a review of a locked public record because something it uses changed."""
    lines = [line for line in record.review_wanted.split("\n") if line and line != reason]
    record.review_wanted = "\n".join([*lines, reason])
    record.save(update_fields=["review_wanted"])
    log(record, Action.MARKED, by=by, reason=reason)


def narrow_if_needed(record, *, by, outcome, reason):
    """Narrow a public case that now has to show less than the public sees, and mark other texts with the name."""
    if record.published_version is not None and must_show_less(record):
        narrow(record, by=by, outcome=outcome, reason=reason)
        if record.person is not None and not is_named_in(record, record.person):
            mark_mentions(record.person, by=by, outcome=outcome)


def must_show_less(record):
    """Whether consent, restriction or identity of a public record allows less than the public sees of it."""
    if record._meta.model_name != "case":
        return False
    today = timezone.localdate()
    if forbidden(record, today) or RANK.get(identity_of(record, today), 0) > RANK[record.reference_identity]:
        return True
    person = record.targeted_because_of
    is_shown = person is not None and public_document(record)["targeted_because_of"]
    return bool(is_shown) and not may_be_named(person, today)


def is_named_in(case, person):
    """Whether a person may be named by consent and identity, in this case and anywhere else."""
    today = timezone.localdate()
    return may_be_named(person, today) and not forbidden(case, today) and identity_of(case, today) == "named"


def mark_mentions(person, *, by, outcome):
    """Ask for a look at public texts that seem to print the name of a person who is hidden now."""
    names = list(person.names.values_list("text", flat=True))
    reason = notes.PRINTS_HIDDEN_NAME
    for published, model in ((PublishedCase, Case), (PublishedCampaign, Campaign)):
        for reference, document in published.objects.values_list("reference", "document").iterator():
            if find_names(names, public_text(document)):
                record = lock(model.objects.get(reference=reference))
                if reason not in record.review_wanted:
                    mark(record, by=by, reason=reason)
                    outcome.marked.append(record)
    _forget_mentions(names, by=by)


def _forget_mentions(names, *, by):
    """Remove the earlier texts of public records where one of them prints a name, whatever is public now."""
    models = {model._meta.model_name: model for model in (Case, Campaign)}
    texts = LedgerText.objects.filter(type__in=models).only("reference", "version", "type", "text")
    printing = {
        (text.type, text.reference, text.version)
        for text in texts.iterator(chunk_size=500)
        if find_names(names, public_text(text.document))
    }
    for type_, reference, version in sorted(printing):
        record = models[type_].objects.filter(reference=reference).first()
        record = record and lock(record)
        if record and record.published_version and version < record.published_version:
            _forget_and_log(record, by=by)


def narrow(record, *, by, outcome, reason, announced=True):
    """Publish a public record anew with less, or withdraw it; adds to the Outcome.

    It shows what its new document and the public one have in common, so that no unreviewed text comes out with it.
    Where the draft is about another person already, nothing of both can be told apart safely, and it is withdrawn.
    """
    record = lock(record)
    if record.published_version is None:
        return
    document, public = document_of(record), public_document(record)
    # What was put back is of records the draft may no longer use.
    used = document.used | {key for key, use in _uses(record).items() if not use.is_earlier}
    is_another = _person_of(document.content) not in ("", _person_of(public)) and _person_of(public)
    document = replace(document, content=common(document.content, public), used=used)
    if is_another or problems(record, document=document):
        take_out(record, by=by, reason=reason, announced=announced, outcome=outcome)
        outcome.withdrawn.append(record)
        return
    version = put(record, document=document, by=by, outcome=outcome)
    forget_texts(record)
    log(record, Action.NARROWED, by=by, reason=reason, public_version=version)
    outcome.republished.append(record)


def _person_of(content):
    return (content.get("person") or {}).get("reference", "")


def dependents(record):
    """Public cases and campaigns whose documents use a record, whatever it is."""
    return _public_users(record, is_earlier=False)


def _public_users(record, *, is_earlier):
    uses = PublishedUse.objects.filter(
        record_type=record._meta.model_name, record_id=record.pk, is_earlier=is_earlier
    )
    cases = Case.objects.public().filter(pk__in=uses.filter(case__isnull=False).values("case"))
    campaigns = Campaign.objects.public().filter(
        pk__in=uses.filter(campaign__isnull=False).values("campaign")
    )
    return [*cases.order_by("pk"), *campaigns.order_by("pk")]


def narrow_dependents(record, *, by, outcome, announced):
    """Take a record that is gone, or known by a new reference, out of the documents that name it, or once did."""
    for other in dependents(record):
        narrow(
            other,
            by=by,
            outcome=outcome,
            reason=notes.REFERRED_RECORD_GONE,
            announced=announced,
        )
    forget_in_earlier(record, by=by)


def forget_in_earlier(record, *, by):
    """Remove the earlier texts of public records whose present one no longer uses a record, but which once did."""
    for other in map(lock, _public_users(record, is_earlier=True)):
        _forget_and_log(other, by=by)


def _forget_and_log(record, *, by):
    if forget_texts(record):
        log(
            record,
            Action.NARROWED,
            by=by,
            reason=notes.EARLIER_TEXTS_REMOVED,
            public_version=record.published_version,
        )
