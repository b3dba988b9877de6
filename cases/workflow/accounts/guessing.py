"""How often somebody may guess: a password, a code, by account and by reader. Over it nothing is looked at and no
password is hashed; waiting is all it takes. Where nothing can be counted, nobody gets in (`fails_closed`).

A limit by account alone would let anybody lock somebody out for as long as they like. So there are ways in whose counts
only those reach who have part of the proof already: a recovery code given together with the password, and what is
proved afresh in a session. Passkeys cannot be guessed; they are counted by reader, and apart from passwords.
"""

import math
from collections.abc import Callable

from django.contrib.auth.models import User

from cases.models import What
from cases.workflow.accounts.log import note, spend_the_time_of_a_line
from tracker.limits import Limit
from tracker.readers import Reader

QUARTER_OF_AN_HOUR = 15 * 60
PASSWORDS = Limit("account-passwords", most=10, seconds=QUARTER_OF_AN_HOUR, fails_closed=True)
CODES = Limit("account-codes", most=5, seconds=QUARTER_OF_AN_HOUR, fails_closed=True)
READERS = Limit("login-readers", most=30, seconds=QUARTER_OF_AN_HOUR, fails_closed=True)
RECOVERIES = Limit("account-recoveries", most=10, seconds=QUARTER_OF_AN_HOUR, fails_closed=True)
PROOFS = Limit("account-proofs", most=10, seconds=QUARTER_OF_AN_HOUR, fails_closed=True)
PASSKEYS = Limit("passkey-readers", most=120, seconds=QUARTER_OF_AN_HOUR, fails_closed=True)

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


def count_password(name: str, reader: Reader) -> Callable[[], None]:
    """Count one try of a password, for the reader and for an account, known or not; PutOff if it is one too many. What
    is answered takes it back."""
    forget_reader, forget_name = _count_reader(READERS, reader), _count(PASSWORDS, name)

    def forget() -> None:
        forget_reader()
        forget_name()

    return forget


def count_passkey(reader: Reader) -> Callable[[], None]:
    """Count one try of a passkey; likewise."""
    return _count_reader(PASSKEYS, reader)


def count_recovery(name: str) -> Callable[[], None]:
    """Count one try of a password given together with a recovery code of that account; likewise."""
    return _count(RECOVERIES, name)


def count_proof(account: User) -> Callable[[], None]:
    """Count one try to prove it afresh in a session of the account; likewise."""
    return _count(PROOFS, account.get_username())


def count_code(account: User, code: str) -> Callable[[], None]:
    """Count one try of a second factor; likewise. A recovery code is not counted: it cannot be guessed."""
    if len(digits_of(code)) == RECOVERY_CODE_DIGITS:
        return lambda: None
    return _count(CODES, account.get_username())


def digits_of(code: str) -> str:
    return "".join(code.split()).replace("-", "")


def note_refusal(name: str) -> None:
    """Log a wrong password. Of a name that is no account's, not every time, and never the name."""
    _note(What.REFUSED, name)


def _count_reader(limit: Limit, reader: Reader) -> Callable[[], None]:
    answer = limit.take(reader)
    if answer.refused:
        raise PutOff(answer.seconds)
    answer.slow_down()
    return lambda: limit.give_back(reader)


def _count(limit: Limit, name: str) -> Callable[[], None]:
    # Two spellings that look up different accounts may share a count; one account never has two.
    whose = name.casefold()
    answer = limit.take(whose)
    if answer.refused:
        if not _PUT_OFF_NOTED.take(whose).refused:
            _note(What.LIMITED, name)
        raise PutOff(answer.seconds)
    return lambda: limit.give_back(whose)


def _note(what: What, name: str) -> None:
    account = account_of(name)
    if account is not None or not _UNKNOWN_NOTED.take("unknown").refused:
        note(what, account)
    else:
        spend_the_time_of_a_line()
