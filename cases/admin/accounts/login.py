"""Logging in: a name and a password, or a passkey. What comes after the password is in `second_factor.py`."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from cases.admin.accounts import passkeys
from cases.admin.accounts.pages import PutsOff, page, way_on
from cases.admin.accounts.proof import is_asked_for_factor, is_proved, note_proof
from cases.admin.drafts import RESTORE
from cases.models import What
from cases.workflow.accounts.factors import accept_code, unused_codes
from cases.workflow.accounts.guessing import (
    PutOff,
    account_of,
    count_passkey,
    count_password,
    count_recovery,
    digits_of,
    note_refusal,
)
from cases.workflow.accounts.hashing import TooBusy
from cases.workflow.accounts.log import note
from tracker.readers import reader_of

BACKEND = "django.contrib.auth.backends.ModelBackend"


class LoginForm(PutsOff, AdminAuthenticationForm):
    """Over the limit it offers a field for a recovery code, with which the password is looked at all the same."""

    recovery_code = forms.CharField(
        label=_("Recovery code"),
        required=False,
        max_length=40,
        help_text=_("One of those you printed: with it you need not wait."),
        widget=forms.HiddenInput,
    )

    def __init__(self, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(request, **kwargs)
        self.reader = reader_of(request)
        self.has_recovery_code = False

    def clean(self) -> dict[str, Any]:
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return self.cleaned_data
        self.has_recovery_code = self._holds_recovery_code(name)
        try:
            forget = count_recovery(name) if self.has_recovery_code else count_password(name, self.reader)
        except PutOff as reason:
            self.fields["recovery_code"].widget = forms.TextInput(attrs={"autocomplete": "off"})
            raise self.put_off(reason) from None
        try:
            given = super().clean()
        except TooBusy as reason:
            forget()
            raise self.put_off(reason) from None
        except ValidationError:
            note_refusal(name)
            raise
        forget()
        return given

    def _holds_recovery_code(self, name: str) -> bool:
        code, account = digits_of(self.cleaned_data.get("recovery_code", "")), account_of(name)
        return bool(code) and account is not None and code in unused_codes(account)


class PasskeyForm(PutsOff, forms.Form):
    credential = passkeys.CredentialField(required=True)

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "credential" not in given:
            return given
        try:
            forget = count_passkey(reader_of(self.request))
        except PutOff as reason:
            raise self.put_off(reason) from None
        self.factor = passkeys.factor_of(given["credential"], None)
        if not (self.factor.user.is_active and self.factor.user.is_staff):
            raise ValidationError(gettext("This passkey was not accepted."))
        forget()
        return given


@sensitive_post_parameters()
def log_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated and request.method == "GET" and is_proved(request):
        return HttpResponseRedirect(way_on(request))
    posted = request.POST if request.method == "POST" else None
    by_passkey = "credential" in request.POST
    form = LoginForm(request, data=None if by_passkey else posted)
    passkey_form = PasskeyForm(posted if by_passkey else None, request=request)
    if form.is_bound and form.is_valid():
        return _with_password(request, form)
    if passkey_form.is_bound and passkey_form.is_valid():
        return _with_passkey(request, passkey_form.factor)
    answering = passkey_form if by_passkey else form
    return page(
        request,
        "login",
        status=answering.status,
        retry_after=answering.retry_after,
        title=gettext("Log in"),
        form=form,
        passkey_form=passkey_form,
        next=way_on(request),
        is_kept=RESTORE in QueryDict(urlsplit(way_on(request)).query),
        app_path=request.get_full_path(),
    )


def _with_password(request: HttpRequest, form: LoginForm) -> HttpResponse:
    user = form.get_user()
    login(request, user)
    # A code of the app would be guessed here, where none is counted.
    is_recovered = form.has_recovery_code and accept_code(user, form.cleaned_data["recovery_code"])
    if is_asked_for_factor(user) and not is_recovered:
        address = f"{reverse('account:second_factor')}?{urlencode({'next': way_on(request)})}"
        return HttpResponseRedirect(address)
    note_proof(request.session)
    note(What.LOGGED_IN, user, by=user)
    return HttpResponseRedirect(way_on(request))


def _with_passkey(request: HttpRequest, factor: Authenticator) -> HttpResponse:
    login(request, factor.user, backend=BACKEND)
    factor.record_usage()
    note_proof(request.session)
    note(What.LOGGED_IN, factor.user, by=factor.user, details="passkey")
    return HttpResponseRedirect(way_on(request))
