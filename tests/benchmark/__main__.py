"""`python -m tests.benchmark speed …` and `… names …`: what `make bench` and `make names` run."""

import os
import sys
from importlib import import_module

import django

PROGRAMS = ("speed", "names", "imports")


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    from tests.benchmark import BenchmarkError
    from tracker.command_line import running_database

    program, words = "".join(sys.argv[1:2]), sys.argv[2:]
    if program not in PROGRAMS:
        sys.exit(f"{program!r} is none of the programs here: {', '.join(PROGRAMS)}.")
    try:
        with running_database(settings.EMBEDDED_DATABASE, f"the benchmark ({program})"):
            django.setup()
            import_module(f"tests.benchmark.{program}").main(words)
    except (BenchmarkError, ImproperlyConfigured) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
