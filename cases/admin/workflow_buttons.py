"""The way of a case or campaign through the door: status strip, buttons, the review page.

Each button posts to an address of its own, which calls one function of `cases.workflow` and shows what it
answers. Who may take which step from where is in `cases/workflow/moves.py`, not here.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.accounts.fresh_login import fresh_login_page
from cases.admin.lists import staff
from cases.admin.readers_page import review_of
from cases.admin.record import RecordAdmin
from cases.admin.status_strip import strip_of
from cases.models import Action, Record, Review, State
from cases.models.need_to_know import is_known, whole_record
from cases.workflow import publishing, review
from cases.workflow.document import document_of
from cases.workflow.door import Outcome, public_document
from cases.workflow.editing import record_edit
from cases.workflow.entering.texts import check_legible
from cases.workflow.errors import Refused
from cases.workflow.moves import is_open, may, open_steps

ADDRESSES = ("submit", "return", "publish", "withdraw")


class ReasonForm(forms.Form):
    """Why a record is returned or withdrawn; that it must not be empty is said by the workflow."""

    reason = forms.CharField(max_length=1000, required=False, label=_("Why"), validators=[check_legible])


def tell(request: HttpRequest, outcome: Outcome) -> None:
    """Say which public records a step marked, published anew, withdrew, or gave another reference."""
    for told, records in (
        (
            gettext("Gone from the public side without trace, and drafts now: %(records)s."),
            outcome.anonymised,
        ),
        (gettext("Name masked in: %(records)s."), outcome.masked),
        (gettext("Marked for review: %(records)s."), [r for r in outcome.marked if r not in outcome.masked]),
        (gettext("Published anew with less: %(records)s."), outcome.republished),
        (gettext("Withdrawn from the public side: %(records)s."), outcome.withdrawn),
    ):
        if records := [each for each in records if is_known(type(each), each.pk)]:
            named = ", ".join(f"{record} ({record.reference})" for record in records)
            messages.warning(request, told % {"records": named})
    for person in outcome.hidden:
        messages.warning(
            request,
            format_html(
                '{} <a href="{}">{}</a>',
                gettext("%(person)s is hidden now.") % {"person": person},
                reverse("admin:cases_person_name", args=[person.pk]),
                gettext("See which words of public texts changed, and which wait for a second person"),
            ),
        )


class PublishableAdmin(RecordAdmin):
    """A record with a state: its form shows the strip, its buttons call the workflow."""

    def get_urls(self) -> list[URLPattern]:
        info = self.opts.app_label, self.opts.model_name
        steps = [
            path(
                f"<path:object_id>/{step}/",
                self.admin_site.admin_view(getattr(self, f"{step}_step")),
                name="{}_{}_{}".format(*info, step),
            )
            for step in self.steps
        ]
        return [*steps, *super().get_urls()]

    steps = ADDRESSES

    def version_of(self, record: Record) -> int:
        return record.edit_version

    def last_saved(self, record: Record) -> tuple[str, datetime | None]:
        return (str(record.edited_by) if record.edited_by else gettext("Somebody")), record.edited_at

    @admin.display(description=_("edited"), ordering="edited_at")
    def edited(self, record: Record) -> str:
        if record.edited_at is None:
            return ""
        return f"{record.edited_at:%Y-%m-%d %H:%M} {record.edited_by or ''}".strip()

    def after_save(self, request: HttpRequest, record: Record, *, is_new: bool) -> None:
        before = self.model.objects.values_list("state", flat=True).get(pk=record.pk)
        outcome = record_edit(record, by=staff(request))
        if before == State.SUBMITTED and "_submit" not in request.POST:
            told = gettext("“%(record)s” was submitted; it is a draft again. Submit it when it is ready.")
            messages.warning(request, told % {"record": record})
        if outcome:
            tell(request, outcome)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any | None = None,
    ) -> HttpResponse:
        context["submits_on_save"] = (add or change) and may(staff(request), "submit", self.model)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def above_record(self, request: HttpRequest, record: Record) -> dict[str, Any]:
        document = getattr(request, "desk_document", None)
        return {
            **super().above_record(request, record),
            "strip": strip_of(record, document=document),
            "steps": open_steps(record, staff(request)),
        }

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        if "_submit" in request.POST:
            return self._submit_saved(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if "_submit" in request.POST:
            return self._submit_saved(request, obj)
        return super().response_change(request, obj)

    def _submit_saved(self, request: HttpRequest, record: Record) -> HttpResponse:
        version = self.model.objects.values_list("edit_version", flat=True).get(pk=record.pk)
        if getattr(request, "desk_changed", True):
            messages.success(request, gettext("“%(record)s” was saved.") % {"record": record})
        else:
            messages.info(request, gettext("Nothing in “%(record)s” was changed.") % {"record": record})
        self._take(
            request,
            lambda: review.submit(record, by=staff(request), edit_version=version),
            gettext("Submitted."),
        )
        return self._back(record)

    def _viewed(self, request: HttpRequest, object_id: str) -> Record:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        return record

    def _record(self, request: HttpRequest, object_id: str, step: str) -> Record:
        record = self._viewed(request, object_id)
        if not may(staff(request), step, record):
            raise PermissionDenied
        return record

    def _take(self, request: HttpRequest, step: Callable[[], object], done: str) -> bool:
        """Take a step; True if it was allowed, else its reasons are shown."""
        try:
            answer = step()
        except Refused as refused:
            for message in refused.messages:
                messages.error(request, message)
            return False
        messages.success(request, done)
        if isinstance(answer, Outcome):
            tell(request, answer)
        return True

    def _reason(self, request: HttpRequest) -> str | None:
        """The reason typed, or None if it cannot be kept; then why is shown."""
        form = ReasonForm(request.POST)
        if form.is_valid():
            return form.cleaned_data["reason"]
        for message in form.errors["reason"]:
            messages.error(request, f"{form.fields['reason'].label}: {message}")
        return None

    def _back(self, record: Record, step: str = "") -> HttpResponse:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{step or 'change'}"
        return HttpResponseRedirect(reverse(name, args=[record.pk]))

    def _page(self, request: HttpRequest, record: Record, template: str, **context: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": record,
            "strip": strip_of(record),
            **context,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, context)

    def submit_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record, seen = self._record(request, object_id, "submit"), _version(request)
        self._take(
            request,
            lambda: review.submit(record, by=staff(request), edit_version=seen),
            gettext("Submitted."),
        )
        return self._back(record)

    def return_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record, reason = self._record(request, object_id, "return"), self._reason(request)
        if reason is not None:
            self._take(
                request,
                lambda: review.give_back(record, by=staff(request), reason=reason),
                gettext("Returned."),
            )
        return self._back(record)

    def publish_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method == "POST":
            record = self._record(request, object_id, "publish")
            if proof_wanted := fresh_login_page(request):
                return proof_wanted
            done = self._take(
                request,
                lambda: publishing.publish(
                    record,
                    by=staff(request),
                    edit_version=_version(request),
                    digest=request.POST.get("digest", ""),
                    confirmed_homonyms="confirmed_homonyms" in request.POST,
                ),
                gettext("Approved; it appears on its day.")
                if is_open(record, "approve")
                else gettext("Published."),
            )
            return self._back(record, "" if done else "publish")
        record = self._viewed(request, object_id)
        with whole_record():
            document = document_of(record)
        before = public_document(record)
        hindering = publishing.hindrances(record, document=document, by=staff(request))
        steps = open_steps(record, staff(request))
        return self._page(
            request,
            record,
            "admin/review.html",
            title=gettext("Review"),
            digest=publishing.digest_of(document),
            **review_of(before, document.content),
            is_first=before is None,
            problems=hindering.problems,
            second_look=hindering.homonyms,
            needs_colleague=hindering.needs_colleague,
            asks_administrator=hindering.asks_administrator,
            cannot_publish=bool(
                hindering.problems or hindering.needs_colleague or hindering.asks_administrator
            ),
            may_publish=bool({"publish", "approve"} & steps),
            appears_first=is_open(record, "approve"),
            may_return="return" in steps,
            submitted=_submission_of(record),
        )

    def withdraw_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self._record(request, object_id, "withdraw")
        given: dict[str, Any] = {}
        if request.method == "POST":
            how, reason = request.POST.get("how"), self._reason(request)
            if how not in ("announced", "silent"):
                messages.error(request, gettext("Choose whether the withdrawal is announced."))
            elif reason is not None and self._take(
                request,
                lambda: publishing.withdraw(
                    record, by=staff(request), reason=reason, announced=how == "announced"
                ),
                gettext("Withdrawn."),
            ):
                return self._back(record)
            given = {"reason": request.POST.get("reason", "").replace("\0", ""), "how": how}
        return self._page(
            request,
            record,
            "admin/withdraw.html",
            title=gettext("Withdraw"),
            only_silently=is_open(record, "silence"),
            **given,
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        if obj is not None and was_ever_public(obj):
            return False
        return super().has_delete_permission(request, obj)


def was_ever_public(record: Record) -> bool:
    """Whether the record ever left the desk: then it is withdrawn, never deleted."""
    published = record.reviews.filter(action__in=[Action.PUBLISHED, Action.NARROWED, Action.WITHDRAWN])
    return record.published_version is not None or record.published_at is not None or published.exists()


def _submission_of(record: Record) -> Review | None:
    """The step that handed over what awaits review; None if nothing does."""
    if record.state != State.SUBMITTED:
        return None
    return record.reviews.filter(action=Action.SUBMITTED).order_by("-pk").first()


def _version(request: HttpRequest) -> int:
    text = request.POST.get("edit_version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0
