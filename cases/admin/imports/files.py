"""Files that go out: the template of the short list, the rows with errors, a mapping."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.text import slugify

from cases.admin.desk import desk
from cases.admin.imports.asked import import_of, imports_of
from cases.imports.mapping import Mapping
from cases.imports.receiving import file_of
from cases.imports.reports import rows_with_reasons
from cases.imports.templates import template_csv, template_xlsx
from cases.imports.unreadable import Unreadable
from cases.models import ListImport
from cases.models.list_import import Verdict

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _attached(answer: HttpResponseBase, name: str) -> HttpResponseBase:
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


@desk.admin_view
def template_as_csv(request: HttpRequest) -> HttpResponseBase:
    imports_of(request)
    return _attached(HttpResponse(template_csv(), content_type="text/csv; charset=utf-8"), "list.csv")


@desk.admin_view
def template_as_xlsx(request: HttpRequest) -> HttpResponseBase:
    imports_of(request)
    return _attached(HttpResponse(template_xlsx(), content_type=XLSX), "list.xlsx")


@desk.admin_view
def errors(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The rows that cannot be imported as they are, with the reasons, to correct and upload again."""
    row = import_of(request, pk)
    wrong = (
        row.rows.filter(verdict=Verdict.ERROR).order_by("number").only("row", "told").iterator(chunk_size=500)
    )
    reasons = ((each.row, [_reason(error) for error in each.told.get("errors", ())]) for each in wrong)
    try:
        lines = rows_with_reasons(file_of(row), row.file_name, reasons, encoding=row.encoding)
    except Unreadable as gone:
        raise Http404 from gone
    return _attached(
        StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8"), f"errors-{row.pk}.csv"
    )


def _reason(error: dict[str, str]) -> str:
    return f"{error['column'] or error['field']}: {error['reason']}".removeprefix(": ")


def mapping_file(row: ListImport, mapping: Mapping) -> HttpResponseBase:
    """How a list is read, as a file to keep and to load again."""
    name = slugify(row.list_name or row.file_name.rpartition(".")[0]) or "list"
    answer = HttpResponse(mapping.as_json(), content_type="application/json")
    return _attached(answer, f"mapping-{name}.json")
