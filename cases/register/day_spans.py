"""Spans of days in one column (a PostgreSQL date multirange).

In Python a value is a list of (first day, last day), both included, None where a side is unbounded. Which
spans a case has is decided in `time_spans.py`.
"""

from datetime import date, timedelta

from django.db import models
from psycopg.types.multirange import DateMultirange
from psycopg.types.range import DateRange

Span = tuple[date | None, date | None]


class DaySpansField(models.Field):
    description = "Spans of days"

    def db_type(self, connection):
        return "datemultirange"

    def from_db_value(self, value, expression, connection):
        if value is None:
            return None
        return [(span.lower, span.upper and span.upper - timedelta(days=1)) for span in value]

    def get_db_prep_value(self, value, connection, prepared=False):
        if value is None:
            return None
        return DateMultirange(DateRange(first, last, "[]") for first, last in value)
