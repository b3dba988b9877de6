"""*What happened to several*: a later event given to many cases in one step, from the list of cases, a campaign, or the
page after *Many at once*. What it means is for `workflow/entering/several.py`.
"""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cases.admin.drafts import after_posting, begin_as_typed, offer
from cases.admin.error_list import ErrorList, errors_of
from cases.admin.form_fields import LinesField, source_field
from cases.admin.from_a_list import KEPT_IN_SESSION
from cases.admin.listed_form import DateInput, LineForm, chosen_source, later_choices
from cases.admin.lists import staff
from cases.admin.many_at_once import EntersMany
from cases.admin.once import TOKEN, done_before, once, token_of
from cases.models import Case, Source
from cases.models.fields import LONGEST_TEXT
from cases.vocabularies.events import EVENT_KINDS
from cases.vocabularies.places import COUNTRIES
from cases.workflow.entering.several import CELLS, MOST, Happening, NotGiven, give_to_several

_LONGEST_KEY = 18
_FIELDS = ("kind", "date", "until", "place", "court", "term", "description", "settles_charges")


def _cell(label: Any, *, most: int = 200, **kwargs: Any) -> forms.CharField:
    kwargs.setdefault("widget", forms.TextInput(attrs={"size": 30, "autocomplete": "off"}))
    return forms.CharField(label=label, required=False, max_length=most, **kwargs)


class HappenedForm(forms.Form):
    """What happened, and what says so. The source is chosen or made as in the short form."""

    source = forms.ModelChoiceField(Source.objects.none(), required=False, label=_("Source"))
    new_source = LineForm.base_fields["new_source"]
    new_source_url = LineForm.base_fields["new_source_url"]
    new_source_is_public = LineForm.base_fields["new_source_is_public"]
    country = LineForm.base_fields["country"]
    kind = forms.ChoiceField(
        label=_("What"),
        required=False,
        choices=lambda: later_choices(sorted((term.code for term in EVENT_KINDS), key=_by_label)),
    )
    date = _cell(_("When"), widget=DateInput())
    until = _cell(_("Until"), widget=DateInput("plan"))
    place = _cell(_("Where to, or where"))
    court = _cell(_("Court"))
    term = _cell(_("Term or fine"), help_text=_("As said; after an appeal or a pardon, the new one."))
    description = LinesField(
        label=_("Description (public)"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
    )
    settles_charges = forms.BooleanField(
        label=_("a verdict makes their open charges convicted, or acquitted"), required=False, initial=True
    )


def _by_label(kind: str) -> str:
    return str(EVENT_KINDS.label(kind))


class HappensToSeveral(EntersMany):
    """Mixin for the admin of cases."""

    actions = ["happened_action"]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.several_view)
        return [path("several/", view, name="cases_case_several"), *super().get_urls()]

    @admin.action(description=_("What happened to several: add one event to all"), permissions=["change"])
    def happened_action(self, request: HttpRequest, chosen: QuerySet) -> HttpResponse:
        keys = list(chosen.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            messages.error(request, gettext("At most %(most)d cases at a time.") % {"most": MOST})
            return HttpResponseRedirect(request.get_full_path())
        return HttpResponseRedirect(several_address(keys))

    def several_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = self._happened_form(request)
        if not form.is_bound:
            cases = self._asked_for(request)
            return self._several_page(request, form, cases, {case.pk for case in cases})
        seen = _seen(request)
        if request.method != "POST":
            return self._several_page(request, form, self._listed_cases(request), set(seen))
        if done := done_before(request):
            after_posting(request, saved=True)
            return self._to_given(request, done, is_new=False)
        questions: dict[str, list[Model]] = {}
        happening = self._happening(request, form, questions) if form.is_valid() else None
        if happening is not None and not form.errors and not questions:
            try:
                made, is_new = once(
                    request,
                    lambda: [case.pk for case in give_to_several(happening, seen, by=staff(request))],
                )
                after_posting(request, saved=True)
                return self._to_given(request, made, is_new=is_new)
            except NotGiven as refused:
                for message in refused.messages:
                    form.add_error(None, message)
        after_posting(request, saved=False)
        return self._several_page(request, form, self._listed_cases(request), set(seen), questions)

    def _shown_cases(self, cases: QuerySet) -> QuerySet:
        return cases.select_related("person").prefetch_related("person__names")[:MOST]

    def _asked_for(self, request: HttpRequest) -> list[Case]:
        """The cases an address names, or those of a campaign."""
        cases = Case.objects.filter(pk__in=_keys(request.GET.getlist("case")))
        if campaign := _keys([request.GET.get("campaign", "")]):
            cases = Case.objects.filter(campaigns__in=campaign)
        return list(self._shown_cases(cases.order_by("pk").distinct()))

    def _listed_cases(self, request: HttpRequest) -> list[Case]:
        """The cases that stood on the page, ticked or not."""
        listed = Case.objects.filter(pk__in=_keys(request.POST.getlist("listed")))
        return list(self._shown_cases(listed.order_by("pk")))

    def _happened_form(self, request: HttpRequest) -> HappenedForm:
        kept = request.session.get(KEPT_IN_SESSION, {})
        form: Any = HappenedForm(begin_as_typed(request), initial=kept)
        form.fields["source"].widget = source_field(self.admin_site).widget.widget
        form.fields["source"].queryset = Source.objects.all()
        return form

    def _happening(
        self, request: HttpRequest, form: HappenedForm, questions: dict[str, list[Model]]
    ) -> Happening | None:
        typed, answers = form.cleaned_data, self._answers(request)
        source = chosen_source(form, answers, questions)
        if source is None:
            return None
        kind, _colon, decision = typed["kind"].partition(":")
        happening = Happening(
            {name: typed.get(name) for name in CELLS} | {"kind": kind, "decision": decision},
            source=source,
            country=typed["country"],
            settles_charges=typed["settles_charges"],
            answers=answers,
        )
        questions |= happening.questions
        for cell, told in happening.errors.items():
            form.add_error(cell if cell in form.fields else None, told)
        return happening

    def _to_given(self, request: HttpRequest, keys: list[int], *, is_new: bool) -> HttpResponse:
        if is_new:
            told = ngettext("Recorded in %(count)d case.", "Recorded in %(count)d cases.", len(keys))
            messages.success(request, told % {"count": len(keys)})
        else:
            messages.info(request, gettext("This was recorded before, and is there once."))
        return HttpResponseRedirect(several_address(keys))

    def _several_page(
        self,
        request: HttpRequest,
        form: HappenedForm,
        cases: list[Case],
        ticked: set[int],
        asked: dict[str, list[Model]] | None = None,
    ) -> HttpResponse:
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "draft": offer(request, form_id="line_form"),
            "title": gettext("What happened to several"),
            "form": form,
            "fields": [form[name] for name in _FIELDS],
            "cases": [(case, case.pk in ticked) for case in cases],
            "questions": self.shown_questions(request, asked or {}),
            "given": self.shown_answers(request),
            "token_name": TOKEN,
            "token": token_of(request),
            "error_list": errors_of(form, []) if request.method == "POST" else ErrorList(),
            "code_lists": [COUNTRIES],
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/several.html", context)


def several_address(keys: list[int]) -> str:
    named = "&".join(f"case={key}" for key in keys)
    return f"{reverse('admin:cases_case_several')}?{named}"


def _keys(typed: list[str]) -> list[int]:
    return [int(each) for each in typed if each.isdecimal() and len(each) <= _LONGEST_KEY]


def _seen(request: HttpRequest) -> dict[int, int]:
    """The ticked cases, each with the version that stood on the page; 0 where none did."""
    versions = {key: _keys([request.POST.get(f"version:{key}", "")]) for key in request.POST.getlist("case")}
    return {int(key): (versions[key] or [0])[0] for key in versions if _keys([key])}
