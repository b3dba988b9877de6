"""Hidden names at the desk: what hiding somebody would mask, what it has masked, and what a second person decides.

The page of a person's name is for everybody who may see the person; whoever may publish decides there. Beside it a list
of all texts, whoever they are about.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.accounts.fresh_login import fresh_login_page
from cases.admin.desk import desk
from cases.admin.known import KnownOnly
from cases.admin.lists import ReadableQuestions, staff
from cases.admin.masked_words import Piece, pieces, where
from cases.models import Case, MaskState, NameMask, Person, PublicNaming, Record
from cases.models.need_to_know import is_known
from cases.models.record import kind_of
from cases.text.legible import legible
from cases.workflow.errors import Refused
from cases.workflow.mask_decisions import confirm, leave, lift
from cases.workflow.masking import preview
from cases.workflow.moves import may

LONGEST_REASON = 1000


@dataclass(frozen=True)
class Row:
    """One text, before and after; `mask` is what was kept of it, None in a preview."""

    record: Record | None
    reference: str
    where: str
    before: list[Piece]
    after: list[Piece]
    mask: NameMask | None = None

    @property
    def address(self) -> str:
        return (
            reverse(f"admin:cases_{kind_of(self.record)}_change", args=[self.record.pk])
            if self.record
            else ""
        )


def name_page(request: HttpRequest, person: Person, context: dict[str, Any]) -> HttpResponse:
    """What became of a person's name in the public texts of others or, before they are hidden, what would."""
    if request.method == "POST":
        return _decided(request, person)
    naming = PublicNaming.objects.filter(person=person).first()
    hidden = naming is not None and naming.hidden_at is not None
    rows = _kept(naming) if naming and hidden else _previewed(person, may_be_masked=naming is not None)
    by = staff(request)
    context |= {
        "title": gettext("The name in public texts"),
        "naming": naming,
        "is_hidden": hidden,
        "may_decide": may(by, "publish", Case),
        "is_second": naming is not None and naming.hidden_by_id != by.pk,
        **rows,
    }
    return TemplateResponse(request, "admin/person_name.html", context)


def _previewed(person: Person, *, may_be_masked: bool) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {"standing": [], "waiting": []}
    for found in preview(person):
        if found.record is not None and not is_known(type(found.record), found.record.pk):
            continue
        for kind, changes in (("standing", found.masked.changes), ("waiting", found.masked.doubtful)):
            rows[kind] += [
                Row(found.record, found.reference, where(change.path), *pieces(change.before, change.after))
                for change in changes
            ]
    return rows if may_be_masked else rows | {"waiting": []}


def _kept(naming: PublicNaming) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {"standing": [], "waiting": [], "decided": []}
    for mask in naming.masks.select_related("case", "campaign", "decided_by", "naming"):
        kind = mask.state if mask.state in rows else "decided"
        rows[kind].append(
            Row(
                mask.record,
                mask.record.reference,
                where(tuple(mask.path)),
                *pieces(mask.before, mask.after),
                mask,
            )
        )
    return rows


def _decided(request: HttpRequest, person: Person) -> HttpResponse:
    back = HttpResponseRedirect(reverse("admin:cases_person_name", args=[person.pk]))
    number, decision = request.POST.get("mask", ""), request.POST.get("decision", "")
    reason = legible(request.POST.get("reason", ""))
    key = int(number) if number.isdecimal() and len(number) < 19 else 0
    masks = NameMask.objects.filter(naming__person=person, pk=key)
    chosen = masks.select_related("case", "campaign", "naming").first()
    if chosen is None or decision not in DECISIONS:
        messages.error(request, gettext("Choose a text of the list, and what to do with it."))
        return back
    if len(reason) > LONGEST_REASON:
        messages.error(request, gettext("Why: at most %d characters.") % LONGEST_REASON)
        return back
    if proof_wanted := fresh_login_page(request):
        return proof_wanted
    try:
        DECISIONS[decision](chosen, staff(request), reason)
    except Refused as refused:
        for message in refused.messages:
            messages.error(request, message)
    else:
        messages.success(request, gettext("Decided."))
    return back


DECISIONS = {
    "lift": lambda mask, by, reason: lift(mask, by=by, reason=reason),
    "leave": lambda mask, by, reason: leave(mask, by=by, reason=reason),
    "confirm": lambda mask, by, reason: confirm(mask, by=by),
}


class MaskStateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple]:
        return MaskState.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(state=self.value()) if self.value() else queryset


@admin.register(NameMask, site=desk)
class NameMaskAdmin(KnownOnly, ReadableQuestions, admin.ModelAdmin):
    list_display = ["person_link", "record_link", "place", "before", "after", "state", "decided_by", "reason"]
    list_display_links = None
    list_select_related = ["naming__person", "case", "campaign", "decided_by"]
    list_filter = [MaskStateFilter]
    list_per_page = 50
    ordering = ["-pk"]

    @admin.display(description=_("person"))
    def person_link(self, mask: NameMask) -> SafeString:
        address = reverse("admin:cases_person_name", args=[mask.naming.person_id])
        return format_html('<a href="{}">{}</a>', address, mask.naming.person)

    @admin.display(description=_("record"))
    def record_link(self, mask: NameMask) -> SafeString:
        address = reverse(f"admin:cases_{kind_of(mask.record)}_change", args=[mask.record.pk])
        return format_html('<a href="{}">{}</a>', address, mask.record.reference)

    @admin.display(description=_("where"))
    def place(self, mask: NameMask) -> str:
        return where(tuple(mask.path))

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def has_change_permission(self, request: HttpRequest, obj: NameMask | None = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: NameMask | None = None) -> bool:
        return False
