"""How each column of somebody's list is read, as forms: one for each column, and one for what holds for all."""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.imports.columns import BY_NAME, CODE, CODES, COLUMNS, DATE, TEXTS, YES_NO
from cases.imports.mapping import (
    AS_IS,
    DAY_FIRST,
    FATHERS,
    KEEP,
    LAST_FIRST,
    MONTH_FIRST,
    SURNAME,
    TITLE,
    TITLE_AZ,
    Mapping,
    Reading,
    from_dict,
    from_json,
)
from cases.imports.unreadable import Unreadable
from cases.models import ListMapping

LOAD, TAKE_OUT = "_load", "_take_out"
"""Buttons beside the one that checks the rows: show the columns anew, and take out how they are read as a file."""
MOST_MAPPING = 1_000_000
IS = "="


def _pairs(text: str) -> dict[str, str]:
    """Lines of `theirs = ours`. Raises ValidationError for a line without the sign."""
    found = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        theirs, sign, ours = line.rpartition(IS)
        if not sign or not theirs.strip():
            raise ValidationError(
                gettext("Write each line as their value, the sign =, and our code; “%(line)s” is none.")
                % {"line": line}
            )
        found[theirs.strip()] = ours.strip()
    return found


class ColumnForm(forms.Form):
    """How one column is read. `kind` is that of our column, so that only what concerns it is shown."""

    field = forms.ChoiceField(
        label=_("Is our column"),
        required=False,
        choices=lambda: [("", gettext("– left out –")), *((each.name, str(each.label)) for each in COLUMNS)],
    )
    order = forms.ChoiceField(
        label=_("Order of the names"),
        required=False,
        choices=[
            (AS_IS, _("as they stand")),
            (LAST_FIRST, _("LAST, First")),
            (FATHERS, _("a column of fathers’ names: after the first name")),
            (SURNAME, _("a column of surnames: at the end")),
        ],
    )
    capitals = forms.ChoiceField(
        label=_("Words in capitals"),
        required=False,
        choices=[(KEEP, _("stay")), (TITLE, _("become Words")), (TITLE_AZ, _("become Words, with ı for I"))],
    )
    aliases = forms.BooleanField(label=_("What stands in brackets or quotes is another name"), required=False)
    several = forms.CharField(
        label=_("Mark between several"),
        required=False,
        strip=False,
        max_length=10,
        help_text=_("People or values; \\n for a new line. Each person becomes a row of their own."),
    )
    dates = forms.ChoiceField(
        label=_("Dates in numbers"),
        required=False,
        choices=[(DAY_FIRST, _("the day first: 3.10.2024")), (MONTH_FIRST, _("the month first: 10/3/2024"))],
    )
    is_age = forms.BooleanField(label=_("It holds ages, on the day of the list"), required=False)
    values = forms.CharField(
        label=_("Their value = our code"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 40}),
        help_text=_("One a line; nothing after the sign leaves the value out."),
    )

    def __init__(self, *args: Any, reading: Reading, samples: list[str], **kwargs: Any) -> None:
        self.reading, self.samples = reading, samples
        values = "\n".join(f"{theirs} {IS} {ours}".rstrip() for theirs, ours in reading.values.items())
        initial = {
            "field": reading.field,
            "order": reading.order,
            "capitals": reading.capitals,
            "aliases": reading.aliases,
            "several": reading.several,
            "dates": reading.dates,
            "is_age": reading.is_age,
            "values": values,
        }
        super().__init__(*args, initial=initial, **kwargs)

    def clean_values(self) -> dict[str, str]:
        return {theirs.casefold(): ours for theirs, ours in _pairs(self.cleaned_data["values"]).items()}

    @property
    def how(self) -> list[forms.BoundField]:
        """The fields that concern our column, as it was chosen last."""
        chosen = BY_NAME.get(self["field"].value() or "")
        if chosen is None:
            return []
        names: list[str] = []
        if chosen.name == "name":
            names = ["order", "capitals", "aliases", "several"]
        elif chosen.kind == DATE:
            names = ["dates"] + (["is_age"] if chosen.name == "birth_date" else [])
        elif chosen.kind in (CODE, CODES):
            names = ["values"] + (["several"] if chosen.kind == CODES else [])
        elif chosen.kind == TEXTS:
            names = ["several"]
        elif chosen.kind == YES_NO:
            names = ["values"]
        return [self[name] for name in names]

    @property
    def is_another(self) -> bool:
        """Whether another field of ours was chosen than the page was made for."""
        return self.cleaned_data["field"] != self.reading.field

    def reading_given(self) -> Reading:
        """As it was chosen; what the page did not ask stays as it was. Of a table for another field only the lines
        stay that somebody wrote: the others were proposed for that field, and mean nothing in this one."""
        asked = {each.name for each in self.how} if self.is_bound else set()
        if self.is_another:
            asked &= {name for name in self.fields if self.add_prefix(name) in self.data}
        kept = {name: getattr(self.reading, name) for name in self.initial if name != "field"}
        given = {name: self.cleaned_data[name] for name in asked}
        if self.is_another:
            proposed = self.reading.values.items()
            given["values"] = dict(each for each in given.get("values", {}).items() if each not in proposed)
        return Reading(self.reading.column, self.cleaned_data["field"], **{**kept, **given})


class WholeForm(forms.Form):
    """What holds for all columns, and mappings that were kept."""

    nothing = forms.CharField(
        label=_("These say nothing"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 20}),
        help_text=_("One a line."),
    )
    constants = forms.CharField(
        label=_("The same in every row: our column = value"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 40}),
        help_text=_("One a line, such as gender = male. A cell that says something comes first."),
    )
    load = forms.ModelChoiceField(
        ListMapping.objects.none(), required=False, label=_("Read it as before, by")
    )
    load_file = forms.FileField(label=_("or by a file of a mapping"), required=False)
    save_as = forms.CharField(label=_("Keep this mapping under the name"), required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        load: Any = self.fields["load"]
        load.queryset = ListMapping.objects.all()

    def clean_constants(self) -> dict[str, str]:
        pairs = _pairs(self.cleaned_data["constants"])
        by_label = {str(each.label).casefold(): each.name for each in COLUMNS}
        found = {}
        for ours, value in pairs.items():
            name = ours if ours in BY_NAME else by_label.get(ours.casefold(), "")
            if not name:
                raise ValidationError(gettext("“%(name)s” is no column of ours.") % {"name": ours})
            found[name] = value
        return found

    def clean_load(self) -> Mapping | None:
        chosen = self.cleaned_data["load"]
        try:
            return from_dict(chosen.content) if chosen else None
        except Unreadable as error:
            raise ValidationError(error.messages) from error

    def clean_load_file(self) -> Mapping | None:
        given = self.cleaned_data.get("load_file")
        if not given:
            return None
        if given.size > MOST_MAPPING:
            raise ValidationError(gettext("This is no file of a mapping."))
        try:
            return from_json(given.read())
        except Unreadable as error:
            raise ValidationError(error.messages) from error


class MappingForm:
    """All of it together; `columns` are ColumnForms, `whole` the WholeForm."""

    def __init__(
        self, data: QueryDict | None, *, mapping: Mapping, rows: list[list[str]], request: HttpRequest
    ):
        self.loads, self.goes_out = (data is not None and each in data for each in (LOAD, TAKE_OUT))
        self.columns = [
            ColumnForm(
                data,
                prefix=f"c{at}",
                reading=reading,
                samples=[row[at] for row in rows if at < len(row) and row[at]][:3],
            )
            for at, reading in enumerate(mapping.columns)
        ]
        constants = "\n".join(f"{name} {IS} {value}" for name, value in mapping.constants.items())
        initial = {"nothing": "\n".join(mapping.nothing), "constants": constants}
        self.whole = WholeForm(data, request.FILES or None, prefix="whole", initial=initial)

    def is_valid(self) -> bool:
        if self.loaded is not None:
            return True  # and nothing else counts: what is loaded takes the place of it
        # Each of them is asked, so that each tells what is wrong with it.
        return not [each for each in (*self.columns, self.whole) if not each.is_valid()]

    @cached_property
    def loaded(self) -> Mapping | None:
        """The mapping that somebody wants to be loaded, by its name or from a file, for the columns that it knows."""
        if not self.loads or {"load", "load_file"} & self.whole.errors.keys():
            return None
        saved = self.whole.cleaned_data["load_file"] or self.whole.cleaned_data["load"]
        if saved is None:
            return None
        known = {each.column: each for each in saved.columns}
        columns = [known.get(each.reading.column, Reading(each.reading.column)) for each in self.columns]
        return replace(saved, columns=columns)

    @property
    def errors(self) -> list[str]:
        """What is wrong, with the column it is wrong with."""
        told = [
            f"{each.reading.column}: {message}"
            for each in self.columns
            for messages in each.errors.values()
            for message in messages
        ]
        return told + [message for messages in self.whole.errors.values() for message in messages]

    @property
    def mapping(self) -> Mapping:
        """What was loaded; else what was chosen, but for `same_name`."""
        if self.loaded is not None:
            return self.loaded
        given = self.whole.cleaned_data
        nothing = [line.strip() for line in given["nothing"].splitlines() if line.strip()]
        return Mapping([each.reading_given() for each in self.columns], given["constants"], nothing)

    @property
    def chosen_anew(self) -> list[Reading]:
        """Columns that are read otherwise than the page was made for, so that their values are looked at again."""
        if self.loaded is not None:
            return self.loaded.columns
        return [each.reading_given() for each in self.columns if each.is_another]

    def keep(self, mapping: Mapping, *, by: User) -> None:
        """Save the mapping under the name that was given, if one was."""
        name = self.whole.cleaned_data["save_as"].strip()
        if name:
            ListMapping.objects.update_or_create(
                name=name, defaults={"content": mapping.as_dict(), "by": by, "saved_at": timezone.now()}
            )
