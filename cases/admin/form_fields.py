"""Form fields and widgets of the desk: codes typed as text, codes ticked in columns, sources by autocomplete.

What may be typed is read by `cases.workflow.entering`; partial dates have their field in `cases.models.fields`.
"""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases.models import Citation, Source
from cases.text.line_ends import with_line_feeds
from cases.vocabularies.terms import CodeList
from cases.workflow.entering.codes import read_code, read_codes

LONG_LIST = 40
"""Lists longer than this are typed; shorter ones are ticked or chosen."""


class CodesField(forms.CharField):
    """Codes or names of one list, typed with commas between them: “AZ, Russia”. Cleans to codes in order.

    With `single` it takes one and cleans to one code, or an empty text.
    """

    def __init__(self, *, code_list: CodeList, single: bool = False, **kwargs: Any) -> None:
        self.code_list, self.single = code_list, single
        kwargs.setdefault(
            "widget",
            forms.TextInput(
                attrs={
                    "list": f"codes-{code_list.name}",
                    "class": "codes-typed" + (" codes-single" if single else ""),
                    "autocomplete": "off",
                    "size": 8 if single else 30,
                }
            ),
        )
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        return (read_code if self.single else read_codes)(value or "", self.code_list)

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = initial or ("" if self.single else [])
        try:
            return self.to_python(data) != (list(before) if not self.single else before)
        except ValidationError:
            return True


class LinesField(forms.CharField):
    """Text of several lines, kept with the line ends our files use whatever the browser sends."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(with_line_feeds(value or ""))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return with_line_feeds(initial or "") != self.to_python(data)


class KeysOnly:
    """Mixin for the admin's autocomplete: what is no key chooses nothing. That it is none, the field says beside it;
    Django's widget asks the database for it, and the page would be a server error."""

    def optgroups(self, name: str, value: list[str], attr: dict[str, Any] | None = None) -> list:
        return super().optgroups(name, [each for each in value if self._is_key(each)], attr)

    def _is_key(self, text: str) -> bool:
        try:
            return self.field.remote_field.model._meta.pk.to_python(text) is not None
        except ValidationError:
            return False


class ChosenRow(KeysOnly, AutocompleteSelect):
    """One row, by autocomplete."""


class ChosenRows(KeysOnly, AutocompleteSelectMultiple):
    """Several rows, by autocomplete."""


class NewRowFits(RelatedFieldWidgetWrapper):
    """Whose “+” opens the form of a new row with the values that the choice is limited to."""

    def __init__(self, wrapper: RelatedFieldWidgetWrapper, values: dict[str, str]) -> None:
        super().__init__(
            wrapper.widget,
            wrapper.rel,
            wrapper.admin_site,
            can_add_related=wrapper.can_add_related,
            can_change_related=wrapper.can_change_related,
            can_delete_related=wrapper.can_delete_related,
            can_view_related=wrapper.can_view_related,
        )
        self.values = values

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["url_params"] = f"{context['url_params']}&{urlencode(self.values)}"
        return context


class DefinedOptions:
    """Mixin for choice widgets: each option carries its one-line definition as a tooltip."""

    code_list = None

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if self.code_list is not None and str(value) in self.code_list:
            option["attrs"]["title"] = self.code_list[str(value)].meaning
        return option


class CodeSelect(DefinedOptions, forms.Select):
    """One code of a list."""

    template_name = "admin/widgets/code_select.html"


class CodeCheckboxes(DefinedOptions, forms.CheckboxSelectMultiple):
    """Several codes of a short list, ticked in columns."""

    template_name = "admin/widgets/codes.html"


class YesNoUnknown(forms.NullBooleanSelect):
    """Three choices said in full, so that “no” is never mistaken for “not stated”."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.choices = (("unknown", _("not stated")), ("true", _("yes")), ("false", _("no")))


def code_field(model_field: Any) -> forms.Field:
    """The form field for a model's CodeField."""
    code_list = model_field.code_list
    common = {
        "label": capfirst(model_field.verbose_name),
        "help_text": model_field.help_text,
        "required": not model_field.blank,
    }
    if len(code_list) > LONG_LIST and code_list.name in TYPED_LISTS:
        return CodesField(code_list=code_list, single=True, initial=_initial(model_field), **common)
    choices = list(code_list.choices)
    if model_field.blank or not model_field.has_default():
        choices = [("", "—"), *choices]
    widget = CodeSelect()
    widget.code_list = code_list
    return forms.TypedChoiceField(
        choices=choices, widget=widget, empty_value="", initial=_initial(model_field), **common
    )


def codes_field(model_field: Any) -> forms.Field:
    """The form field for a model's CodeArrayField: typed when the list is long, else ticked."""
    code_list = model_field.code_list
    common = {
        "label": capfirst(model_field.verbose_name),
        "help_text": model_field.help_text,
        "required": False,
    }
    if code_list.name in TYPED_LISTS or len(code_list) > LONG_LIST:
        return CodesField(code_list=code_list, **common)
    widget = CodeCheckboxes()
    widget.code_list = code_list
    return forms.MultipleChoiceField(choices=code_list.choices, widget=widget, **common)


def _initial(model_field: Any) -> Any:
    return model_field.get_default() if model_field.has_default() else None


def source_field(site: admin.AdminSite, *, can_add: bool = False, **kwargs: Any) -> forms.ModelChoiceField:
    """A choice of source with the admin's autocomplete, for forms whose model has no such field itself.

    With `can_add` a “+” beside it opens the form of a new source.
    """
    link = Citation._meta.get_field("source")
    widget = RelatedFieldWidgetWrapper(
        ChosenRow(link, site), link.remote_field, site, can_add_related=can_add
    )
    return forms.ModelChoiceField(Source.objects.all(), required=False, widget=widget, **kwargs)


TYPED_LISTS = frozenset({"countries", "currencies", "states", "languages", "ethnicities"})
