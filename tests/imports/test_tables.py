"""Files as rows: what is read, what is refused, and how much memory that takes."""

import io
import zipfile

import pytest
import xlsxwriter

from cases.imports.tables import MOST_BYTES, open_table
from cases.imports.unreadable import Unreadable


def rows_of(content, name="list.csv", **given):
    return list(open_table(content, name, **given).rows())


def workbook(*rows, formula=None):
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        sheet.write_row(at, 0, row)
    if formula:
        sheet.write_formula(*formula)
    book.close()
    return file.getvalue()


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_whatever_stands_between_the_cells(mark):
    content = f'name{mark}notes\nLeyla{mark}"two\nlines"\n\nname{mark}notes\nRəna{mark}x\n'.encode(
        "utf-8-sig"
    )

    table = open_table(content, "list.csv")

    assert table.header == ["name", "notes"]
    # The header repeated in the middle and the empty row are left out, and numbers stay those of the sheet.
    assert [(row.number, row.cells) for row in table.rows()] == [
        (2, ["Leyla", "two\nlines"]),
        (5, ["Rəna", "x"]),
    ]


def test_an_encoding_that_is_none_is_named_by_line_with_an_offer():
    for text, encoding in (("имя\nЛейла\n", "cp1251"), ("ad\nGülşen Şahin Öğüt\n", "cp1254")):
        content = text.encode(encoding)
        with pytest.raises(Unreadable) as refused:
            open_table(content, "list.csv")

        assert refused.value.offered[0] == encoding
        assert rows_of(content, encoding=encoding)[0].cells[0] in text


def test_characters_that_nobody_sees_are_errors_of_their_cell():
    rows = rows_of("name,notes\nA\u202eB,x\nC\x00D,y\nE,z\n".encode())

    assert [sorted(row.errors) for row in rows] == [["name"], ["name"], []]
    assert "U+202E" in rows[0].errors["name"]


def test_a_quotation_mark_that_nobody_closed_is_told_by_row():
    content = ('name,notes\nA,x\nB,"' + "y" * 250_000 + "\nC,z\n").encode()

    rows = rows_of(content)

    assert rows[0].cells == ["A", "x"]
    assert rows[1].number == 3 and "quotation" in rows[1].errors[""]


def test_more_cells_than_columns_are_an_error():
    assert "" in rows_of(b"name,notes\nA,x,y\n")[0].errors


def test_workbooks_are_read_with_days_and_the_last_value_of_formulas():
    content = workbook(
        ["name", "born", "count"], ["Leyla", "3.10.1985", 12], formula=(1, 2, "=6*7", None, 42)
    )

    row = rows_of(content, "list.xlsx")[0]

    assert row.cells == ["Leyla", "3.10.1985", "42"]
    assert "C" in row.notes[0] and "formula" in row.notes[0]


def packed(**entries):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(io.BytesIO(workbook(["name"], ["Leyla"]))) as good:
            for each in good.infolist():
                archive.writestr(each.filename, good.read(each.filename))
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def test_what_a_workbook_may_not_hold():
    bomb = packed(xl__media__x="0" * 30_000_000)
    macros = packed(**{"xl__vbaProject.bin": b"x"})
    links = packed(**{"xl__externalLinks__externalLink1.xml": b"x"})
    for content, word in (
        (bomb, "times"),
        (macros, "macros"),
        (links, "leads"),
        (b"PK\x03\x04junk", "damaged"),
    ):
        with pytest.raises(Unreadable, match=word):
            open_table(content, "list.xlsx")
    with pytest.raises(Unreadable, match="xls"):
        open_table(b"\xd0\xcf\x11\xe0" + b"0" * 100, "list.xls")


def test_too_many_rows_end_with_a_sentence(monkeypatch):
    monkeypatch.setattr("cases.imports.tables.MOST_ROWS", 3)

    with pytest.raises(Unreadable, match="3 rows"):
        rows_of(b"name\nA\nB\nC\nD\n")
    assert MOST_BYTES == 50 * 1024 * 1024


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xff\xfea\x00"])
def test_a_file_without_a_table_says_so(content):
    with pytest.raises(Unreadable):
        rows_of(content)


def zipped(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "This is an image"),
        (b"\xff\xd8\xff\xe0", "This is an image"),
        (b"RIFF\x00\x00\x00\x00WEBP", "This is an image"),
        (b"\x1f\x8b\x08", "This is an archive"),
        (zipped("list.csv"), "This is a ZIP archive"),
        (zipped("word/document.xml"), "This is a document of Word"),
        (zipped("content.xml"), "This is no workbook of Excel"),
    ],
)
def test_a_file_that_is_no_list_is_told_what_it_is(content, told):
    with pytest.raises(Unreadable, match=told):
        open_table(content, "list.csv")
