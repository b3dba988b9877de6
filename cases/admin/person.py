"""Persons at the desk: names, private relations, and the warning that somebody may be on file already."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.admin.circled import CircledAdmin
from cases.admin.desk import desk
from cases.admin.forms import PrimaryFormSet
from cases.admin.hiding import HidesAtOnce
from cases.admin.name_masks import name_page
from cases.admin.record import DeskInline
from cases.admin.shared_record import SharedAdmin
from cases.models import Person, PersonName, PersonRelation
from cases.models.custody import custody_of
from cases.wording.life import CaseOfLife, life
from cases.workflow.entering.defaults import missing_name
from cases.workflow.entering.persons import (
    is_kept_in_a_circle,
    labelled,
    person_label,
    persons_like,
    searched,
)

ANOTHER = "another_person"


class PersonNameFormSet(PrimaryFormSet):
    """At least one name; a new person who may be on file already needs a word from the person typing."""

    likenesses = ()
    asks_administrator = False

    def clean(self) -> None:
        super().clean()
        names = [form.cleaned_data.get("text", "") for form in self.standing_forms]
        nameless = missing_name(names)
        if nameless:
            self._add_complaint(nameless)
        elif self.instance._state.adding and not self.data.get(ANOTHER):
            self.likenesses, self.asks_administrator = persons_like(names), is_kept_in_a_circle(names)
            if self.asks_administrator:
                self._add_complaint(gettext("Ask an administrator before you enter this person."))
            elif self.likenesses:
                self._add_complaint(
                    gettext(
                        "This person may be on file already. Look at the list above; if it is somebody else, say so."
                    )
                )

    def _add_complaint(self, message: str) -> None:
        self._non_form_errors.append(message)

    def may_be_primary(self) -> QuerySet:
        return super().may_be_primary().filter(is_public=True)


class PersonNameInline(DeskInline):
    model = PersonName
    formset = PersonNameFormSet
    verbose_name = pgettext_lazy("of a person", "name")
    verbose_name_plural = pgettext_lazy("of a person", "names")
    fields = [("text", "kind"), ("language", "script"), ("is_primary", "is_public")]

    def get_extra(self, request: HttpRequest, obj: Any | None = None, **kwargs: Any) -> int:
        return 0 if obj else 1


class PersonRelationInline(DeskInline):
    model = PersonRelation
    fk_name = "person"
    autocomplete_fields = ["other"]
    verbose_name = _("relation to another person (private)")
    verbose_name_plural = _("relations to other persons (private)")
    fields = [("other", "kind"), "notes"]


@admin.register(Person, site=desk)
class PersonAdmin(CircledAdmin, HidesAtOnce, SharedAdmin):
    change_form_template = "admin/person_form.html"
    list_display = ["label", "identity", "consent", "reference"]
    list_filter = ["identity", "consent"]
    search_fields = ["names__text"]
    search_help_text = _("A name in any script, or the reference.")
    # Said again: counting the cases of each person lays aside the order the model has.
    ordering = ["pk"]
    inlines = [PersonNameInline, PersonRelationInline]
    fieldsets = [
        (
            _("Public side"),
            {"fields": [("identity", "gender"), ("birth_date", "death_date"), "nationalities", "roles"]},
        ),
        (
            _("Affected groups"),
            {"fields": ["affected_groups", "published_groups", ("ethnicities", "languages")]},
        ),
        (
            _("Consent"),
            {
                "classes": ["collapse", "private", "late"],
                "fields": [
                    ("consent", "consent_by"),
                    ("consent_date", "consent_expires_date"),
                    "consent_scope",
                    "consent_spoken",
                ],
            },
        ),
        (_("Private notes"), {"classes": ["private", "late"], "fields": ["notes"]}),
    ]

    def get_urls(self) -> list[URLPattern]:
        similar = path("similar/", self.admin_site.admin_view(self.similar_view), name="cases_person_similar")
        name = path(
            "<int:object_id>/name/", self.admin_site.admin_view(self.name_view), name="cases_person_name"
        )
        return [similar, name, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return labelled(super().get_queryset(request))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        found, rank = searched(queryset, search_term)
        return found.annotate(rank=rank).order_by("rank", "pk"), True

    def autocomplete_label(self, person: Person) -> str:
        return person_label(person)

    @admin.display(description=_("person"))
    def label(self, person: Person) -> str:
        return person_label(person)

    def name_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What hiding the person masks in the texts of others: before it happens, and since."""
        person = self.get_object(request, str(object_id))
        if person is None:
            raise Http404
        if not self.has_view_permission(request, person):
            raise PermissionDenied
        request.current_app = self.admin_site.name
        context = {**self.admin_site.each_context(request), "opts": self.opts, "original": person}
        return name_page(request, person, context)

    def similar_view(self, request: HttpRequest) -> HttpResponse:
        """The persons like a name, as a fragment of the form: for the list that appears while typing."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        names = request.GET.getlist("name")[:5]
        found = {"likenesses": persons_like(names), "asks_administrator": is_kept_in_a_circle(names)}
        return TemplateResponse(request, "admin/_likenesses.html", found)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any | None = None,
    ) -> HttpResponse:
        formsets = [each.formset for each in context["inline_admin_formsets"]]
        names = next((each for each in formsets if isinstance(each, PersonNameFormSet)), None)
        context["life"] = _life(obj) if obj is not None else None
        context["likenesses"] = getattr(names, "likenesses", ())
        context["asks_administrator"] = getattr(names, "asks_administrator", False)
        context["another_input"] = ANOTHER
        return super().render_change_form(request, context, add, change, form_url, obj)


def _life(person: Person) -> dict[str, Any] | None:
    """The custody of a person over all their cases that whoever asks may know of, drafts too."""
    today = timezone.localdate()
    cases = [
        CaseOfLife(
            reverse("admin:cases_case_change", args=[case.pk]),
            str(case),
            list(custody_of(case, today=today).held.spells),
        )
        for case in person.cases.exclude(kind="pattern").order_by("pk")
    ]
    return life(cases, today=today)
