"""Publishing and withdrawing: the two steps that change the register by somebody's decision."""

from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from cases.models import Action, PublishedCase, Review, State, Tombstone
from cases.register import register
from cases.register.ledger import canonical

from . import notes
from .completeness import problems, second_look
from .document import document_of
from .door import Outcome, dependents, forget_texts, mark, put, take_out
from .errors import Refused
from .locking import lock
from .review import allow, same_edit
from .review_log import log


def digest_of(document):
    """A short form of a Document's text: what a reviewer looked at, to be compared with what is published."""
    return sha256(canonical(document.content).encode()).hexdigest()


@transaction.atomic
def publish(record, *, by, edit_version, digest=None, confirmed_homonyms=False):
    """Put the reviewed text of a case or campaign into the register; returns the public version's number.

    Refused, with every reason at once, unless the record is submitted, still at the edit version (and, where
    given, the very text) that was reviewed, complete, allowed, and ``by`` neither submitted nor edited it since it
    was last published. Protected names in its text must be confirmed to be somebody else's, always by a colleague.
    """
    allow(record, "publish", by)
    record = lock(record)
    same_edit(record, edit_version)
    if record.state != State.SUBMITTED:
        raise Refused(_("Only a submitted record can be published."))
    document = document_of(record)
    if digest is not None and digest != digest_of(document):
        raise Refused(_("Something this record uses was changed after you opened it. Look at it again."))
    reasons = [problem.message for problem in problems(record, document=document)]
    homonyms = second_look(record, document=document)
    if homonyms and not confirmed_homonyms:
        names = ", ".join(homonyms)
        reasons.append(
            _("The text prints names of protected persons: %(names)s. Confirm that it means somebody else.")
            % {"names": names}
        )
    if (homonyms or not settings.SELF_PUBLISHING) and has_worked_on(record, by):
        reasons.append(
            _("You submitted or edited this since it was last published; a colleague has to publish it.")
        )
    if reasons:
        raise Refused(reasons)
    version = put(record, document=document, by=by, outcome=Outcome())
    if notes.PRINTS_HIDDEN_NAME in record.review_wanted:
        forget_texts(record)
    record.published_edit_version = record.edit_version
    record.state = State.PUBLISHED
    record.review_wanted = ""
    record.save(update_fields=["published_edit_version", "state", "review_wanted"])
    log(record, Action.PUBLISHED, by=by, public_version=version)
    if record._meta.model_name == "campaign":
        _mark_cases_of(record, by)
    return version


def has_worked_on(record, person):
    """Whether a person submitted or edited the record, or somebody it is about, since it was last published."""
    work = Review.objects.since_last_publication(record)
    return work.filter(by=person, action__in=[Action.EDITED, Action.SUBMITTED]).exists()


def _mark_cases_of(campaign, by):
    """Ask for a look at public cases that should name the campaign, or name it by an older title."""
    named = {"reference": campaign.reference, "title": campaign.title}
    cases = {case.reference: case for case in campaign.cases.public()}
    naming = PublishedCase.objects.filter(document__campaigns__contains=[{"reference": campaign.reference}])
    naming = set(naming.values_list("reference", flat=True))
    cases |= {each.reference: each for each in dependents(campaign) if each.reference in naming}
    current = PublishedCase.objects.filter(reference__in=cases, document__campaigns__contains=[named])
    for reference in sorted(set(cases) - set(current.values_list("reference", flat=True))):
        mark(lock(cases[reference]), by=by, reason=notes.CAMPAIGN_PUBLISHED % {"title": campaign.title})


@transaction.atomic
def withdraw(record, *, by, reason, announced):
    """Take a record out of the register at once, with the texts of all its versions.

    ``announced`` leaves a tombstone (reference and date); a silent withdrawal answers like a reference that
    never existed, and can follow an announced one. Needs no second person: hiding is always safe. Returns an Outcome
    for the records that named it.
    """
    allow(record, "withdraw", by)
    if not reason.strip():
        raise Refused(_("Say why it is withdrawn."))
    record = lock(record)
    outcome = Outcome()
    if record.is_public:
        take_out(record, by=by, reason=reason.strip(), announced=announced, outcome=outcome)
    elif not announced and Tombstone.objects.filter(reference=record.reference).exists():
        register.withdraw(record.reference, announced=False)
        log(record, Action.WITHDRAWN, by=by, reason=reason.strip(), is_announced=False)
    else:
        raise Refused(_("It is not public."))
    return outcome


@transaction.atomic
def forget_earlier(record, *, by, reason):
    """Remove the texts of all versions of a public record before the current one; answers how many.

    For what was corrected because nobody may read it any more. Needs no second person: hiding is always safe.
    """
    allow(record, "withdraw", by)
    if not reason.strip():
        raise Refused("Say why they are removed.")
    record = lock(record)
    if not record.is_public:
        raise Refused("It is not public.")
    forgotten = forget_texts(record)
    if forgotten:
        log(record, Action.NARROWED, by=by, reason=reason.strip(), public_version=record.published_version)
    return forgotten
