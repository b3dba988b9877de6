"""*Enter from a list*: the ordinary case on one screen and in one save; what is chosen once stays for the next entry.

What the cells mean is for `workflow/entering/listed.py`, the fields are in `listed_form.py`; here are the screen, the
questions and what is kept.
"""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from cases.admin.drafts import after_posting, begin_as_typed, offer
from cases.admin.error_list import ErrorList, errors_of
from cases.admin.listed_form import PARTS, LaterForm, LineForm, answer_given, choice_label, line_form
from cases.admin.lists import staff
from cases.admin.once import TOKEN, done_before, once, token_of
from cases.imports.made_texts import texts_from_facts
from cases.models import Case
from cases.vocabularies.people import ROLES
from cases.vocabularies.places import COUNTRIES, NOT_STATED
from cases.workflow.entering.cells import NEW
from cases.workflow.entering.listed import ListedCase, enter_listed

if TYPE_CHECKING:
    from cases.admin.workflow_buttons import PublishableAdmin

    Base = PublishableAdmin
else:
    Base = object

KEPT_IN_SESSION = "from_a_list"
_MOST_LATER = 20
MORE = "_more"
AFTER = "after"
"""In the address: the earlier case of somebody who was arrested again."""

LaterFormSet = forms.formset_factory(LaterForm, extra=1, max_num=_MOST_LATER, absolute_max=_MOST_LATER)


class EntersFromAList(Base):
    """Mixin for the admin of cases."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.from_a_list_view)
        return [path("from-a-list/", view, name="cases_case_from_a_list"), *super().get_urls()]

    def may_enter_listed(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and request.user.has_perm("cases.add_person")

    def from_a_list_view(self, request: HttpRequest) -> HttpResponse:
        if not self.may_enter_listed(request):
            raise PermissionDenied
        begin_as_typed(request)
        kept = request.session.get(KEPT_IN_SESSION, {})
        after = self._case_before(request)
        known = known_of(after) if after and request.method == "GET" else {}
        form = line_form(LineForm, request, self.admin_site, kept | known)
        if request.method != "POST":
            later = LaterFormSet(request.POST if form.is_bound else None, prefix="later")
            return self._line_page(request, form, later)
        done = done_before(request)
        if done:
            after_posting(request, saved=True)
            return self._told(request, done, is_new=False)
        later = LaterFormSet(with_more_rows(request.POST), prefix="later")
        questions: dict[str, list[Model]] = {}
        listed = None
        if form.is_valid() & later.is_valid():
            listed = self._listed(request, form, later, questions)
        tell_above(form, later)
        if listed is None or form.errors or questions or MORE in request.POST:
            after_posting(request, saved=False)
            return self._line_page(request, form, later, questions)
        return self._entered(request, form, listed, after)

    def _case_before(self, request: HttpRequest) -> Case | None:
        """The earlier case of the same person, where the address names one that may be known and changed."""
        key = request.POST.get(AFTER) or request.GET.get(AFTER, "")
        if not (key.isdecimal() and len(key) < 19):
            return None
        case = Case.objects.filter(pk=key, person__isnull=False).first()
        return case if case is not None and self.has_change_permission(request, case) else None

    def _entered(
        self, request: HttpRequest, form: LineForm, listed: ListedCase, after: Case | None
    ) -> HttpResponse:
        if after is not None and listed.person != after.person:
            after = None  # somebody else was typed in the place of the name
        texts = texts_from_facts if form.cleaned_data["make_texts"] else None
        keys, is_new = once(
            request, lambda: [enter_listed(listed, by=staff(request), texts=texts, after=after).pk]
        )
        after_posting(request, saved=True)
        if is_new:
            request.session[KEPT_IN_SESSION] = form.kept | {"source": str(listed.shared.source.pk)}
            if listed.unused:
                told = gettext("%(person)s was on file: birth, gender and roles stay as they are there.")
                messages.warning(request, told % {"person": listed.person})
        return self._told(request, keys, is_new=is_new)

    def _told(self, request: HttpRequest, keys: list[int], *, is_new: bool) -> HttpResponse:
        address = reverse("admin:cases_case_change", args=keys)
        case = Case.objects.filter(pk__in=keys).first()
        if case is not None:
            told = gettext("Entered:") if is_new else gettext("This was entered before, and is there once:")
            messages.success(request, format_html('{} <a href="{}">{}</a>', told, address, self._label(case)))
        return HttpResponseRedirect(address if "_open" in request.POST else request.path)

    def _label(self, case: Case) -> str:
        return f"{case.title or case.person} ({case.reference})"

    def _listed(
        self, request: HttpRequest, form: LineForm, later: Any, questions: dict[str, list[Model]]
    ) -> ListedCase | None:
        """What was typed, judged; errors stand beside their fields. None if what is shared by entries is wrong."""
        typed, answers = form.cleaned_data, self._answers(request)
        shared = form.shared(answers, questions)
        if shared is None:
            return None
        listed = ListedCase(
            {name: typed[name] for _title, names in PARTS for name in names},
            shared,
            later=[row.cells() for row in later],
            answers=answers,
        )
        questions |= listed.questions
        self.tell_beside(form, later, listed.errors)
        return listed

    def tell_beside(self, form: LineForm, later: Any, errors: dict[str, list[str]]) -> None:
        """Set errors by cell beside their fields."""
        for cell, told in errors.items():
            if cell.startswith("later-"):
                _prefix, number, name = cell.split("-")
                later.forms[int(number)].add_error(name, told)
            else:
                form.add_error(cell or None, told)

    def shown_questions(self, request: HttpRequest, asked: dict[str, list[Model]]) -> list[dict[str, Any]]:
        return [
            {
                "cell": cell,
                "typed": request.POST.get(cell, ""),
                "choices": [(each.pk, choice_label(each)) for each in found],
            }
            for cell, found in asked.items()
        ]

    def shown_answers(self, request: HttpRequest) -> list[tuple[str, Any, str]]:
        """What was answered before and stands: cell, answer, what the cell says."""
        return [
            (cell, NEW if answer == NEW else answer.pk, request.POST.get(cell, ""))
            for cell, answer in self._answers(request).items()
        ]

    def _answers(self, request: HttpRequest) -> dict[str, Any]:
        """Answers to what was asked about cells, as long as those say what they said then."""
        answers: dict[str, Any] = {}
        before = self._case_before(request)
        if before is not None and request.POST.get("name", str(before.person)) == str(before.person):
            answers["name"] = before.person
        for key, value in request.POST.items():
            cell = key.removeprefix("answer:")
            if cell == key or request.POST.get(f"asked:{cell}") != request.POST.get(cell):
                continue
            answer = answer_given(cell, str(value))
            if answer is not None:
                answers[cell] = answer
        return answers

    def _line_page(
        self,
        request: HttpRequest,
        form: LineForm,
        later: Any,
        asked: dict[str, list[Model]] | None = None,
    ) -> HttpResponse:
        errors = errors_of(form, []) if form.is_bound else ErrorList()
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "draft": offer(request, form_id="line_form"),
            "title": gettext("Enter from a list"),
            "form": form,
            "later": later,
            "parts": [(title, [form[name] for name in names]) for title, names in PARTS],
            "questions": self.shown_questions(request, asked or {}),
            "given": self.shown_answers(request),
            "token_name": TOKEN,
            "token": token_of(request),
            "before": self._case_before(request),
            "after_name": AFTER,
            "error_list": errors,
            "code_lists": [COUNTRIES, ROLES],
            "media": self.media + form.media,
            "starts_at_name": bool(form.initial.get("source")) and not form.is_bound,
        }
        return TemplateResponse(request, "admin/from_a_list.html", context)


def with_more_rows(posted: QueryDict) -> QueryDict:
    """What was posted, with room for one more row of what came after if that was asked for and may be."""
    total = posted.get("later-TOTAL_FORMS", "")
    if MORE not in posted or not total.isdecimal() or len(total) > 3:
        return posted
    more = posted.copy()
    more["later-TOTAL_FORMS"] = str(min(int(total) + 1, _MOST_LATER))
    return more


def tell_above(form: LineForm, later: Any) -> None:
    """What is wrong with the rows of what came after, among the errors that stand above the form."""
    for told in (
        *later.non_form_errors(),
        *(message for row in later.forms for errors in row.errors.values() for message in errors),
    ):
        form.add_error(None, told)


def known_of(case: Case) -> dict[str, Any]:
    """What the short form begins with where somebody of an earlier case is arrested again."""
    country = next((code for code in (*case.location, *case.origin) if code != NOT_STATED), "")
    tie = case.affiliations.select_related("organisation").first()
    known = {"name": str(case.person), "country": country}
    if tie is not None:
        known |= {"organisation": tie.organisation.name, "organisation_role": tie.role, "post": tie.words}
    return {name: value for name, value in known.items() if value}
