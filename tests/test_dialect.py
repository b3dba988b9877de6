"""One way to write what every module holds: imports are ruff's (TID252), types mypy's, this is what neither sees."""

from pathlib import Path

from django.conf import settings

DOUBLED = "`" * 2


def modules():
    """Every module of ours; applied migrations stay as they are."""
    roots = (Path(settings.BASE_DIR) / name for name in ("cases", "tracker", "tests"))
    return [path for root in roots for path in root.rglob("*.py") if "migrations" not in path.parts]


def test_code_in_a_docstring_or_comment_stands_between_single_backticks():
    found = [str(path) for path in modules() if DOUBLED in path.read_text()]

    assert len(modules()) > 400
    assert found == []
