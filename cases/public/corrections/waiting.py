"""The minute that whoever sends a correction above the limit has to wait, and the token that says they did.

The token is the signed moment at which the form came back. It is good from one minute later on, once, for whatever
text the form then holds: people mend what they wrote while they wait. Nothing is kept but that it was used, for as long
as it would be good (`tracker/limits.py`); where that cannot be kept it is good more than once, since closing the inbox
would be worse.
"""

import math
import secrets
import time

from django.core.signing import BadSignature, TimestampSigner, b62_decode

from tracker.limits import Limit

WAIT_SECONDS = 60
GOOD_SECONDS = 48 * 3600

_signer = TimestampSigner(salt="cases.public.corrections.waiting")
_used = Limit("corrections-tokens", most=1, seconds=GOOD_SECONDS)


def token() -> str:
    """For a form that comes back."""
    return _signer.sign(secrets.token_urlsafe(12))


def seconds_left(given: str) -> int | None:
    """How long this token has to wait until it is good, 0 for one that is. None for what is no token of ours, for one
    that was used, and for one that is too old."""
    try:
        nonce = _signer.unsign(given, max_age=GOOD_SECONDS)
    except BadSignature:
        return None
    if _used.look(nonce).refused:
        return None
    begun = b62_decode(given.split(":")[1])
    return max(0, math.ceil(begun + WAIT_SECONDS - time.time()))


def use(given: str) -> bool:
    """Whether it is good; from now on it is not."""
    return seconds_left(given) == 0 and not _used.take(_nonce(given)).refused


def give_back(given: str) -> None:
    """What was sent with it could not be kept after all."""
    _used.give_back(_nonce(given))


def _nonce(given: str) -> str:
    return given.split(":")[0]
