"""What every form of the desk shares: constraints told beside their field, rows that know their siblings.

Which widget a model field gets is in `record.py`; what a colleague saved meanwhile is in `conflict.py`.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, takewhile
from types import MappingProxyType
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Model, QuerySet
from django.forms.models import BaseInlineFormSet
from django.forms.utils import ErrorDict
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.conflict import Conflict
from cases.admin.error_list import CONFLICT
from cases.models import Source
from cases.models.constraints import ToldUnique
from cases.models.need_to_know import LINKS, is_known, knows_all, whole_record
from cases.workflow.entering.defaults import mark_a_primary
from cases.workflow.entering.rules import broken, repeated, within_record
from cases.workflow.entering.texts import unfit
from cases.workflow.surrounding import circle_of

MOST_ROWS = 200
"""Rows of one kind a record may hold at the desk; what is stored beyond that can still be saved."""

MOST_NEW_ROWS = 200
"""Rows of all kinds together that one save may add: nobody types more, and each costs time to show."""

GOING = _("This row is marked for deletion; choose another or leave it empty.")


OVERRIDE_SOURCES = ("custody_override_source", "stage_override_source")


class LegibleForm(forms.ModelForm):
    """For what is no record: names of accounts, groups and circles keep to what holds for every text on file."""

    def _post_clean(self) -> None:
        super()._post_clean()
        for field, message in unfit(self.instance, among=self.fields):
            if not self.errors.get(field):
                self.add_error(field, message)


class DeskForm(forms.ModelForm):
    """A model form whose broken constraints appear beside a field and are never a server error.

    `conflict` is set when a colleague saved the record while this form was open (`conflict.py`), `is_restored` when it
    shows a draft (`drafts.py`);
    the formset gives rows the name of their parent's key and what happened to them meanwhile.
    """

    conflict: Conflict | None = None
    is_restored = False
    parent_key: str | None = None
    happened = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kept_back = self._unknown_choices()
        for name in self._kept_back:
            self.initial[name] = None

    def full_clean(self) -> None:
        """What comes back as it was typed is not judged before somebody saves it; a colleague's save is told."""
        if self.is_restored and self.conflict is None:
            self._errors, self.cleaned_data = ErrorDict(renderer=self.renderer), {}
        else:
            super().full_clean()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_restored

    def _unknown_choices(self) -> dict[str, Model]:
        """Rows the record leads to that whoever asks may not know of: the field stands empty, and keeps its row."""
        found: dict[str, Model] = {}
        for link in LINKS.get(self._meta.model._meta.model_name or "", ()):
            field, key = self._meta.model._meta.get_field(link), getattr(self.instance, f"{link}_id")
            if link in self.fields and key is not None and not is_known(field.related_model, key):
                found[link] = field.related_model._base_manager.get(pk=key)
        return found

    def _post_clean(self) -> None:
        for name, row in self._kept_back.items():
            if name in self.cleaned_data and self.cleaned_data[name] is None:
                self.cleaned_data[name] = row
        # Django's own check skips every constraint with a column the form leaves out; ours follows it.
        self.instance.validate_constraints = lambda exclude=None: None
        try:
            super()._post_clean()
        finally:
            del self.instance.validate_constraints
        if self.cleaned_data.get("DELETE"):
            return
        told = chain(
            broken(self.instance, within=self.parent_key or ""),
            unfit(self.instance, among=self.fields),
            self._resting_on_circles(),
        )
        for field, message in told:
            beside = field if field in self.fields else None
            if not self.errors.get(beside or NON_FIELD_ERRORS):
                self.add_error(beside, message)
        if self.conflict is not None:
            self._tell_what_was_saved()

    def _resting_on_circles(self) -> Iterator[tuple[str, str]]:
        """A status set by hand stands on a record others know of: what it rests on is nothing a circle keeps."""
        for name in OVERRIDE_SOURCES:
            source = self.cleaned_data.get(name)
            if source is None or not self.cleaned_data.get(name.removesuffix("_source")):
                continue
            if source != self._kept_back.get(name) and circle_of(source):
                yield (
                    name,
                    gettext(
                        "A circle keeps this source; a status set by hand rests on one that the whole desk knows of."
                    ),
                )

    def _tell_what_was_saved(self) -> None:
        if self.parent_key is None:
            self._tell(None, self.conflict.message)
        if self.happened:
            self._tell(None, self.happened)
        elif not self.instance._state.adding:
            for name in self.changed_data:
                told = self.conflict.beside(self, name) if name in self.initial else ""
                if told:
                    self._tell(name, told)

    def _tell(self, name: str | None, message: str) -> None:
        self.add_error(name, forms.ValidationError(message, code=CONFLICT))


class DeskFormSet(BaseInlineFormSet):
    """Rows of one kind within a record.

    `is_line`: the formset holds one row alone (`only`: its key, None for a new one); the others stand as they are.
    `preset` is the source its row is entered from, `begun` what a new row begins with. `siblings` is shared by all
    formsets of one page, keyed by prefix, so that a charge can find the proceedings typed beside it. `within` names
    the foreign keys whose choices are rows of the same record.
    """

    within: tuple[str, ...] = ()
    is_line = False
    only: int | None = None
    preset: Source | None = None
    begun: Mapping[str, str] = MappingProxyType({})
    default_error_messages = {
        **BaseInlineFormSet.default_error_messages,
        "too_many_forms": _("At most %(num)d rows of one kind can stand here; those beyond were left out."),
        "rows_left_out": _(
            "Not all rows of this form could be read, and nothing was saved: either some did not arrive, or more than "
            "%(num)d were added at once. Those that are not shown here have to be typed again."
        ),
    }

    def __init__(
        self,
        *args: Any,
        siblings: dict | None = None,
        conflict: Conflict | None = None,
        is_restored: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.conflict, self.is_restored = conflict, is_restored
        self.siblings = {} if siblings is None else siblings
        self.siblings[self.prefix] = self
        self._choices: dict[str, list] = {}
        if self.is_bound:
            self.absolute_max = max(self.absolute_max, len(self.get_queryset()))

    def total_form_count(self) -> int:
        """Rows that were sent, and no more: how many a form says it has costs nothing to write."""
        total = super().total_form_count()
        return min(total, self._stored_rows + self._new_rows) if self.is_bound else total

    @cached_property
    def _sent(self) -> set[int]:
        """The numbers of the rows that something was sent of."""
        named = re.compile(rf"{re.escape(str(self.prefix))}-(0|[1-9][0-9]{{0,3}})-")
        return {int(found[1]) for found in map(named.match, self.data) if found}

    @cached_property
    def _stored_rows(self) -> int:
        return min(self.initial_form_count(), len(self.get_queryset()))

    @cached_property
    def _new_rows(self) -> int:
        """How many rows are read beyond those on file, with what the formsets before this one leave of their number."""
        before = takewhile(lambda formset: formset is not self, self.siblings.values())
        left = MOST_NEW_ROWS - sum(formset._new_rows for formset in before if formset.is_bound)
        return max(0, min(left, len(self._sent) - self._stored_rows))

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.parent_key = self.fk.name
        form.conflict, form.is_restored = self.conflict, self.is_restored
        if self.conflict is not None and index is not None:
            form.happened = self.conflict.happened(f"{self.prefix}-{index}")
        if not form.instance.pk:
            form.initial.update(self.begun)
        if self.preset is not None:
            self._preset(form, self.preset)
        for name in self.within:
            form.fields[name].choices = self._choices_within(form.fields[name], name)

    def _preset(self, form: forms.ModelForm, source: Source) -> None:
        """The source of the sitting stands in the row, and saving the row cites it: it counts as typed."""
        names = ["cited_source"] if form.instance.pk else ["cited_source", "source", "document"]
        cited = form.instance.citations.all() if form.instance.pk and "cited_source" in form.fields else []
        if any(citation.source_id == source.pk for citation in cited):
            return
        for name in names:
            if name in form.fields:
                form.initial[name] = source.pk
                form.fields[name].has_changed = lambda initial, data: bool(data)

    def _choices_within(self, field: Any, name: str) -> Any:
        if name not in self._choices:
            rows = field.queryset.none()
            if not self.instance._state.adding:
                rows = field.queryset.filter(**{self.fk.name: self.instance})
            self._choices[name] = [("", "—"), *((row.pk, str(row)) for row in rows)]
        return self._choices[name]

    @property
    def going(self) -> set:
        """Keys of the rows marked for deletion, known before any form is cleaned."""
        if not (self.is_bound and self.can_delete):
            return set()
        return {form.instance.pk for form in self.initial_forms if _is_ticked(form, "DELETE")} - {None}

    def full_clean(self) -> None:
        if self.is_restored and self.conflict is None:
            self._errors = [form.errors for form in self.forms]
            self._non_form_errors = self.error_class(error_class="nonform", renderer=self.renderer)
        else:
            super().full_clean()

    def clean(self) -> None:
        claimed = min(super().total_form_count(), self.absolute_max)
        if any(self.total_form_count() <= number < claimed for number in self._sent):
            raise forms.ValidationError(
                self.error_messages["rows_left_out"] % {"num": MOST_NEW_ROWS}, code="rows_left_out"
            )
        super().clean()
        for form in self.standing_forms:
            # A row left alone is not written again: the deletion takes it along or empties its link.
            if form.has_changed():
                for name, model, key in self.pointers(form):
                    if name not in form.errors and self._is_leaving(model, key):
                        form.add_error(name, GOING)

    def pointers(self, form: forms.BaseForm) -> Iterator[tuple[str, type[Model], Any]]:
        """Field, model and key of each row of the same record that a row points at."""
        for name in self.within:
            row = form.cleaned_data.get(name)
            if row is not None:
                yield name, type(row), row.pk

    def _is_leaving(self, model: type[Model], key: Any) -> bool:
        return any(formset.model is model and key in formset.going for formset in self.siblings.values())

    def is_going(self, form: forms.BaseForm) -> bool:
        """Whether the row is marked for deletion. Unlike `deleted_forms`, also while others are invalid."""
        return self.can_delete and hasattr(form, "cleaned_data") and self._should_delete_form(form)

    @property
    def standing_forms(self) -> list:
        """The rows that will stand after saving, in order."""
        return [
            form
            for index, form in enumerate(self.forms)
            if (index < self.initial_form_count() or form.has_changed()) and not self.is_going(form)
        ]

    def validate_unique(self) -> None:
        """Each row against the others, typed and stored; the error stands beside the field of the later."""
        forms = self.standing_forms
        rows = [form.instance for form in forms]
        for position, name, message in repeated(rows, within=self.fk.name, stored=self._stored):
            forms[position].add_error(name, message)

    def _stored(self, constraint: ToldUnique) -> dict:
        """Stored values by which row holds them; of flagged rows only those this form does not show."""
        if self.instance._state.adding:
            return {}
        going = [form.instance.pk for form in self.initial_forms if self.is_going(form)]
        rows = self.model._default_manager.filter(**{self.fk.name: self.instance}).exclude(pk__in=going)
        if constraint.condition is not None:
            edited = [form.instance.pk for form in self.initial_forms if form.instance.pk]
            rows = rows.filter(constraint.condition).exclude(pk__in=edited)
        return {constraint.values_of(row, but=self.fk.name): row.pk for row in rows}

    def save_existing_objects(self, commit: bool = True) -> list:
        """Deletions first, then flags laid down, so that no constraint breaks on the way."""
        removed = []
        if commit:
            removed = [form.instance for form in self.deleted_forms if form.instance.pk]
            for row in removed:
                self.delete_existing(row)
            self._lay_down_flags()
        saved = super().save_existing_objects(commit)
        self.deleted_objects = [*removed, *self.deleted_objects]
        return saved

    def _lay_down_flags(self) -> None:
        constraints = within_record(self.model, self.fk.name)  # type: ignore[arg-type]  # set of every formset in use
        for flag in {each.field for each in constraints if each.condition is not None}:
            lowered = [
                form.instance.pk
                for form in self.initial_forms
                if form.instance.pk and flag in form.changed_data and not getattr(form.instance, flag)
            ]
            self.model._default_manager.filter(pk__in=lowered).update(**{flag: False})


class PrimaryFormSet(DeskFormSet):
    """Rows of which exactly one is primary: a record with one of a kind need not say so."""

    def save(self, commit: bool = True) -> Any:
        self._lay_down_unknown()
        if self.is_line:
            self._lay_down_beside()
        saved = super().save(commit)
        marked = mark_a_primary(self.may_be_primary())
        if marked is not None:
            marked.save(update_fields=["is_primary"])
        return saved

    def _stored(self, constraint: ToldUnique) -> dict:
        """A single row takes the flag from the others, which its form does not show."""
        return {} if self.is_line and constraint.condition is not None else super()._stored(constraint)

    def _lay_down_beside(self) -> None:
        raised = [form.instance.pk for form in self.standing_forms if form.instance.is_primary]
        if raised:
            others = self.model._default_manager.filter(**{self.fk.name: self.instance, "is_primary": True})
            others.exclude(pk__in=[key for key in raised if key]).update(is_primary=False)

    def _lay_down_unknown(self) -> None:
        """Of the rows that are known one is primary: a row known to a circle alone is never the public one."""
        if knows_all() or not self.standing_forms:
            return
        mine = list(
            self.model._default_manager.filter(**{self.fk.name: self.instance}).values_list("pk", flat=True)
        )
        with whole_record():
            others = self.model._default_manager.filter(**{self.fk.name: self.instance, "is_primary": True})
            others.exclude(pk__in=mine).update(is_primary=False)

    def may_be_primary(self) -> QuerySet:
        """The saved rows one of which must be primary, in order."""
        return self.model._default_manager.filter(**{self.fk.name: self.instance}).order_by("pk")


def _is_ticked(form: forms.BaseForm, name: str) -> bool:
    widget = form.fields[name].widget
    return bool(widget.value_from_datadict(form.data, form.files, form.add_prefix(name)))
