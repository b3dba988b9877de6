"""What one person did to the account of another stops its publishing, unless a second administrator confirms.

Who can set a password, roles or second factors of somebody could act as them, and so write, submit and publish alone.
For 72 hours the account publishes nothing, and its owner is told on every page of the desk; a second administrator, who
is neither the first nor the owner and is not stopped themselves, may confirm that it is as it should be. Whoever works
at the server itself (`manage.py`, the database) is outside this promise.
"""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import AccountEvent, What
from cases.workflow.accounts.log import note
from cases.workflow.errors import Refused

STOP = timedelta(hours=72)
ACTS_AS = (What.MADE, What.PASSWORD_SET, What.FACTORS_RESET)
"""With which whoever did it could act as the account, rather than the account do more."""


def is_administrator(person: User) -> bool:
    return person.is_active and person.has_perm("auth.change_user")


def told_to_owner(account: User) -> list[AccountEvent]:
    """What others did to an account within 72 hours, confirmed or not, the latest first."""
    events = AccountEvent.objects.stopping().filter(account=account, at__gt=timezone.now() - STOP)
    return list(events.select_related("by", "confirmation__by"))


def awaiting_confirmation() -> list[AccountEvent]:
    """What a second administrator may confirm now, of all accounts."""
    events = AccountEvent.objects.stopping().unconfirmed().filter(at__gt=timezone.now() - STOP)
    return list(events.select_related("by", "account"))


def stopped_until(account: User) -> datetime | None:
    """Until when an account publishes nothing; None if it may."""
    latest = (
        AccountEvent.objects.stopping()
        .unconfirmed()
        .filter(account=account, at__gt=timezone.now() - STOP)
        .order_by("-at")
        .first()
    )
    return latest.at + STOP if latest else None


def within_reach(person: User) -> set[int]:
    """Keys of the accounts at which a person may have been at work: their own, and those they could act as while these
    are stopped. Who writes through an account and publishes through another has one pair of eyes."""
    events = AccountEvent.objects.stopping().unconfirmed().filter(by=person, what__in=ACTS_AS)
    events = events.filter(at__gt=timezone.now() - STOP)
    return {person.pk, *events.values_list("account", flat=True)}


def check_not_stopped(person: User) -> None:
    """Refused while the account publishes nothing: for whatever needs one who may publish, or a second person."""
    until = stopped_until(person)
    if until is not None:
        raise Refused(
            _(
                "Somebody else changed this account. It publishes nothing until %(until)s, unless a second "
                "administrator confirms the change."
            )
            % {"until": f"{timezone.localtime(until):%Y-%m-%d %H:%M}"}
        )


def may_confirm(event: AccountEvent, person: User) -> bool:
    """Whether somebody may be the second administrator for this; `check_not_stopped` is asked apart."""
    return is_administrator(person) and person.pk not in (event.by_id, event.account_id)


@transaction.atomic
def confirm(event: AccountEvent, *, by: User) -> AccountEvent:
    """A second administrator says that a change of somebody's account is as it should be: the stop ends."""
    if not may_confirm(event, by):
        raise Refused(
            _("A second administrator has to confirm it: neither who did it nor whose account it is.")
        )
    check_not_stopped(by)
    # The account's row is the queue: two who confirm at once do not both write.
    User.objects.select_for_update(no_key=True).get(account_events=event)
    if not AccountEvent.objects.stopping().unconfirmed().filter(pk=event.id).exists():
        raise Refused(_("It is confirmed already."))
    return note(What.CONFIRMED, event.account, by=by, confirms=event)
