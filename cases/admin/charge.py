"""Charges at the desk: the article is chosen, or typed as it is printed, and then found or made."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.admin.citing import CitedRows
from cases.admin.proceeding_numbers import InProceedingForm, InProceedingFormSet
from cases.models import Charge, LegalProvision
from cases.text.law.reading import LONGEST
from cases.workflow.entering.proceedings import jurisdiction_of
from cases.workflow.entering.provisions import CHOSEN_AND_TYPED, article_typed, keep, provision_of


class ChargeForm(InProceedingForm):
    """`usual_country` is the country whose Criminal Code a bare number means; the formset sets it."""

    usual_country = ""
    _made: LegalProvision | None = None

    printed_article = forms.CharField(
        required=False,
        max_length=LONGEST,
        label=_("Article as printed"),
        help_text=_(
            "Instead of choosing: “234.4.3”, “28, 220.1”, “ст. 275 УК РФ”. What is not on file is made."
        ),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        typed = given.get("printed_article", "").strip()
        if not typed:
            return given
        if given.get("provision"):
            self.add_error("printed_article", CHOSEN_AND_TYPED)
            return given
        try:
            article = article_typed(typed, country=self.usual_country)
        except forms.ValidationError as error:
            self.add_error("printed_article", error)
            return given
        provision = provision_of(article)
        if article.modality != "completed" and "modality" not in self.changed_data:
            given["modality"] = article.modality
        # Part and point that are no part of the number stay in the words of the source.
        given["verbatim"] = given.get("verbatim") or typed[: Charge._meta.get_field("verbatim").max_length]
        if provision.pk:
            given["provision"] = provision
        else:
            # It is saved together with the charge; until then its category stands for it.
            self._made, self._typed_category = provision, given.get("category", "")
            given["category"] = self._typed_category or provision.category
        return given

    def save(self, commit: bool = True) -> Any:
        if self._made is not None:
            self.instance.provision, self.instance.category = keep(self._made), self._typed_category
        return super().save(commit)


class ChargeFormSet(CitedRows, InProceedingFormSet):
    """A bare number is of the country whose courts it must be."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.usual_country = jurisdiction_of(self.instance)
