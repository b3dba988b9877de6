"""`manage.py make_staff_accounts`: one account for each part of the desk's work, to begin with."""

import os
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cases.workflow.groups import ensure_groups

ACCOUNTS = ("entry", "reviewer", "publisher", "admin")  # each in the group of its name
ALPHABET = "abcdefghjkmnpqrstvwxyz23456789"


def random_password() -> str:
    """98 random bits in four groups that can be read out and typed."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(4))


class Command(BaseCommand):
    help = (
        "Makes the accounts entry, reviewer, publisher and admin, each in the group of its name, and prints their "
        "passwords once: random ones, or DEMO_PASSWORD for all four. Accounts that exist stay as they are."
    )

    def handle(self, **options):
        given = os.environ.get("DEMO_PASSWORD", "")
        ensure_groups()
        made, kept = [], []
        with transaction.atomic():
            for name in ACCOUNTS:
                if get_user_model().objects.filter(username=name).exists():
                    kept.append(name)
                    continue
                if given and not made:
                    self.weigh(given)
                password = given or random_password()
                user = get_user_model().objects.create_user(
                    name, password=password, is_staff=True, is_superuser=name == "admin"
                )
                user.groups.add(Group.objects.get(name=name))
                made.append((name, password))
        if made:
            self.stdout.write("    These passwords are shown once and stored only as hashes:")
            for name, password in made:
                self.stdout.write(f"      {name:<10} {'(DEMO_PASSWORD)' if given else password}")
        if kept:
            unused = "; DEMO_PASSWORD changed nothing" if given else ""
            self.stdout.write(
                f"    Kept as they are: {', '.join(kept)}{unused}. "
                "`.venv/bin/python manage.py changepassword NAME` sets a new one."
            )

    def weigh(self, password: str) -> None:
        """A short or common password is refused, except in a demo, where it is only remarked on."""
        try:
            validate_password(password)
        except ValidationError as error:
            reason = " ".join(error.messages)
            if not settings.DEMO:
                raise CommandError(f"DEMO_PASSWORD cannot be used: {reason}") from None
            self.stderr.write(self.style.WARNING(f"    DEMO_PASSWORD is weak, fit for a demo only: {reason}"))
