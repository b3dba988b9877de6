"""Giving records to circles, taking them out, and the log a circle keeps of itself.

Who may know of what is `cases.models.need_to_know`'s; nothing here is asked for what somebody sees.
"""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case, Circle, CircleAction, CircleLog, CircleRecord, Source
from cases.models.need_to_know import is_known, whole_record
from cases.models.record import kind_of
from cases.workflow.co_defendants import part
from cases.workflow.errors import Refused
from cases.workflow.locking import one_at_a_time
from cases.workflow.surrounding import Given, circle_of


def circles_open_to(user: User) -> QuerySet[Circle]:
    """The circles somebody is in."""
    return Circle.objects.filter(members=user)


def is_in_a_circle(user: User) -> bool:
    """Whether somebody is a member of any; asked once for each time they are loaded."""
    known = user.__dict__
    if "in_a_circle" not in known:
        known["in_a_circle"] = circles_open_to(user).exists()
    return known["in_a_circle"]


@whole_record()
@transaction.atomic
def give(record: Given, *, circle: Circle, by: User) -> None:
    """Give a record to a circle `by` is in, out of the one that holds it now.

    The public side stays as it is, but that no case outside names it as tried together with it. A source must be
    private before: what a circle keeps is printed nowhere.
    """
    _check_editor(record, by)
    if not circle.members.filter(pk=by.pk).exists():
        raise Refused(_("You are not in this circle."))
    one_at_a_time()
    if isinstance(record, Source):
        _check_source(record)
    if circle_of(record) == circle:
        raise Refused(_("The circle holds it already."))
    _take(record, by)
    CircleRecord.objects.create(circle=circle, **{kind_of(record): record})
    _log(circle, CircleAction.GIVEN, by=by, record=record)
    if not isinstance(record, Source):
        part(record, by=by)


def _check_source(source: Source) -> None:
    reasons = []
    if source.is_public:
        reasons.append(_("A public source is for everybody to read; make it private first."))
    if Case.objects.filter(custody_override_source=source).exclude(custody_override="").exists():
        reasons.append(_("A custody status set by hand rests on this source; name another there first."))
    if source.stage_overrides.exclude(stage_override="").exists():
        reasons.append(_("A stage set by hand rests on this source; name another there first."))
    if reasons:
        raise Refused(reasons)


@whole_record()
@transaction.atomic
def take(record: Given, *, by: User) -> None:
    """Take a record out of its circle: the whole desk knows of it again."""
    _check_editor(record, by)
    one_at_a_time()
    if not _take(record, by):
        raise Refused(_("No circle holds it."))


def _take(record: Given, by: User) -> bool:
    """Take a record out of the circle that holds it, if one does."""
    held = CircleRecord.objects.filter(**{kind_of(record): record}).select_related("circle").first()
    if held is None:
        return False
    if not held.circle.members.filter(pk=by.pk).exists():
        raise Refused(_("You are not in this circle."))
    held.delete()
    _log(held.circle, CircleAction.TAKEN, by=by, record=record)
    return True


def _check_editor(record: Given, by: User) -> None:
    if not by.has_perm(f"cases.change_{kind_of(record)}"):
        raise Refused(_("You have no permission to change this record."))


@whole_record()
def log_reading(record: Given, *, circles: Iterable[Circle], by: User) -> None:
    """Note that somebody opened a page about a record, for each of the circles around it."""
    for circle in circles:
        _log(circle, CircleAction.READ, by=by, record=record)


@whole_record()
def log_members(circle: Circle, *, before: Iterable[User], by: User | None) -> None:
    """Note who became a member of a circle and who is none any more; `by` is None on the server."""
    before, after = set(before), set(circle.members.all())
    for action, changed in ((CircleAction.NAMED, after - before), (CircleAction.REMOVED, before - after)):
        for member in sorted(changed, key=lambda user: user.pk):
            CircleLog.objects.create(circle=circle, action=action, member=member, by=by, at=timezone.now())


def _log(circle: Circle, action: CircleAction, *, by: User, record: Given) -> None:
    CircleLog.objects.create(
        circle=circle, action=action, by=by, at=timezone.now(), **{kind_of(record): record}
    )


def log_of(record: Given) -> QuerySet[CircleLog]:
    """What circles noted of a record, newest first; of those whoever asks is in."""
    return CircleLog.objects.filter(**{kind_of(record): record}).select_related("circle", "by")


def held_by(circle: Circle) -> list[Given]:
    """The records a circle holds, as far as whoever asks may know of them."""
    held = circle.records.select_related("case", "person", "source").order_by("pk")
    return [each.record for each in held if is_known(type(each.record), each.record.pk)]
