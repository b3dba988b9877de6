"""Between password and desk: asking for the second factor, and setting up the first one.

Both pages are for a session that began and has not proved all that is asked of it; nothing else of the desk answers it
(`middleware.py`).
"""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from cases.admin.accounts import passkeys
from cases.admin.accounts.authenticator_app import AppForm, made_app, seed_parts
from cases.admin.accounts.pages import PutsOff, page, way_on
from cases.admin.accounts.proof import is_fresh, is_proved, note_proof
from cases.admin.lists import staff
from cases.models import What
from cases.workflow.accounts import factors
from cases.workflow.accounts.guessing import PutOff, count_code, count_passkey
from cases.workflow.accounts.log import note
from tracker.readers import reader_of


def code_field(**attributes: Any) -> forms.CharField:
    return forms.CharField(
        label=_("Code"),
        required=False,
        max_length=40,
        help_text=_("Six digits from your authenticator app, or one of your recovery codes."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", **attributes}),
    )


class CodeForm(PutsOff, forms.Form):
    """A code of the app, or a recovery code, or what a passkey answered."""

    code = code_field(autofocus=True)
    credential = passkeys.CredentialField(required=False)

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = staff(request)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        if given.get("credential"):
            passkeys.factor_of(given["credential"], self.user).record_usage()
            return given
        try:
            forget = count_code(self.user, given["code"])
        except PutOff as reason:
            raise self.put_off(reason) from None
        if not factors.accept_code(self.user, given["code"]):
            note(What.CODE_REFUSED, self.user)
            raise ValidationError(
                gettext("This code is not right, or was used already. Wait for the next one.")
            )
        forget()
        return given


def ask(request: HttpRequest) -> HttpResponse:
    """The second factor of somebody who has one."""
    if not request.user.is_authenticated:
        return HttpResponseRedirect(reverse("admin:login"))
    if is_proved(request):
        return HttpResponseRedirect(way_on(request))
    if not factors.has_factor(staff(request)):
        return HttpResponseRedirect(f"{reverse('account:set_up')}?{request.GET.urlencode()}")
    form = CodeForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        note_proof(request.session)
        note(What.LOGGED_IN, staff(request), by=staff(request))
        return HttpResponseRedirect(way_on(request))
    return page(
        request,
        "second_factor",
        status=form.status,
        retry_after=form.retry_after,
        title=gettext("Second factor"),
        form=form,
        next=way_on(request),
        has_passkey=factors.has_passkey(staff(request)),
    )


def set_up(request: HttpRequest) -> HttpResponse:
    """The first second factor, before anything else of the desk is seen."""
    if not request.user.is_authenticated:
        return HttpResponseRedirect(reverse("admin:login"))
    user = staff(request)
    if is_proved(request):
        return HttpResponseRedirect(reverse("account:second_factor"))
    app_form = AppForm(request.POST if "code" in request.POST else None)
    passkey_form = passkeys.NewPasskeyForm(request.POST if "credential" in request.POST else None)
    with factors.first_of(user) as is_first:
        made = is_first and (made_app(request, app_form) or _made_passkey(request, passkey_form))
    if not is_first:
        return HttpResponseRedirect(reverse("account:second_factor"))
    if made:
        note_proof(request.session)
        note(What.LOGGED_IN, user, by=user)
        return page(
            request,
            "recovery_codes",
            title=gettext("Recovery codes"),
            codes=factors.new_recovery_codes(user),
            next=way_on(request),
        )
    return page(
        request,
        "set_up",
        title=gettext("Set up your second factor"),
        app_form=app_form,
        passkey_form=passkey_form,
        next=way_on(request),
        **seed_parts(request),
    )


def _made_passkey(request: HttpRequest, form: passkeys.NewPasskeyForm) -> bool:
    if not form.is_valid():
        return False
    factors.add_passkey(staff(request), **form.cleaned_data)
    return True


@require_POST
def passkey_options(request: HttpRequest) -> HttpResponse:
    """What the browser needs to ask for a passkey. Anybody may ask, to log in with one, as often as they may log in."""
    if not request.user.is_authenticated:
        try:
            count_passkey(reader_of(request))
        except PutOff as reason:
            return HttpResponse(status=429, headers={"Retry-After": str(reason.seconds)})
    return JsonResponse(passkeys.options_to_log_in(request.user))


@require_POST
def new_passkey_options(request: HttpRequest) -> HttpResponse:
    """What the browser needs to make a passkey; for who may add one now."""
    user = staff(request)
    if not (is_fresh(request) if is_proved(request) else not factors.has_factor(user)):
        raise PermissionDenied
    return JsonResponse(passkeys.options_for_new(user))
