"""Reading what `COPY … TO STDOUT` gives, in pieces of many lines, with as little work for each line as can be.

psycopg's own iteration gives one line after the other, and at a million lines that takes longer than PostgreSQL
takes to write them. This asks libpq for what has arrived, and waits only when there is nothing more.
"""

import select
from collections.abc import Iterator

from django.db import connection
from psycopg import sql
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus

PIECE = 256 * 1024


def copy_out(statement: sql.Composable, *, seconds: float) -> Iterator[bytearray]:
    """Pieces of about PIECE bytes, of whole lines. Outside a transaction nothing of it remains open at the end.

    Raises psycopg's errors, and TimeoutError if nothing more comes for so many seconds. Stopping early cancels
    the query.
    """
    with connection.cursor() as cursor, cursor.copy(statement):
        libpq = connection.connection.pgconn
        arrival = select.poll()
        arrival.register(libpq.socket, select.POLLIN)
        more = True
        while more:
            piece = bytearray()
            while len(piece) < PIECE:
                size, line = libpq.get_copy_data(1)
                if size > 0:
                    piece += line
                elif size == 0:
                    if not arrival.poll(seconds * 1000):
                        raise TimeoutError
                    libpq.consume_input()
                else:
                    more = False
                    break
            if piece:
                yield piece
        error = None
        while (result := libpq.get_result()) is not None:
            if result.status != ExecStatus.COMMAND_OK:
                error = error_from_result(result)
        if error is not None:
            raise error
