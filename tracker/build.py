"""Which build of the program this is: the same for every process that runs the same files."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

FOLDERS = ("cases", "tracker", "templates", "static")


@cache
def build() -> str:
    """A hash over names and contents of all files that make pages, and the packages they are made with."""
    total = hashlib.sha256((settings.BASE_DIR / "requirements.txt").read_bytes())
    for folder in FOLDERS:
        total.update(folder_digest(settings.BASE_DIR / folder))
    return total.hexdigest()[:16]


def folder_digest(folder: Path) -> bytes:
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(str(path.relative_to(folder)).encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.digest()
