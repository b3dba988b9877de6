#!/usr/bin/env python3
"""Runs a management command, with the database it needs: joined where it runs, else started and stopped again."""

import os
import sys

# These do without a database, or (serve) see to it themselves.
WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "serve",
    "test",
    "version",
}


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from tracker.command_line import running_database

    words = sys.argv[1:]
    try:
        database = settings.EMBEDDED_DATABASE
    except ImproperlyConfigured as error:
        sys.exit(f"Settings: {error}")
    command = words[0] if words else "help"
    # `--check` and `--dry-run` of makemigrations compare files, and `check` asks a database only when told to.
    without = command in WITHOUT_DATABASE or command.startswith("-") or "--help" in words
    without |= command == "makemigrations" and "--check" in words
    if without and "--database" not in words:
        database = None
    with running_database(database, f"manage.py {command}"):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
