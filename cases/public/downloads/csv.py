"""`/cases.csv`: the rows of the list, all of them, one line each, as PostgreSQL's `COPY` writes them.

Which columns there are is in `cases/register/fields.py`, how a value becomes a cell in `cases/register/cells.py`,
which lines come in which order in `cases/register/csv_lines.py`.
"""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from psycopg import sql

from cases.public.answering.asking import asking
from cases.public.answering.errors import bad_parameter_text
from cases.public.answering.later import Reason, later
from cases.public.answering.site import absolute
from cases.public.answering.snapshot import with_snapshot
from cases.public.downloads.download import Copy, Download
from cases.public.downloads.places import NoPlace, places
from cases.public.query.filters import CaseFilterSet, find
from cases.public.query.parameters import FILE_PARAMETERS, RELEVANCE
from cases.public.query.query import Query
from cases.register.cells import csv_cell
from cases.register.csv_lines import Lines, cell, cell_without
from cases.register.fields import CSV_COLUMNS, FIELD
from cases.register.snapshot import Snapshot
from tracker.readers import reader_of

NOTHING_GONE: Mapping[str, Collection[str]] = MappingProxyType({})
BYTE_ORDER_MARK = "\ufeff"
MOST_IN_LIST_ORDER = 50_000
"""A longer file is in the order of first publication unless an order was asked for: the list's takes twice as long."""


@require_safe
@asking(FILE_PARAMETERS, refused=bad_parameter_text)
def cases_csv(request: HttpRequest, query: Query) -> HttpResponse:
    """The file for a query; a query that cannot be meant is answered in plain words, with 400.

    Who asks for the head alone gets the headers, without a length, and nothing is copied for them.
    """
    return _file(request, query=query)


@with_snapshot
def _file(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    copy, body = copy_of(query, snapshot), ()
    if request.method != "HEAD":
        try:
            body = Download(copy, request.META.get("tracker.connection"), reader_of(request))
        except NoPlace as refused:
            return busy(request, refused)
    return StreamingHttpResponse(
        body,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name(timezone.localdate())}"'},
    )


def copy_of(query: Query, snapshot: Snapshot) -> Copy:
    """The file for a query; raises BadParameter."""
    lines = lines_of(find(query.without("excel"), snapshot))
    gone = {"campaigns": snapshot.bitmaps.gone, "co_defendants": snapshot.bitmaps.hidden_references}
    return csv_copy(lines, excel="excel" in query, gone=gone)


def lines_of(filters: CaseFilterSet) -> Lines:
    """The rows of the list, in its order where that was asked for or costs little."""
    asked, found = filters.values["sort"], len(filters.rows)
    if found <= MOST_IN_LIST_ORDER or asked == RELEVANCE:
        return Lines(listed=filters.in_order(0, found))
    return Lines(None if found == len(filters.cases.bitmaps.stored) else filters.rows, sort=asked)


def csv_copy(
    lines: Lines, *, excel: bool = False, gone: Mapping[str, Collection[str]] = NOTHING_GONE
) -> Copy:
    """`gone`: by column the references that may not be read any more, and stand in the cells of other cases still."""
    delimiter, extra = ";" if excel else ",", supplied()
    extra |= {name: cell_without(name, references) for name, references in gone.items() if references}
    header = (BYTE_ORDER_MARK if excel else "") + delimiter.join(CSV_COLUMNS) + "\n"
    return Copy(
        header.encode(),
        lambda: sql.SQL("COPY ({}) TO STDOUT (FORMAT csv, DELIMITER {})").format(
            lines.query(extra), sql.Literal(delimiter)
        ),
    )


def supplied() -> dict[str, sql.Composable]:
    """The columns that come with the reading: the address of the case, and the licence."""
    before, _reference, after = absolute(reverse("public:case_detail", args=["REFERENCE"])).rpartition(
        "REFERENCE"
    )
    licence = csv_cell(FIELD["licence"], settings.DATA_LICENCE)
    last_known = sql.SQL("CASE WHEN {} <= {} THEN 'true' ELSE 'false' END").format(
        cell("last_known_from"), sql.Literal(timezone.localdate())
    )
    return {
        "url": sql.SQL("{} || {} || {}").format(sql.Literal(before), cell("reference"), sql.Literal(after)),
        "licence": sql.SQL("{}::text").format(sql.Literal(licence)),
        "custody_last_known": last_known,
    }


def file_name(day: date) -> str:
    """Neutral: it says nothing of what was searched for."""
    return f"cases-{day.isoformat()}.csv"


def busy(request: HttpRequest, refused: NoPlace) -> HttpResponse:
    if refused.own:
        words = _(
            "You are downloading a file already, and others wait for theirs. Please come back when you have it whole."
        )
    else:
        words = _(
            "%(most)d files are being downloaded, which is as many as this site sends at once. Please try again in "
            "%(seconds)d seconds: then there is a place for you, or it is said again when."
        ) % {"most": places(), "seconds": refused.seconds}
    return later(request, Reason(_("No more files can be sent at the moment"), words, refused.seconds))
