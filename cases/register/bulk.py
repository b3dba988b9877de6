"""Many rows into one table at once, through PostgreSQL's COPY."""

from collections.abc import Callable, Iterable

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models


def copy_in(model: type[models.Model], rows: Iterable[dict]) -> None:
    """Insert rows given as field name → value, all with the same fields; nothing else is filled in.

    A JSON field takes its value as JSON text, too.
    """
    rows = list(rows)
    if not rows:
        return
    names = list(rows[0])
    fields = [model._meta.get_field(name) for name in names]
    prepared = {field.name: prepare for field in fields if (prepare := _preparation(field))}
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {connection.ops.quote_name(model._meta.db_table)} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row([prepared[name](row[name]) if name in prepared else row[name] for name in names])


def _preparation(field: models.Field) -> Callable | None:
    """What makes a value one the driver can write; most are so already, and calling Django for each costs more
    than writing it."""
    if isinstance(field, ArrayField) and isinstance(field.base_field, models.TextField | models.CharField):
        return _array_text
    if isinstance(field, models.JSONField):
        return lambda value: value if isinstance(value, str) else field.get_db_prep_save(value, connection)
    if isinstance(
        field,
        models.CharField
        | models.TextField
        | models.IntegerField
        | models.FloatField
        | models.BooleanField
        | models.DateField
        | models.BinaryField
        | models.ForeignKey,
    ):
        return None
    return lambda value: field.get_db_prep_save(value, connection)


def _array_text(values: list[str]) -> str:
    """A list of texts as PostgreSQL writes an array; the driver's own way asks each value for its type first.

    All values are quoted at once, parted meanwhile by the one character that no stored text can hold.
    """
    if not values:
        return "{}"
    quoted = "\0".join(values).replace("\\", "\\\\").replace('"', '\\"')
    return '{"' + quoted.replace("\0", '","') + '"}'
