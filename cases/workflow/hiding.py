"""Hiding in an emergency: anybody who edits takes a record out of sight at once; showing it again takes two people.

First what is hidden is left out of every answer (`last_days.py`), in one small transaction: a case or campaign itself,
the cases about a person, whatever cites a source. Its address answers like one that never existed. Then, in a second
one, what else named it is narrowed without a word (`follow_hiding`), and may be read again. Nothing of the record is
lost: shown again, it is back under its reference with all its versions. To announce that it is gone, or to take it out
for good, somebody who publishes withdraws it.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import (
    Action,
    Campaign,
    Case,
    Ending,
    Hideable,
    Hiding,
    Person,
    PublicNaming,
    Record,
    Source,
)
from cases.models.need_to_know import whole_record
from cases.models.record import kind_of
from cases.workflow import notes
from cases.workflow.accounts.stops import check_not_stopped
from cases.workflow.consequences import (
    Narrowing,
    drop_versions_that_used,
    follow,
    narrow,
    narrow_if_needed,
)
from cases.workflow.door import Outcome
from cases.workflow.errors import Refused
from cases.workflow.last_days import keep_last_day
from cases.workflow.locking import lock, one_at_a_time
from cases.workflow.masking import hide_names
from cases.workflow.naming import is_named
from cases.workflow.publishing import mark_cases_of
from cases.workflow.review_log import log
from cases.workflow.shared import before_change, record_changed
from cases.workflow.surrounding import circle_of
from cases.workflow.uses import earlier_users_of, users_of

WITHOUT_A_WORD = 5
"""So many may one account hide within an hour; the next needs a fresh login, and those who publish are warned."""
HOUR = timedelta(hours=1)


def may_hide(by: User, record: Hideable) -> bool:
    """Whoever may change a record may hide it."""
    return by.has_perm(f"cases.change_{kind_of(record)}")


def may_show(by: User) -> bool:
    """Whoever publishes may agree that something is shown again."""
    return by.has_perm("cases.publish_case")


def hides_many(by: User) -> bool:
    """Whether an account has hidden as much within the hour as may pass without a word."""
    return Hiding.objects.by_since(by, timezone.now() - HOUR).count() >= WITHOUT_A_WORD


def hiding_of(record: Hideable) -> Hiding | None:
    """What hides a record now; None if nothing does."""
    return Hiding.objects.standing().of(record).select_related("hidden_by", "asked_by").first()


def asked_by_same(hiding: Hiding, by: User) -> bool:
    """Whether somebody would be both of the two people it takes; where one person publishes alone, they may be."""
    return hiding.asked_by == by and not settings.SELF_PUBLISHING


@whole_record()
def hide(record: Hideable, *, by: User, reason: str = "") -> Outcome:
    """Hide a record at once, public or not; needs no second person. Returns an Outcome for what named it."""
    with transaction.atomic():
        hiding = _hide(record, by=by, reason=reason)
    return follow_hiding(hiding)


def _hide(record: Hideable, *, by: User, reason: str) -> Hiding:
    if not may_hide(by, record):
        raise Refused(_("You have no permission to hide this."))
    record = lock(record)
    if hiding_of(record):
        raise Refused(_("It is hidden already."))
    hiding = Hiding.objects.create(
        **{kind_of(record): record},
        hidden_by=by,
        hidden_at=timezone.now(),
        reason=reason.strip(),
        is_beyond_limit=hides_many(by),
        was_public=isinstance(record, Source) and record.is_public,
    )
    if isinstance(record, Case | Campaign):
        log(record, Action.HIDDEN, by=by, reason=hiding.reason)
    if isinstance(record, Source):
        record.is_public = False
        record.save(update_fields=["is_public"])
    for each in _public_with(record):
        keep_last_day(each)
    return hiding


@whole_record()
@transaction.atomic
def follow_hiding(hiding: Hiding) -> Outcome:
    """Narrow, silently, whatever named what was hidden, so that it can be read again. May be done again."""
    one_at_a_time()
    record, by, outcome = hiding.record, hiding.hidden_by, Outcome()
    touched = _public_with(record)
    if isinstance(record, Campaign):
        outcome.add(follow(record, by=by, announced=False))
    elif isinstance(record, Person):
        drop_versions_that_used(record, by=by)
        named = [each for each in users_of(record) if isinstance(each, Case) and each.person_id != record.pk]
        outcome.add(_narrowed(named, by=by))
        outcome.add(hide_names([record], by=by))
    elif isinstance(record, Source):
        drop_versions_that_used(record, by=by)
        outcome.add(_narrowed(users_of(record), by=by))
    hiding.followed_at = timezone.now()
    hiding.save(update_fields=["followed_at"])
    for each in touched:
        keep_last_day(lock(each), anew=True)
    return outcome


def _narrowed(records: Iterable[Record], *, by: User) -> Outcome:
    return narrow([Narrowing(each, notes.HIDDEN, announced=False) for each in records], by=by)


@whole_record()
@transaction.atomic
def ask_to_show(record: Hideable, *, by: User, reason: str) -> None:
    """The first of two: ask, with a reason, that a hidden record is shown again."""
    if not may_hide(by, record):
        raise Refused(_("You have no permission to ask for this."))
    check_not_stopped(by)
    if not reason.strip():
        raise Refused(_("Say why it can be shown again."))
    hiding = _standing(record)
    hiding.asked_by, hiding.asked_at, hiding.asked_because = by, timezone.now(), reason.strip()
    hiding.save(update_fields=["asked_by", "asked_at", "asked_because"])


@whole_record()
@transaction.atomic
def show(record: Hideable, *, by: User) -> Outcome:
    """The second of two: agree to what somebody else asked. Returns an Outcome for what should name it again."""
    if not may_show(by):
        raise Refused(_("Only those who publish can agree to this."))
    check_not_stopped(by)
    hiding = _standing(record)
    if hiding.asked_by is None:
        raise Refused(_("Nobody has asked for this yet."))
    if asked_by_same(hiding, by):
        raise Refused(_("You asked for this yourself; a colleague has to agree."))
    hiding.ended_by, hiding.ended_at, hiding.ending = by, timezone.now(), Ending.SHOWN
    hiding.save(update_fields=["ended_by", "ended_at", "ending"])
    return _brought_back(lock(record), hiding, by=by)


def _brought_back(record: Hideable, hiding: Hiding, *, by: User) -> Outcome:
    outcome = Outcome()
    if isinstance(record, Case | Campaign):
        log(record, Action.SHOWN, by=by, reason=hiding.asked_because)
    # What was given to a circle since is public nowhere.
    if isinstance(record, Source) and hiding.was_public and circle_of(record) is None:
        before = before_change(record)
        record.is_public = True
        record.save(update_fields=["is_public"])
        outcome.add(record_changed(record, by=by, before=before))
    for each in _public_with(record):
        each = lock(each)
        outcome.add(narrow_if_needed(each, by=by, reason=notes.CASE_NARROWED))
        each.refresh_from_db()
        keep_last_day(each, anew=True)
    if isinstance(record, Campaign) and record.is_public:
        outcome.add(mark_cases_of(record, by=by))
    if isinstance(record, Person) and is_named(record):
        PublicNaming.objects.filter(person=record).update(hidden_at=None, hidden_by=None)
    return outcome


def _standing(record: Hideable) -> Hiding:
    """What hides a record, locked together with it; refused where nothing does."""
    record = lock(record)
    hiding = Hiding.objects.select_for_update(of=("self",)).standing().of(record).first()
    if hiding is None:
        raise Refused(_("It is not hidden."))
    return hiding


def _public_with(record: Hideable) -> list[Record]:
    """What is public of a record: itself, or whatever uses it in a version that is kept."""
    if isinstance(record, Case | Campaign):
        return [record] if record.is_public else []
    return [*users_of(record), *earlier_users_of(record)]
