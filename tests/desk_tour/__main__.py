"""`python -m tests.desk_tour`: what `make desk-tour` runs."""

import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    from tests.desk_tour.tour import tour

    tour()


if __name__ == "__main__":
    main()
