"""Fields of one exact day: typed like every date, and refused where that says less than a day."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from cases.models.fields import parsed

EXAMPLES = _("One day: 5.12.2026 · 5 December 2026 · 2026-12-05")


def exact_day(typed: str, *, kind: str) -> date:
    """The day that was typed, of one of `date_bounds.KINDS`; ValidationError if it is none or not exact."""
    found = parsed(typed, kind=kind)
    start = found.parts.start
    if start and not found.parts.is_interval and start.day and not start.mark:
        return start.earliest
    said = found.echo(get_language())
    raise ValidationError(
        gettext("One exact day is needed here, as in 5 December 2026; “%(typed)s” says %(said)s.")
        % {"typed": typed, "said": said},
        code="not_exact",
    )


class DayWidget(AdminDateWidget):
    """A day as year, month, day, the calendar to choose it from, and below how it was understood."""

    template_name = "admin/widgets/day.html"

    def __init__(self, kind: str, attrs: dict | None = None) -> None:
        self.kind = kind
        super().__init__(attrs={"size": 20, "autocomplete": "off", **(attrs or {})}, format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["kind"] = self.kind
        context["widget"]["echo"] = self._echo(value)
        return context

    def _echo(self, value: date | str | None) -> str:
        if not value:
            return ""
        try:
            day = value if isinstance(value, date) else exact_day(value, kind=self.kind)
        except ValidationError:
            return ""  # the error itself stands beside the field
        return parsed(day.isoformat()).echo(get_language())


class DayFormField(forms.DateField):
    """One exact day, typed as people write dates, of one of `date_bounds.KINDS`."""

    def __init__(self, *, kind: str = "fact", **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(**{"widget": DayWidget(kind), "help_text": EXAMPLES, **kwargs})

    def to_python(self, value: Any) -> date | None:
        typed = value.strip() if isinstance(value, str) else value
        return (
            exact_day(typed, kind=self.kind) if typed and isinstance(typed, str) else super().to_python(typed)
        )


class DayField(models.DateField):
    """A date column whose form field is a `DayFormField`; `kind` is one of `date_bounds.KINDS`."""

    def __init__(self, *args: Any, kind: str = "fact", **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        # To the database it is a date.
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return DayFormField(
            kind=self.kind,
            required=not self.blank,
            label=kwargs.get("label") or capfirst(self.verbose_name),
            help_text=self.help_text or EXAMPLES,
        )
