"""Cases, persons and sources at the desk: which circle holds the record, who gives and takes it, who has read it."""

import secrets
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.forms.models import BaseInlineFormSet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.lists import staff
from cases.admin.record import RecordAdmin
from cases.models import Circle
from cases.workflow.circles import circles_open_to, give, is_in_a_circle, log_of, take
from cases.workflow.errors import Refused
from cases.workflow.surrounding import Given, circle_of, circles_around

LOG_SHOWN = 200
_FIRST_KEY, _KEYS = 2**40, 2**52


class CircleForm(forms.Form):
    """To which circle a record goes; to none it goes to the whole desk."""

    circle = forms.ModelChoiceField(
        Circle.objects.none(), required=False, label=_("Circle"), empty_label=_("the whole desk")
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["circle"].queryset = circles_open_to(staff(request))


class Kept:
    """Mixin for the form of a record: what a circle keeps is public nowhere."""

    holding: Circle | None = None

    def clean(self) -> dict | None:
        given = super().clean()
        if (self.cleaned_data.get("circle") or self.holding) and self.cleaned_data.get("is_public"):
            self.add_error("is_public", gettext("What a circle keeps cannot be public."))
        return given


class CircledAdmin(RecordAdmin):
    """Adds the page about the circle of a record, and the choice of one to the form of a new record."""

    def get_urls(self) -> list[URLPattern]:
        return [
            path(
                "<path:object_id>/circle/",
                self.admin_site.admin_view(self.circle_view),
                name=f"{self.opts.app_label}_{self.opts.model_name}_circle",
            ),
            *super().get_urls(),
        ]

    def circle_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Give a record to a circle, take it out; who opened it. For members of some circle; to the rest it is not
        there."""
        record = self.get_object(request, unquote(object_id))
        if record is None or not self.has_view_permission(request, record):
            raise Http404
        if not is_in_a_circle(staff(request)):
            raise Http404
        form = CircleForm(
            request.POST or None, request=request, initial={"circle": circle_of(record)}, prefix="given"
        )
        if request.method == "POST" and form.is_valid() and self._move(request, record, form):
            return HttpResponseRedirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": record,
            "title": gettext("Circle"),
            "circles": circles_around(record),
            "form": form,
            "may_move": self.has_change_permission(request, record),
            "log": log_of(record)[:LOG_SHOWN],
        }
        return TemplateResponse(request, "admin/circle_of_record.html", context)

    def _move(self, request: HttpRequest, record: Given, form: CircleForm) -> bool:
        circle, by = form.cleaned_data["circle"], staff(request)
        try:
            if circle:
                give(record, circle=circle, by=by)
                done = gettext("Only the circle “%(circle)s” knows of it now.") % {"circle": circle}
            else:
                take(record, by=by)
                done = gettext("The whole desk knows of it now.")
        except Refused as refused:
            for message in refused.messages:
                messages.error(request, message)
            return False
        messages.success(request, done)
        return True

    # A new record, of a circle from its first moment on

    def get_fieldsets(self, request: HttpRequest, obj: Any | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None or not is_in_a_circle(staff(request)):
            return fieldsets
        return [*fieldsets, (_("Who may know of it"), {"classes": ["private", "late"], "fields": ["circle"]})]

    def get_form(
        self, request: HttpRequest, obj: Any | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        own: dict[str, Any] = {"holding": circle_of(obj) if obj is not None else None}
        if obj is None and is_in_a_circle(staff(request)):
            own["circle"] = CircleForm(request=request).fields["circle"]
        form = type(self.form)("KeptForm", (Kept, self.form), own)
        return super().get_form(request, obj, change=change, **{"form": form, **kwargs})

    def save_model(self, request: HttpRequest, obj: Given, form: forms.BaseForm, change: bool) -> None:
        if not change and form.cleaned_data.get("circle"):
            # Not the next number of the row, which would leave a gap for others to see.
            obj.pk = _FIRST_KEY + secrets.randbelow(_KEYS)
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: forms.BaseForm, formsets: Iterable[BaseInlineFormSet], change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        circle = None if change else form.cleaned_data.get("circle")
        if circle:
            give(form.instance, circle=circle, by=staff(request))

    def above_record(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        above = super().above_record(request, record)
        if not is_in_a_circle(staff(request)):
            return above
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_circle"
        return {**above, "circles": circles_around(record), "circle_address": reverse(name, args=[record.pk])}
