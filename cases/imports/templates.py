"""The short list layout as a file to fill: a CSV, and a workbook with drop-downs and what each column means."""

import csv
import io

import xlsxwriter
from django.utils.translation import gettext as _

from cases.imports.columns import COLUMNS

ROWS = 2000
"""Rows of the workbook that offer the choices of a column."""


def template_csv() -> bytes:
    """Header and one row that shows what is meant, with a byte order mark, without which Excel reads no UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in COLUMNS])
    writer.writerow([column.example for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def template_xlsx() -> bytes:
    """The same as a workbook; what each column means stands on a second sheet."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet, codes, meaning = (book.add_worksheet(name) for name in ("list", "codes", "columns"))
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    for at, column in enumerate(COLUMNS):
        # Cells of text, or Excel makes its own of 3.10.2024 and of 12-1.
        sheet.set_column(at, at, max(12, len(column.name) + 2), text)
        sheet.write_string(0, at, column.name, bold)
        sheet.write_string(1, at, column.example, text)
        if column.choices:
            codes.write_string(0, at, column.name, bold)
            for row, choice in enumerate(column.choices, start=1):
                codes.write_string(row, at, choice)
            letter = xlsxwriter.utility.xl_col_to_name(at)
            source = f"=codes!${letter}$2:${letter}${len(column.choices) + 1}"
            sheet.data_validation(
                1, at, ROWS, at, {"validate": "list", "source": source, "error_type": "warning"}
            )
        elif column.kind == "yes_no":
            sheet.data_validation(1, at, ROWS, at, {"validate": "list", "source": ["yes", "no"]})
        meaning.write_row(at + 1, 0, [column.name, str(column.label), str(column.says)])
    meaning.write_row(0, 0, [_("Column"), _("Means"), _("What to write")], bold)
    meaning.set_column(0, 2, 40)
    sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()
