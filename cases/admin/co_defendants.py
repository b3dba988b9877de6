"""Cases tried together with this one, in its form: a relation that reads the same from both ends and is stated once.

Whichever case it was stated in, it stands in the forms of both; a row that was stated in the other is turned round when
it is shown, and kept so when it is changed.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.admin.forms import DeskForm, DeskFormSet
from cases.admin.record import DeskInline
from cases.models import Case, Relation
from cases.vocabularies.actions import TRIED_WITH


class CoDefendantForm(DeskForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.kind = TRIED_WITH
        self.fields["to_case"].required = True

    class Meta:
        labels = {"to_case": gettext_lazy("case")}
        help_texts = {
            "to_case": gettext_lazy("Each is listed on the page of the other, where both people are named.")
        }


class CoDefendantFormSet(DeskFormSet):
    """`others`, after saving: the cases that were tied, or are not tied any more."""

    def get_queryset(self) -> QuerySet:
        if not hasattr(self, "_tied"):
            rows = Relation.objects.none()
            if self.instance.pk:
                either = Q(from_case=self.instance) | Q(to_case=self.instance)
                rows = Relation.objects.filter(either, kind=TRIED_WITH).order_by("pk")
            for row in rows:
                if row.to_case_id == self.instance.pk:
                    row.from_case_id, row.to_case_id = row.to_case_id, row.from_case_id
            self._tied, self._before = rows, {row.pk: row.to_case_id for row in rows}
        return self._tied

    def clean(self) -> None:
        super().clean()
        seen = set()
        for form in self.standing_forms:
            case = form.cleaned_data.get("to_case") if hasattr(form, "cleaned_data") else None
            if case is not None and case.pk in seen:
                form.add_error("to_case", _("This case stands here already."))
            seen.add(case and case.pk)

    def save(self, commit: bool = True) -> Any:
        saved = super().save(commit)
        self.others = list(Case.objects.filter(pk__in={*self._touched()}).order_by("pk"))
        return saved

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
    fields = [("to_case", "source")]


def others_of(formsets: Any) -> list[Case]:
    """The other cases that saving the forms of one case was an edit of."""
    return [case for formset in formsets for case in getattr(formset, "others", ())]
