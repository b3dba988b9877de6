"""*My account*: somebody's own second factors, sessions and devices, and what the log says of their account."""

import uuid

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from cases.admin.accounts.authenticator_app import AppForm, made_app, seed_parts
from cases.admin.accounts.fresh_login import fresh_login_required
from cases.admin.accounts.pages import page
from cases.admin.accounts.passkeys import NewPasskeyForm
from cases.admin.desk import desk
from cases.admin.lists import staff
from cases.models import AccountEvent, DeskSession
from cases.workflow.accounts import factors
from cases.workflow.accounts.rights import RIGHTS
from cases.workflow.accounts.sessions import end_sessions
from cases.workflow.groups import GROUPS

LINES = 50
"""Of one's own log, the latest."""


@desk.admin_view
def account(request: HttpRequest) -> HttpResponse:
    user = staff(request)
    return page(
        request,
        "account",
        title=gettext("My account"),
        factors=factors.factors_of(user).filter(type__in=factors.FULL),
        codes_left=len(factors.unused_codes(user)),
        sessions=DeskSession.objects.open().filter(user=user),
        this_session=request.session.session_key,
        events=AccountEvent.objects.of(user).select_related("by")[:LINES],
    )


@desk.admin_view
def roles(request: HttpRequest) -> HttpResponse:
    """Who may do what."""
    rows = [(gettext(right.what), [group in right.groups for group in GROUPS], right) for right in RIGHTS]
    return page(request, "roles", title=gettext("Who may do what"), groups=GROUPS, rows=rows)


@desk.admin_view
@fresh_login_required
def new_app(request: HttpRequest) -> HttpResponse:
    """Another authenticator app, in place of the one there is."""
    form = AppForm(request.POST if "code" in request.POST else None)
    if made_app(request, form):
        messages.success(request, gettext("The authenticator app is set up."))
        return _to_account()
    return page(request, "new_app", title=gettext("Authenticator app"), app_form=form, **seed_parts(request))


@desk.admin_view
@fresh_login_required
def new_passkey(request: HttpRequest) -> HttpResponse:
    form = NewPasskeyForm(request.POST if "credential" in request.POST else None)
    if form.is_valid():
        factors.add_passkey(staff(request), **form.cleaned_data)
        messages.success(request, gettext("The passkey is set up."))
        return _to_account()
    return page(request, "new_passkey", title=gettext("Passkey"), passkey_form=form)


@desk.admin_view
@require_POST
@fresh_login_required
def remove_factor(request: HttpRequest, pk: int) -> HttpResponse:
    factor = get_object_or_404(Authenticator, pk=pk, user=staff(request), type__in=factors.FULL)
    if factors.remove(factor, by=staff(request)):
        messages.success(request, gettext("Removed."))
    else:
        messages.error(request, gettext("This is your only second factor. Set up another one first."))
    return _to_account()


@desk.admin_view
@require_POST
@fresh_login_required
def new_codes(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        "recovery_codes",
        title=gettext("Recovery codes"),
        codes=factors.new_recovery_codes(staff(request)),
        next=reverse("account:account"),
    )


@desk.admin_view
@require_POST
def end_own_sessions(request: HttpRequest) -> HttpResponse:
    """One session (`number`), or all but the one that asks. Needs no fresh login: it only takes away."""
    user = staff(request)
    numbers = None
    if "number" in request.POST:
        try:
            numbers = [uuid.UUID(request.POST["number"])]
        except ValueError:
            numbers = []
    ended = end_sessions(user, by=user, but=request.session.session_key, numbers=numbers)
    messages.success(request, gettext("Sessions ended: %(count)s.") % {"count": ended})
    return _to_account()


def _to_account() -> HttpResponse:
    return HttpResponseRedirect(reverse("account:account"))
