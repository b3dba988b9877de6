"""What every form of the desk does: code widgets, inlines, one transaction a save, conflicts, readable history.

Cases and campaigns add their workflow in `workflow_buttons.py`, shared records tell which cases a change
touches in `shared_record.py`.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models, transaction
from django.db.models import Model
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext

from cases.admin.accounts.fresh_login import fresh_login_page
from cases.admin.asking import ProofWanted
from cases.admin.conflict import Conflict, reconciled
from cases.admin.drafts import VERSION_INPUT, after_posting, offer, posted_of, restored
from cases.admin.error_list import errors_of
from cases.admin.form_fields import (
    ChosenRow,
    ChosenRows,
    CodesField,
    LinesField,
    NewRowFits,
    YesNoUnknown,
    code_field,
    codes_field,
)
from cases.admin.forms import MOST_ROWS, DeskForm, DeskFormSet
from cases.admin.history import Row, Story
from cases.admin.known import KnownOnly
from cases.admin.lists import ReadableQuestions, staff
from cases.admin.place_field import PlaceField
from cases.admin.reverting import RevertsToHistory
from cases.models import Case, DeskDraft, Person, Place, Source
from cases.models.deleted_record import KEPT_FOR
from cases.models.fields import CodeArrayField, CodeField
from cases.models.record import kind_of
from cases.workflow.circles import log_reading
from cases.workflow.deleting import delete_record
from cases.workflow.entering.persons import person_label
from cases.workflow.locking import one_at_a_time, one_moment
from cases.workflow.surrounding import Given, circles_around


class DeskFields:
    """Which form field a model field gets, for records and their inlines alike."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, CodeField) and db_field.code_list is not None:
            return code_field(db_field)
        if isinstance(db_field, CodeArrayField) and db_field.code_list is not None:
            return codes_field(db_field)
        if isinstance(db_field, models.BooleanField) and db_field.null:
            kwargs["widget"] = YesNoUnknown()
        elif isinstance(db_field, models.TextField):
            kwargs.update(form_class=LinesField, widget=forms.Textarea(attrs={"rows": 3, "cols": 80}))
        elif isinstance(db_field, models.URLField):
            kwargs.setdefault("assume_scheme", "https")
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, models.ForeignKey) and isinstance(
            getattr(field, "widget", None), RelatedFieldWidgetWrapper
        ):
            limits = db_field.get_limit_choices_to()
            if limits and isinstance(limits, dict):
                field.widget = NewRowFits(field.widget, limits)
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChosenRow(db_field, self.admin_site))
        if db_field.remote_field.model is Place:
            kwargs.setdefault("form_class", PlaceField)
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None and db_field.remote_field.model is Person:
            field.label_from_instance = lambda person: person_label(person)
        return field

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChosenRows(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class DeskInline(DeskFields, admin.StackedInline):
    """Rows that are part of a record: whoever may change the record may change them."""

    extra = 0
    max_num = MOST_ROWS
    form = DeskForm
    formset = DeskFormSet
    within = ()

    def get_formset(
        self, request: HttpRequest, obj: Any | None = None, **kwargs: Any
    ) -> type[BaseInlineFormSet]:
        formset = super().get_formset(request, obj, **{"absolute_max": MOST_ROWS, **kwargs})
        formset.within = self.within
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        return self._may(request, "change") or self._may(request, "add")

    has_change_permission = has_delete_permission = has_add_permission

    def has_view_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        return self._may(request, "view") or self._may(request, "change")

    def _may(self, request: HttpRequest, verb: str) -> bool:
        parent = self.parent_model._meta
        return request.user.has_perm(f"{parent.app_label}.{verb}_{parent.model_name}")


class RecordAdmin(RevertsToHistory, KnownOnly, ReadableQuestions, DeskFields, admin.ModelAdmin):
    """The form, the conflict check and the history page of one kind of record."""

    form = DeskForm
    save_on_top = True
    object_history_template = "admin/record_history.html"
    change_form_template = "admin/record_form.html"
    list_per_page = 50

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Every page about one record comes by here: what a circle holds notes who reads it."""
        record = super().get_object(request, object_id, from_field)
        given = record if isinstance(record, Case | Person | Source) else getattr(record, "case", None)
        if isinstance(given, Case | Person | Source):
            self._note_reading(request, given)
        return record

    def _note_reading(self, request: HttpRequest, record: Given) -> None:
        """Once a request. Raises ProofWanted where a circle asks for a fresh login before that."""
        read = request.__dict__.setdefault("desk_read", [])
        circles = [] if record in read else circles_around(record)
        read.append(record)
        if any(circle.asks_fresh_login for circle in circles):
            page = fresh_login_page(request)
            if page is not None:
                raise ProofWanted(page)
        log_reading(record, circles=circles, by=staff(request))

    # What a search result of the autocomplete says; the site asks for it.
    def autocomplete_label(self, record: Any) -> str:
        return str(record)

    def version_of(self, record: Any) -> Any:
        """A text that changes with every stored change of the record or its rows."""
        return Story(record, self.history_rows()).version()

    def last_saved(self, record: Any) -> tuple[str, datetime | None]:
        """Who saved the record last, and when."""
        return Story(record, self.history_rows()).last_saved()

    def history_rows(self) -> list[Row]:
        """The models of the record's rows, with the foreign key that leads to it."""
        return [(inline.model, inline.fk_name or self._key_of(inline.model)) for inline in self.inlines]

    def _key_of(self, model: type[Model]) -> str:
        keys = (
            each for each in model._meta.fields if each.is_relation and each.remote_field.model is self.model
        )
        return next(keys).name

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method != "POST":
            # The version a form carries is that of the record it shows, to the last of its rows.
            with one_moment():
                draft = restored(request)
                if draft is not None:
                    page = self._restored_form(request, draft, object_id, form_url, extra_context)
                else:
                    page = super().changeform_view(request, object_id, form_url, extra_context)
                return page.render() if isinstance(page, TemplateResponse) else page
        answer = self._saved(request, object_id, form_url, extra_context)
        # Not within the save: keeping and forgetting a draft waits for nobody.
        after_posting(request, saved=getattr(request, "desk_saved", False))
        return answer

    def _restored_form(
        self, request: HttpRequest, draft: DeskDraft, object_id: str | None, *further: Any
    ) -> HttpResponse:
        """The form as it was typed, with what a colleague saved since; nothing is read into the record."""
        record = self.get_object(request, unquote(object_id)) if object_id is not None else None
        request.FILES.clear()  # asked for later, it would read the request anew, and lay the draft aside
        request.method, request.POST, request.desk_restored = "POST", posted_of(draft), True
        try:
            if record is not None and self.has_change_permission(request, record):
                self._meet_conflict(request, record)
            page = self._changeform_view(request, object_id, *further)
            return page.render() if isinstance(page, TemplateResponse) else page
        finally:
            request.method = "GET"

    def _saved(
        self,
        request: HttpRequest,
        object_id: str | None,
        form_url: str,
        extra_context: dict[str, Any] | None,
    ) -> HttpResponse:
        with transaction.atomic():
            one_at_a_time()
            if object_id is None:
                return super().changeform_view(request, object_id, form_url, extra_context)
            rows = self.model._default_manager.select_for_update(of=("self",), no_key=True)
            record = rows.filter(pk=stored_key(self.model, object_id)).first()
            if record is not None and self.has_change_permission(request, record):
                self.before_form(request, record)
                self._meet_conflict(request, record)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        with transaction.atomic():
            # So that nothing is published that uses the record while it is being deleted.
            one_at_a_time()
            return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        told = gettext("Nothing of it is kept.")
        if delete_record(obj, by=staff(request)) is not None:
            told = gettext("An administrator can bring it back for %(days)d days.") % {"days": KEPT_FOR.days}
        messages.info(request, told)

    def before_form(self, request: HttpRequest, record: Any) -> None:
        """Called with the stored, locked record before a form is read into it."""

    def _meet_conflict(self, request: HttpRequest, record: Any) -> None:
        seen, _, marks = request.POST.get(VERSION_INPUT, "").partition(":")
        if seen == str(self.version_of(record)):
            return
        by, at = self.last_saved(record)
        request.desk_conflict = Conflict(by=by, at=at)
        fieldsets = self.get_fieldsets(request, record)
        form = super().get_form(request, record, change=True, fields=flatten_fieldsets(fieldsets))
        stored = [
            formset(
                instance=record, prefix=formset.get_default_prefix(), queryset=inline.get_queryset(request)
            )
            for formset, inline in self.get_formsets_with_inlines(request, record)
        ]
        opened = Story(record, self.history_rows()).opened(marks)
        request.POST = reconciled(request.POST, form(instance=record), stored, opened, request.desk_conflict)

    def seen_version(self, record: Any) -> str:
        """What the form carries: the version, and how far the history had come."""
        return f"{self.version_of(record)}:{Story(record, self.history_rows()).version()}"

    def get_form(
        self, request: HttpRequest, obj: Any | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.conflict = getattr(request, "desk_conflict", None)
        form.is_restored = getattr(request, "desk_restored", False)
        return form

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        if not hasattr(request, "desk_siblings"):
            request.desk_siblings = {}
        return {
            **super().get_formset_kwargs(request, obj, inline, prefix),
            "siblings": request.desk_siblings,
            "conflict": getattr(request, "desk_conflict", None),
            "is_restored": getattr(request, "desk_restored", False),
        }

    def save_related(
        self, request: HttpRequest, form: forms.BaseForm, formsets: Iterable[BaseInlineFormSet], change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        request.desk_saved = True
        changed = form.has_changed() or any(formset.has_changed() for formset in formsets)
        request.desk_changed = changed or not change
        if request.desk_changed:
            self.after_save(request, form.instance, is_new=not change)

    def after_save(self, request: HttpRequest, record: Any, *, is_new: bool) -> None:
        """Called once after a save that changed anything, in the same transaction."""

    def above_record(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        """What stands above the form or the file of a stored record, for their templates."""
        return {}

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any | None = None,
    ) -> HttpResponse:
        stored = self.model._base_manager.get(pk=obj.pk) if change and obj is not None else None
        inlines = context["inline_admin_formsets"]
        error_list = errors_of(context["adminform"].form, inlines)
        in_popup = IS_POPUP_VAR in request.GET or IS_POPUP_VAR in request.POST
        # Ours stands above the form; Django's would say that there are errors, but not where.
        context["errors"] = []
        if stored is not None:
            context.update(self.above_record(request, stored))
        may_save = self.has_change_permission(request, obj) if change else self.has_add_permission(request)
        context.update(
            draft=offer(request, form_id=f"{self.opts.model_name}_form") if may_save else None,
            error_list=error_list,
            version_input=VERSION_INPUT,
            seen_version=self.seen_version(stored) if stored else "",
            code_lists=typed_lists(context),
            jumps=[
                {
                    "prefix": each.formset.prefix,
                    "name": each.opts.verbose_name_plural,
                    "count": each.formset.initial_form_count(),
                    "errors": error_list.count_in(each.formset.prefix),
                }
                for each in inlines
            ],
            saves_by_enter=not in_popup and may_save,
            stored=stored,
            in_popup=in_popup,
        )
        return super().render_change_form(request, context, add, change, form_url, obj)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))
        story = Story(record, self.history_rows()) if record is not None else None
        revertible = (
            {kind_of(record), *(each.model._meta.model_name for each in self.inlines)} if record else ()
        )
        may_revert = record is not None and self.has_change_permission(request, record)
        context = {
            "chapters": story.chapters() if story else [],
            "revertible": revertible if may_revert else (),
            "revert_address": f"admin:{self.opts.app_label}_{self.opts.model_name}_revert",
            **(extra_context or {}),
        }
        return super().history_view(request, object_id, context)


def stored_key(model: type[Model], object_id: str) -> Any:
    """The key that an address holds; None if it is none."""
    try:
        return model._meta.pk.to_python(unquote(object_id))
    except forms.ValidationError:
        return None


def typed_lists(context: dict[str, Any]) -> list:
    """The code lists the page's text inputs choose from, each once, for their suggestions."""
    forms_shown = [context["adminform"].form]
    forms_shown += [formset.formset.empty_form for formset in context["inline_admin_formsets"]]
    lists = {}
    for form in forms_shown:
        for field in form.fields.values():
            if isinstance(field, CodesField):
                lists[field.code_list.name] = field.code_list
    return list(lists.values())
