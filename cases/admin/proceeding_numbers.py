"""Proceedings named by number: a case with one never has to say which, one with several always does.

Charges, sentences and events carry a number instead of a choice, so that a row can name a proceeding that
is typed in the same form.
"""

from contextlib import suppress

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.models import Event, Proceeding
from cases.vocabularies.effects import effect_of
from cases.vocabularies.places import NOT_STATED

from .forms import DeskForm, DeskFormSet

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

    def clean(self):
        taken = {form.instance.number for form in self.standing_forms if form.cleaned_data.get("number")}
        for form in self.standing_forms:
            if not form.cleaned_data.get("number") and "number" not in form.errors:
                form.instance.number = max(taken, default=0) + 1
                taken.add(form.instance.number)
        super().clean()

    @property
    def by_number(self):
        """The proceedings that will stand after saving, by number; a changed number is known by the old too."""
        known = {form.instance.number: form.instance for form in self.standing_forms if form.instance.number}
        for form in self.standing_forms:
            known.setdefault(form.initial.get("number"), form.instance)
        known.pop(None, None)
        return known

    @property
    def rows(self):
        return list({id(row): row for row in self.by_number.values()}.values())

    def only(self):
        """The one proceeding of the case, made on the spot if there is none yet."""
        rows = self.rows
        if rows:
            return rows[0]
        if not hasattr(self, "_made"):
            self._made = Proceeding.objects.create(
                case=self.instance, number=1, kind="criminal", jurisdiction=jurisdiction_of(self.instance)
            )
        return self._made


def jurisdiction_of(case):
    """The country whose courts it must be when nobody said: the only location, else the only origin."""
    for states in (case.location, case.origin):
        if len(states) == 1 and states[0] != NOT_STATED:
            return states[0]
    return ""


class InProceedingForm(DeskForm):
    proceeding_number = forms.IntegerField(
        required=False,
        min_value=1,
        label=_("Proceeding"),
        help_text=_("Number of the proceeding above; leave empty if there is only one."),
        widget=forms.NumberInput(attrs={"class": "vSmallNumber"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.proceeding_id:
            # The row may come from the history, and its proceeding be gone.
            with suppress(Proceeding.DoesNotExist):
                self.initial["proceeding_number"] = self.instance.proceeding.number


class InProceedingFormSet(DeskFormSet):
    """Rows that belong to a proceeding."""

    def clean(self):
        super().clean()
        known = self.siblings[PROCEEDINGS].by_number
        for form in self.standing_forms:
            if "proceeding_number" not in form.errors:
                self._check(form, known)

    def _check(self, form, known):
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
        number = self.number_of(form)
        listed = ", ".join(map(str, sorted(known)))
        if number and number not in known:
            told = (
                gettext("There is no proceeding %(number)d. The case has %(listed)s.")
                if known
                else gettext("There is no proceeding %(number)d. Leave this empty and one is made.")
            )
            form.add_error("proceeding_number", told % {"number": number, "listed": listed})
        elif not number and len(self.siblings[PROCEEDINGS].rows) > 1 and self.needs_one(form):
            told = gettext("Which proceeding? The case has %(listed)s.")
            form.add_error("proceeding_number", told % {"listed": listed})

    survives_its_proceeding = False

    def number_of(self, form):
        """The number typed; none where it still names a proceeding that is being deleted."""
        if form.instance.proceeding_id in self.siblings[PROCEEDINGS].going:
            return (
                None
                if "proceeding_number" not in form.changed_data
                else form.cleaned_data["proceeding_number"]
            )
        return form.cleaned_data.get("proceeding_number")

    def needs_one(self, form):
        return True

    def proceeding_for(self, form):
        """The proceeding of a row, saved already, since proceedings are saved first."""
        number = self.number_of(form)
        proceedings = self.siblings[PROCEEDINGS]
        return proceedings.by_number.get(number) or proceedings.only()

    def save(self, commit=True):
        for form in self.standing_forms:
            if form.has_changed():
                form.instance.proceeding = self.proceeding_for(form)
        return super().save(commit)


class EventFormSet(InProceedingFormSet):
    """Events need no proceeding, but where there is exactly one they belong to it."""

    survives_its_proceeding = True

    def needs_one(self, form):
        kind = form.cleaned_data.get("kind")
        return bool(kind) and bool(effect_of(kind, form.cleaned_data.get("decision") or "").stage)

    def proceeding_for(self, form):
        number = self.number_of(form)
        proceedings = self.siblings[PROCEEDINGS]
        rows = self._standing_rows()
        return proceedings.by_number.get(number) or (rows[0] if len(rows) == 1 else None)

    def _standing_rows(self):
        # Charges saved before may have made the first proceeding of the case.
        return list(self.instance.proceedings.all())

    def save(self, commit=True):
        saved = super().save(commit)
        rows = self._standing_rows()
        if len(rows) == 1 and any(formset.has_changed() for formset in self.siblings.values()):
            Event.objects.filter(case=self.instance, proceeding=None).update(proceeding=rows[0])
        return saved
