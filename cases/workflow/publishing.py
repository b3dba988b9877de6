"""Publishing and withdrawing: the steps that change the register by somebody's decision."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Action, Campaign, Case, Person, PublishedCase, Record, Review
from cases.models.need_to_know import as_asked, knows_all, whole_record
from cases.register import register
from cases.workflow import notes
from cases.workflow.accounts.stops import within_reach
from cases.workflow.anonymity import is_narrower
from cases.workflow.appearing import approve
from cases.workflow.co_defendants import say_both
from cases.workflow.completeness import Problem, problems, second_look
from cases.workflow.consequences import follow, persons_of
from cases.workflow.document import Document, digest_of, document_of
from cases.workflow.door import Outcome, close_masks, drop_earlier_versions, make_public, mark, take_out
from cases.workflow.errors import Refused
from cases.workflow.last_days import hiding_over, keep_last_day
from cases.workflow.locking import lock
from cases.workflow.masking import hide_names
from cases.workflow.moves import check_may, check_open, is_open, move
from cases.workflow.review import same_edit
from cases.workflow.review_log import log
from cases.workflow.uses import users_of


@dataclass(frozen=True)
class Hindrances:
    """What keeps somebody from publishing a submitted record: what is wrong with it, the names of protected persons
    that its text prints, which a colleague may confirm to be somebody else's, and whether it takes a colleague.
    `asks_administrator`: the text prints a name of which whoever asks may not know why it is protected."""

    problems: list[Problem]
    homonyms: list[str]
    needs_colleague: bool
    asks_administrator: bool


def hindrances(record: Record, *, document: Document, by: User) -> Hindrances:
    """What keeps `by` from publishing the record as this Document, in words that whoever asks may know."""
    with as_asked():
        seen = document if knows_all() else document_of(record)
        homonyms, found = second_look(record, document=seen), problems(record, document=seen)
        kept = not knows_all() and bool({*_names_of_everybody(record, document)} - {*homonyms})
    four_eyes = bool(homonyms) or not settings.SELF_PUBLISHING
    return Hindrances(found, homonyms, four_eyes and has_worked_on(record, by), kept)


@whole_record()
def _names_of_everybody(record: Record, document: Document) -> list[str]:
    """The names to look at again, of everybody on file, whoever asks."""
    return second_look(record, document=document)


def has_worked_on(record: Record, person: User) -> bool:
    """Whether a person submitted or edited the record, or somebody it is about, since it was last published, be it
    through an account they could act as."""
    return Review.objects.worked_on(record, within_reach(person))


@whole_record()
@transaction.atomic
def publish(
    record: Record,
    *,
    by: User,
    edit_version: int,
    digest: str | None = None,
    confirmed_homonyms: bool = False,
) -> Outcome:
    """Put the reviewed text of a case or campaign into the register; returns the Outcome, with its public version.

    An anonymised case whose day is still to come is approved for that day instead: the Outcome has no version.
    Refused, with every reason at once, unless the record is submitted, still at the edit version (and, where
    given, the very text) that was reviewed, complete, allowed, and `by` neither submitted nor edited it since it
    was last published. Protected names in its text must be confirmed to be somebody else's, always by a colleague.
    """
    check_may(by, "publish", record)
    record = lock(record)
    same_edit(record, edit_version)
    if isinstance(record, Case) and is_narrower(record, timezone.localdate()):
        raise Refused(
            _(
                "It shows less of the person than what was public. Return it: handed over again, it is anonymised."
            )
        )
    step = "approve" if is_open(record, "approve") else "publish"
    check_open(record, step)
    if hiding_over(record):
        raise Refused(
            _("It was hidden in an emergency. Two people have to show it again before it is published.")
        )
    document = document_of(record)
    if digest is not None and digest != digest_of(document):
        raise Refused(_("Something this record uses was changed after you opened it. Look at it again."))
    if reasons := _reasons(hindrances(record, document=document, by=by), confirmed_homonyms):
        raise Refused(reasons)
    if step == "approve" and isinstance(record, Case):
        approve(record, document=document, by=by)
        return Outcome()
    version = make_public(record, document=document)
    if notes.PRINTS_HIDDEN_NAME in record.review_wanted:
        drop_earlier_versions(record)
    keep_last_day(record, anew=True)
    record.published_edit_version = record.edit_version
    close_masks(record)
    move(record, "publish")
    record.review_wanted = ""
    record.save(update_fields=["published_edit_version", "state", "review_wanted"])
    log(record, Action.PUBLISHED, by=by, public_version=version)
    outcome = Outcome(version=version)
    if isinstance(record, Campaign):
        outcome.add(mark_cases_of(record, by=by))
    else:
        outcome.add(say_both(record, by=by))
    return outcome


def _reasons(hindering: Hindrances, confirmed_homonyms: bool) -> list[str]:
    reasons = [problem.message for problem in hindering.problems]
    if hindering.asks_administrator:
        reasons.append(_("Ask an administrator before this text is published."))
    if hindering.homonyms and not confirmed_homonyms:
        names = ", ".join(hindering.homonyms)
        reasons.append(
            _("The text prints names of protected persons: %(names)s. Confirm that it means somebody else.")
            % {"names": names}
        )
    if hindering.needs_colleague:
        reasons.append(
            _("You submitted or edited this since it was last published; a colleague has to publish it.")
        )
    return reasons


@whole_record()
def mark_cases_of(campaign: Campaign, *, by: User) -> Outcome:
    """Ask for a look at public cases that should name the campaign, or name it by an older title."""
    named = {"reference": campaign.reference, "title": campaign.title}
    cases = {case.reference: case for case in Case.objects.public().filter(campaigns=campaign)}
    naming = PublishedCase.objects.filter(document__campaigns__contains=[{"reference": campaign.reference}])
    named_by = set(naming.values_list("reference", flat=True))
    cases |= {
        each.reference: each
        for each in users_of(campaign)
        if isinstance(each, Case) and each.reference in named_by
    }
    current = PublishedCase.objects.filter(reference__in=cases, document__campaigns__contains=[named])
    outcome = Outcome()
    for reference in sorted(set(cases) - set(current.values_list("reference", flat=True))):
        case = lock(cases[reference])
        mark(case, by=by, reason=notes.CAMPAIGN_PUBLISHED % {"title": campaign.title})
        outcome.marked.append(case)
    return outcome


@whole_record()
@transaction.atomic
def withdraw(record: Record, *, by: User, reason: str, announced: bool) -> Outcome:
    """Take a record out of the register at once, with the texts of all its versions.

    `announced` leaves a tombstone (reference and date); a silent withdrawal answers like a reference that
    never existed, and can follow an announced one. Needs no second person: hiding is always safe. Returns an Outcome
    for the records that named it.
    """
    check_may(by, "withdraw", record)
    if not reason.strip():
        raise Refused(_("Say why it is withdrawn."))
    record = lock(record)
    if not announced and is_open(record, "silence"):
        register.withdraw(record.reference, announced=False)
        log(record, Action.WITHDRAWN, by=by, reason=reason.strip(), is_announced=False)
        return Outcome()
    check_open(record, "withdraw")
    persons = Person.objects.filter(pk__in=persons_of(record)).order_by("pk")
    take_out(record, by=by, reason=reason.strip(), announced=announced)
    outcome = follow(record, by=by, announced=announced)
    outcome.add(hide_names(persons, by=by))
    return outcome


@whole_record()
@transaction.atomic
def remove_earlier_versions(record: Record, *, by: User, reason: str) -> int:
    """Remove the texts of all versions of a public record before the current one; answers how many.

    For what was corrected because nobody may read it any more. Needs no second person: hiding is always safe.
    """
    check_may(by, "remove_earlier", record)
    if not reason.strip():
        raise Refused("Say why they are removed.")
    record = lock(record)
    check_open(record, "remove_earlier")
    removed = drop_earlier_versions(record)
    if removed:
        log(record, Action.NARROWED, by=by, reason=reason.strip(), public_version=record.published_version)
    return removed
