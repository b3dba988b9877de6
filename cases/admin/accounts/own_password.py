"""Changing one's own password: it is proved afresh who asks, other sessions end, and the log says so."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from cases.admin.accounts.fresh_login import fresh_login_page
from cases.admin.lists import staff
from cases.models import What
from cases.workflow.accounts.log import note
from cases.workflow.accounts.sessions import end_sessions


def changed(request: HttpRequest, change: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """`change` answers with a redirect where the password was changed."""
    if asked := fresh_login_page(request):
        return asked
    before = staff(request).password
    answer = change()
    person = staff(request)
    if person.password != before:
        note(What.PASSWORD_CHANGED, person, by=person)
        end_sessions(person, by=person, but=request.session.session_key)
    return answer
