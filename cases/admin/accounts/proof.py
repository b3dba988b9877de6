"""When this session last proved who it is, and whether it gave a second factor: the one place that says so.

A login with a second factor proves it, and proving it afresh (`fresh_login.py`) does again. The moments stand in the
session, which is kept at the server, in seconds since 1970.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from cases.models.desk_session import IN_DEMO, PROVED_AT, SECOND_FACTOR_AT
from cases.workflow.accounts.factors import has_factor
from cases.workflow.accounts.sessions import begin

FRESH_SECONDS = 5 * 60
HALF_A_LOGIN_SECONDS = 10 * 60


@receiver(user_logged_in)
def note_login(sender: type, request: HttpRequest, **kwargs: object) -> None:
    """Somebody gave their password, or a passkey: a session begins, and the second factor is still to come."""
    begin(request.session, user_agent=request.headers.get("user-agent", ""))
    request.session.pop(SECOND_FACTOR_AT, None)
    request.session.pop(PROVED_AT, None)
    request.session.set_expiry(HALF_A_LOGIN_SECONDS)


def note_proof(session: SessionBase) -> None:
    """Whose session it is has just proved who they are, with all that is asked of them."""
    if SECOND_FACTOR_AT not in session:
        session.set_expiry(None)
        session[SECOND_FACTOR_AT] = timezone.now().timestamp()
        session[IN_DEMO] = settings.DEMO
    session[PROVED_AT] = timezone.now().timestamp()


def is_proved(request: HttpRequest) -> bool:
    """Whether this session is of somebody who logged in with all that is asked of them."""
    return may_have_proved(request.session)


def may_have_proved(session: Any) -> bool:
    """The same of what a session holds, whether it has run out or not."""
    if session.get(IN_DEMO) and not settings.DEMO:
        return False  # it may have given none, and does not outlive the demonstration
    return SESSION_KEY in session and SECOND_FACTOR_AT in session


def is_fresh(request: HttpRequest) -> bool:
    """Whether they proved it within the last five minutes. A clock that was set back makes nothing fresh."""
    proved_at = request.session.get(PROVED_AT, 0.0)
    return is_proved(request) and 0 <= timezone.now().timestamp() - proved_at <= FRESH_SECONDS


def is_asked_for_factor(user: User) -> bool:
    """Whether somebody must give a second factor. A demonstration asks only who has set one up."""
    return not settings.DEMO or has_factor(user)
