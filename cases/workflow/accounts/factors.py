"""Second factors of an account: an authenticator app, passkeys, recovery codes. allauth keeps and checks them.

A code is accepted once: the row of what it belongs to is locked meanwhile, so that no other process accepts it too.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare

from cases.models import What
from cases.workflow.accounts.guessing import digits_of
from cases.workflow.accounts.log import note
from cases.workflow.accounts.sealing import seal, unseal
from cases.workflow.accounts.sessions import end_sessions

Type = Authenticator.Type
FULL = (Type.TOTP, Type.WEBAUTHN)
"""What counts as a second factor; recovery codes only stand in for one."""

LAST_COUNTER = "last_counter"
"""In the data of an app: the number of the half minute whose code was accepted last. None before it is again."""


def factors_of(account: User) -> QuerySet[Authenticator]:
    return Authenticator.objects.filter(user=account).order_by("created_at", "pk")


def has_factor(account: User) -> bool:
    return factors_of(account).filter(type__in=FULL).exists()


def has_passkey(account: User) -> bool:
    return factors_of(account).filter(type=Type.WEBAUTHN).exists()


def new_seed() -> str:
    """A seed for an authenticator app, in the letters it is typed in."""
    return generate_totp_secret()


def counter_of(seed: str, code: str, *, after: int = 0) -> int | None:
    """The half minute to which a code of this seed belongs: now, the one before or after; None if it is of neither,
    or of one no later than `after`."""
    typed = digits_of(code)
    found = None
    for counter in yield_hotp_counters_from_time():
        if constant_time_compare(typed, format_hotp_value(hotp_value(seed, counter))) and counter > after:
            found = counter
    return found


@transaction.atomic
def accept_code(account: User, code: str) -> Authenticator | None:
    """The app or the recovery codes to which a code belongs, which is used up with it; None if it belongs to none."""
    for factor in factors_of(account).select_for_update().exclude(type=Type.WEBAUTHN):
        if factor.type == Type.TOTP:
            counter = counter_of(unseal(factor.data["secret"]), code, after=factor.data.get(LAST_COUNTER, 0))
            if counter is None:
                continue
            factor.data[LAST_COUNTER] = counter
            factor.save(update_fields=["data"])
        elif not factor.wrap().validate_code(digits_of(code)):
            continue
        factor.record_usage()
        if factor.type == Type.RECOVERY_CODES:
            left = len(unused_codes(account))
            note(What.RECOVERY_CODE_USED, account, by=account, details=f"{left} left")
        return factor
    return None


@contextmanager
def first_of(account: User) -> Iterator[bool]:
    """In the block nobody else sets up a first factor for the account; whether it has none yet. Of two who know the
    password the second does not take the place of the first."""
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=account.pk)
        yield not has_factor(account)


@transaction.atomic
def add_app(account: User, *, seed: str, code: str) -> bool:
    """Make an authenticator app the account's, in place of the one it had; False if the code is not of this seed."""
    counter = counter_of(seed, code)
    if counter is None:
        return False
    factors_of(account).filter(type=Type.TOTP).delete()
    Authenticator.objects.create(
        user=account, type=Type.TOTP, data={"secret": seal(seed), LAST_COUNTER: counter}
    )
    note(What.FACTOR_ADDED, account, by=account, details="authenticator app")
    return True


@transaction.atomic
def add_passkey(account: User, *, name: str, credential: dict) -> None:
    """`credential` is what the browser answered, checked already."""
    WebAuthn.add(account, name, credential)
    note(What.FACTOR_ADDED, account, by=account, details="passkey")


@transaction.atomic
def remove(factor: Authenticator, *, by: User) -> bool:
    """Take a factor off an account; False, and it stays, if it is the last one."""
    account = User.objects.select_for_update(no_key=True).get(pk=factor.user_id)
    if not factors_of(account).filter(type__in=FULL).exclude(pk=factor.pk).exists():
        return False
    factor.delete()
    details = "authenticator app" if factor.type == Type.TOTP else "passkey"
    note(What.FACTOR_REMOVED, account, by=by, details=details)
    return True


@transaction.atomic
def new_recovery_codes(account: User) -> list[str]:
    """Ten codes that work once each, in place of those before; this is the only time they are told."""
    User.objects.select_for_update(no_key=True).get(pk=account.pk)
    factors_of(account).filter(type=Type.RECOVERY_CODES).delete()
    codes = RecoveryCodes.activate(account).get_unused_codes()
    note(What.CODES_RENEWED, account, by=account)
    return codes


def unused_codes(account: User) -> list[str]:
    kept = factors_of(account).filter(type=Type.RECOVERY_CODES).first()
    return kept.wrap().get_unused_codes() if kept else []


@transaction.atomic
def reset(account: User, *, by: User) -> None:
    """Take all factors off the account of somebody who lost them: they set up new ones at the next login.

    It ends their sessions, and stops publishing until a second administrator confirms it (`stops.py`).
    """
    factors_of(account).delete()
    note(What.FACTORS_RESET, account, by=by)
    end_sessions(account, by=by)
