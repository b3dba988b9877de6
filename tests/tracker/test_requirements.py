"""`requirements.txt` has what runs, `requirements-dev.txt` what tests it, and where both name a package they agree."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from django.conf import settings

LISTS = ("requirements", "requirements-dev", "requirements-bench")
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PINNED.findall((settings.BASE_DIR / f"{name}.txt").read_text()))


def wanted(name: str) -> set[str]:
    """The packages that the list asks for itself, in the spelling of the pins."""
    lines = (settings.BASE_DIR / f"{name}.in").read_text().splitlines()
    return {re.match(r"[\w-]+", line)[0].lower() for line in lines if line[:1].isalpha()}


def imported(file: Path) -> set[str]:
    """The first names of all modules that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module)
    return {name.partition(".")[0] for name in found}


def test_whatever_the_product_imports_is_asked_for_in_the_list_of_what_runs():
    files = [settings.BASE_DIR / "manage.py"]
    files += [file for folder in ("cases", "tracker") for file in (settings.BASE_DIR / folder).rglob("*.py")]
    modules = set.union(*map(imported, files))
    modules |= {name.partition(".")[0] for name in (*settings.INSTALLED_APPS, *settings.MIDDLEWARE)}
    foreign = modules - {*sys.stdlib_module_names, "cases", "tracker"}
    distributions = packages_distributions()

    used = {distributions[name][0].lower().replace("_", "-") for name in foreign}

    # django-pgtrigger is a part of django-pghistory, which asks for it.
    assert used - {"django-pgtrigger"} <= wanted("requirements")
    assert len(used) > 10


@pytest.mark.parametrize("name", LISTS)
def test_each_list_pins_what_it_asks_for_with_hashes_and_no_place_to_get_it_from(name):
    text = (settings.BASE_DIR / f"{name}.txt").read_text()

    assert wanted(name) <= pins(name).keys()
    assert text.count("--hash=sha256:") >= len(pins(name))
    assert "://" not in text and "--find-links" not in text and "--index-url" not in text


def test_what_runs_and_what_tests_it_share_their_versions():
    running, developing = pins("requirements"), pins("requirements-dev")
    shared = running.keys() & developing.keys()

    assert shared
    assert {name: running[name] for name in shared} == {name: developing[name] for name in shared}
