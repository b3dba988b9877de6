"""Logging in: a name and a password, or a passkey. What comes after the password is in `second_factor.py`."""

from typing import Any
from urllib.parse import urlencode

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters

from cases.admin.accounts import passkeys
from cases.admin.accounts.pages import page, way_on
from cases.admin.accounts.proof import is_asked_for_factor, is_proved, note_proof
from cases.models import What
from cases.workflow.accounts.log import note

BACKEND = "django.contrib.auth.backends.ModelBackend"


class PasskeyForm(forms.Form):
    credential = passkeys.CredentialField(required=True)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "credential" in given:
            self.factor = passkeys.factor_of(given["credential"], None)
            if not (self.factor.user.is_active and self.factor.user.is_staff):
                raise ValidationError(gettext("This passkey was not accepted."))
        return given


@sensitive_post_parameters()
def log_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated and request.method == "GET" and is_proved(request):
        return HttpResponseRedirect(way_on(request))
    by_passkey = "credential" in request.POST
    form = AdminAuthenticationForm(
        request, data=request.POST if request.method == "POST" and not by_passkey else None
    )
    passkey_form = PasskeyForm(request.POST if by_passkey else None)
    if form.is_bound and form.is_valid():
        return _with_password(request, form.get_user())
    if passkey_form.is_bound and passkey_form.is_valid():
        return _with_passkey(request, passkey_form.factor)
    if form.is_bound:
        note(What.REFUSED, _account_of(form.data.get("username", "")))
    return page(
        request,
        "login",
        title=gettext("Log in"),
        form=form,
        passkey_form=passkey_form,
        next=way_on(request),
        app_path=request.get_full_path(),
    )


def _with_password(request: HttpRequest, user: User) -> HttpResponse:
    login(request, user)
    if is_asked_for_factor(user):
        address = f"{reverse('account:second_factor')}?{urlencode({'next': way_on(request)})}"
        return HttpResponseRedirect(address)
    note_proof(request.session)
    note(What.LOGGED_IN, user, by=user, details="demonstration: no second factor")
    return HttpResponseRedirect(way_on(request))


def _with_passkey(request: HttpRequest, factor: Authenticator) -> HttpResponse:
    login(request, factor.user, backend=BACKEND)
    factor.record_usage()
    note_proof(request.session)
    note(What.LOGGED_IN, factor.user, by=factor.user, details="passkey")
    return HttpResponseRedirect(way_on(request))


def _account_of(name: str) -> User | None:
    return User.objects.filter(username=name).first()
