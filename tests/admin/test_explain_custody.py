"""`manage.py explain_custody`: of a case at the desk, and of scenarios in a file."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cases.models import Case
from tests.factories import CaseFactory

ARREST = {"id": "taken", "today": "2024-05-02", "events": [{"kind": "arrest", "date": "2024-05-01"}]}


@pytest.mark.django_db
def test_each_step_is_printed_with_what_follows(capsys):
    case = CaseFactory()
    case.events.create(kind="remand", date="2024-05-02", until="2024-07-02")
    case.events.create(kind="arrest", date="2024-05-01")

    call_command("explain_custody", case.reference.lower(), "--on", "2024-07-03")

    lines = capsys.readouterr().out.splitlines()
    assert [line.split("→")[1].strip() for line in lines[:2]] == ["Police custody", "Pre-trial detention"]
    assert lines[2] == "On 3 July 2024: last known: pre-trial detention."
    assert (
        "The stated term ran to 2 July 2024; time alone frees nobody, so the status is last known." in lines
    )


@pytest.mark.django_db
def test_no_case_is_an_error_with_its_reference():
    with pytest.raises(CommandError, match="no case C-0000"):
        call_command("explain_custody", "C-0000")


@pytest.mark.django_db
def test_scenarios_touch_no_data_and_what_differs_is_printed(tmp_path, capsys):
    right = ARREST | {"expect": {"custody": "police_custody", "asks": False}}
    wrong = ARREST | {"id": "free", "expect": {"custody": "released"}}
    file, out = tmp_path / "scenarios.json", tmp_path / "out.json"
    file.write_text(json.dumps([right, wrong]))

    call_command("explain_custody", "--scenarios", str(file), "--json", str(out))

    assert capsys.readouterr().out.splitlines() == [
        "free: custody is 'police_custody', expected 'released'",
        "1 of 2 as expected",
    ]
    assert not Case.objects.exists()
    [first, _second] = json.loads(out.read_text())
    assert first == {
        "id": "taken",
        "got": {
            "custody": "police_custody",
            "as_of": "2024-05-01",
            "last_known": False,
            "asks": False,
            "stages": {"1": "suspect"},
            "start": "2024-05-01",
            "days": [1, 2],
            "confirmed": "2024-05-01",
            "sentence": {},
            "ended": "no",
        },
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "Expecting"),
        ("{}", "a list"),
        ('[{"id": "odd", "events": []}]', "scenario odd: cannot be read"),
        (
            '[{"id": "odd", "today": "2024-05-02", "events": [{"kind": "arrest", "date": "soon"}]}]',
            "scenario odd",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_where(tmp_path: Path, text, why):
    file = tmp_path / "scenarios.json"
    file.write_text(text)

    with pytest.raises(CommandError, match=why):
        call_command("explain_custody", "--scenarios", str(file))
