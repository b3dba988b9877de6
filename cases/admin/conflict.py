"""Two people, one record: what the second one sees, so that neither text is lost.

A form carries the version it was opened at. When another version is stored by the time it is posted, nothing
is saved and three texts are compared, field by field: as opened, as stored, as typed. A field the second
person left alone shows what is stored; where both changed it, what was typed stays and what is stored is told
beside it. Rows a colleague added appear, rows a colleague deleted stay as new ones. Saving again decides.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Model
from django.forms.models import BaseInlineFormSet
from django.http import QueryDict
from django.utils.translation import gettext as _

from cases.text.line_ends import with_line_feeds
from cases.text.partial_dates import PartialDate

Inputs = dict[str, list[str]]
"""What a browser posts: lists of values by name."""


@dataclass
class Conflict:
    """Who saved the record while the form was open, when, and what came of it.

    `rows` holds what happened to a row, `theirs` the names of the fields a colleague changed, both by the
    prefix of the form (empty for the record itself). Where the opened text is not known, a form has no entry
    in `theirs` and every difference is told.
    """

    by: str
    at: datetime | None
    rows: dict = field(default_factory=dict)
    theirs: dict = field(default_factory=dict)

    @property
    def message(self) -> str:
        told = _(
            "%(who)s saved this record while you had it open. Nothing of yours is saved yet and nothing is lost: "
            "fields you left alone now show theirs; where both of you changed one, your text stands and theirs is "
            "beside it. Look, then save again."
        )
        if self.at:
            told = _(
                "%(who)s saved this record at %(moment)s, while you had it open. Nothing of yours is saved yet and "
                "nothing is lost: fields you left alone now show theirs; where both of you changed one, your text "
                "stands and theirs is beside it. Look, then save again."
            )
        return told % {"who": self.by, "moment": f"{self.at:%Y-%m-%d %H:%M}" if self.at else ""}

    def beside(self, form: forms.BaseForm, name: str) -> str:
        """What to say beside a field whose stored value differs from the typed one; empty if only typed anew."""
        theirs = self.theirs.get(form.prefix or "")
        if theirs is not None and name not in theirs:
            return ""
        return _("Saved by %(who)s meanwhile: %(text)s") % {"who": self.by, "text": stored_text(form, name)}

    def happened(self, prefix: str) -> str:
        return self.rows.get(prefix, "")


def stored_text(form: forms.BaseForm, name: str) -> str:
    """The stored value of one field of a form, in words."""
    value, form_field = form.initial.get(name), form.fields[name]
    if isinstance(value, PartialDate):
        return in_full(value) or _("(empty)")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value in (None, "", []):
        return _("(empty)")
    if isinstance(form_field, forms.ModelMultipleChoiceField):
        return ", ".join(str(row) for row in value)
    if isinstance(form_field, forms.ModelChoiceField):
        row = form_field.queryset.filter(pk=value).first()
        return str(row) if row else _("(empty)")
    labels = {str(code): str(label) for code, label in getattr(form_field, "choices", ())}
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(labels.get(str(each), str(each)) for each in values)


def in_full(date: PartialDate) -> str:
    """A partial date as it is stored, the words of the source in quotation marks."""
    return " ".join(filter(None, [date.text, _("“%(words)s”") % {"words": date.words} if date.words else ""]))


@dataclass(frozen=True)
class Opened:
    """The record and its rows as they were when the form was opened; `rows` by model and key."""

    record: object
    rows: dict


def reconciled(
    data: QueryDict,
    form: forms.ModelForm,
    formsets: Iterable[BaseInlineFormSet],
    opened: Opened | None,
    conflict: Conflict,
) -> QueryDict:
    """The posted data with fields and rows brought in line with what is stored.

    `form` and `formsets` are unbound and hold what is stored; `opened` is an Opened, or None if unknown.
    What was found is noted in `conflict`.
    """
    data = data.copy()
    posted = {name: data.getlist(name) for name in data}
    before = type(form)(instance=opened.record) if opened else None
    merged = _merged(posted, form, before, "", conflict)
    for name in posted.keys() - merged.keys():
        del data[name]
    for name, values in merged.items():
        data.setlist(name, values)
    for formset in formsets:
        rows = opened.rows.get(formset.model, {}) if opened else {}
        _reconcile(data, formset, rows, conflict)
    return data


def _merged(
    posted: Inputs,
    form: forms.BaseForm,
    before: forms.BaseForm | None,
    prefix: str,
    conflict: Conflict,
) -> Inputs:
    """The posted values by name, taking the stored ones where the field stands as it was opened."""
    if before is None:
        return posted
    merged = dict(posted)
    theirs = conflict.theirs.setdefault(prefix, set())
    stored, opened = values_of(form), values_of(before)
    for name, now in stored.items():
        then = opened.get(name, now)
        if isinstance(form.fields[name], forms.ModelMultipleChoiceField):
            # The links as they were opened are not kept with the row.
            theirs.add(name)
            continue
        if _normal(now) != _normal(then):
            theirs.add(name)
        inputs = set(now) | set(then)
        if all(_same(posted.get(each, []), then.get(each, [])) for each in inputs):
            for each in inputs:
                merged.pop(each, None)
            merged.update(now)
    return merged


def _normal(values: Inputs) -> Inputs:
    return {
        name: [with_line_feeds(text) for text in given] for name, given in values.items() if given != [""]
    }


def _same(one: list[str], other: list[str]) -> bool:
    return _normal({"": one}) == _normal({"": other})


def _reconcile(
    data: QueryDict, formset: BaseInlineFormSet, opened: dict[Any, Model], conflict: Conflict
) -> None:
    prefix: str = formset.prefix or ""
    key = formset.model._meta.pk.name
    posted = _take_rows(data, prefix)
    initial = _number(data, prefix, "INITIAL")
    by_key = {row.get(key, [""])[0]: row for row in posted[:initial]}
    rows: list[Inputs] = []
    for form in formset.initial_forms:
        place = f"{prefix}-{len(rows)}"
        row = by_key.pop(str(form.instance.pk), None)
        if row is None:
            conflict.rows[place] = _("Added by %(who)s meanwhile.") % {"who": conflict.by}
            row = {name: given for values in values_of(form).values() for name, given in values.items()}
        else:
            known = opened.get(form.instance.pk)
            before = type(form)(instance=known, prefix=form.prefix) if known is not None else None
            row = _merged(row, form, before, place, conflict)
        rows.append(row)
    stored = len(rows)
    for row in by_key.values():
        if "DELETE" not in row:
            told = _(
                "Deleted by %(who)s meanwhile; as you had it, it would be added anew. Remove it to let the deletion "
                "stand."
            )
            conflict.rows[f"{prefix}-{len(rows)}"] = told % {"who": conflict.by}
            rows.append({**row, key: [""]})
    rows += posted[initial:]
    for index, row in enumerate(rows):
        for name, values in row.items():
            data.setlist(f"{prefix}-{index}-{name}", values)
    data[f"{prefix}-INITIAL_FORMS"], data[f"{prefix}-TOTAL_FORMS"] = str(stored), str(len(rows))


def _number(data: QueryDict, prefix: str, which: str) -> int:
    try:
        return max(0, int(data.get(f"{prefix}-{which}_FORMS", 0)))
    except ValueError:
        return 0


def _take_rows(data: QueryDict, prefix: str) -> list[Inputs]:
    """The posted rows of one formset as lists of values by name, taken out of the data."""
    rows: list[Inputs] = [{} for _ in range(min(_number(data, prefix, "TOTAL"), 1000))]
    named = re.compile(rf"{re.escape(prefix)}-(0|[1-9][0-9]{{0,2}})-(.*)", re.DOTALL)
    for name in list(data):
        found = named.fullmatch(name)
        if found and int(found[1]) < len(rows):
            rows[int(found[1])][found[2]] = data.pop(name)
    return rows


def values_of(form: forms.BaseForm) -> dict[str, Inputs]:
    """By field, the inputs a browser would post if the unbound form were left alone: lists of values by name."""
    values: dict[str, Inputs] = {}
    for bound in form:
        name = bound.html_name.removeprefix(f"{form.prefix}-")
        widget = getattr(bound.field.widget, "widget", bound.field.widget)
        value = bound.value()
        if isinstance(widget, forms.MultiWidget):
            parts = zip(widget.widgets_names, widget.widgets, widget.decompress(value) or (), strict=False)
            inputs = {name + suffix: [part.format_value(given) or ""] for suffix, part, given in parts}
        elif isinstance(widget, forms.CheckboxInput):
            inputs = {name: ["on"]} if value else {}
        else:
            formatted = widget.format_value(value)
            several = isinstance(formatted, list | tuple)
            inputs = {name: list(formatted) if several else ["" if formatted is None else str(formatted)]}
        values[bound.name] = inputs
    return values
