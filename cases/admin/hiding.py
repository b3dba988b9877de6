"""The button that hides a record at once, the page that says what will happen, and the way back, which takes two.

Everything is decided in `cases/workflow/hiding.py`; here it is asked, confirmed and told.
"""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext

from cases.admin.accounts.fresh_login import fresh_login_page
from cases.admin.lists import staff
from cases.admin.record import RecordAdmin
from cases.admin.workflow_buttons import tell
from cases.models import Hideable
from cases.models.need_to_know import is_known
from cases.models.record import kind_of
from cases.text.legible import legible
from cases.workflow import hiding
from cases.workflow.errors import Refused
from cases.workflow.uses import users_of


class HidesAtOnce(RecordAdmin):
    """For the forms of cases, campaigns, persons and sources."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_hide"
        view = self.admin_site.admin_view(self.hide_step)
        return [path("<path:object_id>/hide/", view, name=name), *super().get_urls()]

    def above_record(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {
            **super().above_record(request, record),
            "hiding": hiding.hiding_of(record),
            "hide_address": _address(record, "hide") if _may_see_page(request, record) else "",
        }

    def hide_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not _may_see_page(request, record):
            raise PermissionDenied
        if request.method == "POST":
            if _needs_proof(request) and (proof_wanted := fresh_login_page(request)):
                return proof_wanted
            if self._take_step(request, record):
                return HttpResponseRedirect(_address(record, "change"))
        return self._hide_page(request, record)

    def _take_step(self, request: HttpRequest, record: Hideable) -> bool:
        """Take the step that the pressed button names; True if it was allowed, else why not is shown."""
        by, reason = staff(request), legible(request.POST.get("reason", ""))[:1000]
        try:
            match request.POST.get("step"):
                case "hide":
                    tell(request, hiding.hide(record, by=by, reason=reason))
                    done = gettext("Hidden. Its public addresses answer as if it had never existed.")
                case "ask":
                    hiding.ask_to_show(record, by=by, reason=reason)
                    done = gettext(
                        "Asked. A colleague who publishes has to agree; they see it on their front page."
                    )
                case "show":
                    tell(request, hiding.show(record, by=by))
                    done = gettext("Shown again.")
                case _:
                    return False
        except Refused as refused:
            for message in refused.messages:
                messages.error(request, message)
            return False
        messages.success(request, done)
        return True

    def _hide_page(self, request: HttpRequest, record: Hideable) -> HttpResponse:
        standing, by = hiding.hiding_of(record), staff(request)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": record,
            "kind": kind_of(record),
            "title": gettext("Show again") if standing else gettext("Hide at once"),
            "hiding": standing,
            "public": _public_number(record),
            "may_hide": hiding.may_hide(by, record),
            "may_show": hiding.may_show(by),
            "asked_it_themselves": hiding.asked_by_same(standing, by) if standing else False,
            "withdraw_address": _withdraw_address(request, record),
            "reason": request.POST.get("reason", ""),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/hide.html", context)


def _may_see_page(request: HttpRequest, record: Hideable) -> bool:
    return hiding.may_hide(staff(request), record) or hiding.may_show(staff(request))


def _needs_proof(request: HttpRequest) -> bool:
    """Whether a stolen session must not take the step: showing again always, hiding once an account hides many."""
    step = request.POST.get("step")
    return step == "show" or (step == "hide" and hiding.hides_many(staff(request)))


def _public_number(record: Hideable) -> int:
    """How many public records are about it, or cite it, of those that may be known."""
    if kind_of(record) in ("case", "campaign"):
        return int(record.is_public)
    return sum(is_known(type(each), each.pk) for each in users_of(record))


def _withdraw_address(request: HttpRequest, record: Hideable) -> str:
    """Where somebody who may can announce that it is gone; of persons and sources there is nothing to announce."""
    kind = kind_of(record)
    if kind not in ("case", "campaign") or not record.is_public:
        return ""
    return _address(record, "withdraw") if request.user.has_perm(f"cases.withdraw_{kind}") else ""


def _address(record: Hideable, step: str) -> str:
    return reverse(f"admin:cases_{kind_of(record)}_{step}", args=[record.pk])
