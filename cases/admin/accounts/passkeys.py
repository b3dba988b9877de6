"""What a browser and the site say to each other about a passkey: options to it, a credential from it.

allauth keeps the challenge in the session, and checks the answer. A passkey that was made here asks for a finger or a
PIN each time, so it proves by itself who somebody is.
"""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

# Larger than what any browser sends; it is JSON from whoever asks.
LONGEST_CREDENTIAL = 20_000


def options_to_log_in(user: User | AnonymousUser) -> dict[str, Any]:
    """For somebody who is signed in their own passkeys, for anybody else whichever they have for this site."""
    return auth.begin_authentication(user if isinstance(user, User) else None)


def options_for_new(user: User) -> dict[str, Any]:
    return auth.begin_registration(user, passwordless=True)


def factor_of(credential: Any, user: User | None) -> Authenticator:
    """The passkey that made this credential for the challenge of this session, of `user` or, if None, of whoever it
    says. ValidationError if it does not belong to them, or if nobody's finger or PIN was asked for."""
    refusal = ValidationError(gettext("This passkey was not accepted."))
    try:
        answer = auth.parse_authentication_response(credential)
        owner = user or auth.extract_user_from_response(credential)
        factor = auth.complete_authentication(owner, credential)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        # Of what a stranger sends as JSON, anything may be missing or of another type.
        raise refusal from None
    if not answer.response.authenticator_data.is_user_verified():
        raise refusal
    factor.user = owner
    return factor


class CredentialField(forms.JSONField):
    """Filled in by `static/desk/passkeys.js`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.HiddenInput(attrs={"data-credential": ""}), **options)

    def to_python(self, value: Any) -> Any:
        refusal = ValidationError(gettext("This passkey was not accepted."))
        if isinstance(value, str) and len(value) > LONGEST_CREDENTIAL:
            raise refusal
        try:
            return super().to_python(value)
        except (ValueError, RecursionError):  # a number of thousands of digits, a list in a list in a list …
            raise refusal from None

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Nothing: a credential is good once, so a form that comes back holds none."""
        return None


class NewPasskeyForm(forms.Form):
    name = forms.CharField(max_length=60)
    credential = CredentialField(required=True)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "credential" in given:
            try:
                auth.parse_registration_response(given["credential"])
                made = auth.complete_registration(given["credential"])
                accepted = made.is_user_verified()
            except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
                accepted = False
            if not accepted:
                raise ValidationError(gettext("This passkey was not accepted."))
        return given
