"""Seeds of second factors encrypted under a key that is not in the database (setting FACTOR_KEY).

allauth asks this adapter (setting MFA_ADAPTER) whenever it stores or reads one, and for the names that an
authenticator app or the window of a passkey shows.
"""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth.models import User


class CannotUnseal(Exception):
    """What is stored was encrypted under another key than FACTOR_KEY: a fault of the set-up, not of who logs in."""


def seal(text: str) -> str:
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise CannotUnseal(
            "A second factor was stored under another FACTOR_KEY than this process has. Set the one it had then."
        ) from None


def _box() -> Fernet:
    return Fernet(
        base64.urlsafe_b64encode(hashlib.sha256(f"factors {settings.FACTOR_KEY}".encode()).digest())
    )


class SealingAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def get_totp_issuer(self) -> str:
        return settings.SITE_NAME

    def _get_user_identifier(self, user: User) -> str:
        return user.get_username()

    def _get_site_name(self) -> str:
        return settings.SITE_NAME
