"""Name a member of a circle from the server: for a circle whose members have all left."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cases.models import Circle
from cases.workflow.circles import log_members


class Command(BaseCommand):
    help = (
        "Name a member of staff a member of a circle. At the desk the members of a circle alone do that; whoever has "
        "the server can as well, and the circle reads in its log that nobody at the desk did."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("circle", help="the name of the circle, or its number")
        parser.add_argument("username")

    @transaction.atomic
    def handle(self, *args: Any, circle: str, username: str, **options: Any) -> None:
        found = _circle(circle)
        user = User.objects.filter(username=username, is_staff=True, is_active=True).first()
        if user is None:
            raise CommandError(f"username: no member of staff with an open account is called {username!r}.")
        before = list(found.members.all())
        found.members.add(user)
        log_members(found, before=before, by=None)
        self.stdout.write(f"{username} is in the circle {found.name!r}.")


def _circle(text: str) -> Circle:
    named = Circle.objects.filter(pk=int(text)) if text.isdecimal() else Circle.objects.filter(name=text)
    if len(named) > 1:
        numbers = ", ".join(str(each.pk) for each in named)
        raise CommandError(f"circle: several are called {text!r}; give one of the numbers {numbers}.")
    if not named:
        raise CommandError(f"circle: there is none called {text!r}.")
    return named[0]
