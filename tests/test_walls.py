"""The walls of the house: who may import whom, what the register may refer to, what may show."""

import re
import subprocess
import sys
import tomllib

import pytest
from django.apps import apps
from django.conf import settings

from cases.models import Correction
from cases.models.classification import CLASSIFICATION, INITIALS, NAMED, NEVER, WITHHELD
from cases.register import fields as register_fields


def register_models():
    return [model for model in apps.get_app_config("cases").get_models() if ".register." in model.__module__]


def private_models():
    """Every model of the record; history copies and links show nothing by themselves and follow their model."""
    return [
        model
        for model in apps.get_app_config("cases").get_models(include_auto_created=False)
        if model.__module__.startswith(("cases.models.", "cases.inbox."))
        and not model._meta.proxy
        and not hasattr(model, "pgh_tracked_model")
    ]


def test_import_contracts_hold():
    result = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )

    assert result.returncode == 0, result.stdout + result.stderr
    assert "6 kept, 0 broken" in result.stdout


def test_every_room_is_either_one_the_public_side_may_read_or_forbidden_to_it():
    """A room that is added later is closed to the public side until somebody says otherwise."""
    settled = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["tool"]["importlinter"]
    name = "The public side reaches no private room"
    contract = next(each for each in settled["contracts"] if each["name"] == name)
    rooms = {path.parent.name for path in (settings.BASE_DIR / "cases").glob("*/__init__.py")}

    forbidden = {room.removeprefix("cases.") for room in contract["forbidden_modules"]}

    open_to_it = {"public", "wording", "register", "inbox", "vocabularies", "text"}
    assert rooms - forbidden == {*open_to_it, "migrations"}


def test_register_refers_to_no_private_table():
    models = register_models()
    related = {
        (model.__name__, field.name, field.related_model.__module__)
        for model in models
        for field in model._meta.get_fields()
        if field.is_relation
    }

    assert len(models) >= 5
    assert {entry for entry in related if ".register." not in entry[2]} == set()


def test_what_readers_send_leads_to_nothing_but_who_handled_it():
    """And nothing leads to it, but the history of its handling."""
    related = {field.name for field in Correction._meta.get_fields() if field.is_relation}

    assert related == {"handled_by", "history"}


def test_every_field_of_every_private_model_is_classified():
    assert {model.__name__ for model in private_models()} == {model.__name__ for model in CLASSIFICATION}
    for model in private_models():
        fields = {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
        assert fields == set(CLASSIFICATION[model]), model.__name__


def test_levels_of_the_classification_are_known():
    levels = {level for table in CLASSIFICATION.values() for level in table.values()}

    assert levels == {NAMED, INITIALS, WITHHELD, NEVER}


@pytest.mark.parametrize(
    "word", ["notes", "consent_spoken", "conditions", "file_number", "risk_review_outcome"]
)
def test_private_fields_are_no_public_field(word):
    assert word not in {field.name for field in register_fields.FIELDS}


def test_whoever_reads_the_register_for_the_public_reads_what_may_be_shown():
    """Or rows whose numbers were chosen among those: the last day of a record stands beside its row, not in it."""
    read = re.compile(r"(?:Published(?:Case|Campaign|Agency)|model)\.objects\s*\.(\w+\((?:row_number__\w+)?)")
    allowed = {"shown(", "none(", "numbers_in_order(", "filter(row_number__in", "filter(row_number__range"}
    files = [*(settings.BASE_DIR / "cases" / "public").rglob("*.py")]
    files += (settings.BASE_DIR / "cases" / "register" / name for name in ("search.py", "name_finds.py"))

    found = {(path.name, call) for path in files for call in read.findall(path.read_text())}

    assert {call for _name, call in found} <= allowed, found
