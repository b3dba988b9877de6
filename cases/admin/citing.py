"""Sources beside the facts they carry: an inline of citations, and a source field in each row of facts.

One table of citations serves every kind of fact. A row's source field adds a citation of that fact; what a
citation is for is one choice among the facts of the record, not seven foreign keys.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.form_fields import source_field
from cases.admin.forms import DeskForm, DeskFormSet
from cases.admin.record import DeskInline
from cases.models import Charge, Citation
from cases.register.fields import FIELDS
from cases.workflow.entering.citations import CLAIMABLE, cite_once

WHERE_CITED = ("cited_pinpoint", "cited_credibility")
"""Of the form of a single row: where in its source it stands, and how far that is to be believed."""


class CitedRows:
    """Mixin for formsets of facts whose form has a `cited_source`: saving it adds the citation once."""

    def save(self, commit: bool = True) -> Any:
        saved = super().save(commit)
        for form in self.standing_forms:
            source = form.cleaned_data.get("cited_source") if form.has_changed() else None
            if source is not None:
                given = form.cleaned_data
                where = {name: given.get(f"cited_{name}", "") for name in ("pinpoint", "credibility")}
                cite_once(source, form.instance, **where)
        return saved


class CitedFormSet(CitedRows, DeskFormSet):
    pass


class CitedInline(DeskInline):
    """An inline of facts with a source field, which names the sources cited already."""

    formset = CitedFormSet

    def get_formset(
        self, request: HttpRequest, obj: Any | None = None, **kwargs: Any
    ) -> type[BaseInlineFormSet]:
        site, may_add = self.admin_site, request.user.has_perm("cases.add_source")

        class WithSource(self.form):  # type: ignore[name-defined]
            cited_source = source_field(
                site, can_add=may_add, label=_("Source"), help_text=_("Will be cited for this fact.")
            )

            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, **kwargs)
                if self.instance.pk:
                    cited = [str(citation.source) for citation in self.instance.citations.all()]
                    if cited:
                        # The template prints help as HTML; a title is only text.
                        said = gettext("Cited: %(sources)s. Another will be cited as well.")
                        self.fields["cited_source"].help_text = escape(said % {"sources": "; ".join(cited)})

            def clean(self) -> dict | None:
                given = super().clean()
                said = [name for name in WHERE_CITED if self.cleaned_data.get(name)]
                if said and self.cleaned_data.get("cited_source") is None:
                    self.add_error(said[0], gettext("Choose the source this is said of."))
                return given

        if not hasattr(request, "desk_line"):
            return super().get_formset(request, obj, form=WithSource, **kwargs)
        pinpoint, credibility = map(Citation._meta.get_field, ("pinpoint", "credibility"))
        fields = {
            "cited_pinpoint": pinpoint.formfield(help_text=""),
            "cited_credibility": self.formfield_for_dbfield(credibility, request),
        }
        where = type(WithSource)("WithPlaceInSource", (WithSource,), fields)
        return super().get_formset(request, obj, form=where, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any | None = None) -> Any:
        """In the form of one row also where in the source it stands."""
        fieldsets = super().get_fieldsets(request, obj)
        if not hasattr(request, "desk_line"):
            return fieldsets
        name, options = fieldsets[0]
        return [(name, {**options, "fields": [*options["fields"], WHERE_CITED]}), *fieldsets[1:]]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("citations__source")


WORDS_BESIDE = {
    "charge": ("provision",),
    "attribution": ("agency",),
    "affiliation": ("organisation",),
    "participation": ("official",),
}
"""What the words of a fact are taken from beside its own row."""


def _with_words(rows: QuerySet) -> QuerySet:
    return rows.select_related(*WORDS_BESIDE.get(rows.model._meta.model_name or "", ()))


def fact_words(row: Any) -> str:
    """What a fact is, when, and by which article: enough to tell it from its neighbours."""
    parts = [str(row)]
    if isinstance(row, Charge):
        parts += [str(row.provision) if row.verbatim and row.provision else "", row.get_status_display()]
    date = getattr(row, "date", None)
    if date and str(date) not in parts[0]:
        parts.append(str(date))
    return f"{capfirst(row._meta.verbose_name)}: {', '.join(filter(None, parts))}"


class CitationForm(DeskForm):
    target = forms.ChoiceField(
        required=False,
        label=_("For"),
        help_text=_("The one fact it carries, or the whole record. Saved facts only."),
    )
    claimed_field = forms.ChoiceField(
        required=False, label=_("Field it gives a value for"), help_text=_("Where sources differ.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        target = self.instance.target if self.instance.pk else ""
        key = getattr(self.instance, f"{target}_id", None) if target in Citation.TARGETS else None
        self.initial["target"] = f"{target}:{key}" if key else ""
        labels = {field.name: field.label for field in FIELDS}
        choices = [("", "—"), *((name, labels[name]) for name in CLAIMABLE)]
        stored = self.instance.claimed_field
        if stored and stored not in CLAIMABLE:
            choices.append((stored, stored))
        self.fields["claimed_field"].choices = choices

    def save(self, commit: bool = True) -> Any:
        target, _, key = self.cleaned_data.get("target", "").partition(":")
        for name in Citation.TARGETS:
            setattr(self.instance, f"{name}_id", int(key) if name == target else None)
        return super().save(commit)


class CitationFormSet(DeskFormSet):
    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["target"].choices = self._targets

    def pointers(self, form: forms.BaseForm) -> Iterator[tuple[str, type[Model], Any]]:
        target, _, key = form.cleaned_data.get("target", "").partition(":")
        if key:
            yield "target", Citation._meta.get_field(target).related_model, int(key)

    @property
    def _targets(self) -> list[tuple[str, str]]:
        if not hasattr(self, "_facts"):
            self._facts = [("", gettext("the whole record")), *self._facts_on_file()]
        return self._facts

    def _facts_on_file(self) -> Iterator[tuple[str, str]]:
        if self.instance._state.adding:
            return
        told: dict[str, int] = {}
        for name in Citation.TARGETS:
            model = Citation._meta.get_field(name).related_model
            if any(each.name == self.fk.name for each in model._meta.fields):
                for row in _with_words(model._default_manager.filter(**{self.fk.name: self.instance})):
                    words = fact_words(row)
                    told[words] = told.get(words, 0) + 1
                    yield f"{name}:{row.pk}", f"{words} ({told[words]})" if told[words] > 1 else words


class CitationInline(DeskInline):
    model = Citation
    form = CitationForm
    formset = CitationFormSet
    autocomplete_fields = ["source"]
    fields = [
        ("source", "target", "credibility", "pinpoint"),
        "remark",
        ("claimed_field", "claimed_value", "preferred", "preference_reason"),
        "notes",
    ]
