"""The desk itself: its front page of what waits, its name, its search for the autocompletes.

`desk` is the one admin site; `tracker/urls.py` mounts it, every form of this package registers with it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseBase, JsonResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.i18n import set_language

from cases.admin.drafts import drafts_waiting, keep_view, throw_away_view
from cases.admin.ended_session import session_view
from cases.admin.lists import staff, work
from cases.admin.place_field import Choice
from cases.admin.status_strip import returned_of
from cases.models import (
    AccountEvent,
    Campaign,
    Case,
    CleanUp,
    Correction,
    Hiding,
    NameMask,
    Record,
    StatusChange,
)
from cases.models.day_field import exact_day
from cases.models.fields import parsed
from cases.models.record import kind_of
from cases.text.date_bounds import KINDS
from cases.vocabularies.themes import THEMES
from cases.workflow import notes
from cases.workflow.accounts.stops import (
    awaiting_confirmation,
    is_administrator,
    may_confirm,
    stopped_until,
    told_to_owner,
)
from cases.workflow.moves import may

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LISTED = 8
WAITING = [
    ("mine", _("Unfinished, edited by me"), _("Nothing of yours is unfinished.")),
    ("review", _("Awaiting review"), _("Nothing awaits review.")),
    ("marked", _("Marked for review"), _("No public record is marked.")),
    ("unfinished", _("Unfinished"), _("Nothing is unfinished.")),
    ("stale", _("Public, not checked for six months"), _("Every public case was checked within six months.")),
]


@dataclass(frozen=True)
class WorkList:
    """`rows` are (record, kind, address, why it was returned, why it was marked), at most LISTED of them; `count`
    is of all."""

    name: str
    title: "str | _StrPromise"
    empty: "str | _StrPromise"
    count: int
    rows: list
    address: str


def work_lists(request: HttpRequest) -> list[WorkList]:
    """What waits for this person at the front of the desk; only what they may see."""
    models = [
        each for each in (Case, Campaign) if request.user.has_perm(f"cases.view_{each._meta.model_name}")
    ]
    return [
        _work_list(name, title, empty, models, staff(request)) for name, title, empty in WAITING if models
    ]


def _work_list(
    name: str,
    title: "str | _StrPromise",
    empty: "str | _StrPromise",
    models: list[type[Record]],
    user: User,
) -> WorkList:
    count, rows = 0, []
    for model in models:
        if name == "stale" and model is Campaign:
            continue
        kind = model._meta.model_name
        waiting = work(model.objects.all(), name, by=user).order_by("-edited_at", "-pk")
        count += waiting.count()
        rows += [
            (
                record,
                kind,
                reverse(f"admin:cases_{kind}_change", args=[record.pk]),
                _returned_because(record),
                notes.read(record.review_wanted),
            )
            for record in waiting[:LISTED]
        ]
    return WorkList(name, title, empty, count, rows, f"{reverse('admin:cases_case_changelist')}?work={name}")


def inbox_list(request: HttpRequest) -> WorkList | None:
    """What readers sent and nobody has looked at; None for who may not see it."""
    if not request.user.has_perm("cases.view_correction"):
        return None
    waiting = Correction.objects.waiting()
    rows = [(each, reverse("admin:cases_correction_change", args=[each.pk])) for each in waiting[:LISTED]]
    address = reverse("admin:cases_correction_changelist")
    return WorkList(
        "inbox",
        gettext("New from readers"),
        gettext("Nothing new from readers."),
        waiting.count(),
        rows,
        address,
    )


def second_box(request: HttpRequest) -> WorkList | None:
    """What came when too much came; None for who may not see it."""
    if not request.user.has_perm("cases.view_correction"):
        return None
    lying = Correction.objects.in_second_box()
    address = f"{reverse('admin:cases_correction_changelist')}?box=second"
    return WorkList("second-box", gettext("Second box of the inbox"), "", lying.count(), [], address)


def changes_of_status(request: HttpRequest) -> WorkList | None:
    """Public cases that other rules gave another status, and nobody has looked at; None for who does not publish."""
    if not request.user.has_perm("cases.view_statuschange"):
        return None
    unseen = StatusChange.objects.unseen().select_related("case")
    return WorkList(
        "status",
        gettext("Another status by other rules"),
        "",
        unseen.count(),
        [(each, reverse("admin:cases_case_change", args=[each.case_id])) for each in unseen[:LISTED]],
        f"{reverse('admin:cases_statuschange_changelist')}?seen=no",
    )


def hidden_list(request: HttpRequest) -> WorkList | None:
    """What was hidden in an emergency and is hidden still; None for who does not publish.

    `rows` are (hiding, address), all of them: each waits for somebody to announce it or to show it again.
    """
    if not request.user.has_perm("cases.publish_case"):
        return None
    standing = Hiding.objects.standing().told()
    rows = [
        (each, reverse(f"admin:cases_{kind_of(each.record)}_hide", args=[each.record.pk]))
        for each in standing
    ]
    return WorkList("hidden", gettext("Hidden in an emergency"), "", len(rows), rows, "")


def names_to_decide(request: HttpRequest) -> WorkList | None:
    """Texts with the surname of somebody hidden, of which a second person says whom they mean; None for who may not."""
    if not may(staff(request), "publish", Case):
        return None
    waiting = NameMask.objects.waiting().exclude(naming__hidden_by=staff(request))
    shown = waiting.select_related("naming__person", "case", "campaign").order_by("-pk")[:LISTED]
    return WorkList(
        "names",
        gettext("Surnames of hidden persons"),
        "",
        waiting.count(),
        [(each, reverse("admin:cases_person_name", args=[each.naming.person_id])) for each in shown],
        f"{reverse('admin:cases_namemask_changelist')}?state=waiting",
    )


def to_confirm(request: HttpRequest) -> list[AccountEvent]:
    """What was done to accounts and this person may confirm as the second administrator."""
    person = staff(request)
    if not is_administrator(person):
        return []
    return [event for event in awaiting_confirmation() if may_confirm(event, person)]


def _seconds_left(request: HttpRequest) -> int:
    return int((request.session.get_expiry_date() - timezone.now()).total_seconds())


def _returned_because(record: Record) -> str:
    returned = returned_of(record)
    return returned.reason if returned else ""


class LabelledResults(AutocompleteJsonView):
    """Search results that say enough to choose by."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if any("\0" in value for values in request.GET.lists() for value in values[1]):
            return HttpResponseBadRequest(gettext("No name holds a NUL."))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        more = getattr(self.model_admin, "more_to_choose", None)
        if more and context["page_obj"].number == 1:
            context["object_list"] = [*context["object_list"], *more(self.term, self.object_list)]
        return context

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        if isinstance(obj, Choice):
            return obj._asdict()
        label = getattr(self.model_admin, "autocomplete_label", str)
        return {"id": str(getattr(obj, to_field_name)), "text": label(obj)}


class DeskSite(admin.AdminSite):
    """Django's admin with a front page of what waits, private and saying so."""

    index_title = _("What waits")
    index_template = "admin/desk.html"
    enable_nav_sidebar = False

    @property
    def site_header(self) -> str:
        return settings.SITE_NAME

    @property
    def site_title(self) -> str:
        return gettext("%(site)s – desk") % {"site": settings.SITE_NAME}

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        # What answered a form that closes this session has no page to come back to.
        signed_out = request.resolver_match is not None and request.resolver_match.url_name == "logout"
        person = request.user if isinstance(request.user, User) and not signed_out else None
        return {
            **super().each_context(request),
            "told": told_to_owner(person) if person else [],
            "stopped_until": stopped_until(person) if person else None,
            "session_ends_in": _seconds_left(request) if person else None,
            "is_demo": getattr(settings, "DEMO", False),
            "this_page": reverse("admin:index") if signed_out else request.get_full_path(),
            "languages": settings.LANGUAGES,
        }

    def get_urls(self) -> list[URLPattern | URLResolver]:
        # The desk's records are viewed at no other address, and Django's way there says of any key whether it is one.
        stock = [each for each in super().get_urls() if getattr(each, "name", "") != "view_on_site"]
        return [
            path("date-echo/", self.admin_view(self.date_echo), name="date_echo"),
            # Without the desk's own check: the page to sign in on offers the choice as well.
            path("language/", set_language, name="set_language"),
            path("drafts/keep/", self.admin_view(keep_view), name="keep_draft"),
            path("drafts/throw-away/", self.admin_view(throw_away_view), name="throw_away_draft"),
            path("session/", self.admin_view(session_view), name="session"),
            path("words/", self.admin_view(self.words), name="words"),
            *stock,
        ]

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        from cases.admin.accounts.login import log_in  # its page is dressed by this site

        return log_in(request)

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseBase:
        from cases.admin.accounts.own_password import changed  # its page is dressed by this site

        return changed(request, lambda: super(DeskSite, self).password_change(request, extra_context))

    def autocomplete_view(self, request: HttpRequest) -> HttpResponseBase:
        return LabelledResults.as_view(admin_site=self)(request)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        waiting = {
            "drafts": drafts_waiting(request),
            "work_lists": work_lists(request),
            "status_changes": changes_of_status(request),
            "inbox": inbox_list(request),
            "hidden": hidden_list(request),
            "second_box": second_box(request),
            "names_to_decide": names_to_decide(request),
            "clean_up": CleanUp.objects.first(),
            "to_confirm": to_confirm(request),
            "clean_up_is_late": CleanUp.objects.is_late(),
        }
        return super().index(request, {**waiting, **(extra_context or {})})

    def words(self, request: HttpRequest) -> HttpResponse:
        """Every code list with its definitions, to look a word up."""
        context = {
            **self.each_context(request),
            "title": gettext("Words of the field"),
            "word_lists": [codes for theme in THEMES for codes in (*theme.public, *theme.desk)],
        }
        return TemplateResponse(request, "admin/words.html", context)

    def date_echo(self, request: HttpRequest) -> HttpResponse:
        """A typed date in plain words, or why it is none (yet): for the line under the input.

        `kind` is one of `date_bounds.KINDS`; with `exact` it must be one day.
        """
        typed, words, kind, exact = (request.GET.get(name, "") for name in ("date", "words", "kind", "exact"))
        if kind and kind not in KINDS:
            return HttpResponseBadRequest(f"kind: {kind} is none of {', '.join(KINDS)}")
        try:
            if exact and typed.strip():
                exact_day(typed, kind=kind or "fact")
            date = parsed(typed, words, kind=kind or "fact")
        except ValidationError as error:
            return JsonResponse({"text": " ".join(error.messages), "is_error": True})
        return JsonResponse({"text": date.echo(get_language()), "is_error": False})


desk = DeskSite(name="admin")
desk.disable_action("delete_selected")
