"""The pages of an import: what was brought, how it is read, what would come of it, and what did."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from cases.admin.desk import desk
from cases.admin.error_list import ErrorList, errors_of
from cases.admin.imports.asked import import_of, imports_of, page
from cases.admin.imports.files import mapping_file
from cases.admin.imports.forms import SharedForm, UploadForm
from cases.admin.imports.mapping_form import MappingForm
from cases.admin.lists import staff
from cases.imports.columns import BY_NAME, COLUMNS
from cases.imports.encodings import ENCODINGS
from cases.imports.mapping import Mapping, from_dict
from cases.imports.proposing import with_new_values
from cases.imports.receiving import OFFERED, ask_to_check, file_of, needs_mapping, receive
from cases.imports.tables import open_table
from cases.imports.undoing import touched_since
from cases.imports.unreadable import Unreadable
from cases.imports.working import work_now
from cases.models import Case, ListImport
from cases.models.list_import import Stage, Verdict
from cases.models.need_to_know import is_known
from cases.vocabularies.places import COUNTRIES
from cases.workflow.errors import Refused

LISTED = 50
ROWS_SHOWN = 50
FIRST_ROWS = 5
SECONDS = 2
"""Until the page of a list that is being worked on is shown anew."""


@desk.admin_view
def front(request: HttpRequest) -> HttpResponse:
    """Imports so far, and a form to bring another list."""
    rows = imports_of(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content, name = form.content()
        try:
            row = receive(content, name, by=staff(request))
        except Unreadable as error:
            form.add_error("file" if name else "pasted", error.messages)
        else:
            return next_step(request, row)
    return page(
        request,
        "front",
        title=gettext("Import"),
        form=form,
        error_list=errors_of(form, []) if form.is_bound else ErrorList(),
        imports=rows.select_related("by").defer("content")[:LISTED],
        columns=COLUMNS,
    )


def next_step(request: HttpRequest, row: ListImport) -> HttpResponse:
    """After a file was read: an encoding to choose, its columns to settle, or, of our own CSV, what would change."""
    step = "show" if row.told or row.brings_corrections else "settle"
    if row.brings_corrections:
        ask_to_check(row, by=staff(request))
        work_now(row)
    return HttpResponseRedirect(reverse(f"imports:{step}", args=[row.pk]))


@desk.admin_view
def settle_list(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What holds for all rows, and how each column is read, with the first rows beside it."""
    row = import_of(request, pk)
    if row.stage not in (Stage.UPLOADED, Stage.CHECKED) or not row.header or row.brings_corrections:
        return HttpResponseRedirect(reverse("imports:show", args=[pk]))
    mapping = from_dict(row.mapping)
    first = _first_rows(row)
    initial = {**row.shared, "same_name": mapping.same_name}
    form = SharedForm(request.POST or None, request=request, initial=initial)
    columns = MappingForm(request.POST or None, mapping=mapping, rows=first, request=request)
    if columns.loads and columns.is_valid():
        _show_anew(row, form, columns)
        return HttpResponseRedirect(reverse("imports:settle", args=[pk]))
    if columns.goes_out and columns.is_valid():
        return mapping_file(row, _on_the_page(form, columns))
    is_to_check = request.method == "POST" and not (columns.loads or columns.goes_out)
    if is_to_check and form.is_valid() & columns.is_valid():
        try:
            wanted = _on_the_page(form, columns)
            ask_to_check(row, by=staff(request), shared=form.shared(), mapping=wanted)
        except Unreadable as error:
            form.add_error(None, error.messages)
        except Refused as refused:
            form.add_error(None, refused.messages)
        else:
            columns.keep(wanted, by=staff(request))
            work_now(row)
            return HttpResponseRedirect(reverse("imports:show", args=[pk]))
    errors = errors_of(form, []) if is_to_check else ErrorList()
    return page(
        request,
        "settle",
        title=gettext("Import: %(name)s") % {"name": row.file_name},
        row=row,
        form=form,
        columns=columns,
        needs_mapping=needs_mapping(row),
        error_list=errors,
        media=form.media,
        code_lists=[COUNTRIES],
    )


def _on_the_page(form: SharedForm, columns: MappingForm) -> Mapping:
    """The mapping as it was chosen, or loaded, with what only the other form asks."""
    wanted = columns.mapping
    form.is_valid()  # or as far as it is
    if columns.loaded is None and "same_name" in form.cleaned_data:
        wanted.same_name = form.cleaned_data["same_name"]
    return wanted


def _show_anew(row: ListImport, form: SharedForm, columns: MappingForm) -> None:
    """Keep what the page shows next: the columns as they were loaded or chosen, and whatever holds for all rows, as
    far as it can be read already."""
    is_settled = form.is_valid()
    wanted, chosen = _on_the_page(form, columns), columns.chosen_anew
    table = open_table(file_of(row), row.file_name, encoding=row.encoding)
    new = {each.column: each for each in with_new_values(chosen, table, wanted.nothing)}
    wanted.columns = [new.get(each.column, each) for each in wanted.columns]
    row.mapping = wanted.as_dict()
    # What was previewed before stays settled, for whoever imports it.
    if is_settled or row.stage == Stage.UPLOADED:
        row.shared = form.shared()
    row.save(update_fields=["mapping", "shared"])


def _first_rows(row: ListImport) -> list[list[str]]:
    rows: list[list[str]] = []
    for each in open_table(file_of(row), row.file_name, encoding=row.encoding).rows():
        rows.append(each.cells)
        if len(rows) == FIRST_ROWS:
            break
    return rows


@desk.admin_view
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Where an import stands: a choice of encodings, progress, the preview, or the result."""
    row = import_of(request, pk)
    told = list(row.told)
    if row.stage == Stage.UPLOADED and row.header and not told and not row.brings_corrections:
        return HttpResponseRedirect(reverse("imports:settle", args=[pk]))
    asked = request.GET.get("verdict", _looked_at_first(row))
    verdict = asked if asked in Verdict.values else ""
    rows = row.rows.filter(verdict=verdict) if verdict else row.rows.all()
    shown = Paginator(rows, ROWS_SHOWN).get_page(request.GET.get("page"))
    made = row.cases.select_related("case", "case__person").order_by("number")
    cases = Paginator(made, ROWS_SHOWN).get_page(request.GET.get("page"))
    is_working = row.stage in (Stage.CHECKING, Stage.CONFIRMED, Stage.UNDOING)
    counted = [(each, row.counts.get(each, 0)) for each in Verdict]
    answer = page(
        request,
        "show",
        title=gettext("Import: %(name)s") % {"name": row.file_name},
        row=row,
        told=told,
        is_working=is_working,
        verdict=verdict,
        counted=[(each.value, each.label, count) for each, count in counted if count],
        all_rows=sum(row.counts.values()),
        rows=[_line(each) for each in shown] if row.stage == Stage.CHECKED else [],
        cases=cases if row.stage == Stage.DONE else None,
        shown=cases if row.stage == Stage.DONE else shown,
        touched=touched_since(row) if row.stage == Stage.DONE else [],
        undone=counted_by_kind(row) if row.stage == Stage.UNDONE else None,
        offered=[(each, ENCODINGS[each]) for each in row.shared.get(OFFERED, [])],
        by_verdict=f"verdict={verdict}&",
    )
    if is_working:
        answer.headers["Refresh"] = str(SECONDS)
    return answer


def _looked_at_first(row: ListImport) -> str:
    """Of our own CSV most lines say the same."""
    counted = (each for each in (Verdict.ERROR, Verdict.CHANGED) if row.counts.get(each))
    return next(counted, "") if row.brings_corrections and row.stage == Stage.CHECKED else ""


def _line(row: Any) -> dict[str, Any]:
    """A row of the preview: what its columns are called, in the reader's words."""
    told = row.told
    if "case" in told and not is_known(Case, told["case"]):
        row.name, told = "", {"notes": [gettext("Ask an administrator.")]}
    errors = [{**each, "label": _label(each["field"])} for each in told.get("errors", ())]
    questions = [{**each, "label": _label(each["field"])} for each in told.get("questions", ())]
    return {"row": row, "told": {**told, "errors": errors, "questions": questions}}


def _label(name: str) -> str:
    return str(BY_NAME[name].label) if name in BY_NAME else ""


def counted_cases(count: int) -> str:
    return ngettext("%(count)s case", "%(count)s cases", count) % {"count": count}


def counted_by_kind(row: ListImport) -> tuple[str, str]:
    """How many cases an import made, and how many it changed; "" for none. Of one that is undone, as it was."""
    new, changed = row.counts.get(Verdict.NEW, 0), row.counts.get(Verdict.CHANGED, 0)
    if row.stage == Stage.DONE:
        new, changed = row.cases.filter(is_new=True).count(), row.cases.filter(is_new=False).count()
    made = ngettext("%(count)s new case", "%(count)s new cases", new) % {"count": new}
    others = ngettext("%(count)s changed case", "%(count)s changed cases", changed) % {"count": changed}
    return made if new else "", others if changed else ""


def say_done(request: HttpRequest, row: ListImport) -> None:
    """Say what became of a confirmed list, if it is known already."""
    if row.stage == Stage.DONE:
        messages.success(
            request, gettext("Imported: %(cases)s.") % {"cases": counted_cases(row.cases.count())}
        )
