"""An authenticator app as a member of staff has it on their phone."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from cases.workflow.accounts.factors import new_seed
from cases.workflow.accounts.sealing import seal

HALF_MINUTE = 30


class App:
    """Set up for an account; `code()` gives one that was not used yet, up to three within half a minute."""

    def __init__(self, user=None, seed=""):
        self.seed = seed.replace(" ", "") or new_seed()
        self._last = 0
        if user is not None:
            Authenticator.objects.create(user=user, type="totp", data={"secret": seal(self.seed)})

    def code(self):
        self._last = max(self._last + 1, int(time.time()) // HALF_MINUTE - (0 if self._last else 1))
        return self.code_of(self._last)

    def code_of(self, counter):
        return format_hotp_value(hotp_value(self.seed, counter))
