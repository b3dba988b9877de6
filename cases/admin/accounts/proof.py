"""When this session last proved who it is: the one place that says so.

Logging in proves it, and proving it afresh (`fresh_login.py`) does again. The moment stands in the session, which is
kept at the server: seconds since 1970, under `PROVED_AT`.
"""

import time

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

FRESH_SECONDS = 5 * 60
PROVED_AT = "proved_at"


@receiver(user_logged_in)
def note_login(sender: type, request: HttpRequest, **kwargs: object) -> None:
    note_proof(request)


def note_proof(request: HttpRequest) -> None:
    """Whoever asks has just proved who they are."""
    request.session[PROVED_AT] = time.time()


def is_fresh(request: HttpRequest) -> bool:
    """Whether they did so within the last five minutes. A clock that was set back makes nothing fresh."""
    proved_at = request.session.get(PROVED_AT, 0.0)
    return 0 <= time.time() - proved_at <= FRESH_SECONDS
