"""What follows for public records when one of them, or something they use, may show less: narrowing, and its list.

A record is narrowed by publishing it anew with what its new document and the public one have in common
(`narrowing.py`), or withdrawn if that may not be public. Either way the texts of its earlier versions go, and nobody
waits for a second person. What names a record that is gone is narrowed in its turn. A case that shows less of its
person is anonymised instead (`anonymising.py`).
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db.models import Model
from django.utils import timezone

from cases.models import Action, Case, Person, Record
from cases.models.classification import RANK
from cases.models.need_to_know import whole_record
from cases.register.custody import derive_into
from cases.register.documents.prose import texts_of
from cases.register.finding_aids import plain_words
from cases.workflow import notes
from cases.workflow.anonymising import anonymise, anonymise_if_narrower
from cases.workflow.anonymity import is_narrower
from cases.workflow.completeness import problems
from cases.workflow.document import document_of
from cases.workflow.door import (
    Outcome,
    drop_earlier_versions,
    make_public,
    mark,
    public_document,
    take_out,
)
from cases.workflow.last_days import hiding_over
from cases.workflow.locking import lock
from cases.workflow.masking import hide_names, remask
from cases.workflow.narrowing import common, names_in, takes_away, without_names
from cases.workflow.permission import forbidden, identity_of, may_be_named
from cases.workflow.review_log import log
from cases.workflow.uses import earlier_users_of, users_of, uses_of


class Narrowing(NamedTuple):
    """A public record that has to show less, why, and whether it is announced if it has to be withdrawn for that.

    `without` are names that were taken away: they go wherever they stand as names, though the draft may hold them.
    """

    record: Record
    reason: str
    announced: bool = True
    without: frozenset[str] = frozenset()


@whole_record()
def narrow(first: Iterable[Narrowing], *, by: User | None) -> Outcome:
    """Narrow public records, and what names those that are gone by it, until nothing is left to narrow; then mask
    the names of persons who are hidden by it.

    It ends: a record is withdrawn once.
    """
    outcome = Outcome()
    waiting: dict[Record, Narrowing] = {}
    concerned: set[int] = set()
    _add(waiting, first)
    while waiting:
        narrowing = waiting.pop(next(iter(waiting)))
        record = lock(narrowing.record)
        if record.is_public:
            concerned |= persons_of(record)
            _add(waiting, _narrow_one(record, narrowing, by=by, outcome=outcome))
    outcome.add(hide_names(Person.objects.filter(pk__in=concerned).order_by("pk"), by=by))
    return outcome


def persons_of(record: Record) -> set[int]:
    """Whom a public record may name as its subject, or on whose account it says that something was done."""
    used = {key for kind, key in uses_of(record) if kind == "person"}
    return used | {record.person_id} if isinstance(record, Case) and record.person_id else used


def _add(waiting: dict[Record, Narrowing], new: Iterable[Narrowing]) -> None:
    """A record that waits already is narrowed once for all reasons, and silently if one of them wants that."""
    for narrowing in new:
        known = waiting.setdefault(narrowing.record, narrowing)
        waiting[known.record] = known._replace(
            announced=known.announced and narrowing.announced, without=known.without | narrowing.without
        )


def _narrow_one(
    record: Record, narrowing: Narrowing, *, by: User | None, outcome: Outcome
) -> list[Narrowing]:
    """Publish a locked public record anew with less, or withdraw it; answers what has to follow.

    A case that shows less of its person from now on is anonymised: nothing of it is published now.
    It shows what its new document and the public one have in common, so that no unreviewed text comes out with it.
    Where the draft is about another person already, nothing of both can be told apart safely, and it is withdrawn.
    """
    if isinstance(record, Case) and is_narrower(record, timezone.localdate()):
        anonymise(record, by=by, reason=narrowing.reason)
        outcome.anonymised.append(record)
        return _followers(record, by=by, announced=False)
    document, public = document_of(record), public_document(record) or {}
    # What was put back is of records the draft may no longer use.
    used = document.used | {key for key, use in uses_of(record).items() if not use.is_earlier}
    is_another = _person_of(document.content) not in ("", _person_of(public)) and _person_of(public)
    content = without_names(common(remask(record, document.content), public), narrowing.without)
    if isinstance(record, Case):
        derive_into(content, timezone.localdate())
    document = replace(document, content=content, used=used)
    # What the desk asks of its own record is no reason to take out what is public.
    against = [problem for problem in problems(record, document=document) if problem.ask is None]
    if is_another or against:
        announced = narrowing.announced and hiding_over(record) is None
        take_out(record, by=by, reason=narrowing.reason, announced=announced)
        outcome.withdrawn.append(record)
        return _followers(record, by=by, announced=announced)
    version = make_public(record, document=document)
    drop_earlier_versions(record)
    log(record, Action.NARROWED, by=by, reason=narrowing.reason, public_version=version)
    if record not in outcome.republished:
        outcome.republished.append(record)
    for name in _still_printed(content, narrowing.without & names_in(public)):
        mark(record, by=by, reason=notes.STILL_PRINTED % {"name": name})
        outcome.marked.append(record)
    return []


def _still_printed(content: dict, names: Iterable[str]) -> list[str]:
    """Those of `names` that running text of a document prints, also with an ending: nobody but an editor can take them
    out of a sentence."""
    text = "".join(f" {plain_words(each.text)} " for each in texts_of(content) if not each.is_address)
    return [name for name in sorted(names) if (words := plain_words(name)) and f" {words}" in text]


def _person_of(content: dict) -> str:
    return (content.get("person") or {}).get("reference", "")


def follow(record: Record, *, by: User | None, announced: bool) -> Outcome:
    """Take a record that is gone out of the documents that name it, or once did."""
    return narrow(_followers(record, by=by, announced=announced), by=by)


def _followers(record: Record, *, by: User | None, announced: bool) -> list[Narrowing]:
    drop_versions_that_used(record, by=by)
    return [Narrowing(other, notes.REFERRED_RECORD_GONE, announced) for other in users_of(record)]


@whole_record()
def drop_versions_that_used(record: Model, *, by: User | None) -> None:
    """Remove the earlier texts of public records whose present one no longer uses a record, but which once did."""
    for other in earlier_users_of(record):
        _drop_and_log(lock(other), by=by)


def _drop_and_log(record: Record, *, by: User | None) -> None:
    if drop_earlier_versions(record):
        reason, version = notes.EARLIER_TEXTS_REMOVED, record.published_version
        log(record, Action.NARROWED, by=by, reason=reason, public_version=version)


def narrow_if_needed(record: Record, *, by: User | None, reason: str) -> Outcome:
    """Narrow a locked record that has to show less than the public sees, or saw, or from which something was taken that
    goes at once."""
    if isinstance(record, Case) and anonymise_if_narrower(record, by=by, reason=reason):
        return Outcome(anonymised=[record])
    if not record.is_public or not (must_show_less(record) or _was_taken_from(record)):
        return Outcome()
    return narrow([Narrowing(record, reason)], by=by)


def _was_taken_from(record: Record) -> bool:
    public = public_document(record)
    return public is not None and takes_away(remask(record, document_of(record).content), public)


def must_show_less(record: Record) -> bool:
    """Whether consent, restriction or identity of a public record allows less than the public sees of it."""
    if not isinstance(record, Case):
        return False
    today = timezone.localdate()
    if forbidden(record, today) or RANK.get(identity_of(record, today), 0) > RANK[record.reference_identity]:
        return True
    person, public = record.targeted_because_of, public_document(record)
    is_shown = bool(public and public["targeted_because_of"])
    return person is not None and is_shown and not may_be_named(person, today)
