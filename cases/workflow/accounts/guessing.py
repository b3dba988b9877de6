"""How often somebody may guess: a password, a code, by account and by reader. Over it nothing is looked at and no
password is hashed; waiting is all it takes. Where nothing can be counted, nobody gets in (`fails_closed`).

A limit by account alone would let anybody lock somebody out for as long as they like. So two ways in know no such
limit, for neither can be guessed: a passkey, and a recovery code given together with the password.
"""

import math
from collections.abc import Callable

from django.contrib.auth.models import User

from cases.models import What
from cases.workflow.accounts.log import note
from tracker.limits import Limit
from tracker.readers import Reader

QUARTER_OF_AN_HOUR = 15 * 60
PASSWORDS = Limit("account-passwords", most=10, seconds=QUARTER_OF_AN_HOUR, fails_closed=True)
CODES = Limit("account-codes", most=5, seconds=QUARTER_OF_AN_HOUR, fails_closed=True)
READERS = Limit("login-readers", most=30, seconds=QUARTER_OF_AN_HOUR, fails_closed=True)

# The log says that somebody guesses, and not every time.
_PUT_OFF_NOTED = Limit("account-put-off-noted", most=1, seconds=QUARTER_OF_AN_HOUR)
_UNKNOWN_NOTED = Limit("account-unknown-noted", most=60, seconds=3600)

RECOVERY_CODE_DIGITS = 12


class PutOff(Exception):
    """Too many were tried. `seconds` until it may be tried again, a whole number."""

    def __init__(self, seconds: float):
        self.seconds = max(1, math.ceil(seconds))
        super().__init__(f"again in {self.seconds} s")


def account_of(name: str) -> User | None:
    return User.objects.filter(username=name).first() if "\0" not in name else None


def count_reader(reader: Reader) -> Callable[[], None]:
    """Count one try of a reader; PutOff if it is one too many. What is answered takes it back."""
    answer = READERS.take(reader)
    if answer.refused:
        raise PutOff(answer.seconds)
    answer.slow_down()
    return lambda: READERS.give_back(reader)


def count_password(name: str) -> Callable[[], None]:
    """Count one try of a password for an account, known or not; likewise."""
    return _count(PASSWORDS, name)


def count_code(account: User, code: str) -> Callable[[], None]:
    """Count one try of a second factor; likewise. A recovery code is not counted: it cannot be guessed."""
    if len(digits_of(code)) == RECOVERY_CODE_DIGITS:
        return lambda: None
    return _count(CODES, account.get_username())


def digits_of(code: str) -> str:
    return "".join(code.split()).replace("-", "")


def note_refusal(name: str) -> None:
    """Log a wrong password. Of a name that is no account's, not every time, and never the name."""
    account = account_of(name)
    if account is not None or not _UNKNOWN_NOTED.take("unknown").refused:
        note(What.REFUSED, account)


def _count(limit: Limit, name: str) -> Callable[[], None]:
    # Two spellings that look up different accounts may share a count; one account never has two.
    whose = name.casefold()
    answer = limit.take(whose)
    if answer.refused:
        if not _PUT_OFF_NOTED.take(whose).refused and (account := account_of(name)):
            note(What.LIMITED, account)
        raise PutOff(answer.seconds)
    return lambda: limit.give_back(whose)
