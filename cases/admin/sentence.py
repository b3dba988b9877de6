"""Sentences at the desk: the term is typed in one field as it is printed, and kept as years, months and days."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.admin.citing import CitedRows
from cases.admin.proceeding_numbers import InProceedingForm, InProceedingFormSet
from cases.text.terms.reading import LONGEST
from cases.wording.proceedings import term
from cases.workflow.entering.proceedings import jurisdiction_of
from cases.workflow.entering.reading import REQUIRED
from cases.workflow.entering.terms import LENGTH, said_by_term, term_typed


class SentenceForm(InProceedingForm):
    """A sentence for life, a suspended one or a fine says its kind by its term, which then need not be chosen.

    `usual_country` is the country whose currency a word such as *manat* means; the formset sets it.
    """

    usual_country = ""

    printed_term = forms.CharField(
        required=False,
        max_length=LONGEST,
        label=_("Term"),
        help_text=_(
            "As it is printed: “12 years 6 months”, “7,5”, “8 il 6 ay”, “8 лет 6 месяцев”, “life”, “500 AZN”. A bare "
            "number is years, of an administrative arrest days."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = False
        if self.instance.pk:
            self.initial["printed_term"] = term(*(getattr(self.instance, unit) or 0 for unit in LENGTH))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        typed = given.get("printed_term", "").strip()
        if "printed_term" in self.changed_data:
            self._take(typed, given)
        if not given.get("kind") and "kind" not in self.errors and not given.get("DELETE"):
            self.add_error("kind", forms.ValidationError(REQUIRED, code="required"))
        return given

    def _take(self, typed: str, given: dict[str, Any]) -> None:
        said: dict[str, Any] = dict.fromkeys(LENGTH)
        if typed:
            try:
                own = {**given, "words": self._words(given.get("words") or "")}
                # A sum that only stands there from before goes with the term that it was part of.
                own |= {name: None for name in ("amount", "currency") if name not in self.changed_data}
                said = said_by_term(typed, own, country=self.usual_country)
            except forms.ValidationError as error:
                self.add_error("printed_term", error)
                return
        for unit in LENGTH:
            setattr(self.instance, unit, said.pop(unit))
        given.update(said)

    def _words(self, words: str) -> str:
        """The words of the source; those that were kept of another term go with it."""
        if "words" in self.changed_data or not words:
            return words
        try:
            term_typed(words, country=self.usual_country)
        except forms.ValidationError:
            return words
        return ""


class SentenceFormSet(CitedRows, InProceedingFormSet):
    """A currency of several countries is that of the country whose courts it must be."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.usual_country = jurisdiction_of(self.instance)
