"""A step that a stolen session must not take: whoever takes it proves who they are, if that is over five minutes ago.

`fresh_login_required` is for views, `fresh_login_page` for a view that needs it only sometimes. The page they answer
with holds all that was posted and sends it again together with the proof, to the same address: nothing typed is lost,
and nothing of it is kept meanwhile. Files cannot be held so; the page says which have to be chosen again.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.accounts.pages import PutsOff, page
from cases.admin.accounts.passkeys import CredentialField, factor_of
from cases.admin.accounts.proof import is_asked_for_factor, is_fresh, note_proof
from cases.admin.accounts.second_factor import code_field
from cases.admin.lists import staff
from cases.models import What
from cases.workflow.accounts.factors import accept_code, has_passkey
from cases.workflow.accounts.guessing import PutOff, count_proof
from cases.workflow.accounts.hashing import TooBusy
from cases.workflow.accounts.log import note

PREFIX = "proof"
# Sent with the proof where a page was asked for, and nothing was posted.
ASKED_FOR_PAGE = f"{PREFIX}-page"


class ProofForm(PutsOff, forms.Form):
    """What proves it: password and, of who must give one, a second factor; or a passkey alone. The fields are
    prefixed, so that no form of the desk has any of that name."""

    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    code = code_field()
    credential = CredentialField(required=False)

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, prefix=PREFIX, **kwargs)
        self.user = staff(request)
        self.asks_for_code = is_asked_for_factor(self.user)
        if not self.asks_for_code:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        if given.get("credential"):
            factor_of(given["credential"], self.user).record_usage()
            return given
        try:
            is_right = self._is_right(given)
        except (PutOff, TooBusy) as reason:
            raise self.put_off(reason) from None
        if not is_right:
            note(What.REFUSED, self.user, by=self.user)
            raise ValidationError(
                gettext("Password or code is wrong, or the code was used already.")
                if self.asks_for_code
                else gettext("That is not your password.")
            )
        return given

    def _is_right(self, given: dict[str, Any]) -> bool:
        forget = count_proof(self.user)
        try:
            is_password = self.user.check_password(given["password"])
        except TooBusy:
            forget()
            raise
        if not is_password:
            return False
        if self.asks_for_code and accept_code(self.user, given["code"]) is None:
            return False
        forget()
        return True


def fresh_login_page(request: HttpRequest) -> HttpResponse | None:
    """None if whoever asks proved who they are within five minutes, or does so with this request; else the page that
    asks them to (403). From `request.POST` the proof is gone afterwards, and the rest is as it was typed.
    """
    proving = any(f"{PREFIX}-{name}" in request.POST for name in ("password", "credential"))
    if not proving:
        return None if is_fresh(request) else _page(request, ProofForm(request=request))
    form = ProofForm(request.POST, request=request)
    if not form.is_valid():
        return _page(request, form)
    note_proof(request.session)
    if ASKED_FOR_PAGE in request.POST:
        return HttpResponseRedirect(request.get_full_path())
    request.POST = _without_proof(request)
    return None


def fresh_login_required(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Decorator of a view of the desk (of a method: `method_decorator(fresh_login_required)`). The view runs when
    whoever asks is signed in and has proved so within five minutes."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = fresh_login_page(request)
        return view(request, *args, **kwargs) if page is None else page

    return guarded


class ChangedAfresh:
    """Mixin for a ModelAdmin whose rows nobody adds, changes or deletes but who has just proved who they are."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self._asked(request) or super().changeform_view(request, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self._asked(request) or super().delete_view(request, *args, **kwargs)

    def _asked(self, request: HttpRequest) -> HttpResponse | None:
        return fresh_login_page(request) if request.method == "POST" else None


def _without_proof(request: HttpRequest) -> Any:
    kept = request.POST.copy()
    for name in request.POST:
        if name.startswith(f"{PREFIX}-"):
            del kept[name]
    kept._mutable = False
    return kept


def _page(request: HttpRequest, form: ProofForm) -> HttpResponse:
    typed = [
        (name, value)
        for name, values in _without_proof(request).lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    asked_for_page = request.method != "POST" or ASKED_FOR_PAGE in request.POST
    return page(
        request,
        "fresh_login",
        status=403 if form.status == 200 else form.status,
        retry_after=form.retry_after,
        title=gettext("Confirm that it is you"),
        form=form,
        typed=[(ASKED_FOR_PAGE, "1")] if asked_for_page else typed,
        files=sorted({file.name or "" for files in request.FILES.lists() for file in files[1]}),
        address=request.get_full_path(),
        has_passkey=has_passkey(form.user),
    )
