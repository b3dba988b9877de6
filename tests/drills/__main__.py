"""`python -m tests.drills [NAME …]`: what `make drill` runs."""

import os
import sys
from importlib import import_module

import django

DRILLS = ("slow", "readers", "database", "disk", "logins")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    names = sys.argv[1:] or DRILLS
    if unknown := [name for name in names if name not in DRILLS]:
        sys.exit(f"{unknown[0]!r} is none of the drills: {', '.join(DRILLS)}.")
    django.setup()
    for name in names:
        import_module(f"tests.drills.{name}").drill()


if __name__ == "__main__":
    main()
