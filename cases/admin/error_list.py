"""What keeps a posted form from being saved, gathered from the record and its rows, with where to mend it.

What a colleague saved meanwhile (`conflict.py`) is told apart from errors: it has nothing to correct.
"""

from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

CONFLICT = "conflict"
"""The code of errors that only tell what a colleague saved."""


@dataclass(frozen=True)
class Entry:
    """One message; `anchor` is the id of the field or row, `section` the prefix of the rows it stands in."""

    label: str
    message: str
    anchor: str
    section: str = ""


@dataclass
class ErrorList:
    """`errors` are to be corrected; `conflict` are texts on the record, `meanwhile` Entries of what was saved."""

    errors: list = field(default_factory=list)
    conflict: list = field(default_factory=list)
    meanwhile: list = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.errors or self.conflict or self.meanwhile)

    @property
    def is_conflict(self) -> bool:
        return not self.errors

    def count_in(self, section: str) -> int:
        """How many errors stand in the rows of one kind."""
        return sum(entry.section == section for entry in self.errors)


def errors_of(form: forms.BaseForm, inlines: list) -> ErrorList:
    """The ErrorList of a bound form and the inline formsets shown with it."""
    found = ErrorList()
    _read(found, form, "", "", "")
    for inline in inlines:
        formset = inline.formset
        if not formset.is_bound:
            continue
        prefix, name = formset.prefix, str(inline.opts.verbose_name)
        group = str(inline.opts.verbose_name_plural)
        found.errors += [
            Entry(_capital(group), message, f"{prefix}-group", prefix)
            for message in formset.non_form_errors()
        ]
        for index, row in enumerate(formset.forms):
            _read(found, row, f"{_capital(name)} {index + 1}", f"{prefix}-{index}", prefix)
    return found


def _read(found: ErrorList, form: forms.BaseForm, row: str, row_anchor: str, section: str) -> None:
    if not form.is_bound:
        return
    for name, errors in form.errors.as_data().items():
        if name == NON_FIELD_ERRORS or name not in form.fields:
            label, anchor = row, row_anchor
        else:
            bound = form[name]
            label = ", ".join(filter(None, [row, str(bound.label).lower() if row else str(bound.label)]))
            anchor = bound.id_for_label or bound.auto_id
        for error in errors:
            for message in error.messages:
                entry = Entry(label, message, anchor, section)
                if error.code != CONFLICT:
                    found.errors.append(entry)
                elif anchor:
                    found.meanwhile.append(entry)
                else:
                    found.conflict.append(message)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
