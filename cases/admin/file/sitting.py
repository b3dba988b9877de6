"""“I am entering from …”: the source of a sitting, chosen once and cited for each fact that is saved.

It is kept in the session of the desk, with who logged in, and ends with it.
"""

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext as _

from cases.admin.form_fields import source_field
from cases.models import Case, Source

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite

    from cases.admin.workflow_buttons import PublishableAdmin

    Base = PublishableAdmin
else:
    Base = object

_KEPT_IN_SESSION = "entering_from"


def entering_from(request: HttpRequest) -> Source | None:
    """The source of this sitting, as long as whoever sits there may know of it; None if none is chosen."""
    key = request.session.get(_KEPT_IN_SESSION)
    return Source.objects.filter(pk=key).first() if key else None


def sitting_form(request: HttpRequest, site: "AdminSite") -> forms.Form:
    """The choice of it, to be posted to `sitting_step`."""

    class SittingForm(forms.Form):
        source = source_field(
            site,
            can_add=request.user.has_perm("cases.add_source"),
            label=_("I am entering from"),
            label_suffix="",
        )

    return SittingForm(request.POST if request.method == "POST" else None, prefix="sitting")


class HasSitting(Base):
    """Mixin for the admin of cases: where the source of the sitting is chosen and ended."""

    def sitting_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        case: Case = self._viewed(request, object_id)
        if not self.has_change_permission(request, case):
            raise PermissionDenied
        form = sitting_form(request, self.admin_site)
        source = form.cleaned_data["source"] if form.is_valid() else None
        if "_end" in request.POST:
            request.session.pop(_KEPT_IN_SESSION, None)
            messages.info(request, _("No source is cited by itself any more."))
        elif source is None:
            messages.error(request, _("Choose the source you enter from."))
        else:
            request.session[_KEPT_IN_SESSION] = source.pk
            messages.success(request, _("Cited for each line you save: %(source)s.") % {"source": source})
        return self._back(case)
