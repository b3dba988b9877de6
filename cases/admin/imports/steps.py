"""The steps of an import, each a post."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from cases.admin.desk import desk
from cases.admin.imports.asked import import_of, page
from cases.admin.imports.pages import counted_by_kind, next_step, say_done
from cases.admin.lists import staff
from cases.imports.receiving import ask_to_check, ask_to_import, read_as, throw_away
from cases.imports.undoing import ask_to_undo, touched_since
from cases.imports.unreadable import Unreadable
from cases.imports.working import work_now
from cases.models import ListImport
from cases.models.list_import import Stage
from cases.workflow.errors import Refused

ANSWER = "answer:"


def _to(name: str, row: ListImport) -> HttpResponse:
    return HttpResponseRedirect(reverse(f"imports:{name}", args=[row.pk]))


def _tell(request: HttpRequest, error: Refused | Unreadable) -> None:
    for message in error.messages:
        messages.error(request, message)


@desk.admin_view
@require_POST
def choose_encoding(request: HttpRequest, pk: int) -> HttpResponse:
    """In which encoding the file is read, of those that were offered."""
    row = import_of(request, pk)
    try:
        if row.stage == Stage.UPLOADED:
            read_as(row, request.POST.get("encoding", ""))
            return next_step(request, row)
    except (Refused, Unreadable) as error:
        _tell(request, error)
    return _to("show", row)


@desk.admin_view
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Which records rows mean; the list is checked again with that."""
    row = import_of(request, pk)
    answers = {
        key.removeprefix(ANSWER): request.POST.get(key, "")[:60]
        for key in request.POST
        if key.startswith(ANSWER) and request.POST.get(key)
    }
    try:
        ask_to_check(row, by=staff(request), answers=answers)
    except (Refused, Unreadable) as error:
        _tell(request, error)
        return _to("show", row)
    work_now(row)
    return _to("show", row)


@desk.admin_view
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Import what was previewed."""
    row = import_of(request, pk)
    try:
        ask_to_import(row, submits="submits" in request.POST)
    except Refused as refused:
        _tell(request, refused)
        return _to("show", row)
    work_now(row)
    row.refresh_from_db()
    say_done(request, row)
    return _to("show", row)


@desk.admin_view
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase an upload that was not imported."""
    row = import_of(request, pk)
    try:
        throw_away(row)
    except Refused as refused:
        _tell(request, refused)
        return _to("show", row)
    messages.success(request, gettext("The upload was erased."))
    return HttpResponseRedirect(reverse("imports:front"))


@desk.admin_view
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether an import is undone as a whole, with what would go; then undo it."""
    row = import_of(request, pk)
    if request.method != "POST":
        return _asked_before(request, row)
    try:
        ask_to_undo(row, by=staff(request))
    except Refused as refused:
        _tell(request, refused)
        return _to("show", row)
    work_now(row)
    return _to("show", row)


def _asked_before(request: HttpRequest, row: ListImport) -> HttpResponse:
    if row.stage != Stage.DONE or row.brings_corrections or touched_since(row):
        return _to("show", row)  # which says why not
    made, changed = counted_by_kind(row)
    title = gettext("Undo the whole import")
    return page(request, "undo", title=title, row=row, made=made, changed=changed)
