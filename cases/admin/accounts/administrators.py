"""What administrators do about the accounts of others, beside their forms: confirm as the second, and end sessions."""

import uuid

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from cases.admin.accounts.fresh_login import fresh_login_required
from cases.admin.accounts.pages import page
from cases.admin.desk import desk
from cases.admin.lists import staff
from cases.models import AccountEvent, DeskSession
from cases.workflow.accounts.sessions import end_sessions
from cases.workflow.accounts.stops import confirm, is_administrator
from cases.workflow.errors import Refused


def _administrator(request: HttpRequest) -> User:
    person = staff(request)
    if not is_administrator(person):
        raise PermissionDenied
    return person


@desk.admin_view
@require_POST
@fresh_login_required
def confirm_change(request: HttpRequest, pk: int) -> HttpResponse:
    """As the second administrator: what the first did to somebody's account is as it should be."""
    person = _administrator(request)
    event = get_object_or_404(AccountEvent.objects.stopping(), pk=pk)
    try:
        confirm(event, by=person)
    except Refused as refused:
        for message in refused.messages:
            messages.error(request, message)
    else:
        messages.success(request, gettext("Confirmed: %(name)s publishes again.") % {"name": event.account})
    return HttpResponseRedirect(reverse("admin:index"))


@desk.admin_view
def all_sessions(request: HttpRequest) -> HttpResponse:
    """Who is logged in, since when and on what, and ending it: one session, all of somebody, or of everybody else."""
    person = _administrator(request)
    if request.method == "POST":
        return _ended(request, person)
    return page(
        request,
        "all_sessions",
        title=gettext("Sessions and devices of everybody"),
        sessions=DeskSession.objects.open().select_related("user").order_by("user__username", "-seen_at"),
        this_session=request.session.session_key,
    )


def _ended(request: HttpRequest, person: User) -> HttpResponse:
    sessions = DeskSession.objects.open()
    if "number" in request.POST:
        try:
            sessions = sessions.filter(number=uuid.UUID(request.POST["number"]))
        except ValueError:
            sessions = sessions.none()
    numbers: dict[int, list[uuid.UUID]] = {}
    for user, number in sessions.values_list("user", "number"):
        numbers.setdefault(user, []).append(number)
    ended = sum(
        end_sessions(
            User.objects.get(pk=user), by=person, but=request.session.session_key, numbers=of_account
        )
        for user, of_account in numbers.items()
    )
    messages.success(request, gettext("Sessions ended: %(count)s.") % {"count": ended})
    return HttpResponseRedirect(reverse("account:all_sessions"))
