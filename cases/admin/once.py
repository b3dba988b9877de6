"""What is posted twice is done once: a form carries a token, and what was done with it is kept in the session.

The second press of a button may arrive before the first has been answered; the desk's lock keeps the two apart, and the
session is saved in the transaction of the step.
"""

from collections.abc import Callable
from secrets import token_urlsafe

from django.db import transaction
from django.http import HttpRequest

from cases.workflow.locking import one_at_a_time

TOKEN = "form_token"
_KEPT, _MOST, _LONGEST = "done_with_token", 40, 60


def new_token() -> str:
    return token_urlsafe(18)


def token_of(request: HttpRequest) -> str:
    """The token of a form that was posted, or one for a form that is shown anew."""
    posted = request.POST.get(TOKEN, "")
    return posted if posted and posted.isascii() and len(posted) <= _LONGEST else new_token()


def done_before(request: HttpRequest) -> list[int] | None:
    """What was made of the form when it was posted before; None if it was not. Asked before it is judged again."""
    return _done_by_now(request).get(request.POST.get(TOKEN, ""))


def made_with(request: HttpRequest, token: str) -> list[int] | None:
    """What was made of a form by its token, in this session; None if nothing was."""
    return _done_by_now(request).get(token)


@transaction.atomic
def once(request: HttpRequest, step: Callable[[], list[int]]) -> tuple[list[int], bool]:
    """Take a step, unless the form of the request has been posted before: then what it made at that time.

    Returns the keys of what was made, and whether that was now.
    """
    token = token_of(request)
    one_at_a_time()
    done = _done_by_now(request)
    if token in done:
        # Or else the older state of this session would be saved over it.
        request.session[_KEPT] = done
        return done[token], False
    made = step()
    kept = list({**done, token: made}.items())[-_MOST:]
    request.session[_KEPT] = dict(kept)
    request.session.save()
    return made, True


def _done_by_now(request: HttpRequest) -> dict[str, list[int]]:
    """As the session stands on file: the one of this request was read before it waited."""
    key = request.session.session_key
    return type(request.session)(key).get(_KEPT, {}) if key else {}
