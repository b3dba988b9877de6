"""The files of the public side as text, read on the connection of the test: it sees what is not committed yet."""

from django.http import QueryDict

from cases.public.downloads.csv import copy_of
from cases.public.query.parameters import FILE_PARAMETERS
from cases.public.query.query import Query
from cases.register.copy_output import copy_out
from cases.register.snapshot import take_snapshot


def csv_file(query: str = "") -> str:
    """What a download of `/cases.csv` with this query string copies; raises BadParameter."""
    with take_snapshot() as snapshot:
        copy = copy_of(Query.read(QueryDict(query.lstrip("?")), FILE_PARAMETERS), snapshot)
    return b"".join([copy.opening, *copy_out(copy.statement(), seconds=10)]).decode()
