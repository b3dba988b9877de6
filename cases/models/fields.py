"""Field classes every private model shares: partial dates, codes, references.

Neighbours: what a partial date means is in `cases.text.partial_dates`; which codes exist is in
`cases.vocabularies`. Nothing here knows a concept of the record.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from cases.text.date_bounds import FIRST_DAY, KINDS
from cases.text.partial_dates import PartialDate, PartialDateError
from cases.text.references import new_reference
from cases.vocabularies.terms import CodeList

# For days somebody did something: a mistyped year must not reach the public pages.
PAST_DAY = (
    MinValueValidator(FIRST_DAY, _("This year is too long ago; is it mistyped?")),
    MaxValueValidator(timezone.localdate, _("That day has not come yet.")),
)
LONGEST_TEXT, LONGEST_SUMMARY = 10_000, 20_000
"""Characters of a text of several lines. Longer ones were seen to be documents, which belong among the sources."""
EXAMPLES = _(
    "2024 · 2024-07 · 3.10.2024 · around May 2024 · 3–5 May 2024 · summer 2014 · before 3 May 2014 · 2024-05/.. · "
    "or only words"
)


class PartialDateFormField(forms.MultiValueField):
    """Two inputs, the date as people write it and the words of the source, giving one PartialDate.

    `kind` is one of `date_bounds.KINDS`.
    """

    def __init__(self, kind: str = "fact", **kwargs: Any) -> None:
        self.kind = kind
        kwargs.setdefault("widget", PartialDateWidget(kind))
        fields = tuple(forms.CharField(max_length=200, required=False) for _ in range(2))
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[str] | None) -> PartialDate:
        typed, words = [*(data_list or ()), "", ""][:2]
        return parsed(typed or "", words or "", kind=self.kind)

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = initial if isinstance(initial, PartialDate) else PartialDate()
        try:
            return self.clean(data) != before
        except ValidationError:
            return True


class PartialDateWidget(forms.MultiWidget):
    """The date and the words of the source, side by side."""

    template_name = "admin/widgets/partial_date.html"

    def __init__(self, kind: str = "fact", attrs: dict | None = None) -> None:
        self.kind = kind
        date = forms.TextInput(
            attrs={
                "class": "partial-date",
                "size": 20,
                "placeholder": "2024-07",
                "aria-label": _("Date, as exact as it is known"),
                "autocomplete": "off",
            }
        )
        words = forms.TextInput(
            attrs={
                "class": "partial-date-words",
                "size": 24,
                "placeholder": _("words of the source"),
                "aria-label": _("The date in the words of the source"),
                "autocomplete": "off",
            }
        )
        super().__init__([date, words], attrs)

    def decompress(self, value: Any) -> list[str]:
        return [value.text, value.words] if value else ["", ""]

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["kind"] = self.kind
        context["widget"]["echo"] = self._echo(value)
        return context

    def _echo(self, value: PartialDate | list[str] | None) -> str:
        """What a date, or what was typed for one, says in plain words; nothing for what cannot be read."""
        if isinstance(value, list):
            typed, words = (text or "" for text in value)
            try:
                value = parsed(typed, words, kind=self.kind)
            except ValidationError:
                return ""  # the error itself stands beside the field
        return value.echo(get_language()) if value else ""


def complaint(error: PartialDateError) -> str:
    """What is wrong with a typed date (PartialDateError), in the language of the desk."""
    return gettext(error.template) % error.params


def parsed(typed: str, words: str = "", *, kind: str | None = None) -> PartialDate:
    """The PartialDate of what was typed; ValidationError in a plain sentence if it is none, or none of the kind."""
    try:
        return PartialDate.parse(typed, words, within=KINDS[kind](timezone.localdate()) if kind else None)
    except PartialDateError as error:
        raise ValidationError(complaint(error), code="invalid_partial_date") from error


if TYPE_CHECKING:
    # What may be given to the attribute, and what it holds.
    _Text = models.CharField["PartialDate | str", PartialDate]
else:
    _Text = models.CharField


class PartialDateField(_Text):
    """A partial date in four columns: the EDTF text, the words of the source, earliest and latest day.

    The attribute holds a `PartialDate`. `<name>_words`, `<name>_earliest` and `<name>_latest` are
    added to the model by this field and written with it: sort by `_earliest`, filter by overlap of both.
    """

    description = "A date that may be known only in part"

    def __init__(self, *args: Any, with_companions: bool = True, kind: str = "fact", **kwargs: Any) -> None:
        self.with_companions, self.kind = with_companions, kind
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        # Copies of a model (migrations, history tables) list the companion columns themselves.
        name, path, args, kwargs = super().deconstruct()
        kwargs["with_companions"] = False
        return name, path, args, kwargs

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, name, _PartialDateAttribute(name))
        if self.with_companions:
            words = models.CharField(max_length=200, blank=True, default="", editable=False)
            words.contribute_to_class(cls, f"{name}_words")
            for bound in ("earliest", "latest"):
                day = models.DateField(null=True, blank=True, editable=False)
                day.contribute_to_class(cls, f"{name}_{bound}")

    def fill_companions(self, row: models.Model) -> PartialDate:
        """Write words and bounds into their columns, as saving does; the PartialDate they are of."""
        date = getattr(row, self.attname)
        setattr(row, f"{self.name}_words", date.words)
        setattr(row, f"{self.name}_earliest", date.earliest)
        setattr(row, f"{self.name}_latest", date.latest)
        return date

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        return self.fill_companions(model_instance).text

    def get_prep_value(self, value: Any) -> Any:
        return value.text if isinstance(value, PartialDate) else value

    def to_python(self, value: Any) -> PartialDate:
        return value if isinstance(value, PartialDate) else parsed(value or "")

    def clean(self, value: Any, model_instance: models.Model | None) -> PartialDate:
        date = self.to_python(value)
        return parsed(date.text, date.words, kind=self.kind)

    def value_to_string(self, obj: models.Model) -> str:
        return getattr(obj, self.attname).text

    def formfield(self, **kwargs: Any) -> Any:
        return PartialDateFormField(
            kind=self.kind,
            required=False,
            label=kwargs.get("label") or capfirst(self.verbose_name),
            help_text=self.help_text or EXAMPLES,
        )


class _PartialDateAttribute:
    """Gives the PartialDate of a row; takes one, or the text of one as the database holds it."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: models.Model | None, owner: type | None = None) -> Any:
        if instance is None:
            return self
        if self.name not in instance.__dict__:
            instance.refresh_from_db(fields=[self.name, f"{self.name}_words"])
        value = instance.__dict__[self.name]
        if isinstance(value, PartialDate):
            return value
        return PartialDate(value, instance.__dict__.get(f"{self.name}_words", ""))

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.name] = value or ""


class CodeField(models.CharField):
    """One code of a code list. The list's help and labels show in forms; its codes stay out of migrations."""

    def __init__(self, code_list: CodeList | None = None, **kwargs: Any) -> None:
        self.code_list = code_list
        kwargs.setdefault("max_length", 40)
        if code_list is not None:
            kwargs["choices"] = code_list.choices
            kwargs.setdefault("help_text", code_help(code_list))
        super().__init__(**kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        kwargs.pop("help_text", None)
        return name, path, args, kwargs


class CodeArrayField(ArrayField):
    """Several codes of one list, as an array column, so that history triggers see them."""

    def __init__(
        self, code_list: CodeList | None = None, base_field: models.Field | None = None, **kwargs: Any
    ) -> None:
        self.code_list = code_list
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", list)
        if code_list is not None:
            kwargs.setdefault("help_text", code_help(code_list))
        super().__init__(base_field or models.CharField(max_length=40), **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("help_text", None)
        return name, path, args, kwargs

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        unknown = [code for code in value or [] if self.code_list is not None and code not in self.code_list]
        if unknown:
            raise ValidationError(
                _("Not in the list: %(codes)s"), code="unknown_code", params={"codes": ", ".join(unknown)}
            )

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            required=not self.blank,
            choices=self.code_list.choices if self.code_list is not None else (),
            label=kwargs.get("label") or capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=kwargs.get("widget") or forms.SelectMultiple(attrs={"size": 6}),
        )


def code_help(code_list: CodeList) -> Any:
    """The one-line definitions of a short list as help text; long lists are explained on their own page."""
    return _definitions(code_list) if len(code_list) <= 12 else ""


def _definitions_now(code_list: CodeList) -> str:
    return " · ".join(f"{term.label}: {term.meaning.rstrip('.')}" for term in code_list)


_definitions = lazy(_definitions_now, str)


class ReferenceField(models.CharField):
    """A random public reference with a letter before it, e.g. `C-7K3F-9Q2M-T4XW`."""

    def __init__(self, prefix: str = "C", **kwargs: Any) -> None:
        self.prefix = prefix
        kwargs.setdefault("max_length", 20)
        kwargs.setdefault("editable", False)
        super().__init__(**kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        kwargs["prefix"] = self.prefix
        return name, path, args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        if not getattr(model_instance, self.attname):
            setattr(model_instance, self.attname, new_reference(self.prefix))
        return getattr(model_instance, self.attname)
