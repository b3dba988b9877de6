"""Which import a request is about, and whether whoever asks may look at it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers

from cases.admin.desk import desk
from cases.admin.lists import staff
from cases.imports.receiving import check_may_import
from cases.models import ListImport
from cases.models.list_import import ListImportQuerySet
from cases.workflow.accounts.stops import is_administrator
from cases.workflow.errors import Refused


def imports_of(request: HttpRequest) -> ListImportQuerySet:
    """Their own; administrators see those of everybody."""
    person = staff(request)
    try:
        check_may_import(person)
    except Refused as refused:
        raise PermissionDenied from refused
    return ListImport.objects.open_to(person, is_administrator=is_administrator(person))


def import_of(request: HttpRequest, pk: int) -> ListImport:
    row = imports_of(request).defer("content").filter(pk=pk).first() if pk < 1 << 63 else None
    if row is None:
        raise Http404
    return row


def page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """A page of `templates/admin/imports/`, which no cache keeps."""
    request.current_app = desk.name
    answer = TemplateResponse(
        request, f"admin/imports/{template}.html", {**desk.each_context(request), **context}, status=status
    )
    add_never_cache_headers(answer)
    return answer
