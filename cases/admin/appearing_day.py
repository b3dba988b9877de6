"""The day on which an anonymised case may appear, and the page on which a second person chooses another."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.lists import staff
from cases.models import Case, Review
from cases.models.day_field import DayFormField
from cases.workflow.accounts.stops import within_reach
from cases.workflow.anonymising import EARLIEST, LATEST, choose_day
from cases.workflow.moves import is_open, may

if TYPE_CHECKING:
    from cases.admin.workflow_buttons import PublishableAdmin

    Base = PublishableAdmin
else:
    Base = object


class DayForm(forms.Form):
    """That there has to be a reason is said by the workflow."""

    day = DayFormField(kind="plan", label=_("Appears on"))
    reason = forms.CharField(max_length=1000, label=_("Why (stays at the desk)"))


class AppearingDay(Base):
    """Mixin for the admin of cases."""

    def day_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        case: Case = self._record(request, object_id, "choose_day")
        form = DayForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            given: dict[str, Any] = form.cleaned_data
            if self._take(
                request,
                lambda: choose_day(case, by=staff(request), **given),
                gettext("It appears on %(day)s.") % {"day": given["day"].isoformat()},
            ):
                return self._back(case)
        return self._page(
            request,
            case,
            "admin/appearing_day.html",
            title=gettext("Another day"),
            form=form,
            is_open=is_open(case, "choose_day"),
            needs_colleague=Review.objects.worked_on(case, within_reach(staff(request))),
            earliest=EARLIEST,
            latest=LATEST,
        )


def day_address(request: HttpRequest, case: Case) -> str:
    """Where whoever asks may choose another day for a case; empty if they may not, or none can be chosen."""
    if not (is_open(case, "choose_day") and may(staff(request), "choose_day", case)):
        return ""
    return reverse("admin:cases_case_day", args=[case.pk])
