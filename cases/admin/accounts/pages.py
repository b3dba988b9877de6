"""What the pages of accounts share: how they are dressed, and where one goes from them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme

from cases.admin.desk import desk


def page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """A page of `templates/admin/accounts/`, which no cache keeps."""
    request.current_app = desk.name
    answer = TemplateResponse(
        request,
        f"admin/accounts/{template}.html",
        {**desk.each_context(request), **context},
        status=status,
    )
    add_never_cache_headers(answer)
    return answer


def way_on(request: HttpRequest) -> str:
    """The address of the desk that was asked for before this page was (`next`), else the desk's front."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    front = reverse("admin:index")
    if wanted.startswith(front) and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return front
