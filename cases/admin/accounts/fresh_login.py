"""A step that a stolen session must not take: whoever takes it proves who they are, if that is over five minutes ago.

`fresh_login_required` is for views, `fresh_login_page` for a view that needs it only sometimes. The page they answer
with holds all that was posted and sends it again together with the proof, to the same address: nothing typed is lost,
and nothing of it is kept meanwhile. Files cannot be held so; the page says which have to be chosen again.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.accounts.proof import is_fresh, note_proof
from cases.admin.desk import desk
from cases.admin.lists import staff

PREFIX = "proof"
# Sent with the proof where a page was asked for, and nothing was posted.
ASKED_FOR_PAGE = f"{PREFIX}-page"


class ProofForm(forms.Form):
    """What proves it. Its fields are prefixed, so that no form of the desk has any of that name."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, prefix=PREFIX, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if not staff(self.request).check_password(password):
            raise forms.ValidationError(gettext("That is not your password."))
        return password


def fresh_login_page(request: HttpRequest) -> HttpResponse | None:
    """None if whoever asks proved who they are within five minutes, or does so with this request; else the page that
    asks them to (403). From `request.POST` the proof is gone afterwards, and the rest is as it was typed.
    """
    proving = f"{PREFIX}-password" in request.POST
    if not proving:
        return None if is_fresh(request) else _page(request, ProofForm(request=request))
    form = ProofForm(request.POST, request=request)
    if not form.is_valid():
        return _page(request, form)
    note_proof(request)
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
    context = {
        **desk.each_context(request),
        "title": gettext("Confirm that it is you"),
        "form": form,
        "typed": [(ASKED_FOR_PAGE, "1")] if asked_for_page else typed,
        "files": sorted({file.name or "" for files in request.FILES.lists() for file in files[1]}),
        "address": request.get_full_path(),
    }
    request.current_app = desk.name
    page = TemplateResponse(request, "admin/accounts/fresh_login.html", context, status=403)
    add_never_cache_headers(page)
    return page
