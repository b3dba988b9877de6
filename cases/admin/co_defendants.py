"""Cases tried together with this one, in its form: a relation that reads the same from both ends and is stated once.

Whichever case it was stated in, it stands in the forms of both; a row that was stated in the other is turned round when
it is shown, and kept so when it is changed. A whole group is stated in one row: every two of it are a pair.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cases.admin.form_fields import ChosenRows
from cases.admin.forms import DeskForm, DeskFormSet
from cases.admin.record import DeskInline
from cases.models import Case, Relation
from cases.vocabularies.actions import TRIED_WITH
from cases.workflow.entering.together import MOST, state_together, take_apart


class CoDefendantForm(DeskForm):
    """`tied`: the keys of the cases that stand in the form already; the formset sets it."""

    tied: frozenset[int] = frozenset()

    group = forms.ModelMultipleChoiceField(
        Case.objects.none(),
        required=False,
        label=gettext_lazy("or the whole group"),
        help_text=gettext_lazy(
            "All who stood in one trial with this case, at once: every two of them are stated as tried together."
        ),
    )
    from_all = forms.BooleanField(
        required=False,
        label=gettext_lazy("when deleted, also from the others here"),
        help_text=gettext_lazy(
            "Deleting takes away this one pair; with this ticked, its pairs with the other cases of this form too."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.kind = TRIED_WITH
        self.fields["group"].queryset = Case.objects.all()
        if self.instance.pk:
            self.fields["group"].widget = forms.MultipleHiddenInput()
            self.fields["to_case"].required = True
        else:
            self.fields["from_all"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        named = () if self.instance.pk else given.get("group") or ()
        group = [case for case in named if case.pk != self.instance.from_case_id]
        if len(group) > MOST:
            told = _("At most %(most)d cases can be named at once.") % {"most": MOST}
            self.add_error("group", forms.ValidationError(told, code="too_many"))
        elif group and given.get("to_case") is None and "to_case" not in self.errors:
            new = [case for case in group if case.pk not in self.tied]
            if not new:
                self.add_error("group", _("All of these stand here already."))
            else:
                given["to_case"] = new[0]
        elif given.get("to_case") is None and "to_case" not in self.errors:
            self.add_error(
                "to_case", forms.ValidationError(self.fields["to_case"].error_messages["required"])
            )
        given["group"] = group
        return given

    class Meta:
        labels = {"to_case": gettext_lazy("case")}
        help_texts = {
            "to_case": gettext_lazy("Each is listed on the page of the other, where both people are named.")
        }


class CoDefendantFormSet(DeskFormSet):
    """`others`, after saving: the cases that were tied, or are not tied any more; `told` says which, in words."""

    others: list[Case]
    told: list[str]

    def get_queryset(self) -> Any:
        if not hasattr(self, "_tied"):
            rows = Relation.objects.none()
            if self.instance.pk:
                either = Q(from_case=self.instance) | Q(to_case=self.instance)
                rows = Relation.objects.filter(either, kind=TRIED_WITH).order_by("pk")
            for row in rows:
                if row.to_case_id == self.instance.pk:
                    row.from_case_id, row.to_case_id = row.to_case_id, row.from_case_id
            self._tied, self._before = rows, {row.pk: row.to_case_id for row in rows}
            if self.is_line:
                self._tied = [row for row in rows if row.pk == self.only]
        return self._tied

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        self.get_queryset()
        form.tied = frozenset(self._before.values())

    def clean(self) -> None:
        super().clean()
        seen = set()
        for form in self.standing_forms:
            case = form.cleaned_data.get("to_case") if hasattr(form, "cleaned_data") else None
            if case is not None and case.pk in seen:
                form.add_error("to_case", _("This case stands here already."))
            seen.add(case and case.pk)
            if self.is_line and case is not None and case.pk in self._beside():
                form.add_error("to_case", _("This case stands here already."))

    def save(self, commit: bool = True) -> Any:
        # A row that was deleted has no key any more.
        going = [(self._before.get(form.instance.pk), form) for form in self.deleted_forms]
        saved = super().save(commit)
        self.told, touched = [], {*self._touched()}
        for key, form in going:
            for case in Case.objects.filter(pk=key):
                parted = [self.instance]
                if form.cleaned_data.get("from_all"):
                    parted += take_apart(case.pk, self._staying(but=[gone for gone, _form in going]))
                touched |= {each.pk for each in (case, *parted)}
                self.told.append(_told_parted(case, parted))
        for form in self.standing_forms:
            if group := form.cleaned_data.get("group"):
                members = list(dict.fromkeys([self.instance, form.cleaned_data["to_case"], *group]))
                further = state_together(members, source=form.cleaned_data.get("source"))
                touched |= {case.pk for case in members}
                self.told.append(_told_group(members, further + 1))
        self.others = list(Case.objects.filter(pk__in=touched - {self.instance.pk}).order_by("pk"))
        return saved

    def _beside(self) -> set[int | None]:
        """The other cases of the pairs that stand outside this form, where it holds one alone."""
        return {case for key, case in self._before.items() if key != self.only}

    def _staying(self, *, but: list[int | None]) -> list[int]:
        return [key for key in self._before.values() if key and key not in but]

    def _touched(self) -> Iterator[int]:
        for row in (
            *self.new_objects,
            *(row for row, _fields in self.changed_objects),
            *self.deleted_objects,
        ):
            yield row.to_case_id
            if row.pk in self._before:
                yield self._before[row.pk]


class CoDefendantInline(DeskInline):
    model = Relation
    form = CoDefendantForm
    formset = CoDefendantFormSet
    fk_name = "from_case"
    verbose_name = gettext_lazy("case tried together with it")
    verbose_name_plural = gettext_lazy("cases tried together with it")
    autocomplete_fields = ["to_case", "source"]
    fields = [("to_case", "source"), "group", "from_all"]

    def get_formset(
        self, request: HttpRequest, obj: Any | None = None, **kwargs: Any
    ) -> type[BaseInlineFormSet]:
        formset = super().get_formset(request, obj, **kwargs)
        link = Relation._meta.get_field("to_case")
        formset.form.base_fields["group"].widget = ChosenRows(link, self.admin_site)
        return formset


def _told_parted(case: Case, others: list[Case]) -> str:
    told = _("Not stated as tried together any more: %(case)s with %(others)s.")
    return told % {"case": case, "others": "; ".join(map(str, others))}


def _told_group(members: list[Case], pairs: int) -> str:
    told = ngettext(
        "%(number)d pair of cases tried together was stated: %(cases)s.",
        "%(number)d pairs of cases tried together were stated: %(cases)s.",
        pairs,
    )
    return told % {"number": pairs, "cases": "; ".join(map(str, members))}


def tell_of_others(request: HttpRequest, formsets: Any) -> list[Case]:
    """The other cases that saving the forms of one case was an edit of; what was stated or taken away is told."""
    for formset in formsets:
        for told in getattr(formset, "told", ()):
            messages.info(request, told)
    return [case for formset in formsets for case in getattr(formset, "others", ())]
