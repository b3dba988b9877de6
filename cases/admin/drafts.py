"""What is typed into a form of the desk and not saved: kept at the server, and offered when one comes back.

A form takes part by its address: the name of its route stands in FORMS, its page includes `admin/_draft.html` with what
`offer` answers, and its view asks `restored` what to begin with, and says `after_posting` whether it was saved. Never
for steps – publishing, hiding, merging, deleting, steps on many rows – nor for accounts, roles and passwords.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.apps import apps
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import Model
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
)
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext

from cases.admin.lists import staff
from cases.models import Campaign, Case, DeskDraft, Person, Source
from cases.models.desk_draft import LONGEST_ADDRESS
from cases.models.need_to_know import reading_as
from cases.workflow.drafts import TooLong, forget_draft, keep_draft

SHEET_INPUT, VERSION_INPUT, RESTORE = "draft_sheet", "seen_version", "draft"
_LEFT_OUT = ("csrfmiddlewaretoken", SHEET_INPUT, VERSION_INPUT, "MAX_FILE_SIZE")
OFFERED = 5
"""So many drafts of one form are offered on its page, the newest first."""


class Form(NamedTuple):
    """`model` by name is what the form adds or changes, or whose parts; `verb` is what one must be allowed to do."""

    model: str
    verb: str


RECORDS = (
    "case",
    "campaign",
    "person",
    "source",
    "place",
    "agency",
    "organisation",
    "official",
    "legalprovision",
    "relation",
)
FORMS: dict[str, Form] = {
    **{f"cases_{kind}_add": Form(kind, "add") for kind in RECORDS},
    **{f"cases_{kind}_change": Form(kind, "change") for kind in RECORDS},
    "cases_case_whole": Form("case", "change"),
    "cases_case_line": Form("case", "change"),
    "cases_case_from_a_list": Form("case", "add"),
    "cases_case_many_at_once": Form("case", "add"),
    "cases_case_several": Form("case", "change"),
    "cases_case_copy": Form("case", "add"),
}
"""By the name of its address, every form that keeps drafts; where that has an `object_id`, it is the record's."""


class At(NamedTuple):
    """Which form stands at an address, of which record; None for a new one."""

    form: Form
    record: Model | None


def form_at(address: str, account: User) -> At | None:
    """None where no form keeps drafts there, or the account may not use it or know of its record."""
    if len(address) > LONGEST_ADDRESS:
        return None
    try:
        match = resolve(address)
    except Resolver404:
        return None
    form = FORMS.get(match.url_name or "")
    if form is None or match.namespace != "admin" or not account.has_perm(f"cases.{form.verb}_{form.model}"):
        return None
    if "object_id" not in match.kwargs:
        return At(form, None)
    model = apps.get_model("cases", form.model)
    try:
        key = model._meta.pk.to_python(unquote(str(match.kwargs["object_id"])))
    except ValidationError:
        return None
    with reading_as(account):
        record = model._default_manager.filter(pk=key).first()
    return At(form, record) if record is not None else None


def new_sheet(account: User, number: uuid.UUID | None = None) -> str:
    """What a page carries: the number of its draft, signed for the account it was made for."""
    return _signer(account).sign(str(number or uuid.uuid4()))


def sheet_of(posted: QueryDict, account: User) -> uuid.UUID | None:
    """The number of the page something was posted from; None if that was not made for this account."""
    try:
        return uuid.UUID(_signer(account).unsign(posted.get(SHEET_INPUT, "")))
    except (BadSignature, ValueError):
        return None


def _signer(account: User) -> Signer:
    return Signer(salt=f"sheet of the desk, {account.pk}")


def keep_posted(posted: QueryDict, *, account: User, address: str) -> DeskDraft | None:
    """Keep what was posted from a page of a form; None where nothing is to be kept. Raises TooLong."""
    sheet, at = sheet_of(posted, account), form_at(address, account)
    if sheet is None or at is None:
        return None
    data = {name: values for name, values in posted.lists() if _is_kept(name)}
    about = at.record if isinstance(at.record, Case | Campaign | Person | Source) else None
    seen = posted.get(VERSION_INPUT, "")
    return keep_draft(account, sheet=sheet, address=address, data=data, seen_version=seen, about=about)


def _is_kept(name: str) -> bool:
    """No button, no token, no password, nor the empty row that new ones are copied from."""
    is_ours = name in _LEFT_OUT or name.startswith("_") or "__prefix__" in name
    return not is_ours and "password" not in name.lower()


def restored(request: HttpRequest) -> DeskDraft | None:
    """The draft that the page was asked to begin with, of this account and this form."""
    try:
        sheet = uuid.UUID(request.GET.get(RESTORE, ""))
    except ValueError:
        return None
    return DeskDraft.objects.of(staff(request)).filter(address=request.path, sheet=sheet).first()


def posted_of(draft: DeskDraft) -> QueryDict:
    """What a draft holds, as it would be posted."""
    posted = QueryDict(mutable=True)
    for name, values in draft.data.items():
        posted.setlist(name, values)
    posted[VERSION_INPUT] = draft.seen_version
    return posted


def begin_as_typed(request: HttpRequest) -> QueryDict | None:
    """Let a page that was asked to begin with a draft find in POST what was typed, which is not saved by that. Answers
    what its form is bound to: what was posted or typed; None for an empty one."""
    if request.method == "POST":
        return request.POST
    if (draft := restored(request)) is None:
        return None
    request.POST = posted_of(draft)
    return request.POST


def after_posting(request: HttpRequest, *, saved: bool) -> None:
    """A form was posted: what was kept of it goes if it was saved; else what the page shows now is kept."""
    account = staff(request)
    sheet = sheet_of(request.POST, account)
    if sheet is None:
        return
    if saved:
        forget_draft(account, sheet=sheet)
        return
    try:
        keep_posted(request.POST, account=account, address=request.path)
    except TooLong:
        messages.warning(request, _too_long())


def _too_long() -> str:
    return gettext("This is too long to be kept until you save it.")


@dataclass(frozen=True)
class Waiting:
    """A draft as it is offered: what of, where one goes on with it, and when it was kept."""

    label: str
    address: str
    form_address: str
    sheet: str
    saved_at: datetime


@dataclass(frozen=True)
class Offer:
    """What `admin/_draft.html` needs; `begun_at` is when the draft was kept that the page begins with."""

    form_id: str
    sheet: str
    keep_address: str
    waiting: list[Waiting]
    begun_at: datetime | None
    input_name: str = SHEET_INPUT


def offer(request: HttpRequest, *, form_id: str) -> Offer | None:
    """What stands on the page of a form, whose element has this id; None on one that keeps no drafts."""
    account = staff(request)
    if form_at(request.path, account) is None:
        return None
    draft = restored(request) if request.GET.get(RESTORE) else None
    number = draft.sheet if draft else sheet_of(request.POST, account)
    drafts = DeskDraft.objects.of(account).filter(address=request.path).exclude(sheet=number)
    return Offer(
        form_id=form_id,
        sheet=new_sheet(account, number),
        keep_address=f"{reverse('admin:keep_draft')}?{urlencode({'address': request.path})}",
        waiting=[_waiting(each, "", request.GET) for each in drafts[:OFFERED]],
        begun_at=draft.saved_at if draft else None,
    )


def drafts_waiting(request: HttpRequest) -> list[Waiting]:
    """Every draft of whoever asks, for the front of the desk: of forms they may still use."""
    account, found = staff(request), []
    for draft in DeskDraft.objects.of(account):
        at = form_at(draft.address, account)
        if at is None:
            continue
        kind = capfirst(apps.get_model("cases", at.form.model)._meta.verbose_name)
        found.append(_waiting(draft, f"{kind}: {at.record or gettext('new')}"))
    return found


def drafts_of_case(request: HttpRequest, case: Case) -> list[Waiting]:
    """What whoever asks typed into lines or the whole form of a case, or into a copy of it, which is told by name."""
    copy = reverse("admin:cases_case_copy", args=[case.pk])
    drafts = DeskDraft.objects.of(staff(request)).filter(case=case)[:OFFERED]
    named = gettext("Copy this case for another person")
    return [_waiting(each, named if each.address == copy else "") for each in drafts]


def _waiting(draft: DeskDraft, label: str, asked: QueryDict | None = None) -> Waiting:
    query = asked.copy() if asked is not None else QueryDict(mutable=True)
    query[RESTORE] = str(draft.sheet)
    address = f"{draft.address}?{query.urlencode()}"
    return Waiting(label, address, draft.address, str(draft.sheet), draft.saved_at)


def keep_view(request: HttpRequest) -> HttpResponse:
    """What a page sends every few seconds while somebody types."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    request.is_passive = True  # typing prolongs the session, and says so itself
    try:
        draft = keep_posted(request.POST, account=staff(request), address=request.GET.get("address", ""))
    except TooLong:
        return JsonResponse({"told": _too_long()}, status=413)
    if draft is None:
        return JsonResponse({"told": ""}, status=404)
    return JsonResponse({"told": told_of(draft)})


def told_of(draft: DeskDraft) -> str:
    moment = timezone.localtime(draft.saved_at)
    return gettext("Not saved yet; kept for you at %(moment)s.") % {"moment": f"{moment:%H:%M:%S}"}


def throw_away_view(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    account = staff(request)
    try:
        sheet = uuid.UUID(request.POST.get(RESTORE, ""))
    except ValueError:
        sheet = uuid.uuid4()
    forget_draft(account, sheet=sheet)
    messages.success(request, gettext("Thrown away."))
    address = request.POST.get("address", "")
    return HttpResponseRedirect(address if form_at(address, account) else reverse("admin:index"))
