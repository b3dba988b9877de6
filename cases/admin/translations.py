"""Texts in other languages as rows of a case or campaign."""

from django import forms

from cases.admin.forms import DeskForm, DeskFormSet
from cases.admin.record import DeskInline
from cases.models import Translation
from cases.workflow.entering.translations import into_its_own_language


class TranslationFormSet(DeskFormSet):
    """What a record is written in is what its translations are made from, where nobody says otherwise."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if not form.instance.pk:
            form.fields["from_language"].initial = self.instance.text_language

    def clean(self) -> None:
        super().clean()
        for form in self.standing_forms:
            told = into_its_own_language(self.instance, form.instance)
            if told and "language" not in form.errors:
                form.add_error("language", told)


class TranslationInline(DeskInline):
    model = Translation
    form = DeskForm
    formset = TranslationFormSet
    within = ("event",)
    fields = [
        ("field", "language", "event"),
        "text",
        ("way", "from_language", "translated_by"),
    ]
