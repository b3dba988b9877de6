"""`manage.py read_dates`: a file of typed dates, each read or refused."""

import json

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def dates(tmp_path):
    file = tmp_path / "dates.txt"
    file.write_text("\ufeffsummer 2014\r\n\n15 Mehr 1402\n1402\n05/12/2026\n", encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def today(monkeypatch):
    from datetime import date

    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 29))


def test_each_line_is_printed_with_its_edtf_or_the_reason(dates, capsys):
    call_command("read_dates", str(dates))

    out, err = capsys.readouterr()
    first, second, third, fourth = out.splitlines()
    assert (first, second, fourth) == (
        "summer 2014\t2014-06/2014-08",
        "15 Mehr 1402\t2023-10-07",
        "05/12/2026\t2026-12-05",
    )
    assert third.startswith("1402\trefused: The year 1402 is before 1900.")
    assert err == "3 read, 1 refused\n"


def test_the_json_has_one_of_edtf_and_reason_for_each(dates, tmp_path):
    out = tmp_path / "out.json"

    call_command("read_dates", str(dates), "--json", str(out), "--kind", "fact")

    read = json.loads(out.read_text(encoding="utf-8"))
    assert [each["typed"] for each in read] == ["summer 2014", "15 Mehr 1402", "1402", "05/12/2026"]
    assert [each["edtf"] for each in read] == ["2014-06/2014-08", "2023-10-07", None, None]
    assert [each["reason"] is None for each in read] == [True, True, False, False]
    assert "lies in the future" in read[3]["reason"]


@pytest.mark.parametrize("name", ["missing.txt", "latin.txt"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, name):
    (tmp_path / "latin.txt").write_bytes("3 f\xe9vrier".encode("latin-1"))

    with pytest.raises(CommandError, match=name):
        call_command("read_dates", str(tmp_path / name))
