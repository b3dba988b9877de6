"""*Enter from a list*: the ordinary case on one screen and in one save; what is chosen once stays for the next entry.

What the cells mean is for `workflow/entering/listed.py`; here are the screen, the questions and what is kept.
"""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.admin.error_list import ErrorList, errors_of
from cases.admin.form_fields import ChosenRow, CodesField, LinesField, YesNoUnknown, source_field
from cases.admin.lists import staff
from cases.models import Campaign, Case, Person, Place, Source
from cases.models.fields import LONGEST_SUMMARY, parsed
from cases.vocabularies.events import DECISIONS, DECISIONS_BY_EVENT, EVENT_KINDS
from cases.vocabularies.people import GENDERS, ROLES
from cases.vocabularies.places import COUNTRIES
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.listed import NEW, STATUS_BY_VERDICT, ListedCase, Shared, enter_listed
from cases.workflow.entering.persons import person_label

if TYPE_CHECKING:
    from cases.admin.workflow_buttons import PublishableAdmin

    Base = PublishableAdmin
else:
    Base = object

KEPT = ("source", "campaign", "country", "as_of")
_KEPT_IN_SESSION = "from_a_list"
_MOST_LATER = 20
MORE = "_more"
_LATER_KINDS = (
    "release",
    "transfer",
    "appeal_filed",
    "appeal_decision",
    "cassation_filed",
    "pardon",
    "amnesty",
    "parole",
    "exchange",
    "sentence_completed",
    "case_closed",
    "house_arrest_order",
    "recognizance",
    "bail",
    "supervision",
    "hunger_strike",
    "deportation",
    "escape",
    "death",
)
_PARTS = (
    (_("Who"), ("name", "birth_date", "gender", "roles")),
    (
        _("Charges and court"),
        ("articles", "court", "verdict", "verdict_on", "term", "is_final"),
    ),
    (_("What happened"), ("arrested_on", "place", "remand_until", "held_at")),
    (_("In our words"), ("title", "summary")),
)


class DateInput(forms.TextInput):
    """A date as people write it, in one input, and below it how it was understood."""

    template_name = "admin/widgets/typed_date.html"

    def __init__(self, kind: str = "fact") -> None:
        self.kind = kind
        example = "1985" if kind == "birth" else "3.10.2024"
        super().__init__(attrs={"size": 14, "autocomplete": "off", "placeholder": example})

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["kind"] = self.kind
        return context


def _cell(label: Any, *, size: int = 30, most: int = 300, **kwargs: Any) -> forms.CharField:
    kwargs.setdefault("widget", forms.TextInput(attrs={"size": size, "autocomplete": "off"}))
    return forms.CharField(label=label, required=False, max_length=most, **kwargs)


def _later_choices() -> list[tuple[str, Any]]:
    """What can have come after, with its outcome where it has one: `pardon:total`."""
    choices: list[tuple[str, Any]] = [("", "—")]
    for kind in _LATER_KINDS:
        label = EVENT_KINDS.label(kind)
        outcomes = DECISIONS_BY_EVENT.get(kind, ())
        choices += [(f"{kind}:{each}", f"{label}: {DECISIONS.label(each)}") for each in outcomes]
        if not outcomes:
            choices.append((kind, label))
    return choices


class LaterForm(forms.Form):
    kind = forms.ChoiceField(label=_("What"), required=False, choices=_later_choices)
    date = _cell(_("When"), widget=DateInput())
    place = _cell(_("Where to, or where"), most=200)


class LineForm(forms.Form):
    """The cells of one entry; `source` and `campaign` get their autocompletes from the site.

    Their rows are asked for with each request: what an import asked for would hold what circles keep.
    """

    source = forms.ModelChoiceField(Source.objects.none(), required=False)
    new_source = _cell(_("or a new source: its title"), most=500)
    new_source_url = _cell(_("its address"), most=2000)
    new_source_is_public = forms.BooleanField(
        label=_("its title and address may be shown"), required=False, initial=True
    )
    campaign = forms.ModelChoiceField(Campaign.objects.none(), required=False, label=_("Campaign"))
    country = CodesField(
        code_list=COUNTRIES,
        single=True,
        label=_("Country"),
        help_text=_("Whose law the articles are of, and where it happened."),
    )
    as_of = _cell(_("Day of the list"), widget=DateInput(), help_text=_("On which people are where it says."))

    name = _cell(pgettext_lazy("of a person", "Name"), most=200)
    birth_date = _cell(_("Born"), widget=DateInput("birth"))
    gender = forms.ChoiceField(label=_("Gender"), required=False, choices=[("", "—"), *GENDERS.choices])
    roles = CodesField(code_list=ROLES, label=_("Roles"), required=False)
    articles = _cell(_("Articles"), most=500, help_text=_("As printed: 234.4.3, 28-228.1"))
    arrested_on = _cell(_("Arrested"), widget=DateInput())
    place = _cell(_("Where"), most=200)
    remand_until = _cell(_("Remand until"), widget=DateInput("plan"))
    court = _cell(_("Court"), most=200)
    verdict = forms.ChoiceField(
        label=_("Verdict"),
        required=False,
        choices=lambda: [("", "—"), *((each, EVENT_KINDS.label(each)) for each in STATUS_BY_VERDICT)],
    )
    verdict_on = _cell(_("Verdict on"), widget=DateInput())
    term = _cell(_("Term"), most=200, help_text=_("As said: 8 il 6 ay, 7,5 years"))
    is_final = forms.NullBooleanField(label=_("Final?"), required=False, widget=YesNoUnknown)
    held_at = _cell(_("Held in"), most=200, help_text=_("Prison or remand centre, on the day of the list."))
    title = _cell(_("Title"), size=60)
    summary = LinesField(
        label=_("What happened"),
        required=False,
        max_length=LONGEST_SUMMARY,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
    )


LaterFormSet = forms.formset_factory(LaterForm, extra=1, max_num=_MOST_LATER, absolute_max=_MOST_LATER)


class EntersFromAList(Base):
    """Mixin for the admin of cases."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.from_a_list_view)
        return [path("from-a-list/", view, name="cases_case_from_a_list"), *super().get_urls()]

    def from_a_list_view(self, request: HttpRequest) -> HttpResponse:
        if not (self.has_add_permission(request) and request.user.has_perm("cases.add_person")):
            raise PermissionDenied
        if request.method != "POST":
            return self._line_page(request, self._line_form(request), LaterFormSet(prefix="later"))
        form, later = self._line_form(request), LaterFormSet(_with_more_rows(request.POST), prefix="later")
        listed = self._listed(request, form, later) if form.is_valid() & later.is_valid() else None
        _tell_above(form, later)
        if listed is None or form.errors or listed.questions or MORE in request.POST:
            return self._line_page(request, form, later, listed)
        case = enter_listed(listed, by=staff(request))
        request.session[_KEPT_IN_SESSION] = {
            **{name: request.POST.get(name, "") for name in KEPT},
            "source": str(listed.shared.source.pk),
        }
        address = reverse("admin:cases_case_change", args=[case.pk])
        messages.success(
            request, format_html('{} <a href="{}">{}</a>', gettext("Entered:"), address, self._label(case))
        )
        if listed.unused:
            told = gettext("%(person)s was on file: birth, gender and roles stay as they are there.")
            messages.warning(request, told % {"person": case.person})
        return HttpResponseRedirect(address if "_open" in request.POST else request.path)

    def _label(self, case: Case) -> str:
        return f"{case.title or case.person} ({case.reference})"

    def _line_form(self, request: HttpRequest) -> LineForm:
        kept = request.session.get(_KEPT_IN_SESSION, {})
        form = LineForm(request.POST if request.method == "POST" else None, initial=kept)
        form.fields["source"].widget = source_field(self.admin_site).widget.widget
        form.fields["source"].label = _("Source")
        form.fields["campaign"].widget = ChosenRow(Case._meta.get_field("campaigns"), self.admin_site)
        form.fields["source"].queryset = Source.objects.all()
        form.fields["campaign"].queryset = Campaign.objects.all()
        return form

    def _listed(self, request: HttpRequest, form: LineForm, later: Any) -> ListedCase | None:
        """What was typed, judged; errors stand beside their fields. None if what is shared by entries is wrong."""
        typed = form.cleaned_data
        source, as_of = self._source(form), None
        try:
            as_of = parsed(typed["as_of"], kind="fact")
        except ValidationError as error:
            form.add_error("as_of", error)
        if source is None or as_of is None:
            return None
        rows = []
        for row in later.cleaned_data:
            kind, _colon, decision = row.get("kind", "").partition(":")
            rows.append({**row, "kind": kind, "decision": decision})
        listed = ListedCase(
            {name: typed[name] for _title, names in _PARTS for name in names},
            Shared(source=source, country=typed["country"], campaign=typed["campaign"], as_of=as_of),
            later=rows,
            answers=self._answers(request),
        )
        for cell, told in listed.errors.items():
            if cell.startswith("later-"):
                _prefix, number, name = cell.split("-")
                later.forms[int(number)].add_error(name, told)
            else:
                form.add_error(cell or None, told)
        return listed

    def _source(self, form: LineForm) -> Source | None:
        """The source that was chosen, or one that is made with the entry."""
        typed = form.cleaned_data
        if typed["source"] is not None:
            return typed["source"]
        if not typed["new_source"]:
            form.add_error(
                "source", gettext("Choose the list you enter from, or give the title of a new source.")
            )
            return None
        values = {
            "title": typed["new_source"],
            "url": typed["new_source_url"],
            "is_public": typed["new_source_is_public"],
        }
        entry = Entry(Source, values)
        for wrong in entry.errors:
            form.add_error("new_source_url" if wrong.field == "url" else "new_source", wrong.message)
        return None if entry.errors else cast(Source, entry.record)

    def _answers(self, request: HttpRequest) -> dict[str, Any]:
        """Answers to what was asked about cells, as long as those say what they said then."""
        answers: dict[str, Any] = {}
        for key, value in request.POST.items():
            cell = key.removeprefix("answer:")
            if cell == key or request.POST.get(f"asked:{cell}") != request.POST.get(cell):
                continue
            model: type[Model] = Person if cell == "name" else Place
            is_key = value.isdecimal() and len(value) < 19
            found = model._default_manager.filter(pk=value).first() if is_key else None
            if found is not None:
                answers[cell] = found
            elif value == NEW:
                answers[cell] = NEW
        return answers

    def _line_page(
        self, request: HttpRequest, form: LineForm, later: Any, listed: ListedCase | None = None
    ) -> HttpResponse:
        errors = errors_of(form, []) if form.is_bound else ErrorList()
        request.current_app = self.admin_site.name
        answered = self._answers(request)
        questions = [
            {
                "cell": cell,
                "typed": request.POST.get(cell, ""),
                "choices": [(each.pk, _choice(each)) for each in found],
            }
            for cell, found in (listed.questions.items() if listed else ())
        ]
        given = [
            (cell, NEW if answer == NEW else answer.pk, request.POST.get(cell, ""))
            for cell, answer in answered.items()
        ]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Enter from a list"),
            "form": form,
            "later": later,
            "parts": [(title, [form[name] for name in names]) for title, names in _PARTS],
            "questions": questions,
            "given": given,
            "error_list": errors,
            "code_lists": [COUNTRIES, ROLES],
            "media": self.media + form.media,
            "starts_at_name": bool(form.initial.get("source")) and not form.is_bound,
        }
        return TemplateResponse(request, "admin/from_a_list.html", context)


def _with_more_rows(posted: QueryDict) -> QueryDict:
    """What was posted, with room for one more row of what came after if that was asked for and may be."""
    total = posted.get("later-TOTAL_FORMS", "")
    if MORE not in posted or not total.isdecimal() or len(total) > 3:
        return posted
    more = posted.copy()
    more["later-TOTAL_FORMS"] = str(min(int(total) + 1, _MOST_LATER))
    return more


def _tell_above(form: LineForm, later: Any) -> None:
    """What is wrong with the rows of what came after, among the errors that stand above the form."""
    for told in (
        *later.non_form_errors(),
        *(message for row in later.forms for errors in row.errors.values() for message in errors),
    ):
        form.add_error(None, told)


def _choice(record: Model) -> str:
    """What tells a record on file from others of its name."""
    if isinstance(record, Person):
        return person_label(record)
    if isinstance(record, Place):
        return " · ".join(filter(None, [str(record), record.region, record.facility or record.locality]))
    return str(record)
