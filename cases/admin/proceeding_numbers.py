"""Proceedings in the form of a case, named by number; the rules are `cases.workflow.entering.proceedings`'.

Charges, sentences and events carry a number instead of a choice, so that a row can name a proceeding that
is typed in the same form.
"""

from contextlib import suppress
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cases.admin.forms import DeskForm, DeskFormSet
from cases.models import Case, Proceeding
from cases.workflow.entering.proceedings import (
    first_proceeding,
    is_a_step,
    join_the_only_proceeding,
    numbered,
    wrong_number,
)

PROCEEDINGS = "proceedings"


class ProceedingForm(DeskForm):
    number = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=999,
        label=_("Number"),
        help_text=_("Leave empty: the next free number. Charges, sentences and events name it."),
    )


class ProceedingFormSet(DeskFormSet):
    """Numbers what has no number, and says which form or row a number means."""

    def clean(self) -> None:
        sound = [form for form in self.standing_forms if "number" not in form.errors]
        beside = self._numbers_beside()
        numbers = numbered([*beside, *(form.cleaned_data.get("number") for form in sound)])
        for form, number in zip(sound, numbers[len(beside) :], strict=True):
            form.instance.number = number
        super().clean()
        if self.is_line:
            self._check_nothing_is_taken_along()

    def _check_nothing_is_taken_along(self) -> None:
        """Charges and sentences, which the form of one row does not show, are not deleted unseen."""
        for form in self.initial_forms:
            row = form.instance
            if self.is_going(form) and (row.charges.exists() or row.sentences.exists()):
                raise forms.ValidationError(
                    _(
                        "Charges or sentences stand in this proceeding. Delete them first, or move them to another."
                    )
                )

    def _numbers_beside(self) -> list[int]:
        """Of the proceedings that stand outside this form, where it holds one alone."""
        if not self.is_line:
            return []
        shown = [form.instance.pk for form in self.initial_forms]
        return list(self.instance.proceedings.exclude(pk__in=shown).values_list("number", flat=True))

    @property
    def by_number(self) -> dict:
        """The proceedings that will stand after saving, by number; a changed number is known by the old too."""
        known = {form.instance.number: form.instance for form in self.standing_forms if form.instance.number}
        for form in self.standing_forms:
            known.setdefault(form.initial.get("number"), form.instance)
        known.pop(None, None)
        return known

    @property
    def rows(self) -> list:
        return list({id(row): row for row in self.by_number.values()}.values())

    def only(self) -> Any:
        """The one proceeding of the case, made on the spot if there is none yet."""
        rows = self.rows
        if rows:
            return rows[0]
        if not hasattr(self, "_made"):
            self._made = first_proceeding(self.instance)
        return self._made


class StoredProceedings:
    """The proceedings of a case as they are on file, for the form of one row, which has none beside it."""

    prefix, model, is_bound, going, _new_rows = PROCEEDINGS, Proceeding, False, frozenset[int](), 0

    def __init__(self, case: Case) -> None:
        self.case = case

    def has_changed(self) -> bool:
        return False

    @cached_property
    def rows(self) -> list[Proceeding]:
        return list(self.case.proceedings.all())

    @property
    def by_number(self) -> dict[int, Proceeding]:
        return {row.number: row for row in self.rows}

    def only(self) -> Proceeding:
        """The one proceeding of the case, made on the spot if there is none yet."""
        if not self.rows:
            self.rows.append(first_proceeding(self.case))
        return self.rows[0]


class InProceedingForm(DeskForm):
    proceeding_number = forms.IntegerField(
        required=False,
        min_value=1,
        label=_("Proceeding"),
        help_text=_("Number of the proceeding above; leave empty if there is only one."),
        widget=forms.NumberInput(attrs={"class": "vSmallNumber"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.proceeding_id:
            # The row may come from the history, and its proceeding be gone.
            with suppress(Proceeding.DoesNotExist):
                self.initial["proceeding_number"] = self.instance.proceeding.number


class InProceedingFormSet(DeskFormSet):
    """Rows that belong to a proceeding."""

    def clean(self) -> None:
        super().clean()
        known = self.siblings[PROCEEDINGS].by_number
        for form in self.standing_forms:
            if "proceeding_number" not in form.errors:
                self._check(form, known)

    def _check(self, form: forms.BaseForm, known: Any) -> None:
        if (
            form.instance.proceeding_id in self.siblings[PROCEEDINGS].going
            and not self.survives_its_proceeding
        ):
            form.add_error(
                "proceeding_number",
                _(
                    "Its proceeding is marked for deletion. Delete this as well, or save it under another one first."
                ),
            )
            return
        told = wrong_number(
            self.number_of(form),
            known=known,
            several=len(self.siblings[PROCEEDINGS].rows) > 1 and self.needs_one(form),
        )
        if told:
            form.add_error("proceeding_number", told)

    survives_its_proceeding = False

    def number_of(self, form: forms.BaseForm) -> int | None:
        """The number typed; none where it still names a proceeding that is being deleted."""
        if form.instance.proceeding_id in self.siblings[PROCEEDINGS].going:
            return (
                None
                if "proceeding_number" not in form.changed_data
                else form.cleaned_data["proceeding_number"]
            )
        return form.cleaned_data.get("proceeding_number")

    def needs_one(self, form: forms.BaseForm) -> bool:
        return True

    def proceeding_for(self, form: forms.BaseForm) -> Any:
        """The proceeding of a row, saved already, since proceedings are saved first."""
        number = self.number_of(form)
        proceedings = self.siblings[PROCEEDINGS]
        return proceedings.by_number.get(number) or proceedings.only()

    def save(self, commit: bool = True) -> Any:
        for form in self.standing_forms:
            if form.has_changed():
                form.instance.proceeding = self.proceeding_for(form)
        return super().save(commit)


class EventFormSet(InProceedingFormSet):
    """Events need no proceeding, but where there is exactly one they belong to it."""

    survives_its_proceeding = True

    def needs_one(self, form: forms.BaseForm) -> bool:
        given = form.cleaned_data
        return is_a_step(given.get("kind") or "", given.get("decision") or "")

    def proceeding_for(self, form: forms.BaseForm) -> Any:
        number = self.number_of(form)
        proceedings = self.siblings[PROCEEDINGS]
        # Charges saved before may have made the first proceeding of the case.
        rows = list(self.instance.proceedings.all())
        return proceedings.by_number.get(number) or (rows[0] if len(rows) == 1 else None)

    def save(self, commit: bool = True) -> Any:
        saved = super().save(commit)
        if any(formset.has_changed() for formset in self.siblings.values()):
            join_the_only_proceeding(self.instance)
        return saved
