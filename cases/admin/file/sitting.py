"""“I am entering from …”: the source of a sitting, chosen once and cited for each fact that is saved.

It is kept in the session of the desk, with who logged in, and ends with it. Half a title chooses it where there is but
one such source, else a page of its own lists them; the last ones somebody entered from are offered as buttons.
"""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _

from cases.admin.from_a_list import KEPT_IN_SESSION as SHORT_FORM
from cases.admin.lists import staff
from cases.models import Case, Citation, Source

if TYPE_CHECKING:
    from cases.admin.workflow_buttons import PublishableAdmin

    Base = PublishableAdmin
else:
    Base = object

_KEPT_IN_SESSION = "entering_from"
OFFERED, MOST_FOUND, LONGEST = 5, 20, 200
_CASES, _CITATIONS = 20, 200
"""The last ones somebody edited and their newest, of which sources are offered."""


def entering_from(request: HttpRequest) -> Source | None:
    """The source of this sitting, as long as whoever sits there may know of it; None if none is chosen."""
    key = request.session.get(_KEPT_IN_SESSION)
    return Source.objects.filter(pk=key).first() if key else None


def last_entered_from(request: HttpRequest) -> list[Source]:
    """What this person entered from last: in the short form of this session, then cited by cases they edited."""
    kept = str(request.session.get(SHORT_FORM, {}).get("source") or "")
    edited = Case.objects.filter(edited_by=staff(request)).order_by("-edited_at", "-pk")
    newest = Citation.objects.filter(case__in=list(edited.values_list("pk", flat=True)[:_CASES])).order_by(
        "-pk"
    )
    keys = [*map(int, filter(str.isdecimal, [kept])), *newest.values_list("source", flat=True)[:_CITATIONS]]
    first = list(dict.fromkeys(key for key in keys if key != request.session.get(_KEPT_IN_SESSION)))
    known = Source.objects.in_bulk(first[: OFFERED * 2])
    return [known[key] for key in first if key in known][:OFFERED]


class HasSitting(Base):
    """Mixin for the admin of cases: where the source of the sitting is chosen and ended."""

    def sitting_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        case: Case = self._viewed(request, object_id)
        if not self.has_change_permission(request, case):
            raise PermissionDenied
        if request.method != "POST":
            return self._sitting_page(request, case)
        if "_end" in request.POST:
            request.session.pop(_KEPT_IN_SESSION, None)
            messages.info(request, _("No source is cited by itself any more."))
            return self._back(case)
        typed = _typed(request.POST)
        chosen = request.POST.get("source", "")
        found = self._titled(request, typed) if typed and not chosen else _by_key(chosen)
        if len(found) != 1:
            if not typed:
                messages.error(request, _("Choose the source you enter from."))
            return HttpResponseRedirect(f"{request.path}?{urlencode({'find': typed})}")
        request.session[_KEPT_IN_SESSION] = found[0].pk
        messages.success(request, _("Cited for each line you save: %(source)s.") % {"source": found[0]})
        return self._back(case)

    def _titled(self, request: HttpRequest, typed: str) -> list[Source]:
        """As the look-ups find it: by half a word, in any script."""
        sources = self.admin_site.get_model_admin(Source)
        found, _may_repeat = sources.get_search_results(request, Source.objects.all(), typed)
        return list(found.order_by("title", "pk").distinct()[: MOST_FOUND + 1])

    def _sitting_page(self, request: HttpRequest, case: Case) -> HttpResponse:
        typed = _typed(request.GET)
        found = self._titled(request, typed) if typed else []
        label = self.admin_site.get_model_admin(Source).autocomplete_label
        return self._page(
            request,
            case,
            "admin/file/sitting.html",
            title=_("I am entering from…"),
            find=typed,
            found=[(source.pk, label(source)) for source in found[:MOST_FOUND]],
            has_more=len(found) > MOST_FOUND,
            entering_from=entering_from(request),
            last_sources=last_entered_from(request),
            may_add_source=request.user.has_perm("cases.add_source"),
        )


def _typed(given: QueryDict) -> str:
    """Half a title; what is longer than one stands in no address."""
    return given.get("find", "").replace("\0", "").strip()[:LONGEST]


def _by_key(typed: str) -> list[Source]:
    return list(Source.objects.filter(pk=typed)) if typed.isdecimal() and len(typed) < 19 else []
