"""`/cases.csv`: the rows of the list, all of them, one line each, written as they are read.

Which columns there are is in `cases/register/fields.py`, how a value becomes a cell in `cases/register/cells.py`.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.filters import find
from cases.public.query import FILE_PARAMETERS, BadParameter, Query
from cases.public.site import absolute
from cases.public.views.errors import bad_parameter_text
from cases.register.cells import csv_cell
from cases.register.fields import CSV_COLUMNS, FIELD
from cases.register.published_case import PublishedCase

BATCH = 500
BYTE_ORDER_MARK = "\ufeff"
_STORED = [name for name in CSV_COLUMNS if FIELD[name].stored]


@require_safe
def cases_csv(request: HttpRequest) -> HttpResponse:
    """The file for a query; a query that cannot be meant is answered in plain words, with 400.

    Who asks for the head alone gets the headers, without a length, and nothing is read for them.
    """
    try:
        query = Query.read(request.GET, FILE_PARAMETERS)
        if query.value("excel") not in ("", "1"):
            raise BadParameter(
                "excel", query.value("excel"), problem=_("The only value is 1."), suggestion="1"
            )
        if query.untidy:
            return redirect(reverse("public:cases_csv") + query.suffix)
        rows = find(query.without("excel")).rows()
    except BadParameter as error:
        return bad_parameter_text(error)
    return StreamingHttpResponse(
        () if request.method == "HEAD" else batches(rows, excel="excel" in query),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name(timezone.now().date())}"'},
    )


def file_name(day: date) -> str:
    """Neutral: it says nothing of what was searched for."""
    return f"cases-{day.isoformat()}.csv"


def batches(cases, *, excel: bool = False) -> Iterator[str]:
    """The file in pieces of BATCH lines, so that no size of it fills the memory."""
    pending = _Pending()
    writer = csv.writer(pending, delimiter=";" if excel else ",", lineterminator="\n")
    if excel:
        pending.write(BYTE_ORDER_MARK)
    writer.writerow(CSV_COLUMNS)
    yield pending.taken()
    for number, line in enumerate(lines(cases.only("row_number", *_STORED).iterator(chunk_size=BATCH)), 1):
        writer.writerow(line)
        if number % BATCH == 0:
            yield pending.taken()
    yield pending.taken()


def lines(cases: Iterable[PublishedCase]) -> Iterator[list[str]]:
    """The cells of each case, in the order of the columns."""
    for case in cases:
        supplied = {
            "url": absolute(reverse("public:case_detail", args=[case.reference])),
            "licence": settings.DATA_LICENCE,
        }
        yield [
            csv_cell(FIELD[name], supplied[name] if name in supplied else getattr(case, name))
            for name in CSV_COLUMNS
        ]


class _Pending:
    """What the writer has written and nobody has sent yet."""

    def __init__(self):
        self.pieces: list[str] = []

    def write(self, text: str) -> None:
        self.pieces.append(text)

    def taken(self) -> str:
        text = "".join(self.pieces)
        self.pieces.clear()
        return text
