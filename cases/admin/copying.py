"""*Copy this case for another person*: who that is, and which parts of the case hold for them too."""

from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.admin.drafts import after_posting, begin_as_typed, offer
from cases.admin.error_list import ErrorList, errors_of
from cases.admin.form_fields import CodesField
from cases.admin.listed_form import DateInput
from cases.admin.lists import staff
from cases.admin.once import TOKEN, done_before, once, token_of
from cases.admin.several import HappensToSeveral
from cases.models import Case, Person
from cases.vocabularies.people import GENDERS, ROLES
from cases.workflow.entering.copying import PARTS, copy_for
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.listed import who_is
from cases.workflow.entering.on_file import OnFile
from cases.workflow.entering.saving import NotEntered
from cases.workflow.errors import Refused

_WHO = ("name", "birth_date", "gender", "roles")


class CopyForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=200)
    birth_date = forms.CharField(label=_("Born"), required=False, widget=DateInput("birth"), max_length=200)
    gender = forms.ChoiceField(label=_("Gender"), required=False, choices=[("", "—"), *GENDERS.choices])
    roles = CodesField(code_list=ROLES, label=_("Roles"), required=False)
    parts = forms.MultipleChoiceField(
        label=_("What holds for this person too"),
        required=False,
        choices=lambda: [(part, _part_label(part)) for part in PARTS],
        initial=PARTS,
        widget=forms.CheckboxSelectMultiple,
    )


def _part_label(part: str) -> str:
    related: Any = Case._meta.get_field(part).related_model
    label = str(related._meta.verbose_name_plural)
    return label[:1].upper() + label[1:]


class CopiesCases(HappensToSeveral):
    """Mixin for the admin of cases."""

    def copy_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        case = cast(Case, self._viewed(request, object_id))
        if not self.may_enter_listed(request) or case.person_id is None:
            raise PermissionDenied
        form = CopyForm(begin_as_typed(request))
        if request.method != "POST":
            return self._copy_page(request, case, form)
        if done := done_before(request):
            after_posting(request, saved=True)
            return HttpResponseRedirect(reverse("admin:cases_case_change", args=done))
        asked: dict[str, list[Any]] = {}
        person = self._copied_for(request, form, asked) if form.is_valid() else None
        if person is not None and not asked and not form.errors:
            parts = form.cleaned_data["parts"]
            try:
                keys, _is_new = once(request, lambda: [copy_for(case, person, parts, by=staff(request)).pk])
            except NotEntered as refused:
                for wrong in refused.errors:
                    form.add_error("name" if wrong.field not in _WHO else wrong.field, wrong.message)
            except Refused as refused:
                for message in refused.messages:
                    form.add_error(None, message)
            else:
                after_posting(request, saved=True)
                told = gettext("Copied. Look through it: what is said here was said of somebody else.")
                self.message_user(request, told)
                return HttpResponseRedirect(reverse("admin:cases_case_change", args=keys))
        after_posting(request, saved=False)
        return self._copy_page(request, case, form, asked)

    def _copied_for(
        self, request: HttpRequest, form: CopyForm, asked: dict[str, list[Any]]
    ) -> Person | Entry | None:
        """Who was named: somebody on file, or a new person; what is wrong stands beside its field."""
        cells = {name: form.cleaned_data[name] for name in _WHO if form.cleaned_data[name]}
        person, errors, likely = who_is(cells, answer=self._answers(request).get("name"), on_file=OnFile())
        for cell, told in errors.items():
            form.add_error(cell, told)
        if likely:
            asked["name"] = list(likely)
        return person

    def _copy_page(
        self, request: HttpRequest, case: Case, form: CopyForm, asked: dict[str, list[Any]] | None = None
    ) -> HttpResponse:
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": case,
            "draft": offer(request, form_id="line_form"),
            "title": gettext("Copy this case for another person"),
            "form": form,
            "questions": self.shown_questions(request, asked or {}),
            "given": self.shown_answers(request),
            "token_name": TOKEN,
            "token": token_of(request),
            "error_list": errors_of(form, []) if request.method == "POST" else ErrorList(),
            "code_lists": [ROLES],
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/copy_case.html", context)


def ways_of(case: Case, *, may_enter: bool) -> dict[str, str]:
    """The addresses of what begins at a case, for `admin/_case_ways.html`; none where it may not be."""
    if not may_enter or case.person_id is None:
        return {}
    return {
        "copy_address": reverse("admin:cases_case_copy", args=[case.pk]),
        "second_arrest_address": f"{reverse('admin:cases_case_from_a_list')}?after={case.pk}",
    }
