"""*Many at once*: one event for many people. What they share is said once, the names are pasted; who is on file is
shown before anything is entered, and all are entered or none.

What the lines mean is for `workflow/entering/judged_lines.py`; the fields are those of `listed_form.py`.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cases.admin.drafts import after_posting, begin_as_typed, offer
from cases.admin.error_list import ErrorList, errors_of
from cases.admin.form_fields import LinesField
from cases.admin.from_a_list import (
    KEPT_IN_SESSION,
    MORE,
    EntersFromAList,
    LaterFormSet,
    tell_above,
    with_more_rows,
)
from cases.admin.listed_form import PARTS, LineForm, answer_given, choice_label, line_form
from cases.admin.lists import staff
from cases.admin.once import TOKEN, done_before, made_with, once, token_of
from cases.imports.made_texts import texts_from_facts
from cases.models import Case, Person
from cases.vocabularies.people import ROLES
from cases.vocabularies.places import COUNTRIES
from cases.workflow.entering.cells import NEW
from cases.workflow.entering.entry import Wrong
from cases.workflow.entering.judged_lines import JudgedLines
from cases.workflow.entering.many import enter_many
from cases.workflow.entering.pasted import COLUMNS, MOST_LINES, PastedLine, read_pasted

ENTER = "_enter"
_COLUMN_NAMES = ("column_1", "column_2", "column_3", "column_4", "column_5", "column_6")
_FIRST_COLUMNS = ("name", "birth_date", "articles", "term")
_MOST_LETTERS = 60_000
MANY_PARTS = tuple((title, tuple(name for name in names if name != "name")) for title, names in PARTS)


def _column_choices() -> list[tuple[str, Any]]:
    fields = LineForm.base_fields
    return [("", "—"), *((name, fields[name].label) for name in COLUMNS)]


class ManyForm(LineForm):
    """What is said once, the lines, and what their columns hold."""

    name = None
    lines = LinesField(
        label=_("Lines"),
        required=False,
        max_length=_MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 12, "cols": 80, "spellcheck": "false"}),
        help_text=_(
            "One person on each, at most %(most)d. Paste from a spreadsheet, or put ; or , between the columns."
        )
        % {"most": MOST_LINES},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wrong_lines: list[Wrong] = []
        first = dict(zip(_COLUMN_NAMES, _FIRST_COLUMNS, strict=False))
        for number, name in enumerate(_COLUMN_NAMES, start=1):
            self.fields[name] = forms.ChoiceField(
                label=gettext("Column %(number)d") % {"number": number},
                required=False,
                choices=_column_choices(),
                initial=first.get(name, ""),
            )

    @property
    def column_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in _COLUMN_NAMES]

    def pasted(self) -> list[PastedLine]:
        """The lines, taken apart; what is wrong with them stands beside them."""
        columns = [each for name in _COLUMN_NAMES if (each := self.cleaned_data[name])]
        if "name" not in columns or len(set(columns)) < len(columns):
            self.add_error("column_1", gettext("One column holds the name, and none stands twice."))
            return []
        lines, errors = read_pasted(self.cleaned_data["lines"], columns)
        self.wrong_lines = errors
        if not lines and not errors:
            self.add_error("lines", gettext("Give the people, one on each line."))
        return lines

    def tell_lines(self) -> None:
        """Say what is wrong with which line, and in which column, in their order."""
        for wrong in sorted(self.wrong_lines, key=lambda each: each.row):
            values = {"number": wrong.row, "message": wrong.message}
            if wrong.row == 0:
                told = wrong.message
            elif wrong.field in COLUMNS:
                values["column"] = LineForm.base_fields[wrong.field].label
                told = gettext("Line %(number)d, %(column)s: %(message)s") % values
            else:
                told = gettext("Line %(number)d: %(message)s") % values
            self.add_error("lines", told)


@dataclass(frozen=True)
class ShownLine:
    """One line as the page shows it: what it says, and who may be meant or will be."""

    number: int
    name: str
    cells: list[str]
    person: str
    choices: list[tuple[int, str]]
    chosen: str
    is_asked: bool
    same_as: int | None


class EntersMany(EntersFromAList):
    """Mixin for the admin of cases."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("many-at-once/", view(self.many_at_once_view), name="cases_case_many_at_once"),
            path("many-at-once/entered/", view(self.many_entered_view), name="cases_case_many_entered"),
            *super().get_urls(),
        ]

    def many_at_once_view(self, request: HttpRequest) -> HttpResponse:
        if not self.may_enter_listed(request):
            raise PermissionDenied
        begin_as_typed(request)
        form = line_form(ManyForm, request, self.admin_site, request.session.get(KEPT_IN_SESSION, {}))
        if request.method != "POST":
            later = LaterFormSet(request.POST if form.is_bound else None, prefix="later")
            return self._many_page(request, form, later)
        if done_before(request):
            after_posting(request, saved=True)
            return self._to_entered(request, is_new=False)
        later = LaterFormSet(with_more_rows(request.POST), prefix="later")
        questions: dict[str, list[Model]] = {}
        judged = None
        if form.is_valid() & later.is_valid():
            judged = self._judged(request, form, later, questions)
        tell_above(form, later)
        can_be_entered = judged is not None and judged.can_be_entered and not form.errors
        if judged is None or not can_be_entered or ENTER not in request.POST:
            after_posting(request, saved=False)
            return self._many_page(request, form, later, judged, questions)
        texts = texts_from_facts if form.cleaned_data["make_texts"] else None
        lines = judged.lines
        _keys, is_new = once(
            request, lambda: [case.pk for case in enter_many(lines, by=staff(request), texts=texts)]
        )
        after_posting(request, saved=True)
        if is_new:
            source = str(lines[0].shared.source.pk)
            request.session[KEPT_IN_SESSION] = form.kept | {"source": source}
        return self._to_entered(request, is_new=is_new)

    def many_entered_view(self, request: HttpRequest) -> HttpResponse:
        """The cases that a form made, with a link to each."""
        if not self.may_enter_listed(request):
            raise PermissionDenied
        keys = made_with(request, request.GET.get("form", ""))
        if keys is None:
            raise Http404
        cases = Case.objects.filter(pk__in=keys).select_related("person").prefetch_related("person__names")
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Entered at once"),
            "cases": sorted(cases, key=lambda case: keys.index(case.pk)),
        }
        return TemplateResponse(request, "admin/many_entered.html", context)

    def _to_entered(self, request: HttpRequest, *, is_new: bool) -> HttpResponse:
        token = token_of(request)
        count = len(made_with(request, token) or ())
        if is_new:
            told = ngettext("%(count)d case entered.", "%(count)d cases entered.", count)
            messages.success(request, told % {"count": count})
        else:
            messages.info(request, gettext("These were entered before, and are there once."))
        return HttpResponseRedirect(f"{reverse('admin:cases_case_many_entered')}?form={token}")

    def _judged(
        self, request: HttpRequest, form: ManyForm, later: Any, questions: dict[str, list[Model]]
    ) -> JudgedLines | None:
        """The lines, judged; errors stand beside their fields. None if what is said once cannot be read."""
        typed, answers = form.cleaned_data, self._answers(request)
        pasted, shared = form.pasted(), form.shared(answers, questions)
        if shared is None or not pasted:
            form.tell_lines()
            return None
        judged = JudgedLines(
            pasted,
            shared,
            {name: typed[name] for _title, names in MANY_PARTS for name in names},
            later=[row.cells() for row in later],
            answers=answers,
            answers_by_line=_answers_by_line(request, pasted),
        )
        questions |= judged.questions
        self.tell_beside(form, later, judged.errors)
        form.wrong_lines += judged.wrong
        form.tell_lines()
        return judged

    def _many_page(
        self,
        request: HttpRequest,
        form: ManyForm,
        later: Any,
        judged: JudgedLines | None = None,
        asked: dict[str, list[Model]] | None = None,
    ) -> HttpResponse:
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "draft": offer(request, form_id="line_form"),
            "title": gettext("Many at once"),
            "form": form,
            "later": later,
            "parts": [(title, [form[name] for name in names]) for title, names in MANY_PARTS],
            "questions": self.shown_questions(request, asked or {}),
            "given": self.shown_answers(request),
            "lines": _shown_lines(request, judged) if judged else [],
            "can_be_entered": judged is not None and judged.can_be_entered and not form.errors,
            "is_judged": judged is not None and MORE not in request.POST,
            "token_name": TOKEN,
            "token": token_of(request),
            "error_list": errors_of(form, []) if form.is_bound else ErrorList(),
            "code_lists": [COUNTRIES, ROLES],
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/many_at_once.html", context)


def _answers_by_line(request: HttpRequest, pasted: list[PastedLine]) -> dict[int, Any]:
    """Who was chosen for a line, as long as it says the name it said then."""
    answers = {}
    for line in pasted:
        name = line.cells.get("name", "")
        if request.POST.get(f"asked-line:{line.number}") == name:
            answer = answer_given("name", request.POST.get(f"answer-line:{line.number}", ""))
            if answer is not None:
                answers[line.number] = answer
    return answers


def _shown_lines(request: HttpRequest, judged: JudgedLines) -> list[ShownLine]:
    given = _answers_by_line(request, judged.pasted)
    shown = []
    for line, listed in zip(judged.pasted, judged.lines, strict=True):
        answer = given.get(line.number)
        chosen = "" if answer is None else NEW if answer == NEW else str(answer.pk)
        on_file = listed.person if isinstance(listed.person, Person) else None
        found = list(judged.asked.get(line.number, ()))
        if on_file is not None and on_file not in found:
            found = [on_file, *found]
        shown.append(
            ShownLine(
                line.number,
                line.cells.get("name", ""),
                [cell for name, cell in line.cells.items() if name != "name"],
                choice_label(on_file) if on_file else "",
                [(each.pk, choice_label(each)) for each in found],
                chosen,
                line.number in judged.asked,
                judged.same_as.get(line.number),
            )
        )
    return shown
