"""The tables of the test's database, emptied of what a test with transactions of its own left."""

import pgtrigger
from django.db import connection, transaction

KEPT = {"django_content_type", "auth_permission"}
"""Every database has them from its making."""


def empty_tables() -> None:
    tables = {*connection.introspection.django_table_names(only_existing=True, include_views=False)} - KEPT
    held = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT FROM \"{table}\")" for table in sorted(tables)
    )
    # Rows of history are not written, and may go; that no row points to one that went is asked at the end.
    with transaction.atomic(), pgtrigger.ignore(), connection.cursor() as cursor:
        cursor.execute(held)
        for (table,) in cursor.fetchall():
            cursor.execute(f'DELETE FROM "{table}"')
