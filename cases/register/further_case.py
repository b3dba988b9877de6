"""Further cases of persons who have several, each with the person's first: what it takes to count people once."""

from collections.abc import Iterable

from django.db import connection, models


class FurtherCaseQuerySet(models.QuerySet):
    def refresh(self, persons: Iterable[str], gone: Iterable[int], *, sequence: int) -> bool:
        """Work out anew which rows of these persons are further ones; rows in `gone` are none now.

        The caller holds the state row's lock and has written the rows. Answers whether a row is no further one any
        more, which workers cannot see from what is left.
        """
        table = self.model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                "WITH ranked AS ("
                "  SELECT row_number, min(row_number) OVER (PARTITION BY person_reference) AS first_row"
                "  FROM cases_publishedcase WHERE kind = 'person' AND person_reference = ANY(%s)"
                "), no_further AS ("
                f"  DELETE FROM {table} WHERE row_number = ANY(%s::bigint[] || ARRAY("
                "  SELECT row_number FROM ranked WHERE row_number = first_row)) RETURNING row_number"
                "), further AS ("
                f"  INSERT INTO {table} (row_number, first_row, sequence) "
                "  SELECT row_number, first_row, %s FROM ranked WHERE row_number <> first_row "
                "  ON CONFLICT (row_number) DO UPDATE "
                "  SET first_row = excluded.first_row, sequence = excluded.sequence"
                f"  WHERE {table}.first_row <> excluded.first_row"
                ") SELECT count(*) > 0 FROM no_further",
                [sorted(persons), sorted(gone), sequence],
            )
            return cursor.fetchone()[0]


class FurtherCase(models.Model):
    row_number = models.BigIntegerField(primary_key=True)
    first_row = models.BigIntegerField()
    sequence = models.PositiveBigIntegerField()

    objects = FurtherCaseQuerySet.as_manager()

    class Meta:
        app_label = "cases"
        indexes = [models.Index(fields=["sequence"], name="further_case_sequence")]

    def __str__(self):
        return f"{self.row_number} after {self.first_row}"
