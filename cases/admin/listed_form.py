"""The fields of an entry as a list has it: the cells of one line, and what is chosen once for many.

What they mean is for `workflow/entering/listed.py`; the pages are in `from_a_list.py` and `many_at_once.py`.
"""

from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.admin.form_fields import ChosenRow, CodesField, LinesField, YesNoUnknown, source_field
from cases.models import Campaign, Case, Person, Place, Source
from cases.models.fields import LONGEST_SUMMARY, LONGEST_TEXT, parsed
from cases.vocabularies.charges import LEGAL_CODES
from cases.vocabularies.events import DECISIONS, DECISIONS_BY_EVENT, EVENT_KINDS
from cases.vocabularies.languages import TEXT_LANGUAGES
from cases.vocabularies.organisations import AFFILIATION_ROLES, ORGANISATION_KINDS
from cases.vocabularies.people import GENDERS, ROLES
from cases.vocabularies.places import COUNTRIES
from cases.workflow.entering.cells import CODES, NEW, STATUS_BY_VERDICT, TAKEN, model_of
from cases.workflow.entering.listed import Shared
from cases.workflow.entering.persons import person_label
from cases.workflow.entering.sources import named_source

KEPT = ("source", "campaign", "country", "as_of", "code", "text_language", "make_texts")
"""What is chosen once and kept for the next entry."""
LATER_KINDS = (
    "release",
    "transfer",
    "appeal_filed",
    "appeal_decision",
    "cassation_filed",
    "pardon",
    "amnesty",
    "commutation",
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
    "extradition",
    "rendition",
    "escape",
    "death",
)
PARTS = (
    (
        _("Who"),
        (
            *("name", "birth_date", "gender", "roles"),
            *("organisation", "organisation_role", "post", "organisation_kind"),
            "age_at_arrest",
        ),
    ),
    (
        _("Charges and court"),
        ("articles", "court", "verdict", "verdict_on", "term", "is_final"),
    ),
    (
        _("What happened"),
        ("taken", "arrested_on", "agency", "place", "remand_until", "remand_court", "held_at"),
    ),
    (_("In our words"), ("title", "summary", "notes")),
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


def later_choices(kinds: Any = LATER_KINDS) -> list[tuple[str, Any]]:
    """What can have come after, with its outcome where it has one: `pardon:total`."""
    choices: list[tuple[str, Any]] = [("", "—")]
    for kind in kinds:
        label = EVENT_KINDS.label(kind)
        outcomes = DECISIONS_BY_EVENT.get(kind, ())
        choices += [(f"{kind}:{each}", f"{label}: {DECISIONS.label(each)}") for each in outcomes]
        if not outcomes:
            choices.append((kind, label))
    return choices


class LaterForm(forms.Form):
    kind = forms.ChoiceField(label=_("What"), required=False, choices=later_choices)
    date = _cell(_("When"), widget=DateInput())
    place = _cell(_("Where to, or where"), most=200)
    court = _cell(_("Court"), most=200)
    term = _cell(_("New term"), most=200, help_text=_("Where it took the place of the first."))

    def cells(self) -> dict[str, Any]:
        """The row as a line of a list has it."""
        typed = self.cleaned_data
        kind, _colon, decision = typed.get("kind", "").partition(":")
        return {**typed, "kind": kind, "decision": decision}


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
    code = forms.ChoiceField(
        label=_("Code of law"),
        required=False,
        choices=lambda: [(code, LEGAL_CODES.label(code)) for code in CODES],
    )
    text_language = forms.ChoiceField(
        label=_("Language of our words"), required=False, choices=TEXT_LANGUAGES.choices
    )
    make_texts = forms.BooleanField(
        label=_("make title and summary from the facts, in each language, where none is typed"),
        required=False,
        initial=True,
    )

    name = _cell(pgettext_lazy("of a person", "Name"), most=200)
    birth_date = _cell(_("Born"), widget=DateInput("birth"))
    gender = forms.ChoiceField(label=_("Gender"), required=False, choices=[("", "—"), *GENDERS.choices])
    roles = CodesField(code_list=ROLES, label=_("Roles"), required=False)
    organisation = _cell(_("Outlet, party or other organisation"), most=200)
    organisation_role = forms.ChoiceField(
        label=_("Tie to it"), required=False, choices=[("", "—"), *AFFILIATION_ROLES.choices]
    )
    post = _cell(_("Post, in words"), size=20, most=200)
    organisation_kind = forms.ChoiceField(
        label=_("Kind of the organisation, if it is new"),
        required=False,
        choices=[("", "—"), *ORGANISATION_KINDS.choices],
    )
    age_at_arrest = _cell(_("Age at arrest"), size=4, most=3)
    articles = _cell(_("Articles"), most=500, help_text=_("As printed: 234.4.3, 28-228.1"))
    taken = forms.ChoiceField(
        label=_("How taken"),
        required=False,
        choices=lambda: [("", "—"), *((each, EVENT_KINDS.label(each)) for each in TAKEN)],
        help_text=_("Left open, an arrest in a criminal case."),
    )
    arrested_on = _cell(_("Arrested"), widget=DateInput())
    agency = _cell(_("By which agency"), most=200)
    place = _cell(_("Where"), most=200)
    remand_until = _cell(_("Remand until"), widget=DateInput("plan"))
    remand_court = _cell(_("Remanded by which court"), most=200)
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
    notes = LinesField(
        label=_("Private notes"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
    )

    @property
    def kept(self) -> dict[str, Any]:
        """What stays for the next entry, as it was posted."""
        return {name: self.data.get(name, "") for name in KEPT}

    def shared(self, answers: dict[str, Any], questions: dict[str, list[Model]]) -> Shared | None:
        """What is said once for every line; None if something of it is wrong, which stands beside its field, or if
        the source may be on file already, which is then among the questions."""
        typed = self.cleaned_data
        source, as_of = chosen_source(self, answers, questions), None
        try:
            as_of = parsed(typed["as_of"], kind="fact")
        except ValidationError as error:
            self.add_error("as_of", error)
        if source is None or as_of is None:
            return None
        return Shared(
            source=source,
            country=typed["country"],
            campaign=typed["campaign"],
            as_of=as_of,
            code=typed["code"] or CODES[0],
            text_language=typed["text_language"],
        )


def chosen_source(
    form: forms.Form, answers: dict[str, Any], questions: dict[str, list[Model]]
) -> Source | None:
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
    named = named_source(values, answer=answers.get("new_source"))
    for wrong in named.errors:
        form.add_error("new_source_url" if wrong.field == "url" else "new_source", wrong.message)
    if named.near:
        questions["new_source"] = list(named.near)
    return None if named.errors or named.near else named.source


def line_form(form: type[LineForm], request: HttpRequest, site: AdminSite, initial: dict[str, Any]) -> Any:
    """The form as posted or as it was typed before (`drafts.py`), or with what was kept."""
    made = form(request.POST if request.method == "POST" or request.POST else None, initial=initial)
    made.fields["source"].widget = source_field(site).widget.widget
    made.fields["source"].label = _("Source")
    made.fields["campaign"].widget = ChosenRow(Case._meta.get_field("campaigns"), site)
    made.fields["source"].queryset = Source.objects.all()
    made.fields["campaign"].queryset = Campaign.objects.all()
    return made


def answer_given(cell: str, value: str) -> Any:
    """What was chosen for a question about a cell: a record, NEW, or None."""
    model = model_of(cell)
    if model is not None and value.isdecimal() and len(value) < 19:
        return model._default_manager.filter(pk=value).first()
    return NEW if value == NEW else None


def choice_label(record: Model) -> str:
    """What tells a record on file from others of its name."""
    if isinstance(record, Person):
        return person_label(record)
    if isinstance(record, Place):
        return " · ".join(filter(None, [str(record), record.region, record.facility or record.locality]))
    if isinstance(record, Source):
        return " · ".join(filter(None, [str(record), str(record.published_date), record.url]))
    return str(record)
